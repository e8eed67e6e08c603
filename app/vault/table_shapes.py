"""The shapes of the journal's tables: how a loose row is told to be a row of this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.vault import migrations
from app.vault.tree_rows import TreeRow

# Made anew from the others, or SQLite's own.
_NOT_GATHERED = ("open_action", "unindexed", "word_index", "phrase_index", "sqlite_")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_UID = re.compile("[0-9a-f]{32}")
_TYPES: dict[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: type
    may_be_missing: bool
    default: Any


@dataclass(frozen=True, slots=True)
class TableShape:
    """What rows of one table look like."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[int, ...]  # the places of the columns that tell rows apart
    has_rowid: bool
    rowid_place: int | None  # the column that is another name for the rowid

    def row_of(self, row: TreeRow, *, is_owned: bool = False) -> tuple[Any, ...] | None:
        """Give the values of a loose row by column, or None if it is none of this table's.

        A row that was written by an older format lacks the columns that were added later. Rows of
        some tables have the same types: what stands in a row tells, unless the table owns the page.
        """
        is_row = self.has_rowid == (row.rowid is not None)
        if not is_row or len(row.values) > len(self.columns):
            return None
        values = list(row.values)
        values += [column.default for column in self.columns[len(values) :]]
        if self.rowid_place is not None:
            if values[self.rowid_place] is not None:
                return None
            values[self.rowid_place] = row.rowid
        fits = all(map(_fits, self.columns, values))
        tell = None if is_owned else _TELLS.get(self.name)
        fits = fits and (tell is None or tell(values))
        return tuple(values) if fits else None

    def key_of(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Give what tells this row from the table's others."""
        return tuple(values[place] for place in self.key)


@cache
def table_shapes() -> tuple[TableShape, ...]:
    """Give the shape of every table that cannot be made anew from others."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(connection)
        return tuple(_shapes(connection))
    finally:
        connection.close()


def _shapes(connection: Any) -> Iterator[TableShape]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    for name, statement in connection.execute(query).fetchall():
        if name.startswith(_NOT_GATHERED):
            continue
        info = connection.execute(f"PRAGMA table_info({name})").fetchall()
        has_rowid = "WITHOUT ROWID" not in statement.upper()
        keys = tuple(
            place for place, _ in sorted(enumerate(info), key=lambda each: each[1][5]) if _[5]
        )
        order = list(range(len(info)))
        if not has_rowid:
            # Such a tree holds the columns of the key first.
            order = [*keys, *(place for place in range(len(info)) if place not in keys)]
            keys = tuple(range(len(keys)))
        is_named = has_rowid and len(keys) == 1 and info[keys[0]][2] == "INTEGER"
        columns = tuple(_column(*info[place]) for place in order)
        yield TableShape(name, columns, keys, has_rowid, keys[0] if is_named else None)


def _column(_place: int, name: str, kind: str, *rest: Any) -> Column:
    is_needed, default, key = rest
    value = None if default is None else _literal(str(default))
    return Column(name, _TYPES[kind], not is_needed and not key, value)


def _ends_with_moment(values: list[Any]) -> bool:
    return MOMENT.fullmatch(values[-1]) is not None


def _is_no_preference(values: list[Any]) -> bool:
    # The index of the links' other ends holds two names of reflections.
    return _ends_with_moment(values) or all(map(_UID.fullmatch, values))


def _is_retired_form(values: list[Any]) -> bool:
    # A form named like a word is taken for a word: one more in the person's list does no harm.
    return _ends_with_moment(values) and "_" in values[0]


_TELLS: dict[str, Callable[[list[Any]], bool]] = {
    "form": lambda values: not _ends_with_moment(values),
    "own_form": _ends_with_moment,
    "retired_form": _is_retired_form,
    "own_word": _ends_with_moment,
    "preference": lambda values: not _is_no_preference(values),
    "link": _ends_with_moment,
}


def _literal(text: str) -> Any:
    return text[1:-1] if text.startswith("'") else int(text)


def _fits(column: Column, value: Any) -> bool:
    return isinstance(value, column.type) or (value is None and column.may_be_missing)
