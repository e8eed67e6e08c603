"""Everything that a journal holds, record by record, as an open copy carries it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from app.domain.open_copy import (
    SHAPES,
    CopiedAnswer,
    CopiedChange,
    CopiedFile,
    CopiedForm,
    CopiedKind,
    CopiedOwnForm,
    CopiedPreference,
    CopiedReflection,
    CopiedWordForm,
    CopyOverview,
)
from app.domain.sharing import Sharing, sharing_words
from app.vault.connection import Database
from app.vault.evidence import LOST
from app.vault.evidence_references import kept_references, present_references
from app.vault.faults import damaged, taken_as_stored
from app.vault.open_copy_tables import COUNTED, FILES, ORIGIN, TABLES, CopiedTable
from app.vault.reflection_record import ReflectionRecord
from app.vault.reflections import Reflections
from app.vault.revisions import chain_of, hash_of, origin_of, vault_id_in
from app.vault.stored_json import data_in

_CANONICAL = msgspec.json.Encoder(order="sorted")
_COUNTS = {kind: f"SELECT count(*) FROM {rows}" for kind, rows in COUNTED.items()}  # noqa: S608
_AT_ONCE = 40  # reflections that are held in memory together
_REFLECTIONS = "SELECT id, day FROM reflection ORDER BY id"
_CHANGES = """
SELECT seq, reflection_uid, number, made_at, saves, content_hash, content FROM revision ORDER BY seq
"""
_LINKS = """
SELECT seq, reflection_uid, number, made_at, saves, content_hash FROM revision ORDER BY seq
"""
_LINK = ("seq", "reflection_uid", "number", "made_at", "saves", "content_hash")
_PIECES = """
SELECT content FROM evidence_part JOIN evidence ON evidence.id = evidence WHERE uid = ?
ORDER BY position
"""
_OWN_FORM = "SELECT file FROM own_form WHERE id = ? AND version = ?"
_WORD_FORM = "SELECT file FROM word_form WHERE uid = ?"


class OpenCopyRecords:
    """Reads the tables of one open journal; nothing else may be written meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reflections = Reflections(database)

    def overview(self) -> CopyOverview:
        """Say how much there is, and where the record of changes begins and ends."""
        counts = {kind: self._number(query) for kind, query in _COUNTS.items()}
        file_bytes = self._number("SELECT coalesce(sum(size_bytes), 0) FROM evidence")
        found = self._database.row("SELECT value FROM preference WHERE name = ?", (ORIGIN,))
        with taken_as_stored():
            own = origin_of(vault_id_in(self._database))
            origin = bytes.fromhex(found[0]) if found else own
            end = self._end_from(origin)
        return CopyOverview(counts, file_bytes, origin.hex(), end.hex())

    def records(self, kind: CopiedKind) -> Iterator[Any]:
        """Give the records of a kind one by one, in their order.

        Raises:
            JournalDamaged: part of it does not read as it was stored.
        """
        by_hand: dict[CopiedKind, Callable[[], Iterator[Any]]] = {
            CopiedKind.REFLECTIONS: self._each_reflection,
            CopiedKind.CHANGES: self._changes,
            CopiedKind.FILES: self._files,
        }
        if kind in by_hand:
            return by_hand[kind]()
        return self._rows(kind, TABLES[kind])

    def content(self, record: Any) -> Iterator[bytes]:
        """Give the file that belongs to a record in pieces."""
        match record:
            case CopiedFile():
                for (piece,) in self._database.each_row(_PIECES, (record.id,)):
                    yield _bytes(piece)
            case CopiedOwnForm():
                row = self._database.row(_OWN_FORM, (record.id, record.version))
                yield str(row[0]).encode() if row else b""
            case CopiedWordForm():
                row = self._database.row(_WORD_FORM, (record.id,))
                yield _bytes(row[0]) if row else b""

    def _number(self, query: str) -> int:
        found = self._database.row(query)
        return int(found[0]) if found else 0

    def _end_from(self, chain: bytes) -> bytes:
        for row in self._database.each_row(_LINKS):
            chain = chain_of(chain, dict(zip(_LINK, row, strict=True)))
        return chain

    def _rows(self, kind: CopiedKind, table: CopiedTable) -> Iterator[Any]:
        shape = SHAPES[kind]
        for row in self._database.each_row(table.query()):
            with taken_as_stored():
                values = [
                    bytes(value).hex() if name in table.hexed else value
                    for name, value in zip(table.columns, row, strict=True)
                ]
                record = _told(shape, values)
            yield record

    def _each_reflection(self) -> Iterator[CopiedReflection]:
        rows = self._database.rows(_REFLECTIONS)
        for start in range(0, len(rows), _AT_ONCE):
            chunk = rows[start : start + _AT_ONCE]
            records = self._reflections.records([row[0] for row in chunk])
            for (_, day), record in zip(chunk, records, strict=True):
                yield copied_reflection(record, day)

    def _changes(self) -> Iterator[CopiedChange]:
        for seq, uid, number, made_at, saves, content_hash, kept in self._database.each_row(
            _CHANGES
        ):
            with taken_as_stored():
                content = None if kept is None else _content(kept, content_hash)
                change = CopiedChange(
                    seq, uid, number, made_at, saves, bytes(content_hash).hex(), content
                )
            yield change

    def _files(self) -> Iterator[CopiedFile]:
        names: dict[str, str] = {}
        if self._database.row("SELECT 1 FROM evidence LIMIT 1"):
            for found in (
                present_references(self._database),
                kept_references(self._database, skips_damaged=True),
            ):
                for each in found:
                    names.setdefault(each.file.id, each.file.name)
        for uid, reflection, size, sha256, added_at in self._database.each_row(FILES.query()):
            with taken_as_stored():
                hashed = "" if sha256 == LOST else bytes(sha256).hex()
                name = names.get(uid, "")
            yield CopiedFile(uid, reflection, name, size, hashed, added_at)


def copied_reflection(record: ReflectionRecord, day: str) -> CopiedReflection:
    """Give a reflection's rows as a copy carries them.

    Raises:
        JournalDamaged: they are not of the shape that was stored.
    """
    uid, form, version, title, event_date, begun_at, changed_at, completed_at = record.head
    with taken_as_stored():
        answers = tuple(
            CopiedAnswer(
                prompt, kind, tuple(sharing_words(Sharing(sharing))), msgspec.json.decode(value)
            )
            for prompt, kind, sharing, value in record.answers
        )
    return CopiedReflection(
        uid,
        form,
        version,
        title,
        day,
        event_date,
        begun_at,
        changed_at,
        completed_at,
        record.themes,
        answers,
    )


def _told(shape: type, values: list[Any]) -> Any:
    if shape is CopiedForm:
        form_id, version, title, definition = values
        return CopiedForm(form_id, version, title, *data_in(definition))
    if shape is CopiedWordForm:
        uid, name, mapping, added_at = values
        return CopiedWordForm(uid, name, *data_in(mapping), added_at)
    if shape is CopiedPreference:
        return CopiedPreference(values[0], *data_in(values[1]))
    return shape(*values)


def _content(kept: bytes, content_hash: bytes) -> Any:
    """Give a version's content as data; as a text where it would not come back the same."""
    text = zlib.decompress(kept)
    if hash_of(text) != content_hash:
        raise damaged()
    data = msgspec.json.decode(text)
    return data if _CANONICAL.encode(data) == text else text.decode()


def _bytes(stored: object) -> bytes:
    if not isinstance(stored, bytes):
        raise damaged()
    return stored
