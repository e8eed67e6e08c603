"""Finds every field of a form without tags: controls, cells, rows and lines, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.word_form import WordField
from app.word_forms.column_words import column_of
from app.word_forms.controls import ControlRoom, control_room, is_control
from app.word_forms.lines import Line, has_picture, text_in
from app.word_forms.room import (
    BLANK,
    CellRoom,
    EmptyLineRoom,
    LineRoom,
    Room,
    RowsRoom,
    cells_of,
    is_count,
    is_empty,
    rows_of,
)
from app.word_xml import Element, attribute, child, name_of

_LONGEST_LABEL = 80
_WRAPPERS = {"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"}
_AT_LEAST_A_TABLE = 2  # columns and empty rows that make a list of a table


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field and the room it has."""

    field: WordField
    room: Room


def found_fields(stories: Sequence[Element]) -> list[FoundField]:
    """Give every field that is no tag.

    A key is made of kind and label, and of a number where there are several alike, so that what
    was mapped once stays right whatever this learns to find later.
    """
    counted: Counter[str] = Counter()
    found = []
    for story in stories:
        for room in _rooms(story):
            label = settled_label(room.label)
            key = f"{room.kind.value}:{label}"
            counted[key] += 1
            if counted[key] > 1:
                key = f"{key}:{counted[key]}"
            columns = room.columns if isinstance(room, RowsRoom) else ()
            offered = room.offered if isinstance(room, ControlRoom) else ()
            found.append(FoundField(WordField(key, room.kind, label, columns, offered), room))
    return found


def settled_label(text: str) -> str:
    """Give a label as it is shown: on one line, without what only leads to its field."""
    words = " ".join(BLANK.sub(" ", text).split()).strip(" :*–-")
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1].rstrip()}…"


def _rooms(story: Element) -> Iterator[Room]:
    for each in story:
        if name_of(each) == "w:body":
            yield from _rooms_among(list(each), "")
            return
    yield from _rooms_among(list(story), "")


def _rooms_among(elements: Sequence[Element], beside: str) -> Iterator[Room]:
    """Give the room among the paragraphs and tables of the body or of a cell."""
    heading = beside
    for place, element in enumerate(elements):
        name = name_of(element)
        if name == "w:p":
            following = elements[place + 1] if place + 1 < len(elements) else None
            yield from _rooms_of_paragraph(element, following, heading)
            heading = text_in(element).strip() or heading
        elif name == "w:tbl":
            yield from _rooms_of_table(element, heading)
        elif name == "w:sdt" and is_control(element):
            yield control_room(element, heading)
        elif name in _WRAPPERS:
            yield from _rooms_among(list(element), heading)


# Paragraphs


def _rooms_of_paragraph(
    paragraph: Element, following: Element | None, heading: str
) -> Iterator[Room]:
    controls = [each for each in paragraph.iter() if is_control(each)]
    line = Line.of(paragraph)
    if controls:
        for control in controls:
            yield control_room(control, _words_before(line, control) or heading)
        return
    if "{" in line.text:
        return
    blanks = list(BLANK.finditer(line.text))
    before = 0
    for number, blank in enumerate(blanks):
        yield LineRoom(line.text[before : blank.start()].strip() or heading, paragraph, number)
        before = blank.end()
    if blanks or not _is_label(line.text, paragraph):
        return
    if following is not None and _is_empty_line(following):
        yield EmptyLineRoom(line.text, following)
    elif line.text.rstrip().endswith(":"):
        yield LineRoom(line.text, paragraph, -1)


def _words_before(line: Line, control: Element) -> str:
    """Give what stands in a line before a control, behind the control before that."""
    inside = set(control.iter())
    start = next((each.start for each in line.pieces if each.element in inside), len(line.text))
    words = line.text[:start].rstrip()
    label = words.rstrip(":").rpartition("\t")[2]
    return label if words.endswith(":") else ""


def _is_label(text: str, paragraph: Element) -> bool:
    words = text.strip()
    if not words or len(words) > 2 * _LONGEST_LABEL:
        return False
    style = child(paragraph, "w:pPr", "w:pStyle")
    is_heading = style is not None and "heading" in (attribute(style, "w:val") or "").lower()
    return words.endswith((":", "?")) or is_heading or _is_bold(paragraph)


def _is_bold(paragraph: Element) -> bool:
    runs = [each for each in paragraph.iter() if name_of(each) == "w:r" and _text_of_run(each)]
    return bool(runs) and all(child(each, "w:rPr", "w:b") is not None for each in runs)


def _text_of_run(run: Element) -> str:
    """Give the words of one run."""
    return "".join(each.text or "" for each in run if name_of(each) == "w:t").strip()


def _is_empty_line(element: Element) -> bool:
    if name_of(element) != "w:p" or has_picture(element):
        return False
    holds = {"w:sdt", "w:sectPr", "w:instrText"}
    return not Line.of(element).text.strip() and not any(
        name_of(each) in holds for each in element.iter()
    )


# Tables


def _rooms_of_table(table: Element, heading: str) -> Iterator[Room]:
    rows = [cells_of(row) for row in rows_of(table)]
    elements = rows_of(table)
    place = 0
    while place < len(rows):
        under = _empty_rows_under(rows, place)
        if _is_list(rows[place], under):
            columns = tuple(settled_label(text_in(cell)) for cell in rows[place])
            label = heading or " | ".join(columns)
            yield RowsRoom(label, elements[place + 1 : place + 1 + under], columns)
            place += 1 + under
        elif under and all(_is_said(cell) for cell in rows[place]):
            for label_cell, cell in zip(rows[place], rows[place + 1], strict=True):
                yield CellRoom(text_in(label_cell), cell)
            heading = text_in(rows[place][0]).strip()
            place += 2
        else:
            yield from _rooms_of_row(rows[place], heading)
            if len(rows[place]) == 1:
                heading = text_in(rows[place][0]).strip() or heading
            place += 1


def _is_list(headings: Sequence[Element], empty_rows: int) -> bool:
    """Tell a list of actions or decisions from labels that stand over single answers."""
    if len(headings) < _AT_LEAST_A_TABLE or not empty_rows:
        return False
    if not all(_is_said(cell) for cell in headings[1:]):
        return False
    known = sum(1 for cell in headings if column_of(text_in(cell)) is not None)
    return empty_rows >= _AT_LEAST_A_TABLE or known >= _AT_LEAST_A_TABLE


def _empty_rows_under(rows: Sequence[Sequence[Element]], place: int) -> int:
    """Count the rows under one that are there to be filled, shaped like it."""
    count = 0
    for row in rows[place + 1 :]:
        first, *others = row or [None]
        is_open = first is not None and (is_empty(first) or (is_count(first) and bool(others)))
        if len(row) != len(rows[place]) or not is_open or not all(map(is_empty, others)):
            break
        count += 1
    return count if any(_is_said(cell) for cell in rows[place]) else 0


def _is_said(cell: Element) -> bool:
    return bool(text_in(cell).strip()) and "{" not in text_in(cell)


def _rooms_of_row(cells: Sequence[Element], heading: str) -> Iterator[Room]:
    label = ""
    for place, cell in enumerate(cells):
        following = cells[place + 1] if place + 1 < len(cells) else None
        if is_empty(cell) and label:
            yield CellRoom(label, cell)
            label = ""
        elif following is not None and is_empty(following) and _is_said(cell):
            label = text_in(cell)
        else:
            yield from _rooms_among(list(cell), label or _label_before(cells, place) or heading)
            label = ""


def _label_before(cells: Sequence[Element], place: int) -> str:
    return text_in(cells[place - 1]).strip() if place else ""
