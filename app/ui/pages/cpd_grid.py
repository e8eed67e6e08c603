"""The coverage grid: a row for each piece, a column for each part; folded where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.framework import FrameworkTag
from app.ui.look import Look
from app.ui.parts.text_block import Run, TextBlock

_INSET = 10
_ABOVE = 8
_PEER, _IMPACT, _TAG, _STATE = 62, 58, 69, 98  # widths at 100 %
_LEAST_TITLE = 190
_JOINING = frozenset(("and", "for", "in", "of", "on", "or", "the", "to", "with"))
_SHORT = 4  # letters of a word that says too little alone
_LINE = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class GridRow:
    """What one row says. The state is said in the accent's colour where it asks for something."""

    key: str
    title: str
    about: str
    peer: str
    impact: str
    has_impact: bool
    touched: frozenset[str]
    state: str
    is_offer: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, in pixels; narrow where a row folds into lines."""

    title: float
    peer: float
    impact: float
    tags: tuple[float, ...]
    tag_width: float
    state: float
    end: float
    is_narrow: bool


def columns_of(look: Look, width: int, count: int) -> Columns:
    """Share a width out among the columns."""
    scale = look.theme.scale
    fixed = scale * (_PEER + _IMPACT + count * _TAG + _STATE)
    title = width - fixed
    peer = max(title, 0.0)
    first = peer + scale * (_PEER + _IMPACT)
    tags = tuple(first + scale * _TAG * place for place in range(count))
    state = first + scale * _TAG * count
    is_narrow = title < scale * _LEAST_TITLE
    return Columns(_INSET, peer, peer + scale * _PEER, tags, scale * _TAG, state, width, is_narrow)


class GridHead(QWidget):
    """The names of the columns; where rows are folded, nothing."""

    def __init__(self, look: Look) -> None:
        """Paint in this look."""
        super().__init__()
        self._look = look
        self._tags: Sequence[FrameworkTag] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.fold)

    def show_tags(self, tags: Sequence[FrameworkTag]) -> None:
        """Name these parts."""
        self._tags = tags
        self.fold()

    def fold(self) -> None:
        """Be as high as the names, or as nothing."""
        is_narrow = columns_of(self._look, self.width(), len(self._tags)).is_narrow
        height = round(self._look.theme.line_px("small") * 3) + 2 * _ABOVE
        self.setFixedHeight(0 if is_narrow else height)
        self.update()

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write each name over its column."""
        columns = columns_of(self._look, self.width(), len(self._tags))
        if columns.is_narrow:
            return
        painter = QPainter(self)
        muted = self._look.colour("text_muted")
        for left, words in (
            (columns.title, self.tr("Piece")),
            (columns.peer, self.tr("Peer")),
            (columns.impact, self.tr("Impact")),
            (columns.state + _INSET, self.tr("State")),
        ):
            block = _block(self._look, words, "small_strong")
            block.paint(painter, QRectF(left, _ABOVE, self.width(), 40), muted, _LINE)
        for left, tag in zip(columns.tags, self._tags, strict=True):
            _draw_edge(painter, self._look, left, self.height())
            self._draw_tag(painter, left, columns.tag_width, tag)
        if self._tags:
            _draw_edge(painter, self._look, columns.state, self.height())
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _draw_tag(self, painter: QPainter, left: float, width: float, tag: FrameworkTag) -> None:
        rect = QRectF(left + 1, _ABOVE, width - 1, self.height())
        key = _block(self._look, tag.key, "small_strong")
        key.set_width(rect.width())
        key.paint(painter, rect, self._look.colour("text"), _MIDDLE)
        rect.translate(0, self._look.theme.line_px("small"))
        name = _block(self._look, _short(tag.label), "tiny")
        name.set_width(rect.width())
        painter.setClipRect(rect)
        name.paint(painter, rect, self._look.colour("text_muted"), _MIDDLE)
        painter.setClipping(False)


