"""A person's Markdown as plain lines, for what has no bold and no lists of its own."""

from __future__ import annotations

from collections.abc import Iterator

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.prose_tree import (
    BulletList,
    NumberedList,
    Paragraph,
    ProseBlock,
    Quote,
    all_text,
)

_BULLET = "•"
_DEEPER = "   "


def plain_lines(markdown: str) -> tuple[str, ...]:
    """Give every word in order: a line for each paragraph and for each item of a list."""
    return tuple(line for block in prose_blocks(markdown) for line in _lines_of(block))


def _lines_of(block: ProseBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (line for line in all_text((block,)).split("\n") if line.strip())
        case Quote():
            yield from (line for each in block.blocks for line in _lines_of(each))
        case BulletList():
            for item in block.items:
                yield from _item(_BULLET, item)
        case NumberedList():
            for number, item in enumerate(block.items, block.first_number):
                yield from _item(f"{number}.", item)


def _item(mark: str, blocks: tuple[ProseBlock, ...]) -> Iterator[str]:
    lines = [line for block in blocks for line in _lines_of(block)]
    for place, line in enumerate(lines):
        yield f"{_DEEPER}{line}" if place else f"{mark} {line}"
