"""Settles which of several findings that overlap stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from app.domain.identifier import PossibleIdentifier


def settled(findings: Iterable[PossibleIdentifier]) -> list[PossibleIdentifier]:
    """Keep, of those that overlap, the one that is surer, then the longer; in order of place."""
    best = sorted(
        findings,
        key=lambda each: (-each.confidence.value, each.start - each.end, each.start),
    )
    places = _Places()
    taken = (each for each in best if each.start < each.end and places.take(each.start, each.end))
    return sorted(taken, key=lambda each: each.start)


class _Places:
    """Stretches that are taken, sorted, so that many cost little."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take a stretch; say whether it was free."""
        at = bisect_left(self._starts, start)
        is_free_before = at == 0 or self._ends[at - 1] <= start
        is_free_behind = at == len(self._starts) or self._starts[at] >= end
        if is_free_before and is_free_behind:
            self._starts.insert(at, start)
            self._ends.insert(at, end)
            return True
        return False
