"""What the services need for looking again, named as a Protocol."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from app.domain.following_up import FollowUp
from app.domain.linking import LinkedReflection


class FollowUpShelf(Protocol):
    """The follow-ups of one open journal; those of a reflection in the bin are not seen."""

    def set(self, reflection_id: str, due_on: date, at: datetime) -> None:
        """Ask for a look on this day, in place of the one that waits, if any.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def remove_waiting(self, reflection_id: str) -> None:
        """Ask for no look any more; what was answered or let go stays known.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def answer(self, reflection_id: str, answered_id: str, at: datetime) -> None:
        """Note that somebody looks again in a reflection that will be stored next.

        If it never is, the look still waits; where none waited, nobody looked.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def let_go(self, reflection_id: str, at: datetime) -> None:
        """Close the look that waits without an answer; where none waits, nothing happens.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def due(self, today: date) -> tuple[FollowUp, ...]:
        """Give those that wait and whose day has come, the earliest first."""
        ...

    def of(self, reflection_id: str) -> tuple[FollowUp, ...]:
        """Give every follow-up of a reflection, the earliest day first."""
        ...

    def first_of(self, answered_id: str) -> LinkedReflection | None:
        """Give the reflection that this one looks again at."""
        ...
