"""What tells less than an exact age: the band that fits the words around it."""

from __future__ import annotations

import re

_BABY_YEARS, _TODDLER_YEARS, _SMALL_YEARS = 1, 3, 5
_OLDER = ((12, "of primary-school age"), (18, "a teenager"))
_IS_NOUN = re.compile(r"[ -]?(?:month|mth|week|wk|day|hour|year|yr)s?[ -]olds?\Z")
_PERSON = re.compile(
    r"[ -](?:baby|infant|newborn|boy|girl|son|daughter|brother|sister|twins?|toddler|child|"
    r"children|sibling|half|nephew|niece|grand\w+|who\b)"
)


def band_of(small: str, age: str, end: int, years: float) -> str:
    """Give the band that stands for an age that ends here; letters are small."""
    is_before_person = _PERSON.match(small, end) is not None
    if _IS_NOUN.search(age):
        band = _before(years) if is_before_person else _as_noun(years)
        return band + ("s" if age.endswith("s") else "")
    if is_before_person and "ag" not in age:
        return _before(years)
    band = _told(years)
    return f"aged {band}" if age.startswith("age") and years < _SMALL_YEARS else band


def _before(years: float) -> str:
    """Give what fits before "baby" or "boy"."""
    if years < _BABY_YEARS:
        return "very young"
    return "small" if years < _SMALL_YEARS else "older"


def _as_noun(years: float) -> str:
    if years < _BABY_YEARS:
        return "baby"
    return "toddler" if years < _TODDLER_YEARS else "child"


def _told(years: float) -> str:
    """Give what fits behind "is"."""
    if years < _BABY_YEARS:
        return "under one"
    if years < _SMALL_YEARS:
        return f"about {('one', 'two', 'three', 'four')[int(years) - 1]}"
    return next((words for end, words in _OLDER if years < end), "grown up")
