"""Writes a file wholly or not at all, so that neither a crash nor a full disk leaves half of it.

The new bytes go to a new file in the same folder, readable by the owner only, are forced to the
disk, read back and compared, and only then take the place of the old file. A link at the target
is replaced, never followed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from pathlib import Path

_REPLACE_TRIES = 7
_FIRST_PAUSE_SECONDS = 0.05
_BUSY_ON_WINDOWS = frozenset({5, 32, 33})


def write_durably(target: Path, data: bytes) -> None:
    """Put data at target, whole.

    Raises:
        OSError: nothing was changed at target.
    """
    fresh = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.new")
    try:
        _write_new(fresh, data)
        _check_written(fresh, data)
        _replace(fresh, target)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_written(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise OSError(errno.EIO, "what was read back differs from what was written")


def _write_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _sync(handle)
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        os.fsync(handle)
        return
    # On macOS a plain fsync leaves the bytes in the drive's own cache.
    if hasattr(fcntl, "F_FULLFSYNC"):
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _replace(fresh: Path, target: Path) -> None:
    # Virus scanners and indexers on Windows hold a new file for a moment.
    pause = _FIRST_PAUSE_SECONDS
    for attempt in range(1, _REPLACE_TRIES + 1):
        try:
            fresh.replace(target)
        except PermissionError as error:
            busy = getattr(error, "winerror", None) in _BUSY_ON_WINDOWS
            if not busy or attempt == _REPLACE_TRIES:
                raise
            time.sleep(pause)
            pause *= 2
        else:
            return
