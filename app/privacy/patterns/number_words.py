"""Numbers in figures or in words, as people write ages and counts."""

from __future__ import annotations

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40}
_VALUES = (
    {word: number for number, word in enumerate(_SMALL.split(), 1)} | _TENS | {"a": 1, "an": 1}
)
_UNITS = "|".join(_SMALL.split()[:9])
# The longer words first, so that "fourteen" is not read as "four".
_WORDS = "|".join(sorted([*_SMALL.split(), *_TENS], key=len, reverse=True))

NUMBER_WORDS = frozenset(_SMALL.split())
# A pattern for small letters.
NUMBER = rf"(?:\d{{1,3}}|(?:{_WORDS})(?:[ -](?:{_UNITS}))?)"


def number_of(words: str) -> int:
    """Give the number that such words or figures stand for."""
    if words.isdigit():
        return int(words)
    return sum(_VALUES.get(each, 0) for each in words.replace("-", " ").split())
