"""Reads actions from the rows of a table, or from a list of things to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from app.domain.answer import Action, Actions
from app.domain.ticked_words import is_item, without_mark
from app.domain.unmarked import unmarked
from app.domain.written_days import day_of

_BETWEEN_CELLS = " | "
_MOST = 50  # as many as one answer takes by hand
_LONGEST_ALONE = 200
# How people name the columns; the first of these that a name fits decides.
_COLUMNS = (
    ("what", re.compile(r"\W*(?:what|action|task|step|goal|to do)\b", re.IGNORECASE)),
    ("how_known", re.compile(r".*(?:how|evidence|measure|outcome|success|know)", re.IGNORECASE)),
    ("who", re.compile(r".*(?:who|responsib|owner|lead|person)", re.IGNORECASE)),
    ("done_on", re.compile(r".*(?:done|completed\b|finished)", re.IGNORECASE)),
    ("by_when", re.compile(r".*(?:when|date|due|by\b|deadline|timescale)", re.IGNORECASE)),
    ("what", re.compile(r".*(?:action|task|step|goal|to do)", re.IGNORECASE)),
)


def actions_in(text: str) -> tuple[Actions, str]:
    """Give the actions that a text lists, and the lines that are none."""
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        columns = _columns_in(line)
        if columns:
            rows = lines[number + 1 :]
            actions, left = _gathered(rows, partial(_from_row, columns))
            return actions, "\n".join([*lines[:number], *left])
    if len(lines) == 1 and len(lines[0]) <= _LONGEST_ALONE and _BETWEEN_CELLS not in lines[0]:
        return Actions((Action(unmarked(lines[0])),)), ""
    actions, left = _gathered(lines, _from_item)
    return actions, "\n".join(left)


def _gathered(
    lines: Sequence[str], read: Callable[[str], Action | None]
) -> tuple[Actions, list[str]]:
    items: list[Action] = []
    left: list[str] = []
    for line in lines:
        action = read(line) if len(items) < _MOST else None
        if action is not None:
            items.append(action)
        else:
            left.append(line)
    return Actions(tuple(items)), left


def _columns_in(line: str) -> list[str]:
    """Give the field of each column, if this row names them: each field at most once."""
    cells = line.split(_BETWEEN_CELLS)
    fields = [
        next((field for field, named in _COLUMNS if named.match(unmarked(cell))), "")
        for cell in cells
    ]
    is_header = len(cells) > 1 and all(fields) and len(set(fields)) == len(fields)
    return fields if is_header and "what" in fields else []


def _from_row(columns: Sequence[str], line: str) -> Action | None:
    cells = [unmarked(cell) for cell in line.split(_BETWEEN_CELLS)]
    if len(cells) > len(columns) or _BETWEEN_CELLS not in line:
        return None
    given = {field: cell for field, cell in zip(columns, cells, strict=False) if cell}
    days = {field: day_of(given.get(field, "")) for field in ("by_when", "done_on")}
    # "as soon as possible" has no place of its own
    others = [given[field] for field, day in days.items() if field in given and day is None]
    what = " ".join((given.get("what", ""), *(f"({words})" for words in others))).strip()
    if not what:
        return None
    who, how_known = given.get("who", ""), given.get("how_known", "")
    return Action(what, who, days["by_when"], how_known, days["done_on"])


def _from_item(line: str) -> Action | None:
    return Action(unmarked(without_mark(line))) if is_item(line) else None
