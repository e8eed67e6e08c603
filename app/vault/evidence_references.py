"""Which files the reflections refer to, in their present words and in every kept version."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.answer import Evidence, EvidenceFile
from app.domain.answer_plain import from_plain
from app.domain.errors import JournalDamaged
from app.domain.form import PromptKind
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.kept_version import record_in
from app.vault.reflection_record import ReflectionRecord

_KIND = PromptKind.EVIDENCE.value
_PRESENT = f"""
SELECT uid, value FROM answer JOIN reflection ON reflection.id = answer.reflection
WHERE kind = '{_KIND}' ORDER BY answer.reflection, position
"""  # noqa: S608 - our own word
_KEPT = "SELECT reflection_uid, content, content_hash FROM revision WHERE content IS NOT NULL"
_MARK = f'"kind":"{_KIND}"'.encode()


@dataclass(frozen=True, slots=True)
class Reference:
    """A reflection's word for a file that is kept with it."""

    reflection_uid: str
    file: EvidenceFile


def files_in(record: ReflectionRecord) -> Iterator[EvidenceFile]:
    """Give the files that one version of a reflection refers to.

    Raises:
        JournalDamaged: an answer is not of the shape that was stored.
    """
    for _, kind, _, value in record.answers:
        if kind == _KIND:
            yield from _files(value)


def present_references(database: Database) -> Iterator[Reference]:
    """Give what the reflections refer to in their present words.

    Raises:
        JournalDamaged: an answer is not of the shape that was stored.
    """
    for uid, value in database.rows(_PRESENT):
        for file in _files(value):
            yield Reference(uid, file)


def kept_references(database: Database, *, skips_damaged: bool = False) -> Iterator[Reference]:
    """Give what the kept versions refer to; of a reflection in the bin that is the newest one too.

    Every version is looked into, which takes about a second for ten thousand of them.

    Raises:
        JournalDamaged: a version does not read, and it was not asked to skip those.
    """
    damage = (JournalDamaged,) if skips_damaged else ()
    for uid, content, content_hash in database.each_row(_KEPT):
        with contextlib.suppress(*damage):
            if _may_refer(content):
                for file in files_in(record_in(content, content_hash)):
                    yield Reference(uid, file)


def _may_refer(content: object) -> bool:
    with taken_as_stored():
        if not isinstance(content, bytes):
            raise TypeError("a version is kept as bytes")
        return _MARK in zlib.decompress(content)


def _files(value: str) -> tuple[EvidenceFile, ...]:
    with taken_as_stored():
        evidence = from_plain(PromptKind.EVIDENCE, json.loads(value))
        return evidence.files if isinstance(evidence, Evidence) else ()
