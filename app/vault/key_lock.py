"""Lets one process at a time change the keys of a journal, whether or not anybody has it open.

The system lets go of the lock with the process, so nothing is left to be cleared away. Some network
disks know no locks: there the key files are compared again just before they are written.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import JournalError
from app.vault.faults import disk_fault

_IN_USE = (
    "The keys of this journal are being changed in another window. Nothing was changed here. "
    "Wait until that is done, then try again."
)


@contextlib.contextmanager
def keys_locked(folder: Path) -> Iterator[None]:
    """Keep others from changing the keys of this folder's journal meanwhile.

    Raises:
        JournalError: another is changing them.
        NotSaved: the folder cannot be opened.
    """
    try:
        handle = _opened(folder)
    except OSError as error:
        raise disk_fault(error) from None
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    _NAME = "keys-lock"

    def _opened(folder: Path) -> int:
        # A folder cannot be locked here; the system removes this file when nobody has it open.
        return os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY, 0o600)

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise JournalError(_IN_USE) from None

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise JournalError(_IN_USE) from None
        except OSError:
            pass  # this disk knows no locks
