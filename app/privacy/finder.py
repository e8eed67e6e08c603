"""The finder of possible identifiers, as services ask it: its lists are read when first asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.identifier import Combination, KeptPerson, PossibleIdentifier

if TYPE_CHECKING:
    from app.privacy.detector import Detector

People = tuple[KeptPerson, ...]
_MOST_RECALLED = 400  # texts; a summary holds fewer
_LONGEST_RECALLED = 20_000  # characters


class Finder:
    """May be asked on any thread. What it was asked before it recalls: papers are made often."""

    def __init__(self) -> None:
        """Read nothing yet: neither the lists nor the rules, so that the window opens at once."""
        self._detector: Detector | None = None
        self._recalled: dict[tuple[str, People], tuple[PossibleIdentifier, ...]] = {}
        self._lock = Lock()

    def find(self, text: str, people: People) -> tuple[PossibleIdentifier, ...]:
        """Give everything that may identify somebody, in order; none overlaps another."""
        asked = (text, people)
        found = self._recalled.get(asked)
        if found is None:
            found = self._shipped().find(text, people)
            if len(text) <= _LONGEST_RECALLED:
                with self._lock:
                    if len(self._recalled) >= _MOST_RECALLED:
                        self._recalled.clear()
                    self._recalled[asked] = found
        return found

    def known(self, text: str, people: People) -> tuple[PossibleIdentifier, ...]:
        """Give only the names of the people key, in order."""
        if not people:
            return ()
        return self._shipped().known(text, people)

    def replaced(
        self, text: str, places: Sequence[tuple[int, int, str]], *, is_markdown: bool
    ) -> str:
        """Give the text with other words at these places, its grammar and Markdown intact."""
        from app.privacy.replacing import Replacement, replaced

        replacements = [Replacement(*each) for each in places]
        return replaced(text, replacements, is_markdown=is_markdown)

    def combinations(
        self, texts: Iterable[tuple[str, Sequence[PossibleIdentifier]]]
    ) -> tuple[Combination, ...]:
        """Give what somebody who knows the area could put together from one document."""
        from app.privacy.motivated_reader import combinations

        return combinations(list(texts))

    def _shipped(self) -> Detector:
        with self._lock:
            if self._detector is None:
                from app.privacy.detector import Detector

                self._detector = Detector.shipped()
            return self._detector
