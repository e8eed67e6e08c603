"""Retention: review dates, holds and the bin."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.domain.calendar_words import local_day
from app.domain.errors import Cancelled, JournalError
from app.domain.progress import Progress, unwatched
from app.domain.retention import DAYS_IN_BIN, BinEntry, Emptied, Keeping, Review
from app.services.evidence_ports import EvidenceShelf
from app.services.history_ports import BinShelf, KeepingShelf
from app.services.ports import Clock

BIN_WARNING = (
    f"It is taken out of the journal and kept in the bin for {DAYS_IN_BIN} days. "
    "Until then you can bring it back."
)
HOLD_WARNING = (
    "While it is on hold nothing of it can be changed or deleted: not its words, not its old "
    "versions, not from the bin. You can release it at any time."
)
PURGE_WARNING = (
    "The words of the older versions go for good, and nobody can bring them back. The newest "
    "version stays. Snapshots and backups made before today still hold them."
)

TRACES_LEFT = (
    "Traces may still be in the file, because it could not be written anew. "
    "That is tried again when the journal is next opened."
)


@dataclass(frozen=True, slots=True)
class Retention:
    """What a person can decide about keeping the reflections of one open journal."""

    keepings: KeepingShelf
    shelf: BinShelf
    evidence: EvidenceShelf
    clock: Clock

    def keeping(self, reflection_id: str) -> Keeping:
        """Give what was decided about a reflection."""
        return self.keepings.of(reflection_id)

    def set_review_date(self, reflection_id: str, day: date | None) -> None:
        """Set or remove the day on which to think about keeping it; it only reminds.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.keepings.set_review_date(reflection_id, day, self._now())

    def due_reviews(self, today: date | None = None) -> tuple[Review, ...]:
        """Give the reflections whose review date has come, the earliest first."""
        return self.keepings.reviews(today or local_day(self.clock.now()))

    def reviews(self) -> tuple[Review, ...]:
        """Give every reflection that has a review date, the earliest first."""
        return self.keepings.reviews(date.max)

    def held(self) -> tuple[tuple[str, Keeping], ...]:
        """Give the id of every reflection on hold, in the bin too, the longest held first."""
        held = [(uid, kept) for uid, kept in self.keepings.all().items() if kept.is_held]
        return tuple(sorted(held, key=lambda each: str(each[1].held_since)))

    def hold(self, reflection_id: str, why: str) -> None:
        """Forbid every change and removal, for a reason in the person's words.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.keepings.hold(reflection_id, " ".join(why.split()), self._now())

    def release_hold(self, reflection_id: str) -> None:
        """Allow changes and removal again.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.keepings.release(reflection_id, self._now())

    def move_to_bin(self, reflection_id: str) -> None:
        """Take a reflection out of the journal; it can be brought back for thirty days.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        self.shelf.put(reflection_id, self._now())

    def bring_back_from_bin(self, reflection_id: str) -> None:
        """Put a reflection back into the journal, as it was.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.shelf.take_back(reflection_id, self._now())

    def bin(self) -> tuple[BinEntry, ...]:
        """Give what lies in the bin, what was put there last first.

        Raises:
            JournalDamaged: part of it is not as it was kept.
        """
        return self.shelf.entries()

    def days_left(self, entry: BinEntry) -> int:
        """Say how many days a reflection stays in the bin at least."""
        return entry.days_left(self._now())

    def empty_bin(self, reflection_ids: tuple[str, ...], progress: Progress = unwatched) -> Emptied:
        """Remove reflections from the bin for good: warn with emptying_warning before.

        What was stopped half-way is gone all the same; only traces of it may still be in the file,
        and are taken out at the next opening.

        Raises:
            OnHold, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        progress(0)
        self.shelf.empty(reflection_ids, self._now())
        return Emptied(len(reflection_ids), self._swept(progress))

    def tidy(self, progress: Progress = unwatched) -> Emptied:
        """Remove what has been in the bin for its time, and traces of what was removed before.

        Files that no reflection names go too: such as were added when the program was killed.

        For soon after a journal was opened. Never raises for a disk that takes no writes: then it
        is done another time.
        """
        due = self.shelf.due(self._now())
        try:
            if due:
                self.shelf.empty(due, self._now())
        except JournalError:
            due = ()
        with suppress(JournalError):
            self.evidence.sweep()
        return Emptied(len(due), self._swept(progress))

    def sweep(self, progress: Progress = unwatched) -> bool:
        """Take traces of what was removed out of the file, as after purging; say whether all is."""
        return self._swept(progress)

    def _swept(self, progress: Progress) -> bool:
        with suppress(JournalError, Cancelled):
            if self.shelf.is_unswept():
                self.shelf.sweep(progress)
            return True
        return False

    def _now(self) -> datetime:
        return self.clock.now().astimezone(UTC)


def emptying_warning(count: int) -> str:
    """Say what emptying the bin means, before it is done."""
    what, goes, them = f"These {count:,} reflections", "go", "them"
    if count == 1:
        what, goes, them = "This reflection", "goes", "it"
    return (
        f"{what} {goes} for good: from the journal, from the search and from every snapshot and "
        f"backup made from now on. Nobody can bring {them} back. "
        f"Snapshots made earlier still hold {them} until they are cleared away, within about a "
        "year; backups of yours, until you delete those."
    )
