"""A person's writing as a small tree of finished values: what every output format draws from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to show as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in semibold."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


Inline = Text | Emphasis | Strong | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A person's own heading is a paragraph in semibold: the page's are ours."""

    inlines: tuple[Inline, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without an order; each holds blocks."""

    items: tuple[tuple[ProseBlock, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items counted from the number that was typed first."""

    items: tuple[tuple[ProseBlock, ...], ...]
    first_number: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart."""

    blocks: tuple[ProseBlock, ...]


ProseBlock = Paragraph | BulletList | NumberedList | Quote


def all_text(blocks: Iterable[ProseBlock]) -> str:
    """Give every character of the blocks in order, without marks or list numbers."""
    return "\n".join(_block_text(block) for block in blocks)


def _block_text(block: ProseBlock) -> str:
    match block:
        case Paragraph():
            return _inline_text(block.inlines)
        case Quote():
            return all_text(block.blocks)
        case BulletList() | NumberedList():
            return "\n".join(all_text(item) for item in block.items)


def _inline_text(inlines: Iterable[Inline]) -> str:
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text():
                parts.append(inline.text)
            case LineBreak():
                parts.append("\n")
            case Emphasis() | Strong():
                parts.append(_inline_text(inline.inlines))
    return "".join(parts)
