"""Compares the two full-text indexes with the words of the reflections.

The indexes hold no text, so a second pair is made in memory of what the reflections say, by the
same statements, and both pairs must list the same words at the same places.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.progress import Progress, part_of, unwatched
from app.vault import migrations
from app.vault.connection import Database
from app.vault.faults import told_plainly
from app.vault.reflections import Reflections
from app.vault.word_index import put_words

_INDEXES = ("word_index", "phrase_index")
_PREFIX_LENGTHS = (1, 2)
_AT_ONCE = 50
_LIST = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{0}_words USING fts5vocab('main', '{0}', 'instance')"
)
_WORDS = 'SELECT term, doc, "offset" FROM temp.{0}_words'
_BEGINNINGS = "SELECT DISTINCT substr(term, 1, ?) FROM temp.word_index_words"
_BEGINNING_WITH = "SELECT rowid FROM word_index WHERE word_index MATCH ?"

_Rows = Iterator[tuple[Any, ...]]
_Query = Callable[..., _Rows]


def index_agrees(
    database: Database, reflections: Reflections, progress: Progress = unwatched
) -> bool:
    """Say whether every search finds what it should, but for what waits to be indexed."""
    present = _ids(database, "SELECT id FROM reflection")
    waiting = _ids(database, "SELECT reflection FROM unindexed")
    for index in _INDEXES:
        # The index's own list of what it holds.
        indexed = _ids(database, f"SELECT id FROM {index}_docsize")  # noqa: S608
        if not present - waiting <= indexed <= present:
            return False
    settled = sorted(present - waiting)
    with told_plainly(), _made_anew(reflections, settled, part_of(progress, 0, 0.6)) as anew:
        return _lists_agree(database, anew, waiting, part_of(progress, 0.6, 1))


def _lists_agree(database: Database, anew: _Query, waiting: set[int], progress: Progress) -> bool:
    for place, index in enumerate(_INDEXES):
        progress(place / len(_INDEXES))
        database.run(_LIST.format(index))
        words = _WORDS.format(index)
        if not _is_same(database.each_row(words), anew(words), waiting):
            return False
    return all(
        _beginning_with(database.each_row, beginning, waiting)
        == _beginning_with(anew, beginning, waiting)
        for length in _PREFIX_LENGTHS
        for (beginning,) in anew(_BEGINNINGS, (length,))
    )


def _is_same(there: _Rows, anew: _Rows, waiting: set[int]) -> bool:
    settled = (row for row in there if row[1] not in waiting)
    return all(one == other for one, other in zip_longest(settled, anew))


def _beginning_with(query: _Query, beginning: str, waiting: set[int]) -> set[int]:
    # One and two letters have lists of their own in the index.
    return {row[0] for row in query(_BEGINNING_WITH, (f'"{beginning}"*',))} - waiting


@contextlib.contextmanager
def _made_anew(reflections: Reflections, ids: list[int], progress: Progress) -> Iterator[_Query]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrations.migrate(connection)
        connection.execute("BEGIN")
        for place, (each, record) in enumerate(zip(ids, reflections.records(ids), strict=True)):
            if place % _AT_ONCE == 0:
                progress(place / len(ids))
            put_words(connection.execute, each, record)
        connection.execute("COMMIT")
        for index in _INDEXES:
            connection.execute(_LIST.format(index))
        yield connection.execute
    finally:
        connection.close()


def _ids(database: Database, query: str) -> set[int]:
    return {row[0] for row in database.rows(query)}
