"""How hard a passphrase is to guess, in words; four segments only support them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import LeadLabel

SEGMENTS = 4
_BAR, _GAP = 6, 6
_MARKS = {
    0: ("", "text_muted"),
    1: ("circle-alert", "danger"),
    2: ("triangle-alert", "warning"),
    3: ("check", "success"),
    4: ("check", "success"),
}
_FILLS = {1: "danger", 2: "warning", 3: "accent", 4: "accent"}


class StrengthMeter(QWidget):
    """Four segments, an icon, a word and a sentence."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Segments(look)
        self._icon = IconLabel(look, "", "success", "s")
        self._words = LeadLabel(look, "", "", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        self._icon.stand_beside("small")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addLayout(row)
        self.show_strength(0, "", "")

    @property
    def words(self) -> str:
        """What it says beside the segments."""
        return self.accessibleName()

    def take_words_away(self) -> None:
        """Show the segments alone."""
        self.show_strength(self._bar.level, "", "")

    def show_strength(self, level: int, lead: str, sentence: str) -> None:
        """Show a level from 0 (nothing typed) to 4, its word and what it means, or no words."""
        self._bar.set_level(level)
        self._icon.set_icon(*_MARKS[level])
        self._icon.setVisible(bool(level and lead))
        self._words.set_words(lead, sentence)
        self.setAccessibleName(f"{lead} {sentence}".strip())


class _Segments(QWidget):
    """The four segments."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._level = look, 0
        self.setFixedHeight(_BAR)
        look.changed.connect(self.update)

    @property
    def level(self) -> int:
        """How many segments are filled."""
        return self._level

    def set_level(self, level: int) -> None:
        """Fill as many segments."""
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw filled and empty segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - (SEGMENTS - 1) * _GAP) / SEGMENTS
        for index in range(SEGMENTS):
            rect = QRectF(index * (wide + _GAP), 0, wide, _BAR)
            is_full = index < self._level
            colour = self._look.colour(_FILLS[self._level] if is_full else "control_border")
            painter.setPen(Qt.PenStyle.NoPen if is_full else colour)
            painter.setBrush(colour if is_full else self._look.colour("sunken"))
            inset = 0.0 if is_full else 0.5
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 3, 3)
