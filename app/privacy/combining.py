"""Which findings stay where several lie over each other, so that no part of a longer one gets out.

A name of the people key is replaced without a question. Where it is only a part of a longer thing,
"Kayleigh" of "Kayleigh Dobson" or of an e-mail address, the rest would stay: the longer one stays
then, to be decided by the person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.known_form import INSTITUTIONS, PARTICLES, TITLES, WORD, folded

# These lie over whole sentences and say nothing about what they hold.
_SOFT = frozenset(
    {IdentifierKind.SIBLINGS, IdentifierKind.RARE_EVENT, IdentifierKind.QUOTED_SPEECH}
)
_NAMED = frozenset({IdentifierKind.NAME, IdentifierKind.PLACE, IdentifierKind.ORGANISATION})
_MORE_THAN_KEY = "more than the name in your people key"
_TELLS_NOTHING = TITLES | PARTICLES | {"s", "d", "ll"}


def combined(text: str, found: Iterable[PossibleIdentifier]) -> list[PossibleIdentifier]:
    """Give the findings that stay, in order; none overlaps another."""
    whole = list(found)
    kept = _Kept(without_overlaps(each for each in whole if each.label_of))
    for each in without_overlaps(each for each in whole if not each.label_of):
        over = kept.over(each)
        if not over:
            kept.add(each)
        elif _says_more(text, over, each):
            kept.put_in_place(over, _joined(over, each))
    return kept.findings


def without_overlaps(found: Iterable[PossibleIdentifier]) -> list[PossibleIdentifier]:
    """Keep, of those that overlap, the more certain and longer; none is empty, all in order."""
    ranked = sorted(
        (each for each in found if each.start < each.end),
        key=lambda each: (-each.confidence.value, each.start - each.end, each.start),
    )
    kept = _Kept([])
    for each in ranked:
        if not kept.over(each):
            kept.add(each)
    return kept.findings


class _Kept:
    """Findings in order, of which none overlaps another."""

    def __init__(self, findings: list[PossibleIdentifier]) -> None:
        self.findings = findings
        self._starts = [each.start for each in findings]

    def over(self, finding: PossibleIdentifier) -> list[PossibleIdentifier]:
        """Give those that share a character with a finding."""
        place = bisect_left(self._starts, finding.start)
        first = place - 1 if place and self.findings[place - 1].end > finding.start else place
        return self.findings[first : bisect_left(self._starts, finding.end)]

    def add(self, finding: PossibleIdentifier) -> None:
        """Add one that shares no character with any."""
        place = bisect_left(self._starts, finding.start)
        self._starts.insert(place, finding.start)
        self.findings.insert(place, finding)

    def put_in_place(self, of: Sequence[PossibleIdentifier], finding: PossibleIdentifier) -> None:
        """Put a finding in the place of some that stand side by side."""
        first = bisect_left(self._starts, of[0].start)
        self._starts[first : first + len(of)] = [finding.start]
        self.findings[first : first + len(of)] = [finding]


def _says_more(text: str, over: Sequence[PossibleIdentifier], finding: PossibleIdentifier) -> bool:
    """Say whether a finding tells anything beside the names of the people key under it."""
    if finding.kind in _SOFT:
        return False
    left, at = [], finding.start
    for each in over:
        left.append(text[at : max(at, each.start)])
        at = each.end
    left.append(text[at : max(at, finding.end)])
    words = [folded(word) for part in left for word in WORD.findall(part)]
    if finding.kind not in _NAMED:
        return bool(words)
    if all(each.kind is not finding.kind for each in over):
        return any(word not in _TELLS_NOTHING for word in words)
    return any(word not in _TELLS_NOTHING | INSTITUTIONS for word in words)


def _joined(over: Sequence[PossibleIdentifier], finding: PossibleIdentifier) -> PossibleIdentifier:
    """Give what lies over names of the people key as one finding that the person decides."""
    start = min(over[0].start, finding.start)
    end = max(over[-1].end, finding.end)
    is_person = finding.kind is IdentifierKind.NAME and over[0].kind is IdentifierKind.NAME
    if not is_person:
        return replace(finding, start=start, end=end, holds=tuple(over))
    label = over[0].label_of
    likely = Confidence.LIKELY
    return PossibleIdentifier(start, end, finding.kind, _MORE_THAN_KEY, likely, label, label)
