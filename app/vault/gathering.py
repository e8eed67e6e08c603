"""Gathers every row that still reads from a journal's pages, table by table.

Where the trees are whole, they say whose a page is. What hangs nowhere any more is known by the
shape of its rows; the schema's tables and indexes can all be told apart so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.progress import Progress
from app.vault.decryptor import Pages
from app.vault.table_shapes import MOMENT, TableShape, table_shapes
from app.vault.tree_rows import TreeRow, TreeRows, children_of

_SCHEMA_COLUMNS = 5
_PAGES_AT_ONCE = 64
_OF_SCHEMA = "sqlite_master"
_INDEXES_OF_FILES = ("evidence_reflection", "sqlite_autoindex_evidence_1")

Values = dict[str, Any]


@dataclass(slots=True)
class Gathered:
    """The rows of every table by their keys; a key has several where older pages were put back."""

    tables: dict[str, dict[tuple[Any, ...], list[Values]]] = field(default_factory=dict)
    # What the indexes still say of reflections: texts by the reflection's id in the database.
    texts_of: dict[int, list[str]] = field(default_factory=dict)
    # The same of the files kept with reflections, where it is known that they say it of those.
    texts_of_files: dict[int, list[str]] = field(default_factory=dict)
    rows_cut_off: int = 0
    bad_pages: tuple[int, ...] = ()
    is_verified: bool = True
    # The tables whose trees can be walked, and those that lost a page or row; "": nobody knows.
    walked: frozenset[str] = frozenset()
    hurt: frozenset[str] = frozenset()

    def is_complete(self, table: str) -> bool:
        """Say whether no row of a table can be lost: every page that may be of it reads."""
        is_known = table in self.walked or "" not in self.hurt
        return self.is_verified and is_known and table not in self.hurt

    def rows(self, table: str) -> list[Values]:
        """Give the first row for each key."""
        return [candidates[0] for candidates in self.tables.get(table, {}).values()]

    def moment_begun(self, reflection: int) -> str | None:
        """Give when a reflection was begun, as an index says."""
        return next(filter(MOMENT.fullmatch, self.texts_of.get(reflection, ())), None)

    def one_of(self, reflection: int, known: set[str]) -> str | None:
        """Give which of these known texts an index gives for a reflection."""
        return next((text for text in self.texts_of.get(reflection, ()) if text in known), None)


def gather(pages: Pages, progress: Progress) -> Gathered:
    """Read every page, and give every row that still reads."""
    pages.survey(lambda share: progress(share / 3))
    reader = TreeRows(pages.page)
    gathered = Gathered(bad_pages=pages.bad, is_verified=pages.is_verified)
    owners = _owners(pages, reader)
    hurt = {owners.get(number, "") for number in pages.bad}
    for number in range(1, pages.count + 1):
        if number % _PAGES_AT_ONCE == 0:
            progress((1 + 2 * number / pages.count) / 3)
        # An older inner page that was put back may say wrongly whose a page is.
        shapes = sorted(table_shapes(), key=lambda shape: shape.name != owners.get(number))
        cut_off = reader.cut_off
        for row in reader.on(number):
            _sort_in(gathered, row, shapes, owners.get(number, ""))
        page = pages.page(number)
        is_end_lost = page is not None and max(children_of(page, number), default=0) > pages.count
        if reader.cut_off > cut_off or is_end_lost:
            hurt.add(owners.get(number, ""))
    gathered.rows_cut_off = reader.cut_off
    _forget_names_of_files(gathered)
    gathered.walked, gathered.hurt = frozenset(owners.values()), frozenset(hurt)
    progress(1)
    return gathered


def _sort_in(gathered: Gathered, row: TreeRow, shapes: list[TableShape], owner: str) -> None:
    for shape in shapes:
        values = shape.row_of(row, is_owned=shape.name == owner)
        if values is not None:
            named = dict(zip((column.name for column in shape.columns), values, strict=True))
            table = gathered.tables.setdefault(shape.name, {})
            candidates = table.setdefault(shape.key_of(values), [])
            if named not in candidates:
                candidates.append(named)
            return
    match row.values:
        case (str() as text, int() as each) if row.rowid is None:
            found = gathered.texts_of_files if owner in _INDEXES_OF_FILES else gathered.texts_of
            found.setdefault(each, []).append(text)


def _forget_names_of_files(gathered: Gathered) -> None:
    """Take out of what indexes say of reflections what they say of files, whose ids are others."""
    for row in gathered.rows("evidence"):
        known = gathered.texts_of_files.get(row["id"], [])
        texts = gathered.texts_of.get(row["id"], [])
        for text in (row["uid"], row["reflection_uid"]):
            if text not in known and text in texts:
                texts.remove(text)
        if not texts:
            gathered.texts_of.pop(row["id"], None)


def _owners(pages: Pages, reader: TreeRows) -> dict[int, str]:
    """Say whose each page is that can be reached from the root of its tree."""
    owners: dict[int, str] = {}
    _walk(pages, 1, _OF_SCHEMA, owners)
    of_schema = [number for number in owners if owners[number] == _OF_SCHEMA]
    for name, root in list(_roots(of_schema, reader)):
        _walk(pages, root, name, owners)
    return owners


def _roots(numbers: list[int], reader: TreeRows) -> Iterator[tuple[str, int]]:
    for number in numbers:
        for row in reader.on(number):
            if len(row.values) == _SCHEMA_COLUMNS and isinstance(row.values[3], int):
                yield str(row.values[1]), row.values[3]


def _walk(pages: Pages, root: int, name: str, owners: dict[int, str]) -> None:
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in owners or not 1 <= number <= pages.count:
            continue
        owners[number] = name
        page = pages.page(number)
        waiting += children_of(page, number) if page else ()
