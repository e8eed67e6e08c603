"""Dragging marked words into an answer as a quotation; no word can be dragged out of the window.

What is dragged says only where the words stand: another program that takes it gets nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from app.ui.parts import pieces
from app.ui.parts.pasting import insert_quotation

QUOTATION = "application/x-afterword-quotation"


class DraggedWords(QMimeData):
    """Knows the box that the words are marked in, and holds none of them."""

    def __init__(self, box: QTextEdit) -> None:
        super().__init__()
        self._box = box
        self.setData(QUOTATION, b"")

    def words(self) -> str:
        """Give the words as they are marked now."""
        return pieces.whole(self._box.textCursor().selectedText())


class Quoting(QObject):
    """Sees the mouse before a box does: a press on marked words may begin to drag them.

    If it does not, the mark goes when the button is let go, as after a press anywhere else.
    """

    def __init__(self, box: QTextEdit) -> None:
        """Watch this box; it owns the watch."""
        super().__init__(box)
        self._box = box
        self._pressed_at: QPoint | None = None
        box.viewport().installEventFilter(self)

    def begin_drag(self) -> None:
        """Drag what is marked, until it is dropped."""
        drag = QDrag(self._box)
        drag.setMimeData(DraggedWords(self._box))
        drag.exec(Qt.DropAction.CopyAction)

    def _press(self, event: QMouseEvent) -> bool:
        cursor = self._box.textCursor()
        is_extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        place = self._box.cursorForPosition(event.position().toPoint()).position()
        is_on_mark = cursor.hasSelection() and (
            cursor.selectionStart() <= place <= cursor.selectionEnd()
        )
        if not is_left or is_extending or not is_on_mark:
            return False
        self._pressed_at = event.position().toPoint()
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None:
            return False
        moved = event.position().toPoint() - self._pressed_at
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.begin_drag()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None:
            return False
        self._pressed_at = None
        self._box.setTextCursor(self._box.cursorForPosition(event.position().toPoint()))
        return True

    def _drop(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if self._box.isReadOnly() or not isinstance(data, DraggedWords):
            return False
        words = data.words()  # before the mark goes, if it is dropped into its own box
        self._box.setTextCursor(self._box.cursorForPosition(event.position().toPoint()))
        insert_quotation(self._box, words)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on what the mouse does over marked words; the rest is the box's own."""
        kinds = QEvent.Type
        if isinstance(event, QDropEvent) and event.type() == kinds.Drop:
            return self._drop(event)
        if not isinstance(event, QMouseEvent):
            return False
        acts = {
            kinds.MouseButtonPress: self._press,
            kinds.MouseMove: self._move,
            kinds.MouseButtonRelease: self._release,
        }
        act = acts.get(event.type())
        return act is not None and act(event)
