"""The frame of a ZIP that stores a few files, byte for byte; what differs from it is not ours.

Any tool can unpack such a file. Reading one here takes no more than its last kilobyte: the names,
sizes and checksums are read there, the whole frame is made from them again, and every byte of
the file that is not content must be as made. So there is no room for a second file of the same
name, a compressed or linked one, a size that lies, or anything before, between or after.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

LARGEST_BYTES = 2**32 - 2**16

_LOCAL, _CENTRAL, _END = (
    struct.Struct("<4s5H3I2H"),
    struct.Struct("<4s4B4H3I5H2I"),
    struct.Struct("<4s4H2IH"),
)
_VERSION, _UNIX, _FIRST_DAY = 20, 3, (1 << 5) | 1
_OWNER_ONLY = 0o100600 << 16
_MOST_MEMBERS, _LARGEST_DIRECTORY = 3, 1024


class NotOurFrame(Exception):
    """The bytes around the members are not those we write."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside."""

    name: str
    size: int
    crc: int
    start: int = 0


def local_header(member: Member) -> bytes:
    """Give what stands before a member's content."""
    name = member.name.encode("ascii")
    sizes = (member.crc, member.size, member.size)
    return _LOCAL.pack(b"PK\3\4", _VERSION, 0, 0, 0, _FIRST_DAY, *sizes, len(name), 0) + name


def directory(members: Sequence[Member]) -> bytes:
    """Give what stands after the last member's content."""
    entries, offset = b"", 0
    for member in members:
        name = member.name.encode("ascii")
        fixed = (b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, 0, 0, 0, _FIRST_DAY)
        sizes = (member.crc, member.size, member.size, len(name))
        entries += _CENTRAL.pack(*fixed, *sizes, 0, 0, 0, 0, _OWNER_ONLY, offset) + name
        offset += len(local_header(member)) + member.size
    count = len(members)
    return entries + _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), offset, 0)


def read_members(file: BinaryIO) -> tuple[Member, ...]:
    """Read what is inside, having compared the whole frame with what we would have written.

    Raises:
        NotOurFrame: some byte of it differs.
    """
    size = file.seek(0, os.SEEK_END)
    count, directory_size = _read_end(file, size)
    file.seek(size - _END.size - directory_size)
    told = file.read(directory_size + _END.size)
    members = _placed(_named_in(told, count))
    if directory(members) != told or _frame_size(members) != size:
        raise NotOurFrame
    for member in members:
        header = local_header(member)
        file.seek(member.start - len(header))
        if file.read(len(header)) != header:
            raise NotOurFrame
    return members


def _read_end(file: BinaryIO, size: int) -> tuple[int, int]:
    if not _END.size <= size <= LARGEST_BYTES:
        raise NotOurFrame
    file.seek(size - _END.size)
    _, _, _, _, count, directory_size, _, _ = _END.unpack(file.read(_END.size))
    most = min(_LARGEST_DIRECTORY, size - _END.size)
    if not 0 < count <= _MOST_MEMBERS or directory_size > most:
        raise NotOurFrame
    return count, directory_size


def _named_in(told: bytes, count: int) -> list[Member]:
    members, place = [], 0
    for _ in range(count):
        try:
            fields = _CENTRAL.unpack_from(told, place)
            place += _CENTRAL.size
            name = told[place : place + fields[12]].decode("ascii")
        except (struct.error, UnicodeDecodeError):
            raise NotOurFrame from None
        place += fields[12]
        members.append(Member(name, fields[11], fields[9]))
    return members


def _placed(members: Sequence[Member]) -> tuple[Member, ...]:
    placed, offset = [], 0
    for member in members:
        start = offset + len(local_header(member))
        placed.append(Member(member.name, member.size, member.crc, start))
        offset = start + member.size
    return tuple(placed)


def _frame_size(members: Sequence[Member]) -> int:
    content = sum(member.size + len(local_header(member)) for member in members)
    return content + len(directory(members))
