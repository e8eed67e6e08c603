"""Days: exact dates in every usual writing, and those on which somebody was born."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.birth_words import birth_around
from app.privacy.patterns.days import SLASHED, day_findings, is_no_score
from app.privacy.patterns.noted_days import noted_findings
from app.privacy.patterns.passage import Passage, Sign
from app.privacy.patterns.seasons import (
    DAY,
    MONTH,
    MONTH_WORDS,
    MOST_DAYS,
    MOST_MONTHS,
    NTH,
    WEEKDAY,
    month_of,
    season_of,
)

_NO_YEAR_BUT_COUNT = (
    r"(?![\w:%]|[.,]\d|\s?(?:am|pm|people|child|kids|famil|visit|case|min|hour|day|week|year|month|"
    r"of\b))"
)
_YEAR = rf"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d)|\d\d{_NO_YEAR_BUT_COUNT})"
_TENS = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_IN_WORDS = (
    rf"(?:(?:twenty|thirty)[ -](?:{_TENS})|{_TENS}|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w£$€.:'])(?:{DAY}{NTH}?\s?(?:-|/|&|to\b|and\b|or\b)\s?){{0,2}}"
    rf"(?:(?P<day>{DAY})\s?(?P<nth>{NTH})?(?:\s(?:day\s)?of)?|(?P<word>{_IN_WORDS})(?:\sday)?\sof)"
    rf"(?:\sthe)?[\s\-/.]{{0,2}}(?P<month>{MONTH})(?:\b|"
    rf"(?=\d\d))(?:\.?,?[\s\-/]{{0,2}}(?P<year>{_YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\.?\s(?:the\s)?(?:(?P<word>{_IN_WORDS})\b|(?P<day>{DAY})"
    rf"(?:(?P<nth>{NTH})\b|(?![\w:%'/]|[.,-]\d)))(?:,?\s(?P<year>(?:19|20)\d\d(?!\d)|'\d\d))?"
)
_COUNTED = re.compile(
    r"\s(?!was\b|is\b|has\b|this\b|as\b|us\b|his\b|hers\b|its\b)"
    r"(?:[a-z]{2,}s\b|children\b|people\b|out of\b|of\b|more\b)"
)
_FIGURES = re.compile(
    r"(?P<day>\d(?:(?<![\w£$€/.:-]\d)|(?<=dob\d)|(?<=dob\.\d))\d?)(?P<by>\s?/\s?|"
    r"[.\-])(?P<month>\d{1,2})(?P=by)"
    r"(?P<year>(?:19|20)?\d\d)(?![\w/-]|\.\d)"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)\d\d(?<![\w/.-]\d{4}))(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)"
    r"(?P<day>\d{1,2})(?!\d)"
)
_RUN = re.compile(
    r"(?<!\w)(?:(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)|"
    r"(?P<year2>(?:19|20)\d\d)(?P<month2>\d\d)(?P<day2>\d\d))(?!\w)"
)
_SPACED = re.compile(
    r"(?P<day>\d(?<![\w£$€/.:-]\d)\d?) (?P<month>\d{1,2}) (?P<year>(?:19|20)?\d\d)(?![\w/:%-]|"
    r"[.,]\d)"
)
_SHORT_RUN = re.compile(r"(?<!\w)(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)(?!\w)")
_LED_BY_WEEKDAY = re.compile(rf"\b{WEEKDAY}\.?,?\s{{1,2}}(?:the\s)?\Z")
_TIME_WORD = re.compile(
    rf"(?:\b(?:on|by|since|until|till|from|of|the|before|after|dated)|{WEEKDAY})\.?,?\s\Z"
)
_NUMBERING = re.compile(
    r"\b(?:paras?|paragraphs?|section|sections|chapter|version|v|item|standard|part|page|table|"
    r"figure|reg|regulation|appendix|step|outcome|point)\.?\s?\Z"
)
_SHORT_YEAR = 2  # figures
_FURTHEST = 24  # characters before a day that say more of it

_EXACT = (IdentifierKind.EXACT_DATE, "an exact date")


def date_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give days; those of a birth are dates of birth."""
    if passage.has_any(MONTH_WORDS):
        yield from _with_a_month(passage)
    if passage.has_digit:
        yield from _in_figures(passage)
        yield from _in_runs(passage)
    yield from day_findings(passage)
    yield from noted_findings(passage)


