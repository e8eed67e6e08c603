"""Ages that few people share: in months, weeks or days, or in years and months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import NUMBER, number_of
from app.privacy.patterns.passage import Passage, Sign, word_set

_HALF = r"(?:[ -]and[ -]a[ -](?:half|bit)|\s?1/2|½)?"
_MONTHS = r"months?|mths?|mnths?|mos?"
_WEEKS = r"weeks?|wks?"
_UNIT = rf"(?P<unit>{_MONTHS}|{_WEEKS}|days?|m(?=/o)|w(?=/o))"
_SPAN = rf"(?P<count>{NUMBER}){_HALF}[ -]?{_UNIT}\b"
_AND = r"[\s,-]{0,2}(?:and|&)?\s?"
_YEARS = rf"(?P<years>{NUMBER})[ -]?(?:years?|yrs?|y(?:ea)?r?)\b\.?"
_REST = rf"(?P<count>{NUMBER})[ -]?(?:{_MONTHS}|m)\b"
_OLD = r"(?:[ -]?olds?|\s?of age|/o)\b"

# Words that make of "14 months" an age by themselves.
_WITH_OLD = re.compile(rf"\b(?P<age>{_SPAN}{_OLD})")
_AGED = re.compile(
    rf"\b(?P<age>(?:aged?|age:)(?:\s(?:only|just|of|about|around|approx\.?|nearly|almost|is|was))?"
    rf"\s?{_SPAN})"
)
_BABY = re.compile(
    rf"\b(?P<age>(?P<count>{NUMBER})[ -](?P<unit>month|mth|week|wk|day)s?)"
    r"(?=[ -](?:baby|infant|newborn|boy|girl|son|daughter|brother|sister|twins|toddler|child)\b)"
)
_YEARS_AND_MONTHS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:aged?\s)?(?:{_YEARS}{_AND}{_REST}|"
    r"(?P<y>\d{1,2})\s?y(?:rs?|ears?|o)?\s?(?P<m>\d{1,2})\s?m(?:(?:on)?ths?|os?)?\b)"
    rf"(?:{_OLD})?)"
)
_WEEKS_AND_DAYS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:aged?\s)?(?P<count>{NUMBER})[ -]?(?P<unit>{_WEEKS}|{_MONTHS}|m|w)"
    rf"\b{_AND}"
    rf"{NUMBER}[ -]?(?:days?|{_WEEKS}|d|w)\b(?:{_OLD})?)"
)
_HALF_YEARS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:(?P<aged>aged?\s)(?P<one>{NUMBER})[ -](?:and[ -]a[ -]half|1/2)|"
    rf"(?P<two>{NUMBER})[ -](?:and[ -]a[ -]half|1/2|½)[ -](?:years?|yrs?)[ -]olds?))\b"
)
_WHO = (
    r"(?:baby|child(?: [a-z0-9])?|boy|girl|son|daughter|brother|sister|toddler|infant|twins?|"
    r"sibling|"
    r"little one|youngest|eldest|newborn|he|she|they|who|it)"
)
# Words that stand before an age, with what may come between.
_TOLD = re.compile(
    rf"(?:\b{_WHO}(?:'s|\s(?:is|was|are|were))(?:\s(?:now|only|just|nearly|almost|about|around|"
    rf"not yet|"
    rf"already|still))?\s|\b(?:just turned|turned|turning)\s|\b{_WHO},?\s?[(,]\s?)\Z"
)
_NAMED = re.compile(r"(?:[A-Z][\w'-]+|\b[A-Z]),?\s?[(,]\s?\Z")
_TOLD_SPAN = re.compile(
    rf"(?<![\w£.,])(?P<age>(?P<count>{NUMBER})\s?(?P<unit>{_MONTHS}|{_WEEKS}|days|m))\b"
)
_AT = re.compile(r"\bat\s\Z")
_AT_WHOM = re.compile(r",?\s(?:he|she|they|his|her|the baby|baby|corrected)\b")
_IS_DURATION = re.compile(
    r"\s?(?:ago|later|earlier|in\b|into|of\b(?! age)|after|before|away|since|for|long|without|"
    r"sober|"
    r"clean|pregnant|gone|overdue|late|behind|apart|to\b|from|off|on\b|left|waiting|more|now since|"
    r"short|notice|and counting|into|with (?:us|them|me)|here|there|premature|early|prem\b|"
    r"gestation|"
    r"'|worth|prison|custody|sentence|probation|work|leave|plan|review|free)"
)
_LASTING = re.compile(
    r"\b(?:for|after|over|in|within|about|took|lasted|waited|spent|every|of|last|past|next|first|"
    r"another|than|nearly|almost|it's been|has been|been|these|those|all|some|took us|served)"
    r"(?:\s(?:the|a|me|us|just|only|about|over|nearly|last|past|next))?\s\Z"
)
_STAGE = re.compile(
    rf"\b(?P<age>(?P<count>{NUMBER})(?:\s?\+\s?\d)?\s?(?:{_WEEKS}|{_MONTHS})(?:\sand\s\d\sdays)?"
    r"(?:'|\s)*(?:pregnant|gestation|premature|prem|early(?! help)|gone|into (?:her|the)"
    r" pregnancy))\b|"
    rf"\b(?P<birth>born at (?:{NUMBER})(?:\s?\+\s?\d)?\s?(?:{_WEEKS}))\b|"
    r"\b(?P<weeker>\d\d[ -]weeker)\b|(?<![\w/])(?P<forty>[1-4]\d(?:\+\d)?/40)(?!\w)"
)
_STAGE_WORDS = word_set(
    "pregnant pregnancy gestation premature prem early gone born weeker scan midwife antenatal "
    "unborn"
)
_SMALL_UNITS = word_set("month months mth mths mnth mnths mo mos week weeks wk wks day days m w d")
_LARGE_UNITS = word_set("year years yr yrs y yo")
_NEAR, _BEHIND = 40, 24  # characters around an age that say more of it
_PER_YEAR = {"m": 12, "w": 52, "d": 365}
_BABY_YEARS, _TODDLER_YEARS, _SMALL_YEARS = 1, 3, 5
_OLDER = ((12, "of primary-school age"), (18, "a teenager"))
_IS_NOUN = re.compile(r"[ -](?:month|mth|week|wk|day|year|yr)s?[ -]olds?\Z")
_PERSON = re.compile(
    r"[ -](?:baby|infant|newborn|boy|girl|son|daughter|brother|sister|twins?|toddler|child|"
    r"children|"
    r"sibling|half|nephew|niece|grand\w+|who\b)"
)

_STAGE_SIGN = Sign(
    IdentifierKind.EXACT_AGE,
    "an exact stage of a pregnancy",
    Confidence.WORTH_A_LOOK,
    "expecting a baby",
)


def age_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give exact ages; ages in whole years are shared by too many to be one."""
    small = passage.small
    has_small_unit = passage.has_any(_SMALL_UNITS) or "m/o" in small or "w/o" in small
    if has_small_unit or (passage.has_digit and _has_joined_unit(small)):
        yield from _in_small_units(passage)
    if "half" in passage.words or "1/2" in small or "½" in small:
        for match in _HALF_YEARS.finditer(small):
            years = number_of(match["one"] or match["two"])
            yield _sign(small, match, years, Confidence.WORTH_A_LOOK).of(match, "age")
    if passage.has_any(_STAGE_WORDS):
        for match in _STAGE.finditer(small):
            yield _STAGE_SIGN.of(match, match.lastgroup or 0)


