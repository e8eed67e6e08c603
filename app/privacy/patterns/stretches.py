"""Makes one finding of a stretch: "4pm to 5pm", "3rd - 5th May", "3.15 in the morning"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.identifier import IdentifierKind, PossibleIdentifier

_JOINS = re.compile(r"\s?(?:-|to|until|till?|through to)\s?(?:the\s)?")
_PART_OF_DAY = re.compile(r"\s(?:in the (?:morning|afternoon|evening|night)|at night)\b")
_TIME, _DATE = IdentifierKind.EXACT_TIME, IdentifierKind.EXACT_DATE
_LONGEST = 16  # characters between two ends


def stretched(small: str, found: list[PossibleIdentifier]) -> list[PossibleIdentifier]:
    """Join hours and days that are the ends of one stretch; an hour takes its part of the day."""
    joined: list[PossibleIdentifier] = []
    for one in found:
        part = _PART_OF_DAY.match(small, one.end) if one.kind is _TIME else None
        each = replace(one, end=part.end()) if part else one
        if joined and _is_one_stretch(small, joined[-1], each):
            joined[-1] = replace(joined[-1], end=each.end)
        else:
            joined.append(each)
    return joined


def _is_one_stretch(small: str, one: PossibleIdentifier, other: PossibleIdentifier) -> bool:
    if one.kind is not other.kind or one.kind not in (_TIME, _DATE):
        return False
    is_near = 0 <= other.start - one.end <= _LONGEST
    return is_near and _JOINS.fullmatch(small, one.end, other.start) is not None
