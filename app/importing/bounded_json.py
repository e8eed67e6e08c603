"""Reads JSON that anyone may have made as one known shape; what is not asked for is skipped."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from app.domain.errors import NotBroughtIn

_Shape = TypeVar("_Shape")
_AT_BYTE = re.compile(r"\(byte (\d+)\)")
_IN_ENTRY = re.compile(r"`\$\.entries\[(\d+)\]")


def read_json(text: str, shape: type[_Shape], place: str, whose: str) -> _Shape:
    """Read a text as JSON of this shape.

    Raises:
        NotBroughtIn: it is cut off, damaged, nested too deeply, or of another shape.
    """
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.ValidationError as error:
        found = _IN_ENTRY.search(str(error))
        where = f"{place}, entry {int(found[1]) + 1}" if found else place
        raise NotBroughtIn(where, f"This is not as {whose} writes it.") from None
    except msgspec.DecodeError as error:
        if "truncated" in str(error):
            raise NotBroughtIn(place, "This file is not whole: it was cut off.") from None
        raise NotBroughtIn(
            _line(text, str(error), place), "This is damaged: it is no JSON."
        ) from None
    except RecursionError:
        raise NotBroughtIn(place, "It is nested too deeply to be read.") from None


def _line(text: str, message: str, place: str) -> str:
    found = _AT_BYTE.search(message)
    if found is None:
        return place
    before = text.encode("utf-8", errors="replace")[: int(found[1])]
    return f"{place}, line {before.count(10) + 1}"
