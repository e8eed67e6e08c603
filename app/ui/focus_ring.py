"""The focus ring: one overlay per window that stands a little off the focused control.

A style sheet's outline cannot stand off, so the ring is a widget of its own. It follows the
focus, moves when anything around the control moves, and ends where a scrolled view ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.ui.look import Look

_RING_MOVED = QEvent.Type(QEvent.registerEventType())
_PLACE = QEvent.Type(QEvent.registerEventType())
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
    QEvent.Type.ParentChange,
    _RING_MOVED,
)
# These show the focus by themselves, in the current row or item.
_WITHOUT_RING = (QAbstractItemView, QMenu, QMenuBar, QScrollArea)


@runtime_checkable
class Ringed(Protocol):
    """A control whose ring is not simply its whole rectangle."""

    def ring_rect(self) -> QRect:
        """Give the rectangle to surround, in the control's own coordinates."""
        ...

    def ring_radius(self) -> int:
        """Give the radius of that rectangle's corners."""
        ...


def ring_moved(widget: QWidget) -> None:
    """Say that a control's ring rectangle has changed while the control stayed."""
    QCoreApplication.sendEvent(widget, QEvent(_RING_MOVED))


class FocusRing(QWidget):
    """The ring of one window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._radius = 0
        self._is_to_be_placed = False
        self._ring = QRectF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        look.changed.connect(self.place)

    def follow(self, target: QWidget | None) -> None:
        """Stand round this control; none means no ring."""
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._target = target
        widget = target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self.place()

    def place(self) -> None:
        """Put the ring where its control is now."""
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        width, offset = self._look.theme.focus_width(), self._look.theme.tokens.focus["offset"]
        inner, self._radius = self._shape(target)
        away = offset + width
        outer = inner.adjusted(-away, -away, away, away)
        visible = outer & self._clip(target)
        self.setVisible(not visible.isEmpty())
        self.setGeometry(visible)
        self._radius += away - width // 2
        half = width / 2
        ring = QRectF(outer.translated(-visible.topLeft()))
        self._ring = ring.adjusted(half, half, -half, -half)
        self.raise_()
        self.update()

    def _shape(self, target: QWidget) -> tuple[QRect, int]:
        rect, radius = target.rect(), self._look.theme.radius("control")
        if isinstance(target, Ringed):
            rect, radius = target.ring_rect(), target.ring_radius()
        return QRect(target.mapTo(self.window(), rect.topLeft()), rect.size()), radius

    def _clip(self, target: QWidget) -> QRect:
        window = self.window()
        clip = window.rect()
        widget = target.parentWidget()
        while widget is not None and widget is not window:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                clip &= QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            widget = area
        return clip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the control and with everything that holds it, once before the next paint."""
        if not self._is_to_be_placed and event.type() in _MOVES:
            self._is_to_be_placed = True
            QCoreApplication.postEvent(self, QEvent(_PLACE))
        return False

    def customEvent(self, event: QEvent) -> None:
        """Stand where the control has come to stand."""
        if event.type() == _PLACE:
            self._is_to_be_placed = False
            self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), self._look.theme.focus_width()))
        painter.drawRoundedRect(self._ring, self._radius, self._radius)


class FocusRings(QObject):
    """Gives each window its ring when the focus first comes there."""

    # On the class too: Python's collector empties an object that Qt may still call once, when
    # the same sweep frees the widget that has the focus.
    _look: Look | None = None
    _ring: FocusRing | None = None

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot()  # known to Qt by name: so it ends with this object, which Python may free first
    def _on_focus_changed(self) -> None:
        # Qt sends this from the destructor of a focused widget too; so the widget that had the
        # focus is never touched, and the one that has it is asked for.
        look = self._look
        if look is None:
            return
        focused = QApplication.focusWidget()
        ring = None if focused is None else _ring_of(focused.window(), look)
        if self._ring is not None and isValid(self._ring) and self._ring is not ring:
            self._ring.follow(None)
        self._ring = ring
        if ring is not None and focused is not None:
            has_ring = not isinstance(focused, _WITHOUT_RING) and not focused.isWindow()
            ring.follow(focused if has_ring else None)


def _ring_of(window: QWidget, look: Look) -> FocusRing:
    options = Qt.FindChildOption.FindDirectChildrenOnly
    found = window.findChild(FocusRing, options=options)
    return found if isinstance(found, FocusRing) else FocusRing(look, window)
