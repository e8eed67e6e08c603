"""Ages as they are noted in haste: "14/12 baby", "M 14m", "rising five", "prem, 28 weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.age_bands import band_of
from app.privacy.patterns.age_words import is_duration
from app.privacy.patterns.number_words import NUMBER, NUMBER_WORDS, number_of
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.seasons import WEEKDAY

_WEEKS = r"(?:weeks?|wks?|w)"
_SHORT = r"(?:months?|mths?|mnths?|mo?nths?|mos?|weeks?|wks?|days?)"
_SPAN = rf"(?:{NUMBER}\s?{_SHORT}\b|\d{{1,2}}[mwd]\b|\d{{1,2}}/(?:7|12|52)\b)"
_YEARS = (
    r"(?:\d{1,2}\s?y(?:ea)?(?:rs?|o)?[\s,]{0,2}(?:and\s)?\d{1,2}\s?(?:m(?:(?:on)?ths?|os?)?\b|"
    r"/12\b))"
)
_PERSON = (
    r"(?:baby|babe|bby|infant|newborn|boy|girl|lad|son|daughter|bro|sis|brother|sister|sibs?|"
    r"sibling|twins?|toddler|child|female|fem|male)"
)
_CLAUSE = r"(?:\A|[.;:!?(\n]\s?|,\s|-\s)"
_END = r"(?=\s?[,.;:!?)]|\s?\n|\s?\Z|\s(?:and|but|with|he|she|who|when|yet|now)\b)"

_LOOSE = re.compile(
    # Years and twelfths: "2 10/12", "2yrs 2/12", "17 and 10/12".
    r"(?<![\w/£.,])(?P<twelfths>\d{1,2}(?:\s?y(?:ea)?rs?|\s?y)?(?:\s?(?:and|&|\+)\s?|\s)"
    r"(?:1[01]|\d)/12)(?![\w/%])|"
    rf"(?<![\w/£.])(?P<before>\d{{1,2}}(?:/(?:7|12|52)|\s?(?:mo?|mths?|w|wks?)))(?=\s{_PERSON}\b)|"
    rf"\b(?:{_PERSON}|corrected|adjusted|(?:corrected|adjusted|chronological|developmental|dev|"
    r"gestational|chron|functional|mental|actual|real|current)\sage|age at [a-z]{3,14}|"
    r"prem(?:ature(?:ly)?|mie)?|pre-?birth|unborn(?:\sbaby)?)"
    rf"(?:\s(?:is|was|now|of|about|at|by|only|just|"
    rf"approx)){{0,2}}\s?[:=,(-]?\s?(?P<behind>{_YEARS}|{_SPAN})|"
    r"\b(?P<rising>rising[ -](?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|1[0-8]|[3-9]))s?\b(?!\s?(?:per|%|percent|times|"
    r"[:.]\d))|"
    rf"\b(?P<alive>{NUMBER}\s(?:days?|weeks?|months?)\s(?:on this earth|in this world|"
    rf"in the world|of life|alive))\b|"
    rf"\b(?P<week>\d\d\s?w(?:ks?)?\s?\+\s?\d)\b|"
    rf"\b(?P<pregnant>{NUMBER}\s?{_WEEKS}\s(?:pg|preggers|expecting|with child))\b|"
    r"\b(?P<birthday>(?:\d{1,2}(?:st|nd|rd|th)|(?:thir|four|fif|six|seven|eigh)teenth|first|"
    r"second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|eleventh|twelfth)\s(?:birthday|bday)\s(?:is |was |falls )?"
    rf"(?:tomorrow|today|yesterday|(?:on |next |last |this )(?:{WEEKDAY}|week|weekend)|"
    rf"in (?:{NUMBER}|a) (?:days?|weeks?)))\b"
)
_SEX = re.compile(
    r"(?:\b[MFmf],?\s?\(?(?P<behind>\d{1,2}\s?(?:mo?|mths?|w|wks?|/12|/52))(?!\w)|"
    r"(?<![\w/£.])(?P<before>\d{1,2}\s?(?:mo?|mths?|w|wks?|/12|/52))(?=,?\s(?:F|M|f|m|fem|"
    r"male)\b(?!')))"
)
_AMONG = re.compile(
    r"\b(?:sibs?|siblings|kids|children|ages|twins|aged)\b[\s:(-]{1,3}"
    r"(?:\d{1,2}(?:\s?y(?:ea)?(?:rs?|o)?)?(?:\s?\d{1,2}\s?m)?\s?(?:,|and|&|\+|/)\s?(?:and\s)?){1,6}"
    r"(?P<age>\d{1,2}\s?(?:mo?|mths?|months|wks?|weeks|/12|/52))(?!\w)"
)
# At the beginning of a clause, with nothing behind that it would count.
_PARTLY = re.compile(
    rf"{_CLAUSE}(?P<age>(?:aged? )?(?P<count>{NUMBER})(?:[ -](?:and|&|n)[ -](?:a[ -])?(?:half|1/2|"
    rf"½|bit|quarter)|"
    r"[ -](?:and[ -])?three[ -]quarters|\s?[½¼¾]|\s(?:1/2|1/4|3/4)|\.[257]5?\s?y(?:ea)?rs?))"
    rf"(?![\w/%]|[.,]\d){_END}"
)
_YEARS_AND_MONTHS = re.compile(
    rf"{_CLAUSE}(?P<age>(?P<count>{NUMBER})\s(?:and|&)\s(?:{NUMBER})\s?(?:months?|mths?))\b{_END}"
)
_SOON = re.compile(
    rf"{_CLAUSE}(?P<age>(?P<count>eleven|twelve|(?:thir|four|fif|six|seven|eigh)teen|"
    rf"1[1-8])\s(?:next|this|on|last)\s(?:the\s)?"
    rf"(?:{WEEKDAY}|week|month)\b)"
)
_WEEKS_OF_52 = re.compile(r"(?<![\w/£.])(?P<age>\d{1,2}/52)(?![\w/%])")
_NO_AGE_BEFORE = re.compile(
    r"\b(?:in|for|every|over|review|within|after|of|x|next|last|past|seen|took|then|another|wait|"
    r"about)\s\Z"
)
_NO_AGE_BEHIND = re.compile(
    r"\s(?:ago|course|review|weeks|plan|wait|f/u|follow|later|time|notice|trial|block|programme|"
    r"sessions?|old)\b"
)
_WORDS = word_set(
    "rising prem premature prematurely premmie unborn birth corrected adjusted age pg preggers "
    "expecting child birthday "
    "bday earth world life alive half quarter quarters bit sibs sib siblings kids children ages "
    "aged twins months mths month "
    "baby babe bby infant newborn boy girl lad son daughter bro sis brother sister sibling "
    "toddler female fem male "
    "next this on last m f mo mth w wk wks n d"
)
_COUNTS = NUMBER_WORDS - {"one"} | {"rising"}
_IN_FIGURES = re.compile(r"\d\s?(?:/(?:7|12|52)|[½¼¾]|1/2|1/4|3/4|w|m|y)|\.\d")
_CHILDHOOD, _SMALL = 20, 0.5  # years
_FURTHEST = 24  # characters before an age that say more of it
_STAGES = frozenset({"week", "pregnant"})


def loose_age_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give ages that are noted in haste."""
    small = passage.small
    if not _may_have_one(passage):
        return
    for match in _LOOSE.finditer(small):
        group = match.lastgroup or "before"
        if group == "behind" and is_duration(small, match.end()):
            continue
        stands_for = "expecting a baby" if group in _STAGES else _band(match, group)
        yield _sign(stands_for).of(match, group)
    for pattern, least in ((_PARTLY, 2), (_YEARS_AND_MONTHS, 1), (_SOON, 1)):
        for match in pattern.finditer(small):
            if least <= number_of(match["count"]) < _CHILDHOOD:
                yield _sign(_band(match, "age")).of(match, "age")
    if passage.has_digit:
        yield from _in_figures(passage)


