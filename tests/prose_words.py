"""Reads the words back out of a prose tree, for tests that compare them with what was typed."""

from __future__ import annotations

from app.rendering.prose_tree import Emphasis, LineBreak, Paragraph, Quote, Strong, Text


def words_of_prose(blocks) -> str:
    """All the words in order, a newline between blocks."""
    return "\n".join(_words_of_block(block) for block in blocks)


def _words_of_block(block) -> str:
    if isinstance(block, Paragraph):
        return "".join(_words_of_inline(inline) for inline in block.inlines)
    if isinstance(block, Quote):
        return words_of_prose(block.blocks)
    return "\n".join(words_of_prose(item) for item in block.items)


def _words_of_inline(inline) -> str:
    match inline:
        case Text():
            return inline.text
        case LineBreak():
            return "\n"
        case Emphasis() | Strong():
            return "".join(_words_of_inline(part) for part in inline.inlines)
