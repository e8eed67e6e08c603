"""A text made ready once for all patterns: its small letters, and which words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.folding import folded

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_PARTS = "½¼¾"
_PART = re.compile(f"[{_PARTS}]")


def word_set(words: str) -> frozenset[str]:
    """Give the words of a line or of several."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a reading; small has the same places, in small letters without accents.

    To ask whether a word stands in it costs a hundredth of looking for what is around the word.
    """

    text: str
    small: str
    words: frozenset[str]
    has_digit: bool

    @classmethod
    def of(cls, text: str) -> Passage:
        """Make a text ready."""
        small = _small(text)
        return cls(text, small, frozenset(_WORD.findall(small)), _DIGIT.search(text) is not None)

    def has_any(self, words: Set[str]) -> bool:
        """Say whether one of these stands in it, as a run of letters of its own."""
        return not self.words.isdisjoint(words)


def _small(text: str) -> str:
    """Give it folded, but keep halves and quarters: folded, they would be a 1 or a 3."""
    small = folded(text)
    if text.isascii() or not _PART.search(text):
        return small
    return "".join(
        each if each in _PARTS else plain for each, plain in zip(text, small, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """What a pattern says of the words that it finds."""

    kind: IdentifierKind
    reason: str
    confidence: Confidence
    suggestion: str

    def at(self, start: int, end: int) -> PossibleIdentifier:
        """Say it of a stretch, counted in characters, the end outside."""
        return PossibleIdentifier(
            start, end, self.kind, self.reason, self.confidence, self.suggestion
        )

    def of(self, match: re.Match[str], group: int | str = 0) -> PossibleIdentifier:
        """Say it of what a pattern matched, or of one group of it."""
        return self.at(*match.span(group))

    def all_in(
        self, pattern: re.Pattern[str], text: str, group: int | str = 0
    ) -> Iterator[PossibleIdentifier]:
        """Say it of everything in a text that a pattern matches, or of one group of each."""
        for match in pattern.finditer(text):
            yield self.of(match, group)
