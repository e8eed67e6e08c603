"""The filter by dates: a span seen from today, or own days; of the event or of the writing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from app.domain.date_span import DateSpan
from app.domain.filters import OwnDays
from app.domain.finding import Days
from app.ui.look import Look
from app.ui.parts.days_words import own_days_words
from app.ui.parts.filter_chip import FilterChip


class DatesChip(FilterChip):
    """Its menu has a second choice: which day is compared."""

    own_days_asked = Signal()
    longest = 34
    _own: QAction | None = None  # there once the chip is made
    _days = Days.OF_EVENT

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Dates"), self.tr("All dates"), parent)
        self.set_options(
            (
                (DateSpan.THIS_MONTH, self.tr("This month")),
                (DateSpan.LAST_THREE_MONTHS, self.tr("Last three months")),
                (DateSpan.THIS_YEAR, self.tr("This year")),
            )
        )
        self._own = self._menu.addAction(self.tr("Between two days…"))
        self._own.setCheckable(True)
        self._own.triggered.connect(self._on_own_asked)
        self._menu.addSeparator()
        self._by = QActionGroup(self._menu)
        for days, words in (
            (Days.OF_EVENT, self.tr("By the day of the event")),
            (Days.OF_WRITING, self.tr("By the day of writing")),
        ):
            action = self._by.addAction(words)
            action.setCheckable(True)
            action.setProperty("days", days.value)
            self._menu.addAction(action)
        self._by.triggered.connect(self._on_by_triggered)
        self._show()

    @property
    def days(self) -> Days:
        """Which day is compared."""
        return self._days

    @property
    def dates(self) -> DateSpan | OwnDays | None:
        """The chosen days, or None."""
        return self._value if isinstance(self._value, (DateSpan, OwnDays)) else None

    def set_dates(self, dates: DateSpan | OwnDays | None, days: Days) -> None:
        """Choose without telling anyone."""
        self._days = days
        self.set_value(dates)

    def choose_dates(self, dates: DateSpan | OwnDays | None, days: Days) -> None:
        """Choose as a person does, and say so."""
        if (dates, days) != (self._value, self._days):
            self.set_dates(dates, days)
            self.value_changed.emit(dates)

    def words_for(self, value: object) -> str:
        """Give the words for days, and whether those of the writing are meant."""
        return self.words_by(value, self._days)

    def words_by(self, value: object, by: Days) -> str:
        """Give the words for days that are compared in one of the two ways."""
        words = own_days_words(value) if isinstance(value, OwnDays) else super().words_for(value)
        if value is None or by is Days.OF_EVENT:
            return words
        return self.tr("Written: {days}").format(days=words)

    def _on_own_asked(self) -> None:
        self._show()  # pressing alone chooses nothing
        self.own_days_asked.emit()

    def _on_by_triggered(self, action: QAction) -> None:
        days = Days(action.property("days"))
        is_another = days is not self._days
        self._days = days
        self._show()
        if is_another and self._value is not None:
            self.value_changed.emit(self._value)

    def _show(self) -> None:
        super()._show()
        if self._own is not None:
            self._own.setChecked(isinstance(self._value, OwnDays))
            for action in self._by.actions():
                action.setChecked(action.property("days") == self._days.value)
