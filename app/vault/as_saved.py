"""Refuses to show what is genuine and yet not what was saved last."""

from __future__ import annotations

from app.domain.errors import NotAsSaved
from app.domain.reflection import Reflection
from app.vault.reflection_record import ReflectionRecord, reflection_of
from app.vault.reflections import Reflections
from app.vault.revisions import Revisions, hash_of


def read_as_saved(found: int, reflections: Reflections, revisions: Revisions) -> Reflection:
    """Read a reflection by its id inside the database, to be shown or edited.

    Raises:
        NotAsSaved: it is not what was saved last.
    """
    (record,) = reflections.records([found])
    refuse_older(record, revisions)
    return reflection_of(record)


def refuse_older(record: ReflectionRecord, revisions: Revisions) -> None:
    """Compare what the tables hold of a reflection with its newest link in the record of changes.

    SQLCipher cannot: an older page of the same file, put back, verifies like a new one.

    Raises:
        NotAsSaved: an older part of the file may have been put back.
    """
    if not revisions.is_newest(record.uid, hash_of(record.canonical())):
        raise NotAsSaved
