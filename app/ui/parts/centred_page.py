"""A page with one column in its middle: for what comes before a journal is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.scroll_page import ScrollPage


class CentredPage(ScrollPage):
    """Scrolls up and down when the text is too large; its column grows with the text."""

    def __init__(self, look: Look, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(look, width_px, align="centre", parent=parent)
        self._width_px = width_px
        self.column.setAlignment(Qt.AlignmentFlag(0))
        self.column.setSpacing(0)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)
        self.column.addStretch(1)
        self.column.addLayout(self.middle)
        self.column.addStretch(1)
        look.changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self.set_max_width(round(self._width_px * self._look.theme.scale))
