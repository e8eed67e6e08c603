"""Points on the map: degrees, grid references, plus codes and three words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign

_DEGREES = re.compile(
    r"(?<![\w.])[+-]?\d{1,3}\.\d{3,15}\s?°?\s?[ns]?"
    r"(?P<by>\s?[,;/]?\s{0,2}(?:and\s)?(?:long?|lng|longitude)\b[\s:=]{0,3}|\s?[,;/]\s{0,2}|"
    r"\s{1,3})"
    r"[+-]?\d{1,3}\.\d{3,15}\s?°?\s?[ew]?(?![\w%])"
)
_MINUTES = re.compile(
    r"\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,5})?\s?['′]?(?:\s?\d{1,2}(?:\.\d{1,5})?\s?(?:\"|''|″)?)?"
    r"\s?[ns]"
    r"(?:[\s,;/]{0,3}\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,5})?\s?['′]?"
    r"(?:\s?\d{1,2}(?:\.\d{1,5})?\s?(?:\"|''|″)?)?\s?[ew])?\b"
)
_GRID = re.compile(
    r"\b(?:grid|os|ngr)(?:\sgrid)?(?:\sref(?:erence)?\.?|\ssquare)?\s?(?:is|was|:)?\s?"
    r"(?P<place>[a-z]{2}\s?\d{2,5}\s?\d{2,5})(?!\w)"
)
_PLUS_CODE = re.compile(r"\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?!\w)")
_THREE_WORDS = re.compile(
    r"///\s?(?P<slashed>[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20})|"
    r"\b(?:what3words|w3w|what three words)(?:\s(?:is|was|of|location))?\s?:?\s?"
    r"(?P<named>[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20})"
)

_NEARBY = "a place nearby"
_POINT = Sign(IdentifierKind.COORDINATES, "reads as coordinates", Confidence.CERTAIN, _NEARBY)
_ON_GRID = Sign(
    IdentifierKind.COORDINATES, "reads as a grid reference", Confidence.CERTAIN, _NEARBY
)
_PLUS = Sign(IdentifierKind.COORDINATES, "reads as a plus code", Confidence.LIKELY, _NEARBY)
_WORDS = Sign(
    IdentifierKind.COORDINATES, "three words for a spot on the map", Confidence.CERTAIN, _NEARBY
)


def map_findings(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901, PLR0912 - loop after loop
    """Give points on the map."""
    small = passage.small
    if "///" in small or "3" in small or "what three" in small:
        for match in _THREE_WORDS.finditer(small):
            yield _WORDS.of(match, 0 if match["slashed"] else "named")
    if not passage.has_digit:
        return
    if "." in small:
        for match in _DEGREES.finditer(small):
            if match["by"].strip() or not match[0].replace(".", "").replace(" ", "").isdigit():
                yield _POINT.of(match)
    if "°" in small:
        for match in _MINUTES.finditer(small):
            yield _POINT.of(match)
    if passage.has_any({"grid", "os", "ngr"}):
        for match in _GRID.finditer(small):
            yield _ON_GRID.of(match, "place")
    if "+" in small:
        for match in _PLUS_CODE.finditer(passage.text):
            yield _PLUS.of(match)
