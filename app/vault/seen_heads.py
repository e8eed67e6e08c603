"""What this computer remembers of each journal outside it: how far its record of changes went.

One small file per journal, named by a hash of the vault's id and its folder, holding counts and
hashes only. It is written after the journal's own commit has reached the disk, and without waiting
for the disk itself. So whatever a crash or a power cut does to it, what is left is older than the
journal or no file at all, and neither can raise a false alarm.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.vault.small_file import NotASmallFile, read_small

_MOST_BYTES = 1024
_MOST_COUNT = 2**53
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SeenHead:
    """Where the record of changes ended when this computer last saw it.

    A closed head is for ever; one that was open may have been written anew since.
    """

    seq: int
    saves: int
    chain: str
    chain_before: str
    is_closed: bool


class SeenHeads:
    """The folder of what was seen, in the person's own data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, vault_id: str, folder: Path) -> SeenHeadFile:
        """Give the place for one journal in one folder."""
        place = vault_id.encode() + b"\n" + os.fsencode(folder.resolve())
        return SeenHeadFile(self._folder / hashlib.sha256(place).hexdigest())


class SeenHeadFile:
    """One remembered head. Nothing that is wrong with its file ever stops anybody."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> SeenHead | None:
        """Give what was seen, or None if nothing readable is there."""
        try:
            return _parsed(read_small(self._path, _MOST_BYTES))
        except (OSError, NotASmallFile, ValueError, RecursionError):
            return None

    def write(self, seen: SeenHead) -> None:
        """Remember what was seen."""
        data = _to_bytes(seen)
        with contextlib.suppress(OSError):
            try:
                _replace(self._path, data)
            except OSError:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if self._path.is_dir() and not self._path.is_symlink():
                    self._path.rmdir()
                _replace(self._path, data)

    def forget(self) -> None:
        """Forget what was seen, as when a backup is deliberately restored to this place."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    # Always the same name: what a killed program left there is simply written over.
    fresh = path.with_suffix(".new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(fresh, flags | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(handle, data)
    finally:
        os.close(handle)
    fresh.replace(path)


def _to_bytes(seen: SeenHead) -> bytes:
    plain = asdict(seen)
    return json.dumps({**plain, "sum": _sum(plain)}).encode()


def _parsed(data: bytes) -> SeenHead | None:
    plain = json.loads(data.decode("ascii"))
    if type(plain) is not dict:
        return None
    check = plain.pop("sum", None)
    names = set(SeenHead.__dataclass_fields__)
    if plain.keys() != names or check != _sum(plain) or not _has_our_shape(plain):
        return None
    return SeenHead(**plain)


def _has_our_shape(plain: dict[str, Any]) -> bool:
    counts, hashes = (plain["seq"], plain["saves"]), (plain["chain"], plain["chain_before"])
    return (
        all(type(count) is int and 0 <= count < _MOST_COUNT for count in counts)
        and all(type(each) is str and _HASH.fullmatch(each) for each in hashes)
        and type(plain["is_closed"]) is bool
    )


def _sum(plain: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
