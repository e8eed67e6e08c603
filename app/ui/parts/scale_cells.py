"""The eleven cells of a scale, painted, and moved by keys or the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.domain.answer import SCALE_HIGHEST, SCALE_LOWEST
from app.ui.focus_ring import ring_moved
from app.ui.look import Look

_CELLS = SCALE_HIGHEST - SCALE_LOWEST + 1
_NOTHING = SCALE_LOWEST - 1
_LEAST_CELL = 28
_TEN_WITHIN_MS = 900


class ScaleCells(QSlider):
    """A slider in all but its looks, so that screen readers hear a value that moves."""

    number_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._last_time: int | None = None
        self._cursor = SCALE_LOWEST
        self._hovered: int | None = None
        self._after_one = QTimer(self)
        self._after_one.setSingleShot(True)
        self._after_one.setInterval(_TEN_WITHIN_MS)
        self.setRange(_NOTHING, SCALE_HIGHEST)
        self.setValue(_NOTHING)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        look.changed.connect(self._restyle)

    @property
    def number(self) -> int | None:
        """The chosen number; None while none is chosen."""
        return None if self.value() == _NOTHING else self.value()

    def set_number(self, number: int | None) -> None:
        """Choose without telling anyone."""
        self.setValue(_NOTHING if number is None else number)
        self._cursor = number or SCALE_LOWEST
        self._restyle()

    def set_last_time(self, number: int | None) -> None:
        """Mark the number of last time."""
        self._last_time = number
        self.update()

    def clear(self) -> None:
        """Choose nothing, as a person does."""
        self._choose(None)

    def _choose(self, number: int | None) -> None:
        if number == self.number:
            return
        self.set_number(number)
        self.number_changed.emit(number)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
        ring_moved(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, Home and End, choose by digits, clear by Delete."""
        key, now = event.key(), self.number
        keys = Qt.Key
        if key in (keys.Key_Left, keys.Key_Down):
            self._choose(self._cursor if now is None else max(SCALE_LOWEST, now - 1))
        elif key in (keys.Key_Right, keys.Key_Up):
            self._choose(self._cursor if now is None else min(SCALE_HIGHEST, now + 1))
        elif key == keys.Key_Home:
            self._choose(SCALE_LOWEST)
        elif key == keys.Key_End:
            self._choose(SCALE_HIGHEST)
        elif key in (keys.Key_Delete, keys.Key_Backspace):
            self._choose(None)
        elif event.text().isdecimal() and event.text().isascii():
            self._type(int(event.text()))
        else:
            event.ignore()

    def _type(self, digit: int) -> None:
        if digit == 0 and self._after_one.isActive():
            self._after_one.stop()
            self._choose(SCALE_HIGHEST)
            return
        self._after_one.stop()
        if digit == 1:
            self._after_one.start()
        self._choose(digit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a number must not change while one scrolls past."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        number = self._number_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the cell under the pointer."""
        self._hovered = self._number_at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: pressing has chosen."""

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tint away."""
        self._hovered = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the ring with its cell."""
        super().resizeEvent(event)
        ring_moved(self)

    def sizeHint(self) -> QSize:
        """Ask for square cells."""
        side, gap = self._look.px("scale_cell"), self._look.space("xs")
        return QSize(_CELLS * (side + gap) - gap, side)

    def minimumSizeHint(self) -> QSize:
        """Ask for cells that two digits fit in."""
        gap = self._look.space("xs")
        return QSize(_CELLS * (_LEAST_CELL + gap) - gap, self._look.px("scale_cell"))

    def ring_rect(self) -> QRect:
        """Surround the current cell."""
        return self._cell(self._cursor if self.number is None else self.number).toAlignedRect()

    def ring_radius(self) -> int:
        """Give the radius of a cell's corners."""
        return self._look.theme.radius("control")

    def _cell(self, number: int) -> QRectF:
        gap = self._look.space("xs")
        wide = (self.width() - (_CELLS - 1) * gap) / _CELLS
        left = round(number * (wide + gap))
        return QRectF(left, 0, round(number * (wide + gap) + wide) - left, self.height())

    def _number_at(self, place: QPointF) -> int | None:
        numbers = range(SCALE_LOWEST, SCALE_HIGHEST + 1)
        return next((number for number in numbers if self._cell(number).contains(place)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(SCALE_LOWEST, SCALE_HIGHEST + 1):
            self._paint_cell(painter, number)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        is_chosen, is_last = number == self.number, number == self._last_time
        edge, fill, text = "control_border", "raised", "text"
        if not self.isEnabled():
            edge, fill, text = "control_border_disabled", "page", "text_disabled"
        elif is_chosen:
            edge, fill, text = "accent", "accent", "accent_text"
        elif number == self._hovered:
            fill = "hover"
        width = 2 if is_last else 1
        pen = QPen(self._look.colour(edge), width)
        if is_last and not is_chosen:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(self._look.colour(fill))
        radius, half = self._look.theme.radius("control"), width / 2
        rect = self._cell(number).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)
        font = self._look.font("body_strong" if is_chosen else "body")
        font.setUnderline(is_chosen)
        painter.setFont(font)
        painter.setPen(self._look.colour(text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
