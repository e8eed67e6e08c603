"""What addresses are built of: house numbers, and the names and kinds of streets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.privacy.patterns.street_words import COURTS, FLATS, ROOMS, STRONG, WEAK


def one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda each: (-len(each), each)))


FLAT = rf"(?:{FLATS}|{ROOMS})"
NOT_JOINED = r"(?<![\w£$€:./-])"
ONE = r"\d{1,4}[A-Za-z]?\b"
HOUSE = (
    rf"(?:(?i:{FLAT})\.?\s?(?:\d{{1,4}}[A-Za-z]?|[A-Z]),?\s{{1,2}})?(?:(?i:no|nos|number|"
    rf"num)\.?\s?)?"
    rf"#?{ONE}(?:\s?(?:[-/&,]|and|to)\s?{ONE}){{0,2}}"
)
_FIRST = (
    r"(?:St\.?|Saint|The|Old|New|Upper|Lower|Great|Little|North|South|East|West|Mount|Dr|Sir|Lord|"
    r"Lady|King|Queen|Mc)"
)
NAME = (
    rf"(?:(?:{_FIRST}\s)?[A-Z][\w'.-]{{1,24}}(?:\s(?:of\s|the\s)?[A-Z][\w'.-]{{0,24}}){{0,3}}?|"
    r"\d{1,2}(?:st|nd|rd|th))"
)
CAPITAL = one_of(word for each in STRONG | WEAK for word in (each.capitalize(), each.upper()))
STRONG_IN_SMALL = one_of(STRONG)
STREET_WORDS = STRONG | WEAK


def is_court(match: re.Match[str]) -> bool:
    return match["kind"].lower() == "court" and match["name"].split()[-1].lower() in COURTS
