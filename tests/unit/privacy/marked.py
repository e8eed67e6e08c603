"""Sentences in which what is to be found stands between « and »."""

from __future__ import annotations

import re
from functools import cache

from app.domain.identifier import PossibleIdentifier
from app.privacy.detector import Detector

_MARK = re.compile("«([^»]*)»")


@cache
def detector() -> Detector:
    return Detector.shipped()


def found_in(text: str) -> list[str]:
    return [text[each.start : each.end] for each in detector().find(text)]


def finding(text: str, words: str) -> PossibleIdentifier:
    """Give the one finding of exactly these words."""
    (found,) = (each for each in detector().find(text) if text[each.start : each.end] == words)
    return found


def wrong_in(marked: str) -> str:
    """Give what was missed or found without a reason; nothing if all is as it is marked.

    A finding may take along the title before a name, or the words around it.
    """
    text = marked.replace("«", "").replace("»", "")
    wanted, shift = [], 0
    for match in _MARK.finditer(marked):
        start = match.start() - shift
        wanted.append((start, start + len(match[1])))
        shift += 2
    spans = [(each.start, each.end) for each in detector().find(text)]
    missed = [
        text[start:end]
        for start, end in wanted
        if not any(first <= start and end <= last for first, last in spans)
    ]
    false = [
        text[first:last]
        for first, last in spans
        if not any(start < last and first < end for start, end in wanted)
    ]
    return f"missed {missed}, false {false}" if missed or false else ""
