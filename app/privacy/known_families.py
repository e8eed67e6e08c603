"""A surname of the people key that stands for more than the one person who has it in the key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.privacy.known_forms import Holder
from app.privacy.known_hits import ADULT_TITLES, CHILD_WORDS, Hit, title_before, words_of

_OF_ALL = re.compile(r"[ \t]+(?:family|families|household|clan)\b(?P<owning>'s)?", re.IGNORECASE)
_MANY = re.compile(r"e?s(?P<owning>')?(?!\w)")
_DETERMINED = re.compile(
    r"\b(?:the|this|that|whole|their|these|those|each|every|a|an|of)[ \t]+\Z", re.IGNORECASE
)
_COUPLE = re.compile(r"\b(?:mr|mrs|ms)\.?[ \t]+(?:and|&|\+)[ \t]+(?:mr|mrs|ms)\.?[ \t]+\Z", re.I)
_LOOKED_BACK = 24  # characters


def as_more_than_one(text: str, hit: Hit, holders: Sequence[Holder]) -> Hit:
    """Call a family, a couple or a grown-up of a child's surname otherwise than the child."""
    if not hit.is_surname:
        return hit
    first = max(0, hit.start - _LOOKED_BACK)
    family = _as_family(text, hit, is_determined=bool(_DETERMINED.search(text, first, hit.start)))
    if family is not None:
        return family
    if couple := _COUPLE.search(text, first, hit.start):
        return replace(hit, start=couple.start(), instead="the couple")
    is_child = bool(words_of(holders[hit.holders[0]]) & CHILD_WORDS)
    if is_child and title_before(text, hit.start) in ADULT_TITLES:
        return replace(hit, instead="a relative")
    return hit


def _as_family(text: str, hit: Hit, *, is_determined: bool) -> Hit | None:
    """Take in "family", or the s of "the Brennans"."""
    instead = "family" if is_determined else "the family"
    if whole := _OF_ALL.match(text, hit.end):
        owning = "'s" if whole["owning"] else ""
        return replace(hit, end=whole.end(), instead=instead + owning)
    many = _MANY.match(text, hit.end) if is_determined else None
    if many is None:
        return None
    return replace(hit, end=many.end(), instead="family's" if many["owning"] else "family")
