"""Turns a document into the plain values that the Typst template reads as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from app.rendering.markdown_blocks import prose_blocks
from app.rendering.plain_text import clean_line, clean_text
from app.rendering.printable import PaperText
from app.rendering.prose_tree import (
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    NumberedList,
    Paragraph,
    ProseBlock,
    Strong,
    Text,
)
from app.rendering.reading_direction import inlines_read_from_right
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

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"

_LANGUAGE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}))?")


def typst_data(document: Document) -> dict[str, Plain]:
    """Give everything on the page, in order, with every text fit for the paper."""
    return _TypstData(PaperText()).whole(document)


class _TypstData:
    """Builds the values for one document, with one count of what cannot be drawn."""

    def __init__(self, paper: PaperText) -> None:
        self._paper = paper

    def whole(self, document: Document) -> dict[str, Plain]:
        sections: list[Plain] = [self._section(section) for section in document.sections]
        tag = _LANGUAGE.match(document.language)
        data: dict[str, Plain] = {
            "title": self._line(document.title),
            "subtitle": self._line(document.subtitle),
            "footer": self._line(document.footer),
            "language": tag["language"].lower() if tag else "en",
            "region": tag["region"].upper() if tag and tag["region"] else None,
            "size": document.print_size.value,
            "black-and-white": document.is_black_and_white,
            "sections": sections,
        }
        data["remark"] = self._paper.remark()
        return data

    def _line(self, text: str) -> str:
        return self._paper.fit(clean_line(text))

    def _text(self, text: str) -> str:
        return self._paper.fit(clean_text(text).strip())

    def _section(self, section: DocumentSection) -> Plain:
        return {
            "heading": self._line(section.heading),
            "aside": self._line(section.aside),
            "blocks": [self._block(block) for block in section.blocks],
        }

    def _block(self, block: Block) -> Plain:
        match block:
            case Prose():
                return {"kind": "prose", **self._led(block.lead, block.markdown)}
            case Note():
                return {"kind": "note", "text": self._line(block.text)}
            case Bullets():
                items: list[Plain] = [self._led(item.lead, item.markdown) for item in block.items]
                return {"kind": "items", "items": items}
            case Table() | Bars():
                return self._table(block) if isinstance(block, Table) else self._bars(block)
            case Signatures():
                return {"kind": "signatures", "labels": self._lines(block.labels)}
            case Contents():
                return {"kind": "contents"}  # the headings themselves, with their pages

    def _lines(self, texts: Iterable[str]) -> list[Plain]:
        return [self._line(text) for text in texts]

    def _led(self, lead: str, markdown: str) -> dict[str, Plain]:
        return {"lead": self._line(lead), "blocks": self._prose(prose_blocks(markdown))}

    def _table(self, table: Table) -> Plain:
        return {
            "kind": "table",
            "headings": self._lines(table.headings),
            "shares": list(table.shares),
            "rows": [[self._cell(cell) for cell in row] for row in table.rows],
        }

    def _bars(self, bars: Bars) -> Plain:
        rows: list[Plain] = [
            {"label": self._line(row.label), "counts": list(row.counts)} for row in bars.rows
        ]
        return {
            "kind": "bars",
            "headings": self._lines(bars.headings),
            "most": bars.most,
            "rows": rows,
        }

    def _cell(self, cell: str | Tick) -> Plain:
        if isinstance(cell, Tick):
            return {"ticked": cell is Tick.TICKED}
        return self._text(cell)

    def _prose(self, blocks: Iterable[ProseBlock]) -> list[Plain]:
        return [self._prose_block(block) for block in blocks]

    def _prose_block(self, block: ProseBlock) -> Plain:
        match block:
            case Paragraph():
                inlines = self._inlines(block.inlines)
                return {
                    "kind": "paragraph",
                    "heading": block.is_heading,
                    "from-right": inlines_read_from_right(block.inlines),
                    "inlines": inlines,
                }
            case BulletList():
                items: list[Plain] = [self._prose(item) for item in block.items]
                return {"kind": "bullets", "items": items}
            case NumberedList():
                numbered: list[Plain] = [self._prose(item) for item in block.items]
                return {"kind": "numbers", "first": block.first_number, "items": numbered}
            case _:
                return {"kind": "quote", "blocks": self._prose(block.blocks)}

    def _inlines(self, inlines: Iterable[Inline]) -> list[Plain]:
        return [self._inline(inline) for inline in inlines]

    def _inline(self, inline: Inline) -> Plain:
        match inline:
            case Text():
                return self._paper.fit(inline.text)
            case LineBreak():
                return {"kind": "break"}
            case Emphasis():
                return {"kind": "emphasis", "inlines": self._inlines(inline.inlines)}
            case Strong():
                return {"kind": "strong", "inlines": self._inlines(inline.inlines)}
