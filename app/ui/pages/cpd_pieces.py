"""The pieces of a year in their grid, and the reflections that could become pieces."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.framework import FrameworkTag
from app.services.cpd import CpdYearView
from app.ui.look import Look
from app.ui.pages.cpd_grid import GridHead, GridLine, columns_of
from app.ui.pages.cpd_words import row_of_near, row_of_piece
from app.ui.parts.label import Label
from app.ui.parts.text_block import Run, TextBlock

_INSET, _ABOVE = 10, 8


class CpdPieces(QWidget):
    """A row for each; the last line counts."""

    piece_chosen = Signal(str)
    near_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Begin without pieces."""
        super().__init__()
        self._look = look
        self.rows: list[GridLine] = []
        self.head = GridHead(look)
        self.totals = _Totals(look)
        self.nothing = Label(
            look,
            self.tr("No pieces yet this year; any finished reflection can become one."),
            "body",
            "text_muted",
        )
        self.nothing.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.nothing)
        self._column.addWidget(self.head)
        self._column.addWidget(self.totals)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_year(self, view: CpdYearView) -> None:
        """Show the pieces of a year and what is near."""
        for row in self.rows:
            row.deleteLater()
        tags = view.framework.tags if view.framework else ()
        of = view.framework.id if view.framework else ""
        self.rows = []
        for standing in view.standing.pieces:
            line = GridLine(self._look, row_of_piece(standing), tags, of)
            line.pressed_as.connect(self.piece_chosen)
            self.rows.append(line)
        for near in view.near:
            line = GridLine(self._look, row_of_near(near), tags, of)
            line.pressed_as.connect(self.near_chosen)
            self.rows.append(line)
        for place, line in enumerate(self.rows):
            self._column.insertWidget(2 + place, line)
        self.nothing.setVisible(not view.standing.pieces)
        self.head.setVisible(bool(self.rows))
        self.head.show_tags(tags)
        counts = view.standing.touched(f"{of}/{tag.key}" for tag in tags)
        self.totals.setVisible(bool(view.standing.pieces) and bool(tags))
        self.totals.show_counts(tags, tuple(counts.values()))

    def focus_first(self) -> None:
        """Put the focus on the first row."""
        if self.rows:
            self.rows[0].setFocus()

    def fold(self) -> None:
        """Fold what has columns."""
        self.head.fold()
        self.totals.fold()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold with the width."""
        super().resizeEvent(event)
        self.fold()


class _Totals(QWidget):
    """How many pieces touch each part."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tags: tuple[FrameworkTag, ...] = ()
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.fold)

    def show_counts(self, tags: tuple[FrameworkTag, ...], counts: tuple[int, ...]) -> None:
        """Say other numbers."""
        self._tags, self._counts = tags, counts
        told = (f"{tag.key}: {self._word(count)}" for tag, count in zip(tags, counts, strict=True))
        self.setAccessibleName(self.tr("Touched this year: {parts}").format(parts=", ".join(told)))
        self.fold()

    def fold(self) -> None:
        """Be one line high, or as many as the words need where rows are folded."""
        if self._is_narrow():
            block = self._sentence()
            self.setFixedHeight(round(block.height()) + 2 * _ABOVE)
        else:
            self.setFixedHeight(round(self._look.theme.line_px("small")) + 2 * _ABOVE)
        self.update()

    def _is_narrow(self) -> bool:
        return columns_of(self._look, self.width(), len(self._tags)).is_narrow

    def _word(self, count: int) -> str:
        return str(count) if count else self.tr("none")

    def _sentence(self) -> TextBlock:
        block = self._block(self.accessibleName(), "small")
        block.set_width(self.width() - 2 * _INSET)
        return block

    def _block(self, words: str, style: str) -> TextBlock:
        run = Run(words, self._look.font(style))
        block = TextBlock((run,), self._look.theme.line_px(style))
        block.set_width(None)
        return block

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the numbers under their columns."""
        painter = QPainter(self)
        text, left = self._look.colour("text"), Qt.AlignmentFlag.AlignLeft
        rect = QRectF(_INSET, _ABOVE, self.width() - 2 * _INSET, self.height())
        if self._is_narrow():
            self._sentence().paint(painter, rect, text, left)
            return
        self._block(self.tr("Touched this year"), "small_strong").paint(painter, rect, text, left)
        columns = columns_of(self._look, self.width(), len(self._tags))
        for place, count in zip(columns.tags, self._counts, strict=True):
            painter.fillRect(QRectF(place, 0, 1, self.height()), self._look.colour("line"))
            block = self._block(self._word(count), "small_strong")
            block.set_width(columns.tag_width)
            under = QRectF(place, _ABOVE, columns.tag_width, self.height())
            colour = self._look.colour("text" if count else "warning")
            block.paint(painter, under, colour, Qt.AlignmentFlag.AlignHCenter)
        painter.fillRect(QRectF(columns.state, 0, 1, self.height()), self._look.colour("line"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
