"""Puts everything of an open copy into a new journal, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from app.domain.counted_progress import CountedProgress
from app.domain.errors import NotBroughtIn
from app.domain.evidence import MOST_FILE_BYTES, MOST_JOURNAL_BYTES, PIECE_BYTES
from app.domain.open_copy import (
    CopiedFile,
    CopiedForm,
    CopiedKind,
    CopiedPreference,
    CopiedRecords,
    CopiedReflection,
    CopiedWordForm,
    place_of,
)
from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.keeping_check import keeping_troubles
from app.vault.open_copy_changes import ChangesOfCopy
from app.vault.open_copy_checks import (
    Unfit,
    demand,
    fitting_form,
    fitting_mapping,
    fitting_preference,
    fitting_record,
    refuse_unfit,
)
from app.vault.open_copy_tables import (
    FILES,
    OF_THIS_JOURNAL,
    ORIGIN,
    TABLES,
    is_of_people_key,
)
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions, hash_of, origin_of, vault_id_in
from app.vault.word_index import put_words

_PUT_PIECE = "INSERT INTO evidence_part (evidence, position, content) VALUES (?, ?, ?)"
_PUT_ORIGIN = "INSERT INTO preference VALUES (?, ?)"
_BYTES_IN_A_STEP = 50_000
_OTHER_NUMBER = "It has another number of entries than journal.json says."
_MOST_FORM_BYTES = 1 << 20
_MOST_WORD_FORM_BYTES = 20 << 20  # app/services/word_forms.py takes no larger ones


class OpenCopyFilling:
    """Writes records into the tables of one empty journal, inside a transaction."""

    def __init__(self, database: Database, copy: CopiedRecords, progress: Progress) -> None:
        self._database, self._copy = database, copy
        self._overview = copy.overview()
        steps = sum(self._overview.counts.values())
        steps += self._overview.file_bytes // _BYTES_IN_A_STEP
        self._progress = CountedProgress(progress, steps)
        self._reflections = Reflections(database)
        self._changes = ChangesOfCopy(
            database,
            origin_of(vault_id_in(database)),
            bytes.fromhex(self._overview.record_origin),
        )
        self._file_bytes = 0

    def fill(self) -> None:
        """Write everything, and see that all of it fits together.

        Raises:
            NotBroughtIn: a record is none that a journal would have given; its place and why.
            Cancelled, NotSaved: nothing counts.
        """
        putting: dict[CopiedKind, Callable[[Any], None]] = {
            CopiedKind.FORMS: self._put_form,
            CopiedKind.OWN_FORMS: self._put_own_form,
            CopiedKind.REFLECTIONS: self._put_reflection,
            CopiedKind.CHANGES: self._changes.put,
            CopiedKind.KEEPING: self._put_decision,
            CopiedKind.FILES: self._put_file,
            CopiedKind.LINKS: self._put_link,
            CopiedKind.WORD_FORMS: self._put_word_form,
            CopiedKind.PEOPLE_KEY: lambda each: self._put_preference(each, of_people=True),
            CopiedKind.PREFERENCES: lambda each: self._put_preference(each, of_people=False),
        }
        for kind in CopiedKind:
            self._put_each(kind, putting.get(kind) or self._putting_rows(kind))
        self._refuse_loose_ends()
        if self._overview.record_origin != origin_of(vault_id_in(self._database)).hex():
            self._database.run(_PUT_ORIGIN, (ORIGIN, self._overview.record_origin))

    def _put_each(self, kind: CopiedKind, put: Callable[[Any], None]) -> None:
        seen: set[tuple[Any, ...]] = set()
        number = 0
        for number, record in enumerate(self._copy.records(kind), start=1):
            try:
                key = _key_of(kind, record)
                demand(key not in seen, "it stands here twice")
                seen.add(key)
                put(record)
            except Unfit as unfit:
                raise NotBroughtIn(place_of(kind, number), f"{unfit}.") from None
            self._progress.step()
        if number != self._overview.counts[kind]:
            raise NotBroughtIn(kind.path, _OTHER_NUMBER)

    def _putting_rows(self, kind: CopiedKind) -> Callable[[Any], None]:
        table = TABLES[kind]
        statement = table.insertion()

        def put(record: Any) -> None:
            refuse_unfit(record)
            values = [getattr(record, name) for name in record.__slots__]
            pairs = zip(table.columns, values, strict=True)
            row = [bytes.fromhex(value) if name in table.hexed else value for name, value in pairs]
            self._database.run(statement, row)

        return put

    def _put_form(self, form: CopiedForm) -> None:
        row = (form.id, form.version, form.title, fitting_form(form))
        self._database.run(TABLES[CopiedKind.FORMS].insertion(), row)

    def _put_own_form(self, form: Any) -> None:
        refuse_unfit(form)
        try:
            text = self._whole(form, _MOST_FORM_BYTES).decode()
        except UnicodeDecodeError:
            raise Unfit("its form is not UTF-8 text") from None
        row = (form.id, form.version, form.made_at, text)
        self._database.run(TABLES[CopiedKind.OWN_FORMS].insertion("file"), row)

    def _put_reflection(self, copied: CopiedReflection) -> None:
        record = fitting_record(copied)
        self._changes.expect(record.uid, hash_of(record.canonical()))
        saved = self._reflections.save(record, copied.day, None)
        put_words(self._database.run, saved, record)

    def _put_decision(self, decision: Any) -> None:
        self._putting_rows(CopiedKind.KEEPING)(decision)
        if decision.binned_at or decision.emptied_at:
            self._changes.away.add(decision.reflection)

    def _put_link(self, link: Any) -> None:
        demand(link.one < link.other, "the smaller id does not come first")
        self._putting_rows(CopiedKind.LINKS)(link)

    def _put_file(self, file: CopiedFile) -> None:
        refuse_unfit(file)
        self._file_bytes += file.size_bytes if file.sha256 else 0
        is_small = file.size_bytes <= MOST_FILE_BYTES and self._file_bytes <= MOST_JOURNAL_BYTES
        demand(is_small, "its file is larger than a journal keeps")
        row = (file.id, file.reflection, file.size_bytes, bytes.fromhex(file.sha256), file.added_at)
        evidence = self._database.run(FILES.insertion(), row)
        if not file.sha256:
            return
        digest, size = hashlib.sha256(), 0
        for position, piece in enumerate(_pieces(self._copy.content(file))):
            digest.update(piece)
            size += len(piece)
            demand(size <= file.size_bytes, "its file is not what the hash says")
            self._database.run(_PUT_PIECE, (evidence, position, piece))
            self._progress.step(len(piece) // _BYTES_IN_A_STEP)
        is_whole = (size, digest.hexdigest()) == (file.size_bytes, file.sha256)
        demand(is_whole, "its file is not what the hash says")

    def _put_word_form(self, form: CopiedWordForm) -> None:
        mapping = fitting_mapping(form)
        file = self._whole(form, _MOST_WORD_FORM_BYTES)
        row = (form.id, form.name, mapping, form.added_at, file)
        self._database.run(TABLES[CopiedKind.WORD_FORMS].insertion("file"), row)

    def _put_preference(self, kept: CopiedPreference, *, of_people: bool) -> None:
        text = fitting_preference(kept)
        demand(kept.name not in OF_THIS_JOURNAL, "this belongs to another journal’s file")
        demand(is_of_people_key(kept.name) == of_people, "it stands in the wrong file")
        self._database.run(TABLES[CopiedKind.PREFERENCES].insertion(), (kept.name, text))

    def _whole(self, record: Any, most: int) -> bytes:
        content = bytearray()
        for piece in self._copy.content(record):
            content += piece
            demand(len(content) <= most, "its file is too large")
        return bytes(content)

    def _refuse_loose_ends(self) -> None:
        self._changes.refuse_loose_ends(self._overview.record_end)
        if any(keeping_troubles(self._database, Revisions(self._database))):
            raise NotBroughtIn(
                CopiedKind.KEEPING.path, "It does not agree with the record of changes."
            )


def _key_of(kind: CopiedKind, record: Any) -> tuple[Any, ...]:
    """Give what no two records of a kind share, so that no table has to refuse one."""
    names: tuple[str, ...] = _KEYS.get(kind, (record.__slots__[0],))
    return tuple(getattr(record, name) for name in names)


_KEYS: dict[CopiedKind, tuple[str, ...]] = {
    CopiedKind.FORMS: ("id", "version"),
    CopiedKind.OWN_FORMS: ("id", "version"),
    CopiedKind.LINKS: ("one", "other"),
    CopiedKind.FOLLOW_UPS: ("reflection", "made_at"),
}


def _pieces(content: Iterator[bytes]) -> Iterator[bytes]:
    """Give content in the pieces in which a journal keeps it."""
    waiting = bytearray()
    for piece in content:
        waiting += piece
        while len(waiting) >= PIECE_BYTES:
            yield bytes(waiting[:PIECE_BYTES])
            del waiting[:PIECE_BYTES]
    if waiting:
        yield bytes(waiting)
