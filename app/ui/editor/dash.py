"""The dashed line under a possible identifier, and the tint behind the current one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.look import Look

_BELOW, _DASH, _GAP, _PEN = 4.0, 5.0, 3.0, 2.0  # pixels at the usual text size
_OVER, _BESIDE, _RADIUS = 1.0, 1.0, 2.0


def draw_dash(painter: QPainter, look: Look, words: QRectF) -> None:
    """Draw under words whose foot is their base line: straight where the spelling's is a wave."""
    scale = look.theme.scale
    width = round(_PEN * scale)
    pen = QPen(look.colour("identifier"), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Qt counts dashes in widths of the pen.
    pen.setDashPattern([_DASH * scale / width, _GAP * scale / width])
    painter.setPen(pen)
    # On whole pixels, so that every dash is as sharp as the other.
    top = round(words.bottom() + _BELOW * scale) + (width % 2) / 2
    left, right = round(words.left()), round(words.right())
    painter.drawLine(QPointF(left, top), QPointF(right, top))


def draw_tint(painter: QPainter, look: Look, words: QRectF) -> None:
    """Draw behind words, from over their top to where the dashes stand."""
    scale = look.theme.scale
    below = (_BELOW + _PEN) * scale
    rect = words.adjusted(-_BESIDE * scale, -_OVER * scale, _BESIDE * scale, below)
    # Where colours say little, an edge says the same.
    has_edge = look.theme.name.startswith("high_contrast")
    painter.setPen(QPen(look.colour("identifier"), 1) if has_edge else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("identifier_tint"))
    painter.drawRoundedRect(rect, _RADIUS * scale, _RADIUS * scale)
