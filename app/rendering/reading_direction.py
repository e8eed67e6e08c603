"""Which way a line of writing is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from app.rendering.prose_tree import Inline, LineBreak, Text

_STRONG = {"L", "R", "AL"}


def reads_from_right(text: str) -> bool:
    """Say whether the first letter belongs to Arabic, Hebrew or another script read that way."""
    return _first_direction(text) in {"R", "AL"}


def inlines_read_from_right(inlines: Iterable[Inline]) -> bool:
    """Say the same of a paragraph's pieces."""
    for inline in inlines:
        if isinstance(inline, Text):
            if direction := _first_direction(inline.text):
                return direction != "L"
        elif not isinstance(inline, LineBreak):
            return inlines_read_from_right(inline.inlines)
    return False


def _first_direction(text: str) -> str:
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in _STRONG), "")
