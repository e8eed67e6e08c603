"""Makes everything anew that only repeats what was written: search index and list of actions."""

from __future__ import annotations

from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.reflections import Reflections
from app.vault.word_index import put_words

_EMPTY = (
    "INSERT INTO word_index (word_index) VALUES ('delete-all')",
    "INSERT INTO phrase_index (phrase_index) VALUES ('delete-all')",
    "DELETE FROM unindexed",
    "DELETE FROM open_action",
)
_AT_ONCE = 20


def rebuild_index(database: Database, reflections: Reflections, progress: Progress) -> None:
    """Rebuild the lists in one transaction.

    Raises:
        JournalDamaged: a damaged page forbids it; nothing was changed.
        Cancelled, NotSaved: nothing was changed.
    """
    database.write(lambda: _rebuild(database, reflections, progress))
    progress(1)


def _rebuild(database: Database, reflections: Reflections, progress: Progress) -> None:
    for statement in _EMPTY:
        database.run(statement)
    ids = [row[0] for row in database.rows("SELECT id FROM reflection ORDER BY id")]
    for place, (each, record) in enumerate(zip(ids, reflections.records(ids), strict=True)):
        if place % _AT_ONCE == 0:
            progress(place / len(ids))
        put_words(database.run, each, record)
        for row in record.open_actions():
            database.run("INSERT INTO open_action VALUES (?, ?, ?, ?)", (each, *row))