class GridLine(QAbstractButton):
    """A row of the grid, pressed as a whole; a screen reader hears it as one sentence."""

    pressed_as = Signal(str)

    def __init__(self, look: Look, row: GridRow, tags: Sequence[FrameworkTag], of: str) -> None:
        """Show a row; of is the id of the framework its tags belong to."""
        super().__init__()
        self._look, self.row, self._tags, self._of = look, row, tags, of
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._sentence())
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.updateGeometry)

    def _has(self, tag: FrameworkTag) -> bool:
        return f"{self._of}/{tag.key}" in self.row.touched

    def _sentence(self) -> str:
        row = self.row
        parts = [row.title, row.about, self._told()]
        return ". ".join(part for part in parts if part)

    def _told(self) -> str:
        row = self.row
        touched = ", ".join(f"{tag.key} {tag.label}" for tag in self._tags if self._has(tag))
        peer = self.tr("Peer: {words}").format(words=row.peer)
        impact = self.tr("Impact: {words}").format(words=row.impact)
        parts = (peer, impact, touched or self.tr("no part touched"), row.state)
        return " · ".join(parts)

    def _on_clicked(self) -> None:
        self.pressed_as.emit(self.row.key)

    def _folded(self, width: int) -> tuple[TextBlock, ...]:
        row, look = self.row, self._look
        blocks = (
            _block(look, row.title, "prose_small"),
            _block(look, row.about, "small"),
            _block(look, self._told(), "small"),
        )
        for block in blocks:
            block.set_width(width - 2 * _INSET)
        return blocks

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """It is as high as its words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the title's lines and what stands under it."""
        columns = columns_of(self._look, width, len(self._tags))
        if columns.is_narrow:
            return round(sum(each.height() for each in self._folded(width))) + 2 * _ABOVE
        title = _block(self._look, self.row.title, "prose_small")
        title.set_width(columns.peer - 2 * _INSET)
        return round(title.height() + self._look.theme.line_px("small")) + 2 * _ABOVE

    def sizeHint(self) -> QSize:
        """Ask for a line of a usual width."""
        width = max(self.width(), 320)
        return QSize(320, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the words break."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; up and down go to the row before and after."""
        steps = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in steps:
            self.focusNextPrevChild(steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row in its columns, or its lines one under the other."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), self._look.colour("hover"))
        columns = columns_of(self._look, self.width(), len(self._tags))
        if columns.is_narrow:
            self._paint_folded(painter)
        else:
            self._paint_columns(painter, columns)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _paint_folded(self, painter: QPainter) -> None:
        top = float(_ABOVE)
        colours = ("text", "text_muted", "accent" if self.row.is_offer else "text")
        for block, colour in zip(self._folded(self.width()), colours, strict=True):
            rect = QRectF(_INSET, top, self.width() - 2 * _INSET, block.height())
            block.paint(painter, rect, self._look.colour(colour), _LINE)
            top += block.height()

    def _paint_columns(self, painter: QPainter, columns: Columns) -> None:
        row, look = self.row, self._look
        title = _block(look, row.title, "prose_small")
        width = columns.peer - 2 * _INSET
        title.set_width(width)
        rect = QRectF(columns.title, _ABOVE, width, title.height())
        title.paint(painter, rect, look.colour("text"), _LINE)
        rect.translate(0, title.height())
        _block(look, row.about, "small").paint(painter, rect, look.colour("text_muted"), _LINE)
        said = ("small", "text") if row.has_impact else ("small_strong", "warning")
        offer = ("small_strong", "accent") if row.is_offer else ("small", "text")
        level = _ABOVE + 2
        for left, words, (style, colour) in (
            (columns.peer, row.peer, ("small", "text")),
            (columns.impact, row.impact, said),
            (columns.state + _INSET, row.state, offer),
        ):
            block = _block(look, words, style)
            room = columns.end - left if words == row.state else _IMPACT * 2
            block.set_width(room)
            rect = QRectF(left, level, room, self.height())
            block.paint(painter, rect, look.colour(colour), _LINE)
        self._paint_tags(painter, columns, level)

    def _paint_tags(self, painter: QPainter, columns: Columns, level: float) -> None:
        px = self._look.theme.icon_px("m")
        for left, tag in zip(columns.tags, self._tags, strict=True):
            _draw_edge(painter, self._look, left, self.height())
            if self._has(tag):
                place = round(left + (columns.tag_width - px) / 2)
                pixmap = self._look.pixmap("check", "accent", "m")
                painter.drawPixmap(place, round(level), pixmap)
            else:
                dot = _block(self._look, "·", "small")
                dot.set_width(columns.tag_width)
                rect = QRectF(left, level, columns.tag_width, self.height())
                dot.paint(painter, rect, self._look.colour("text_muted"), _MIDDLE)
        if self._tags:
            _draw_edge(painter, self._look, columns.state, self.height())


def _draw_edge(painter: QPainter, look: Look, left: float, height: int) -> None:
    painter.fillRect(QRectF(left, 0, 1, height), look.colour("line"))


def _block(look: Look, words: str, style: str) -> TextBlock:
    block = TextBlock((Run(words, look.font(style)),), look.theme.line_px(style))
    block.set_width(None)
    return block


def _short(label: str) -> str:
    """Give a name that stands over a narrow column: its first words."""
    words = label.replace(",", "").split()
    is_room_for_two = len(words) > 1 and len(words[0]) <= _SHORT and words[1] not in _JOINING
    return " ".join(words[:2]) if is_room_for_two else words[0]
