"""Reads a table of text (CSV): one entry for every row, and every cell of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import (
    Incoming,
    IncomingEntry,
    IncomingPart,
    LeftOut,
    ReadAs,
    SourceKind,
)
from app.domain.progress import Progress
from app.importing.bounded_files import read_text_file, shown_name
from app.importing.characters import one_line
from app.importing.csv_columns import Columns, Use, columns_of
from app.importing.csv_rows import Row, rows_of
from app.importing.days_told import DAY_FIRST, days_not_read
from app.importing.front_matter import themes_in
from app.importing.headed_parts import LONGEST_TITLE
from app.importing.limits import MOST_ENTRIES, refuse_more_entries
from app.importing.plain_words import as_typed
from app.importing.told_moments import Told, at_time, told_moment

_EACH = 500
_MOST_NAMES = 12
_TOO_FEW = "There are no rows with words in this table."


def read_csv(path: Path, progress: Progress) -> Incoming:
    """Read a table.

    Raises:
        NotBroughtIn: it cannot be read, or is no table.
        Cancelled: the person stopped it.
    """
    progress(0)
    name = shown_name(path)
    found = read_text_file(path, name)
    rows = list(islice(rows_of(found.text, name), MOST_ENTRIES + 2))
    refuse_more_entries(name, len(rows) - 1)
    if not rows:
        raise NotBroughtIn(name, _TOO_FEW)
    columns = columns_of(rows)
    entries = tuple(_entries(rows[columns.has_header :], columns, name, progress))
    if not entries:
        raise NotBroughtIn(name, _TOO_FEW)
    progress(1)
    left_out = tuple(_days_not_read(entries, columns, name))
    read_as = (*found.read_as, *_read_as(rows[0], columns, name))
    return Incoming(SourceKind.CSV, name, entries, left_out, read_as)


def _entries(
    rows: list[Row], columns: Columns, name: str, progress: Progress
) -> Iterator[IncomingEntry]:
    for number, row in enumerate(rows):
        if number % _EACH == 0:
            progress(number / len(rows))
        yield _entry(row, columns, f"{name}, line {row.line}")


def _entry(row: Row, columns: Columns, place: str) -> IncomingEntry:
    filled = [(*columns.at(number), cell) for number, cell in enumerate(row.cells) if cell]
    days = [cell for use, _, cell in filled if use is Use.DAY]
    clocks = [cell for use, _, cell in filled if use is Use.TIME]
    told, is_timed = _told(days, clocks, columns)
    titles = [one_line(cell) for use, _, cell in filled if use is Use.TITLE]
    has_title = bool(titles) and len(titles[0]) <= LONGEST_TITLE
    used = {Use.THEMES} | ({Use.DAY} if told else set()) | ({Use.TIME} if is_timed else set())
    used |= {Use.TITLE} if has_title else set()
    words = [IncomingPart(as_typed(cell)) for use, _, cell in filled if use is Use.TEXT]
    others = (each for each in filled if each[0] not in used and each[0] is not Use.TEXT)
    words += (IncomingPart(as_typed(cell), heading) for _, heading, cell in others)
    return IncomingEntry(
        place,
        tuple(words),
        title=titles[0] if has_title else "",
        day=told.day if told else None,
        written_at=told.at if told else None,
        themes=tuple(
            dict.fromkeys(
                theme for use, _, cell in filled if use is Use.THEMES for theme in themes_in(cell)
            )
        ),
    )


def _told(days: list[str], clocks: list[str], columns: Columns) -> tuple[Told | None, bool]:
    """Give the day and moment of a row, and whether the cell with the time is used up in it."""
    told = told_moment(days[0], month_first=columns.is_month_first) if days else None
    if told is None or told.at is not None or not clocks:
        return told, False
    moment = at_time(told.day, clocks[0])
    return (Told(told.day, moment), True) if moment else (told, False)


def _read_as(first: Row, columns: Columns, name: str) -> Iterator[ReadAs]:
    if columns.has_header:
        names = ", ".join(columns.names[:_MOST_NAMES])
        more = ", …" if len(columns.names) > _MOST_NAMES else ""
        told = f"Line {first.line} was read as the names of the columns: {names}{more}."
        yield ReadAs(name, told)
    if columns.is_either_order:
        yield ReadAs(name, DAY_FIRST)


def _days_not_read(
    entries: tuple[IncomingEntry, ...], columns: Columns, name: str
) -> Iterator[LeftOut]:
    """Tell of days that could not be read: their words are kept, so nothing else shows it."""
    if Use.DAY in columns.uses:
        count = sum(1 for entry in entries if entry.day is None)
        yield from days_not_read(name, count, "row", "rows")
