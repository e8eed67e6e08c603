"""A page with one column in its middle: for what comes before a journal is open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.scroll_page import ScrollPage


class CentredPage(ScrollPage):
    """Scrolls up and down when the text is too large; its column grows with the text."""

    def __init__(self, look: Look, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(look, width_px, align="centre", parent=parent)
        self._width_px = width_px
        self.middle = self.column
        self.middle.setSpacing(0)
        # There is a stretch below the column already; one above it brings it into the middle.
        around = self._inner.layout()
        assert isinstance(around, QVBoxLayout)
        around.insertStretch(0, 1)
        look.changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self.set_max_width(round(self._width_px * self._look.theme.scale))
