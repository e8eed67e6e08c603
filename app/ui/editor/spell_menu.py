"""The menu of an answer box: what was probably meant by an unknown word, and the usual entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont, QTextCursor
from PySide6.QtWidgets import QMenu

from app.ui.parts.answer_box import AnswerBox

if TYPE_CHECKING:
    from app.ui.editor.spelling import EditorSpelling


class SpellMenu(QObject):
    """Lives as long as its menu is open."""

    def __init__(self, box: AnswerBox, spelling: EditorSpelling, word: QTextCursor | None) -> None:
        """Offer what can be done with the word, if it is unknown, before the usual entries."""
        self._menu: QMenu = box.createStandardContextMenu()
        super().__init__(self._menu)
        self._menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box, self._spelling, self._place = box, spelling, word
        self._say_in_our_way()
        if word is not None and not box.isReadOnly():
            self._word = word.selectedText()
            self._offer()

    def popup(self, at: QPoint) -> None:
        """Open the menu; nothing waits for it."""
        self._menu.popup(at)
        entries = [each for each in self._menu.actions() if each.isEnabled()]
        if self._place is not None and entries:
            self._menu.setActiveAction(entries[0])

    def _say_in_our_way(self) -> None:
        # Qt shows only the keys that our own menus don't have: one of seven, and another than ours.
        for entry in self._menu.actions():
            entry.setText(entry.text().partition("\t")[0])
            if entry.objectName() == "select-all":
                entry.setText(self.tr("Select all"))

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
        if self._place is not None and self._place.selectedText() == self._word:
            self._place.insertText(str(action.data()))
            self._box.setTextCursor(self._place)

    def _add(self) -> None:
        self._spelling.add(self._word)

    def _let_pass(self) -> None:
        self._spelling.let_pass(self._word)
