"""The file of a backup: keys, database and manifest in a stored ZIP that any tool can unpack."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import BackupDamaged, NotBackedUp
from app.domain.progress import Progress, part_of
from app.durable_file import force_to_disk
from app.vault import connection, key_file, manifest, zip_frame
from app.vault.manifest import Manifest, NotAManifest, Sealed
from app.vault.zip_frame import Member, NotOurFrame

KEYS = key_file.NAMES[0]

_CHUNK = 1024 * 1024
_WITHOUT_KEYS = (connection.NAME, manifest.NAME)
_MEMBERS = (KEYS, *_WITHOUT_KEYS)


@dataclass(frozen=True, slots=True)
class BackupFile:
    """An open backup whose frame and manifest are as we write them; no content was read yet."""

    manifest: Manifest
    _file: BinaryIO
    _members: Mapping[str, Member]

    def keys(self) -> bytes | None:
        """Read the key file, if there is one: a journal opened by its words may have lost it.

        Raises:
            BackupDamaged: it is not as it was put in.
        """
        member = self._members.get(KEYS)
        if member is None:
            return None
        if member.size > key_file.LARGEST_BYTES:
            raise damaged()
        data = _exactly(self._file, member.start, member.size)
        if hashlib.sha256(data).hexdigest() != self.manifest.files[KEYS].sha256:
            raise damaged()
        return data

    def copy_database(self, target: Path, progress: Progress) -> None:
        """Copy the encrypted database to a new file, as it was put in.

        Raises:
            BackupDamaged: it is not as it was; what is at target must be removed.
            OSError: it cannot be written there.
        """
        member, digest = self._members[connection.NAME], hashlib.sha256()
        self._file.seek(member.start)
        with _new_file(target) as goal:
            for piece in _pieces(self._file, member.size, progress):
                digest.update(piece)
                goal.write(piece)
        if digest.hexdigest() != self.manifest.files[connection.NAME].sha256:
            raise damaged()
        force_to_disk(target)


def damaged() -> BackupDamaged:
    """Say that a backup cannot be used."""
    return BackupDamaged(
        "This is not a whole backup: the file is damaged, or is something else. "
        "It is not the passphrase. Nothing was changed. Use another backup."
    )


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """Open a backup and check its frame and its manifest.

    Raises:
        BackupDamaged: it is not whole, or not a backup.
        BackupTooNew: a later version made it.
    """
    try:
        # A pipe without a writer would be waited for for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(path, flags), "rb")
    except (OSError, ValueError):
        raise BackupDamaged(
            "This file cannot be read. Nothing was changed. Check its name and who may read it."
        ) from None
    with file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise damaged()
        yield _checked(file)


def pack(
    target: Path, database: Path, keys: bytes | None, made: tuple[datetime, bytes, str],
    progress: Progress,
) -> None:  # fmt: skip
    """Write a backup of a closed copy of the database; made is when, the data key, and the head.

    Raises:
        NotBackedUp: it is too large for one file.
        OSError: it cannot be written; what is at target must be removed.
    """
    if database.stat().st_size > zip_frame.LARGEST_BYTES - _CHUNK:
        raise NotBackedUp("No backup was made: this journal is too large for one backup file.")
    made_at, data_key, head = made
    members: list[Member] = []
    files: dict[str, Sealed] = {}
    with _new_file(target) as goal:
        if keys is not None:
            members.append(_put(goal, KEYS, keys))
            files[KEYS] = Sealed(len(keys), hashlib.sha256(keys).hexdigest())
        member, files[connection.NAME] = _put_database(goal, database, progress)
        members.append(member)
        sealed = manifest.new_manifest(made_at, files, head).sealed_by(data_key)
        members.append(_put(goal, manifest.NAME, sealed.to_bytes()))
        goal.write(zip_frame.directory(members))
    force_to_disk(target)
    progress(1)


def _checked(file: BinaryIO) -> BackupFile:
    try:
        members = zip_frame.read_members(file)
        names = tuple(member.name for member in members)
        if names not in (_MEMBERS, _WITHOUT_KEYS):
            raise damaged()
        last = members[-1]
        if last.size > manifest.LARGEST_BYTES:
            raise damaged()
        read = manifest.parse(_exactly(file, last.start, last.size))
    except (NotOurFrame, NotAManifest):
        raise damaged() from None
    except OSError:
        raise _unreadable() from None
    told = {name: sealed.size for name, sealed in read.files.items()}
    if told != {member.name: member.size for member in members[:-1]}:
        raise damaged()
    return BackupFile(read, file, {member.name: member for member in members})


def _unreadable() -> BackupDamaged:
    return BackupDamaged(
        "Part of this file cannot be read from its disk. Nothing was changed. Use another backup."
    )


def _exactly(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    data = file.read(size)
    if len(data) != size:
        raise damaged()
    return data


def _pieces(file: BinaryIO, size: int, progress: Progress) -> Iterator[bytes]:
    left = size
    while left:
        try:
            piece = file.read(min(_CHUNK, left))
        except OSError:
            raise _unreadable() from None
        if not piece:
            raise damaged()
        left -= len(piece)
        yield piece
        progress(1 - left / size)


def _put(goal: BinaryIO, name: str, data: bytes) -> Member:
    member = Member(name, len(data), zlib.crc32(data))
    goal.write(zip_frame.local_header(member) + data)
    return member


def _put_database(goal: BinaryIO, path: Path, progress: Progress) -> tuple[Member, Sealed]:
    size, crc, digest, place = path.stat().st_size, 0, hashlib.sha256(), goal.tell()
    goal.write(zip_frame.local_header(Member(connection.NAME, size, 0)))
    with path.open("rb") as source:
        for piece in _pieces(source, size, part_of(progress, 0, 0.9)):
            crc = zlib.crc32(piece, crc)
            digest.update(piece)
            goal.write(piece)
    end = goal.tell()
    member = Member(connection.NAME, size, crc)
    # The checksum stands before what it is of.
    goal.seek(place)
    goal.write(zip_frame.local_header(member))
    goal.seek(end)
    return member, Sealed(size, digest.hexdigest())


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        yield file
