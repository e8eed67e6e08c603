"""Reads rows straight from the pages of the database's trees, without any index or inner page.

SQLite keeps the rows of a table on leaf pages; of a table WITHOUT ROWID, and of an index, on inner
pages too. Each page names its own kind, so every page that reads gives its rows, whatever became
of the pages that once led to it. A freed page is all zeros (secure_delete), so nothing deleted
comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from app.vault.decryptor import USABLE_BYTES, varint

_INDEX_INSIDE, _TABLE_INSIDE, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_KINDS_WITH_ROWS = (_INDEX_INSIDE, _INDEX_LEAF, _TABLE_LEAF)
_FIRST_PAGE_HEADER = 100
_WHOLE_NUMBER_BYTES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FIRST_BLOB, _ZERO, _ONE = 12, 8, 9
_LARGEST_ROW_BYTES = 1 << 28

ReadPage = Callable[[int], bytes | None]


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row as a tree holds it: the rowid (None in an index's tree) and the values."""

    rowid: int | None
    values: tuple[Any, ...]


@dataclass(slots=True)
class TreeRows:
    """Reads the rows of one page after another, and counts the rows that run on to a bad page."""

    read_page: ReadPage
    cut_off: int = 0

    def on(self, number: int) -> Iterator[TreeRow]:
        """Give the rows that begin on a page, if it is one that holds rows."""
        page = self.read_page(number)
        start = _FIRST_PAGE_HEADER if number == 1 else 0
        if page is None or page[start] not in _KINDS_WITH_ROWS:
            return
        kind = page[start]
        first = start + (12 if kind == _INDEX_INSIDE else 8)
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for place in range(first, min(first + 2 * count, USABLE_BYTES), 2):
            try:
                yield self._row(page, int.from_bytes(page[place : place + 2], "big"), kind)
            except (IndexError, ValueError):
                self.cut_off += 1

    def _row(self, page: bytes, at: int, kind: int) -> TreeRow:
        at += 4 if kind == _INDEX_INSIDE else 0
        size, at = varint(page, at)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, at = varint(page, at)
        return TreeRow(rowid, _values(self._payload(page, at, size, is_index=rowid is None)))

    def _payload(self, page: bytes, at: int, size: int, *, is_index: bool) -> bytes:
        """Put together what stands on the page and on those that it runs on to."""
        most = (USABLE_BYTES - 12) * 64 // 255 - 23 if is_index else USABLE_BYTES - 35
        if size > _LARGEST_ROW_BYTES:
            raise ValueError("no row of ours is so long")
        if size <= most:
            return _exactly(page[at : at + size], size)
        least = (USABLE_BYTES - 12) * 32 // 255 - 23
        here = least + (size - least) % (USABLE_BYTES - 4)
        here = here if here <= most else least
        parts, rest = [_exactly(page[at : at + here], here)], size - here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while rest > 0:
            after = self.read_page(following)
            if after is None:
                raise ValueError("it runs on to a page that does not read")
            parts.append(after[4 : 4 + min(rest, USABLE_BYTES - 4)])
            rest -= len(parts[-1])
            following = int.from_bytes(after[:4], "big")
        return b"".join(parts)


def _exactly(part: bytes, size: int) -> bytes:
    if len(part) != size:
        raise ValueError("it runs beyond its page")
    return part


def _values(payload: bytes) -> tuple[Any, ...]:
    head_size, at = varint(payload, 0)
    values, body = [], head_size
    while at < head_size:
        kind, at = varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (_ZERO, _ONE):
        return kind - _ZERO, at
    if kind >= _FIRST_BLOB:
        size = (kind - _FIRST_BLOB) // 2
        data = _exactly(payload[at : at + size], size)
        return (data.decode() if kind % 2 else data), at + size
    if kind not in _WHOLE_NUMBER_BYTES:
        raise ValueError("we store no numbers with a point")
    size = _WHOLE_NUMBER_BYTES[kind]
    data = _exactly(payload[at : at + size], size)
    return (int.from_bytes(data, "big", signed=True) if size else None), at + size


def children_of(page: bytes, number: int) -> list[int]:
    """Give the pages that an inner page leads to; none for another page."""
    start = _FIRST_PAGE_HEADER if number == 1 else 0
    if page[start] not in (_INDEX_INSIDE, _TABLE_INSIDE):
        return []
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    end = min(start + 12 + 2 * count, USABLE_BYTES)
    places = [int.from_bytes(page[at : at + 2], "big") for at in range(start + 12, end, 2)]
    children = [int.from_bytes(page[place : place + 4], "big") for place in places]
    return [*children, int.from_bytes(page[start + 8 : start + 12], "big")]
