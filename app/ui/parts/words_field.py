"""A field for the recovery words: plain, and closed to everything that learns what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.no_dragging import NoDragging

_LINES = 4
_AROUND = 26
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class WordsField(QWidget):
    """A label, a box of several lines and a hint; Enter goes on, Tab leaves it."""

    return_pressed = Signal()

    def __init__(self, look: Look, label: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _Box(look)
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(hint)
        self._label = Label(look, label, "small_strong", "text_muted")
        self._label.setBuddy(self.box)
        self._hint = Label(look, hint, "small", "text_muted")
        self._hint.setWordWrap(True)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._label, self.box, self._hint):
            column.addWidget(widget)
        self.box.return_pressed.connect(self.return_pressed)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.box.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill the box."""
        self.box.setPlainText(text)

    def select_all(self) -> None:
        """Take the focus with everything selected, ready to be typed over."""
        self.box.setFocus()
        self.box.selectAll()

    def clear(self) -> None:
        """Empty the box, with no way to bring the words back."""
        self.box.clear()
        self.box.document().clearUndoRedoStacks()


class _Box(QTextEdit):
    """Takes plain text only."""

    return_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(_HINTS)
        NoDragging(self)
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
