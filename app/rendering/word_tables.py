"""Tables of a Word document: heading rows marked, rows whole, room to write in by hand."""

from __future__ import annotations

from collections.abc import Iterable

from app.rendering.plain_text import clean_line, clean_text
from app.rendering.reading_direction import reads_from_right
from app.rendering.word_elements import Element, element, twips
from app.rendering.word_paragraphs import paragraph, run, shaded, tick_box
from app.summary.document import Bars, Table, Tick

TEXT_WIDTH = twips(168)
_HANDWRITING_HEIGHT = twips(9.5)
_MOST_ROWS_TOGETHER = 8
_CELL_SIDES = 220
# A bar is a run of spaces on a dark ground: nothing that a screen reader would say. A space is as
# wide as in the widest of the fonts that may stand in, so that no bar breaks into two lines.
_BAR_SPACE, _BAR_SPACE_WIDTH, _BAR_FILL = "\N{NO-BREAK SPACE}", 60, "404040"
_LONGEST_BAR = 0.7
_LONGEST_HEADING_WORD = 14
# A row of more lines than this may break, or it would leave most of a page empty.
_LETTERS_PER_LINE, _MOST_LINES_TOGETHER = 95, 30


def table_of(table: Table, name: str, letter_width: int) -> Element:
    """Make a table; the name is what a screen reader calls it. Widths are in twips."""
    widths = _widths(table, letter_width)
    has_headings = any(table.headings)
    stays_whole = len(table.rows) <= _MOST_ROWS_TOGETHER and all(map(_is_blank, table.rows))
    rows: list[Element] = [_heading_row(table.headings, widths)] if has_headings else []
    for number, row in enumerate(table.rows, 1):
        keeps = stays_whole and number < len(table.rows)
        rows.append(_row(row, widths, keeps_with_next=keeps))
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", _layout(name, has_headings=has_headings), grid, *rows)


def bars_of(bars: Bars, name: str) -> Element:
    """Make a table of bars with their numbers; the name is what a screen reader calls it."""
    columns = len(bars.headings) - 1
    shares = (3, 5) if columns == 1 else (3, *((2,) * columns))
    widths = [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
    rows = [_heading_row(bars.headings, widths)]
    for row in bars.rows:
        cells = [_cell(widths[0], _lines("TableText", clean_line(row.label)))]
        for count, width in zip(row.counts, widths[1:], strict=True):
            room = _LONGEST_BAR * (width - _CELL_SIDES) / _BAR_SPACE_WIDTH
            spaces = _BAR_SPACE * round(room * count / bars.most)
            drawn = (shaded(spaces, _BAR_FILL), run(" ")) if spaces else ()
            cells.append(_cell(width, paragraph("TableText", *drawn, run(str(count)))))
        rows.append(element("tr", element("trPr", element("cantSplit")), *cells))
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", _layout(name, has_headings=True), grid, *rows)


def _widths(table: Table, letter_width: int) -> list[int]:
    """Share the width out; a column is never narrower than the longest word of its heading."""
    whole = sum(table.shares)
    wished = [TEXT_WIDTH * share / whole for share in table.shares]
    least = [_least_width(heading, letter_width) for heading in table.headings]
    room = [max(0, wish - low) for wish, low in zip(wished, least, strict=True)]
    missing = sum(max(0, low - wish) for wish, low in zip(wished, least, strict=True))
    kept = max(0, 1 - missing / sum(room)) if sum(room) else 1
    return [
        round(low + more * kept if more else low) for low, more in zip(least, room, strict=True)
    ]


def _least_width(heading: str, letter_width: int) -> int:
    longest = max(map(len, clean_line(heading).split()), default=0)
    return min(longest, _LONGEST_HEADING_WORD) * letter_width + _CELL_SIDES


def _layout(name: str, *, has_headings: bool) -> Element:
    look = element("tblLook", val="0020" if has_headings else "0000")
    return element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=TEXT_WIDTH, type="dxa"),
        element("tblLayout", type="fixed"),
        look,
        element("tblCaption", val=clean_line(name)),
    )


def _heading_row(headings: Iterable[str], widths: list[int]) -> Element:
    about = element("trPr", element("cantSplit"), element("tblHeader"))
    cells = [
        _cell(width, _lines("TableHeading", clean_line(heading)))
        for heading, width in zip(headings, widths, strict=True)
    ]
    return element("tr", about, *cells)


def _row(row: tuple[str | Tick, ...], widths: list[int], *, keeps_with_next: bool) -> Element:
    is_blank = _is_blank(row)
    height = element("trHeight", val=_HANDWRITING_HEIGHT, hRule="atLeast") if is_blank else None
    whole = None if _is_too_tall(row, widths) else element("cantSplit")
    marks = (element("keepNext"),) if keeps_with_next else ()
    cells = []
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, Tick):
            centred = (*marks, element("jc", val="center"))
            words = paragraph("TableText", tick_box(value), marks=centred)
        else:
            words = _lines("TableText", clean_text(value), marks)
        cells.append(_cell(width, words, in_middle=is_blank))
    return element("tr", element("trPr", whole, height), *cells)


def _cell(width: int, words: Element, *, in_middle: bool = False) -> Element:
    place = element("vAlign", val="center") if in_middle else None
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), place), words)


def _lines(style: str, text: str, marks: Iterable[Element] = ()) -> Element:
    from_right = reads_from_right(text)
    runs = (run(text, from_right=from_right),) if text else ()
    return paragraph(style, *runs, marks=marks, from_right=from_right)


def _is_blank(row: tuple[str | Tick, ...]) -> bool:
    return not any(cell for cell in row if isinstance(cell, str))


def _is_too_tall(row: tuple[str | Tick, ...], widths: list[int]) -> bool:
    for value, width in zip(row, widths, strict=True):
        letters = _LETTERS_PER_LINE * width / TEXT_WIDTH
        if isinstance(value, str) and len(value) / letters > _MOST_LINES_TOGETHER:
            return True
    return False
