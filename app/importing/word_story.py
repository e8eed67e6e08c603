"""Walks through one story of a Word document, its text or a header, and gives its blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from app.domain.progress import Progress
from app.importing.marked_words import is_bold_throughout, marked, plain
from app.importing.word_left_out import Omissions, Omitted
from app.importing.word_lines import Line, LineReader, chosen_of, is_placeholder, words_deleted
from app.importing.word_notes import Notes
from app.importing.word_numbers import BULLET, Numbers
from app.importing.word_outline import Block, Shape
from app.importing.word_package import Relation
from app.importing.word_styles import ParagraphStyle, Styles
from app.importing.word_tables import Cell, Row, table_blocks
from app.word_xml import Element, child, name_of

_PLAIN_NUMBER = re.compile(r"\(?([0-9]{1,9})[.)]?")
_INDENT = "    "
_WITHOUT_WORDS = frozenset({"w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What all stories of a document have in common."""

    styles: Styles
    numbers: Numbers
    notes: Notes
    omissions: Omissions


@dataclass(slots=True)
class StoryReader:
    """Reads the blocks of one part."""

    shared: Shared
    relations: Mapping[str, Relation]
    _lines: LineReader = field(init=False)

    def __post_init__(self) -> None:
        shared = self.shared
        self._lines = LineReader(shared.styles, shared.notes, shared.omissions, self.relations)

    def blocks(self, body: Element, progress: Progress) -> Iterator[Block]:
        """Give all blocks, each with the notes it refers to after it."""
        count = max(len(body), 1)
        for number, element in enumerate(body):
            progress(number / count)
            yield from self._of(element)
            yield from self.shared.notes.waiting(self._note_blocks)

    def never_met(self) -> Iterator[Block]:
        """Give the notes that nothing referred to, once everything has been read."""
        yield from self.shared.notes.never_met(self._note_blocks)

    def inside(self, element: Element) -> list[Block]:
        """Give the blocks in an element."""
        return [block for each in element for block in self._of(each)]

    def _of(self, element: Element) -> list[Block]:
        name = name_of(element)
        if name in self._READERS:
            return self._READERS[name](self, element)
        return [] if name in _WITHOUT_WORDS or not name else self.inside(element)

    def _note_blocks(self, element: Element, relations: Mapping[str, Relation]) -> list[Block]:
        return StoryReader(self.shared, relations).inside(element)

    def _paragraph(self, paragraph: Element) -> list[Block]:
        style = self.shared.styles.of_paragraph(paragraph)
        line = self._lines.read(paragraph)
        block = self._block(style, line)
        boxes = [block for box in line.boxes for block in self.inside(box)]
        return [block, *boxes] if block is not None else boxes

    def _block(self, style: ParagraphStyle, line: Line) -> Block | None:
        words = plain(line.pieces)
        if not words:  # before its mark is counted: an empty item has none to show
            return None
        place = style.list_place
        mark = self.shared.numbers.mark(place) if place is not None else ""
        if style.is_title or style.level:
            numbered = words if mark in ("", BULLET) else f"{mark} {words}"
            shape = Shape.TITLE if style.is_title else Shape.HEADING
            return Block(shape, numbered, style.level or 1)
        text = marked(line.pieces)
        if place is not None and mark:
            margin = _INDENT * place.level
            inner = text.replace("\n", f"\n{margin}{_INDENT}")
            return Block(Shape.ITEM, f"{margin}{_item_mark(mark)} {inner}")
        return Block(Shape.WORDS, text, is_bold=is_bold_throughout(line.pieces))

    def _table(self, table: Element) -> list[Block]:
        return list(table_blocks(self._rows(table)))

    def _rows(self, element: Element) -> list[Row]:
        """Give a table's rows; a row may stand in a content control or among other wrappers."""
        rows: list[Row] = []
        for each in element:
            name = name_of(each)
            if name == "w:tr":
                rows += self._row(each)
            elif name not in _WITHOUT_WORDS and name:
                rows += self._rows(each)
        return rows

    def _row(self, row: Element) -> list[Row]:
        if child(row, "w:trPr", "w:del") is not None:
            self.shared.omissions.add(Omitted.DELETED_WORD, words_deleted(row))
            return []
        return [tuple(self._cells(row))]

    def _cells(self, element: Element) -> list[Cell]:
        cells: list[Cell] = []
        for each in element:
            name = name_of(each)
            if name == "w:tc":
                cells.append(tuple(self.inside(each)))
            elif name == "w:sdt" and is_placeholder(each):
                self.shared.omissions.add(Omitted.PLACEHOLDER)
                cells.append(())
            elif name not in _WITHOUT_WORDS and name:
                cells += self._cells(each)
        return cells

    def _control(self, control: Element) -> list[Block]:
        if is_placeholder(control):
            self.shared.omissions.add(Omitted.PLACEHOLDER)
            return []
        return self.inside(control)

    def _deleted(self, element: Element) -> list[Block]:
        self.shared.omissions.add(Omitted.DELETED_WORD, words_deleted(element))
        return []

    def _other_document(self, _element: Element) -> list[Block]:
        self.shared.omissions.add(Omitted.OTHER_DOCUMENT)
        return []

    _READERS: ClassVar[dict[str, Callable[[Any, Element], list[Block]]]] = {
        "w:p": _paragraph,
        "w:tbl": _table,
        "w:sdt": _control,
        "mc:AlternateContent": lambda reader, element: reader.inside(chosen_of(element)),
        "w:altChunk": _other_document,
        "w:subDoc": _other_document,
        "w:del": _deleted,
        "w:moveFrom": _deleted,
    }


def _item_mark(mark: str) -> str:
    """Give a list mark as Markdown knows it, or after a bullet as the document shows it."""
    number = _PLAIN_NUMBER.fullmatch(mark)
    if number:
        return f"{number[1]}."
    return BULLET if mark == BULLET else f"{BULLET} {mark}"
