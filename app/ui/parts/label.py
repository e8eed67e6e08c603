"""Words on a page: always plain text, with the type, colour and line height of the tokens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.text_block import Run, TextBlock

_LEAST_WIDTH = 48


class Label(QLabel):
    """A label in one style of type; setWordWrap(True) breaks its lines."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._style = style
        self._colour = colour
        self._block: TextBlock | None = None
        self._heights: dict[int, int] = {}
        self._asked: QSize | None = None
        self._least_width: int | None = None
        self.setText(text)
        self._take_font()
        look.changed.connect(self._restyle)

    def set_colour(self, token: str) -> None:
        """Change the colour to another token."""
        self._colour = token
        self._forget()

    def set_style(self, style: str) -> None:
        """Change to another style of type; "small_strong" is "small" in semibold."""
        self._style = style
        self._restyle()

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._forget()

    def _runs(self) -> tuple[Run, ...]:
        return (Run(self.text(), self._look.font(self._style)),)

    def _words(self) -> TextBlock:
        if self._block is None:
            self._block = TextBlock(self._runs(), self._look.theme.line_px(self._style))
        return self._block

    def _laid_out(self, width: int | None) -> TextBlock:
        block = self._words()
        block.set_width(width if self.wordWrap() else None)
        return block

    def _restyle(self) -> None:
        self._take_font()
        self._forget()

    def _take_font(self) -> None:
        font = self._look.font(self._style)
        if font != self.font():  # to set one costs more than all the rest
            self.setFont(font)

    def _forget(self) -> None:
        # A layout asks for the same sizes many times over; to lay out the lines is what costs.
        self._block = None
        self._heights.clear()
        self._asked = self._least_width = None
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where a label moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font() != self._look.font(self._style):
            self._restyle()

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at this width."""
        if width not in self._heights:
            margins = self.contentsMargins()
            height = self._laid_out(width - margins.left() - margins.right()).height()
            self._heights[width] = height + margins.top() + margins.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for the words in one line, or for a readable column when they are many."""
        if self._asked is None:
            self._asked = self._size_of_words()
        return self._with_margins(self._asked.width(), self._asked.height())

    def _size_of_words(self) -> QSize:
        block = self._laid_out(None)
        block.set_width(None)
        width, height = block.natural_width(), block.height()
        measure = self._look.theme.measure_px()
        if self.wordWrap() and width > measure:
            block.set_width(measure)
            width, height = measure, block.height()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than the words need."""
        if not self.wordWrap():
            return self.sizeHint()
        if self._least_width is None:
            self._least_width = min(self._words().longest_word(), 4 * _LEAST_WIDTH)
        return self._with_margins(self._least_width, 0)

    def setWordWrap(self, on: bool) -> None:
        """Break the lines, or leave them whole."""
        super().setWordWrap(on)
        self._forget()

    def setContentsMargins(self, *margins: Any) -> None:
        """Stand further from the edges."""
        super().setContentsMargins(*margins)
        self._forget()

    def setSizePolicy(self, *policy: Any) -> None:
        """Take another policy and stay as high as the width makes the lines.

        Layouts ask for this thousands of times, so the answer lies where they need not ask Python.
        """
        super().setSizePolicy(*policy)
        own = self.sizePolicy()
        own.setHeightForWidth(self.wordWrap())
        super().setSizePolicy(own)

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines where the alignment puts them."""
        painter = QPainter(self)
        rect = QRectF(self.contentsRect())
        block = self._laid_out(self.contentsRect().width())
        alignment = self.alignment()
        if not alignment & Qt.AlignmentFlag.AlignTop:
            spare = rect.height() - block.height()
            share = 1.0 if alignment & Qt.AlignmentFlag.AlignBottom else 0.5
            rect.translate(0, max(0.0, spare) * share)
        colour = self._colour if self.isEnabled() else "text_disabled"
        block.paint(painter, rect, self._look.colour(colour), alignment)


class LeadLabel(Label):
    """A semibold lead and a sentence, broken into lines as one."""

    def __init__(
        self,
        look: Look,
        lead: str = "",
        text: str = "",
        style: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        self._lead, self._rest = lead, text
        self._rest_colour = ""
        super().__init__(look, "", style, "text", parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_words(lead, text)

    def set_words(self, lead: str, text: str) -> None:
        """Show another lead and sentence."""
        self._lead, self._rest = lead, text
        self.setText(" ".join(part for part in (lead, text) if part))

    def set_rest_colour(self, token: str) -> None:
        """Give the sentence another colour than the lead."""
        self._rest_colour = token
        self._forget()

    def _runs(self) -> tuple[Run, ...]:
        rest_colour = self._look.colour(self._rest_colour) if self._rest_colour else None
        plain = self._look.font(self._style)
        if not self._lead:
            return (Run(self._rest, plain, rest_colour),)
        strong = Run(self._lead, self._look.font(f"{self._style}_strong"))
        return (strong, Run(f" {self._rest}" if self._rest else "", plain, rest_colour))
