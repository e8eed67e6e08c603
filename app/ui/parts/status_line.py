"""The line at the bottom of the window: what was saved, and what will happen by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
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
        self._left_icon, self._left = IconLabel(look, "", size="s"), _Told(look, "", "small")
        self._right_icon, self._right = IconLabel(look, "", size="s"), Label(look, "", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 1, 16, 0)
        self._row.setSpacing(8)
        for widget in (self._left_icon, self._left):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        for part in (self._right_icon, self._right):
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_left(self, icon: str, words: str, tone: str = "quiet") -> None:
        """Say what was saved, or what the trouble is and its remedy."""
        _say(self._left_icon, self._left, (icon, words, _TONES[tone]))
        self._fold()
        if tone == "trouble":
            self._left.setAccessibleName(words)
            announce(self._left)

    def set_right(self, icon: str, words: str) -> None:
        """Say what will happen by itself: “Locks after 5 quiet minutes”."""
        _say(self._right_icon, self._right, (icon, words, "text_muted"))
        self._fold()

    def add_button(self, button: QWidget) -> None:
        """Put a button after the words at the left: the remedy for a trouble."""
        self._row.insertWidget(2, button)
        self._fold()

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
        self._fold()
        self.update()

    def _fold(self) -> None:
        """Leave out what happens by itself where both have no room: what was saved comes first."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        parts = (item.widget() for item in items if item is not None)
        right = (self._right_icon, self._right)
        shown = [part for part in parts if part and (part in right or not part.isHidden())]
        wanted = sum(part.sizeHint().width() + self._row.spacing() for part in shown)
        margins = self._row.contentsMargins()
        has_room = wanted + margins.left() + margins.right() <= self.width()
        for part in right:
            part.setVisible(has_room and bool(self.right))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Ask for little: words without room are left out or shortened."""
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))


class _Told(Label):
    """Words on one line that are shortened where they have no room; the tooltip says them all."""

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(0, self.sizeHint().height())

    def words_shown(self) -> str:
        """Give the words as they stand in the room there is."""
        shortened = Qt.TextElideMode.ElideRight
        return QFontMetricsF(self.font()).elidedText(self.text(), shortened, self.width() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.colour(self._colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.words_shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all the words in the tooltip where they are shortened."""
        super().resizeEvent(event)
        self.setToolTip("" if self.words_shown() == self.text() else self.text())


def _say(icon: IconLabel, label: Label, said: tuple[str, str, str]) -> None:
    name, words, colour = said
    icon.set_icon(name, colour)
    icon.setVisible(bool(name))
    label.setText(words)
    label.set_colour(colour)
