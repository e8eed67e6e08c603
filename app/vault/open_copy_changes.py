"""The record of changes of an open copy, chained anew in the journal that it is read into.

The chain hangs on the journal's own identity and so comes out another; made a second time on the
origin that the copy names, it must end where the copy says. So a paper's record line, printed from
the first journal, can still be proved.
"""

from __future__ import annotations

from typing import Any

from app.domain.errors import NotBroughtIn
from app.domain.open_copy import CopiedChange, CopiedKind
from app.vault.connection import Database
from app.vault.open_copy_checks import demand, fitting_content
from app.vault.revisions import KEEPING_PREFIX, chain_of

_PUT = """
INSERT INTO revision (seq, reflection_uid, number, made_at, saves, content_hash, chain, content)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_NAMES = ("seq", "reflection_uid", "number", "made_at", "saves", "content_hash")


class ChangesOfCopy:
    """Puts every link, and sees that the other records are what their newest links say."""

    def __init__(self, database: Database, own: bytes, origin: bytes) -> None:
        self._database = database
        self._chain, self._chain_of_copy = own, origin
        self._place = 0
        self._expected: dict[str, bytes] = {}
        self._newest: dict[str, tuple[int, bytes, bool]] = {}
        self.away: set[str] = set()  # in the bin, or gone for good

    def expect(self, uid: str, content_hash: bytes) -> None:
        """A reflection was put; its newest link must have this hash."""
        self._expected[uid] = content_hash

    def put(self, change: CopiedChange) -> None:
        """Put the next link.

        Raises:
            Unfit: it is not the next, or not what its hash says.
        """
        content = fitting_content(change)
        self._place += 1
        demand(change.place == self._place, "a change before it is missing")
        number = self._newest.get(change.reflection, (0, b"", False))[0] + 1
        demand(change.number == number, "a version before it is missing")
        content_hash = bytes.fromhex(change.sha256)
        demand(bool(content_hash), "it has no hash")
        values = (change.place, change.reflection, number, change.made_at, change.saves)
        link: dict[str, Any] = dict(zip(_NAMES, (*values, content_hash), strict=True))
        self._chain = chain_of(self._chain, link)
        self._chain_of_copy = chain_of(self._chain_of_copy, link)
        self._database.run(_PUT, (*link.values(), self._chain, content))
        self._newest[change.reflection] = (number, content_hash, content is not None)

    def refuse_loose_ends(self, end: str) -> None:
        """See that the record and the reflections agree, now that all of them are there.

        Raises:
            NotBroughtIn: they do not.
        """
        for uid, content_hash in self._expected.items():
            if self._newest.get(uid, (0, b"", True))[1:] != (content_hash, False):
                raise _disagrees("A reflection is not as the record of changes says.")
        for name in self._newest.keys() - self._expected.keys() - self.away:
            if not name.startswith(KEEPING_PREFIX):
                raise _disagrees("The record of changes names a reflection that is not there.")
        if self._chain_of_copy.hex() != end:
            raise NotBroughtIn("journal.json", "The record of changes ends elsewhere than it says.")


def _disagrees(reason: str) -> NotBroughtIn:
    return NotBroughtIn(CopiedKind.REFLECTIONS.path, reason)