def _may_have_one(passage: Passage) -> bool:
    is_counting = passage.has_digit or passage.has_any(_COUNTS)
    if not is_counting and "birthday" not in passage.words:
        return False
    if passage.has_any(_WORDS):
        return True
    return passage.has_digit and _IN_FIGURES.search(passage.small) is not None


def _in_figures(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    for match in _SEX.finditer(passage.text):
        yield _sign("very young").of(match, match.lastgroup or "behind")
    for match in _AMONG.finditer(small):
        yield _sign("under two").of(match, "age")
    for match in _WEEKS_OF_52.finditer(small):
        before = _NO_AGE_BEFORE.search(small, max(match.start() - _FURTHEST, 0), match.start())
        if not before and not _NO_AGE_BEHIND.match(small, match.end()):
            yield _sign("under one").of(match, "age")


def _band(match: re.Match[str], group: str) -> str:
    """Give what tells less: by the years where they are told first, else that of a baby."""
    words = match[group]
    if group == "birthday":
        return "birthday about then"
    first = re.match(rf"{NUMBER}", words.removeprefix("rising").lstrip(" -"))
    is_in_years = group in ("rising", "twelfths", "age") or re.search(r"\d\s?y", words)
    years = float(number_of(first[0])) if first and is_in_years else _SMALL
    return band_of(match.string, words, match.end(group), years)


def _sign(band: str) -> Sign:
    reason = "an exact age; an age band tells less"
    return Sign(IdentifierKind.EXACT_AGE, reason, Confidence.WORTH_A_LOOK, band)
