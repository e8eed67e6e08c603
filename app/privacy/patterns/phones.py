"""Telephone numbers: by their form, and shorter ones behind a word such as "ring"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_BY = r"[ \t().\-/_]{0,3}"
_EXTENSION = r"(?:,?\s?(?:ext?n?\.?|extension|x)\s?\d{1,5})?"
# The first figure comes first in the pattern, so that a search jumps from one to the next.
_HOME = re.compile(rf"(?:\(0|0)(?<![\w£$€.]0)(?:{_BY}\d){{9,10}}(?!\d){_EXTENSION}(?!\w)")
_ABROAD = re.compile(
    rf"(?:\+\d|\(\+\d|00\d(?<![\w£$€.]00\d)|\bplus\s?\d)(?:{_BY}\d){{7,13}}(?!\d){_EXTENSION}(?!\w)"
)
# Only part of a mobile number is written: "on 07700 900".
_PART = re.compile(r"07\d{3}(?<![\w£$€.]07\d{3})[ -]?\d{3,5}(?![\w%]|[.,/-]\d)")
_DATE = re.compile(r"\(?0\d[./-]\d{1,2}[./-](?:\d\d)?\d\d\b")
_CALLING = word_set(
    """
    tel phone phoned telephone mobile mob call called ring rang text texted landline fax dial
    dialled whatsapp cell number
    """
)
_LOCAL = re.compile(
    r"\b(?:tel|phoned?|telephone|mobile|mob|call(?:ed)?|ring|rang|text(?:ed)?|landline|fax|"
    r"dial(?:led)?|whatsapp|cell)\b[^\n\d£$€@]{0,20}"
    r"(?P<number>(?!(?:19|20)\d\d(?:[ -](?:19|20)\d\d)?(?!\d))"
    r"\d{3,5}[ -]?\d{3,4}(?:[ -]?\d{3,4})?)(?![\w%]|[.,/-]\d)"
)
_MOST_BRACKETS = 2
_UK_LENGTHS = {"1": (10, 11), "2": (11,), "3": (11,), "5": (11,), "7": (11,), "8": (10, 11)}
_UK_LENGTHS["9"] = (11,)

_CERTAIN = Sign(
    IdentifierKind.PHONE, "reads as a phone number", Confidence.CERTAIN, "a phone number"
)
_LIKELY = Sign(
    IdentifierKind.PHONE, "stands where a number to ring does", Confidence.LIKELY, "a phone number"
)


def phone_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give phone numbers; the passage has a digit."""
    small = passage.small
    yield from _whole(small)
    if "07" in small:
        yield from _LIKELY.all_in(_PART, small)
    if passage.has_any(_CALLING):
        yield from _LIKELY.all_in(_LOCAL, small, "number")


def _whole(small: str) -> Iterator[PossibleIdentifier]:
    for match in _HOME.finditer(small):
        if _is_of_the_uk(match[0]):
            yield _CERTAIN.of(match)
    if "+" in small or "00" in small or "plus" in small:
        for match in _ABROAD.finditer(small):
            if match[0].count("(") <= _MOST_BRACKETS:
                yield _CERTAIN.of(match)


def _is_of_the_uk(words: str) -> bool:
    """Say whether it is as long as numbers of its beginning are, and no date with an hour."""
    if words.count("(") > 1 or _DATE.match(words):
        return False
    number = re.split("[,ex]", words, maxsplit=1)[0]
    digits = [each for each in number if each.isdigit()]
    return len(digits) in _UK_LENGTHS.get(digits[1], ())
