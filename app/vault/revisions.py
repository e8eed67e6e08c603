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
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import JournalDamaged
from app.vault.connection import Database
from app.vault.faults import damaged, taken_as_stored
from app.vault.reflection_record import ReflectionRecord

_LAST_TWO = """
SELECT seq, reflection_uid, number, saves, content_hash, chain FROM revision
ORDER BY seq DESC LIMIT 2
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
        (vault,) = database.row("SELECT id FROM vault") or ("",)
        # The first link hangs on the vault's identity: no other vault's record fits.
        self._origin = hashlib.sha256(str(vault).encode()).digest()
        self._open_uid: str | None = None
        # Recalled from save to save: while one reflection grows, nothing need be read.
        self._recalled: _Last | None = None
        database.when_undone(self._forget)

    def head(self) -> Head:
        """Say where the record ends now."""
        last = self._last()
        return Head(last.seq, last.saves, last.chain.hex())

    def count(self, uid: str) -> int:
        """Say how many versions of a reflection there are."""
        found = self._database.row("SELECT count(*) FROM revision WHERE reflection_uid = ?", (uid,))
        return int(found[0]) if found else 0

    def is_newest(self, uid: str, content: bytes) -> bool:
        """Say whether this is what the newest version of the reflection holds."""
        last = self._recalled
        is_last = last is not None and last.reflection_uid == uid
        newest = last.content_hash if last and is_last else self.newest_hash(uid)
        return newest == hashlib.sha256(content).digest()

    def newest_hash(self, uid: str) -> bytes | None:
        """Read the hash of the newest version's content."""
        found = self._database.row(
            "SELECT content_hash FROM revision WHERE reflection_uid = ?"
            " ORDER BY number DESC LIMIT 1",
            (uid,),
        )
        return _hash(found[0]) if found else None

    def append(
        self, record: ReflectionRecord, content: bytes, before: ReflectionRecord | None
    ) -> None:
        """Record a save, inside the transaction that does it; before is what it replaces."""
        uid, last = record.uid, self._last()
        seq, number, chain_before = last.seq, last.number, last.chain_before
        is_same = uid == last.reflection_uid == self._open_uid
        if not is_same:
            seq, number, chain_before = last.seq + 1, self.count(uid) + 1, last.chain
            if before is not None:
                self._database.run(_KEEP, (zlib.compress(before.canonical()), uid, number - 1))
        content_hash = hashlib.sha256(content).digest()
        version = _Version(seq, uid, number, record.moment_changed, last.saves + 1, content_hash)
        chain = version.chained_to(chain_before)
        changing = (version.made_at, version.saves, content_hash, chain)
        if is_same:
            self._database.run(_PUT_AGAIN, (*changing, seq))
        else:
            self._database.run(_PUT, (seq, uid, number, *changing))
        self._recalled = _Last(seq, uid, number, version.saves, content_hash, chain, chain_before)

    def leave_open(self, uid: str) -> None:
        """Let the next save of this reflection rewrite its newest version."""
        self._open_uid = uid

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
