"""Something to know, set apart from the page: a tint, a bar, an icon, a lead and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import LeadLabel

# tone: icon, colour of bar and icon, fill
_TONES = {
    "info": ("info", "info", "info_tint"),
    "success": ("circle-check", "success", "success_tint"),
    "warning": ("triangle-alert", "warning", "warning_tint"),
    "error": ("circle-alert", "danger", "danger_tint"),
}


class Callout(QFrame):
    """An information, a success, a warning or an error."""

    def __init__(
        self, look: Look, tone: str, lead: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._tone = look, tone
        self._icon = IconLabel(look, "", size="l")
        self._words = LeadLabel(look, lead, text)
        bar = look.theme.tokens.size["callout_bar"]
        row = QHBoxLayout(self)
        row.setContentsMargins(bar + 14, 9, 16, 9)
        row.setSpacing(12)
        self._icon.stand_beside("body")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._column.addWidget(self._words)
        row.addLayout(self._column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_tone(tone)
        self.set_words(lead, text)
        look.changed.connect(self.update)

    @property
    def tone(self) -> str:
        """Which of the four it is: info, success, warning or error."""
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self._tone = tone
        icon, colour, _ = _TONES[tone]
        self._icon.set_icon(icon, colour)
        self.update()

    def set_words(self, lead: str, text: str = "") -> None:
        """Say something else."""
        self._words.set_words(lead, text)
        self.setAccessibleName(f"{lead} {text}".strip())

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget under the words, such as a row of buttons."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def add_row(self, row: QWidget) -> None:
        """Put a row under the words that is as wide as they are, so that it can fold."""
        self._column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, its edge and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _, colour, tint = _TONES[self._tone]
        theme = self._look.theme
        radius, bar = theme.radius("callout"), theme.tokens.size["callout_bar"]
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(rect, radius, radius)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, bar, self.height()), theme.colour(colour))
