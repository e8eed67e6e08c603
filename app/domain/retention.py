"""What a person decides about keeping a reflection: review date, hold, and the bin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAYS_IN_BIN = 30


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was decided about keeping one reflection; nothing was, by default.

    The review date only reminds. Of versions up to purged_to the words were removed for good.
    """

    review_on: date | None = None
    held_since: datetime | None = None
    held_because: str = ""
    binned_at: datetime | None = None
    emptied_at: datetime | None = None
    purged_to: int = 0

    @property
    def is_held(self) -> bool:
        """Say whether nothing of the reflection may be changed or removed."""
        return self.held_since is not None

    @property
    def is_binned(self) -> bool:
        """Say whether it lies in the bin."""
        return self.binned_at is not None

    @property
    def is_gone(self) -> bool:
        """Say whether it was removed from the bin for good."""
        return self.emptied_at is not None


@dataclass(frozen=True, slots=True)
class BinEntry:
    """A reflection that lies in the bin."""

    id: str
    title: str
    form_title: str
    begun_at: datetime
    binned_at: datetime
    is_held: bool = False

    def days_left(self, now: datetime) -> int:
        """Say how many days it stays at least; a clock that was wrong never makes them fewer."""
        passed = max(0, (now - self.binned_at).days)
        return max(0, DAYS_IN_BIN - passed)


@dataclass(frozen=True, slots=True)
class Review:
    """A reflection with the day on which to think about keeping it."""

    id: str
    title: str
    form_title: str
    review_on: date
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Emptied:
    """What emptying the bin did: how many went, and whether the file holds no trace of them."""

    count: int
    is_swept: bool


def leaves_on(binned_at: datetime) -> datetime:
    """Give the moment from which a reflection in the bin may be removed by itself."""
    return binned_at + timedelta(days=DAYS_IN_BIN)
