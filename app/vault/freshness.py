"""Whether a journal is the one that this computer saw last, and what is noted for the next time.

No clock is compared: the record of changes counts every save, and each link binds the one before.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import UTC, date, datetime

from app.domain.errors import JournalError
from app.domain.older_journal import Difference, OlderJournal
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.reflections import Reflections
from app.vault.revisions import Newest, Revisions
from app.vault.seen_heads import SeenHead, SeenHeadFile


def looked_back(database: Database, seen: SeenHead | None) -> OlderJournal | None:
    """Compare a journal with what was seen of it, and its newest reflection with its record.

    Raises:
        JournalDamaged: a page that was asked for does not read.
    """
    revisions = Revisions(database)
    with taken_as_stored():
        newest = revisions.newest()
        last_change = _day(newest.made_at) if newest else None
        missing = seen.saves - revisions.head().saves if seen else 0
        if missing > 0:
            return OlderJournal(Difference.OLDER, last_change, missing)
        if seen and not _goes_on_from(revisions, seen):
            return OlderJournal(Difference.OTHER_HISTORY, last_change)
        if newest and not _is_as_saved(database, revisions, newest):
            return OlderJournal(Difference.PARTLY_OLDER, last_change)
    return None


class Freshness:
    """Notes how far the record of changes goes, as long as nothing is wrong with it."""

    def __init__(
        self, revisions: Revisions, file: SeenHeadFile | None, warning: OlderJournal | None
    ) -> None:
        self._revisions = revisions
        self._file = file
        self._noted: SeenHead | None = None
        self.warning = warning

    def note(self, *, is_closed: bool = False) -> None:
        """Remember the present head. What a warning is about stays remembered until accepted."""
        if self._file is None or self.warning is not None:
            return
        with contextlib.suppress(JournalError):
            head, noted = self._revisions.head(), self._noted
            # One version that is written anew with each pause in typing is noted once: that it
            # was begun is what the next opening asks, and how it ended is noted at closing.
            if noted and noted.seq == head.seq and noted.is_closed >= is_closed:
                return
            link = self._revisions.head_link()
            self._noted = SeenHead(head.seq, head.saves, head.chain, link.chain_before, is_closed)
            self._file.write(self._noted)

    def accept(self) -> None:
        """Go on with this journal: from now on it is the one that was seen."""
        self.warning = None
        self.note(is_closed=True)


def _goes_on_from(revisions: Revisions, seen: SeenHead) -> bool:
    link = revisions.link(seen.seq)
    if link is None:
        return False
    if link.saves == seen.saves:
        return link.chain == seen.chain
    # The version seen last may have been written anew since, if it was left open by a crash.
    is_same_but_later = link.saves > seen.saves and link.chain_before == seen.chain_before
    return is_same_but_later and not seen.is_closed


def _is_as_saved(database: Database, revisions: Revisions, newest: Newest) -> bool:
    if not newest.is_chained:
        return False
    stored = Reflections(database).stored(newest.reflection_uid)
    if stored is None:
        return True  # whether it may be gone is asked by the whole check
    present = hashlib.sha256(stored[1].canonical()).digest()
    return revisions.newest_hash(newest.reflection_uid) == present


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone().date()
