"""What the services need for links between reflections, named as a Protocol."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.domain.linking import LinkedReflection


class LinkShelf(Protocol):
    """The links of one open journal; one is seen only while both its reflections are there."""

    def join(self, reflection_id: str, other_id: str, at: datetime) -> None:
        """Link two reflections; linking them again changes nothing.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def join_coming(self, reflection_id: str, coming_id: str, at: datetime) -> None:
        """Link a reflection to one that will be stored next; if it never is, no link is seen.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        ...

    def part(self, reflection_id: str, other_id: str) -> None:
        """Remove a link; where there is none, nothing happens.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def of(self, reflection_id: str) -> tuple[LinkedReflection, ...]:
        """Give what is linked to a reflection, in the order of linking."""
        ...

    def titled(self, words: str, limit: int, *, beside: str) -> tuple[LinkedReflection, ...]:
        """Give the reflections whose title or form holds each of these words, newest first.

        The one beside which they will stand is left out, with what is linked to it already.
        """
        ...
