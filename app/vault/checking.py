"""Checks a whole journal: every page, the record of changes, and that both agree."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from app.domain.errors import JournalError
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.index_check import index_agrees
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions

_DAMAGED_PAGES = (
    "Part of the journal’s file is damaged. Keep the whole folder as it is, "
    "and look for a copy of it."
)
_LOST = "SELECT 1 FROM revision WHERE reflection_uid NOT IN (SELECT uid FROM reflection) LIMIT 1"
_DAMAGED_INDEX = (
    "The search may miss some words: its index is damaged. The writing itself is whole."
)


def troubles(database: Database, reflections: Reflections, revisions: Revisions) -> tuple[str, ...]:
    """Give a sentence for each thing that is wrong; none if all is well."""
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _pages(database),
        lambda: _search_index(database, reflections),
        lambda: _record_of_changes(revisions),
        lambda: _present_state(database, reflections, revisions),
    )
    found = [sentence for check in checks for sentence in _told(check)]
    return tuple(dict.fromkeys(found))


def _told(check: Callable[[], Iterator[str]]) -> list[str]:
    told: list[str] = []
    try:
        with taken_as_stored():
            told.extend(check())
    except JournalError:
        told.append(_DAMAGED_PAGES)
    return told


def _pages(database: Database) -> Iterator[str]:
    # Each finds what the other cannot: a changed page, and a file cut between two pages.
    if database.rows("PRAGMA cipher_integrity_check"):
        yield _DAMAGED_PAGES
    if database.rows("PRAGMA integrity_check") != [("ok",)]:
        yield _DAMAGED_PAGES


def _search_index(database: Database, reflections: Reflections) -> Iterator[str]:
    if not index_agrees(database, reflections):
        yield _DAMAGED_INDEX


def _record_of_changes(revisions: Revisions) -> Iterator[str]:
    for seq in revisions.breaks():
        yield (
            f"The record of changes does not fit together at change {seq}: "
            "an older part of the file may have been put back."
        )


def _present_state(
    database: Database, reflections: Reflections, revisions: Revisions
) -> Iterator[str]:
    ids = [row[0] for row in database.rows("SELECT id FROM reflection ORDER BY id")]
    open_actions = set()
    for each, record in zip(ids, reflections.records(ids), strict=True):
        open_actions |= {(each, *row) for row in record.open_actions()}
        if revisions.newest_hash(record.uid) != hashlib.sha256(record.canonical()).digest():
            begun_at = record.moment_begun
            yield (
                f"The reflection begun on {begun_at[:10]} at {begun_at[11:16]} UTC is not as it "
                "was last saved: an older part of the file may have been put back."
            )
    if open_actions != set(database.rows("SELECT * FROM open_action")):
        yield "The list of actions to be done does not agree with what was written."
    if database.rows(_LOST):
        yield "The record of changes names reflections that are not in the journal any more."
