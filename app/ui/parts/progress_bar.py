"""How far something long is: a bar in the colours of the theme, with its share as its value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.look import Look

_HEIGHT = 10
_WHOLE = 100


class ProgressBar(QProgressBar):
    """Shows a share from 0 to 1; screen readers read it as a percentage."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setRange(0, _WHOLE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_share(self, share: float) -> None:
        """Show how far it is; never less than before."""
        self.setValue(max(self.value(), round(_WHOLE * min(1.0, max(0.0, share)))))

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for a slim bar."""
        return QSize(10 * _HEIGHT, round(_HEIGHT * self._look.theme.scale))

    def minimumSizeHint(self) -> QSize:
        """Never be slimmer than that."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = rect.height() / 2
        painter.setPen(self._look.colour("control_border"))
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(rect, radius, radius)
        if self.value() > 0:
            done = max(rect.height(), rect.width() * self.value() / _WHOLE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(QRectF(rect.x(), rect.y(), done, rect.height()), radius, radius)
