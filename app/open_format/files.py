"""The files of an open copy: written with their hash, and opened without being led elsewhere."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import ExportError, NotBroughtIn
from app.open_format.names import shown

PIECE_BYTES = 1 << 18
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EACCES: "the folder cannot be written to",
    errno.EPERM: "the folder cannot be written to",
    errno.EROFS: "the folder cannot be written to",
    errno.ENOENT: "the folder that it should stand in does not exist",
    errno.ENOTDIR: "the folder that it should stand in does not exist",
    errno.ENAMETOOLONG: "the name is too long",
}


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of the copy: its path below the folder, its size in bytes and its SHA-256 in hex."""

    path: str
    size_bytes: int
    sha256: str


class NewFiles:
    """Writes the files of a new copy, readable by their owner only, and lists them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listed: list[ListedFile] = []
        self._folders: set[str] = set()

    def put(self, path: str, data: bytes) -> None:
        """Write a small file whole."""
        with self.begun(path) as file:
            file.write(data)

    @contextmanager
    def begun(self, path: str) -> Iterator[NewFile]:
        """Give a file to write; it is listed when it is done."""
        folder = path.rpartition("/")[0]
        if folder and folder not in self._folders:
            (self.folder / folder).mkdir(mode=0o700)
            self._folders.add(folder)
        handle = os.open(self.folder / path, _NEW | _BINARY, 0o600)
        with os.fdopen(handle, "wb", PIECE_BYTES) as opened:
            file = NewFile(opened)
            yield file
        self.listed.append(ListedFile(path, file.size_bytes, file.sha256))

    def folders(self) -> Iterator[Path]:
        """Give every folder that was made, and the copy's own last."""
        yield from (self.folder / name for name in sorted(self._folders))
        yield self.folder


class NewFile:
    """A file that is being written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._digest = file, hashlib.sha256()
        self.size_bytes = 0

    @property
    def sha256(self) -> str:
        """Give the hash of what was written."""
        return self._digest.hexdigest()

    def write(self, data: bytes) -> None:
        """Write some more."""
        self._file.write(data)
        self._digest.update(data)
        self.size_bytes += len(data)


class KnownFile:
    """A file of a copy that is read, and must be what the list of files says of it."""

    def __init__(self, folder: Path, listed: ListedFile) -> None:
        self._folder, self._listed = folder, listed
        self._digest, self._size = hashlib.sha256(), 0

    def pieces(self) -> Iterator[bytes]:
        """Read it; what is given counts only if this comes to its end.

        Raises:
            NotBroughtIn: it is missing, no ordinary file, or another than is listed.
        """
        with self._opened() as file:
            while piece := file.read(PIECE_BYTES):
                self._take(piece)
                yield piece
        self._refuse_changed()

    def lines(self, longest: int) -> Generator[bytes, None, None]:
        """Read it line by line, with the line ends.

        Raises:
            NotBroughtIn: as pieces does, or a line is longer than this many bytes.
        """
        with self._opened() as file:
            while line := file.readline(longest + 1):
                if len(line) > longest:
                    raise NotBroughtIn(shown(self._listed.path), "One of its lines is too long.")
                self._take(line)
                yield line
        self._refuse_changed()

    def _take(self, data: bytes) -> None:
        self._digest.update(data)
        self._size += len(data)
        if self._size > self._listed.size_bytes:
            raise changed(self._listed.path)

    def _refuse_changed(self) -> None:
        read = (self._size, self._digest.hexdigest())
        if read != (self._listed.size_bytes, self._listed.sha256):
            raise changed(self._listed.path)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        with opened_ordinary(self._folder, self._listed.path) as file:
            if os.fstat(file.fileno()).st_size != self._listed.size_bytes:
                raise changed(self._listed.path)
            yield file


@contextmanager
def opened_ordinary(folder: Path, path: str) -> Iterator[BinaryIO]:
    """Open a file of a copy, following no link and waiting for nothing.

    Raises:
        NotBroughtIn: it is missing, or no ordinary file.
    """
    try:
        handle = os.open(folder / path, _READ | _BINARY)
        file = os.fdopen(handle, "rb", PIECE_BYTES)
    except FileNotFoundError:
        raise NotBroughtIn(shown(path), "This file is missing.") from None
    except OSError:
        raise NotBroughtIn(shown(path), "This is a link, or it cannot be opened.") from None
    with file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotBroughtIn(shown(path), "This is not an ordinary file.")
        try:
            yield file
        except OSError:
            raise NotBroughtIn(shown(path), "This file does not read.") from None


def changed(path: str) -> NotBroughtIn:
    """Say that a file is not what the list of files says."""
    return NotBroughtIn(shown(path), "This file was changed since the copy was made.")


def not_exported(error: OSError) -> ExportError:
    """Say why the system refused a write."""
    reason = _REASONS.get(error.errno or 0, "the system refused it")
    return ExportError(f"Not written: {reason}. Nothing was left behind.")
