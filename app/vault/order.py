"""The order in which reflections are listed, and one page of those that match."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, pairwise


class Order:
    """All reflections by their ids inside the database, newest writing first.

    It is kept in memory: sorting thousands of hits inside the database costs several times the
    search itself. What matches comes as one text of ids with commas, as the database joins them.
    """

    def __init__(self, newest_first: Sequence[int]) -> None:
        self._newest_first = newest_first
        self._is_by_id = all(newer > older for newer, older in pairwise(newest_first))

    def __len__(self) -> int:
        return len(self._newest_first)

    def page(self, matching: Sequence[str], start: int, limit: int) -> tuple[list[int], int]:
        """Give the ids of a page that are in every text, and how many are in all."""
        if not matching:
            return list(self._newest_first[start : start + limit]), len(self)
        if len(matching) == 1 and self._is_by_id:
            # As a rule what was begun later has the higher id: then the last ones are the page.
            ids = _last(matching[0], start + limit)[start:]
            if all(map(self._has, ids)):
                return ids, _count(matching[0])
        return self._sorted_page([set(text.split(",")) for text in matching], start, limit)

    def _sorted_page(
        self, matching: list[set[str]], start: int, limit: int
    ) -> tuple[list[int], int]:
        allowed = min(matching, key=len)
        for each in matching:
            allowed &= each
        found = filter(allowed.__contains__, self._as_texts)
        page = [int(each) for each in islice(found, start, start + limit)]
        return page, len(allowed.intersection(self._as_texts))

    @cached_property
    def _as_texts(self) -> list[str]:
        return [str(each) for each in self._newest_first]

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
