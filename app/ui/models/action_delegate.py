"""Paints the rows of the list of actions: how it stands, what, who, by when and where from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.answer import Action
from app.domain.placed_action import PlacedAction
from app.ui.look import Look
from app.ui.models.action_layout import LEFT, ActionLines, columns_of, lines_of
from app.ui.models.action_list import ActionListModel, GroupHeading

_Index = QModelIndex | QPersistentModelIndex
_AROUND, _HEADING_TOP, _HEADING_BOTTOM = 9, 20, 8
_RING_INSET = 2
_MOST_KEPT = 600


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are written: their type, their colour, and the line that they stand on."""

    style: str
    colour: str = "text"
    line_style: str = "body"


class ActionDelegate(QStyledItemDelegate):
    """Keeps the broken lines of the rows it has measured, so that scrolling only paints."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in this look."""
        super().__init__(view)
        self._look = look
        self._kept: dict[tuple[PlacedAction, int, bool], ActionLines] = {}
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Let go of all lines: the look or the day is another."""
        self._kept.clear()

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        if isinstance(view, QAbstractScrollArea):
            return view.viewport().width()
        return option.rect.width()

    def _lines(self, model: ActionListModel, placed: PlacedAction, width: int) -> ActionLines:
        key = (placed, width, placed.action.is_open)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            # Measured in semibold: a row keeps its height when it becomes the current one.
            styles = ("body_strong", "small", "small_strong")
            metrics = (*map(self._metrics, styles),)
            columns = columns_of(self._look, width)
            self._kept[key] = lines_of(placed, model.today, columns, metrics)
        return self._kept[key]

    def _metrics(self, style: str) -> QFontMetricsF:
        return QFontMetricsF(self._look.font(style))

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of the lines; the row is as wide as the list."""
        model = index.model()
        assert isinstance(model, ActionListModel)
        row = model.row_at(index)
        body = self._look.theme.line_px("body")
        if not isinstance(row, PlacedAction):
            return QSize(1, math.ceil(_HEADING_TOP + body + _HEADING_BOTTOM))
        lines = self._lines(model, row, self._width(option))
        small = len(lines.more) * self._look.theme.line_px("small")
        return QSize(1, math.ceil(2 * _AROUND + lines.most * body + small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a heading, or the ground and the row from left to right."""
        model = index.model()
        assert isinstance(model, ActionListModel)
        row = model.row_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, PlacedAction):
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, option, is_current=is_current)
            lines = self._lines(model, row, self._width(option))
            is_late = _is_late(row.action, model)
            self._paint_row(painter, option, (row, lines), is_current=is_current, is_late=is_late)
            if option.state & QStyle.StateFlag.State_HasFocus:
                self._paint_ring(painter, option)
        elif row is not None:
            self._paint_heading(painter, option, row)
        painter.restore()

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: tuple[PlacedAction, ActionLines],
        *,
        is_current: bool,
        is_late: bool,
    ) -> None:
        placed, lines = row
        columns = columns_of(self._look, self._width(option))
        left, top = option.rect.x(), option.rect.y() + _AROUND
        self._paint_state(painter, QPointF(left + LEFT, top), placed.action)
        what = Ink("body_strong" if is_current else "body")
        self._write(painter, (left + columns.what[0], top), lines.what, what)
        if columns.is_narrow:
            under = top + len(lines.what) * self._look.theme.line_px("body")
            self._paint_more(painter, (left + columns.what[0], under), lines, is_late=is_late)
            return
        when = Ink("small_strong", "warning") if is_late else Ink("small")
        self._write(painter, (left + columns.who[0], top), lines.who, Ink("small"))
        self._write(painter, (left + columns.when[0], top), lines.when, when)
        muted = Ink("small", "text_muted")
        self._write(painter, (left + columns.source[0], top), lines.source, muted)

    def _paint_more(
        self, painter: QPainter, place: tuple[float, float], lines: ActionLines, *, is_late: bool
    ) -> None:
        muted = Ink("small", "text_muted", "small")
        if not is_late or not lines.more:
            self._write(painter, place, lines.more, muted)
            return
        left, top = place
        late, dot, rest = lines.more[0].partition(" · ")
        self._write(painter, place, (late,), Ink("small_strong", "warning", "small"))
        beside = left + self._metrics("small_strong").horizontalAdvance(late)
        self._write(painter, (beside, top), (dot + rest,), muted)
        under = top + self._look.theme.line_px("small")
        self._write(painter, (left, under), lines.more[1:], muted)

    def _write(
        self, painter: QPainter, place: tuple[float, float], lines: Sequence[str], ink: Ink
    ) -> None:
        painter.setFont(self._look.font(ink.style))
        painter.setPen(self._look.colour(ink.colour))
        left, top = place
        height = self._look.theme.line_px(ink.line_style)
        # Every column's first line stands on one line of writing.
        cap = self._metrics(ink.line_style).capHeight()
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + number * height + (height + cap) / 2), line)

    def _paint_state(self, painter: QPainter, place: QPointF, action: Action) -> None:
        icon, colour = state_icon(action)
        px = self._look.theme.icon_px("m")
        spare = (self._look.theme.line_px("body") - px) / 2
        pixmap = self._look.pixmap(icon, colour, "m")
        painter.drawPixmap(round(place.x()), round(place.y() + spare), pixmap)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: GroupHeading
    ) -> None:
        place = (option.rect.x() + float(LEFT), option.rect.y() + float(_HEADING_TOP))
        self._write(painter, place, (heading.words,), Ink("body_strong"))
        wide = self._metrics("body_strong").horizontalAdvance(heading.words)
        beside = (place[0] + wide, place[1])
        self._write(painter, beside, (f" · {heading.count}",), Ink("small", "text_muted"))
        rect = option.rect
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look.colour("line"))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_current: bool
    ) -> None:
        theme, rect = self._look.theme, option.rect
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

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        inset = _RING_INSET + width / 2
        painter.setPen(QPen(self._look.colour("focus"), width))
        rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset - 1)
        painter.drawRoundedRect(rect, radius, radius)


def state_icon(action: Action) -> tuple[str, str]:
    """Give the icon and colour for how an action stands; the words beside it say the same."""
    if action.done_on is not None:
        return "circle-check", "success"
    if action.dropped_on is not None:
        return "x", "text_muted"
    return ("arrow-right" if action.carried else "circle"), "text_muted"


def _is_late(action: Action, model: ActionListModel) -> bool:
    return action.is_open and action.by_when is not None and action.by_when < model.today
