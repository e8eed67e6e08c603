"""Paints one day of a month: its number, and a mark for each reflection, three at most."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look import Look
from app.ui.models.month_days import MonthDaysModel

_Index = QModelIndex | QPersistentModelIndex
_MOST_MARKS = 3
_INSET, _RING_INSET = 2, 1
_WIDE_LINES, _LAST_MARK, _MARK_STEP = 4, 2.5, 1.7  # in lines of writing; in marks


class DayDelegate(QStyledItemDelegate):
    """Fills the day that is chosen, and underlines today."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the day."""
        model = index.model()
        assert isinstance(model, MonthDaysModel)
        day = model.day_at(index)
        if day is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        is_wide = is_wide_day(self._look, option.rect.width())
        is_chosen, count = day == model.chosen, model.count(day)
        self._paint_ground(painter, rect, option, is_chosen=is_chosen)
        colour = "accent_text" if is_chosen else "text" if count else "text_muted"
        font = self._look.font("small_strong" if count else "small")
        font.setUnderline(day == model.today)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        metrics = QFontMetricsF(font)
        if is_wide:
            box, start = rect, rect.center().x() + metrics.horizontalAdvance("00")
            place = QPointF(start, rect.center().y() - _mark_px(self._look) / 2)
        else:
            box = QRectF(rect.x(), rect.y() + 1, rect.width(), metrics.height())
            start = rect.center().x() - self._marks_width(count) / 2
            place = QPointF(start, rect.bottom() - _mark_px(self._look) - 3)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        self._paint_marks(painter, place, count, "accent_text" if is_chosen else "accent")
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, rect)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, is_chosen: bool
    ) -> None:
        is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent" if is_chosen else "hover"))
            radius = self._look.theme.radius("checkbox")
            painter.drawRoundedRect(rect, radius, radius)

    def _marks_width(self, count: int) -> float:
        marks = min(count, _MOST_MARKS)
        last = _LAST_MARK if count > _MOST_MARKS else 1
        return _mark_px(self._look) * ((marks - 1) * _MARK_STEP + last)

    def _paint_marks(self, painter: QPainter, place: QPointF, count: int, colour: str) -> None:
        """Draw a dot for each reflection; where there are more than three, the last is a line."""
        dot, marks = _mark_px(self._look), min(count, _MOST_MARKS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(colour))
        for number in range(marks):
            is_line = number == _MOST_MARKS - 1 and count > _MOST_MARKS
            size = QSizeF(dot * (_LAST_MARK if is_line else 1), dot)
            mark = QRectF(place + QPointF(number * dot * _MARK_STEP, 0), size)
            painter.drawRoundedRect(mark, dot / 2, dot / 2)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        painter.setPen(QPen(self._look.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2 - _RING_INSET
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def is_wide_day(look: Look, px: float) -> bool:
    """Say whether a day is so wide that its marks stand beside its number."""
    return px >= _WIDE_LINES * look.theme.line_px("small")


def day_height(look: Look, *, is_wide: bool) -> int:
    """Give the height of a day: its number, and room for the marks if they stand beneath."""
    marks = 0 if is_wide else _mark_px(look) * 2 + 4
    return math.ceil(look.theme.line_px("small") + marks + 2 * _INSET)


def _mark_px(look: Look) -> float:
    return look.theme.font_px("small") * 0.32
