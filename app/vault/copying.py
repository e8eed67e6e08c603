"""Copies the database of an open journal to a new file, and proves a copy by opening it.

A copy counts for nothing until `contents_of` has read it back: one that was cut short is a file
like any other.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.backup import BackupContents
from app.domain.errors import DiskFull, JournalDamaged, NotBackedUp, NotSaved, ReadOnly
from app.domain.progress import Progress
from app.durable_file import force_to_disk
from app.vault import connection, recipe, session_mark
from app.vault.connection import Database, RawKey
from app.vault.faults import disk_fault, taken_as_stored, told_plainly
from app.vault.file_check import check_file
from app.vault.reserve import Reserve
from app.vault.revisions import Head, Revisions, vault_id_in

_SPAN = "SELECT count(*), min(begun_at), max(begun_at), max(changed_at) FROM reflection"
_OPENED, _PAGES_READ = 0.05, 0.25


@dataclass(frozen=True, slots=True)
class CopyContents:
    """What stands in a copy that passed every check."""

    vault: str
    head: Head
    reflections: int
    first_day: date | None
    last_day: date | None
    last_change: datetime | None


def copy_database(
    source: Database, target: Path, raw_key: RawKey, progress: Progress, *, note: str = ""
) -> None:
    """Copy an open journal to a new file under this data key and salt, page by page.

    The note is a statement of ours that is run in the copy only.

    Raises:
        OSError, NotSaved: it cannot be written there; what is at target must be removed.
        JournalDamaged: a page of the journal does not read.
        ValueError: the journal is in the middle of a change.
    """
    copy = _connected_new(target, raw_key)
    try:
        source.copy_into(copy, lambda left, whole: progress(1 - left / max(whole, 1)))
        # A copy was never open. Where this does not read, the reading back will say so.
        with contextlib.suppress(JournalDamaged), told_plainly():
            copy.execute(session_mark.REMOVE)
            if note:
                copy.execute(note)
    finally:
        copy.close()
    force_to_disk(target)


def contents_of(path: Path, raw_key: RawKey, vault: str | None, progress: Progress) -> CopyContents:
    """Open a copy, check every page and how they fit together; say what is in it.

    Raises:
        DoesNotDecrypt: the first page does not read with this key.
        JournalDamaged: it is not whole, or another vault's.
        JournalTooNew: a later version wrote it.
    """
    database = _opened_to_read(path, raw_key, vault)
    try:
        progress(_OPENED)
        _refuse(bool(database.rows("PRAGMA cipher_integrity_check")))
        progress(_PAGES_READ)
        _refuse(database.rows("PRAGMA integrity_check") != [("ok",)])
        progress(1)
        return _read(database)
    finally:
        database.close()


def head_of(path: Path, raw_key: RawKey) -> Head:
    """Say where the record of changes of a copy ends, without checking the rest of it.

    Raises:
        JournalError: it does not open.
    """
    database = _opened_to_read(path, raw_key, None)
    try:
        return Revisions(database).head()
    finally:
        database.close()


def proven(path: Path, raw_key: RawKey, head: Head, progress: Progress) -> CopyContents:
    """Open a copy that was just made and compare it with where the journal stood.

    Raises:
        NotBackedUp: it is not the same.
    """
    try:
        contents = contents_of(path, raw_key, None, progress)
    except JournalDamaged:
        raise not_the_same() from None
    if contents.head != head:
        raise not_the_same()
    return contents


def not_the_same() -> NotBackedUp:
    """Say that what was written does not read back."""
    return NotBackedUp(
        "The copy was not kept, because it did not pass every check when it was read back. "
        "The journal itself was not changed. Check the journal, and try another disk."
    )


def as_told(made_at: datetime, contents: CopyContents) -> BackupContents:
    """Give what was found in a copy, as the services know it."""
    return BackupContents(
        made_at, contents.reflections, contents.first_day, contents.last_day, contents.last_change
    )


@contextlib.contextmanager
def told_as(what: str) -> Iterator[None]:
    """Say that no copy was made where the disk refuses one, as in “No backup was made”."""
    try:
        yield
    except OSError as error:
        raise _refused(what, disk_fault(error)) from None
    except NotSaved as error:
        raise _refused(what, error) from None


def _refused(what: str, fault: NotSaved) -> NotBackedUp:
    reason = _REASONS.get(type(fault), "the disk refused it")
    return NotBackedUp(f"{what}: {reason}. What was there before is as it was.")


def _connected_new(path: Path, raw_key: RawKey) -> Any:
    path.touch(mode=0o600, exist_ok=False)
    with told_plainly():
        copy = recipe.keyed(path, *raw_key)
        # Until it has been read back this file counts for nothing, whatever becomes of it.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
    return copy


def _opened_to_read(path: Path, raw_key: RawKey, vault: str | None) -> Database:
    """Open a copy without changing it: one of an earlier format stays as it is."""
    check_file(path)
    with told_plainly():
        copy = recipe.keyed(path, *raw_key, mode="ro")
        try:
            copy.execute("PRAGMA trusted_schema = OFF")
            copy.execute("PRAGMA cell_size_check = ON")
            copy.execute("PRAGMA temp_store = MEMORY")
            copy.execute("PRAGMA mmap_size = 0")
            connection.check_first_page(copy)
            connection.check_ours(copy, vault)
        except BaseException:
            copy.close()
            raise
    return Database(copy, Reserve(path.parent), raw_key)


def _read(database: Database) -> CopyContents:
    with taken_as_stored():
        head = Revisions(database).head()
        ((count, first, last, changed),) = database.rows(_SPAN)
        return CopyContents(
            vault_id_in(database), head, int(count), _day(first), _day(last), _moment(changed)
        )


def _refuse(is_broken: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if is_broken:
        raise JournalDamaged("The copy does not pass every check. Nothing was changed.")


def _day(stored: str | None) -> date | None:
    moment = _moment(stored)
    return moment.astimezone().date() if moment else None


def _moment(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored)


_REASONS = {
    DiskFull: "the disk is full",
    ReadOnly: "this place cannot be written to",
}
