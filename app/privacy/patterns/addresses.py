"""Whole addresses: the flat, the house and the street that stand side by side are one finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.identifier import PossibleIdentifier
from app.privacy.patterns.celtic_streets import celtic_findings
from app.privacy.patterns.dwellings import dwelling_findings
from app.privacy.patterns.home_numbers import number_findings
from app.privacy.patterns.passage import Passage
from app.privacy.patterns.street_names import street_name_findings
from app.privacy.patterns.streets import street_findings

# What may stand between the parts of one address.
_GAPS = frozenset((", ", " ", ",", " on ", " in ", " at ", " off ", ", on ", ", off ", ",\n"))
_LONGEST_GAP = 6
_PARTS = (
    street_findings,
    number_findings,
    celtic_findings,
    dwelling_findings,
    street_name_findings,
)


def address_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give addresses; no two overlap."""
    parts = [each for find in _PARTS for each in find(passage)]
    parts.sort(key=lambda each: (each.start, -each.end))
    whole: PossibleIdentifier | None = None
    for part in parts:
        if whole is None:
            whole = part
        elif _are_one(passage.text, whole, part):
            whole = _joined(whole, part)
        else:
            yield whole
            whole = part
    if whole is not None:
        yield whole


def _are_one(text: str, one: PossibleIdentifier, other: PossibleIdentifier) -> bool:
    if other.start < one.end:
        return True
    return other.start - one.end <= _LONGEST_GAP and text[one.end : other.start] in _GAPS


def _joined(one: PossibleIdentifier, other: PossibleIdentifier) -> PossibleIdentifier:
    """Give the surer one with the places of both."""
    surer = max(one, other, key=lambda each: each.confidence.value)
    return replace(surer, start=one.start, end=max(one.end, other.end))
