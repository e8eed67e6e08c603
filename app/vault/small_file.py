"""Reads a small file that anyone may have put there: never a link, a pipe or more than a little."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class NotASmallFile(Exception):
    """It is no ordinary file, or larger than what we ever write there."""


def read_small(path: Path, most_bytes: int) -> bytes:
    """Give all that an ordinary small file holds.

    Raises:
        OSError: it cannot be read, or is a link.
        NotASmallFile: it is not what we ever write.
    """
    # Neither a link nor a pipe is followed or waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotASmallFile
        data = os.read(handle, most_bytes + 1)
    finally:
        os.close(handle)
    if len(data) > most_bytes:
        raise NotASmallFile
    return data
