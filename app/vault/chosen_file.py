"""Reads a file that the person chose to keep, and refuses one that is none or does not keep still.

What is refused is refused before a byte is read, by what the system tells of the file. It is opened
without following a link and without waiting, so that a pipe cannot hold the program up; and it is
read twice, once to know what it holds and once to store that: both must give the same.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import FileNotTaken
from app.domain.evidence import MOST_FILE_BYTES, PIECE_BYTES
from app.domain.progress import Progress
from app.domain.size_words import size_words

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_OPENING = _FLAGS | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CHANGED = "this file changed while it was read. Close it in other programs, and try again."
_REASONS = {
    errno.ENOENT: "there is no file at this place.",
    errno.ENOTDIR: "there is no file at this place.",
    errno.EACCES: "this file may not be read by you.",
    errno.EPERM: "this file may not be read by you.",
    errno.ELOOP: "this is a link to a file. Choose the file itself.",
    errno.ENAMETOOLONG: "the name of this file is too long.",
}
_NO_FILES = (
    (stat.S_ISDIR, "this is a folder. Choose a file."),
    (stat.S_ISLNK, "this is a link to a file. Choose the file itself."),
)


class ChosenFile:
    """A file that stands open to be read."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._found = _refuse_unfit(os.fstat(handle))
        self.size_bytes = self._found.st_size
        self._hash: bytes | None = None

    def sha256(self, progress: Progress) -> bytes:
        """Read it for the first time, and give the hash of what it holds.

        Raises:
            FileNotTaken: it does not keep still, or does not read.
            Cancelled: the person stopped it.
        """
        digest = hashlib.sha256()
        for piece in self._read(progress):
            digest.update(piece)
        self._hash = digest.digest()
        return self._hash

    def pieces(self, progress: Progress) -> Iterator[bytes]:
        """Read it again from its beginning; what is given counts only if this comes to its end.

        Raises:
            FileNotTaken: it is not what it was the first time, or does not read.
            Cancelled: the person stopped it.
        """
        digest = hashlib.sha256()
        for piece in self._read(progress):
            digest.update(piece)
            yield piece
        if digest.digest() != self._hash:
            raise FileNotTaken(_CHANGED)

    def _read(self, progress: Progress) -> Iterator[bytes]:
        with _told_plainly():
            os.lseek(self._handle, 0, os.SEEK_SET)
        rest = self.size_bytes
        while rest:
            progress(1 - rest / self.size_bytes)
            with _told_plainly():
                piece = self._whole_piece(min(rest, PIECE_BYTES))
            rest -= len(piece)
            yield piece
        with _told_plainly():
            is_longer = bool(os.read(self._handle, 1))
            now = os.fstat(self._handle)
        if is_longer or _identity(now) != _identity(self._found):
            raise FileNotTaken(_CHANGED)

    def _whole_piece(self, size: int) -> bytes:
        parts, rest = [], size
        while rest:
            part = os.read(self._handle, rest)
            if not part:
                raise FileNotTaken(_CHANGED)
            parts.append(part)
            rest -= len(part)
        return b"".join(parts)


@contextlib.contextmanager
def chosen_file(path: Path) -> Iterator[ChosenFile]:
    """Open a file that the person chose.

    Raises:
        FileNotTaken: it is no file, empty, too large, or may not be read.
    """
    with _told_plainly():
        # Asked first: merely opening some devices does something.
        before = _refuse_unfit(path.lstat())
        handle = os.open(path, _OPENING)
    try:
        chosen = ChosenFile(handle)
        if not os.path.samestat(before, os.fstat(handle)):
            raise FileNotTaken(_CHANGED)
        yield chosen
    finally:
        os.close(handle)


def _refuse_unfit(found: os.stat_result) -> os.stat_result:
    for is_it, reason in _NO_FILES:
        if is_it(found.st_mode):
            raise FileNotTaken(reason)
    if not stat.S_ISREG(found.st_mode):
        raise FileNotTaken("this is not a file that can be kept, but a device or a pipe.")
    if not found.st_size:
        raise FileNotTaken("this file is empty.")
    if found.st_size > MOST_FILE_BYTES:
        most, size = size_words(MOST_FILE_BYTES), size_words(found.st_size)
        raise FileNotTaken(f"this file has {size}, and one file may have up to {most}.")
    return found


def _identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "this file could not be read.")
        raise FileNotTaken(reason) from None
    except ValueError:  # a path that no system can have
        raise FileNotTaken(_REASONS[errno.ENOENT]) from None
