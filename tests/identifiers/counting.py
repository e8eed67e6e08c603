"""Counts what was found of what was to be found, and what was found though it is nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.domain.identifier import IdentifierKind, KeptPerson, PossibleIdentifier
from tests.identifiers.sentences import NAMES_AND_PLACES, PATTERNS, SOFT, Marked, Sentence

_GROUPS = (NAMES_AND_PLACES, SOFT, PATTERNS)
_LEAST_SHARE = 0.5  # of a demanded stretch that one finding must cover

Find = Callable[[str, tuple[KeptPerson, ...]], Iterable[PossibleIdentifier]]


@dataclass
class Counts:
    """By kind: what was demanded and found of it, what else was found, and the places of both."""

    demanded: Counter[IdentifierKind] = field(default_factory=Counter)
    found: Counter[IdentifierKind] = field(default_factory=Counter)
    findings: Counter[IdentifierKind] = field(default_factory=Counter)
    false: Counter[IdentifierKind] = field(default_factory=Counter)
    missed_places: list[str] = field(default_factory=list)
    false_places: list[str] = field(default_factory=list)
    # Names and places that the key knows, but not in the way in which they are written.
    varied_demanded: int = 0
    varied_found: int = 0

    def recall(self, kinds: Iterable[IdentifierKind] = frozenset(IdentifierKind)) -> float:
        """Give the share that was found, from 0 to 1; of nothing it is 1."""
        kinds = frozenset(kinds)
        return _share(_sum(self.found, kinds), _sum(self.demanded, kinds))

    def precision(self, kinds: Iterable[IdentifierKind] = frozenset(IdentifierKind)) -> float:
        """Give the share of findings that were right, from 0 to 1; of nothing it is 1."""
        kinds = frozenset(kinds)
        all_of_it = _sum(self.findings, kinds)
        return _share(all_of_it - _sum(self.false, kinds), all_of_it)

    def varied_recall(self) -> float:
        """Give the share that was found of what is written otherwise than the key has it."""
        return _share(self.varied_found, self.varied_demanded)


def count(sentences: Iterable[Sentence], find: Find, *, with_key: bool) -> Counts:
    """Ask the engine about every sentence."""
    counts = Counts()
    for sentence in sentences:
        key = sentence.key() if with_key else ()
        written = {name for person in key for name in person.names}
        found = list(find(sentence.text, key))
        for mark in sentence.marked:
            if mark.is_demanded and (with_key or not mark.needs_key):
                is_varied = bool(key) and sentence.words_of(mark) not in written
                _count_demanded(counts, sentence, mark, found)
                if is_varied and mark.kind in NAMES_AND_PLACES:
                    counts.varied_demanded += 1
                    counts.varied_found += _is_found(mark, found)
        for each in found:
            counts.findings[each.kind] += 1
            if not any(_overlap(each, mark) for mark in sentence.marked):
                counts.false[each.kind] += 1
                counts.false_places.append(_told(sentence, each))
    return counts


def _count_demanded(
    counts: Counts, sentence: Sentence, mark: Marked, found: list[PossibleIdentifier]
) -> None:
    counts.demanded[mark.kind] += 1
    if _is_found(mark, found):
        counts.found[mark.kind] += 1
    else:
        counts.missed_places.append(_told(sentence, mark))


def _is_found(mark: Marked, found: list[PossibleIdentifier]) -> bool:
    group = next(each for each in _GROUPS if mark.kind in each)
    least = _LEAST_SHARE * (mark.end - mark.start)
    return any(each.kind in group and _overlap(each, mark) >= least for each in found)


def _overlap(one: PossibleIdentifier | Marked, other: Marked) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _told(sentence: Sentence, each: PossibleIdentifier | Marked) -> str:
    words = sentence.text[each.start : each.end]
    return f"{sentence.where} {each.kind.value}: “{words}” in {sentence.text}"


def _sum(counter: Counter[IdentifierKind], kinds: frozenset[IdentifierKind]) -> int:
    return sum(counter[kind] for kind in kinds)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
