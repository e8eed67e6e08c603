"""Takes a table of text apart: which mark divides its columns, and its rows with their lines."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from app.domain.errors import NotBroughtIn
from app.importing.limits import LARGEST_FILE_MEBIBYTES, MEBIBYTE, MOST_COLUMNS

_DIVIDERS = (",", ";", "\t", "|")
# What Excel puts first where it divides otherwise than by the country's mark.
_TOLD_DIVIDER = re.compile(r'"?sep=([^"\w\s]|\t)"?[ ]*(?:\n|\Z)', re.IGNORECASE)
_SAMPLE = 64 * 1024
_SAMPLE_ROWS = 50
_DAMAGED = (
    "A quotation mark is not closed, or closed in the middle of a word: the file was cut off "
    "or is damaged."
)
_TOO_WIDE = (
    f"There are more than {MOST_COLUMNS:,} columns in it, which is more than a table can have: "
    "look whether the file is a table."
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, place: str) -> Iterator[Row]:
    """Give the rows that hold any words.

    Raises:
        NotBroughtIn: a quotation mark is not closed, or a row has more cells than a table can have.
    """
    # The library's own bound of 128 KiB a cell is for the whole process; the file's is ours.
    csv.field_size_limit(LARGEST_FILE_MEBIBYTES * MEBIBYTE)
    told = _TOLD_DIVIDER.match(text)
    divider = told[1] if told else _divider_of(text)
    inner = text[told.end() :] if told else text
    yield from _rows(inner, divider, place, 2 if told else 1)


def _rows(text: str, divider: str, place: str, first_line: int) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=divider, strict=True)
    begins = first_line
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise NotBroughtIn(f"{place}, line {begins}", _DAMAGED) from None
        if cells is None:
            return
        if len(cells) > MOST_COLUMNS:
            raise NotBroughtIn(f"{place}, line {begins}", _TOO_WIDE)
        if any(cell.strip() for cell in cells):
            yield Row(begins, tuple(cell.strip() for cell in cells))
        begins = reader.line_num + first_line


def _divider_of(text: str) -> str:
    """Give the mark that divides the most rows into the same number of columns."""
    sample = text[:_SAMPLE]
    return max(_DIVIDERS, key=lambda divider: _evenness(sample, divider))


def _evenness(sample: str, divider: str) -> tuple[float, int]:
    counts: Counter[int] = Counter()
    reader = csv.reader(StringIO(sample, newline=""), delimiter=divider)
    try:
        for _, cells in zip(range(_SAMPLE_ROWS), reader, strict=False):
            counts[len(cells)] += bool(cells)
    except csv.Error:
        return 0.0, 0
    columns, rows = max(counts.items(), key=lambda each: (each[0] > 1, each[1]), default=(0, 0))
    return (rows / counts.total() if columns > 1 else 0.0), columns
