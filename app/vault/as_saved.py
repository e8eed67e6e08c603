"""Refuses to show what is genuine and yet not what was saved last."""

from __future__ import annotations

from app.domain.errors import NotAsSaved
from app.vault.reflection_record import ReflectionRecord
from app.vault.revisions import Revisions


def refuse_older(record: ReflectionRecord, revisions: Revisions) -> None:
    """Compare what the tables hold of a reflection with its newest link in the record of changes.

    SQLCipher cannot: an older page of the same file, put back, verifies like a new one.

    Raises:
        NotAsSaved: an older part of the file may have been put back.
    """
    if not revisions.is_newest(record.uid, record.canonical()):
        raise NotAsSaved
