"""Checks a whole journal: every page, the record of changes, and that all parts agree."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from app.domain.errors import JournalError, NotEnoughMemory, NotSaved
from app.domain.progress import Progress, part_of, unwatched
from app.domain.repair import CheckReport, NextStep, Trouble
from app.vault.connection import Database
from app.vault.damaged_pages import costs_of_damage
from app.vault.evidence_check import evidence_troubles
from app.vault.faults import taken_as_stored
from app.vault.index_check import index_agrees
from app.vault.keeping_check import keeping_troubles
from app.vault.naming import FormTitles, named
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions

_PUT_BACK = "an older part of the file may have been put back."
_DOES_NOT_READ = Trouble("Part of the journal’s file is damaged.", NextStep.SALVAGE)
_INDEX = "The search may miss some words: its index is damaged. The writing itself is whole."
_ACTIONS = "The list of actions to be done does not agree with what was written."
_LOST_NAMED = "The record of changes names reflections that are not in the journal any more."
# Decisions have names of their own in the record; what is binned or gone is not in the tables.
_LOST = """
SELECT 1 FROM revision WHERE reflection_uid NOT IN (SELECT uid FROM reflection)
AND reflection_uid NOT LIKE 'keeping of %' AND reflection_uid NOT IN (
  SELECT reflection_uid FROM keeping WHERE binned_at <> '' OR emptied_at <> '') LIMIT 1
"""
_AT_ONCE = 50
_Troubles = Iterator[Trouble]


def check(
    database: Database,
    tables: tuple[Reflections, Revisions] | None = None,
    progress: Progress = unwatched,
) -> CheckReport:
    """Say everything that is wrong with the journal.

    Raises:
        Cancelled: the person stopped it.
        NotSaved, NotEnoughMemory: the computer refused it; that is no damage.
    """
    reflections, revisions = tables or (Reflections(database), Revisions(database))
    progress(0)
    if _has_damaged_pages(database):
        # After one bad page this connection's other answers cannot be relied on.
        costs = _told(lambda: costs_of_damage(database, part_of(progress, 0.3, 1)))
        return CheckReport(tuple(costs))
    progress(0.3)
    checks: tuple[Callable[[], _Troubles], ...] = (
        lambda: _search_index(database, reflections, part_of(progress, 0.3, 0.7)),
        lambda: _record_of_changes(revisions),
        lambda: _present_state(database, reflections, revisions, part_of(progress, 0.75, 0.9)),
        lambda: _decisions(database, revisions),
        lambda: _files(database, part_of(progress, 0.9, 1)),
    )
    found = [trouble for each in checks for trouble in _told(each)]
    progress(1)
    return CheckReport(tuple(dict.fromkeys(found)))


def _told(look: Callable[[], _Troubles]) -> list[Trouble]:
    told: list[Trouble] = []
    try:
        with taken_as_stored():
            told.extend(look())
    except (NotSaved, NotEnoughMemory):
        raise
    except (JournalError, OSError):
        told.append(_DOES_NOT_READ)
    return told


def _has_damaged_pages(database: Database) -> bool:
    # Each finds what the other cannot: a changed page, and a file cut between two pages.
    try:
        return bool(
            database.rows("PRAGMA cipher_integrity_check")
            or database.rows("PRAGMA integrity_check") != [("ok",)]
        )
    except (NotSaved, NotEnoughMemory):
        raise
    except JournalError:
        return True


def _search_index(database: Database, reflections: Reflections, progress: Progress) -> _Troubles:
    if not index_agrees(database, reflections, progress):
        yield Trouble(_INDEX, NextStep.REBUILD_INDEX)


def _record_of_changes(revisions: Revisions) -> _Troubles:
    for seq in revisions.breaks():
        sentence = f"The record of changes does not fit together at change {seq}: {_PUT_BACK}"
        yield Trouble(sentence, NextStep.LOOK_FOR_NEWER)


def _present_state(
    database: Database, reflections: Reflections, revisions: Revisions, progress: Progress
) -> _Troubles:
    ids = [row[0] for row in database.rows("SELECT id FROM reflection ORDER BY id")]
    open_actions = set()
    titles = _titles(database)
    for place, (each, record) in enumerate(zip(ids, reflections.records(ids), strict=True)):
        if place % _AT_ONCE == 0:
            progress(place / len(ids))
        open_actions |= {(each, *row) for row in record.open_actions()}
        if revisions.newest_hash(record.uid) != hashlib.sha256(record.canonical()).digest():
            sentence = f"{named(record.head, titles)} is not as it was last saved: {_PUT_BACK}"
            yield Trouble(sentence, NextStep.LOOK_FOR_NEWER)
    if open_actions != set(database.rows("SELECT * FROM open_action")):
        yield Trouble(_ACTIONS, NextStep.REBUILD_INDEX)
    if database.rows(_LOST):
        yield Trouble(_LOST_NAMED, NextStep.LOOK_FOR_NEWER)


def _decisions(database: Database, revisions: Revisions) -> _Troubles:
    for sentence in keeping_troubles(database, revisions):
        yield Trouble(sentence, NextStep.LOOK_FOR_NEWER)


def _files(database: Database, progress: Progress) -> _Troubles:
    for sentence in evidence_troubles(database, _titles(database), progress):
        yield Trouble(sentence, NextStep.LOOK_FOR_NEWER)


def _titles(database: Database) -> FormTitles:
    rows = database.rows("SELECT id, version, title FROM form")
    return {(form_id, version): title for form_id, version, title in rows}
