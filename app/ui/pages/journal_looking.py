"""Joins calendar, timeline and themes to the journal's list, and asks what they count."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.calendar_words import local_day
from app.domain.finding import Found, Search
from app.domain.theme_change import ThemeChange
from app.domain.topic import Topic
from app.services.workshop import Desk
from app.ui.errands.renaming_theme import RenamingTheme
from app.ui.models.journal_search import JournalSearch
from app.ui.pages.journal_list import JournalList
from app.ui.pages.journal_overview import LIST
from app.ui.surroundings import Surroundings

_PAUSE_MS = 120  # without a key, before anything is counted
_READ_AHEAD_MS = 250  # after the list was shown: nobody has chosen another way by then


class JournalLooking(QObject):
    """The list comes first; what stands over it is counted in the next pause."""

    changed = Signal()  # a theme has another name

    def __init__(
        self, surroundings: Surroundings, desk: Desk, list_: JournalList, search: JournalSearch
    ) -> None:
        """Stand over this list of an open journal."""
        super().__init__(list_)
        self._surroundings, self._desk, self._list = surroundings, desk, list_
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._count)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_READ_AHEAD_MS)
        self._calm.timeout.connect(self._read_ahead)
        self._asked_first: Search | None = None  # while the list is still being searched
        search.answered.connect(self._on_found)
        list_.head.ways.chosen_changed.connect(self._on_way_chosen)
        list_.whole_journal_asked.connect(self.leave)
        list_.overview.failed.connect(search.failed)
        self.renaming = RenamingTheme(surroundings, list_, desk)
        list_.overview.renaming_asked.connect(self.renaming.ask)
        self.renaming.renamed.connect(self._on_renamed)

    def show_way(self, way: str) -> None:
        """Look through the journal in another way, and go there."""
        self._list.head.ways.set_chosen(way)
        self._on_way_chosen(way)
        pane = self._list.overview.pane
        if pane is None:
            self._list.focus_list()
        else:
            pane.take_focus()

    def topic(self) -> Topic | None:
        """Give what can be taken to supervision from what stands over the list, if anything."""
        pane = self._list.overview.pane
        return pane.topic() if pane is not None else None

    def leave(self) -> None:
        """Show the list of the whole journal again."""
        self.show_way(LIST)

    def _on_way_chosen(self, way: str) -> None:
        self._list.show_way(way, self._today(), self._day_read() or self._today())
        # What was chosen comes first; the list beneath can be a moment later.
        self._asked_first = self._count()
        self._list.search_changed.emit()

    def _on_found(self, _found: Found) -> None:
        if self._asked_first != self._list.wide_search(self._today()):
            self._pause.start(_PAUSE_MS if self._list.words else 0)
        self._asked_first = None
        if self._list.overview.pane is None and not self._list.words:
            self._calm.start()

    def _on_renamed(self, change: ThemeChange) -> None:
        if self._list.filters.theme.value == change.old:
            self._list.filters.theme.set_value(change.new)
        self.changed.emit()

    def _count(self) -> Search | None:
        """Ask what a search finds; give that search."""
        if self._desk.vault.is_closed:  # the page outlives its journal by a moment
            return None
        search = self._list.wide_search(self._today())
        self._list.overview.ask(self._surroundings.lane, self._desk.overviews, search)
        return search

    def _read_ahead(self) -> None:
        if not self._desk.vault.is_closed:
            lane = self._surroundings.lane
            job = lane.job()  # that it gives way, or fails, is told by the next who asks
            read_ahead = self._desk.overviews.read_ahead
            lane.start(job, partial(read_ahead, lane.progress_unless_waited_for))

    def _today(self) -> date:
        return local_day(self._surroundings.workshop.clock.now())

    def _day_read(self) -> date | None:
        """Give the day of what is chosen in the list: the calendar opens there."""
        model = self._list.model
        outline = model.outline(model.index_of(self._list.current_id))
        days = self._list.wide_search(self._today()).days
        return None if outline is None else outline.day_by(days)
