"""Every word of a document in reading order, to compare a finished file with."""

from __future__ import annotations

from collections.abc import Iterator

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.plain_text import clean_line, clean_text
from app.rendering.prose_tree import all_text
from app.rendering.tick_boxes import TICK_BOXES
from app.summary.document import (
    Bars,
    Block,
    Bullets,
    Contents,
    Document,
    DocumentSection,
    Note,
    Prose,
    Signatures,
    Table,
    Tick,
)


def letters_of(document: Document) -> str:
    """Give every character but spaces, without the footer and the numbers of lists."""
    return without_spaces("".join(_texts(document)))


def without_spaces(text: str) -> str:
    """Give a text without any white space."""
    return "".join(text.split())


def _texts(document: Document) -> Iterator[str]:
    yield clean_line(document.title)
    yield clean_line(document.subtitle)
    for section in document.sections:
        yield from _section(section)


def _section(section: DocumentSection) -> Iterator[str]:
    yield heading_words(section)
    for block in section.blocks:
        yield from _block(block)


def heading_words(section: DocumentSection) -> str:
    """Give a section's heading with what stands muted beside it."""
    heading, aside = clean_line(section.heading), clean_line(section.aside)
    return f"{heading} · {aside}" if aside else heading


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield from _led(block.lead, block.markdown)
        case Note():
            yield clean_line(block.text)
        case Bullets():
            yield from (words for item in block.items for words in _led(item.lead, item.markdown))
        case Table() | Bars():
            yield from map(clean_line, block.headings)
            yield from _cells(block)
        case Signatures():
            yield from (f"{clean_line(label)}Date" for label in block.labels)
        case Contents():
            yield from map(clean_line, block.entries)


def _cells(block: Table | Bars) -> Iterator[str]:
    if isinstance(block, Table):
        return (_cell(cell) for row in block.rows for cell in row)
    return (words for row in block.rows for words in (clean_line(row.label), *map(str, row.counts)))


def _led(lead: str, markdown: str) -> Iterator[str]:
    yield clean_line(lead)
    yield all_text(prose_blocks(markdown))


def _cell(cell: str | Tick) -> str:
    return TICK_BOXES[cell] if isinstance(cell, Tick) else clean_text(cell)
