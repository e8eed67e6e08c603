"""The wavy line under a misspelt word, drawn once and then laid like tiles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from app.ui.look import Look

_BELOW, _HEIGHT, _PERIOD, _PEN = 2, 4, 5, 1.3


class Wave:
    """One period of the line in the present look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._tile: QPixmap | None = None

    def forget(self) -> None:
        """Draw it anew when it is next wanted: the look has changed."""
        self._tile = None

    def draw(self, painter: QPainter, base: QPointF, width: float) -> None:
        """Draw under the words that stand on a line from this point."""
        ratio = painter.device().devicePixelRatio()
        tile = self._tile
        if tile is None or tile.devicePixelRatio() != ratio:
            tile = self._tile = self._drawn(ratio)
        size = tile.deviceIndependentSize()
        # On whole pixels, so that every wave is as sharp as the other.
        left, top = round(base.x()), round(base.y() + _BELOW * self._look.theme.scale)
        painter.drawTiledPixmap(QRectF(left, top, round(width), size.height()), tile)

    def _drawn(self, ratio: float) -> QPixmap:
        scale = self._look.theme.scale
        period, height = round(_PERIOD * scale), round(_HEIGHT * scale)
        tile = QPixmap(round(period * ratio), round(height * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("spelling"), _PEN * scale)
        painter.setPen(pen)
        low, high = height - pen.widthF(), pen.widthF() / 2 + 0.5
        # A little over both edges, so that the line goes on from tile to tile.
        steps = [QPointF(each * period / 2, high if each % 2 else low) for each in range(-1, 4)]
        painter.drawPolyline(steps)
        painter.end()
        return tile
