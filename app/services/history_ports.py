"""What the services need for versions, holds and the bin, named as Protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from app.domain.history import VersionOutline
from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.domain.retention import BinEntry, Keeping, Review


class VersionShelf(Protocol):
    """The versions of the reflections of one open journal."""

    def outlines(self, reflection_id: str) -> tuple[VersionOutline, ...]:
        """Give every version, the newest first; of a reflection in the bin too.

        Raises:
            NoSuchReflection: the journal holds none with this id.
            JournalDamaged: a version is not as it was kept.
        """
        ...

    def read(self, reflection_id: str, number: int) -> Reflection:
        """Read one version whole.

        Raises:
            NoSuchReflection, NoSuchVersion: there is none, or its words were removed for good.
            JournalDamaged: it is not as it was kept.
        """
        ...

    def purge(self, reflection_id: str, at: datetime) -> int:
        """Remove the words of all versions but the newest for good; give of how many.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        ...


class KeepingShelf(Protocol):
    """What was decided about keeping the reflections of one open journal."""

    def of(self, reflection_id: str) -> Keeping:
        """Give what was decided about a reflection."""
        ...

    def all(self) -> Mapping[str, Keeping]:
        """Give every decision by the reflection's id."""
        ...

    def reviews(self, until: date) -> tuple[Review, ...]:
        """Give the reflections whose review date has come by this day, the earliest first."""
        ...

    def set_review_date(self, reflection_id: str, day: date | None, at: datetime) -> None:
        """Set or remove the day of the reminder; a hold does not forbid it.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def hold(self, reflection_id: str, why: str, at: datetime) -> None:
        """Forbid every change and removal; one that is held already only gets the new reason.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def release(self, reflection_id: str, at: datetime) -> None:
        """Allow changes and removal again.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...


class BinShelf(Protocol):
    """The bin of one open journal."""

    def put(self, reflection_id: str, at: datetime) -> None:
        """Move a reflection into the bin.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def take_back(self, reflection_id: str, at: datetime) -> None:
        """Bring a reflection back from the bin; one that is on hold too.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def entries(self) -> tuple[BinEntry, ...]:
        """Give what lies in the bin, what was put there last first."""
        ...

    def due(self, now: datetime) -> tuple[str, ...]:
        """Give those that may leave the bin by themselves."""
        ...

    def empty(self, reflection_ids: Sequence[str], at: datetime) -> None:
        """Remove reflections from the bin for good; all of them, or none.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def is_unswept(self) -> bool:
        """Say whether traces of what was removed may still be in the file."""
        ...

    def sweep(self, progress: Progress) -> None:
        """Leave no trace of what was removed in the indexes and the file.

        Raises:
            Cancelled, NotSaved, NotEnoughMemory: traces may still be there.
        """
        ...
