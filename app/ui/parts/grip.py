"""A grip: drag it up or down, or press it for the same moves by name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy, QWidget

from app.ui.look import Look

_SIDE = 24
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Grip(QAbstractButton):
    """Moves the row it stands in."""

    move_asked = Signal(int)  # -1 up, 1 down
    dragged = Signal(int)  # the pointer's height on the screen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Drag to move, or press Alt+Up and Alt+Down"))
        self.clicked.connect(self.open_menu)
        look.changed.connect(self.updateGeometry)

    def set_row(self, title: str) -> None:
        """Say which row it moves."""
        self.setAccessibleName(self.tr("Move “{title}”").format(title=title))

    def open_menu(self) -> None:
        """Offer the moves by name."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Move up"), self._move_up)
        menu.addAction(self.tr("Move down"), self._move_down)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _move_up(self) -> None:
        self.move_asked.emit(-1)

    def _move_down(self) -> None:
        self.move_asked.emit(1)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Be large enough to hit."""
        side = max(_SIDE, self._look.theme.icon_px("m") + 6)
        return QSize(side, self._look.px("button_small"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at, self._is_dragging = event.globalPosition().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row once the pointer has left its place."""
        if self._pressed_at is not None:
            at = event.globalPosition().toPoint()
            far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            self._is_dragging = self._is_dragging or far
            if self._is_dragging:
                self.dragged.emit(at.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag without opening the menu."""
        if self._is_dragging:
            self.setDown(False)
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Alt with an arrow key."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(step)
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the six dots, on a tint under the pointer."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        px = self._look.theme.icon_px("m")
        place = ((self.width() - px) // 2, (self.height() - px) // 2)
        painter.drawPixmap(*place, self._look.pixmap("grip-vertical", "text_muted", "m"))
