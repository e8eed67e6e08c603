"""Joins the Edit menu to whatever text has the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from app.ui.actions import Actions

_NAMES = ("undo", "redo", "cut", "copy", "paste", "select_all")


class TextActs(QObject):
    """Undo, cut, copy and paste for the text under the cursor."""

    def __init__(self, actions: Actions) -> None:
        """Join the entries."""
        super().__init__(actions)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for name in _NAMES:
            group.addAction(actions[name])
        group.triggered.connect(self._act)

    def _act(self, action: QAction) -> None:
        focused = QApplication.focusWidget()
        if not isinstance(focused, (QLineEdit, QTextEdit, QPlainTextEdit)):
            return
        slots = {
            "undo": focused.undo,
            "redo": focused.redo,
            "cut": focused.cut,
            "copy": focused.copy,
            "paste": focused.paste,
            "select_all": focused.selectAll,
        }
        slots[action.objectName()]()
