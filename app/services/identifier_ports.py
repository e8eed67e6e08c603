"""What the services around possible identifiers need, named as Protocols."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from app.domain.identifier import Combination, KeptPerson, PossibleIdentifier

People = tuple[KeptPerson, ...]


class IdentifierFinder(Protocol):
    """Finds possible identifiers; may be asked on any thread."""

    def find(self, text: str, people: People) -> tuple[PossibleIdentifier, ...]:
        """Give everything that may identify somebody, in order; none overlaps another."""
        ...

    def known(self, text: str, people: People) -> tuple[PossibleIdentifier, ...]:
        """Give only the names of the people key, in order."""
        ...

    def replaced(
        self, text: str, places: Sequence[tuple[int, int, str]], *, is_markdown: bool
    ) -> str:
        """Give the text with other words at these places, its grammar and Markdown intact."""
        ...

    def combinations(
        self, texts: Iterable[tuple[str, Sequence[PossibleIdentifier]]]
    ) -> tuple[Combination, ...]:
        """Give what somebody who knows the area could put together from one document."""
        ...
