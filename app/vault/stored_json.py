"""JSON that a table keeps as a text: its data, and in which way it is written there.

A copy in open formats carries data that people can read, and gives back the very same text.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

AS_TEXT = "text"
_COMPACT = (",", ":")
# The ways in which the program writes JSON, by the name that a copy gives them.
_WAYS: dict[str, dict[str, Any]] = {
    "json": {"ensure_ascii": False},
    "json, compact": {"ensure_ascii": False, "separators": _COMPACT},
    "json, ascii": {},
    "json, ascii, compact": {"separators": _COMPACT},
}


def data_in(text: str) -> tuple[Any, str]:
    """Give the data of a stored text with the way in which it is written; or the text itself."""
    try:
        # What does not come through the copy's own JSON unchanged is carried as a text.
        data = msgspec.json.decode(msgspec.json.encode(json.loads(text)))
        if isinstance(data, dict | list):
            for way in _WAYS:
                if text_of_data(data, way) == text:
                    return data, way
    except (ValueError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError):
        pass
    return text, AS_TEXT


def text_of_data(data: Any, way: str) -> str:
    """Give back the text.

    Raises:
        ValueError: there is no such way, or this data is not written in it.
    """
    if way == AS_TEXT:
        if not isinstance(data, str):
            raise ValueError("what is written as a text is a text")
        return data
    if way not in _WAYS or not isinstance(data, dict | list):
        raise ValueError("there is no such way of writing")
    return json.dumps(data, **_WAYS[way])
