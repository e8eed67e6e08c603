"""The line at the bottom of the window: what was saved, and what will happen by itself."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.announcing import announce
from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label

_TONES = {"quiet": "text_muted", "trouble": "warning"}


class StatusLine(QWidget):
    """Icon and words at both ends; trouble is told in the warning colour and announced."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._left_icon, self._left = IconLabel(look, "", size="s"), Label(look, "", "small")
        self._right_icon, self._right = IconLabel(look, "", size="s"), Label(look, "", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 1, 16, 0)
        self._row.setSpacing(8)
        for widget in (self._left_icon, self._left):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for widget in (self._right_icon, self._right):
            self._row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_left(self, icon: str, words: str, tone: str = "quiet") -> None:
        """Say what was saved, or what the trouble is and its remedy."""
        _say(self._left_icon, self._left, (icon, words, _TONES[tone]))
        if tone == "trouble":
            self._left.setAccessibleName(words)
            announce(self._left)

    def set_right(self, icon: str, words: str) -> None:
        """Say what will happen by itself: “Locks after 5 quiet minutes”."""
        _say(self._right_icon, self._right, (icon, words, "text_muted"))

    def add_button(self, button: QWidget) -> None:
        """Put a button after the words at the left: the remedy for a trouble."""
        self._row.insertWidget(2, button)

    @property
    def left(self) -> str:
        """The words at the left."""
        return self._left.text()

    @property
    def right(self) -> str:
        """The words at the right."""
        return self._right.text()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px("status_line"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))


def _say(icon: IconLabel, label: Label, said: tuple[str, str, str]) -> None:
    name, words, colour = said
    icon.set_icon(name, colour)
    icon.setVisible(bool(name))
    label.setText(words)
    label.set_colour(colour)
