"""An icon that stands beside words; alone it would say nothing, so it has no name of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look


class IconLabel(QWidget):
    """One icon in one colour."""

    def __init__(
        self,
        look: Look,
        name: str,
        colour: str = "text_muted",
        size: str = "m",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._colour, self._size = look, name, colour, size
        self._line_style = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def stand_beside(self, style: str) -> None:
        """Be as high as a line of this style, so that icon and first line stand level."""
        self._line_style = style
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the icon's own size."""
        px = self._look.theme.icon_px(self._size)
        line = round(self._look.theme.line_px(self._line_style)) if self._line_style else 0
        return QSize(px, max(px, line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        if not self._name:
            return
        px = self._look.theme.icon_px(self._size)
        pixmap = self._look.pixmap(self._name, self._colour, self._size)
        place = ((self.width() - px) // 2, (self.height() - px) // 2)
        QPainter(self).drawPixmap(*place, pixmap)
