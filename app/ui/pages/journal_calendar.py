"""The calendar over the journal's list: a month with a mark on each day that has reflections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.domain.calendar_words import last_of_month, month_and_year, months_from, plain_date
from app.domain.finding import Search
from app.domain.overview import DayCount, within
from app.services.overviews import Overviews
from app.ui.look import Look
from app.ui.pages.overview_pane import OverviewPane
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.month_grid import MonthGrid

_SIDE, _AROUND = 12, 8
_LATER, _EARLIER = 1, -1
_ROOM_BELOW_CURSOR = 8


class CalendarPane(OverviewPane):
    """The month that is shown narrows the list, or the day that is chosen in it."""

    def __init__(self, look: Look, today: date, start: date, parent: QWidget | None = None) -> None:
        """Begin with the month of the day to start with."""
        super().__init__(parent)
        self._look, self._today = look, today
        self._days: tuple[date, ...] = ()
        self.grid = MonthGrid(look, today)
        self.earlier = _turner(look, "chevron-left", self.tr("Earlier month"))
        self.later = _turner(look, "chevron-right", self.tr("Later month"))
        self.title = Button(look, "", "flat", is_small=True)
        self._years = QMenu(self)
        self.title.setMenu(self._years)
        self.title.set_trailing_icon("chevron-down")
        self.way_out = LinkRow(look, "", is_small=True)
        self._goes_to: date | None = None
        self._lay_out()
        self.grid.go_to(start)
        self._connect()
        self._show_month()

    def _lay_out(self) -> None:
        head = FlowLayout(gap=4, line_gap=4)
        for widget in (self.earlier, self.title, self.later):
            head.addWidget(widget)
        top = QHBoxLayout()
        top.addLayout(head, 1)
        top.addWidget(self.way_out)
        self._holder = QWidget()
        self._holder.setObjectName("column")
        inside = QVBoxLayout(self._holder)
        inside.setContentsMargins(_SIDE, _AROUND, _SIDE, _AROUND)
        inside.setSpacing(4)
        inside.addLayout(top)
        inside.addWidget(self.grid)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn_on)
        self.way_out.clicked.connect(self._leave_day_or_month)
        self._years.triggered.connect(self._on_year)
        self.grid.day_chosen.connect(self._on_day)
        self.grid.month_changed.connect(self._on_month)
        self.grid.cursor_moved.connect(self._keep_in_sight)
        self.grid.height_changed.connect(self.height_changed)

    # What every pane does

    def ask(self, overviews: Overviews, search: Search) -> object:
        """Count the days."""
        return overviews.calendar(search)

    def show_counts(self, counts: Sequence[DayCount], search: Search) -> None:
        """Mark the days that have any."""
        self._days = tuple(each.day for each in counts)
        self.grid.show_counts({each.day: each.count for each in counts})
        self._show_month()

    def narrowed(self, search: Search) -> Search:
        """Give the search within the day or the month."""
        first, last = self._between()
        return within(search, first, last)

    def where(self) -> str:
        """Say on which day or in which month."""
        chosen = self.grid.days.chosen
        if chosen is not None:
            return self.tr("on {day}").format(day=plain_date(chosen))
        return self.tr("in {month}").format(month=month_and_year(self.grid.month))

    def take_focus(self) -> None:
        """Go to the days."""
        self.grid.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at, in reading order."""
        return (self.earlier, self.title, self.later, self.way_out, self.grid)

    def wanted_height(self, room: int) -> int:
        """Ask for the whole month."""
        return self._holder.sizeHint().height()

    def _between(self) -> tuple[date, date]:
        chosen = self.grid.days.chosen
        if chosen is not None:
            return chosen, chosen
        return self.grid.month, last_of_month(self.grid.month)

    # Moving

    def _turn_back(self) -> None:
        self.grid.turn(_EARLIER)

    def _turn_on(self) -> None:
        self.grid.turn(_LATER)

    def _on_month(self, _month: date) -> None:
        self.grid.days.choose(None)
        self._show_month()
        self.chosen_changed.emit()

    def _on_day(self, day: date) -> None:
        is_chosen = self.grid.days.chosen == day
        self.grid.days.choose(None if is_chosen else day)
        self._show_month()
        self.chosen_changed.emit()
        if not is_chosen:
            self.opened.emit()

    def _on_year(self, action: QAction) -> None:
        self.grid.go_to(months_from(self.grid.month, 12 * (action.data() - self.grid.month.year)))

    def _leave_day_or_month(self) -> None:
        goes_to = self._goes_to
        if goes_to is not None:
            self.grid.go_to(goes_to)
        else:
            self.grid.days.choose(None)
            self._show_month()
            self.chosen_changed.emit()
        self.grid.setFocus()

    def _keep_in_sight(self) -> None:
        place = self.grid.visualRect(self.grid.currentIndex()).center()
        place = self.grid.viewport().mapTo(self._holder, place)
        room = self.grid.rowHeight(0) // 2 + _ROOM_BELOW_CURSOR
        self._scroll.ensureVisible(place.x(), place.y(), 0, room)

    def _show_month(self) -> None:
        month = self.grid.month
        self.title.set_words(month_and_year(month))
        name = self.tr("{month}, choose a year").format(month=month_and_year(month))
        self.title.setAccessibleName(name)
        self._offer_years()
        self._offer_way_out()

    def _offer_years(self) -> None:
        years = {self._today.year, self.grid.month.year, *(day.year for day in self._days)}
        self._years.clear()
        for year in sorted(years, reverse=True):
            action = self._years.addAction(str(year))
            action.setData(year)
            action.setCheckable(True)
            action.setChecked(year == self.grid.month.year)

    def _offer_way_out(self) -> None:
        """Lead from a day to its month, and from a month without any to the nearest with some."""
        self._goes_to = None
        words = ""
        if self.grid.days.chosen is not None:
            words = self.tr("Whole month")
        elif self._days and not self.grid.days.count_of_month():
            self._goes_to = self._nearest_day()
            words = self.tr("Go to {month}").format(month=month_and_year(self._goes_to))
        elif self.grid.month != self._today.replace(day=1):
            self._goes_to = self._today
            words = self.tr("Today")
        if words:
            self.way_out.set_words(words)
        self.way_out.setVisible(bool(words))

    def _nearest_day(self) -> date:
        earlier = [day for day in self._days if day < self.grid.month]
        return earlier[-1] if earlier else self._days[0]

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the day in sight."""
        super().resizeEvent(event)
        self._keep_in_sight()


def _turner(look: Look, icon: str, name: str) -> Button:
    button = Button(look, "", "flat", icon, is_small=True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
