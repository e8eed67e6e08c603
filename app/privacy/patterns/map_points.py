"""Points on the map: degrees, grid references, plus codes and three words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_LONG = r"(?:long?|lng|longitude)\b[\s:=.]{0,3}"
_TO_EAST = (
    rf"(?P<by>\s?[,;/]?\s{{0,2}}(?:and\s|by\s)?{_LONG}|\s?[,;/]\s{{0,2}}(?:{_LONG})?|\s{{1,3}})"
)
_DEGREES = re.compile(
    rf"(?<![\w.])[+-]?\d{{1,3}}\.\d{{3,15}}\s?°?\s?(?:[ns]\b|north|south)?{_TO_EAST}"
    r"[+-]?\d{1,3}\.\d{3,15}\s?°?\s?(?:[ew]\b|east|west)?(?![\w%])"
)
# With the letters of the compass fewer figures are enough, before or behind them.
_LETTERED = re.compile(
    r"(?<![\w.])(?:\d{1,2}\.\d{1,15}\s?°?\s?(?:[ns]\b|north|south)[\s,;/]{0,3}(?:and\s|by\s)?"
    r"\d{1,3}\.\d{1,15}\s?°?\s?(?:[ew]|east|west)|"
    r"[ns]\s?\d{1,2}\.\d{1,15}°?[\s,;/]{0,3}(?:and\s)?[ew]\s?\d{1,3}\.\d{1,15}°?)(?!\w)"
)
# With a minus, or a word for a place on a map, a figure behind each point is enough.
_ROUGH = re.compile(
    r"(?<![\w.])(?:49|5\d|60)\.\d{1,15}\s?,?\s?(?P<minus>-)?\d{1,2}\.\d{1,15}(?![\w%]|\.\d)"
)
_PLACING = word_set(
    "location pin pinged coordinates coords gps map maps lat lng latitude tracker position dropped"
)
_LATITUDE = re.compile(
    r"\b(?P<place>lat(?:itude)?\b[\s:=.]{0,3}(?:of\s|"
    r"is\s)?[+-]?\d{1,2}\.\d{2,15}\s?°?\s?(?:[ns]\b)?"
    r"[\s,;/]{0,3}(?:and\s)?long?(?:g|itude)?\b[\s:=.]{0,3}(?:of\s|is\s)?[+-]?\d{1,3}\.\d{2,15}"
    r"\s?°?\s?(?:[ew]\b)?)"
)
_MINUTE = (
    r"\d{1,2}(?:\.\d{1,5})?\s?(?:'(?!')|m(?:in)?\b\.?)?"
    r"(?:\s?\d{1,2}(?:\.\d{1,5})?\s?(?:\"|''|s(?:ec)?\b\.?)?)?"
)
_ANGLE = rf"\d{{1,3}}\s?(?:°|deg(?:rees)?\b|d(?=\d))\s?{_MINUTE}"
_MINUTES = re.compile(
    rf"(?<![\w.])(?:{_ANGLE}\s?[ns]\b(?:[\s,;/]{{0,3}}(?:and\s)?{_ANGLE}\s?[ew]\b)?|"
    rf"[ns]\s?{_ANGLE}(?:[\s,;/]{{0,3}}[ew]\s?{_ANGLE})?)"
)
# The sign for degrees is missing: "54 58 12 N, 1 36 45 W".
_SPACED = re.compile(
    r"(?<![\w.])\d{1,2}[ -]\d{1,2}(?:\.\d{1,4})?(?:[ -]\d{1,2}(?:\.\d{1,3})?)?\s?[ns]\b"
    r"[\s,;/]{0,3}(?:and\s)?\d{1,3}[ -]\d{1,2}(?:\.\d{1,4})?(?:[ -]\d{1,2}(?:\.\d{1,3})?)?\s?[ew]\b"
)
# The squares of the National Grid. Source: Ordnance Survey, a guide to coordinate systems.
_SQUARE = r"(?:H[PTUWXYZ]|N[A-HJ-Z]|OV|S[C-EGHJKM-PR-Z]|T[AFGLMQRV])"
_HALVES = r"(?:\d{3}[ ,-]?\d{3}|\d{4}[ ,-]?\d{4}|\d{5}[ ,-]?\d{5})"
_IN_SQUARE = re.compile(
    rf"\b{_SQUARE}[ ]?(?:\d{{3}}[ ]\d{{3}}|\d{{4}}[ ]\d{{4}}|\d{{5}}[ ,-]{{1,2}}\d{{5}})(?![\w-]|"
    rf"[.,]\d)"
)
_IN_SMALL_SQUARE = re.compile(
    rf"\b(?!so|no|st|sh|ny)(?i:{_SQUARE})[ ]?(?:\d{{3}}[ ]\d{{3}}|\d{{4}}[ ]\d{{4}}|"
    rf"\d{{5}}[ ]\d{{5}})(?![\w-]|[.,]\d)"
)
_MILITARY = re.compile(
    r"\b(?P<place>\d{1,2}[C-X]\s?[A-Z]{2}\s?(?:\d{4,5}\s?\d{4,5}|\d{3}\s?\d{3}))(?!\w)"
)
_GRID = re.compile(
    rf"\b(?P<place>(?i:{_SQUARE}|[A-HJ-Z])\s?(?:{_HALVES}|\d\d\s?\d\d))(?![\w-]|[.,]\d)"
)
_NUMBERS = re.compile(
    r"(?<![\w.,])(?P<place>(?:e(?:astings?)?[\s:=]{0,3})?\d{6}(?:\.\d{1,2})?[\s,;/]{1,3}(?:and\s|"
    r"by\s)?"
    r"(?:n(?:orthings?)?[\s:=]{0,3})?\d{6,7}(?:\.\d{1,2})?|"
    r"\d\d[c-hj-np-x]\s\d{6}\s\d{6,7})(?![\w%]|[.,]\d)"
)
_BEHIND_REF = re.compile(
    r"\b(?:grid|map|os)\s?(?:ref(?:erence)?|square)?\.?\s?(?:is|was|of|number|no|"
    r":)?\s?(?P<place>\d{3}[ ,-]?\d{3})"
    r"(?![\w%]|[.,]\d)"
)
_OF_MAPS = word_set(
    "grid os ngr gridref map maps square eastings easting northings northing utm ordnance "
    "coordinates coords coordinate landranger explorer irish"
)
_PLUS_LETTERS = "[2-9CFGHJMPQRVWX]"
_PLUS_CODE = re.compile(
    rf"\b(?:{_PLUS_LETTERS}{{4,8}}\+{_PLUS_LETTERS}{{2,3}}(?!\w)(?:,?\s[A-Z][\w'-]{{2,24}}){{0,2}}|"
    r"[2-9cfghjmpqrvwx]{8}\+[2-9cfghjmpqrvwx]{2,3}(?!\w))"
)
_THREE = r"[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20}"
_SLASHES = re.compile(
    rf"///\s?(?:{_THREE}|[a-z]{{3,20}}[ /-][a-z]{{3,20}}[ /-][a-z]{{3,20}})(?![\w.]\w)"
)
_NAMED_WORDS = re.compile(
    r"\b(?:what ?3 ?words|w3w|what three words|three words|3 words|three word)\b[^.\n]{0,40}?"
    rf"(?<![\w./])(?P<place>{_THREE}|"
    rf"[a-z]{{4,20}}[ ]?[,/-][ ]?[a-z]{{4,20}}[ ]?[,/-][ ]?[a-z]{{4,20}})"
)
# Without a word for it: three words with dots that end in no name of the net.
_BARE_WORDS = re.compile(
    r"(?<![\w./@-])(?!etc|www)[a-z]{3,20}\.[a-z]{3,20}\.(?!com\b|org\b|net\b|gov\b|nhs\b|app\b|"
    r"etc|info\b|online|site\b|page\b|blog|live\b|london|wales|"
    r"cymru|scot\b|shop|club|cloud|tech|world|digital|email|example|local|test|invalid|social|"
    r"docx?\b|html?\b|jpe?g\b|toml|json|pdf)[a-z]{3,20}(?![\w@/-]|\.\w)"
)

_NEARBY = "a place nearby"
_POINT = Sign(IdentifierKind.COORDINATES, "reads as coordinates", Confidence.CERTAIN, _NEARBY)
_ON_GRID = Sign(
    IdentifierKind.COORDINATES, "reads as a grid reference", Confidence.CERTAIN, _NEARBY
)
_PLUS = Sign(IdentifierKind.COORDINATES, "reads as a plus code", Confidence.CERTAIN, _NEARBY)
_WORDS = Sign(
    IdentifierKind.COORDINATES, "three words for a spot on the map", Confidence.CERTAIN, _NEARBY
)
_MAYBE_WORDS = Sign(
    IdentifierKind.COORDINATES,
    "may be three words for a spot on the map",
    Confidence.WORTH_A_LOOK,
    _NEARBY,
)


def map_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give points on the map."""
    yield from _three_words(passage)
    if passage.has_digit:
        yield from _degrees(passage)
        yield from _on_the_grid(passage)
        if "+" in passage.text:
            yield from _PLUS.all_in(_PLUS_CODE, passage.text)


