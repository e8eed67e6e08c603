"""What is drawn over an answer box by several kinds of marks, and the one menu that they share.

Nothing is written into the document: its layout, its undo steps and its text are untouched. Only
the lines that are being painted are looked at, so that a key costs the same in an answer of any
length.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QTextBlock, QTextLine
from PySide6.QtWidgets import QMenu

from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.text_units import units


class SeenBlock:
    """A paragraph of which lines are being painted; places in it are Qt's, counted in UTF-16."""

    def __init__(self, block: QTextBlock, corner: QPointF, lines: list[QTextLine]) -> None:
        self.block, self.corner, self._lines = block, corner, lines
        self.first = lines[0].textStart()
        self.last = lines[-1].textStart() + lines[-1].textLength()

    @cached_property
    def text(self) -> str:
        """The paragraph's text with one character for each unit."""
        return text_of(self.block)

    def boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """Give where a stretch stands, line by line, from the top of a line to its base line."""
        for line in self._lines:
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            while last > first and self.text[last - 1].isspace():
                last -= 1  # nothing stands there, and the line may end before it
            if first < last:
                left, right = sorted((_x(line, first), _x(line, last)))
                at = self.corner + QPointF(left, line.y())
                yield QRectF(at.x(), at.y(), right - left, line.ascent())


class MarkLayer(Protocol):
    """One kind of marks of a box."""

    @property
    def is_on(self) -> bool:
        """Whether anything is to be drawn."""

    def paint_under(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Draw what lies behind the words."""

    def paint_over(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Draw what lies over the words."""

    def is_marking(self, seen: SeenBlock, start: int, end: int) -> bool:
        """Say whether any of this stretch is marked here, so that others leave it alone."""

    def offer(self, menu: QMenu, place: int) -> bool:
        """Put before a menu's entries what can be done at a place; say whether there is any."""


class MarkLayers(QObject):
    """Paints the layers of one box in their order; the first has the first say."""

    def __init__(self, box: AnswerBox) -> None:
        """Watch a box for as long as it lives."""
        super().__init__(box)
        self._box = box
        self._layers: list[MarkLayer] = []
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)

    @staticmethod
    def of(box: AnswerBox) -> MarkLayers:
        """Give the layers of a box, made when they are first asked for."""
        return box.findChild(MarkLayers) or MarkLayers(box)

    def add(self, layer: MarkLayer, *, is_first: bool = False) -> None:
        """Draw another kind of marks."""
        self._layers.insert(0 if is_first else len(self._layers), layer)

    def is_taken(self, layer: MarkLayer, seen: SeenBlock, start: int, end: int) -> bool:
        """Say whether a layer before this one marks any of a stretch."""
        before = self._layers[: self._layers.index(layer)]
        return any(each.is_on and each.is_marking(seen, start, end) for each in before)

    def _paint(self, event: QPaintEvent) -> bool:
        layers = [each for each in self._layers if each.is_on]
        if not layers:
            return False
        rect = QRectF(event.rect())
        seen = list(seen_blocks(self._box, rect))
        painter = QPainter(self._box.viewport())
        painter.setClipRect(rect)
        for layer in layers:
            layer.paint_under(painter, seen)
        painter.end()
        self._box.paintEvent(event)
        painter = QPainter(self._box.viewport())
        painter.setClipRect(rect)
        for layer in layers:
            layer.paint_over(painter, seen)
        painter.end()
        return True

    def _open_menu(self, event: QContextMenuEvent) -> None:
        box = self._box
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = box.textCursor().selectionStart()
            at = box.viewport().mapToGlobal(box.cursorRect().bottomLeft())
        else:
            place = box.cursorForPosition(event.pos()).position()
            at = event.globalPos()
        menu: QMenu = box.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._say_in_our_way(menu)
        # Each puts its own before what stands there: the first is asked last.
        offered = [layer.offer(menu, place) for layer in reversed(self._layers)]
        menu.popup(at)
        entries = [each for each in menu.actions() if each.isEnabled()]
        if any(offered) and entries:
            menu.setActiveAction(entries[0])

    def _say_in_our_way(self, menu: QMenu) -> None:
        # Qt shows only the keys that our own menus don't have: one of seven, and another than ours.
        for entry in menu.actions():
            entry.setText(entry.text().partition("\t")[0])
            if entry.objectName() == "select-all":
                entry.setText(self.tr("Select all"))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint around the box's own painting; open the menu in its place."""
        if isinstance(event, QPaintEvent):
            return watched is not self._box and self._paint(event)
        # By mouse it comes to the viewport, by key to the box.
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        return False


def seen_blocks(box: AnswerBox, rect: QRectF) -> Iterator[SeenBlock]:
    """Give the paragraphs with the lines that touch a rectangle of what can be seen."""
    at = QPointF(-box.horizontalScrollBar().value(), -box.verticalScrollBar().value())
    layout = box.document().documentLayout()
    block = box.cursorForPosition(QPoint(0, round(rect.top()))).block()
    while block.isValid():
        place = layout.blockBoundingRect(block).translated(at)
        if place.top() > rect.bottom():
            break
        lines = _lines_within(block, rect.top() - place.top(), rect.bottom() - place.top())
        if lines:
            yield SeenBlock(block, place.topLeft(), lines)
        block = block.next()


def text_of(block: QTextBlock) -> str:
    """Give the text of a block with one character for each of Qt's units."""
    text = block.text()
    return text if len(text) == block.length() - 1 else units(text)


def _lines_within(block: QTextBlock, top: float, bottom: float) -> list[QTextLine]:
    layout = block.layout()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [each for each in lines if each.y() <= bottom and each.y() + each.height() >= top]


def _x(line: QTextLine, place: int) -> float:
    told: Any = line.cursorToX(place)
    # A pair, though its type does not say so: the second is the place when it is out of the line.
    return float(told[0] if isinstance(told, tuple) else told)
