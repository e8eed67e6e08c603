"""A check box with a title and a muted line under it, pressed anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from app.ui.look import Look
from app.ui.parts.text_block import Run, TextBlock

_GAP = 10
_PADDING = 5
_LEAST_WORDS = 96
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CheckLine(QCheckBox):
    """One thing that can be in or out; both texts break into lines and are plain."""

    move_asked = Signal(int)  # -1 up, 1 down: Alt with an arrow key

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title, self._detail = title, ""
        self._blocks: tuple[TextBlock, TextBlock | None] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(title, "")
        look.changed.connect(self._forget)

    def set_words(self, title: str, detail: str) -> None:
        """Show a title and a line under it."""
        if self._blocks is not None and (title, detail) == (self._title, self._detail):
            return  # laying words out takes its time
        self._title, self._detail = title, detail
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self._forget()

    @property
    def title(self) -> str:
        """What the line stands for."""
        return self._title

    @property
    def detail(self) -> str:
        """The muted line."""
        return self._detail

    def ring_rect(self) -> QRect:
        """Keep the ring between the lines above and below the row."""
        return self.rect().adjusted(-4, 4, 4, -4)

    def ring_radius(self) -> int:
        """Give the radius of the ring's corners."""
        return self._look.theme.radius("checkbox")

    def _forget(self) -> None:
        self._blocks = None
        self.setFont(self._look.font("body"))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where a line moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font() != self._look.font("body"):
            self._forget()

    def _left(self) -> int:
        return self._look.px("checkbox") + _GAP

    def _laid_out(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        if self._blocks is None:
            self._blocks = (self._block(self._title, "body"), None)
            if self._detail:
                self._blocks = (self._blocks[0], self._block(self._detail, "small"))
        for block in self._blocks:
            if block is not None:
                block.set_width(width - self._left())
        return self._blocks

    def _block(self, text: str, style: str) -> TextBlock:
        return TextBlock((Run(text, self._look.font(style)),), self._look.theme.line_px(style))

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """It is as high as its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of both texts at this width."""
        title, detail = self._laid_out(width)
        return title.height() + (detail.height() if detail else 0) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Ask for a column of a usual width."""
        width = self._look.theme.tokens.size["list_width"]
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the words break where the column is narrow."""
        return QSize(self._left() + _LEAST_WORDS, self._look.px("button_small"))

    def hitButton(self, pos: QPoint) -> bool:
        """Be pressed anywhere."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to be moved by Alt with an arrow key."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(step)
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box level with the title's first line, then both texts."""
        painter = QPainter(self)
        title, detail = self._laid_out(self.width())
        self._paint_box(painter)
        place = QRectF(self._left(), _PADDING, self.width() - self._left(), title.height())
        colour = self._look.colour("text" if self.isEnabled() else "text_disabled")
        title.paint(painter, place, colour, Qt.AlignmentFlag.AlignLeft)
        if detail is not None:
            place.translate(0, title.height())
            colour = self._look.colour("text_muted")
            detail.paint(painter, place, colour, Qt.AlignmentFlag.AlignLeft)

    def _paint_box(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        side = self._look.px("checkbox")
        spare = self._look.theme.line_px("body") - side
        option.rect = QRect(0, _PADDING + max(0, round(spare / 2)), side, side)
        box = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        self.style().drawPrimitive(box, option, painter, self)
