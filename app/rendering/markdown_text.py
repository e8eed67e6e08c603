"""Writes a document as Markdown; what a person wrote stays as written, but safe in its place.

Another program may show this file, so what could fetch or run something there (HTML, links,
images) is escaped, and a person's own headings do not mix with those of the page.
"""

from __future__ import annotations

import re

from app.rendering.plain_text import clean_line, clean_text
from app.rendering.tick_boxes import TICK_BOXES
from app.summary.document import (
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

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_SPECIAL_AT_START = re.compile(r"^([-+=]|\d{1,9}[.)](?= |$))")
_ACTIVE_IN_PROSE = re.compile(r"(?<!\\)((?:\\\\)*)([<\[]|&(?=#?\w+;))")
_OWN_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<words>[^#\n][^\n]*?)[ \t]*#*[ \t]*")
_RULE_UNDER_WORDS = re.compile(r" {0,3}(=+|-+)[ \t]*")
_NO_QUOTE = re.compile(r"^( {0,3})(?=>[^\s>])")
_FENCE = re.compile(r" {0,3}(?=```|~~~)")


class MarkdownWriter:
    """Writes a document as a Markdown file."""

    def render(self, document: Document) -> bytes:
        """Give the whole file, in UTF-8."""
        parts = [f"# {_plain(document.title)}"]
        if document.subtitle:
            parts.append(_plain(document.subtitle))
        for section in document.sections:
            parts.extend(_section(section))
        parts.append(f"---\n\n{_plain(document.footer)}")
        return ("\n\n".join(part for part in parts if part) + "\n").encode()


def safe_markdown(markdown: str) -> str:
    """Give a person's Markdown as written, without anything that reaches out of the text."""
    lines = clean_text(markdown).strip("\n").split("\n")
    return "\n".join(
        _safe_line(line, lines[number - 1 : number]) for number, line in enumerate(lines)
    )


def _safe_line(line: str, before: list[str]) -> str:
    if heading := _OWN_HEADING.fullmatch(line):
        return f"**{_without_reach(heading['words'])}**"
    if _RULE_UNDER_WORDS.fullmatch(line) and before and before[0].strip():
        # Directly under words it would make them a heading.
        return f"\\{line.strip()}"
    return _without_reach(_NO_QUOTE.sub(r"\1\\", _FENCE.sub(r"\\", line)))


def _without_reach(words: str) -> str:
    return _ACTIVE_IN_PROSE.sub(r"\1\\\2", words)


def _section(section: DocumentSection) -> list[str]:
    aside = f" · {_plain(section.aside)}" if section.aside else ""
    return [f"## {_plain(section.heading)}{aside}", *(_block(block) for block in section.blocks)]


def _block(block: Block) -> str:
    match block:
        case Prose():
            return _led(block.lead, block.markdown)
        case Note():
            return _plain(block.text)
        case Bullets():
            return "\n".join(_item(item) for item in block.items)
        case Table():
            return _table(block)
        case Bars():
            return _rows(
                block.headings, [[_plain(row.label), *map(str, row.counts)] for row in block.rows]
            )
        case Signatures() | Contents():
            return _lines(block)


def _lines(block: Signatures | Contents) -> str:
    if isinstance(block, Contents):
        return "\n".join(f"- {_plain(entry)}" for entry in block.entries)
    return "\n\n".join(f"{_plain(label)}: {'.' * 40} Date: {'.' * 16}" for label in block.labels)


def _led(lead: str, markdown: str) -> str:
    words = safe_markdown(markdown)
    lead_words = _plain(lead)
    if not lead_words:
        return words
    between = "\n\n" if _begins_with_a_block(words) else " "
    return f"**{lead_words}**{between}{words}".rstrip()


def _begins_with_a_block(words: str) -> bool:
    return bool(
        re.match(r" {0,3}([-*+>•]|\d{1,9}[.)]|\*\*[^*\n]+\*\*$)(\s|$)", words, re.MULTILINE)
    )


def _item(item: Bullet) -> str:
    lines = _led(item.lead, item.markdown).split("\n")
    return "- " + "\n".join(
        line if not number or not line else f"  {line}" for number, line in enumerate(lines)
    )


def _table(table: Table) -> str:
    return _rows(table.headings, [[_cell(cell) for cell in row] for row in table.rows])


def _rows(headings: tuple[str, ...], cells: list[list[str]]) -> str:
    rows = [_row([_plain(heading) for heading in headings]), _row(["---"] * len(headings))]
    return "\n".join([*rows, *map(_row, cells)])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: str | Tick) -> str:
    return TICK_BOXES[cell] if isinstance(cell, Tick) else _plain(cell)


def _plain(text: str) -> str:
    """Give plain words on one line that no reader takes for Markdown."""
    words = _SPECIAL.sub(r"\\\1", clean_line(text))
    return _SPECIAL_AT_START.sub(_escaped_start, words)


def _escaped_start(match: re.Match[str]) -> str:
    mark = match.group()
    return f"{mark[:-1]}\\{mark[-1]}"
