"""A person's own form before it is given out: she wrote it, and may have named somebody in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from app.summary.leaving_texts import LeavingText

# What a form's file says in the code's own words.
_NOT_HERS = frozenset(
    ("id", "key", "kind", "group", "sharing", "cpd_field", "summary_role", "only_if", "language")
)


def form_texts(file_text: str) -> tuple[LeavingText, ...]:
    """Give every stretch of words of a form's file, each with the question it belongs to."""
    return tuple(_texts(tomllib.loads(file_text), ""))


def _texts(value: Any, place: str) -> Iterator[LeavingText]:
    if isinstance(value, dict):
        place = str(value.get("text") or value.get("title") or place)
        for key, each in value.items():
            if key not in _NOT_HERS:
                yield from _texts(each, place)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, place)
    elif isinstance(value, str) and value.strip():
        yield LeavingText(value, place)
