"""A few words of what a person wrote, for places that have room for no more."""

from __future__ import annotations

import re

_LONGEST_CUT_WORD = 24
_MARKS = re.compile(
    r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)|[*_`~]{1,3}"
    r"|\\([\\`*_{}\[\]()>#+.!<&-])"
)


def without_marks(text: str) -> str:
    """Give a person's Markdown as plain words in one line."""
    return " ".join(_MARKS.sub(r"\1", text).split())


def shortened(text: str, most: int) -> str:
    """Give a person's Markdown as plain words in one line, cut after a word where it is long."""
    # Marks go first, so that none is cut in two; no more is looked at than may be needed.
    words = without_marks(text[: 4 * most])
    is_whole = len(text) <= 4 * most and len(words) <= most
    if is_whole:
        return words
    space = words.rfind(" ", max(0, most - _LONGEST_CUT_WORD), most + 1)
    return f"{words[: space if space > 0 else most].rstrip()}…"