def _with_a_month(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _DAY_FIRST.finditer(passage.small):
        if not _is_the_verb(passage, match):
            yield _dated(passage, match, Confidence.CERTAIN)
    for match in _MONTH_FIRST.finditer(passage.small):
        is_bare = not (match["nth"] or match["word"] or match["year"])
        if is_bare and _COUNTED.match(passage.small, match.end()):
            continue
        if passage.text[match.start()].isupper() or match["month"] not in ("may", "mar", "march"):
            yield _dated(passage, match, Confidence.CERTAIN)


def _is_the_verb(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether it is "may" as in "of those 2 may need", or "march" as in "they march"."""
    at = match.start("month")
    if match["month"] not in ("may", "march") or passage.text[at].isupper():
        return False
    if match["nth"] or match["word"] or match["year"]:
        return False
    start = match.start()
    return not _TIME_WORD.search(passage.small, max(start - _FURTHEST, 0), start)


def _in_figures(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    for match in SLASHED.finditer(small):
        if is_no_score(passage, match):
            yield _dated(passage, match, Confidence.LIKELY, "date")
    for match in _FIGURES.finditer(small):
        if _is_a_day(match["day"], match["month"]) and not _is_numbering(small, match):
            yield _dated(passage, match, Confidence.CERTAIN)
    for match in _YEAR_FIRST.finditer(small):
        if _is_a_day(match["day"], match["month"]):
            yield _dated(passage, match, Confidence.CERTAIN)


def _in_runs(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give days without a mark between the figures: "03042019", "3 4 2019"."""
    small = passage.small
    for match in _RUN.finditer(small):
        if _is_a_day(match["day"] or match["day2"], match["month"] or match["month2"]):
            yield _dated(passage, match, Confidence.CERTAIN)
    for pattern in (_SPACED, _SHORT_RUN):
        for match in pattern.finditer(small):
            is_whole = pattern is _SPACED and len(match["year"]) > _SHORT_YEAR
            is_date = is_whole or birth_around(small, *match.span()) is not None
            if is_date and _is_a_day(match["day"], match["month"]):
                yield _dated(passage, match, Confidence.CERTAIN)


def _is_a_day(day: str, month: str) -> bool:
    """Say whether these are a day and a month; some people write the month first."""
    one, other = int(day), int(month)
    return min(one, other) >= 1 and (
        (one <= MOST_DAYS and other <= MOST_MONTHS) or (other <= MOST_DAYS and one <= MOST_MONTHS)
    )


def _is_numbering(small: str, match: re.Match[str]) -> bool:
    start = match.start()
    return match["by"] == "." and bool(_NUMBERING.search(small, max(start - _FURTHEST, 0), start))


def _dated(
    passage: Passage, match: re.Match[str], confidence: Confidence, group: str | int = 0
) -> PossibleIdentifier:
    small, (start, end) = passage.small, match.span(group)
    parts = match.groupdict()
    month = month_of(parts.get("month") or parts.get("month2") or "")
    if month > MOST_MONTHS:
        month = int(parts.get("day") or parts.get("day2") or "1")
    season = season_of(month, parts.get("year") or parts.get("year2"))
    lead = _LED_BY_WEEKDAY.search(small, max(start - _FURTHEST, 0), start)
    birth = birth_around(small, start, end)
    if birth is None:
        return Sign(*_EXACT, confidence, season).at(lead.start() if lead else start, end)
    suggestion = season if birth.takes_a_season else "a date of birth"
    sign = Sign(IdentifierKind.DATE_OF_BIRTH, "a date of birth", Confidence.CERTAIN, suggestion)
    return sign.at(start, end)
