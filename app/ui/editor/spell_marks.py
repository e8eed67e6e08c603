"""A wavy line under words that no list knows, drawn over an answer box.

Nothing is written into the document: its layout, its undo steps and its text are untouched. Only
the lines that are being painted are looked at, so that a key costs the same in an answer of any
length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)

from app.domain.spelling import UnknownWord
from app.ui.editor.spell_menu import SpellMenu
from app.ui.editor.wave import Wave
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.pieces import runs_on
from app.ui.parts.text_units import units

if TYPE_CHECKING:
    from app.ui.editor.spelling import EditorSpelling

_AROUND = 200  # characters before and behind what is painted, so that no word is cut
_MOST_RECALLED = 100  # stretches of text
_Kind = QEvent.Type


class SpellMarks(QObject):
    """Paints, finds the next one, and offers what was probably meant."""

    def __init__(self, look: Look, box: AnswerBox, spelling: EditorSpelling) -> None:
        """Watch a box for as long as it lives."""
        super().__init__(box)
        self._box, self._spelling = box, spelling
        self._revision = box.document().revision()
        self._is_typing = self._is_one_kept_back = False
        self._row = QRect()
        self._wave = Wave(look)
        # What stands around the line that is written in is painted again with each key.
        self._recalled: dict[tuple[str, bool], tuple[UnknownWord, ...]] = {}
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)
        box.cursorPositionChanged.connect(self._on_cursor_moved)
        spelling.changed.connect(self._on_words_changed)
        look.changed.connect(self._wave.forget)

    # Finding

    def select_next(self) -> bool:
        """Select the next unknown word behind the cursor, or from the top; say if there is one."""
        cursor = self._box.textCursor()
        here = cursor.selectionEnd()
        first = block = self._box.document().findBlock(here)
        is_back = False
        while block.isValid():
            for each in self._unknown_in(block):
                place = block.position() + each.start
                if is_back or place >= here:
                    self._select(block, each)
                    return True
            if is_back and block == first:
                return False
            block = block.next()
            if not block.isValid() and not is_back:
                block, is_back = self._box.document().begin(), True
        return False

    def word_at(self, place: int) -> QTextCursor | None:
        """Give the unknown word at a place of the document, selected."""
        block = self._box.document().findBlock(place)
        inside = place - block.position()
        if not self._spelling.is_on:
            return None
        for each in self._unknown_in(block, inside, inside):
            if each.start <= inside <= each.end:
                return _selected(block, each)
        return None

    def _select(self, block: QTextBlock, each: UnknownWord) -> None:
        self._box.setTextCursor(_selected(block, each))
        self._box.ensureCursorVisible()

    def _unknown_in(
        self, block: QTextBlock, first: int = 0, last: int | None = None
    ) -> list[UnknownWord]:
        """Give the unknown words of a block between two places of it."""
        text = block.text()
        if len(text) != block.length() - 1:
            text = units(text)  # Qt counts so
        last = len(text) if last is None else last
        start, end = _widened(text, first, last)
        is_beginning = start == 0 and not runs_on(block.previous())
        found = self._looked_up(text[start:end], is_beginning)
        return [UnknownWord(start + each.start, start + each.end, each.word) for each in found]

    def _looked_up(self, text: str, is_beginning: bool) -> tuple[UnknownWord, ...]:
        found = self._recalled.get((text, is_beginning))
        if found is None:
            if len(self._recalled) >= _MOST_RECALLED:
                self._recalled.clear()
            found = self._spelling.unknown(text, is_beginning=is_beginning)
            self._recalled[text, is_beginning] = found
        return found

    # Painting

    def _paint(self, event: QPaintEvent) -> None:
        box, rect = self._box, QRectF(event.rect())
        at = QPointF(-box.horizontalScrollBar().value(), -box.verticalScrollBar().value())
        layout = box.document().documentLayout()
        painter = QPainter(box.viewport())
        painter.setClipRect(rect)
        block = box.cursorForPosition(QPoint(0, round(rect.top()))).block()
        while block.isValid():
            place = layout.blockBoundingRect(block).translated(at)
            if place.top() > rect.bottom():
                break
            self._paint_block(painter, block, place.topLeft(), rect)
            block = block.next()
        painter.end()

    def _paint_block(
        self, painter: QPainter, block: QTextBlock, corner: QPointF, rect: QRectF
    ) -> None:
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        top, bottom = rect.top() - corner.y(), rect.bottom() - corner.y()
        seen = [each for each in lines if each.y() <= bottom and each.y() + each.height() >= top]
        if not seen:
            return
        last = seen[-1].textStart() + seen[-1].textLength()
        typed = self._typed_place(block)
        for word in self._unknown_in(block, seen[0].textStart(), last):
            if typed is not None and word.start <= typed <= word.end:
                self._is_one_kept_back = True
                continue
            for line in seen:
                start = max(word.start, line.textStart())
                end = min(word.end, line.textStart() + line.textLength())
                if start < end:
                    left, right = _x(line, start), _x(line, end)
                    base = corner + QPointF(left, line.y() + line.ascent())
                    self._wave.draw(painter, base, right - left)

    def _typed_place(self, block: QTextBlock) -> int | None:
        """Give where the word that is being typed ends, if it is in this block."""
        cursor = self._box.textCursor()
        is_here = self._is_typing and self._box.hasFocus() and cursor.block() == block
        return cursor.positionInBlock() if is_here else None

    def _on_cursor_moved(self) -> None:
        document = self._box.document()
        # What was not typed cannot be undone: the box has been filled.
        is_changed = document.revision() != self._revision
        self._is_typing = is_changed and document.isUndoAvailable()
        self._revision = document.revision()
        if self._is_one_kept_back:
            # The word was being typed when it was painted; perhaps it has been left now.
            self._is_one_kept_back = False
            self._box.viewport().update(self._row)
        rect = self._box.cursorRect()
        self._row = QRect(0, rect.top(), self._box.viewport().width(), 2 * rect.height())

    def _on_words_changed(self) -> None:
        self._recalled.clear()
        self._repaint()

    def _repaint(self) -> None:
        self._box.viewport().update()

    # The menu

    def _open_menu(self, event: QContextMenuEvent) -> None:
        box = self._box
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = box.textCursor().selectionStart()
            at = box.viewport().mapToGlobal(box.cursorRect().bottomLeft())
        else:
            place = box.cursorForPosition(event.pos()).position()
            at = event.globalPos()
        SpellMenu(box, self._spelling, self.word_at(place)).popup(at)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint after the box has painted; open the menu in its place."""
        if watched is self._box:
            if event.type() in (_Kind.FocusIn, _Kind.FocusOut):
                self._repaint()
        elif isinstance(event, QPaintEvent) and self._spelling.is_on:
            self._box.paintEvent(event)
            self._paint(event)
            return True
        # By mouse it comes to the viewport, by key to the box.
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        return False


def _widened(text: str, first: int, last: int) -> tuple[int, int]:
    """Take in the whole words at both ends."""
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    if start > 0:
        start = max(text.rfind(" ", start, first), start)
    if end < len(text):
        space = text.find(" ", last, end)
        end = end if space < 0 else space
    return start, end


def _selected(block: QTextBlock, each: UnknownWord) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + each.start)
    cursor.setPosition(block.position() + each.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _x(line: QTextLine, place: int) -> float:
    told: Any = line.cursorToX(place)
    # A pair, though its type does not say so: the second is the place when it is out of the line.
    return float(told[0] if isinstance(told, tuple) else told)
