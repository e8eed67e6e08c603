"""Opens a ZIP that anyone may have made, and unpacks single members in bounded time and memory."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, cast

_MEBIBYTE = 1024 * 1024
LARGEST_FILE_MEBIBYTES = 512  # pictures count here too, though they are never unpacked
LARGEST_UNPACKED_MEBIBYTES = 64
MOST_MEMBERS = 10_000
_LARGEST_READ = 4 * _MEBIBYTE
_CHUNK = 64 * 1024
_PACKED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 1
_DAMAGED = "This file is damaged or was cut off: it cannot be unpacked."


class ZipRefused(Exception):
    """A ZIP cannot be read; the reason is one finished sentence."""


@dataclass(frozen=True, slots=True)
class ZipBounds:
    """How large a ZIP may be, what is unpacked of it, and how many members it may have."""

    file_mebibytes: int = LARGEST_FILE_MEBIBYTES
    unpacked_mebibytes: int = LARGEST_UNPACKED_MEBIBYTES
    members: int = MOST_MEMBERS


_OF_A_DOCUMENT = ZipBounds()


class BoundedZip:
    """A ZIP of which no more is ever unpacked than its bound, whatever it says of itself."""

    def __init__(self, source: Path | bytes, bounds: ZipBounds = _OF_A_DOCUMENT) -> None:
        """Open a file, or what was read of one already, and read its directory.

        Raises:
            ZipRefused: it is no file, too large, or not a ZIP that can be read.
        """
        self._file = _opened(source, bounds.file_mebibytes)
        self._bounds = bounds
        self._left = bounds.unpacked_mebibytes * _MEBIBYTE
        try:
            self._zip = zipfile.ZipFile(cast("IO[bytes]", _SmallReads(self._file)))
            self._members = _members_of(self._zip, bounds.members)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            self._file.close()
            raise ZipRefused(_DAMAGED) from None
        except ZipRefused:
            self._file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def has(self, name: str) -> bool:
        """Say whether there is such a member; capitals make no difference."""
        return name.lower() in self._members

    def names(self) -> tuple[str, ...]:
        """Give the names of all members, in small letters."""
        return tuple(self._members)

    def names_as_written(self) -> tuple[str, ...]:
        """Give the names of all members as they stand in the file, in its order."""
        return tuple(member.filename for member in self._members.values())

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            ZipRefused: it is damaged, packed in another way, or too large with the ones before.
        """
        member = self._members[name.lower()]
        if member.flag_bits & _IS_ENCRYPTED:
            raise ZipRefused("This file is locked with a password: save a copy without one.")
        if member.compress_type not in _PACKED_AS:
            raise ZipRefused("This file is packed in a way that cannot be read here.")
        self._demand_room(member.file_size)
        try:
            return self._unpacked(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise ZipRefused(_DAMAGED) from None
        except (NotImplementedError, RuntimeError):
            raise ZipRefused("This file is packed in a way that cannot be read here.") from None

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        with self._zip.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                self._demand_room(len(chunk))
                self._left -= len(chunk)
                chunks.append(chunk)
        return b"".join(chunks)

    def _demand_room(self, size: int) -> None:
        if size > self._left:
            raise ZipRefused(
                f"Unpacked, the words of this file take more than "
                f"{self._bounds.unpacked_mebibytes} "
                "MiB: no document of a person’s is so large."
            )


class _SmallReads:
    """A file that refuses to be read in one gulp, as a directory that lies of its size asks for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > _LARGEST_READ:
            raise zipfile.BadZipFile
        return self._file.read(size if size >= 0 else _LARGEST_READ)

    def seek(self, place: int, whence: int = os.SEEK_SET, /) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()


def _opened(source: Path | bytes, largest: int) -> IO[bytes]:
    if isinstance(source, Path):
        return open_ordinary(source, largest)
    if len(source) > largest * _MEBIBYTE:
        raise ZipRefused(f"This file is larger than {largest} MiB.")
    return BytesIO(source)


def open_ordinary(path: Path, largest: int = LARGEST_FILE_MEBIBYTES) -> IO[bytes]:
    """Open a file for reading, never waiting for a pipe and never taking a folder.

    Raises:
        ZipRefused: it cannot be opened, is no ordinary file, or too large.
    """
    # Without these flags a pipe would be waited for, and Windows would change line ends.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not path.is_file():
            raise ZipRefused("There is no such file, or it is not an ordinary one.")
        file = os.fdopen(os.open(path, flags), "rb")
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise ZipRefused("This file cannot be opened.") from None
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > largest * _MEBIBYTE:
        file.close()
        raise ZipRefused(f"This file is larger than {largest} MiB.")
    return file


def _members_of(archive: zipfile.ZipFile, most: int) -> dict[str, zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > most:
        raise ZipRefused(f"This file is packed from more than {most:,} pieces.")
    members = {entry.filename.lower(): entry for entry in entries}
    if len(members) != len(entries):
        raise ZipRefused("This file holds two pieces of the same name, so it is not whole.")
    return members
