"""The record of changes: every version of every reflection, each chained to the one before.

While one reflection is being written its newest version is written anew at each save; sealing it,
or saving another, closes it for ever. The chain is over hashes only, so that a content may later
be purged while the chain stays whole. The newest version's content is not stored a second time:
it is what the tables hold; it is kept here when the next version begins.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.errors import JournalDamaged
from app.vault.connection import Database
from app.vault.faults import damaged, taken_as_stored
from app.vault.reflection_record import ReflectionRecord

# No reflection's own name begins so: those are 32 hex digits.
KEEPING_PREFIX = "keeping of "

_LAST_TWO = """
SELECT seq, reflection_uid, number, saves, content_hash, chain FROM revision
ORDER BY seq DESC LIMIT 2
"""
_LINK = """
SELECT here.saves, here.chain, before.chain FROM revision AS here
LEFT JOIN revision AS before ON before.seq = here.seq - 1 WHERE here.seq = ?
"""
_PUT = """
INSERT INTO revision (seq, reflection_uid, number, made_at, saves, content_hash, chain)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_PUT_AGAIN = """
UPDATE revision SET made_at = ?, saves = ?, content_hash = ?, chain = ? WHERE seq = ?
"""
_KEEP = "UPDATE revision SET content = ? WHERE reflection_uid = ? AND number = ?"


@dataclass(frozen=True, slots=True)
class Head:
    """Where the record of changes ends: kept elsewhere, it shows an older journal put back."""

    seq: int
    saves: int
    chain: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain, with the one that it hangs on."""

    saves: int
    chain: str
    chain_before: str


@dataclass(frozen=True, slots=True)
class Newest:
    """Which reflection was saved last and when, and whether that last link of the chain holds."""

    reflection_uid: str
    made_at: str
    is_chained: bool


@dataclass(frozen=True, slots=True)
class _Version:
    """What the chain binds of one version."""

    seq: int
    reflection_uid: str
    number: int
    made_at: str
    saves: int
    content_hash: bytes

    def chained_to(self, before: bytes) -> bytes:
        bound = [before.hex(), self.seq, self.reflection_uid, self.number, self.made_at]
        bound += [self.saves, self.content_hash.hex()]
        return hashlib.sha256(json.dumps(bound).encode()).digest()


def hash_of(content: bytes) -> bytes:
    """Give the hash by which the record binds a version to what was written."""
    return hashlib.sha256(content).digest()


def origin_of(vault: str) -> bytes:
    """Give what the first link hangs on: no other vault's record fits."""
    return hashlib.sha256(vault.encode()).digest()


def chain_of(before: bytes, link: Mapping[str, Any]) -> bytes:
    """Give the chain of a link, by the names of its columns, that hangs on the chain before."""
    return _Version(*(link[name] for name in _Version.__slots__)).chained_to(before)


@dataclass(frozen=True, slots=True)
class _Last:
    """Where the record ends, for the next link to hang on."""

    seq: int
    reflection_uid: str
    number: int
    saves: int
    content_hash: bytes
    chain: bytes
    chain_before: bytes


