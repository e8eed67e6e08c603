"""What the database or the disk refuses, turned into the one sentence a person needs."""

from __future__ import annotations

import contextlib
import errno
import zlib
from collections.abc import Iterator
from types import TracebackType

from sqlcipher3 import dbapi2

from app.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    NotEnoughMemory,
    NotSaved,
    ReadOnly,
)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_PERMISSION = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})


def damaged() -> JournalDamaged:
    """Say that the database has damage."""
    return JournalDamaged(
        "Part of this journal’s file is damaged; it is not the passphrase. Nothing was changed. "
        "Keep the whole folder as it is, and put back a snapshot or salvage what still reads."
    )


class _ToldPlainly:
    """A class, for each statement passes here and a generator costs several times as much."""

    def __enter__(self) -> None:
        """Let the statement run."""

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Say what went wrong in our own words."""
        if isinstance(error, dbapi2.Error):
            fault = _fault_of(error)
            if fault is not None:
                # The original may hold statements: it goes no further.
                raise fault from None


_TOLD_PLAINLY = _ToldPlainly()


def told_plainly() -> _ToldPlainly:
    """Raise our own errors for the database's; what is none of the world's faults stays a bug."""
    return _TOLD_PLAINLY


def disk_fault(error: OSError) -> NotSaved:
    """Say why the file system refused a write."""
    if error.errno in _NO_ROOM:
        return DiskFull()
    if error.errno in _NO_PERMISSION:
        return ReadOnly()
    if error.errno == errno.ENAMETOOLONG:
        return NotSaved("Not saved: the name is too long for this disk. Choose a shorter one.")
    if error.errno in _NO_FOLDER:
        return NotSaved(
            "Not saved: something on the way to this place is a file, not a folder. "
            "Choose another place."
        )
    return NotSaved(
        "Not saved: the disk reported an error. What was saved before is safe. "
        "Check the disk, or use another."
    )


@contextlib.contextmanager
def told_of_opening() -> Iterator[None]:
    """Say “not opened” where a journal that is being opened meets a disk that refuses a write."""
    try:
        yield
    except NotSaved as error:
        reason, step = _NOT_OPENED.get(type(error), _DISK_ERROR)
        sentence = f"Not opened: {reason}. What was saved before is safe. {step}."
        raise JournalError(sentence) from None


@contextlib.contextmanager
def taken_as_stored() -> Iterator[None]:
    """Say that the database has damage where what it holds is not of the shape we stored.

    A page of an older state reads without a fault, and may hold another table's rows.
    """
    try:
        yield
    except _WRONG_SHAPE:
        raise damaged() from None


def _fault_of(error: dbapi2.Error) -> JournalError | None:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if str(error).startswith("invalid uri"):
        return _no_such_address()
    if str(error).startswith(("vtable constructor failed", "Could not decode to UTF-8")):
        return damaged()
    for prefix, fault in _FAULTS if name else _FAULTS_BY_MESSAGE:
        if (name or str(error)).startswith(prefix):
            return fault()
    return None


def _no_such_address() -> JournalError:
    return JournalError(
        "This folder’s path is of a kind that cannot be opened. Nothing was changed. "
        "Choose the folder by another path, or copy it to this computer."
    )


def _no_memory() -> NotEnoughMemory:
    return NotEnoughMemory("There is too little free memory. Close other programs and try again.")


def _disk_error() -> NotSaved:
    return disk_fault(OSError(errno.EIO, ""))


_NOT_OPENED = {
    DiskFull: ("the disk is full", "Make room and try again"),
    ReadOnly: ("this folder cannot be written to", "Check who may write in it"),
}
_DISK_ERROR = ("the disk reported an error", "Check the disk, or copy the folder to another")
_WRONG_SHAPE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    zlib.error,
)
_FAULTS = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_READONLY", ReadOnly),
    ("SQLITE_PERM", ReadOnly),
    ("SQLITE_CANTOPEN", ReadOnly),  # of the rollback journal: the database itself was found
    ("SQLITE_BUSY", JournalInUse),
    ("SQLITE_LOCKED", JournalInUse),
    ("SQLITE_PROTOCOL", JournalInUse),
    ("SQLITE_NOTADB", damaged),
    ("SQLITE_CORRUPT", damaged),
    ("SQLITE_CONSTRAINT", damaged),  # we break none: two parts of the file do not fit together
    ("SQLITE_NOMEM", _no_memory),
    ("SQLITE_IOERR_NOMEM", _no_memory),
    ("SQLITE_IOERR_READ", damaged),
    ("SQLITE_IOERR_SHORT_READ", damaged),
    ("SQLITE_IOERR_CORRUPTFS", damaged),
    ("SQLITE_IOERR_DATA", damaged),
    ("SQLITE_IOERR", _disk_error),
)
# Copying a whole database gives no name with its errors, only SQLite's own sentence.
_FAULTS_BY_MESSAGE = (
    ("database or disk is full", DiskFull),
    ("attempt to write a readonly database", ReadOnly),
    ("disk I/O error", _disk_error),
    ("database is locked", JournalInUse),
    ("database disk image is malformed", damaged),
    ("file is not a database", damaged),
)
