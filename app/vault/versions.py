"""The versions of a reflection, as the record of changes and the tables hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.errors import NoSuchReflection, NoSuchVersion
from app.domain.history import VersionOutline
from app.domain.reflection import Reflection
from app.vault.as_saved import refuse_older
from app.vault.connection import Database
from app.vault.evidence import EvidenceTable
from app.vault.faults import damaged, taken_as_stored
from app.vault.keeping import KeepingTable
from app.vault.kept_version import record_in
from app.vault.reflection_record import ReflectionRecord, reflection_of
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions
from app.vault.stored_text import cleaned
from app.vault.sweeping import note_unswept

_VERSIONS = """
SELECT number, made_at, content, content_hash FROM revision WHERE reflection_uid = ?
ORDER BY number DESC
"""
_VERSION = """
SELECT content, content_hash FROM revision WHERE reflection_uid = ? AND number = ?
"""
_PURGE = "UPDATE revision SET content = NULL WHERE reflection_uid = ? AND number <= ?"


class Versions:
    """Reads versions, and removes the words of old ones for good."""

    def __init__(
        self,
        database: Database,
        tables: tuple[Reflections, Revisions, KeepingTable, EvidenceTable],
    ) -> None:
        """Join the parts that know of versions."""
        self._database = database
        self._reflections, self._revisions, self._keeping, self._evidence = tables

    def outlines(self, reflection_id: str) -> tuple[VersionOutline, ...]:
        """Give every version, the newest first; of a reflection in the bin too.

        Raises:
            NoSuchReflection: the journal holds none with this id.
            JournalDamaged: a version is not as it was kept.
        """
        uid = cleaned(reflection_id)
        newest = self._newest(uid)
        with taken_as_stored():
            return tuple(self._outlines(uid, newest))

    def read(self, reflection_id: str, number: int) -> Reflection:
        """Read one version whole.

        Raises:
            NoSuchReflection, NoSuchVersion: there is none, or its words were removed for good.
            JournalDamaged: it is not as it was kept.
        """
        uid = cleaned(reflection_id)
        newest = self._present(uid)
        count = self._revisions.count(uid)
        if not 1 <= number <= count:
            raise NoSuchVersion(
                "This reflection has one version, number 1."
                if count == 1
                else f"This reflection has {count} versions, numbered 1 to {count}."
            )
        if number < count:
            return reflection_of(self._kept(uid, number))
        refuse_older(newest, self._revisions)
        return reflection_of(newest)

    def purge(self, reflection_id: str, at: datetime) -> int:
        """Remove the words of all versions but the newest for good; give of how many.

        Traces stay in the file until it is swept.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        uid = cleaned(reflection_id)
        self._keeping.refuse_held(uid)
        self._newest(uid)
        present, last = self._keeping.of(uid), self._revisions.count(uid) - 1
        if last <= present.purged_to:
            return 0
        self._revisions.seal(uid)

        def purge() -> None:
            self._database.run(_PURGE, (uid, last))
            self._keeping.put(uid, replace(present, purged_to=last), at)
            self._evidence.drop_unreferred()
            note_unswept(self._database)

        self._database.write(purge)
        return last - present.purged_to

    def _outlines(self, uid: str, newest: ReflectionRecord) -> Iterator[VersionOutline]:
        is_newest = True
        for number, made_at, content, content_hash in self._database.each_row(_VERSIONS, (uid,)):
            made = datetime.fromisoformat(made_at)
            if is_newest:
                is_open = self._revisions.is_open(uid)
                yield _outline(number, made, newest, is_newest=True, is_open=is_open)
            elif content is None:
                yield VersionOutline(number, made, is_newest=False, is_purged=True)
            else:
                yield _outline(number, made, record_in(content, content_hash), is_newest=False)
            is_newest = False

    def _newest(self, uid: str) -> ReflectionRecord:
        newest = self._present(uid)
        refuse_older(newest, self._revisions)
        return newest

    def _present(self, uid: str) -> ReflectionRecord:
        """Give the newest version: of a reflection in the bin the record of changes holds it."""
        stored = self._reflections.stored(uid)
        if stored is not None:
            return stored[1]
        if not self._keeping.of(uid).is_binned:
            raise NoSuchReflection("The journal does not hold this reflection.")
        return self._kept(uid, self._revisions.count(uid))

    def _kept(self, uid: str, number: int) -> ReflectionRecord:
        content, content_hash = self._row(uid, number)
        if content is None:
            raise NoSuchVersion("The words of this version were removed for good.")
        return record_in(content, content_hash)

    def _row(self, uid: str, number: int) -> tuple[Any, ...]:
        found = self._database.row(_VERSION, (uid, number))
        if found is None:
            raise damaged()
        return found


def _outline(
    number: int,
    made: datetime,
    record: ReflectionRecord,
    *,
    is_newest: bool,
    is_open: bool = False,
) -> VersionOutline:
    words = sum(len(record.text(place).split()) for place in range(len(record.answers)))
    is_complete = record.head[7] is not None
    return VersionOutline(number, made, is_newest, is_complete, words, is_open=is_open)
