"""Tells by its first bytes what a file that is called a Word document really is."""

from __future__ import annotations

import os
import struct
from enum import Enum, auto
from typing import IO

_OLD_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
# The names in the directory of a locked document, of which only some stand in its first sectors.
_LOCKED_NAMES = tuple(
    name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo", "DataSpaces")
)
_LARGEST_SECTOR_POWER = 12
_HEADER_BYTES = 512


class FileKind(Enum):
    """What a file begins like; packed is how every newer Word document begins."""

    EMPTY = auto()
    PACKED = auto()
    OLD_WORD = auto()
    LOCKED = auto()
    RICH_TEXT = auto()
    PDF = auto()
    OTHER = auto()


def file_kind(file: IO[bytes]) -> FileKind:
    """Tell what an open file is; it is read from its beginning."""
    file.seek(0)
    start = file.read(_HEADER_BYTES)
    if not start:
        return FileKind.EMPTY
    if start.startswith(_OLD_MAGIC):
        names = _old_directory(start, file)
        is_locked = any(name in names for name in _LOCKED_NAMES)
        return FileKind.LOCKED if is_locked else FileKind.OLD_WORD
    beginnings = {
        b"PK\3\4": FileKind.PACKED,
        b"{\\rtf": FileKind.RICH_TEXT,
        b"%PDF": FileKind.PDF,
    }
    return next(
        (kind for mark, kind in beginnings.items() if start.startswith(mark)), FileKind.OTHER
    )


def _old_directory(start: bytes, file: IO[bytes]) -> bytes:
    """Give the first sector of names in a file of the old kind, which may wrap a locked new one."""
    if len(start) < _HEADER_BYTES:
        return b""
    power, first = struct.unpack_from("<H", start, 30)[0], struct.unpack_from("<I", start, 48)[0]
    size = 1 << min(power, _LARGEST_SECTOR_POWER)
    place = (first + 1) * size
    if place > file.seek(0, os.SEEK_END):
        return b""
    file.seek(place)
    return file.read(4 * size)
