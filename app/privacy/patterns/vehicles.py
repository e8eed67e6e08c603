"""Registrations of vehicles: by their form in capitals, in any letters behind "car" or "reg"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign
from app.privacy.patterns.vehicle_words import (
    ABBREVIATED,
    DRIVING,
    OTHER_STARTS,
    VEHICLE_WORDS,
    VEHICLES,
    WORDS_OF_THREE,
)

# Source: DVLA, vehicle registration numbers and number plates (INF104).
_NOW = re.compile(r"\b[A-HJ-PR-Y]{2}[ .-]?[0-8]\d[ .-]?[A-HJ-PR-Z]{3}(?!\w|-\w)")
_NOW_IN_ONE = re.compile(
    r"\b(?:[a-hj-pr-y]{2}[0-8]\d[a-hj-pr-z]{3}|[a-hj-np-tv-y]\d{3}[a-hj-pr-y]{3})(?!\w)"
)
_SPELT = re.compile(
    r"\b[A-Z](?P<by>[ .-])[A-Z](?P=by)\d(?P=by)\d(?P=by)[A-Z](?P=by)[A-Z](?P=by)[A-Z](?!\w)"
)
# With figures or letters that none has, as people mistype them or make them up.
_NEARLY = re.compile(r"\b(?P<area>[A-Z]{2})\d\d[ ]?(?P<three>[A-Z]{3})(?!\w|-\w)")
_NOW_IN_SMALL = re.compile(
    r"\b(?P<area>[a-hj-pr-y]{2})[ -]?(?:[0-2]\d|[5-7]\d)[ -](?P<three>[a-hj-pr-z]{3})(?![\w'])"
)
# Only in a text that speaks of driving: dots or spaces in the old ones, other countries, N. Ireland
# in small letters.
_DRIVEN = re.compile(
    r"\b(?:[A-HJ-Z][ .-]\d{1,3}[ .-][A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}[ .-]\d{1,3}[ .-][A-HJ-NP-TV-Y]|"
    r"[A-Z]{1,3}-[A-Z]{1,2}[ ]?\d{1,4}[EH]?|[A-Z]{2}-\d{3}-[A-Z]{2}|"
    r"\d{2,3}[ -]?[A-Z]{1,2}[ -]?\d{1,6}|"
    r"[A-HJ-PR-Y]{2}(?:[0-2]\d|[5-7]\d)(?!\s?\d)|[A-Z]{1,2}[ -]\d{2,3}[ -][A-Z]{3}|"
    r"[A-Z]{2,3}[ -]?\d{4,5}|\d{1,2}-[A-Z]{2,3}-\d{1,2}|[A-Z]{2}\d[ ][A-Z]{3}|"
    r"[A-Z]{3}[ ]?\d{3}[A-Z])(?!\w|-\w)"
)
_NORTH_IN_SMALL = re.compile(r"\b[a-z][a-hj-y]z ?\d{3,4}(?!\w|[.,]\d)")
_OLDER = re.compile(
    r"\b(?:(?P<prefix>[A-HJ-NP-TV-Y])(?P<digits>\d{1,3})[ ]?(?P<three>[A-HJ-PR-Z]{3})|"
    r"[A-HJ-PR-Y]{3}[ ]?(?P<before>\d{1,3})(?P<suffix>[A-HJ-NP-TV-Y])|"
    # Northern Ireland: the letters of a county, most of them with an I or a Z.
    r"[A-Z]?(?:I[ABGJLW]|[JOUX]I|[A-HJ-PR-Y]Z)[ ]?(?P<north>\d{3,4})|"
    r"\d{2,3}-[A-Z]{1,2}-\d{1,6})(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FULL_DIGITS = 3
_PLATE = (
    r"(?:[a-z]{2}\d\d ?[a-z]{3}|[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3} ?[a-z]|"
    r"[a-z]{1,3} ?\d{2,5}|[a-z]{1,2} \d{2,3} [a-z]{3}|[a-z]{1,3}-[a-z]{1,2} ?\d{1,4}|"
    r"\d{1,4} ?[a-z]{2,3}|[a-z]{2}[.-]\d\d[.-][a-z]{3})"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(VEHICLES.split())})\b(?:\s(?:no|number|mark|plate|reg|registration)\b\.?)?"
    r"(?:\s?[:,(=]|\s(?:is|was|has|had|with)\b(?:\s(?:the|a)\b)?(?:\s(?:reg|registration|plate)"
    r"\b)?)?"
    rf"\s{{0,2}}[(:\"']?(?P<plate>(?<![a-z]){_PLATE})(?!\w|[.,]\d)"
)
_ENDS_AS_A_WORD = re.compile(
    r".* (?:and|the|for|was|has|had|but|who|she|her|his|him|mum|dad|all|one|two|six|ten|now|got|"
    r"out|"
    r"off|not|are|did|can|may|min|hrs|pm|am|day)|(?:in|at|on|by|to|of|for|and|the|had|was|is|has|"
    r"all|up|no|or|my|an|a|i) ?\d.*"
)
_LEAST = 5  # characters, without spaces

_CERTAIN = Sign(
    IdentifierKind.VEHICLE, "reads as a vehicle registration", Confidence.CERTAIN, "a car"
)
_LIKELY = Sign(
    IdentifierKind.VEHICLE, "reads as a vehicle registration", Confidence.LIKELY, "a car"
)
_MAYBE = Sign(
    IdentifierKind.VEHICLE, "may be a vehicle registration", Confidence.WORTH_A_LOOK, "a car"
)
# Roads, and postcodes' first halves with a word: "A 61", "M1".
_LETTERS = re.compile(r"[A-Z]+")
_SMALL_LETTERS = re.compile(r"[a-z]+(?= )")
_OF_A_ROAD = re.compile(r"[AMB] ?\d{1,4}")


def vehicle_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give registrations; the passage has a digit."""
    is_driving = passage.has_any(DRIVING)
    yield from _CERTAIN.all_in(_NOW, passage.text)
    yield from _LIKELY.all_in(_NOW_IN_ONE, passage.small)
    for pattern, text in ((_NEARLY, passage.text), (_NOW_IN_SMALL, passage.small)):
        for match in pattern.finditer(text):
            if _is_no_word(match):
                yield (_CERTAIN if pattern is _NEARLY else _LIKELY).of(match)
    yield from _LIKELY.all_in(_SPELT, passage.text)
    for match in _OLDER.finditer(passage.text):
        if is_driving or _is_plain_enough(match):
            yield _LIKELY.of(match)
    if is_driving:
        yield from _of_drivers(passage)


