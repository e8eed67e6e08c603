"""How far a pregnancy is, or was at a birth: exact to the week or the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import NUMBER
from app.privacy.patterns.passage import Passage, Sign, word_set

_HALF = r"(?:[ -]and[ -]a[ -](?:half|bit)|[ -]?(?:1/2|½))?"
_WEEKS = r"(?:weeks?|wks?)"
_DAYS = rf"(?:\s?(?:and|\+|,|&)?\s?{NUMBER}\s?(?:days?|d)\b|\s?\+\s?\d)?"
_SPAN = rf"{NUMBER}(?:\s?\+\s?\d)?{_HALF}[ -]?(?:{_WEEKS}|months?|mths?)\b{_DAYS}"
_STAGE = re.compile(
    rf"\b(?P<age>{_SPAN}'?\s?(?:pregnant|preg\b|gestation\w*|premature|prem\b|early(?! help|"
    rf" for\b)|"
    r"gone\b(?!\s(?:by|since))|along\b|antenatal|into (?:her|the|this|a) pregnancy|in utero))"
)
_BORN = re.compile(
    rf"\b(?:born|deliver(?:ed|y)|arrived|came|c-section|induced)\s(?:\w+\s){{0,3}}?at\s(?:just\s|"
    rf"only\s|about\s)?(?P<age>{NUMBER}(?:\s?\+\s?\d)?[ -]?{_WEEKS}\b(?!\sold\b)"
    rf"{_DAYS}(?:\sgestation)?)"
)
_WEEKER = re.compile(rf"\b(?P<age>{NUMBER}[ -]weekers?)\b")
_OF_FORTY = re.compile(r"(?<![\w/£])(?P<age>[1-4]?\d(?:\s?\+\s?\d)?/40)(?![\w%/])")
# Weeks and days of a pregnancy, where a word for one stands near: "at 20+4".
_PLUS = re.compile(
    rf"(?<![\w£+])(?P<age>(?:[1-3]\d|4[0-2])\s?\+\s?[0-6](?:\s?{_WEEKS})?)(?![\w+%])"
)
# Nothing else is written so: "37+5".
_PLUS_ALONE = re.compile(
    r"(?<![\w£+./-])(?P<age>(?:2\d|3\d|4[0-2])\+[0-6])(?![\w+%.]|\s?(?:=|visits|cases))"
)
_AT = re.compile(
    rf"\b(?:at|is|she's|she is|now|almost|nearly)\s(?P<age>{NUMBER}{_HALF}[ -]?{_WEEKS}\b)"
    rf"(?!\s(?:old|ago|clean|sober|into|later|late|in\b|to\b|of\b|overdue))"
)
_NTH_WEEK = re.compile(r"\b(?:in|into) her (?P<age>\d{1,2}(?:st|nd|rd|th) (?:week|wk))\b")
_WORDS = word_set(
    "pregnant pregnancy gestation gestational premature prem preg early gone along born weeker "
    "weekers scan midwife antenatal unborn bump edd utero delivered delivery induced trimester "
    "arrived came"
)
_EXPECTING = word_set(
    "pregnant pregnancy gestation gestational scan midwife antenatal unborn bump edd trimester "
    "expecting preg"
)
_WEEK_WORDS = word_set("week weeks wk wks")
_SIGN = Sign(
    IdentifierKind.EXACT_AGE,
    "an exact stage of a pregnancy",
    Confidence.WORTH_A_LOOK,
    "expecting a baby",
)
_SURE = replace(_SIGN, confidence=Confidence.LIKELY)


def stage_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give stages of pregnancies."""
    patterns: list[re.Pattern[str]] = []
    if passage.has_any(_WORDS) and (passage.words - {"early"}) & _WORDS:
        patterns += (_STAGE, _BORN, _WEEKER)
    if "/40" in passage.small:
        patterns.append(_OF_FORTY)
    if "+" in passage.small and (passage.has_any(_EXPECTING) or passage.has_any(_WEEK_WORDS)):
        patterns.append(_PLUS)
    elif "+" in passage.small:
        patterns.append(_PLUS_ALONE)
    if passage.has_any(_EXPECTING):
        patterns += (_AT, _NTH_WEEK)
    for pattern in patterns:
        sign = _SURE if pattern in (_STAGE, _BORN) else _SIGN
        yield from sign.all_in(pattern, passage.small, "age")
