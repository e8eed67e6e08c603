"""Saves reflections: their rows, their link in the record of changes, their words to be indexed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.progress import Progress, unwatched
from app.domain.reflection import Reflection
from app.vault.connection import Database
from app.vault.keeping import KeepingTable
from app.vault.recorder import Recorder
from app.vault.reflection_record import ReflectionRecord, day_of, record_of
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions, hash_of
from app.vault.search import Finder
from app.vault.session_mark import SessionMark
from app.vault.word_index import WordIndex


def _not_told(_place: int) -> None:
    return None


class Saving:
    """Writes everything that a save changes in one transaction, and nothing else."""

    def __init__(
        self,
        database: Database,
        tables: tuple[Reflections, Revisions, KeepingTable],
        found_by: tuple[WordIndex, Finder],
        mark: SessionMark,
    ) -> None:
        """Join the parts that a save changes."""
        self._database = database
        self._reflections, self._revisions, self._keeping = tables
        self._word_index, self._finder = found_by
        self._mark = mark
        self._recorder = Recorder()

    def put(self, reflection: Reflection) -> None:
        """Store a reflection as it is now; when it returns, the words are on the disk.

        Raises:
            NotSaved: nothing was changed.
            OnHold, InBin, NoSuchReflection: it may not be written in, or is gone for good.
        """
        record = self._recorder.record_of(reflection)
        content_hash = hash_of(record.canonical())
        self._keeping.refuse_away(record.uid)
        if self._revisions.is_newest(record.uid, content_hash):
            return
        if self._database.write(lambda: self._put(record, content_hash, day_of(reflection))):
            self._finder.forget_order()
        self._revisions.leave_open(record.uid)

    def put_all(self, reflections: Sequence[Reflection], progress: Progress = unwatched) -> None:
        """Store many reflections in one transaction, each as a closed version of its own.

        Raises:
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """

        def stored(place: int) -> None:
            progress((place + 1) / len(reflections))

        self._database.write(lambda: self.put_each(reflections, stored))

    def put_each(
        self, reflections: Sequence[Reflection], stored: Callable[[int], None] = _not_told
    ) -> None:
        """Do so inside a transaction; stored is called after each, with its place from 0."""
        for place, reflection in enumerate(reflections):
            record = record_of(reflection)
            content_hash = hash_of(record.canonical())
            self._keeping.refuse_away(record.uid)
            if not self._revisions.is_newest(record.uid, content_hash):
                self._put(record, content_hash, day_of(reflection))
            stored(place)
        self._finder.forget_order()

    def forget(self) -> None:
        """Let the words go."""
        self._recorder.forget()

    def _put(self, record: ReflectionRecord, content_hash: bytes, day: str) -> bool:
        """Write what a save changes; say whether the order of reflections may have changed."""
        self._keeping.refuse_held(record.uid)
        self._mark.note()
        stored = self._reflections.stored(record.uid)
        before = stored[1] if stored else None
        saved = self._reflections.save(record, day, stored)
        self._finder.forget(saved)
        if before is None or not before.has_same_words(record):
            self._word_index.note(saved)
        self._revisions.append(record, content_hash, before)
        return before is None or before.moment_begun != record.moment_begun
