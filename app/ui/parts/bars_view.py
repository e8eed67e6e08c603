"""Counts as bars on one scale, with every number beside its bar, and each row in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.summary.document import BarRow, Bars
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.text_block import Run, TextBlock

_NUMBER = 1.9  # of a line's height, for the number before the bar
_THICK = 0.42  # of a line's height
_LEAST_LABEL, _LEAST_BAR = 150, 96  # pixels at 100 %; with less there are numbers alone
_LABEL_SHARE, _COUNT_SHARE = 3, 2


class BarsView(QWidget):
    """A small table: what is counted, and a bar with its number for each stretch of time."""

    def __init__(self, look: Look, words: Callable[[Bars, BarRow], str]) -> None:
        """Begin empty; words says a row as it is read out."""
        super().__init__()
        self._look, self._words = look, words
        self._every: list[QWidget] = []
        self.cells: list[CountCell] = []
        self.labels: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(look.space("xs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_bars(self, bars: Bars) -> None:
        """Show other counts."""
        for each in self._every:
            each.deleteLater()
        self._every, self.cells, self.labels = [], [], []
        for column, heading in enumerate(bars.headings):
            self._put(self._label(heading, "small_strong", "text_muted"), 0, column)
        for line, row in enumerate(bars.rows, 1):
            self._add_row(bars, row, line)
        columns = len(bars.headings)
        for column in range(self._grid.columnCount()):
            share = _LABEL_SHARE if not column else _COUNT_SHARE if column < columns else 0
            self._grid.setColumnStretch(column, share)

    def fold(self, width: int) -> None:
        """Leave the bars out where there is room for the numbers alone."""
        columns = max(self._grid.columnCount() - 1, 1)
        scale = self._look.theme.scale
        is_wide = width >= (_LEAST_LABEL + columns * _LEAST_BAR) * scale
        for cell in self.cells:
            cell.set_has_bar(has_bar=is_wide)

    def _add_row(self, bars: Bars, row: BarRow, line: int) -> None:
        label = self._label(row.label, "body", "text")
        label.setAccessibleName(self._words(bars, row))
        self.labels.append(label)
        self._put(label, line, 0)
        for column, (heading, count) in enumerate(
            zip(bars.headings[1:], row.counts, strict=True), 1
        ):
            cell = CountCell(self._look, count, bars.most)
            cell.setAccessibleName(f"{row.label}, {heading}: {count or self.tr('none')}")
            self.cells.append(cell)
            self._put(cell, line, column)

    def _label(self, words: str, style: str, colour: str) -> Label:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        return label

    def _put(self, widget: QWidget, line: int, column: int) -> None:
        self._every.append(widget)
        self._grid.addWidget(widget, line, column)


class CountCell(QWidget):
    """A number and its bar; nothing has a dash and no bar."""

    def __init__(self, look: Look, count: int, most: int) -> None:
        """Show a count, on a scale that ends at most."""
        super().__init__()
        self._look, self._count, self._most = look, count, most
        self._has_bar = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_has_bar(self, *, has_bar: bool) -> None:
        """Draw the bar, or the number alone."""
        self._has_bar = has_bar
        self.update()

    def _line(self) -> float:
        return self._look.theme.line_px("body")

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Be one line high and wide enough for the number."""
        return QSize(round(self._line() * _NUMBER), round(self._line()))

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the number."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the number and draw the bar behind it."""
        painter = QPainter(self)
        line = self._line()
        words = str(self._count) if self._count else "–"
        block = TextBlock((Run(words, self._look.font("body_strong")),), line)
        block.set_width(None)
        top = (self.height() - line) / 2
        number = QRectF(0, top, line * _NUMBER, line)
        colour = self._look.colour("text" if self._count else "text_muted")
        block.paint(painter, number, colour, Qt.AlignmentFlag.AlignLeft)
        if not (self._has_bar and self._count):
            return
        room = self.width() - line * _NUMBER
        if room <= 0:
            return
        thick = line * _THICK
        bar = QRectF(
            line * _NUMBER, (self.height() - thick) / 2, room * self._count / self._most, thick
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(bar, 2, 2)
