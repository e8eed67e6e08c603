"""A box for the recovery words: small, plain, and closed to everything that learns what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.ui.look import Look

_LINES = 4
_AROUND = 30
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class WordsBox(QTextEdit):
    """Takes plain text only; Enter goes on, Tab leaves it."""

    return_pressed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(_HINTS)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("body"))
        self.setFixedHeight(round(_LINES * self._look.theme.line_px("body")) + _AROUND)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in _ENTER_KEYS:
            self.return_pressed.emit()
        else:
            super().keyPressEvent(event)
