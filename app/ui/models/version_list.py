"""The versions of a reflection as a list, newest first: when, in what state, what changed."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.calendar_words import clock_time, plain_date
from app.domain.history import VersionOutline
from app.ui.look import Look

_Index = QModelIndex | QPersistentModelIndex
OUTLINE_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_SIDE, _AROUND, _RING_INSET = 16, 10, 2
_Words = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class VersionListModel(QAbstractListModel):
    """Rows are versions; what changed in short comes later, row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._outlines: tuple[VersionOutline, ...] = ()
        self._changes: dict[int, str] = {}

    @property
    def outlines(self) -> tuple[VersionOutline, ...]:
        """The versions, newest first."""
        return self._outlines

    def show(self, outlines: tuple[VersionOutline, ...]) -> None:
        """Show other versions."""
        self.beginResetModel()
        self._outlines, self._changes = outlines, {}
        self.endResetModel()

    def outline(self, number: int) -> VersionOutline | None:
        """Give the version of this number."""
        return next((each for each in self._outlines if each.number == number), None)

    def before(self, number: int) -> VersionOutline | None:
        """Give the version before this one."""
        return next((each for each in self._outlines if each.number < number), None)

    def row_of(self, number: int) -> QModelIndex:
        """Give the row of a version, or no row."""
        rows = (row for row, each in enumerate(self._outlines) if each.number == number)
        return self.index(next(rows, -1))

    def next_untold(self) -> int | None:
        """Give the newest version of which it is not yet told what changed."""
        numbers = (each.number for each in self._outlines)
        return next((number for number in numbers if number not in self._changes), None)

    def tell_change(self, number: int, words: str) -> None:
        """Say in short what a version changed."""
        self._changes[number] = words
        index = self.row_of(number)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the versions."""
        return 0 if parent.isValid() else len(self._outlines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the version, or its three lines as one text."""
        if not index.isValid() or index.row() >= len(self._outlines):
            return None
        outline = self._outlines[index.row()]
        if role == OUTLINE_ROLE:
            return outline
        lines = (made_words(outline.made_at), state_words(outline), self.changes(outline.number))
        if role in _Words:
            separator = "\n" if role == Qt.ItemDataRole.DisplayRole else ". "
            return separator.join(line for line in lines if line)
        return None

    def changes(self, number: int) -> str:
        """Give what a version changed, as far as it is told."""
        return self._changes.get(number, "")


class VersionDelegate(QStyledItemDelegate):
    """Paints three lines of the same height, shortened to the width."""

    def __init__(self, look: Look, view: QWidget) -> None:
        """Paint in this look."""
        super().__init__(view)
        self._look = look

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for three lines."""
        theme = self._look.theme
        lines = theme.line_px("body_strong") + 2 * theme.line_px("small")
        return QSize(1, math.ceil(2 * _AROUND + lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground, the lines of words, and the ring."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        top = float(option.rect.y() + _AROUND)
        colours = ("text", "text_muted", "text")
        lines = str(index.data()).split("\n")
        for number, (line, colour) in enumerate(zip(lines, colours, strict=False)):
            style = "small" if number else "body_strong"
            font, height = self._look.font(style), self._look.theme.line_px(style)
            metrics = QFontMetricsF(font)
            width = option.rect.width() - 2 * _SIDE
            painter.setFont(font)
            painter.setPen(self._look.colour(colour))
            fitted = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
            baseline = top + (height + metrics.capHeight()) / 2
            painter.drawText(QPointF(option.rect.x() + _SIDE, baseline), fitted)
            top += height
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, option)
        painter.restore()

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
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        width, radius = self._look.theme.focus_width(), self._look.theme.radius("checkbox")
        inset = _RING_INSET + width / 2
        painter.setPen(QPen(self._look.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset - 1)
        painter.drawRoundedRect(rect, radius, radius)


def made_words(moment: datetime) -> str:
    """Give the day and time at which a version was made, where this computer is."""
    made = moment.astimezone()
    return f"{plain_date(made.date())}, {clock_time(made)}"


def state_words(outline: VersionOutline) -> str:
    """Say which version it is, in what state, and how long."""
    name = _tr("Version {number}, the newest") if outline.is_newest else _tr("Version {number}")
    words = [name.format(number=outline.number)]
    if outline.is_purged:
        words.append(_tr("words removed for good"))
    else:
        count = outline.word_count
        words.append(_tr("complete") if outline.is_complete else _tr("draft"))
        words.append(
            _tr("1 word") if count == 1 else _tr("{count} words").format(count=f"{count:,}")
        )
    return " · ".join(words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("VersionList", words)
