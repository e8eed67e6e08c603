"""Keeps words where they are: no text can be dragged out of a box into another program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit


class NoDragging(QObject):
    """Lets a press inside what is marked begin a new mark, as a press anywhere else does.

    Qt gives its text boxes no switch for this: a press on marked words would begin to drag them.
    """

    def __init__(self, box: QTextEdit) -> None:
        """Watch this box; it owns the watch."""
        super().__init__(box)
        self._box = box
        box.viewport().installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mark away just before Qt sees the press."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            cursor = self._box.textCursor()
            is_extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            is_left = event.button() == Qt.MouseButton.LeftButton
            if is_left and cursor.hasSelection() and not is_extending:
                cursor.clearSelection()
                self._box.setTextCursor(cursor)
        return False
