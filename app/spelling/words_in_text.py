"""Finds the words of a text that can be looked up, and leaves alone what no list can know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PART = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# An address, a file, a number with letters, an abbreviation with dots inside.
_NO_WORD = re.compile(r"[\d@\\]|://|^www\.|[^\W_]\.[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]*_]*$")
_SPEAKS = "\"'“‘"
_SHORTEST, _LONGEST = 2, 60


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word, where it begins, and whether a sentence begins with it."""

    start: int
    word: str
    is_first: bool


def words_in(text: str, *, is_beginning: bool = True) -> Iterator[TextWord]:
    """Give the words in their order; a text cut out of a longer one may not be its beginning."""
    is_first = is_beginning
    for match in _PART.finditer(text):
        part = match.group()
        if part.isalpha():
            if _SHORTEST <= len(part) <= _LONGEST:
                yield TextWord(match.start(), part, is_first)
            is_first = False
            continue
        if _NO_WORD.search(part) is None:
            yield from _inside(part, match.start(), is_first=is_first)
        # Marks of a list or a heading come before the sentence begins.
        has_words = any(letter.isalnum() for letter in part)
        is_number = part.rstrip(".)").isdigit()
        is_first = (is_first and (is_number or not has_words)) or bool(_ENDS_SENTENCE.search(part))


def _inside(part: str, place: int, *, is_first: bool) -> Iterator[TextWord]:
    for match in _WORD.finditer(part):
        if _SHORTEST <= len(match.group()) <= _LONGEST:
            is_spoken = match.start() > 0 and part[match.start() - 1] in _SPEAKS
            begins = is_first or is_spoken
            yield TextWord(place + match.start(), match.group(), begins)
        is_first = False
