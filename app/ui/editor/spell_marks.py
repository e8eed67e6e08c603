"""A wavy line under words that no list knows, drawn over an answer box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from app.domain.spelling import UnknownWord
from app.ui.editor.mark_layers import MarkLayers, SeenBlock, text_of
from app.ui.editor.spell_menu import SpellMenu
from app.ui.editor.wave import Wave
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.pieces import runs_on

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
        self._layers = MarkLayers.of(box)
        self._layers.add(self)
        box.installEventFilter(self)
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
        text = text_of(block)
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

    @property
    def is_on(self) -> bool:
        """Whether words are marked."""
        return self._spelling.is_on

    def paint_under(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Nothing lies behind a misspelt word."""

    def paint_over(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Draw the waves."""
        for each in seen:
            typed = self._typed_place(each.block)
            for word in self._unknown_in(each.block, each.first, each.last):
                if typed is not None and word.start <= typed <= word.end:
                    self._is_one_kept_back = True
                elif not self._layers.is_taken(self, each, word.start, word.end):
                    for box in each.boxes(word.start, word.end):
                        self._wave.draw(painter, box.bottomLeft(), box.width())

    def is_marking(self, seen: SeenBlock, start: int, end: int) -> bool:
        """Say whether any of this stretch is a misspelt word."""
        found = self._unknown_in(seen.block, start, end)
        return any(each.start < end and each.end > start for each in found)

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

    def offer(self, menu: QMenu, place: int) -> bool:
        """Offer what was probably meant, before what stands in the menu."""
        word = self.word_at(place)
        if word is not None and not self._box.isReadOnly():
            SpellMenu(menu, self._box, self._spelling, word)
        return word is not None

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint anew where the focus decides whether a word counts as being typed."""
        # A box that is being taken apart loses the focus too, and is no longer itself.
        if watched is self._box and event.type() in (_Kind.FocusIn, _Kind.FocusOut):
            self._repaint()
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
