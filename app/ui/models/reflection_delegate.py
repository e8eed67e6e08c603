"""Paints the rows of the journal's list: title and date, form and sharing, two lines of extract."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.finding import ReflectionOutline
from app.domain.sharing import Sharing
from app.ui.look import Look
from app.ui.models.reflection_list import ReflectionListModel
from app.ui.models.row_layout import RowLayout, RowState, RowType, lay_out_row
from app.ui.parts.sharing_control import sharing_mark

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _RIGHT_BY_BAR = 16, 14, 8
_TOP, _BOTTOM, _EXTRACT_GAP = 12, 11, 3
_HEADING_TOP, _HEADING_BOTTOM = 10, 6
_MOST_KEPT = 400
_RING_INSET = 2
# From right to left.
_MARKS = {
    Sharing.PRIVATE: (Sharing.PRIVATE,),
    Sharing.SUPERVISION: (Sharing.SUPERVISION,),
    Sharing.CPD: (Sharing.CPD,),
    Sharing.SUPERVISION | Sharing.CPD: (Sharing.CPD, Sharing.SUPERVISION),
}


class ReflectionDelegate(QStyledItemDelegate):
    """Keeps the broken lines of the rows it has shown, so that scrolling only paints."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._kept: OrderedDict[tuple[ReflectionOutline, int, RowState], RowLayout] = OrderedDict()
        self._type = RowType(look)
        self._measured: int | None = None  # the room for words in this pass of the layout
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Let go of all words and lines."""
        self._kept.clear()
        self._type = RowType(self._look)

    def begin_layout(self) -> None:
        """Measure the room for words anew: all rows are about to be laid out."""
        self._measured = None

    def least_height(self) -> int:
        """Give the height of a row with one line of extract, as almost every found one has."""
        words = self._type.title_px + 2 * self._type.line_px
        return math.ceil(_TOP + words + _EXTRACT_GAP + _BOTTOM)

    def _row(self, outline: ReflectionOutline, width: int, state: RowState) -> RowLayout:
        key = (outline, width, state)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        row = lay_out_row(self._type, outline, width, state)
        self._kept[key] = row
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return row

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Give the room for words; a scroll bar takes its share of the right margin."""
        view = option.widget
        if not isinstance(view, QAbstractScrollArea):
            return option.rect.width() - _LEFT - _RIGHT
        has_bar = view.verticalScrollBar().isVisible()
        return view.viewport().width() - _LEFT - (_RIGHT_BY_BAR if has_bar else _RIGHT)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, is_current: bool
    ) -> None:
        theme = self._look.theme
        rect = option.rect
        if is_current:
            painter.fillRect(rect, theme.colour("accent_tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if is_current:
            bar = theme.tokens.size["bar"]
            painter.fillRect(rect.x(), rect.y(), bar, rect.height(), theme.colour("accent"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_words(
        self, painter: QPainter, box: QRectF, outline: ReflectionOutline, state: RowState
    ) -> None:
        row = self._row(outline, int(box.width()), state)
        top = box.y()
        title_height = self._type.title_px
        # Title and date stand on one line of writing.
        cap = self._type.title_metrics[state.is_current].capHeight()
        baseline = top + (title_height + cap) / 2
        painter.setFont(self._type.titles[state.is_current])
        painter.setPen(self._look.colour("text"))
        painter.drawText(QPointF(box.x(), baseline), row.title)
        painter.setFont(self._type.small)
        painter.setPen(self._look.colour("text_muted"))
        painter.drawText(QPointF(box.right() - row.date_width, baseline), row.date)
        top += title_height
        height = self._type.line_px
        # Centring capitals looks level beside icons.
        cap = self._type.small_metrics.capHeight()
        painter.drawText(QPointF(box.x(), top + (height + cap) / 2), row.form)
        self._paint_marks(painter, QRectF(box.x(), top, box.width(), height), outline.sharing)
        painter.setPen(self._look.colour("text"))
        row.extract.draw(painter, QPointF(box.x(), top + height + _EXTRACT_GAP))

    def _paint_marks(self, painter: QPainter, box: QRectF, sharing: Sharing) -> None:
        px = self._look.theme.icon_px("xs")
        left = box.right() - px
        for mark in _MARKS[sharing]:
            pixmap = self._look.pixmap(*sharing_mark(mark), "xs")
            painter.drawPixmap(round(left), round(box.center().y() - px / 2), pixmap)
            left -= px + self._look.space("xs")

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        rect = option.rect
        painter.setFont(self._look.font("small_strong"))
        painter.setPen(self._look.colour("text_muted"))
        line = QRectF(rect.adjusted(_LEFT, _HEADING_TOP, -_RIGHT_BY_BAR, -_HEADING_BOTTOM))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        inset = _RING_INSET + width / 2
        painter.setPen(QPen(self._look.colour("focus"), width))
        rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset - 1)
        painter.drawRoundedRect(rect, radius, radius)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row or a heading."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        model = index.model()
        assert isinstance(model, ReflectionListModel)
        outline = model.row_at(index)
        if isinstance(outline, ReflectionOutline):
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, option, is_current)
            rect, width = QRectF(option.rect), self._width(option)
            box = QRectF(rect.x() + _LEFT, rect.y() + _TOP, width, rect.height())
            state = RowState(is_current, model.is_held(outline.id), model.days)
            self._paint_words(painter, box, outline, state)
            if option.state & QStyle.StateFlag.State_HasFocus:
                self._paint_ring(painter, option)
        else:
            self._paint_heading(painter, option, outline or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of the lines; the row is as wide as the list."""
        line_px = self._type.line_px
        model = index.model()
        assert isinstance(model, ReflectionListModel)
        outline = model.row_at(index)
        if not isinstance(outline, ReflectionOutline):
            return QSize(1, math.ceil(_HEADING_TOP + line_px + _HEADING_BOTTOM))
        if self._measured is None:
            self._measured = self._width(option)
        lines = self._type.extract_lines(outline, self._measured)
        words = self._type.title_px + (1 + lines) * line_px
        gap = _EXTRACT_GAP if lines else 0
        return QSize(1, math.ceil(_TOP + words + gap + _BOTTOM))
