"""Cards: a raised sheet, and one that is a button as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import Look
from app.ui.parts.face_button import ENTER_KEYS
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label

_BAR_WIDTH = 4


class Card(QFrame):
    """A raised sheet; put widgets into its body."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_bar: bool = False) -> None:
        super().__init__(parent)
        self._look, self._has_bar, self._is_current = look, has_bar, False
        space = look.space("l")
        self.body = QVBoxLayout(self)
        left = space + _BAR_WIDTH if has_bar else space
        self.body.setContentsMargins(left + 1, space + 1, space + 1, space + 1)
        self.body.setSpacing(look.space("s"))
        look.changed.connect(self.update)

    def set_current(self, is_current: bool) -> None:
        """Mark the card that is being looked at."""
        self._is_current = is_current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        paint_card(painter, self._look, QRectF(self.rect()), is_current=self._is_current)
        if self._has_bar:
            painter.fillRect(0, 0, _BAR_WIDTH, self.height(), self._look.colour("accent"))


class CardButton(QAbstractButton):
    """A card that is pressed as a whole: a title, some words and a line at its foot."""

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        title: str,
        text: str = "",
        foot_left: str = "",
        foot_right: str = "",
        *,
        parent: QWidget | None = None,
        foot_icon: str = "clock",
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, title, "body_strong")
        self._text = Label(look, text, "small", "text_muted")
        self._foot_left = Label(look, foot_left, "small", "text_muted")
        self._foot_right = Label(look, foot_right, "small", "text_muted")
        self._foot_icon = IconLabel(look, foot_icon, "text_muted", "xs")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()
        self.set_words(title, text)
        look.changed.connect(self.update)

    def _build(self) -> None:
        space = self._look.space("l")
        column = QVBoxLayout(self)
        column.setContentsMargins(space + 1, space - 2, space + 1, space - 4)
        column.setSpacing(2)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        has_foot = bool(self._foot_left.text())
        foot.addWidget(self._foot_icon)
        foot.addWidget(self._foot_left)
        foot.addStretch(1)
        foot.addWidget(self._foot_right)
        column.addLayout(foot)
        # Only now: a widget without a parent would open as a window of its own and take the focus.
        self._foot_icon.setVisible(has_foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_words(self, title: str, text: str) -> None:
        """Change title and words."""
        self._title.setText(title)
        self._text.setText(text)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        parts = (text, self._foot_left.text(), self._foot_right.text())
        self.setAccessibleDescription(" ".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Ask for what title, words and foot need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as the space bar does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def ring_radius(self) -> int:
        """Give the radius of the card's corners."""
        return self._look.theme.radius("card")

    def ring_rect(self) -> QRect:
        """Surround the whole card."""
        return self.rect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, tinted under the pointer."""
        fill = "hover" if self.underMouse() or self.isDown() else "raised"
        paint_card(QPainter(self), self._look, QRectF(self.rect()), fill=fill)


def paint_card(
    painter: QPainter, look: Look, rect: QRectF, *, fill: str = "raised", is_current: bool = False
) -> None:
    """Draw a card's sheet and edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = look.theme.tokens.size["border_strong" if is_current else "border"]
    radius, half = look.theme.radius("card"), width / 2
    painter.setPen(QPen(look.colour("accent" if is_current else "line"), width))
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
