"""Writes a document as plain text: no marks to learn, every word, fit to paste anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.rendering.document_words import heading_words
from app.rendering.markdown_blocks import prose_blocks
from app.rendering.plain_text import clean_line, clean_text
from app.rendering.prose_tree import BulletList, NumberedList, Paragraph, ProseBlock, all_text
from app.rendering.tick_boxes import TICK_BOXES
from app.summary.document import (
    BarRow,
    Bars,
    Block,
    Bullet,
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

_TO_WRITE_ON = "_" * 30
_TO_DATE = "_" * 12
_LONGEST_LINE = 72


class TextWriter:
    """Writes a document as a .txt file."""

    def render(self, document: Document) -> bytes:
        """Give the whole file, in UTF-8."""
        parts = [_underlined(clean_line(document.title), "="), clean_line(document.subtitle)]
        for section in document.sections:
            parts.extend(_section(section))
        parts.append(f"{'-' * 20}\n{clean_line(document.footer)}")
        return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _underlined(words: str, line: str) -> str:
    return f"{words}\n{line * min(max(len(words), 3), _LONGEST_LINE)}" if words else ""


def _section(section: DocumentSection) -> Iterator[str]:
    yield _underlined(heading_words(section), "-")
    for block in section.blocks:
        yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Prose():
            return _led(block)
        case Note():
            return clean_line(block.text)
        case Bullets():
            return "\n".join(_item("- ", _led(item)) for item in block.items)
        case Table():
            return _table(block)
        case Bars():
            return "\n".join(_bars_line(block.headings, row) for row in block.rows)
        case Signatures() | Contents():
            return _lines(block)


def _lines(block: Signatures | Contents) -> str:
    if isinstance(block, Contents):
        return "\n".join(f"- {clean_line(entry)}" for entry in block.entries)
    return "\n\n".join(
        f"{clean_line(label)}: {_TO_WRITE_ON}  Date: {_TO_DATE}" for label in block.labels
    )


def _bars_line(headings: tuple[str, ...], row: BarRow) -> str:
    """Give a line for each label; counts are named by their column where there are several."""
    names = [f"{clean_line(each)} " for each in headings[1:]] if len(row.counts) > 1 else [""]
    counts = (f"{name}{count}" for name, count in zip(names, row.counts, strict=True))
    return f"{clean_line(row.label)}: {', '.join(counts)}"


def _led(block: Prose | Bullet) -> str:
    blocks = prose_blocks(block.markdown)
    words, lead = _prose(blocks), clean_line(block.lead)
    if not lead or not words:
        return lead or words
    begins_alike = isinstance(blocks[0], Paragraph) and not blocks[0].is_heading
    return f"{lead}{' ' if begins_alike else chr(10)}{words}"


def _prose(blocks: Iterable[ProseBlock], gap: str = "\n\n") -> str:
    return gap.join(_prose_block(block) for block in blocks)


def _prose_block(block: ProseBlock) -> str:
    match block:
        case Paragraph():
            return all_text((block,))
        case BulletList():
            return "\n".join(_item("- ", _prose(item, "\n")) for item in block.items)
        case NumberedList():
            numbered = enumerate(block.items, block.first_number)
            return "\n".join(_item(f"{number}. ", _prose(item, "\n")) for number, item in numbered)
        case _:
            return "\n".join(f"> {line}".rstrip() for line in _prose(block.blocks).split("\n"))


def _item(mark: str, words: str) -> str:
    return f"{mark}{_indented(words, ' ' * len(mark))}".rstrip()


def _indented(words: str, space: str) -> str:
    first, *rest = words.split("\n")
    return "\n".join([first, *(f"{space}{line}" if line else "" for line in rest)])


def _table(table: Table) -> str:
    if not table.rows:
        return " · ".join(map(clean_line, table.headings))
    return "\n\n".join(_row(table.headings, row) for row in table.rows)


def _row(headings: tuple[str, ...], row: tuple[str | Tick, ...]) -> str:
    """Give one line for each cell under its heading; a row for handwriting gets lines to fill."""
    is_blank = not any(cell for cell in row if isinstance(cell, str))
    lines = []
    for heading, cell in zip(headings, row, strict=True):
        words = TICK_BOXES[cell] if isinstance(cell, Tick) else clean_text(cell).strip()
        words = words or (_TO_WRITE_ON if is_blank else "")
        label = clean_line(heading)
        lines.append(_indented(f"{label}: {words}".rstrip() if label else words, "  "))
    return "\n".join(line for line in lines if line)
