"""Linking: reflections that belong together, seen from both ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC

from app.domain.linking import LinkedReflection
from app.services.link_ports import LinkShelf
from app.services.ports import Clock

_MOST_OFFERED = 50


@dataclass(frozen=True, slots=True)
class Linking:
    """What a person can do with the links of one open journal."""

    shelf: LinkShelf
    clock: Clock

    def linked(self, reflection_id: str) -> tuple[LinkedReflection, ...]:
        """Give what is linked to a reflection, in the order of linking."""
        return self.shelf.of(reflection_id)

    def offered(self, reflection_id: str, words: str) -> tuple[LinkedReflection, ...]:
        """Give what can be linked to a reflection, by words of the title, newest first."""
        return self.shelf.titled(words, _MOST_OFFERED, beside=reflection_id)

    def join(self, reflection_id: str, other_id: str) -> None:
        """Link two reflections.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.shelf.join(reflection_id, other_id, self.clock.now().astimezone(UTC))

    def join_coming(self, reflection_id: str, coming_id: str) -> None:
        """Link a reflection to one that will be stored next; if it never is, no link is seen.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.shelf.join_coming(reflection_id, coming_id, self.clock.now().astimezone(UTC))

    def part(self, reflection_id: str, other_id: str) -> None:
        """Remove the link between two reflections; both stay.

        Raises:
            NotSaved: nothing was changed.
        """
        self.shelf.part(reflection_id, other_id)
