"""Where a form without tags leaves room: empty cells, empty rows, and lines behind a label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Protocol

from app.domain.word_form import Column, FieldKind, Value, ValueCell, ValueRow, joined
from app.word_forms.column_words import column_of
from app.word_forms.lines import Line, put_paragraphs, text_in
from app.word_forms.making import made
from app.word_xml import Element, child, name_of

BLANK = re.compile(r"_{3,}|\.{4,}|…{2,}")
_COUNTED = re.compile(r"(\d{1,3})([.)]?)")


class Room(Protocol):
    """Room in a form for a value."""

    @property
    def kind(self) -> FieldKind:
        """How the form asks."""
        ...

    @property
    def label(self) -> str:
        """The words of the form that say what belongs there."""
        ...

    def put(self, value: Value) -> str:
        """Write a value there; give why it cannot be, or nothing."""
        ...


@dataclass(frozen=True, slots=True)
class CellRoom:
    """An empty cell."""

    label: str
    cell: Element
    kind: FieldKind = FieldKind.CELL

    def put(self, value: Value) -> str:
        """Write into its first paragraph; the other empty ones go."""
        let_grow(self.cell)
        put_in_cell(self.cell, value.lines())
        return ""


@dataclass(frozen=True, slots=True)
class LineRoom:
    """A line with a blank in it, or with nothing behind its colon."""

    label: str
    paragraph: Element
    blank: int  # which of the blanks in the line, from 0; -1: behind the last word
    kind: FieldKind = FieldKind.LINE

    def put(self, value: Value) -> str:
        """Write in the place of the blank; its own line keeps its look."""
        line = Line.of(self.paragraph)
        words = value.lines()
        let_grow(self.paragraph)
        if self.blank < 0:
            gap = "" if not line.text or line.text[-1].isspace() else " "
            line.append((gap + words[0], *words[1:]))
        else:
            blank = list(BLANK.finditer(line.text))[self.blank]
            line.put(blank.start(), blank.end(), words)
        return ""


@dataclass(frozen=True, slots=True)
class EmptyLineRoom:
    """An empty line under a label."""

    label: str
    paragraph: Element
    kind: FieldKind = FieldKind.LINE

    def put(self, value: Value) -> str:
        """Write a paragraph for each line."""
        let_grow(self.paragraph)
        put_paragraphs(self.paragraph, value.lines())
        return ""


@dataclass(frozen=True, slots=True)
class RowsRoom:
    """Empty rows under headings; further ones are added as they are needed."""

    label: str
    rows: Sequence[Element]
    columns: tuple[str, ...]
    kind: FieldKind = FieldKind.ROWS

    def put(self, value: Value) -> str:
        """Write a row for each of the value's; what has no column goes with what it is about."""
        rows = list(self.rows)
        while len(rows) < len(value.rows):
            fresh = deepcopy(self.rows[-1])
            rows[-1].addnext(fresh)
            _count_on(fresh, len(rows) - len(self.rows) + 1)
            rows.append(fresh)
        for row, words in zip(rows, value.rows, strict=False):
            self._put_row(row, words)
        return ""

    def _put_row(self, row: Element, words: ValueRow) -> None:
        cells = cells_of(row)
        open_places = [place for place, cell in enumerate(cells) if is_empty(cell)]
        let_grow(cells[0])
        by_place = _sorted_to_columns(words, self.columns, open_places)
        for place, lines in by_place.items():
            put_in_cell(cells[place], lines)


def _sorted_to_columns(
    row: ValueRow, columns: Sequence[str], open_places: Sequence[int]
) -> dict[int, list[str]]:
    taken = {column_of(columns[place]): place for place in reversed(open_places)}
    main = taken.get(Column.WHAT, open_places[0])
    sorted_lines: dict[int, list[str]] = {}
    for cell in row.cells:
        if cell.column not in taken and _is_told_beside(row, cell, taken):
            continue
        place = taken.get(cell.column, main)
        lines = sorted_lines.setdefault(place, [])
        if place == main and lines and len(cell.lines) == 1:
            lines[-1] = joined((lines[-1], cell.lines[0]))
        else:
            lines.extend(cell.lines)
    return {place: lines for place, lines in sorted_lines.items() if lines}


def _is_told_beside(row: ValueRow, cell: ValueCell, taken: Mapping[Column | None, int]) -> bool:
    """Say whether the form tells this already, because a day stands in its column or its state."""
    if row.covers(cell.column):
        return True
    days = [each.lines for each in row.cells if each.column is Column.WHEN]
    is_day = cell.column is Column.STATE and cell.lines in [
        tuple(f"by {day}" for day in lines) for lines in days
    ]
    return is_day and Column.WHEN in taken


def cells_of(row: Element) -> list[Element]:
    """Give the cells of a row, also those within a content control."""
    cells: list[Element] = []
    for each in row:
        if name_of(each) == "w:tc":
            cells.append(each)
        elif name_of(each) in {"w:sdt", "w:sdtContent", "w:customXml"}:
            cells += cells_of(each)
    return cells


def rows_of(table: Element) -> list[Element]:
    """Give the rows of a table, also those within a content control."""
    rows: list[Element] = []
    for each in table:
        if name_of(each) == "w:tr":
            rows.append(each)
        elif name_of(each) in {"w:sdt", "w:sdtContent", "w:customXml"}:
            rows += rows_of(each)
    return rows


def is_empty(cell: Element) -> bool:
    """Say whether a cell is there to be written in: without words, pictures, tables, controls."""
    if continues_another(cell):
        return False
    for each in cell.iter():
        if name_of(each) in {"w:tbl", "w:sdt", "w:drawing", "w:pict", "w:object", "w:sym"}:
            return False
    return not BLANK.sub("", text_in(cell)).strip()


def continues_another(cell: Element) -> bool:
    """Say whether a cell is only the lower part of one above it."""
    merged = child(cell, "w:tcPr", "w:vMerge")
    return merged is not None and not any(value == "restart" for value in merged.attrib.values())


def put_in_cell(cell: Element, lines: Sequence[str]) -> None:
    """Write into an empty cell: a paragraph for each line; no empty one stays behind."""
    paragraphs = [each for each in cell if name_of(each) == "w:p"]
    if not paragraphs:
        paragraphs = [made(cell, "w:p")]
        cell.append(paragraphs[0])
    for each in paragraphs[1:]:
        cell.remove(each)
    put_paragraphs(paragraphs[0], lines)


def let_grow(element: Element) -> None:
    """Let the rows round an element become as high as their words need."""
    for row in (element, *element.iterancestors()):
        height = child(row, "w:trPr", "w:trHeight") if name_of(row) == "w:tr" else None
        if height is not None:
            for key, value in height.attrib.items():
                if value == "exact":
                    height.set(key, "atLeast")


def _count_on(row: Element, further: int) -> None:
    """Go on with the numbers in the first cell of a row that was copied."""
    cells = cells_of(row)
    text = text_in(cells[0]).strip() if cells else ""
    if counted := _COUNTED.fullmatch(text):
        for line in (Line.of(each) for each in cells[0] if name_of(each) == "w:p"):
            place = line.text.find(counted[1])
            if place >= 0:
                line.put(place, place + len(counted[1]), (str(int(counted[1]) + further),))


def is_count(cell: Element) -> bool:
    """Say whether a cell only numbers its row."""
    return bool(_COUNTED.fullmatch(text_in(cell).strip()))
