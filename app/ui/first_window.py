"""Which window is the first of this person's on this computer, as the kernel sees it.

The lock lies on an open file, so it ends with the process, however that ends: nothing stale is
ever left behind, and nobody is asked about files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LOCK_FILE, _SOCKET_FILE = "window.lock", "window.socket"
_LONGEST_SOCKET_PATH = 80  # the kernel takes 107 bytes; Qt adds some while it makes the socket


class FirstWindow:
    """The right to be the one window; kept until the process ends."""

    def __init__(self, data_folder: Path) -> None:
        """Windows that share this folder share the right."""
        self._data_folder = data_folder
        self._handle = -1

    @property
    def is_held(self) -> bool:
        """Whether this process is the first window for certain."""
        return self._handle >= 0

    def is_ours(self) -> bool:
        """Take the right; True where it was free, or where no file can be locked at all."""
        try:
            self._data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handle = os.open(self._data_folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            self._handle = -1
            return False
        return True

    def socket_name(self) -> str:
        """Give the name of the local socket on which the first window hears of a second start."""
        # Not before the first paint.
        import hashlib
        import tempfile

        digest = hashlib.sha256(os.fsencode(self._data_folder)).hexdigest()[:16]
        if sys.platform == "win32":
            return f"afterword-{digest}"
        elsewhere = f"afterword-{os.getuid()}-{digest}"
        shared = Path("/tmp", elsewhere)  # noqa: S108 - readable by its owner only, and of no content
        places = (self._data_folder / _SOCKET_FILE, Path(tempfile.gettempdir(), elsewhere), shared)
        return str(next((place for place in places if _is_short(place)), shared))


def _is_short(path: Path) -> bool:
    return len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
