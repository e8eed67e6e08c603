"""Finds out what the columns of a table are: by their names, or else by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.importing.characters import one_line
from app.importing.csv_rows import Row
from app.importing.told_moments import is_either_order, is_month_first, is_weekday, told_moment

_MARKS = re.compile(r"[\W_]+")
_LOOKED_AT = 200
_LONGEST_NAME = 120


class Use(Enum):
    """What a column is for; what it is not known for becomes a part under its own name."""

    DAY = auto()
    TIME = auto()
    TITLE = auto()
    TEXT = auto()
    THEMES = auto()
    PART = auto()


_NAMES = {
    Use.DAY: (
        "date", "day", "datetime", "date time", "date and time", "when", "created", "created at",
        "creation date", "date created", "timestamp", "entry date", "full date", "start date",
        "date of event", "date of activity", "date of reflection", "written", "written on",
    ),
    Use.TIME: ("time", "clock", "hour", "time of day"),
    Use.TITLE: ("title", "subject", "headline", "name", "note title", "entry title"),
    Use.TEXT: (
        "text", "body", "entry", "note", "notes", "content", "contents", "journal", "reflection",
        "diary", "entry text", "words",
    ),
    Use.THEMES: ("tags", "tag", "themes", "theme", "labels", "keywords", "categories", "category"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """What every column is for, what it is called, and how its days are written."""

    uses: tuple[Use, ...]
    names: tuple[str, ...]
    has_header: bool
    is_month_first: bool
    is_either_order: bool  # a day like 3/4/2019, and none that tells which is the month

    def at(self, number: int) -> tuple[Use, str]:
        """Give what a column is for and what it is called, also beyond the last that is known."""
        if number < len(self.uses):
            return self.uses[number], self.names[number]
        return Use.PART, f"Column {number + 1}"


def columns_of(rows: Sequence[Row]) -> Columns:
    """Find out from the first rows."""
    width = max(len(row.cells) for row in rows[:_LOOKED_AT])
    first = _padded(rows[0], width)
    by_name = _named(first)
    has_header = _is_header(first, by_name, rows[1:_LOOKED_AT])
    inner = [_padded(row, width) for row in rows[has_header:_LOOKED_AT]]
    names = first if has_header else ("",) * width
    uses = by_name if has_header else [Use.PART] * width
    _fill(uses, inner)
    days = _cells_of(rows[has_header:], uses.index(Use.DAY)) if Use.DAY in uses else []
    called = tuple(
        one_line(name)[:_LONGEST_NAME] or f"Column {n + 1}" for n, name in enumerate(names)
    )
    return Columns(tuple(uses), called, has_header, is_month_first(days), is_either_order(days))


def _cells_of(rows: Sequence[Row], column: int) -> list[str]:
    return [row.cells[column] for row in rows if column < len(row.cells)]


def _padded(row: Row, width: int) -> tuple[str, ...]:
    return row.cells + ("",) * (width - len(row.cells))


def _named(names: Sequence[str]) -> list[Use]:
    uses: list[Use] = []
    for name in names:
        settled = _MARKS.sub(" ", name).strip().casefold()
        known = next((use for use, called in _NAMES.items() if settled in called), Use.PART)
        uses.append(Use.PART if known in uses and known is not Use.THEMES else known)
    return uses


def _is_header(first: Sequence[str], uses: Sequence[Use], others: Sequence[Row]) -> bool:
    """Say whether the first row names the columns: its words say so, or it is unlike the others."""
    if any(_is_moment(name) for name in first):
        return False
    if any(use is not Use.PART for use in uses):
        return True
    filled = [(column, name) for column, name in enumerate(first) if name]
    names = {name for _, name in filled}
    if not others or not 1 < len(names) == len(filled):
        return False
    return not any(_is_written(name, _cells_of(others, column)) for column, name in filled)


def _is_moment(cell: str) -> bool:
    return told_moment(cell) is not None or told_moment(cell, month_first=True) is not None


def _is_written(cell: str, beneath: Sequence[str]) -> bool:
    """Say whether a cell is none that names a column: long, a sentence, a number, or as others."""
    is_prose = len(cell) > _LONGEST_NAME or "\n" in cell or cell.endswith((".", "!", "…"))
    is_weekday_too = is_weekday(cell) and any(is_weekday(each) for each in beneath)
    return is_prose or cell.isdecimal() or cell in beneath or is_weekday_too


def _fill(uses: list[Use], inner: Sequence[tuple[str, ...]]) -> None:
    """Find the column of the days and that of the words by their cells, where no name tells."""
    columns = list(zip(*inner, strict=True)) if inner else []
    if Use.DAY not in uses:
        for number, cells in enumerate(columns):
            filled = [cell for cell in cells if cell]
            days = sum(1 for cell in filled if _is_moment(cell))
            if uses[number] is Use.PART and filled and days * 10 >= len(filled) * 9:
                uses[number] = Use.DAY
                break
    parts = [number for number, use in enumerate(uses[: len(columns)]) if use is Use.PART]
    if Use.TEXT not in uses and len(parts) == 1:
        uses[parts[0]] = Use.TEXT
