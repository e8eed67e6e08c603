"""The list of actions in their groups; a heading says how many stand under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.placed_action import (
    ActionGroup,
    PlacedAction,
    carried_words,
    source_words,
    when_words,
)

Index = QModelIndex | QPersistentModelIndex
Place = tuple[str, str, int]
_AT_ONCE = 200  # rows; a view lays out every one that it has
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """The heading of a group, and how many actions stand under it."""

    words: str
    count: int


def place_of(placed: PlacedAction) -> Place:
    """Give what tells one action from the others while the list stands."""
    return placed.reflection_id, placed.prompt_key, placed.position


class ActionListModel(QAbstractListModel):
    """Rows are actions and the headings between them; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[PlacedAction | GroupHeading] = []
        self._row_of: dict[Place, int] = {}
        self._loaded = 0
        self.today = date.min

    @property
    def count(self) -> int:
        """How many actions there are, loaded or not."""
        return len(self._row_of)

    def show(self, groups: tuple[ActionGroup, ...], today: date) -> None:
        """Show other actions."""
        self.beginResetModel()
        self._rows, self.today = [], today
        for group in groups:
            self._rows.append(GroupHeading(group.heading, len(group.actions)))
            self._rows += group.actions
        rows = enumerate(self._rows)
        self._row_of = {
            place_of(row): number for number, row in rows if isinstance(row, PlacedAction)
        }
        self._loaded = min(_AT_ONCE, len(self._rows))
        self.endResetModel()

    def row_at(self, index: Index) -> PlacedAction | GroupHeading | None:
        """Give what a row holds."""
        row = index.row()
        return self._rows[row] if index.isValid() and row < self._loaded else None

    def placed(self, index: Index) -> PlacedAction | None:
        """Give the action of a row; a heading has none."""
        row = self.row_at(index)
        return row if isinstance(row, PlacedAction) else None

    def index_of(self, place: Place) -> QModelIndex:
        """Give the row of an action, loaded now if it was not; or no row."""
        row = self._row_of.get(place)
        if row is None:
            return QModelIndex()
        while row >= self._loaded:
            self.fetchMore(QModelIndex())
        return self.index(row)

    def index_near(self, row: int) -> QModelIndex:
        """Give the first action from this row on, or else the last before it, or none."""
        below = (number for number in self._row_of.values() if number >= row)
        number = min(below, default=max(self._row_of.values(), default=-1))
        return self.index_of(place_of(found)) if (found := self._action_at(number)) else _NOWHERE

    def _action_at(self, number: int) -> PlacedAction | None:
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, PlacedAction) else None

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the loaded rows with their headings."""
        return 0 if parent.isValid() else self._loaded

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is to be done, and all of a row in words for a screen reader."""
        row = self.row_at(index)
        if isinstance(row, GroupHeading):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.words}: {row.count}" if role in words else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.action.what)
        return _spoken(row, self.today) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let actions be chosen; the arrow keys pass over headings."""
        if self.placed(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are more rows than the view has."""
        return not parent.isValid() and self._loaded < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        """Give the view more rows."""
        if self.canFetchMore(parent):
            last = min(self._loaded + _AT_ONCE, len(self._rows)) - 1
            self.beginInsertRows(QModelIndex(), self._loaded, last)
            self._loaded = last + 1
            self.endInsertRows()


def one_line(text: str) -> str:
    """Give a text without line ends."""
    return " ".join(text.split())


def _spoken(placed: PlacedAction, today: date) -> str:
    action = placed.action
    words = QCoreApplication.translate("ActionListModel", "from {source}")
    parts = (
        one_line(action.what),
        one_line(action.who),
        when_words(action, today),
        carried_words(action.carried) if action.is_open else "",
        words.format(source=source_words(placed, today)),
    )
    return ". ".join(part for part in parts if part)
