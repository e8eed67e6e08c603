"""The days of one month as a table of weeks, each with how many reflections it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.calendar_words import long_date, weekday_name

Index = QModelIndex | QPersistentModelIndex
WEEKS, WEEKDAYS = 6, 7
_NOWHERE = QModelIndex()
_SHORT = 3


class MonthDaysModel(QAbstractTableModel):
    """Six weeks from Monday to Sunday; days of other months are empty and cannot be chosen."""

    def __init__(self, month: date, parent: QObject | None = None) -> None:
        """Begin with a month without counts."""
        super().__init__(parent)
        self._month = month.replace(day=1)
        self._counts: Mapping[date, int] = {}
        self._counts_of_months: Counter[tuple[int, int]] = Counter()
        self._chosen: date | None = None
        self.today: date | None = None

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    @property
    def chosen(self) -> date | None:
        """The day that was chosen, in whatever month it lies."""
        return self._chosen

    def show_month(self, month: date) -> None:
        """Show another month."""
        self._change(month.replace(day=1), self._counts, self._chosen)

    def show_counts(self, counts: Mapping[date, int]) -> None:
        """Show other counts."""
        months: Counter[tuple[int, int]] = Counter()
        for day, count in counts.items():
            months[day.year, day.month] += count
        self._counts_of_months = months
        self._change(self._month, counts, self._chosen)

    def choose(self, day: date | None) -> None:
        """Mark another day as chosen, or none."""
        self._change(self._month, self._counts, day)

    def day_at(self, index: Index) -> date | None:
        """Give the day of a cell; an empty one has none."""
        if not index.isValid():
            return None
        place = index.row() * WEEKDAYS + index.column() - self._month.weekday()
        if abs(place) > WEEKS * WEEKDAYS or self._is_beyond(place):
            return None
        day = self._month + timedelta(days=place)
        return day if place >= 0 and day.month == self._month.month else None

    def index_of(self, day: date) -> QModelIndex:
        """Give the cell of a day, or no cell where it is not in the month."""
        if day.replace(day=1) != self._month:
            return QModelIndex()
        row, column = divmod(day.day - 1 + self._month.weekday(), WEEKDAYS)
        return self.index(row, column)

    def count(self, day: date) -> int:
        """Say how many reflections a day has."""
        return self._counts.get(day, 0)

    def count_of_month(self) -> int:
        """Say how many reflections the month has."""
        return self._counts_of_months[self._month.year, self._month.month]

    def _is_beyond(self, place: int) -> bool:
        return place < 0 or (date.max - self._month).days < place

    def _change(self, month: date, counts: Mapping[date, int], chosen: date | None) -> None:
        # The cells stay what they are, so that the current one does.
        self._month, self._counts, self._chosen = month, counts, chosen
        last = self.index(WEEKS - 1, WEEKDAYS - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _spoken(self, day: date) -> str:
        words = [long_date(day)]
        if count := self.count(day):
            words.append(count_words(count))
        if day == self.today:
            words.append(QCoreApplication.translate("MonthDaysModel", "today"))
        if day == self._chosen:
            words.append(QCoreApplication.translate("MonthDaysModel", "chosen"))
        return ", ".join(words)

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the days of a week."""
        return 0 if parent.isValid() else WEEKDAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the number of a day, and its date and count in words."""
        day = self.day_at(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the days of the week."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        name = weekday_name(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return name[:_SHORT]
        return name if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the days of the month be reached."""
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def count_words(count: int) -> str:
    """Say how many reflections there are."""
    if count == 1:
        return QCoreApplication.translate("MonthDaysModel", "1 reflection")
    words = QCoreApplication.translate("MonthDaysModel", "{count} reflections")
    return words.format(count=f"{count:,}")
