"""A paragraph laid out with the line height of its style; Qt's own label has no line height."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_ENDLESS = 1_000_000.0


@dataclass(frozen=True)
class Run:
    """Words in one font; without a colour of their own they take the paragraph's."""

    text: str
    font: QFont
    colour: QColor | None = None
    tint: QColor | None = None


class TextBlock:
    """One or more runs, broken into lines of a width and painted as plain text."""

    def __init__(self, runs: tuple[Run, ...], line_px: float) -> None:
        self._runs = runs
        self._line_px = line_px
        text = "".join(run.text for run in runs).replace("\n", "\u2028")
        self._layout = QTextLayout(text, runs[0].font)
        self._layout.setFormats(list(_ranges(runs)))
        self._layout.setCacheEnabled(True)
        self._width = -1.0
        self._height = 0
        self._wraps = False
        self._longest_word: int | None = None

    def set_width(self, width: float | None) -> None:
        """Break the words into lines of this width; without a width only at line ends."""
        wraps = width is not None
        wanted = _ENDLESS if width is None else max(1.0, width)
        if wanted == self._width and wraps == self._wraps:
            return
        self._width, self._wraps = wanted, wraps
        option = QTextOption()
        mode = QTextOption.WrapMode
        option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wraps else mode.ManualWrap)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        line = self._layout.createLine()
        top = 0.0
        while line.isValid():
            line.setLineWidth(wanted)
            own = line.height()
            line.setPosition(QPointF(0, top + max(0.0, self._line_px - own) / 2))
            top += max(self._line_px, own)
            line = self._layout.createLine()
        self._layout.endLayout()
        self._height = math.ceil(top)

    def natural_width(self) -> int:
        """Give the width of the longest line."""
        lines = (self._layout.lineAt(index) for index in range(self._layout.lineCount()))
        return math.ceil(max((line.naturalTextWidth() for line in lines), default=0.0))

    def longest_word(self) -> int:
        """Give the width below which a word would be broken."""
        if self._longest_word is None:
            self._longest_word = math.ceil(max(self._word_widths(), default=0.0))
        return self._longest_word

    def _word_widths(self) -> Iterator[float]:
        for run in self._runs:
            words = set(run.text.split())
            most = max(map(len, words), default=0)
            metrics = QFontMetricsF(run.font)
            # To measure is what costs, and half as many letters are never the wider word.
            yield from (metrics.horizontalAdvance(word) for word in words if 2 * len(word) >= most)

    def height(self) -> int:
        """Give the height of all lines."""
        return self._height

    def line_count(self) -> int:
        """Give the number of lines."""
        return self._layout.lineCount()

    def paint(
        self, painter: QPainter, rect: QRectF, colour: QColor, alignment: Qt.AlignmentFlag
    ) -> None:
        """Draw the lines into a rectangle, from its top."""
        painter.setPen(colour)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            spare = rect.width() - line.naturalTextWidth()
            shift = 0.0
            if alignment & Qt.AlignmentFlag.AlignRight:
                shift = spare
            elif alignment & Qt.AlignmentFlag.AlignHCenter:
                shift = spare / 2
            line.draw(painter, rect.topLeft() + QPointF(shift, 0))


def _ranges(runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        kind = QTextCharFormat()
        kind.setFont(run.font)
        if run.colour is not None:
            kind.setForeground(run.colour)
        if run.tint is not None:
            kind.setBackground(run.tint)
        place = QTextLayout.FormatRange()
        place.start, place.length, place.format = (
            start,
            len(run.text.encode("utf-16-le")) // 2,
            kind,
        )
        start += place.length
        ranges.append(place)
    return ranges
