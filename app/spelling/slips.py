"""How far one spelling is from another: what people mix up costs less than what they don't."""

from __future__ import annotations

_LETTER = 1.0
_DOUBLED = 0.4  # one of two equal letters too many, or missing
_MIXED_UP = 0.6  # vowels for vowels, or consonants that sound alike
_EXCHANGED = 0.6  # two neighbours
_SILENT = 0.7  # a letter that is often not heard
_APOSTROPHE = 0.3
_FIRST = 0.5  # more, where the word begins: people get that right
_SOUND_ALIKE = ("cks", "sz", "gj", "td", "mn", "vf", "bp", "yi", "iey")
_VOWELS = "aeiou"
_SILENT_LETTERS = "hekgtu"


def distance(wrong: str, right: str, most: float) -> float:
    """Give what it costs to come from one word to the other; above the most it is only more."""
    before: list[float] = []
    row = [0.0]
    for place in range(1, len(right) + 1):
        row.append(row[-1] + _one_letter(right, place))
    for place in range(1, len(wrong) + 1):
        before, above = row, before
        row = [before[0] + _one_letter(wrong, place)]
        for other in range(1, len(right) + 1):
            cost = min(
                before[other] + _one_letter(wrong, place),
                row[other - 1] + _one_letter(right, other),
                before[other - 1] + _instead(wrong[place - 1], right[other - 1], place),
            )
            if place > 1 and other > 1 and _are_exchanged(wrong, place, right, other):
                cost = min(cost, above[other - 2] + _EXCHANGED)
            row.append(cost)
        if min(row) > most:
            return most + _LETTER
    return row[-1]


def _one_letter(word: str, place: int) -> float:
    letter = word[place - 1]
    if letter == "'":
        return _APOSTROPHE
    if place == 1:
        return _LETTER + _FIRST
    if word[place - 2] == letter:
        return _DOUBLED
    return _SILENT if letter in _SILENT_LETTERS else _LETTER


def _instead(letter: str, other: str, place: int) -> float:
    if letter == other:
        return 0.0
    more = _FIRST if place == 1 else 0.0
    if letter in _VOWELS and other in _VOWELS:
        return _MIXED_UP + more
    alike = any(letter in group and other in group for group in _SOUND_ALIKE)
    return (_MIXED_UP if alike else _LETTER) + more


def _are_exchanged(wrong: str, place: int, right: str, other: int) -> bool:
    return wrong[place - 1] == right[other - 2] and wrong[place - 2] == right[other - 1]
