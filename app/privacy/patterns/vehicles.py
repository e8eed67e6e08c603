"""Registrations of vehicles: by their form in capitals, in any letters behind "car" or "reg"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

# Source: DVLA, vehicle registration numbers and number plates (INF104).
_NOW = re.compile(r"\b[A-HJ-PR-Y]{2}[ ]?[0-8]\d[ ]?[A-HJ-PR-Z]{3}(?!\w)")
_NOW_IN_ONE = re.compile(r"\b[a-hj-pr-y]{2}[0-8]\d[a-hj-pr-z]{3}(?!\w)")
_OLDER = re.compile(
    r"\b(?:(?P<prefix>[A-HJ-NP-TV-Y])(?P<digits>\d{1,3})[ ]?(?P<three>[A-HJ-PR-Y]{3})|"
    r"[A-HJ-PR-Y]{3}[ ]?(?P<before>\d{1,3})(?P<suffix>[A-HJ-NP-TV-Y])|"
    # Northern Ireland: the letters of a county, most of them with an I or a Z.
    r"[A-Z]?(?:I[ABGJLW]|[JOUX]I|[A-HJ-PR-Y]Z)[ ]?(?P<north>\d{3,4})|"
    r"\d{2,3}-[A-Z]{1,2}-\d{1,6})(?!\w)"
)
# Capitals behind the number of a section or of a school year: "S47 PLO", "Y10 SEN".
_ABBREVIATED = word_set(
    """
    CLA LAC PLO ICO EPO CIN CPP CPC EHC SEN PRU FHD IRH CMH SGO MDT IRO IRM MGM RCC CSE CCE DHR
    ASB AND THE FOR WAS HAS CAM MUM DAD ATT REF TAF TAC FGC CPN CMT SDQ DOB NHS YOT MET GCP
    """
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FULL_DIGITS = 3
_OWN_WORDS = (
    "reg registration plate plates vrm car cars van vehicle taxi minicab cab lorry motorbike bike "
    "moped scooter minibus vauxhall ford bmw audi corsa fiesta astra golf mini transit focus polo "
    "clio corolla nissan toyota honda kia hyundai mercedes merc peugeot renault skoda volvo jaguar "
    "rover micra qashqai tesla mazda suzuki citroen fiat zafira"
)
_WORDS = word_set(_OWN_WORDS)
_DRIVING = _WORDS | word_set("drive drove driving driven parked parking driver hatchback estate")
_PLATE = (
    r"(?:[a-z]{2}\d\d ?[a-z]{3}|[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3} ?[a-z]|"
    r"[a-z]{1,3} ?\d{2,4})"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(_OWN_WORDS.split())})\b(?:\s(?:no|number|mark|plate|reg|registration)\b\.?)?"
    r"(?:\s?[:,(=]|\s(?:is|was|has|had|with)\b(?:\s(?:the|a)\b)?(?:\s(?:reg|registration|plate)"
    r"\b)?)?"
    rf"\s{{0,2}}[(:]?(?P<plate>(?<![a-z]){_PLATE})(?!\w|[.,]\d)"
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


def vehicle_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give registrations; the passage has a digit."""
    is_driving = passage.has_any(_DRIVING)
    for match in _NOW.finditer(passage.text):
        yield _CERTAIN.of(match)
    for match in _NOW_IN_ONE.finditer(passage.small):
        yield _LIKELY.of(match)
    for match in _OLDER.finditer(passage.text):
        if is_driving or _is_plain_enough(match):
            yield _LIKELY.of(match)
    if passage.has_any(_WORDS):
        for match in _NAMED.finditer(passage.small):
            plate = match["plate"]
            if len(plate.replace(" ", "")) >= _LEAST and not _ENDS_AS_A_WORD.fullmatch(plate):
                yield _CERTAIN.of(match, "plate")


def _is_plain_enough(match: re.Match[str]) -> bool:
    """Say whether it reads as a registration though no word around it speaks of driving."""
    if match["north"]:
        return not _YEAR.fullmatch(match["north"])
    digits = match["digits"] or match["before"]
    if match["three"] in _ABBREVIATED or match["prefix"] == "C":
        return False
    return digits is None or len(digits) == _FULL_DIGITS
