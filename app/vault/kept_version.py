"""The content of one version as the record of changes keeps it: JSON, compressed, with its hash."""

from __future__ import annotations

import hashlib
import json
import zlib

from app.vault.faults import damaged, taken_as_stored
from app.vault.reflection_record import HEAD_COLUMNS, ReflectionRecord, stored_record


def compressed(content: bytes) -> bytes:
    """Give a record's canonical text as it is kept."""
    return zlib.compress(content)


def record_in(kept: object, content_hash: object) -> ReflectionRecord:
    """Read the rows of a reflection back from a kept content.

    Raises:
        JournalDamaged: it is not what its hash says.
    """
    if not isinstance(kept, bytes):
        raise damaged()
    with taken_as_stored():
        content = zlib.decompress(kept)
        if hashlib.sha256(content).digest() != content_hash:
            raise damaged()
        return _record(json.loads(content))


def _record(plain: dict[str, object]) -> ReflectionRecord:
    head = [plain[column] for column in HEAD_COLUMNS.split(", ")]
    answers, themes = plain["answers"], plain["themes"]
    if not isinstance(answers, list) or not isinstance(themes, list):
        raise damaged()
    rows = [
        (each["prompt"], each["kind"], each["sharing"], _json(each["value"])) for each in answers
    ]
    return stored_record(head, rows, themes)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
