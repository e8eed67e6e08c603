"""Paints a row that says how many: words, a bar, a number; beneath them more words and columns."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look import Look
from app.ui.models.counted_rows import CountedRow, CountedRowsModel

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _AROUND, _GAP, _RING_INSET = 16, 6, 12, 2
_LEAST_BAR = 3
# No month's name is wider; themes take what they need, up to this share of the row.
_LONGEST_MONTH, _MOST_WORDS = "September", 0.62
_BAR_HEIGHT, _COLUMN, _COLUMN_GAP = 0.62, 0.42, 0.16


class CountedDelegate(QStyledItemDelegate):
    """Rows of a list keep one height, so that thousands cost nothing."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in this look."""
        super().__init__(view)
        self._look = look

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for one line, or two."""
        model = index.model()
        assert isinstance(model, CountedRowsModel)
        row = model.row_at(index)
        lines = 2 if row is not None and row.more else 1
        return QSize(1, math.ceil(2 * _AROUND + lines * self._look.theme.line_px("small")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground, then the row from left to right."""
        model = index.model()
        assert isinstance(model, CountedRowsModel)
        row = model.row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        line = self._look.theme.line_px("small")
        box = QRectF(option.rect).adjusted(_SIDE, _AROUND, -_SIDE, -_AROUND)
        self._paint_line(painter, QRectF(box.topLeft(), box.size()), row, model.longest)
        if row.more:
            below = QRectF(box.x(), box.y() + line, box.width(), line)
            self._paint_more(painter, below, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, option)
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, row: CountedRow, longest: int) -> None:
        is_strong = row.share is None or bool(row.more)
        font = self._look.font("small_strong" if is_strong else "small")
        metrics, line = QFontMetricsF(font), self._look.theme.line_px("small")
        numbers = QFontMetricsF(self._look.font("small_strong")).horizontalAdvance(f"{longest:,}")
        room = box.width() - numbers - _GAP
        words_room = room if row.share is None or row.more else self._words_room(room)
        baseline = box.y() + (line + metrics.capHeight()) / 2
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, max(1.0, words_room))
        painter.drawText(QPointF(box.x(), baseline), words)
        number = "" if row.count is None else f"{row.count:,}"
        left = box.right() - metrics.horizontalAdvance(number)
        painter.drawText(QPointF(left, baseline), number)
        if row.share is not None and not row.more:
            start = box.x() + words_room + _GAP
            bar = QRectF(start, box.y(), max(0.0, box.x() + room - start), line)
            self._paint_bar(painter, bar, row.share)

    def _words_room(self, room: float) -> float:
        metrics = QFontMetricsF(self._look.font("small"))
        return min(metrics.horizontalAdvance(_LONGEST_MONTH), room * _MOST_WORDS)

    def _paint_bar(self, painter: QPainter, box: QRectF, share: float) -> None:
        height = self._look.theme.font_px("small") * _BAR_HEIGHT
        wide = max(_LEAST_BAR, box.width() * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chart_1"))
        top = box.center().y() - height / 2
        painter.drawRoundedRect(QRectF(box.x(), top, wide, height), 2, 2)

    def _paint_more(self, painter: QPainter, box: QRectF, row: CountedRow) -> None:
        unit = self._look.theme.font_px("small")
        wide = len(row.columns) * unit * (_COLUMN + _COLUMN_GAP)
        font = self._look.font("small")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("text_muted"))
        words = metrics.elidedText(
            row.more, Qt.TextElideMode.ElideRight, max(1.0, box.width() - wide - _GAP)
        )
        painter.drawText(
            QPointF(box.x(), box.y() + (box.height() + metrics.capHeight()) / 2), words
        )
        self._paint_columns(painter, QRectF(box.right() - wide, box.y(), wide, box.height()), row)

    def _paint_columns(self, painter: QPainter, box: QRectF, row: CountedRow) -> None:
        """Draw a column for each year; one without any is a line on the ground."""
        unit = self._look.theme.font_px("small")
        tallest, ground = box.height() - 6, box.bottom() - 3
        painter.setPen(Qt.PenStyle.NoPen)
        left = box.x() + unit * _COLUMN_GAP
        for share in row.columns:
            height = max(2.0, tallest * share) if share else 1.0
            painter.setBrush(self._look.colour("chart_1" if share else "control_border"))
            painter.drawRect(QRectF(left, ground - height, unit * _COLUMN, height))
            left += unit * (_COLUMN + _COLUMN_GAP)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._look.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
            bar = theme.tokens.size["bar"]
            painter.fillRect(rect.x(), rect.y(), bar, rect.height(), theme.colour("accent"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        inset = _RING_INSET + width / 2
        painter.setPen(QPen(self._look.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)
