"""Counts what a Word document holds that is not brought in, and says so in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum

from app.domain.incoming import LeftOut


class Omitted(Enum):
    """What is left out of a Word document; the values are its sentence for one and for several."""

    PICTURE = (
        "1 picture is not brought in, for only words are: keep the Word file for it.",
        "{count} pictures are not brought in, for only words are: keep the Word file for them.",
    )
    OBJECT = (
        "1 chart, diagram or embedded file is not brought in: keep the Word file for it.",
        "{count} charts, diagrams or embedded files are not brought in: "
        "keep the Word file for them.",
    )
    DELETED_WORD = (
        "1 word that was deleted with tracked changes is not brought in.",
        "{count} words that were deleted with tracked changes are not brought in.",
    )
    PLACEHOLDER = (
        "1 field that nobody filled in is not brought in.",
        "{count} fields that nobody filled in are not brought in.",
    )
    OTHER_DOCUMENT = (
        "1 other document that this one takes in is not brought in: bring that in by itself.",
        "{count} other documents that this one takes in are not brought in: "
        "bring them in by themselves.",
    )


class Omissions:
    """Counts while a document is read."""

    def __init__(self) -> None:
        self._counts: Counter[Omitted] = Counter()

    def add(self, kind: Omitted, count: int = 1) -> None:
        """Count something that is not brought in."""
        self._counts[kind] += count

    def told(self, place: str) -> Iterator[LeftOut]:
        """Say what was counted, a sentence for each kind."""
        for kind in Omitted:
            count = self._counts[kind]
            if count:
                one, several = kind.value
                yield LeftOut(place, one if count == 1 else several.format(count=count))
