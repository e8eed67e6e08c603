"""Rows that say how many reflections they stand for: the years and months, and the themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.models.month_days import count_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class CountedRow:
    """One row: what choosing it means, its words, and how much of the longest bar is its own.

    A heading has no bar, a row without a number only words. What is spoken stands for the columns
    too, which are only painted.
    """

    key: object
    words: str
    count: int | None
    share: float | None = None
    more: str = ""
    columns: tuple[float, ...] = ()
    spoken: str = ""


class CountedRowsModel(QAbstractListModel):
    """The rows in their order; each can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[CountedRow, ...] = ()

    def show(self, rows: Sequence[CountedRow]) -> None:
        """Show other rows."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row_at(self, index: Index) -> CountedRow | None:
        """Give the row of an index."""
        row = index.row()
        return self._rows[row] if index.isValid() and row < len(self._rows) else None

    def index_of(self, key: object) -> QModelIndex:
        """Give the row with this key, or no row."""
        rows = (number for number, row in enumerate(self._rows) if row.key == key)
        return self.index(next(rows, -1))

    @property
    def longest(self) -> int:
        """The highest count of all rows, for the room that its digits take."""
        return max((row.count or 0 for row in self._rows), default=0)

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, and all of it in words for a screen reader."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            counted = "" if row.count is None else f", {count_words(row.count)}"
            return row.spoken or f"{row.words}{counted}"
        return None
