"""A row that is pressed as a whole, with a thin line under it: lists on home and of forms."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import Look

_RING_ROOM = 6


class RowButton(QAbstractButton):
    """Put labels into its row; pressing any of them presses the row."""

    pressed_as = Signal(str)  # the key the row was made with

    def __init__(
        self, look: Look, key: str, name: str, *, inset: int = 0, has_line: bool = True
    ) -> None:
        """Make an empty row with the name that screen readers say; a list's rows have an inset."""
        super().__init__()
        self._look, self._key, self._has_line = look, key, has_line
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(inset, 7, inset, 8)
        self.row.setSpacing(look.space("s"))
        self.clicked.connect(self._on_clicked)

    @property
    def key(self) -> str:
        """The key the row was made with."""
        return self._key

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the right end of what is there."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(widget, stretch)

    def ring_rect(self) -> QRect:
        """Leave room between the words and the ring."""
        room = 0 if self.row.contentsMargins().left() else _RING_ROOM
        return self.rect().adjusted(-room, 0, room, 0)

    def _on_clicked(self) -> None:
        self.pressed_as.emit(self._key)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for what the row holds."""
        return self.row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint of the pointer or of the current row, and the line."""
        painter = QPainter(self)
        if self.isChecked():
            bar = self._look.theme.tokens.size["bar"]
            painter.fillRect(self.rect(), self._look.colour("accent_tint"))
            painter.fillRect(0, 0, bar, self.height(), self._look.colour("accent"))
        elif self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), self._look.colour("hover"))
        if self._has_line:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
