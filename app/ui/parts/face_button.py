"""What buttons, chips and the sharing control have in common: a painted face of icon and words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.look import Look

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GAP = 8
_LEAST_CHARACTERS = 8


@dataclass(frozen=True)
class Face:
    """How a button looks in its present state; an empty token draws nothing."""

    text: str
    fill: str = ""
    edge: str = ""
    edge_px: int = 1
    style: str = "body_strong"


@dataclass(frozen=True)
class Shape:
    """The measures of a button at the present text size."""

    height: int
    padding: int
    radius: int
    icon: str = "m"
    trailing: str = "s"
    gap: int = _GAP


@dataclass(frozen=True)
class _Measures:
    """What is asked for again and again until words, icons or type change."""

    shape: Shape
    widths: tuple[float, float, float, float]  # icon, words, key, trailing icon
    content_px: float  # with the gaps between them


class FaceButton(QPushButton):
    """A button whose icon, words, key and trailing icon stand on one line, 8 px apart."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self._icon_name = ""
        self._trailing_icon = ""
        self._key_hint = ""
        self._aligns_left = self._may_shorten = False
        self._measured: _Measures | None = None
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        look.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The words on the button."""
        return self._words

    def words_within(self, px: float) -> str:
        """Give the words as they stand in so much room."""
        if px >= self._measures().widths[1]:
            return self._words
        shortened = Qt.TextElideMode.ElideRight
        return QFontMetricsF(self.font()).elidedText(self._words, shortened, px)

    def set_words(self, text: str) -> None:
        """Show other words; an ampersand is only an ampersand, for Alt belongs to the menus."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self._restyle()

    def set_icon(self, name: str) -> None:
        """Show another icon before the words, or none."""
        self._icon_name = name
        self._restyle()

    def set_trailing_icon(self, name: str) -> None:
        """Show an icon after the words, or none."""
        self._trailing_icon = name
        self._restyle()

    def set_key_hint(self, key: str) -> None:
        """Show the key that does the same."""
        self._key_hint = key
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as the space bar does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def ring_rect(self) -> QRect:
        """Give the rectangle that the focus ring surrounds."""
        return self.rect()

    def ring_radius(self) -> int:
        """Give the radius of that rectangle's corners."""
        return self._shape().radius

    def _face(self) -> Face:
        return Face("text", "raised", "control_border")

    def _shape(self) -> Shape:
        theme = self._look.theme
        return Shape(theme.px("button"), 16, theme.radius("control"))

    def _font(self) -> QFont:
        return self._look.font(self._face().style)

    def _restyle(self) -> None:
        font = self._font()
        if font != self.font():  # to set one costs more than all the rest
            self.setFont(font)
        self._measured = None
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where a button moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measured = None
            if self.font() != self._font():
                self._restyle()

    def sizeHint(self) -> QSize:
        """Ask for what icon, words and key need."""
        measures = self._measures()
        wide = measures.content_px + 2 * (measures.shape.padding + 1)
        return QSize(math.ceil(wide), measures.shape.height)

    def minimumSizeHint(self) -> QSize:
        """Never clip the words, unless they may be shortened."""
        size = self.sizeHint()
        return QSize(min(size.width(), self._least_px()), size.height())

    def let_shorten(self) -> None:
        """Let the words be shortened where there is no room for all of them."""
        self._may_shorten = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _least_px(self) -> int:
        measures = self._measures()
        if not self._may_shorten:
            return self.sizeHint().width()
        rest = measures.content_px - measures.widths[1] + 2 * (measures.shape.padding + 1)
        return math.ceil(rest + _LEAST_CHARACTERS * self._look.theme.character_px("body"))

    def _measures(self) -> _Measures:
        if self._measured is None:
            shape, theme = self._shape(), self._look.theme
            widths = (
                theme.icon_px(shape.icon) if self._icon_name else 0.0,
                _width(self._words, self.font()),
                _width(self._key_hint, self._look.font("tiny")),
                theme.icon_px(shape.trailing) if self._trailing_icon else 0.0,
            )
            gaps = max(0, sum(1 for width in widths if width) - 1) * shape.gap
            self._measured = _Measures(shape, widths, sum(widths) + gaps)
        return self._measured

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the face, then its parts from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self._face()
        self._paint_face(painter, face)
        measures = self._measures()
        shape, widths = measures.shape, measures.widths
        spare = self.width() - measures.content_px
        # Where the words have no room they end in dots; they are not cut at both ends.
        icon, words, key, trailing = widths
        short = min(0.0, spare - 2 * (shape.padding + 1))
        widths = (icon, max(0.0, words + short), key, trailing)
        spare -= short
        left = float(shape.padding + 1) if self._aligns_left else spare / 2
        parts = (self._paint_icon, self._paint_words, self._paint_key, self._paint_trailing)
        for width, paint in zip(widths, parts, strict=True):
            if width:
                paint(painter, QRectF(left, 0, width, self.height()), face)
                left += width + shape.gap

    def _paint_face(self, painter: QPainter, face: Face) -> None:
        if not face.fill and not face.edge:
            return
        half, radius = face.edge_px / 2, self._measures().shape.radius
        edge = self._look.colour(face.edge or face.fill)
        painter.setPen(QPen(edge, face.edge_px))
        painter.setBrush(self._look.colour(face.fill) if face.fill else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius - half, radius - half)

    def _paint_icon(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        size = self._measures().shape.icon
        self._paint_pixmap(painter, rect, (self._icon_name, face.text, size))

    def _paint_trailing(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        size = self._measures().shape.trailing
        self._paint_pixmap(painter, rect, (self._trailing_icon, face.text, size))

    def _paint_pixmap(self, painter: QPainter, rect: QRectF, icon: tuple[str, str, str]) -> None:
        pixmap = self._look.pixmap(*icon)
        height = pixmap.height() / pixmap.devicePixelRatio()
        painter.drawPixmap(round(rect.x()), round(rect.center().y() - height / 2), pixmap)

    def _paint_words(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        painter.setFont(self.font())
        painter.setPen(self._look.colour(face.text))
        room = rect.adjusted(0, 0, 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words_within(rect.width()))

    def _paint_key(self, painter: QPainter, rect: QRectF, face: Face) -> None:
        painter.setFont(self._look.font("tiny"))
        painter.setPen(self._look.colour(face.text))
        painter.drawText(rect.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, self._key_hint)


def _width(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words) if words else 0.0
