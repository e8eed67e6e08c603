"""A reflection in two lines, as the journal's list shows it: its title, and under it the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.label import Label


class SampleLines(QWidget):
    """Shows what cannot be chosen yet."""

    def __init__(self, look: Look, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space("m"), 0, 0, 0)
        column.setSpacing(0)
        lines = ((title, "prose", "text"), (about, "small", "text_muted"))
        for words, style, colour in lines:
            if words:
                line = Label(look, words, style, colour)
                line.setWordWrap(True)
                column.addWidget(line)
