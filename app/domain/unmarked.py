"""Takes the marks out of our Markdown where only its words are wanted."""

from __future__ import annotations

import re

_ESCAPED_OR_MARK = re.compile(r"\\([\\`*_{}\[\]()>#+.!<&-])|(\*+|`)")


def unmarked(text: str) -> str:
    """Give a line of Markdown without stars, backticks and escapes, its spaces settled.

    A mark that stands alone marks nothing and stays.
    """
    found = [each[2][:1] for each in _ESCAPED_OR_MARK.finditer(text) if each[2]]
    alone = {mark for mark in set(found) if found.count(mark) == 1}

    def words_of(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        return match[2] if match[2][0] in alone else ""

    return " ".join(_ESCAPED_OR_MARK.sub(words_of, text).split())
