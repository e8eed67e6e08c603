"""Days at the head of a note, from one day to another, and with the number in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.seasons import DAY, WEEKDAY

# Before what was done on it, at the beginning of a line: "12/3: visit", "12.03 t/c to school".
_NOTED = re.compile(
    rf"(?:\A|\n)[-*\s]{{0,3}}(?P<day>{DAY}(?:/(?:0?[1-9]|1[0-2])|\.(?:0[1-9]|"
    rf"1[0-2])))(?=\s?[:-](?:\s|\Z)|"
    r"\s(?:visit|hv|t/?c|home|school|contact|meeting|mtg|conf|lac|call|seen|rang|core|strat|court|"
    r"review|email|text|mum|dad|police)\b)"
)
_BOTH_ENDS = re.compile(
    rf"(?<![\w£/.-])(?P<day>{DAY}(?:/(?:0?[1-9]|1[0-2])\s?-\s?{DAY}/(?:0?[1-9]|1[0-2])|"
    rf"(?P<by>[/.])(?:0?[1-9]|1[0-2])(?P=by)(?:20)?\d\d\s?-\s?{DAY}(?P=by)(?:0?[1-9]|1[0-2])(?P=by)"
    r"(?:20)?\d\d))(?![\w/%-]|[.,]\d)"
)
_IN_WORDS = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty[- ](?:first|second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)"
)
_WEEKDAY_IN_WORDS = re.compile(
    rf"\b(?P<day>{WEEKDAY},?\sthe\s{_IN_WORDS})"
    r"(?=\s?[,.;:!?)]|\s?\n|\s?\Z|\s(?:and|but|when|i|we|she|he|they|it|at|in|to|because|so|was|"
    r"is|mum|"
    r"dad|the|my|her|his|our)\b)"
)

_WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs "
    "fri sat sun"
)
_FIGURES = re.compile(r"\d+")
_MOST_OF_A_PART = 8  # "1/2-3/4" are parts of a whole
_DAY = Sign(IdentifierKind.EXACT_DATE, "a day of a month", Confidence.WORTH_A_LOOK, "that day")


def noted_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give days as notes have them."""
    small = passage.small
    if passage.has_digit and ("/" in small or "." in small):
        yield from _DAY.all_in(_NOTED, small, "day")
        for match in _BOTH_ENDS.finditer(small):
            if max(map(int, _FIGURES.findall(match["day"]))) > _MOST_OF_A_PART:
                yield _DAY.of(match, "day")
    if "the" in passage.words and passage.has_any(_WEEKDAYS):
        yield from _DAY.all_in(_WEEKDAY_IN_WORDS, small, "day")
