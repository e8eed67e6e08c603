"""Small buttons under each other, at the right of a setting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button


class ButtonColumn(QWidget):
    """The first button has the focus where the column is given it."""

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = tuple(Button(look, each, is_small=True) for each in words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        for button in self.buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.buttons[0])
