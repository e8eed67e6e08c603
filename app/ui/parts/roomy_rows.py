"""Rows of a plain list with room to tell one from the other, and a ring where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import Look

ROOM = 12
_RING_INSET, _BEFORE = 2, 4
_Index = QModelIndex | QPersistentModelIndex


class RoomyRows(QStyledItemDelegate):
    """Asks for more height than the words need."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Paint in this look."""
        super().__init__(view)
        self._look = look

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for more than the words need."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + ROOM)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave room before the words, so that the ring does not touch them."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(_BEFORE, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the words, and the ring round those that have the focus."""
        super().paint(painter, option, index)
        if not option.state & QStyle.StateFlag.State_HasFocus:
            return
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        inset = _RING_INSET + width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), width))
        rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()
