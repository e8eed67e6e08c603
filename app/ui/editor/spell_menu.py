"""What the menu of an answer box offers at an unknown word: what was probably meant by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QFont, QTextCursor
from PySide6.QtWidgets import QMenu

from app.ui.parts.answer_box import AnswerBox

if TYPE_CHECKING:
    from app.ui.editor.spelling import EditorSpelling


class SpellMenu(QObject):
    """Lives as long as its menu is open."""

    def __init__(
        self, menu: QMenu, box: AnswerBox, spelling: EditorSpelling, word: QTextCursor
    ) -> None:
        """Offer what can be done with an unknown word, before the usual entries of a menu."""
        super().__init__(menu)
        self._menu, self._box, self._spelling = menu, box, spelling
        self._place, self._word = word, word.selectedText()
        self._offer()

    def _offer(self) -> None:
        menu = self._menu
        first = menu.actions()[0]
        group = QActionGroup(self)
        for meant in self._spelling.near(self._word):
            action = QAction(meant.replace("&", "&&"), menu)
            action.setData(meant)
            font = action.font()
            font.setWeight(QFont.Weight.DemiBold)
            action.setFont(font)
            group.addAction(action)
            menu.insertAction(first, action)
        if not group.actions():
            nothing = QAction(self.tr("Nothing like it is known"), menu)
            nothing.setEnabled(False)
            menu.insertAction(first, nothing)
        menu.insertSeparator(first)
        add = QAction(self.tr("Add to my words"), menu)
        let_pass = QAction(self.tr("Ignore for now"), menu)
        menu.insertActions(first, [add, let_pass])
        menu.insertSeparator(first)
        group.triggered.connect(self._replace)
        add.triggered.connect(self._add)
        let_pass.triggered.connect(self._let_pass)

    def _replace(self, action: QAction) -> None:
        # What was typed since in this place is not to be written over.
        if self._place.selectedText() == self._word:
            self._place.insertText(str(action.data()))
            self._box.setTextCursor(self._place)

    def _add(self) -> None:
        self._spelling.add(self._word)

    def _let_pass(self) -> None:
        self._spelling.let_pass(self._word)
