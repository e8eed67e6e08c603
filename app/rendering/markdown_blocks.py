"""Parses a person's Markdown once, into the tree that every output format draws from.

What could reach out of the page is no Markdown here: HTML, links, images and entities are shown
as they were typed. What would take the library too long is shown as plain paragraphs; no word
is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from app.rendering.markdown_lines import settle_lines
from app.rendering.plain_text import clean_text
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
    all_text,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# Inline marks cost the square of a block's length: beyond this a block is plain text.
LONGEST_MARKED_BLOCK = 20_000
_PIECE = 8_000
# No answer is so long; each list item and paragraph costs the parse and the page their time.
_MOST_MARKED_LINES = 10_000
# The page takes the square of a paragraph's line breaks.
_MOST_LINES_TOGETHER = 1_000
_DEEPEST_INLINE = 4
# Twice what settled lines can nest: deeper means that the library read them otherwise.
_DEEPEST_BLOCK = 20

_INLINE_PATTERNS_LEFT_OUT = (
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "html",
    "entity",
    "linebreak",
)
# References vanish from the page, indented text is not code, and rules are settled line by line.
_BLOCKS_LEFT_OUT = ("reference", "code", "setextheader", "hr")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_FRESH_PARAGRAPH = re.compile(r"[^\s>*+•\d-]")
# Digits are left out because a list's numbers are no part of its words.
_NO_LETTERS = re.compile(r"[\W\d_]+")
_ESCAPABLE_TOO = ["<", "&"]


class _TooDeep(Exception):
    """The parsed blocks nest further than a page can show."""


def prose_blocks(source: str) -> tuple[ProseBlock, ...]:
    """Parse Markdown."""
    blocks: list[ProseBlock] = []
    lines = 0
    for piece in _pieces(clean_text(source)):
        blocks.extend(
            _parse_piece(piece) if lines < _MOST_MARKED_LINES else _plain_paragraphs(piece)
        )
        lines += piece.count("\n") + 1
    return tuple(blocks)


def _pieces(source: str) -> Iterator[str]:
    """Cut a long text between paragraphs, so that time grows with its length only."""
    gathered: list[str] = []
    size = 0
    for block in _BLANK_LINES.split(source):
        is_over = size > _PIECE and (_FRESH_PARAGRAPH.match(block) or size > 2 * _PIECE)
        if gathered and (is_over or len(block) > LONGEST_MARKED_BLOCK):
            yield "\n\n".join(gathered)
            gathered, size = [], 0
        if len(block) > LONGEST_MARKED_BLOCK:
            yield block
        else:
            gathered.append(block)
            size += len(block)
    if gathered:
        yield "\n\n".join(gathered)


def _parse_piece(piece: str) -> tuple[ProseBlock, ...]:
    """Parse a piece, or else its paragraphs one by one, so that one odd one spoils no other."""
    blocks = _marked_blocks(piece)
    if blocks is not None:
        return blocks
    paragraphs = _BLANK_LINES.split(piece)
    if len(paragraphs) == 1:
        return _plain_paragraphs(piece)
    return tuple(block for part in paragraphs for block in _parse_piece(part))


def _marked_blocks(piece: str) -> tuple[ProseBlock, ...] | None:
    """Parse a piece with its marks, or give nothing if that would lose a letter."""
    if len(piece) > LONGEST_MARKED_BLOCK and not _BLANK_LINES.search(piece):
        return None
    try:
        blocks = _blocks_of(_element_tree(settle_lines(piece)))
    except (_TooDeep, RecursionError):
        return None
    # The library drops words between marks that overlap, as in "*a**b*c**d".
    return blocks if _letters(all_text(blocks)) == _letters(piece) else None


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _plain_paragraphs(source: str) -> tuple[ProseBlock, ...]:
    blocks = (block.strip() for block in _BLANK_LINES.split(source))
    paragraphs = (_with_breaks(part) for block in blocks for part in _bounded(block))
    return tuple(Paragraph(inlines) for inlines in paragraphs if inlines)


def _bounded(block: str) -> Iterator[str]:
    lines = block.split("\n")
    for start in range(0, len(lines), _MOST_LINES_TOGETHER):
        yield "\n".join(lines[start : start + _MOST_LINES_TOGETHER])


def _element_tree(source: str) -> Element:
    library = _library()
    library.reset()
    lines = source.split("\n")
    for preprocessor in library.preprocessors:
        lines = preprocessor.run(lines)
    root = library.parser.parseDocument(lines).getroot()
    assert root is not None
    for processor in library.treeprocessors:
        processor.run(root)
    return root


@cache
def _library() -> Markdown:
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension

    library = Markdown(extensions=[SaneListExtension()])
    # A list that begins with 3 goes on from 3; the type stubs do not know the option.
    library.lazy_ol = False  # type: ignore[attr-defined]
    for name in _INLINE_PATTERNS_LEFT_OUT:
        library.inlinePatterns.deregister(name)
    for name in _BLOCKS_LEFT_OUT:
        library.parser.blockprocessors.deregister(name)
    library.preprocessors.deregister("html_block")
    # It puts in newlines, and here every newline is a line break of the person's.
    library.treeprocessors.deregister("prettify")
    library.ESCAPED_CHARS = [*library.ESCAPED_CHARS, *_ESCAPABLE_TOO]
    return library


def _blocks_of(parent: Element, depth: int = 0) -> tuple[ProseBlock, ...]:
    """Read an element that holds blocks, and perhaps loose words before or between them."""
    if depth > _DEEPEST_BLOCK:
        raise _TooDeep
    blocks: list[ProseBlock] = []
    loose: list[Inline] = list(_with_breaks(parent.text or ""))
    for child in parent:
        if (block := _block_of(child, depth + 1)) is not None:
            blocks += _paragraph_of(loose)
            loose = []
            blocks += block
        else:
            loose += _inline_of(child, depth=1)
        loose += _with_breaks(child.tail or "")
    return (*blocks, *_paragraph_of(loose))


def _block_of(element: Element, depth: int) -> list[ProseBlock] | None:
    if element.tag == "ul":
        return [BulletList(tuple(_blocks_of(item, depth) for item in element))]
    if element.tag == "ol":
        first = int(element.get("start", "1"))
        return [NumberedList(tuple(_blocks_of(item, depth) for item in element), first)]
    if element.tag == "blockquote":
        return [Quote(_blocks_of(element, depth))]
    if element.tag == "p":
        return _paragraph_of(_inlines_of(element, depth=0))
    if re.fullmatch("h[1-6]", element.tag):
        return _paragraph_of(_inlines_of(element, depth=0), is_heading=True)
    return None


def _paragraph_of(inlines: list[Inline], *, is_heading: bool = False) -> list[ProseBlock]:
    trimmed = _trimmed(inlines)
    return [Paragraph(tuple(trimmed), is_heading)] if trimmed else []


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    start, end = 0, len(inlines)
    while start < end and isinstance(inlines[start], LineBreak):
        start += 1
    while end > start and isinstance(inlines[end - 1], LineBreak):
        end -= 1
    return inlines[start:end]


def _inlines_of(element: Element, depth: int) -> list[Inline]:
    if depth > _DEEPEST_INLINE:
        return list(_with_breaks("".join(element.itertext())))
    inlines: list[Inline] = list(_with_breaks(element.text or ""))
    for child in element:
        inlines += _inline_of(child, depth + 1)
        inlines += _with_breaks(child.tail or "")
    return inlines


def _inline_of(element: Element, depth: int) -> list[Inline]:
    if element.tag == "code":
        return list(_with_breaks(_without_entities(element.text or "")))
    inlines = _inlines_of(element, depth)
    if element.tag == "em":
        return [Emphasis(tuple(inlines))]
    if element.tag == "strong":
        return [Strong(tuple(inlines))]
    return inlines


def _without_entities(code: str) -> str:
    # The library escapes code, and nothing else, for HTML while it parses.
    return code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _with_breaks(text: str) -> tuple[Inline, ...]:
    if not text:
        return ()
    inlines: list[Inline] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            inlines.append(LineBreak())
        if line:
            inlines.append(Text(line))
    return tuple(inlines)
