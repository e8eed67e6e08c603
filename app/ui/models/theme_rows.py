"""The themes that fit what is typed, as rows; the first of each group tells the group's title."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.theme_groups import ThemeVocabulary

GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ThemeRows(QAbstractListModel):
    """Rows of themes under the titles of their groups."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._vocabulary = ThemeVocabulary()
        self._words = ""
        self._taken: frozenset[str] = frozenset()
        self._rows: list[tuple[str, str, bool]] = []  # theme, group, whether it is the first of it

    @property
    def vocabulary(self) -> ThemeVocabulary:
        """What is offered."""
        return self._vocabulary

    def offer(self, vocabulary: ThemeVocabulary) -> None:
        """Offer other themes."""
        self._vocabulary = vocabulary
        self._fill()

    def leave_out(self, themes: tuple[str, ...]) -> None:
        """Offer no theme that is chosen already."""
        self._taken = frozenset(theme.casefold() for theme in themes)
        self._fill()

    def narrow(self, words: str) -> None:
        """Show only the themes that fit what is typed."""
        self._words = words
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = []
        for group in self._vocabulary.matching(self._words):
            left = [theme for theme in group.themes if theme.casefold() not in self._taken]
            self._rows += [(theme, group.title, not place) for place, theme in enumerate(left)]
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the themes."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a theme, or the title of its group where it is the first one there."""
        if not index.isValid():
            return None
        theme, group, is_first = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return theme
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{theme}, {group}"
        if role == GROUP_ROLE:
            return group if is_first else ""
        return None
