"""Room kept on the disk for the last words: given back when the disk is full."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

from app.durable_file import write_durably

NAME = "reserve.bin"
SIZE_BYTES = 8 * 1024 * 1024
_LEAST_FREE_BYTES = 4 * SIZE_BYTES
_SECONDS_BETWEEN_TRIES = 20


class Reserve:
    """The file reserve.bin in a journal's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._is_wanted = True  # until it was looked for
        self._tried_at = 0.0

    def release(self) -> bool:
        """Give the room back; say whether there was any."""
        self._is_wanted = True
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def restore(self) -> None:
        """Keep the room again, if the disk has plenty; otherwise it is tried again later."""
        self._tried_at = time.monotonic()
        with contextlib.suppress(OSError):
            is_there = self._path.exists() and self._path.stat().st_size == SIZE_BYTES
            if not is_there and shutil.disk_usage(self._path.parent).free >= _LEAST_FREE_BYTES:
                # Random, so that no file system stores it in less room.
                write_durably(self._path, os.urandom(SIZE_BYTES))
                is_there = True
            self._is_wanted = not is_there

    def keep_again(self) -> None:
        """Keep the room again where it was given back and the disk has plenty by now."""
        if self._is_wanted and time.monotonic() - self._tried_at >= _SECONDS_BETWEEN_TRIES:
            self.restore()
