"""Ages that few people share: in months, weeks or days, in years and months, or to the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.age_bands import band_of
from app.privacy.patterns.age_forms import (
    AGED,
    BABY,
    CHRONOLOGICAL,
    HALF_YEARS,
    MEDICAL,
    PART_IN_FIGURES,
    POINTED,
    TO_A_BIRTHDAY,
    TOLD_SPAN,
    TURNING,
    WEEKS_AND_DAYS,
    WITH_OLD,
    YEARS_AND_MONTHS,
    YEARS_WITHOUT_WORD,
)
from app.privacy.patterns.age_words import is_duration, is_told, lasts, stands_behind_at
from app.privacy.patterns.loose_ages import loose_age_findings
from app.privacy.patterns.number_words import number_of
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.pregnancies import stage_findings

_LISTED = re.compile(r"\s?(?:,|and|&|, and|/|or|plus)\s?|[^.;\n]{0,24}\b(?:until|till|at|then)\s")
# An age of months behind another: "6y 2m and 11m", "at 6 wks and not until 11 mths".
_AGE_BEFORE = re.compile(r"(?:\d\s?m|old)\s?(?:,|and|&|, and)\s?\Z")
_ANY_AGE = re.compile(r"\d\s?y\w{0,4}\s?\d{1,2}\s?m|\bold\b")
_NEVER = re.compile(r"(?!)")
_SMALL_UNITS = word_set(
    "fortnight month months mth mths mnth mnths mo mos mon week weeks wk wks day days m w d hour "
    "hours hrs hr"
)
_HALF_WORDS = word_set("half quarter quarters bit")
_TURN_WORDS = word_set("turn turns turned turning he she be is was being s")
_TURN_BEHIND = word_set("on last next this tomorrow today yesterday in ago turned")
_FOR_A_SKILL = re.compile(
    r"\sfor\s(?:his |her |their )?(?:speech|language|motor|reading|understanding|social|play|maths|"
    r"spelling|writing|attention|self|communication|cognit|everything|talking|comprehension)"
)
_NEAR = 40  # characters before an age in which another stands
_PER_YEAR = {"m": 12, "f": 26, "w": 52, "d": 365, "h": 8766, "y": 1}
_MEDICAL_PER_YEAR = {"7": 365, "52": 52, "12": 12}
_CHILDHOOD = 20  # years; what is more is no child's age


def age_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give exact ages; ages in whole years are shared by too many to be one."""
    if _has_small_unit(passage):
        yield from _with_a_unit(passage)
        yield from _told(passage)
        yield from _to_a_birthday(passage.small)
    if passage.has_any(_HALF_WORDS) or PART_IN_FIGURES.search(passage.small):
        yield from _with_parts_of_years(passage)
    if passage.has_digit:
        yield from _in_figures(passage)
    if passage.has_any(_TURN_WORDS) and passage.has_any(_TURN_BEHIND):
        yield from _turning(passage.small)
    yield from stage_findings(passage)
    yield from loose_age_findings(passage)


def _has_small_unit(passage: Passage) -> bool:
    small = passage.small
    if passage.has_any(_SMALL_UNITS) or "m/o" in small or "w/o" in small:
        return True
    return passage.has_digit and re.search(r"\d(?:m|w|d|y|h)", small) is not None


def _with_a_unit(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    for pattern in (WITH_OLD, AGED, BABY):
        for match in pattern.finditer(small):
            yield _found(small, match, _years(match))
    for match in YEARS_AND_MONTHS.finditer(small):
        if not lasts(small, match) or _is_level(small, match):
            yield _found(small, match, number_of(match["years"] or match["y"]))
    for match in WEEKS_AND_DAYS.finditer(small):
        if not lasts(small, match):
            yield _found(small, match, _years(match))


def _is_level(small: str, match: re.Match[str]) -> bool:
    """Say whether somebody is put "at 4y 2m for speech"."""
    return _FOR_A_SKILL.match(small, match.end()) is not None


def _told(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give spans of time that the words around make an age."""
    small = passage.small
    before = _AGE_BEFORE if _ANY_AGE.search(small) else _NEVER
    last = -1
    for match in TOLD_SPAN.finditer(small):
        start = match.start()
        # What stands in a row with an age is one: "22 months and 7 months".
        is_listed = last >= 0 and _LISTED.fullmatch(small, last, start) is not None
        is_listed = is_listed or before.search(small, max(start - _NEAR, 0), start) is not None
        if (is_listed and not is_duration(small, match.end())) or is_told(passage, match):
            last = match.end()
            yield _found(small, match, _years(match))
    for match in YEARS_WITHOUT_WORD.finditer(small):
        years = number_of(match["years"])
        if years < _CHILDHOOD and is_told(passage, match):
            yield _found(small, match, years)


def _to_a_birthday(small: str) -> Iterator[PossibleIdentifier]:
    for match in TO_A_BIRTHDAY.finditer(small):
        if match["whole"] is None or number_of(match["whole"]) <= _CHILDHOOD:
            yield _sign("nearly a year older", Confidence.WORTH_A_LOOK).of(match, "age")


def _with_parts_of_years(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    for match in HALF_YEARS.finditer(small):
        age = match["age"]
        years = number_of(match["count"] or match["one"])
        is_age = age.endswith(("old", "olds")) or age.startswith("age")
        if years < _CHILDHOOD and (is_age or is_told(passage, match)):
            yield _found(small, match, years, Confidence.WORTH_A_LOOK)


def _in_figures(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if ";" in small or "age" in small:
        for pattern in (CHRONOLOGICAL, POINTED):
            for match in pattern.finditer(small):
                yield _found(small, match, number_of(match["count"]))
    if "/" in small:
        for match in MEDICAL.finditer(small):
            is_at = stands_behind_at(small, match.start())
            if match["age"].endswith("old") or is_at or is_told(passage, match):
                years = number_of(match["count"]) / _MEDICAL_PER_YEAR[match["unit"]]
                yield _found(small, match, years)


def _turning(small: str) -> Iterator[PossibleIdentifier]:
    """Give whole years where the day is told on which somebody becomes so old."""
    for match in TURNING.finditer(small):
        group = match.lastgroup or "age"
        years = number_of(match["count"] or match["years"] or match["whole"])
        if years <= _CHILDHOOD:
            band = band_of(small, match[group], match.end(), years)
            yield _sign(band, Confidence.WORTH_A_LOOK).of(match, group)


def _years(match: re.Match[str]) -> float:
    parts = match.groupdict()
    count = parts["count"] or parts["joined"]
    unit = parts["unit"] or parts["short"]
    return number_of(count) / _PER_YEAR[unit[0]]


def _found(
    small: str, match: re.Match[str], years: float, sure: Confidence = Confidence.LIKELY
) -> PossibleIdentifier:
    return _sign(band_of(small, match["age"], match.end("age"), years), sure).of(match, "age")


def _sign(band: str, sure: Confidence) -> Sign:
    return Sign(IdentifierKind.EXACT_AGE, "an exact age; an age band tells less", sure, band)
