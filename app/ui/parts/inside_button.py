"""A button that stands inside a line of text and keeps its keys to itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.ui.parts.button import Button
from app.ui.parts.face_button import ENTER_KEYS

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PRESS_KEYS = (Qt.Key.Key_Space, *ENTER_KEYS)
_FOR_THE_PAGE = (Qt.Key.Key_Escape, *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)))
_THROUGH_PROMPTS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class InsideButton(Button):
    """Qt would hand what a button does not know to the line of text around it.

    Nothing that could be typed into the line, or change it, goes there from here; what belongs
    to the page or its dialog goes past the line.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Space and Enter; take every other key that the line would take."""
        held, key = event.modifiers(), event.key()
        if key in _PRESS_KEYS and not held & (_CONTROL | _ALT):
            super().keyPressEvent(event)
        elif key in _FOR_THE_PAGE or _leads_on(event):
            self._send_past(event)
        event.accept()

    def _send_past(self, event: QKeyEvent) -> None:
        line = self.parentWidget()
        beyond = line.parentWidget() if isinstance(line, QLineEdit) else None
        if beyond is not None:
            QCoreApplication.sendEvent(beyond, event)


def _leads_on(event: QKeyEvent) -> bool:
    held, key = event.modifiers(), event.key()
    goes_on = bool(held & _CONTROL) and key in ENTER_KEYS
    return goes_on or (bool(held & _ALT) and key in _THROUGH_PROMPTS)
