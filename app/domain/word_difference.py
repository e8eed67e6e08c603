"""Which words were kept, added and removed between two texts, in a bounded time.

difflib alone takes minutes over two megabytes. So the ends that are the same are set aside, words
that occur once in both texts (or runs of a few words that do) cut the rest into small blocks, and
difflib compares each block. A block that is too much even so counts as replaced whole: that is
still true, only less fine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from app.domain.history import Change, Run

_WORD = re.compile(r"\S+\s*|\s+")
_MOST_STEPS_IN_BLOCK = 200_000
_MOST_STEPS = 6_000_000
_DEEPEST = 8
_LENGTHS_OF_ANCHORS = (1, 3, 6)

# A stretch of the older words and of the newer: from, to, from, to.
_Block = tuple[int, int, int, int]


def word_runs(older: str, newer: str) -> tuple[Run, ...]:
    """Give the runs that lead from one text to the other, removed words before added ones."""
    if older.split() == newer.split():
        return (Run(Change.KEPT, newer),) if newer else ()
    old, new = _WORD.findall(older), _WORD.findall(newer)
    comparing = _Comparing([word.strip() for word in old], [word.strip() for word in new])
    return tuple(_joined(_fates(comparing.kept_blocks(), old, new)))


def whole_runs(older: str, newer: str) -> tuple[Run, ...]:
    """Give the runs for a value that is one thing: a choice, a number, a day."""
    if older == newer:
        return (Run(Change.KEPT, newer),) if newer else ()
    pairs = ((Change.REMOVED, older), (Change.ADDED, newer))
    return tuple(Run(change, text) for change, text in pairs if text)


class _Comparing:
    """Finds the stretches that two lists of words have in common."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self._steps_left = _MOST_STEPS

    def kept_blocks(self) -> Iterator[_Block]:
        """Give what both have, in order, and an empty block at the end."""
        yield from self._within((0, len(self._old), 0, len(self._new)), _DEEPEST)
        yield (len(self._old), len(self._old), len(self._new), len(self._new))

    def _within(self, block: _Block, depth: int) -> Iterator[_Block]:
        before, middle, after = self._without_same_ends(block)
        yield from before
        yield from self._between_ends(middle, depth)
        yield from after

    def _without_same_ends(self, block: _Block) -> tuple[list[_Block], _Block, list[_Block]]:
        old, new = self._old, self._new
        old_from, old_to, new_from, new_to = block
        while old_from < old_to and new_from < new_to and old[old_from] == new[new_from]:
            old_from, new_from = old_from + 1, new_from + 1
        while old_from < old_to and new_from < new_to and old[old_to - 1] == new[new_to - 1]:
            old_to, new_to = old_to - 1, new_to - 1
        before = [(block[0], old_from, block[2], new_from)] if old_from > block[0] else []
        after = [(old_to, block[1], new_to, block[3])] if old_to < block[1] else []
        return before, (old_from, old_to, new_from, new_to), after

    def _between_ends(self, block: _Block, depth: int) -> Iterator[_Block]:
        old_from, old_to, new_from, new_to = block
        steps = (old_to - old_from) * (new_to - new_from)
        if steps == 0:
            return
        if steps <= _MOST_STEPS_IN_BLOCK:
            if steps <= self._steps_left:
                self._steps_left -= steps
                yield from self._matched(block)
            return
        anchors = self._anchors(block) if depth else []
        if not anchors:
            return
        for old_place, new_place in (*anchors, (old_to, new_to)):
            yield from self._within((old_from, old_place, new_from, new_place), depth - 1)
            old_from, new_from = old_place, new_place

    def _matched(self, block: _Block) -> Iterator[_Block]:
        old_from, old_to, new_from, new_to = block
        old, new = self._old[old_from:old_to], self._new[new_from:new_to]
        for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            if match.size:
                old_at, new_at = old_from + match.a, new_from + match.b
                yield (old_at, old_at + match.size, new_at, new_at + match.size)

    def _anchors(self, block: _Block) -> list[tuple[int, int]]:
        """Give the places of words that occur once in both, as many as keep their order."""
        old_from, old_to, new_from, new_to = block
        for length in _LENGTHS_OF_ANCHORS:
            once_old = _once(self._old[old_from:old_to], length)
            once_new = _once(self._new[new_from:new_to], length)
            both = [(at, once_new[words]) for words, at in once_old.items() if words in once_new]
            if both:
                rising = _longest_rising(sorted(both))
                return [(old_from + old_at, new_from + new_at) for old_at, new_at in rising]
        return []


def _once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    """Give the place of every run of so many words that occurs once."""
    runs = list(zip(*(words[offset:] for offset in range(length)), strict=False))
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest run of pairs in which the second place rises as the first does."""
    ends: list[int] = []  # the lowest second place in which a run of each length can end
    at_end: list[int] = []  # the pair that it ends in
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [index]
    found = []
    index = at_end[-1] if at_end else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _fates(
    kept: Iterator[_Block], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Change, str]]:
    old_at = new_at = 0
    for old_from, old_to, new_from, new_to in kept:
        yield from ((Change.REMOVED, word) for word in old[old_at:old_from])
        yield from ((Change.ADDED, word) for word in new[new_at:new_from])
        yield from ((Change.KEPT, word) for word in new[new_from:new_to])
        old_at, new_at = old_to, new_to


def _joined(fates: Iterator[tuple[Change, str]]) -> Iterator[Run]:
    is_apart = True
    for change, words in groupby(fates, key=lambda fate: fate[0]):
        text = "".join(word for _, word in words)
        if change is Change.REMOVED:
            # The last word of a text has no space after it, but here other words follow.
            text = f"{'' if is_apart else ' '}{text}{'' if text[-1].isspace() else ' '}"
        is_apart = text[-1].isspace()
        yield Run(change, text)
