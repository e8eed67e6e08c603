"""Sentences in which what is to be found is marked: between « and », of patterns in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from app.domain.identifier import IdentifierKind, PossibleIdentifier
from app.privacy.detector import Detector
from app.privacy.patterns.every import pattern_findings

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


def pattern_cases(found: Mapping[IdentifierKind, Sequence[str]]) -> Iterator[Any]:
    """Give each kind with each of its sentences."""
    for kind, every in found.items():
        for marked in every:
            yield pytest.param(kind, marked, id=f"{kind.value}: {marked[:40]}")


def assert_found_whole(kind: IdentifierKind, marked: str) -> None:
    """Assert that what stands in brackets is what is found of a kind, with a reason each."""
    text = marked.replace("[", "").replace("]", "")
    wanted = [each.split("]")[0] for each in marked.split("[")[1:]]
    found = [each for each in pattern_findings(text) if each.kind is kind]
    assert [text[each.start : each.end] for each in found] == wanted
    assert all(each.reason and each.suggestion for each in found)


def patterns_in(text: str) -> list[tuple[str, str]]:
    """Give what is found by its form, each with its kind."""
    return [(each.kind.value, text[each.start : each.end]) for each in pattern_findings(text)]
