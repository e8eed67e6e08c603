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

from app.vault.connection import Database
from app.vault.reflection_record import ReflectionRecord

_LAST = "SELECT seq, reflection_uid, number, saves, chain FROM revision ORDER BY seq DESC LIMIT 1"
_PUT = """
INSERT INTO revision (seq, reflection_uid, number, made_at, saves, content_hash, chain)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (seq) DO UPDATE SET made_at = excluded.made_at, saves = excluded.saves,
  content_hash = excluded.content_hash, chain = excluded.chain
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


class Revisions:
    """Appends to the record of changes, and checks it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        (vault,) = database.row("SELECT id FROM vault") or ("",)
        # The first link hangs on the vault's identity: no other vault's record fits.
        self._origin = hashlib.sha256(str(vault).encode()).digest()
        self._open_uid: str | None = None

    def head(self) -> Head:
        """Say where the record ends now."""
        last = self._database.row(_LAST)
        if last is None:
            return Head(0, 0, self._origin.hex())
        return Head(last[0], last[3], last[4].hex())

    def count(self, uid: str) -> int:
        """Say how many versions of a reflection there are."""
        found = self._database.row("SELECT count(*) FROM revision WHERE reflection_uid = ?", (uid,))
        return int(found[0]) if found else 0

    def is_newest(self, uid: str, content: bytes) -> bool:
        """Say whether this is what the newest version of the reflection holds."""
        return self.newest_hash(uid) == hashlib.sha256(content).digest()

    def newest_hash(self, uid: str) -> bytes | None:
        """Give the hash of the newest version's content."""
        found = self._database.row(
            "SELECT content_hash FROM revision WHERE reflection_uid = ?"
            " ORDER BY number DESC LIMIT 1",
            (uid,),
        )
        return bytes(found[0]) if found else None

    def append(
        self, record: ReflectionRecord, content: bytes, before: ReflectionRecord | None
    ) -> None:
        """Record a save, inside the transaction that does it; before is what it replaces."""
        uid, made_at = record.uid, record.moment_changed
        last = self._database.row(_LAST)
        last_seq, last_uid, last_number, saves, _ = last or (0, None, 0, 0, b"")
        seq, number = last_seq, last_number
        if not uid == last_uid == self._open_uid:
            seq, number = last_seq + 1, self.count(uid) + 1
            if before is not None:
                self._database.run(_KEEP, (zlib.compress(before.canonical()), uid, number - 1))
        content_hash = hashlib.sha256(content).digest()
        version = _Version(seq, uid, number, made_at, saves + 1, content_hash)
        chain = version.chained_to(self._chain_before(seq))
        values = (seq, uid, number, made_at, saves + 1, content_hash, chain)
        self._database.run(_PUT, values)

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
            if chain != version.chained_to(before) or not _holds(content, content_hash):
                yield seq
            before = chain

    def _chain_before(self, seq: int) -> bytes:
        found = self._database.row("SELECT chain FROM revision WHERE seq = ?", (seq - 1,))
        return bytes(found[0]) if found else self._origin


def _holds(content: bytes | None, content_hash: bytes) -> bool:
    if content is None:  # purged, or the newest: that is compared with the tables
        return True
    try:
        return hashlib.sha256(zlib.decompress(content)).digest() == content_hash
    except zlib.error:
        return False
