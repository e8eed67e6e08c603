"""What the menu of an answer box offers at a possible identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QFont, QTextCursor
from PySide6.QtWidgets import QMenu

from app.domain.form import Prompt
from app.domain.identifier import PossibleIdentifier
from app.domain.short_words import shortened
from app.ui.parts.answer_box import AnswerBox

if TYPE_CHECKING:
    from app.ui.editor.deciding import Deciding

_MOST_SHOWN = 40  # characters of a suggestion


class IdentifierMenu(QObject):
    """Lives as long as its menu is open."""

    def __init__(
        self,
        menu: QMenu,
        box: AnswerBox,
        prompt: Prompt,
        deciding: Deciding,
        at: tuple[QTextCursor, PossibleIdentifier],
    ) -> None:
        """Put what can be decided before the entries of a menu."""
        super().__init__(menu)
        self._box, self._prompt, self._deciding = box, prompt, deciding
        self._cursor, self._found = at
        self._words = self._cursor.selectedText()
        first = menu.actions()[0]
        menu.insertActions(first, self._acts(menu))
        menu.insertSeparator(first)

    def _acts(self, menu: QMenu) -> list[QAction]:
        self._suggestion = self._found.suggestion or self._found.label_of
        shown = shortened(self._suggestion, _MOST_SHOWN).replace("&", "&&")
        replace = QAction(self.tr("Replace with “{words}”").format(words=shown), menu)
        font = replace.font()
        font.setWeight(QFont.Weight.DemiBold)
        replace.setFont(font)
        everywhere = QAction(self.tr("Replace everywhere and remember…"), menu)
        keep = QAction(self.tr("Keep, and why…"), menu)
        not_one = QAction(self.tr("Not an identifier"), menu)
        replace.triggered.connect(self._replace)
        everywhere.triggered.connect(self._ask_label)
        keep.triggered.connect(self._ask_reason)
        not_one.triggered.connect(self._take_as_none)
        return (
            [replace, everywhere, keep, not_one]
            if self._suggestion
            else [everywhere, keep, not_one]
        )

    def _replace(self) -> None:
        if self._take_up():
            self._deciding.replace(self._suggestion)

    def _ask_label(self) -> None:
        if self._take_up():
            self._deciding.open_current()
            self._deciding.ask_label()

    def _ask_reason(self) -> None:
        if self._take_up():
            self._deciding.open_current()
            self._deciding.ask_reason()

    def _take_as_none(self) -> None:
        if self._take_up():
            self._deciding.not_one()

    def _take_up(self) -> bool:
        # What was typed since in this place is not to be decided about.
        is_there = self._cursor.selectedText() == self._words
        return is_there and self._deciding.take_up(
            self._box, self._prompt, (self._cursor, self._found)
        )
