"""Asks the lane for reflections while a person types: only the newest question is answered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.finding import Found, Search
from app.services.workshop import Desk
from app.ui.lane import Lane


class JournalSearch(QObject):
    """One question is on its way at a time; of those asked meanwhile the last is asked next.

    So the lane never works through the keys of a word that has long been typed, and an answer to
    an older question is dropped.
    """

    answered = Signal(object)  # Found: the list begins anew
    more_answered = Signal(object)  # Found: the next page
    failed = Signal(object)  # AppError

    def __init__(self, lane: Lane, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane, self._desk = lane, desk
        self._search = Search()
        self._waiting: Search | None = None
        self._asked = 0
        self._running = 0

    @property
    def is_running(self) -> bool:
        """Say whether an answer is still to come."""
        return self._running > 0

    def ask(self, search: Search) -> None:
        """Ask for a first page; every answer still on its way is out of date."""
        self._asked += 1
        self._search = search
        self._put(search)

    def ask_more(self, offset: int, limit: int) -> None:
        """Ask for the next page of the present search, unless a question is on its way already."""
        if not self._running:
            self._put(replace(self._search, offset=offset, limit=limit))

    def _put(self, search: Search) -> None:
        if self._running:
            self._waiting = search
            return
        self._waiting = None
        self._running = self._asked
        job = self._lane.job()
        slot = self._on_more_found if search.offset else self._on_found
        job.succeeded.connect(slot)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._on_broke)
        self._lane.start(job, partial(self._desk.find, search))

    def _on_found(self, found: Found) -> None:
        if self._is_newest():
            self.answered.emit(found)
        self._go_on()

    def _on_more_found(self, found: Found) -> None:
        if self._is_newest():
            self.more_answered.emit(found)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        if self._is_newest():
            self.failed.emit(error)
        self._go_on()

    def _on_broke(self, _error: Exception) -> None:
        self._go_on()

    def _is_newest(self) -> bool:
        newest = self._running == self._asked
        self._running = 0
        return newest

    def _go_on(self) -> None:
        self._running = 0
        if self._waiting is not None:
            self._put(self._waiting)