class Revisions:
    """Appends to the record of changes, and checks it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._origin = origin_of(vault_id_in(database))
        self._open_uid: str | None = None
        # Recalled from save to save: while one reflection grows, nothing need be read.
        self._recalled: _Last | None = None
        database.when_undone(self._forget)

    def head(self) -> Head:
        """Say where the record ends now."""
        last = self._last()
        return Head(last.seq, last.saves, last.chain.hex())

    def link(self, seq: int) -> Link | None:
        """Give one link of the chain, or None where the record does not reach so far."""
        found = self._database.row(_LINK, (seq,))
        if found is None:
            return Link(0, *[self._origin.hex()] * 2) if seq == 0 else None
        before = self._origin if seq == 1 else _hash(found[2])
        return Link(int(found[0]), _hash(found[1]).hex(), before.hex())

    def head_link(self) -> Link:
        """Give the link that the record ends with."""
        last = self._last()
        return Link(last.saves, last.chain.hex(), last.chain_before.hex())

    def newest(self) -> Newest | None:
        """Say which reflection was saved last, or None if none ever was."""
        found = self._database.row("SELECT * FROM revision ORDER BY seq DESC LIMIT 1")
        if found is None:
            return None
        seq, uid, number, made_at, saves, content, content_hash, chain = found
        version = _Version(seq, uid, number, made_at, saves, content_hash)
        return Newest(uid, made_at, _holds(version, content, chain, self._last().chain_before))

    def count(self, uid: str) -> int:
        """Say how many versions of a reflection there are."""
        found = self._database.row("SELECT count(*) FROM revision WHERE reflection_uid = ?", (uid,))
        return int(found[0]) if found else 0

    def is_newest(self, uid: str, content_hash: bytes) -> bool:
        """Say whether what has this hash is what the newest version of the reflection holds."""
        last = self._recalled
        is_last = last is not None and last.reflection_uid == uid
        newest = last.content_hash if last and is_last else self.newest_hash(uid)
        return newest == content_hash

    def newest_hash(self, uid: str) -> bytes | None:
        """Read the hash of the newest version's content."""
        found = self._database.row(
            "SELECT content_hash FROM revision WHERE reflection_uid = ?"
            " ORDER BY number DESC LIMIT 1",
            (uid,),
        )
        return _hash(found[0]) if found else None

    def append(
        self, record: ReflectionRecord, content_hash: bytes, before: ReflectionRecord | None
    ) -> None:
        """Record a save, inside the transaction that does it; before is what it replaces."""
        uid, last = record.uid, self._last()
        seq, number, chain_before = last.seq, last.number, last.chain_before
        is_same = uid == last.reflection_uid == self._open_uid
        if not is_same:
            seq, number, chain_before = last.seq + 1, self.count(uid) + 1, last.chain
            if before is not None:
                self._keep(before, number - 1)
        version = _Version(seq, uid, number, record.moment_changed, last.saves + 1, content_hash)
        chain = version.chained_to(chain_before)
        changing = (version.made_at, version.saves, content_hash, chain)
        if is_same:
            self._database.run(_PUT_AGAIN, (*changing, seq))
        else:
            self._database.run(_PUT, (seq, uid, number, *changing))
        self._recalled = _Last(seq, uid, number, version.saves, content_hash, chain, chain_before)

    def append_keeping(self, uid: str, content: bytes, made_at: str) -> None:
        """Record what was decided about keeping a reflection, inside the transaction that does it.

        Only its hash is recorded: what is decided now is in the table, what was is nobody's need.
        """
        name, last = keeping_name(uid), self._last()
        content_hash = hash_of(content)
        number = self.count(name) + 1
        version = _Version(last.seq + 1, name, number, made_at, last.saves + 1, content_hash)
        chain = version.chained_to(last.chain)
        row = (version.seq, name, number, made_at, version.saves, content_hash, chain)
        self._database.run(_PUT, row)
        self._recalled = _Last(
            version.seq, name, number, version.saves, content_hash, chain, last.chain
        )

    def _keep(self, before: ReflectionRecord, number: int) -> None:
        """Keep what the tables held as the version before, if it is what was saved then."""
        content = before.canonical()
        if hash_of(content) != self.newest_hash(before.uid):
            raise damaged()
        self._database.run(_KEEP, (zlib.compress(content), before.uid, number))

    def leave_open(self, uid: str) -> None:
        """Let the next save of this reflection rewrite its newest version."""
        self._open_uid = uid

    def is_open(self, uid: str) -> bool:
        """Say whether the next save of this reflection rewrites its newest version."""
        return self._open_uid == uid == self._last().reflection_uid

    def seal(self, uid: str) -> None:
        """Close the newest version of this reflection."""
        if self._open_uid == uid:
            self._open_uid = None

    def breaks(self) -> Iterator[int]:
        """Give the number of each link that does not hold."""
        before = self._origin
        for (
            seq,
            uid,
            number,
            made_at,
            saves,
            content,
            content_hash,
            chain,
        ) in self._database.each_row("SELECT * FROM revision ORDER BY seq"):
            version = _Version(seq, uid, number, made_at, saves, content_hash)
            if not _holds(version, content, chain, before):
                yield seq
            before = chain

    def _forget(self) -> None:
        self._recalled = None

    def _last(self) -> _Last:
        if self._recalled is None:
            self._recalled = self._read_last()
        return self._recalled

    def _read_last(self) -> _Last:
        found = self._database.rows(_LAST_TWO)
        if not found:
            return _Last(0, "", 0, 0, b"", self._origin, self._origin)
        seq, uid, number, saves, content_hash, chain = found[0]
        if not (isinstance(number, int) and isinstance(saves, int)):
            raise damaged()
        chain_before = _hash(found[1][-1]) if len(found) > 1 else self._origin
        return _Last(seq, str(uid), number, saves, _hash(content_hash), _hash(chain), chain_before)


def keeping_name(uid: str) -> str:
    """Give the name under which the record holds what was decided about keeping a reflection."""
    return f"{KEEPING_PREFIX}{uid}"


def vault_id_in(database: Database) -> str:
    """Give the vault's identity, which the first link hangs on and the key files name."""
    found = database.row("SELECT id FROM vault")
    return str(found[0]) if found else ""


def _hash(stored: object) -> bytes:
    if not isinstance(stored, bytes):
        raise damaged()
    return stored


def _holds(version: _Version, content: bytes | None, chain: bytes, before: bytes) -> bool:
    try:
        with taken_as_stored():
            if chain != version.chained_to(before):
                return False
            # Purged, or the newest: that is compared with the tables.
            return content is None or version.content_hash == _content_hash(content)
    except JournalDamaged:
        return False


def _content_hash(compressed: bytes) -> bytes:
    return hashlib.sha256(zlib.decompress(compressed)).digest()
