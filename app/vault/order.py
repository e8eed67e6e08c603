"""The order in which reflections are listed, and one page of those that match."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice, pairwise

_FEW = 20  # a share of so much or less of all


class Order:
    """All reflections by their ids inside the database, the newest first.

    It is kept in memory: sorting thousands of hits inside the database costs several times the
    search itself. What matches comes as one text of ids with commas, as the database joins them.
    """

    def __init__(self, newest_first: Sequence[int]) -> None:
        self._newest_first = newest_first
        self._is_by_id = all(newer > older for newer, older in pairwise(newest_first))

    @property
    def ids(self) -> Sequence[int]:
        """The ids in this order."""
        return self._newest_first

    def __len__(self) -> int:
        return len(self._newest_first)

    def those_in(self, matching: Sequence[str]) -> frozenset[str]:
        """Give the ids that are in every text, to be used again and again."""
        return self._known & self._in_all(matching)

    def page(
        self,
        matching: Sequence[str],
        start: int,
        limit: int,
        within: frozenset[str] | None = None,
    ) -> tuple[list[int], int]:
        """Give the ids of a page that are in every text, and how many are in all.

        Within are those that those_in gave; without it every reflection may be there.
        """
        if within is not None:
            return self._page_within(within, matching, start, limit)
        if not matching:
            return list(self._newest_first[start : start + limit]), len(self)
        if len(matching) == 1 and self._is_by_id:
            # As a rule what was begun later has the higher id: then the last ones are the page.
            ids = _last(matching[0], start + limit)[start:]
            if all(map(self._has, ids)):
                return ids, _count(matching[0])
        return self._sorted_page(self._in_all(matching), start, limit)

    def _page_within(
        self, within: frozenset[str], matching: Sequence[str], start: int, limit: int
    ) -> tuple[list[int], int]:
        if not matching:
            return self._sorted_page(within, start, limit)
        if len(matching) == 1 and self._is_by_id:
            ids = matching[0].split(",")
            page = islice(filter(within.__contains__, reversed(ids)), start, start + limit)
            return list(map(int, page)), sum(map(within.__contains__, ids))
        return self._sorted_page(within & self._in_all(matching), start, limit)

    def _sorted_page(
        self, allowed: AbstractSet[str], start: int, limit: int
    ) -> tuple[list[int], int]:
        if not allowed <= self._known:
            allowed = allowed & self._known
        # Of many the newest are soon met; few are sorted sooner than all are looked through.
        if len(allowed) * _FEW < len(self):
            found: Iterable[str] = sorted(allowed, key=self._place_of.__getitem__)
        else:
            found = filter(allowed.__contains__, self._as_texts)
        return list(map(int, islice(found, start, start + limit))), len(allowed)

    def _in_all(self, matching: Sequence[str]) -> set[str]:
        fewest, *others = sorted((set(text.split(",")) for text in matching), key=len)
        return fewest.intersection(*others)

    @cached_property
    def _as_texts(self) -> list[str]:
        return [str(each) for each in self._newest_first]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._as_texts)

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {each: place for place, each in enumerate(self._as_texts)}

    @cached_property
    def _oldest_first(self) -> list[int]:
        return sorted(self._newest_first)

    def _has(self, reflection: int) -> bool:
        place = bisect_left(self._oldest_first, reflection)
        return self._oldest_first[place : place + 1] == [reflection]


def _last(text: str, count: int) -> list[int]:
    """Give so many of the ids at the end, the last first; they ascend."""
    ids = text.rsplit(",", count)[-count:] if count and text else []
    return [int(each) for each in reversed(ids)]


def _count(text: str) -> int:
    return text.count(",") + 1 if text else 0