def _of_drivers(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give what is a registration in a text that speaks of driving, and nowhere else."""
    for match in _DRIVEN.finditer(passage.text):
        letters = _LETTERS.findall(match[0])
        if ABBREVIATED.isdisjoint(letters) and not _OF_A_ROAD.fullmatch(match[0]):
            yield _MAYBE.of(match)
    for match in _NORTH_IN_SMALL.finditer(passage.small):
        if not _ENDS_AS_A_WORD.fullmatch(match[0]):
            yield _LIKELY.of(match)
    if passage.has_any(VEHICLE_WORDS):
        for match in _NAMED.finditer(passage.small):
            if _is_plate(passage, match):
                yield _CERTAIN.of(match, "plate")


def _is_no_word(match: re.Match[str]) -> bool:
    three, area = match["three"], match["area"].lower()
    is_word = three in ABBREVIATED or three.lower() in WORDS_OF_THREE
    return not is_word and area not in OTHER_STARTS


def _is_plate(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether it is long enough, or in capitals, and no word with a number."""
    plate = match["plate"]
    written = passage.text[match.start("plate") : match.end("plate")]
    length = len(plate.replace(" ", ""))
    is_long = length >= _LEAST or (
        length >= _LEAST - 1 and written.isupper() and plate[0].isdigit()
    )
    letters = _SMALL_LETTERS.match(plate)
    is_word = letters is not None and letters[0] in WORDS_OF_THREE | OTHER_STARTS
    if (plate[0].isdigit() or is_word) and not written.isupper():
        return False
    return (
        is_long and not _ENDS_AS_A_WORD.fullmatch(plate) and not ABBREVIATED & set(written.split())
    )


def _is_plain_enough(match: re.Match[str]) -> bool:
    """Say whether it reads as a registration though no word around it speaks of driving."""
    if match["north"]:
        return not _YEAR.fullmatch(match["north"])
    digits = match["digits"] or match["before"]
    if match["three"] in ABBREVIATED or match["prefix"] == "C":
        return False
    return digits is None or len(digits) == _FULL_DIGITS
