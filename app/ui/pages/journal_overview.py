"""What stands over the journal's list besides: nothing, a calendar, a timeline or the themes."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.errors import AppError
from app.domain.finding import Search
from app.services.overviews import Overviews
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.pages.journal_calendar import CalendarPane
from app.ui.pages.journal_themes import ThemesPane
from app.ui.pages.journal_timeline import TimelinePane
from app.ui.pages.overview_pane import OverviewPane

LIST, CALENDAR, TIMELINE, THEMES = WAYS = ("list", "calendar", "timeline", "themes")


class JournalOverview(QStackedWidget):
    """Shows one pane; each is made when it is first wanted."""

    way_changed = Signal(str)  # one of WAYS
    narrowed = Signal()  # what is chosen in the pane that is shown, or the pane itself
    opened = Signal()
    height_changed = Signal()
    theme_chosen = Signal(object)  # its name, or None
    renaming_asked = Signal(str)  # theme
    shown = Signal()  # what was counted
    failed = Signal(object)  # AppError

    def __init__(self, look: Look, before: QWidget) -> None:
        """Begin with the list alone; Tab comes here from the control before."""
        super().__init__()
        self._look, self._before = look, before
        self._panes: dict[str, OverviewPane] = {}
        self._way = LIST
        self._asked = 0

    @property
    def way(self) -> str:
        """The way of looking: one of WAYS."""
        return self._way

    @property
    def pane(self) -> OverviewPane | None:
        """The pane that is shown, if there is one."""
        return self._panes.get(self._way)

    def show_way(self, way: str, today: date, start: date) -> None:
        """Show another pane, or none; a calendar begins with the month of the day to start with."""
        self._way = way
        self._asked += 1  # what is on its way was counted for another pane
        if way != LIST and way not in self._panes:
            self._panes[way] = self._made(way, today, start)
            self._stand_in_order(self._panes[way])
        if self.pane is not None:
            self.setCurrentWidget(self.pane)
        self.way_changed.emit(way)

    def narrow(self, search: Search) -> Search:
        """Give a search within what is chosen in the pane."""
        return search if self.pane is None else self.pane.narrowed(search)

    @property
    def where(self) -> str:
        """Say where that is, to end a sentence with."""
        return "" if self.pane is None else self.pane.where()

    def ask(self, lane: Lane, overviews: Overviews, search: Search) -> None:
        """Have counted what a search finds; an answer to an older question is dropped."""
        self._asked += 1
        if self.pane is None:
            return
        job = lane.job()
        job.setProperty("asked", self._asked)
        job.setProperty("search", search)
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self._on_failed)
        lane.start(job, partial(self.pane.ask, overviews, search))

    def show_list(self) -> None:
        """Show no pane."""
        self._way = LIST
        self._asked += 1
        self.way_changed.emit(LIST)

    def _made(self, way: str, today: date, start: date) -> OverviewPane:
        pane: OverviewPane
        if way == CALENDAR:
            pane = CalendarPane(self._look, today, start)
        elif way == TIMELINE:
            pane = TimelinePane(self._look)
        else:
            pane = themes = ThemesPane(self._look)
            themes.theme_chosen.connect(self.theme_chosen)
            themes.renaming_asked.connect(self.renaming_asked)
        pane.chosen_changed.connect(self.narrowed)
        pane.opened.connect(self.opened)
        pane.height_changed.connect(self.height_changed)
        return pane

    def _stand_in_order(self, pane: OverviewPane) -> None:
        # Tab goes by the order in which controls were made, and the list below was made before.
        self.addWidget(pane)
        before = self._before
        for stop in pane.stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def _on_counted(self, counts: object) -> None:
        job = self.sender()
        if job is None or job.property("asked") != self._asked or self.pane is None:
            return
        self.pane.show_counts(counts, job.property("search"))
        self.shown.emit()

    def _on_failed(self, error: AppError) -> None:
        job = self.sender()
        if job is not None and job.property("asked") == self._asked:
            self.failed.emit(error)
