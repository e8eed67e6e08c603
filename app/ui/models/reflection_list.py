"""The journal's list: outlines newest first, with a heading for each month; loaded in pages."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.domain.calendar_words import month_and_year, plain_date
from app.domain.finding import Days, Found, ReflectionOutline
from app.domain.sharing import Sharing
from app.ui.parts.sharing_control import sharing_word

Index = QModelIndex | QPersistentModelIndex
OUTLINE_ROLE = Qt.ItemDataRole.UserRole + 1
HELD_ROLE = Qt.ItemDataRole.UserRole + 2
PAGE_SIZE = 50
_NOWHERE = QModelIndex()


class ReflectionListModel(QAbstractListModel):
    """Rows are outlines and the headings between them; headings cannot be chosen."""

    more_wanted = Signal(int)  # how many reflections are loaded already

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReflectionOutline | str] = []
        self._row_of: dict[str, int] = {}
        self._total = 0
        self._days = Days.OF_WRITING
        self._is_waiting = False
        self._held: frozenset[str] = frozenset()

    @property
    def loaded(self) -> int:
        """How many reflections are loaded."""
        return len(self._row_of)

    @property
    def total(self) -> int:
        """How many reflections were found, loaded or not."""
        return self._total

    @property
    def days(self) -> Days:
        """Which days are shown and order the rows."""
        return self._days

    def show(self, found: Found) -> None:
        """Begin anew with the first page of what was found."""
        self.beginResetModel()
        self._rows, self._row_of = [], {}
        self._days = found.days
        self._take(self._with_headings(found.outlines, ""))
        # Of a screenful the rest of the page is asked for in the next pause, not by the view: that
        # would have it read while the rows are being painted.
        is_screenful = len(found.outlines) < min(PAGE_SIZE, found.total)
        self._total, self._is_waiting = found.total, is_screenful
        self.endResetModel()

    def append(self, found: Found) -> None:
        """Add the next page; what the list holds already is not added twice."""
        self._is_waiting = False
        self._total = found.total
        fresh = tuple(each for each in found.outlines if each.id not in self._row_of)
        if not fresh:
            # A page without news would be asked for again and again.
            self._total = self.loaded
            return
        rows = self._with_headings(fresh, self._last_month())
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._take(rows)
        self.endInsertRows()

    def mark_held(self, held: frozenset[str]) -> None:
        """Mark the reflections that are on hold, by their ids."""
        changed, self._held = self._held ^ held, held
        for index in map(self.index_of, changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def forget_waiting(self) -> None:
        """Ask for the next page again when it is needed: the last answer did not come."""
        self._is_waiting = False

    def index_of(self, reflection_id: str) -> QModelIndex:
        """Give the row of a reflection, or no row while it is not loaded."""
        row = self._row_of.get(reflection_id)
        return QModelIndex() if row is None else self.index(row)

    def first_index(self) -> QModelIndex:
        """Give the first row that can be chosen."""
        return self.index(min(self._row_of.values())) if self._row_of else QModelIndex()

    def neighbour_of(self, reflection_id: str) -> str:
        """Give the reflection under this one, or above it, or nothing."""
        row = self._row_of.get(reflection_id, -1)
        rows = (*self._rows[row + 1 :], *reversed(self._rows[: max(row, 0)]))
        return next((each.id for each in rows if isinstance(each, ReflectionOutline)), "")

    def outline(self, index: Index) -> ReflectionOutline | None:
        """Give the outline of a row; a heading has none."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, ReflectionOutline) else None

    def row_at(self, index: Index) -> ReflectionOutline | str | None:
        """Give what a row holds, a heading too, without the detour by a role."""
        row = index.row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def is_held(self, reflection_id: str) -> bool:
        """Say whether a reflection is on hold."""
        return reflection_id in self._held

    def _take(self, rows: list[ReflectionOutline | str]) -> None:
        first = len(self._rows)
        self._rows += rows
        for number, row in enumerate(rows, first):
            if isinstance(row, ReflectionOutline):
                self._row_of[row.id] = number

    def _last_month(self) -> str:
        last = self._rows[-1] if self._rows else None
        return self._month(last) if isinstance(last, ReflectionOutline) else ""

    def _month(self, outline: ReflectionOutline) -> str:
        return month_and_year(outline.day_by(self._days))

    def _with_headings(
        self, outlines: tuple[ReflectionOutline, ...], month: str
    ) -> list[ReflectionOutline | str]:
        rows: list[ReflectionOutline | str] = []
        for outline in outlines:
            if self._month(outline) != month:
                month = self._month(outline)
                rows.append(month)
            rows.append(outline)
        return rows

    # Qt overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the loaded rows with their headings."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a title or heading, the outline, or the words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if role in words else None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, self._days, is_held=row.id in self._held)
        if role == HELD_ROLE:
            return row.id in self._held
        return row if role == OUTLINE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let reflections be chosen; the arrow keys pass over headings."""
        if self.outline(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether more was found than is loaded."""
        return not parent.isValid() and not self._is_waiting and self.loaded < self._total

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; it comes later, from the lane."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit(self.loaded)


def title_of(outline: ReflectionOutline) -> str:
    """Give the title, or the form's where it has none."""
    return " ".join(outline.title.split()) or outline.form_title


def _spoken(outline: ReflectionOutline, days: Days, *, is_held: bool) -> str:
    parts = [title_of(outline), outline.form_title, plain_date(outline.day_by(days))]
    if not outline.is_complete:
        parts.append(QCoreApplication.translate("ReflectionListModel", "draft"))
    if is_held:
        parts.append(QCoreApplication.translate("ReflectionListModel", "on hold"))
    parts.append(_spoken_sharing(outline.sharing))
    parts.append("".join(piece.text for piece in outline.extract))
    return ". ".join(part for part in parts if part)


def _spoken_sharing(sharing: Sharing) -> str:
    words = QCoreApplication.translate("ReflectionListModel", "Shared: {word}")
    return sharing_word(sharing) if not sharing else words.format(word=sharing_word(sharing))
