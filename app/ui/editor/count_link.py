"""How many possible identifiers an answer has: quiet words that open the panel."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape

_RING_ROOM = 4


class CountLink(FaceButton):
    """As quiet as the count of words, and no higher than its line."""

    def __init__(self, look: Look, question: str, parent: QWidget) -> None:
        super().__init__(look, "", parent)
        self._aligns_left = True
        self._question = question
        self.set_icon("scan-text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Go through them (F8)"))

    def set_count(self, count: int) -> None:
        """Say how many there are, or nothing where there are none."""
        one, many = self.tr("1 possible identifier"), self.tr("{count} possible identifiers")
        words = one if count == 1 else many.format(count=f"{count:,}")
        if words != self.words:
            self.set_words(words)
            self.setAccessibleName(words)
            self.setAccessibleDescription(self._question)
        self.setVisible(bool(count))

    def _shape(self) -> Shape:
        theme = self._look.theme
        height = round(theme.line_px("small"))
        return Shape(height, 0, theme.radius("control"), "s", gap=6)

    def _face(self) -> Face:
        is_over = self.underMouse() or self.isDown()
        return Face("text" if is_over else "text_muted", style="tiny")

    def ring_rect(self) -> QRect:
        """Leave room between the words and the ring."""
        return self.rect().adjusted(-_RING_ROOM, 0, _RING_ROOM, 0)
