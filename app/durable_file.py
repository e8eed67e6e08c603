"""Writes a file wholly or not at all, so that neither a crash nor a full disk leaves half of it.

The new bytes go to a new file in the same folder, readable by the owner only, are forced to the
disk, read back and compared, and only then take the place of the old file. A link at the target
is replaced, never followed. What a killed program left behind can be swept by its name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_REPLACE_TRIES = 7
_FIRST_PAUSE_SECONDS = 0.05
_BUSY_ON_WINDOWS = frozenset({5, 32, 33})


def write_durably(target: Path, data: bytes) -> None:
    """Put data at target, whole.

    Raises:
        OSError: nothing was changed at target.
    """
    with synced_names(target.parent) as sync:
        fresh = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.new")
        try:
            _write_new(fresh, data)
            _check_written(fresh, data)
            _replace(fresh, target)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        # The new bytes are at target already: a refusal now must not be told as one of them.
        with contextlib.suppress(OSError):
            sync()


@contextlib.contextmanager
def synced_names(folder: Path) -> Iterator[Callable[[], None]]:
    """Open a folder and give what forces its list of names to the disk.

    A folder that refuses does so here, before anything is written; Windows has no such call.
    """
    if os.name == "nt":
        yield _nothing_to_sync
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield lambda: os.fsync(handle)
    finally:
        os.close(handle)


def sweep_leftovers(folder: Path, names: Iterable[str]) -> None:
    """Remove what writing these files left in their folder when the program was killed."""
    known = "|".join(re.escape(name[:40]) for name in names)
    leftover = re.compile(rf"\.(?:{known})\.[0-9a-f]{{8}}\.new")
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if leftover.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    path.unlink()


def force_to_disk(path: Path) -> None:
    """Force the bytes of a file that was written another way to the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        _sync(handle)
    finally:
        os.close(handle)


def put_in_place(fresh: Path, target: Path) -> None:
    """Give a finished file its name, in the place of what had it, and force the name to the disk.

    Raises:
        OSError: nothing was changed at target.
    """
    with synced_names(target.parent) as sync:
        _replace(fresh, target)
        with contextlib.suppress(OSError):
            sync()


def _nothing_to_sync() -> None:
    pass


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
