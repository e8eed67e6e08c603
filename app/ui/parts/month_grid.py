"""A month of days in weeks; a day with reflections bears a mark for each, three at most."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.domain.calendar_words import last_of_month, months_from
from app.ui.look import Look
from app.ui.models.day_delegate import DayDelegate, day_height, is_wide_day
from app.ui.models.month_days import WEEKDAYS, WEEKS, MonthDaysModel

_Index = QModelIndex | QPersistentModelIndex
_MONTHS_IN_YEAR = 12
_DAY_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEKDAYS,
    Qt.Key.Key_Down: WEEKDAYS,
}
_CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthGrid(QTableView):
    """Arrow keys move by a day or a week, Page Up and Down by a month; Enter chooses the day."""

    day_chosen = Signal(object)  # date
    month_changed = Signal(object)  # its first day
    cursor_moved = Signal(object)  # QRect of the cell that is current
    height_changed = Signal()

    def __init__(self, look: Look, today: date, parent: QWidget | None = None) -> None:
        """Begin with today's month."""
        super().__init__(parent)
        self._look = look
        self.days = MonthDaysModel(today, self)
        self.days.today = today
        self._cursor = today
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(look, self))
        self.setAccessibleName(self.tr("Calendar"))
        self._quieten()
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._measure)
        self._measure()
        self._show_cursor()

    def _quieten(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = _Weekdays(self._look, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def is_wide(self) -> bool:
        """Say whether the days are so wide that the marks stand beside their numbers."""
        return is_wide_day(self._look, self.width() // WEEKDAYS)

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self.days.month

    @property
    def cursor_day(self) -> date:
        """The day that the keys stand on."""
        return self._cursor

    def show_counts(self, counts: Mapping[date, int]) -> None:
        """Mark other days."""
        self.days.show_counts(counts)

    def go_to(self, day: date) -> None:
        """Show the month of a day, with the keys on the day; nothing is chosen."""
        is_other = day.replace(day=1) != self.month
        self._cursor = day
        if is_other:
            self.days.show_month(day)
        self._show_cursor()
        if is_other:
            self.month_changed.emit(self.month)

    def turn(self, months: int) -> None:
        """Show a later or earlier month."""
        self.go_to(months_from(self._cursor, months))

    def _show_cursor(self) -> None:
        index = self.days.index_of(self._cursor)
        self.setCurrentIndex(index)
        self.cursor_moved.emit(self.visualRect(index).translated(self.viewport().pos()))

    def _measure(self) -> None:
        row = day_height(self._look, is_wide=self.is_wide)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFont(self._look.font("tiny"))
        self.horizontalHeader().setFixedHeight(math.ceil(self._look.theme.line_px("tiny")) + 4)
        self.horizontalHeader().setMinimumSectionSize(1)
        height = WEEKS * row + self.horizontalHeader().height()
        if height != self.height():
            self.setFixedHeight(height)
            self.height_changed.emit()
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        day = self.days.day_at(index)
        if day is not None:
            self._cursor = day
            self.day_chosen.emit(day)

    def _moved(self, event: QKeyEvent) -> date | None:
        key, cursor = event.key(), self._cursor
        months = _MONTHS_IN_YEAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if key in _DAY_KEYS:
            return _days_from(cursor, _DAY_KEYS[Qt.Key(key)])
        if key == Qt.Key.Key_Home:
            return cursor.replace(day=1)
        if key == Qt.Key.Key_End:
            return last_of_month(cursor)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return months_from(cursor, -months if key == Qt.Key.Key_PageUp else months)
        return None

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the days, or choose one."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        day = None if held else self._moved(event)
        if day is not None:
            self.go_to(day)
        elif event.key() in _CHOOSE_KEYS and not held:
            self.day_chosen.emit(self._cursor)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less height where there is room beside the numbers."""
        super().resizeEvent(event)
        self._measure()

    def sizeHint(self) -> QSize:
        """Ask for days as wide as high at least."""
        return QSize(WEEKDAYS * day_height(self._look, is_wide=False), self.height())

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow as two digits allow."""
        return QSize(WEEKDAYS * round(self._look.theme.font_px("small") * 1.6), self.height())


def _days_from(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


class _Weekdays(QHeaderView):
    """The names of the days, without the edges of a table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.viewport().setAutoFillBackground(False)

    # Qt overrides

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name."""
        painter.save()
        painter.setFont(self._look.font("tiny"))
        painter.setPen(self._look.colour("text_muted"))
        name = str(self.model().headerData(section, self.orientation()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()
