"""A word that no list knows, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_OWN_WORD = 60  # characters; what is longer is no word


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A stretch of a text."""

    start: int
    end: int
    word: str