def _three_words(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if "///" in small:
        yield from _WORDS.all_in(_SLASHES, small)
    if passage.has_any({"words", "word"}) or "w3w" in small:
        yield from _WORDS.all_in(_NAMED_WORDS, small, "place")
    if "." in small:
        yield from _MAYBE_WORDS.all_in(_BARE_WORDS, passage.text)


def _degrees(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if "." in small:
        for match in _DEGREES.finditer(small):
            if match["by"].strip() or not match[0].replace(".", "").replace(" ", "").isdigit():
                yield _POINT.of(match)
        is_placing = passage.has_any(_PLACING)
        for match in _ROUGH.finditer(small):
            if match["minus"] or is_placing:
                yield _POINT.of(match)
        yield from _POINT.all_in(_LETTERED, small)
        yield from _POINT.all_in(_LATITUDE, small)
    yield from _POINT.all_in(_MINUTES, small)
    yield from _POINT.all_in(_SPACED, small)


def _on_the_grid(passage: Passage) -> Iterator[PossibleIdentifier]:
    for pattern in (_IN_SQUARE, _IN_SMALL_SQUARE, _MILITARY):
        yield from _ON_GRID.all_in(pattern, passage.text)
    if passage.has_any(_OF_MAPS):
        yield from _ON_GRID.all_in(_GRID, passage.text, "place")
        for pattern in (_NUMBERS, _BEHIND_REF):
            yield from _ON_GRID.all_in(pattern, passage.small, "place")
