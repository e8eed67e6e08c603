"""Writes a parsed text into a document, block by block, in the prose font of the look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from app.domain.found_words import found_places
from app.rendering.prose_tree import (
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    NumberedList,
    Paragraph,
    ProseBlock,
    Quote,
    Strong,
    Text,
)
from app.ui.look import Look

_QUOTE_INDENT = 20
_LIST_INDENT = 26
_WIDE_SPACE = 250  # per cent
_GAP_SHARE = 0.55  # of a line, between paragraphs
_LINE_BREAK = "\u2028"


@dataclass(frozen=True)
class _Place:
    """Where a block stands: how deep in lists, quoted or not, and in which list it is an item."""

    depth: int = 0
    quotes: int = 0
    list_format: QTextListFormat | None = None


def write_prose(
    document: QTextDocument, look: Look, blocks: Iterable[ProseBlock], words: str = ""
) -> None:
    """Fill a document in place of what it held; mark the words of a search."""
    document.clear()
    document.setDefaultFont(look.font("prose"))
    document.setIndentWidth(_LIST_INDENT * look.theme.scale)
    writer = _Writer(document, look)
    writer.write(blocks, _Place())
    writer.close()
    _mark_found(document, look, words)


class _Writer:
    """Puts one block after the other at the end of a document."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._look = look
        self._cursor = QTextCursor(document)
        self._is_first = True
        self._cursor.beginEditBlock()

    def close(self) -> None:
        """End the edit, so that the document is laid out once."""
        self._cursor.endEditBlock()

    def write(self, blocks: Iterable[ProseBlock], place: _Place) -> None:
        """Write blocks at a place."""
        for block in blocks:
            match block:
                case Paragraph():
                    self._write_paragraph(block, place)
                case Quote():
                    self.write(block.blocks, replace(place, quotes=place.quotes + 1))
                case BulletList(items):
                    style = QTextListFormat.Style.ListDisc
                    self._write_list(items, style, 1, place)
                case NumberedList(items, first):
                    self._write_list(items, QTextListFormat.Style.ListDecimal, first, place)
            place = replace(place, list_format=None)

    def _write_list(
        self,
        items: tuple[tuple[ProseBlock, ...], ...],
        style: QTextListFormat.Style,
        first: int,
        place: _Place,
    ) -> None:
        depth = place.depth + 1
        for number, item in enumerate(items, first):
            kind = QTextListFormat()
            kind.setStyle(style)
            kind.setIndent(0)
            if style == QTextListFormat.Style.ListDecimal:
                # A list of its own for each item keeps the numbers that were typed.
                kind.setStart(number)
            self.write(item or (Paragraph(()),), _Place(depth, place.quotes, kind))

    def _write_paragraph(self, paragraph: Paragraph, place: _Place) -> None:
        block = self._block_format(place)
        if self._is_first:
            self._is_first = False
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block, QTextCharFormat())
        if place.list_format is not None:
            self._cursor.createList(place.list_format)
            block.setIndent(place.depth)
            self._cursor.mergeBlockFormat(block)
            if place.list_format.style() == QTextListFormat.Style.ListDisc:
                self._cursor.setBlockCharFormat(self._bullet_format())
        self._write_inlines(
            paragraph.inlines, is_strong=paragraph.is_heading, is_emphasis=place.quotes > 0
        )

    def _block_format(self, place: _Place) -> QTextBlockFormat:
        theme = self._look.theme
        kind = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        kind.setLineHeight(theme.line_percent("prose"), proportional)
        kind.setIndent(place.depth)
        kind.setLeftMargin(place.quotes * _QUOTE_INDENT * theme.scale)
        if not self._is_first and not place.depth:
            gap = theme.line_px("prose") * _GAP_SHARE
            kind.setTopMargin(max(gap, theme.spacing.paragraph_gap_px))
        elif not self._is_first:
            kind.setTopMargin(theme.line_px("prose") * _GAP_SHARE / 3)
        return kind

    def _write_inlines(
        self, inlines: Iterable[Inline], *, is_strong: bool, is_emphasis: bool
    ) -> None:
        for inline in inlines:
            match inline:
                case Text(text):
                    kind = self._format(is_strong=is_strong, is_emphasis=is_emphasis)
                    self._cursor.insertText(text, kind)
                case LineBreak():
                    self._cursor.insertText(_LINE_BREAK)
                case Strong(inner):
                    self._write_inlines(inner, is_strong=True, is_emphasis=is_emphasis)
                case Emphasis(inner):
                    self._write_inlines(inner, is_strong=is_strong, is_emphasis=True)

    def _bullet_format(self) -> QTextCharFormat:
        # Qt sets a bullet one space before the words, which touches them: so a wide space.
        kind = QTextCharFormat()
        font = self._look.font("prose")
        font.setStretch(_WIDE_SPACE)
        kind.setFont(font)
        kind.setForeground(self._look.colour("text"))
        return kind

    def _format(self, *, is_strong: bool, is_emphasis: bool) -> QTextCharFormat:
        kind = QTextCharFormat()
        style = "prose_strong" if is_strong else "prose"
        kind.setFont(self._look.font(style, italic=is_emphasis))
        kind.setForeground(self._look.colour("text"))
        return kind


def _mark_found(document: QTextDocument, look: Look, words: str) -> None:
    if not words.strip():
        return
    kind = QTextCharFormat()
    kind.setFontWeight(look.font("prose_strong").weight())
    kind.setBackground(look.colour("search_mark"))
    kind.setForeground(look.colour("search_mark_text"))
    block = document.begin()
    while block.isValid():
        text = block.text()
        for start, end in found_places(text, words):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + _units(text[:start]))
            cursor.setPosition(
                block.position() + _units(text[:end]), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(kind)
        block = block.next()


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
