"""Files of records: one JSON array with an entry a line, read and written one at a time.

An entry that does not come out the same when it is written again is refused. So nothing in it can
be passed over: no unknown or doubled name, no other order, no number that is none of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import msgspec

from app.domain.errors import ExportError, NotBroughtIn
from app.domain.open_copy import SHAPES, CopiedKind, place_of
from app.open_format.files import NewFile

LONGEST_ENTRY = 64 << 20
_BEGINNING, _END = b"[\n", b"]\n"
_NOT_AN_ENTRY = "This is not as an open copy writes it."
_UNKNOWN = "This has a name that this version of Afterword does not know."
_TOO_DEEP = "This is nested too deeply to be read."
_NOT_THE_END = "This file does not end where it should."
_ODD = (ValueError, TypeError, OverflowError, RecursionError)


class EntryWriter:
    """Writes entries into a file of records."""

    def __init__(self, file: NewFile) -> None:
        self._file, self._lead = file, b""
        file.write(_BEGINNING)

    def put(self, record: Any) -> None:
        """Write one more.

        Raises:
            ExportError: it is larger than could be read back.
        """
        entry = msgspec.json.encode(record)
        if len(entry) > LONGEST_ENTRY - 2:
            raise ExportError(
                "Not written: one reflection is longer than 64 MiB. Nothing was left behind."
            )
        self._file.write(self._lead + entry)
        self._lead = b",\n"

    def end(self) -> None:
        """Write the end of the array."""
        self._file.write(b"\n" + _END if self._lead else _END)


def entries_in(kind: CopiedKind, lines: Iterable[bytes]) -> Iterator[Any]:
    """Read the entries of a file of records.

    Raises:
        NotBroughtIn: names the entry by its place, and why.
    """
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(SHAPES[kind])
    reading = iter(lines)
    if next(reading, b"") != _BEGINNING:
        raise NotBroughtIn(kind.path, _NOT_AN_ENTRY)
    has_more, is_first = True, True
    for number, line in enumerate(reading, start=1):
        if line == _END:
            if has_more and not is_first:
                raise NotBroughtIn(kind.path, _NOT_THE_END)
            if next(reading, None) is not None:
                raise NotBroughtIn(kind.path, _NOT_THE_END)
            return
        if not has_more:
            raise NotBroughtIn(place_of(kind, number), _NOT_AN_ENTRY)
        has_more, is_first = line.endswith(b",\n"), False
        yield _entry(decoder, line[:-2] if has_more else line[:-1], place_of(kind, number))
    raise NotBroughtIn(kind.path, _NOT_THE_END)


def exactly(data: bytes, shape: type, place: str) -> Any:
    """Read one JSON value of a shape, which written again is the same to the letter.

    Raises:
        NotBroughtIn: it is none; says what is known of the reason, and repeats nothing of it.
    """
    return _entry(msgspec.json.Decoder(shape), data, place)


def _entry(decoder: msgspec.json.Decoder[Any], data: bytes, place: str) -> Any:
    try:
        record = decoder.decode(data)
        again = msgspec.json.encode(record)
    except RecursionError:
        raise NotBroughtIn(place, _TOO_DEEP) from None
    except _ODD:
        raise NotBroughtIn(place, _NOT_AN_ENTRY) from None
    if again != data:
        raise NotBroughtIn(place, _UNKNOWN if _holds_more(data, again) else _NOT_AN_ENTRY)
    return record


def _holds_more(data: bytes, known: bytes) -> bool:
    with suppress(*_ODD):
        return _has_more(msgspec.json.decode(data), msgspec.json.decode(known))
    return False


def _has_more(found: Any, known: Any) -> bool:
    match found, known:
        case dict(), dict():
            shared = found.keys() & known.keys()
            return bool(found.keys() - known.keys()) or any(
                _has_more(found[name], known[name]) for name in shared
            )
        case list(), list():
            return any(map(_has_more, found, known))
    return False
