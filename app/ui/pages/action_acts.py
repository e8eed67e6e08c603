"""What can be done to an action: each act is told in a notice, which takes it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.answer import Action
from app.domain.finding import OpenAction
from app.domain.placed_action import SESSION_FORM_ID, PlacedAction, when_words
from app.services.actions import ActionChange
from app.services.workshop import Desk
from app.ui.announcing import announce
from app.ui.parts.notice import Notice
from app.ui.surroundings import Surroundings


class ActionActs(QObject):
    """Stands behind a page, on which the notice appears."""

    changed = Signal(object)  # PlacedAction to go to, or None
    refused = Signal(object)  # AppError

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Do nothing yet."""
        super().__init__(page)
        self._surroundings, self._desk, self._page = surroundings, desk, page
        self._last: ActionChange | None = None
        self._to_show: PlacedAction | None = None
        self._words: Callable[[PlacedAction], str] = _no_words
        self._is_noticed = False

    @cached_property
    def notice(self) -> Notice:
        """The notice on the page; there is none before the first act."""
        notice = Notice(self._surroundings.look, self._page)
        notice.setProperty("region", True)
        notice.acted.connect(self._undo)
        self._is_noticed = True
        return notice

    def put_away(self) -> None:
        """Take the notice from the page."""
        if self._is_noticed:
            self.notice.dismiss()

    def tick(self, action: OpenAction) -> None:
        """Note an action of the home screen as done."""
        self._start(partial(self._desk.actions.tick, action), self._done_words)

    def done(self, placed: PlacedAction, came_of_it: str) -> None:
        """Note an action as done."""
        self._start(partial(self._desk.actions.done, placed, came_of_it), self._done_words)

    def drop(self, placed: PlacedAction, because: str) -> None:
        """Note that an action will not be done."""
        self._start(partial(self._desk.actions.drop, placed, because), self._dropped_words)

    def carry_forward(self, placed: PlacedAction, day: date | None) -> None:
        """Move an action to another day."""
        self._start(partial(self._desk.actions.carry_forward, placed, day), self._carried_words)

    def reopen(self, placed: PlacedAction) -> None:
        """Open an action again."""
        self._start(partial(self._desk.actions.reopen, placed), self._open_words)

    def add(self, action: Action) -> None:
        """Keep an action of its own."""
        self._start(partial(self._desk.actions.add, action), self._added_words)

    def _undo(self) -> None:
        taken_back, self._last = self._last, None
        if taken_back is not None:
            job = self._surroundings.lane.job()
            self._to_show = taken_back.before
            job.succeeded.connect(self._on_undone)
            job.failed.connect(self.refused)
            self._surroundings.lane.start(job, partial(self._desk.actions.undo, taken_back))

    def _on_undone(self, _result: object) -> None:
        self.changed.emit(self._to_show)

    def _start(self, work: Callable[[], object], words: Callable[[PlacedAction], str]) -> None:
        self._words = words
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_done)
        job.failed.connect(self.refused)
        self._surroundings.lane.start(job, work)

    def _on_done(self, change: ActionChange) -> None:
        self._last = change
        key = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        self.notice.show_notice(self._words(change.after), self.tr("Undo"), key)
        announce(self.notice)
        self.changed.emit(change.after)

    def _done_words(self, _placed: PlacedAction) -> str:
        return self.tr("Noted as done.")

    def _dropped_words(self, _placed: PlacedAction) -> str:
        return self.tr("Dropped.")

    def _open_words(self, _placed: PlacedAction) -> str:
        return self.tr("Open again.")

    def _carried_words(self, placed: PlacedAction) -> str:
        when = when_words(placed.action, self._desk.actions.today())
        if not when:
            return self.tr("Carried forward without a day.")
        return self.tr("Carried forward: {day}.").format(day=when)

    def _added_words(self, placed: PlacedAction) -> str:
        if placed.form_id == SESSION_FORM_ID:
            return self.tr("Added to the next supervision.")
        return self.tr("Added. It is kept under “To do” in the journal.")


def _no_words(_placed: PlacedAction) -> str:
    return ""
