"""A dashed line under possible identifiers, drawn over an answer box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from app.domain.form import Prompt
from app.domain.identifier import PossibleIdentifier
from app.domain.text_finding import Span
from app.ui.editor.dash import draw_dash, draw_tint
from app.ui.editor.examined import Findings, Stretch
from app.ui.editor.identifier_menu import IdentifierMenu
from app.ui.editor.mark_layers import MarkLayers, SeenBlock
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.pieces import runs_on
from app.ui.parts.text_units import place_at, unit_at

if TYPE_CHECKING:
    from app.ui.editor.noticing import EditorNoticing

_AROUND = 200  # characters of the piece before and of the next, where a paragraph lies in pieces
_MOST_RECALLED = 200  # paragraphs


class IdentifierMarks(QObject):
    """Paints what is known, and asks for what is seen and was not looked at yet."""

    def __init__(
        self, look: Look, box: AnswerBox, prompt: Prompt, noticing: EditorNoticing
    ) -> None:
        """Watch a box of a prompt's answer for as long as it lives."""
        super().__init__(box)
        self._look, self._box, self._noticing = look, box, noticing
        self.prompt = prompt
        self._current: QTextCursor | None = None
        # What stood in a paragraph before it was changed, by its number.
        self._shown: dict[int, tuple[str, Findings]] = {}
        self._layers = MarkLayers.of(box)
        self._layers.add(self, is_first=True)
        noticing.changed.connect(self._on_changed)

    @property
    def is_on(self) -> bool:
        """Whether possible identifiers are pointed out here."""
        return self._noticing.is_on

    def set_current(self, cursor: QTextCursor | None) -> None:
        """Set the one that is being decided about apart; it moves with the text."""
        self._current = cursor
        self._box.viewport().update()

    def spans(self, block: QTextBlock, first: int = 0, last: int | None = None) -> list[Span]:
        """Give what is marked in a block, between two places of it, in Qt's units."""
        return [span for span, _ in self._marked(block, first, last)]

    def cursor_at(self, place: int) -> tuple[QTextCursor, PossibleIdentifier] | None:
        """Give the finding at a place of the document, and a cursor that selects it."""
        block = self._box.document().findBlock(place)
        inside = place - block.position()
        for (start, end), found in self._marked(block, inside, inside):
            if start <= inside <= end:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                return cursor, found
        return None

    # Painting

    def paint_under(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Tint what stands behind the current one."""
        if self._current is None or not self._current.hasSelection():
            return
        start, end = self._current.selectionStart(), self._current.selectionEnd()
        for each in seen:
            at = each.block.position()
            for box in each.boxes(start - at, end - at):
                draw_tint(painter, self._look, box)

    def paint_over(self, painter: QPainter, seen: list[SeenBlock]) -> None:
        """Draw the dashes."""
        for each in seen:
            for start, end in self.spans(each.block, each.first, each.last):
                for box in each.boxes(start, end):
                    draw_dash(painter, self._look, box)

    def is_marking(self, seen: SeenBlock, start: int, end: int) -> bool:
        """Say whether any of this stretch is a possible identifier."""
        return any(a < end and b > start for a, b in self.spans(seen.block, start, end))

    # Finding

    def _marked(
        self, block: QTextBlock, first: int, last: int | None
    ) -> list[tuple[Span, PossibleIdentifier]]:
        before, own, after = _paragraph_around(block)
        text, at = before + own + after, len(before)
        since = at + place_at(own, first)
        until = at + (len(own) if last is None else place_at(own, last))
        marked = []
        for each in self._known(block.blockNumber(), text, since, until):
            start, end = max(each.start - at, 0), min(each.end - at, len(own))
            if start < end:
                marked.append(((unit_at(own, start), unit_at(own, end)), each))
        return marked

    def _known(self, number: int, text: str, since: int, until: int) -> Findings:
        examined = self._noticing.examined
        found = examined.known(text, since, until)
        missing = examined.missing(text, since, until)
        shown, recalled = self._shown.get(number, ("", ()))
        if missing:
            self._noticing.want(text, missing)
            standing = _still_standing(shown, recalled, text, missing)
            return tuple(sorted((*found, *standing), key=lambda each: each.start))
        if len(self._shown) >= _MOST_RECALLED:
            self._shown.clear()
        # Only what was painted is known here; the rest of the paragraph may be known from before.
        known = {*found, *(recalled if shown == text else ())}
        self._shown[number] = (text, tuple(sorted(known, key=lambda each: each.start)))
        return found

    def _on_changed(self) -> None:
        self._box.viewport().update()

    # The menu

    def offer(self, menu: QMenu, place: int) -> bool:
        """Offer what can be decided, before what stands in the menu."""
        at = self.cursor_at(place) if self.is_on else None
        deciding = self._noticing.deciding
        if at is None or deciding is None or self._box.isReadOnly():
            return False
        IdentifierMenu(menu, self._box, self.prompt, deciding, at)
        return True


def _still_standing(
    before: str, found: Findings, text: str, missing: list[Stretch]
) -> Iterator[PossibleIdentifier]:
    """Give what was marked in a paragraph before it was changed and is not touched by the change.

    It stays marked where nothing was looked at yet: from the beginning, or as far from the end.
    """
    for each in found:
        words = before[each.start : each.end]
        for start in dict.fromkeys((each.start, each.start + len(text) - len(before))):
            end = start + len(words)
            is_there = start >= 0 and text[start:end] == words
            goes_on = (
                text[end : end + 1].isalnum() and not before[each.end : each.end + 1].isalnum()
            )
            if is_there and not goes_on and any(gap.start <= start < gap.end for gap in missing):
                yield replace(each, start=start, end=end)
                break


def _paragraph_around(block: QTextBlock) -> tuple[str, str, str]:
    """Give a block's text between what its paragraph has before and behind it, if it is a piece."""
    before, after = block.previous(), block.next()
    head = before.text()[:-1][-_AROUND:] if runs_on(before) else ""
    if not runs_on(block):
        return head, block.text(), ""
    return head, block.text()[:-1], after.text()[:_AROUND]
