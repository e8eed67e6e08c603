"""The bin: reflections taken out of the journal, that can be brought back for thirty days.

A reflection in the bin has no row in any table that lists, searches or counts; the record of
changes holds its words. So nothing that reads the journal need know of the bin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.errors import NoSuchReflection
from app.domain.listed_title import listed_title
from app.domain.progress import Progress, part_of, unwatched
from app.domain.reflection import Reflection
from app.domain.retention import BinEntry, Keeping, leaves_on
from app.vault import sweeping
from app.vault.belongings import forget_belongings, forget_ended_imports
from app.vault.connection import Database, Row
from app.vault.evidence import EvidenceTable
from app.vault.faults import damaged
from app.vault.follow_ups import close_again, open_again
from app.vault.keeping import KeepingTable
from app.vault.kept_forms import KeptForms
from app.vault.kept_version import compressed, record_in
from app.vault.reflection_record import ReflectionRecord, day_of, record_of, reflection_of
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions, hash_of, keeping_name
from app.vault.stored_text import cleaned
from app.vault.word_index import WordIndex

_NEWEST = """
SELECT seq, content, content_hash FROM revision WHERE reflection_uid = ?
ORDER BY number DESC LIMIT 1
"""
_KEEP_NEWEST = "UPDATE revision SET content = ? WHERE seq = ?"
_PURGE_ALL = "UPDATE revision SET content = NULL WHERE reflection_uid = ?"
_BINNED = "SELECT max(seq) FROM revision WHERE reflection_uid = ?"
_DAYS = "SELECT substr(made_at, 1, 10), max(seq) FROM revision GROUP BY 1"
_DAYS_OF_WRITING = 2
_TAKEN_OUT = 0.7


class Bin:
    """Moves reflections into the bin and out of it, back into the journal or for good."""

    def __init__(
        self,
        database: Database,
        tables: tuple[Reflections, Revisions, KeepingTable, KeptForms, EvidenceTable],
        word_index: WordIndex,
        left_list: Callable[[int], None],
    ) -> None:
        """Join the parts; left_list is called with the inside id of what came or went."""
        self._database = database
        self._reflections, self._revisions, self._keeping, self._forms, self._evidence = tables
        self._word_index = word_index
        self._left_list = left_list

    def put(self, reflection_id: str, at: datetime) -> None:
        """Move a reflection into the bin.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        uid = cleaned(reflection_id)
        self._keeping.refuse_held(uid)
        stored = self._reflections.stored(uid)
        if stored is None:
            raise NoSuchReflection("The journal does not hold this reflection.")
        self._revisions.seal(uid)
        self._database.write(lambda: self._put(stored[0], stored[1], at))
        self._left_list(stored[0])

    def take_back(self, reflection_id: str, at: datetime) -> None:
        """Bring a reflection back from the bin; one that is on hold too.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        uid = cleaned(reflection_id)
        self._refuse_outside((uid,))
        self._left_list(self._database.write(lambda: self._take_back(uid, at)))

    def entries(self) -> tuple[BinEntry, ...]:
        """Give what lies in the bin, what was put there last first.

        Raises:
            JournalDamaged: part of it is not as it was kept.
        """
        titles = self._forms.titles()
        entries = []
        for uid, keeping in self._keeping.all().items():
            if keeping.binned_at is not None:
                kept = reflection_of(self._kept(uid)[1])
                form_title = titles.get((kept.form_id, kept.form_version), kept.form_id)
                entries.append(
                    BinEntry(
                        uid,
                        listed_title(kept.title, kept.form_id, kept.event_date),
                        form_title,
                        kept.begun_at,
                        keeping.binned_at,
                        keeping.is_held,
                    )
                )
        return tuple(sorted(entries, key=lambda entry: entry.binned_at, reverse=True))

    def reflections(self) -> tuple[Reflection, ...]:
        """Read what lies in the bin.

        Raises:
            JournalDamaged: part of it is not as it was kept.
        """
        binned = (uid for uid, keeping in self._keeping.all().items() if keeping.is_binned)
        return tuple(reflection_of(self._kept(uid)[1]) for uid in binned)

    def put_version(self, reflection: Reflection) -> None:
        """Give what lies in the bin a new version there, inside a transaction.

        Raises:
            OnHold, NoSuchReflection: nothing was changed.
        """
        self._refuse_outside((reflection.id,))
        self._keeping.refuse_held(reflection.id)
        record = record_of(reflection)
        content = record.canonical()
        self._revisions.append(record, hash_of(content), self._kept(record.uid)[1])
        self._database.run(_KEEP_NEWEST, (compressed(content), self._newest(record.uid)[0]))

    def due(self, now: datetime) -> tuple[str, ...]:
        """Give those that may leave the bin by themselves.

        A clock that was set forward must not remove anything early. So their time must have passed
        by the clock, and on two days since then something must have been written: what stands
        before its binning in the record of changes was not, whatever day the clock said then.
        """
        binned = [
            (uid, keeping.binned_at)
            for uid, keeping in self._keeping.all().items()
            if keeping.binned_at is not None and not keeping.is_held
        ]
        past = [(uid, at) for uid, at in binned if leaves_on(at) <= now]
        if not past:
            return ()
        last_of = self._database.rows(_DAYS)
        return tuple(uid for uid, at in past if self._is_due(uid, leaves_on(at), last_of))

    def empty(self, reflection_ids: Sequence[str], at: datetime) -> None:
        """Remove reflections from the bin for good; all of them, or none.

        Traces stay in the file until it is swept.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        uids = tuple(dict.fromkeys(cleaned(each) for each in reflection_ids))
        self._refuse_outside(uids)
        for uid in uids:
            self._keeping.refuse_held(uid)
        if uids:
            self._database.write(lambda: self._empty(uids, at))

    def remove(self, uids: Sequence[str], at: datetime, progress: Progress) -> None:
        """Remove reflections for good, from the journal or from the bin, inside a transaction.

        Traces stay in the file until it is swept.
        """
        for place, uid in enumerate(uids, start=1):
            stored = self._reflections.stored(uid)
            if stored is not None:
                self._take_out(*stored)
                self._left_list(stored[0])
            progress(_TAKEN_OUT * place / len(uids))
        if uids:
            self._empty(uids, at, part_of(progress, _TAKEN_OUT, 1))

    def is_unswept(self) -> bool:
        """Say whether traces of what was removed may still be in the file."""
        return sweeping.is_unswept(self._database)

    def sweep(self, progress: Progress) -> None:
        """Leave no trace of what was removed in the indexes and the file.

        Raises:
            Cancelled, NotSaved, NotEnoughMemory: traces may still be there.
        """
        sweeping.sweep(self._database, progress)

    def _is_due(self, uid: str, leaves_at: datetime, last_of: Sequence[Row]) -> bool:
        ((binned,),) = self._database.rows(_BINNED, (keeping_name(uid),))
        if binned is None:
            return False
        leaves_on_day = leaves_at.date().isoformat()
        days = [day for day, seq in last_of if day >= leaves_on_day and seq > binned]
        return len(days) >= _DAYS_OF_WRITING

    def _put(self, reflection: int, record: ReflectionRecord, at: datetime) -> None:
        uid = record.uid
        content = self._take_out(reflection, record)
        self._database.run(_KEEP_NEWEST, (compressed(content), self._newest(uid)[0]))
        self._keeping.put(uid, replace(self._keeping.of(uid), binned_at=at), at)
        if not record.is_complete:
            open_again(self._database, uid)

    def _take_out(self, reflection: int, record: ReflectionRecord) -> bytes:
        """Take a reflection out of every table that lists it; give what it held."""
        content = record.canonical()
        if not self._revisions.is_newest(record.uid, hash_of(content)):
            raise damaged()
        self._word_index.remove(reflection)
        self._reflections.remove(reflection)
        return content

    def _take_back(self, uid: str, at: datetime) -> int:
        seq, record = self._kept(uid)
        reflection = self._reflections.save(record, day_of(reflection_of(record)), None)
        self._word_index.note(reflection)
        self._database.run(_KEEP_NEWEST, (None, seq))
        self._keeping.put(uid, replace(self._keeping.of(uid), binned_at=None), at)
        close_again(self._database, uid, record.moment_begun)
        return reflection

    def _empty(self, uids: Sequence[str], at: datetime, progress: Progress = unwatched) -> None:
        for place, uid in enumerate(uids, start=1):
            last = self._revisions.count(uid)
            self._database.run(_PURGE_ALL, (uid,))
            forget_belongings(self._database, uid)
            self._keeping.put(uid, Keeping(emptied_at=at, purged_to=last), at)
            progress(place / len(uids))
        forget_ended_imports(self._database)
        self._evidence.drop_of(uids)
        sweeping.note_unswept(self._database)

    def _kept(self, uid: str) -> tuple[int, ReflectionRecord]:
        seq, content, content_hash = self._newest(uid)
        return seq, record_in(content, content_hash)

    def _newest(self, uid: str) -> tuple[int, object, object]:
        found = self._database.row(_NEWEST, (uid,))
        if found is None:
            raise damaged()
        return found[0], found[1], found[2]

    def _refuse_outside(self, uids: Sequence[str]) -> None:
        for uid in uids:
            if not self._keeping.of(uid).is_binned:
                raise NoSuchReflection("This reflection is not in the bin.")