def _has_joined_unit(small: str) -> bool:
    return re.search(r"\d(?:m|w|d|y)", small) is not None


def _in_small_units(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901 - loop after loop
    small = passage.small
    for pattern in (_WITH_OLD, _AGED, _BABY):
        for match in pattern.finditer(small):
            yield _sign(small, match, _years(match), Confidence.LIKELY).of(match, "age")
    for match in _YEARS_AND_MONTHS.finditer(small):
        years = number_of(match["years"] or match["y"])
        if not _lasts(small, match):
            yield _sign(small, match, years, Confidence.LIKELY).of(match, "age")
    for match in _WEEKS_AND_DAYS.finditer(small):
        if not _lasts(small, match):
            yield _sign(small, match, _years(match), Confidence.LIKELY).of(match, "age")
    for match in _TOLD_SPAN.finditer(small):
        if _is_told(passage, match):
            yield _sign(small, match, _years(match), Confidence.LIKELY).of(match, "age")


def _lasts(small: str, match: re.Match[str]) -> bool:
    """Say whether it is how long something took, and no age."""
    start, end = match.span()
    if match["age"].startswith("age") or re.search(r"olds?\Z|age\Z", match["age"]):
        return False
    return bool(
        _IS_DURATION.match(small, end, end + _BEHIND)
        or _LASTING.search(small, max(start - _NEAR, 0), start)
    )


def _is_told(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether the words around "14 months" tell that somebody is so old."""
    small, (start, end) = passage.small, match.span()
    if _IS_DURATION.match(small, end, end + _BEHIND):
        return False
    first = max(start - _NEAR, 0)
    if _TOLD.search(small, first, start):
        return True
    if _AT.search(small, first, start) and _AT_WHOM.match(small, end, end + _BEHIND):
        return True
    is_closed = small[end : end + 1] in (")", ",")
    return is_closed and _NAMED.search(passage.text, first, start) is not None


def _years(match: re.Match[str]) -> float:
    return number_of(match["count"]) / _PER_YEAR[match["unit"][0]]


def _sign(small: str, match: re.Match[str], years: float, sure: Confidence) -> Sign:
    reason = "an exact age; an age band tells less"
    age, end = match["age"], match.end("age")
    if _IS_NOUN.search(age):
        band = _band_before(years) if _PERSON.match(small, end) else _band_as_noun(years)
        band += "s" if age.endswith("s") else ""
    elif _PERSON.match(small, end) and "ag" not in age:
        band = _band_before(years)
    else:
        band = _band_told(years)
        if age.startswith("age"):
            band = f"aged {band}" if years < _SMALL_YEARS else band
    return Sign(IdentifierKind.EXACT_AGE, reason, sure, band)


def _band_before(years: float) -> str:
    """Give what fits before "baby" or "boy"."""
    if years < _BABY_YEARS:
        return "very young"
    return "small" if years < _SMALL_YEARS else "older"


def _band_as_noun(years: float) -> str:
    if years < _BABY_YEARS:
        return "baby"
    return "toddler" if years < _TODDLER_YEARS else "child"


def _band_told(years: float) -> str:
    """Give what fits behind "is"."""
    if years < _BABY_YEARS:
        return "under one"
    if years < _SMALL_YEARS:
        return f"about {('one', 'two', 'three', 'four')[int(years) - 1]}"
    return next((words for end, words in _OLDER if years < end), "grown up")
