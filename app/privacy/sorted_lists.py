"""Sorted lists that are read at once and parted only where they are asked: ready without delay."""

from __future__ import annotations

from collections.abc import Collection, Iterable

Phrase = tuple[str, ...]

_START = 2  # letters by which the list is parted


class SortedWords:
    """Words in the order of their characters, one on each line of a text."""

    def __init__(self, text: str, others: Collection[str] = ()) -> None:
        """Take the text as it stands in its file, and a few others in any order."""
        self._text = f"\n{text.strip()}\n"
        self._others = frozenset(others)
        self._parts: dict[str, frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        """Say whether the list holds exactly this word."""
        start = word[:_START]
        part = self._parts.get(start)
        if part is None:
            part = self._parts[start] = frozenset(_beginning_with(self._text, start))
        return word in part or word in self._others


class SortedPhrases:
    """Phrases in the order of their characters, one on each line of a text."""

    def __init__(self, text: str) -> None:
        """Take the text as it stands in its file."""
        self._text = f"\n{text.strip()}\n"
        self._parts: dict[str, dict[str, tuple[Phrase, ...]]] = {}

    def beginning_with(self, word: str) -> tuple[Phrase, ...]:
        """Give the phrases whose first word is this, the longest first."""
        start = word[:_START]
        part = self._parts.get(start)
        if part is None:
            part = self._parts[start] = by_first_word(_beginning_with(self._text, start))
        return part.get(word, ())


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """Give phrases by their first words, without possessives, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for each in phrases:
        words = tuple(each.split())
        if words:
            found.setdefault(_bare(words[0]), []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def _bare(word: str) -> str:
    """Give a word without the sign that it owns something, as words in a text are looked up."""
    return word.removesuffix("'s").removesuffix("'")


def _beginning_with(text: str, start: str) -> list[str]:
    """Give the lines that begin so; in a sorted text they stand together."""
    if not start:
        return []
    after = start[:-1] + chr(ord(start[-1]) + 1)
    return text[_place(text, start) : _place(text, after)].split("\n")[:-1]


def _place(text: str, wanted: str) -> int:
    """Give where the first line begins that does not come before this one, by halving."""
    low, high = 1, len(text)
    while low < high:
        middle = text.rfind("\n", low, (low + high) // 2) + 1 or low
        end = text.index("\n", middle)
        if text[middle:end] < wanted:
            low = end + 1
        else:
            high = middle
    return low
