"""Reads files that anyone may have made, in bounded memory, never waiting for a pipe."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.importing.characters import FoundText, found_text, one_line
from app.importing.limits import LARGEST_FILE_MEBIBYTES, MEBIBYTE

_NO_SUCH_FILE = "There is no such file."
_CANNOT_BE_OPENED = "This file cannot be opened."
_NOT_ORDINARY = "This is not an ordinary file."


def shown_name(path: Path) -> str:
    """Give the own name of a file or folder in characters that can be stored and shown."""
    return one_line(path.name or path.absolute().name or "/")


def read_bytes(path: Path, place: str, *, follows_link: bool = True) -> bytes:
    """Read a whole file.

    Raises:
        NotBroughtIn: it is missing, no ordinary file, or too large.
    """
    # Without these flags a pipe would be waited for, and a link put here meanwhile followed.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follows_link:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    most = LARGEST_FILE_MEBIBYTES * MEBIBYTE
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotBroughtIn(place, _NOT_ORDINARY)
            data = file.read(most + 1)
    except FileNotFoundError:
        raise NotBroughtIn(place, _NO_SUCH_FILE) from None
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise NotBroughtIn(place, _CANNOT_BE_OPENED) from None
    if len(data) > most:
        reason = (
            f"This file is larger than {LARGEST_FILE_MEBIBYTES} MiB: split it into smaller ones."
        )
        raise NotBroughtIn(place, reason)
    return data


def read_text_file(path: Path, place: str, *, follows_link: bool = True) -> FoundText:
    """Read a whole file as text, whatever its encoding.

    Raises:
        NotBroughtIn: it cannot be read, or is no text.
    """
    return found_text(read_bytes(path, place, follows_link=follows_link), place)


def beginning_of(path: Path, count: int = 4_000) -> bytes:
    """Give the first bytes of an ordinary file to recognise it by; nothing if it has none."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            is_ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            return file.read(count) if is_ordinary else b""
    except (OSError, ValueError):
        return b""
