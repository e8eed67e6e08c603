"""Numbers of one person as people copy them: with other spaces, dots and words between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.persons import is_nhs_number

_BY = r"[ .,/_-]{0,3}"
# What may stand between the word and its number: "NHS number for the baby is".
_BETWEEN = r"[^\d\n;?!]{0,30}?(?<![a-z0-9])"
# In any groups, if the last figure is right; what begins with a 0 may be a phone number.
_TEN = re.compile(r"[1-9](?<![\w.,+£/-].)(?:[ ./-]?\d){9}(?![\w-]|[./,]\d|\s\d)")
_NHS_NAMED = re.compile(
    rf"\b(?:n\.?h\.?s|chi|h ?& ?c|hcn|health (?:and care )?(?:no|num|number))\b\.?#?{_BETWEEN}"
    rf"(?P<number>\d(?:{_BY}\d){{8,9}})(?![\w]|[.-]\d)"
)
_NI_NAMED = re.compile(
    rf"\b(?:n\.?i\.?n\.?o|n\.?i|nat(?:ional)? ins(?:urance)?|insurance)\b\.?#?{_BETWEEN}"
    rf"(?P<number>[a-z][ .-]?[a-z]{_BY}\d(?:{_BY}\d){{5}}(?:{_BY}[a-z](?![a-z]))?)(?!\w)"
)
_NI = re.compile(
    # Prefixes that are never given out, QQ among them, stand in what people make up or mistype.
    r"\b[a-z]{2}[ .-]{0,2}\d(?:[ .-]{0,2}\d){5}[ .-]{0,2}[a-d](?!\w)"
)
_NI_IN_PARTS = re.compile(
    r"\b[A-CEGHJ-PRSTW-Z][A-CEGHJ-NPR-TW-Z][ .-]\d\d[ .-]\d\d[ .-]\d\d(?!\d|[ .-]\d|\w)"
)
_UPN = re.compile(
    r"\b(?P<letter>[a-hj-np-rt-z])[ -]{0,2}(?P<rest>\d(?:[ -]?\d){10}[ -]?[0-9a-z])(?!\w|[ -]\d)"
)
_UPN_NAMED = re.compile(
    rf"\b(?:upns?|ulns?|unique (?:pupil|learner|candidate)|pupil (?:no|num|number|ref|reference)|"
    rf"learner (?:no|num|number|ref|reference)|candidate (?:no|num|number))\b{_BETWEEN}"
    rf"(?P<number>(?:[a-z]{_BY})?\d(?:{_BY}\d){{8,12}}(?:{_BY}[a-z](?![a-z]))?)(?!\w)"
)
# Only the end or the beginning is told: "NI number ending 45C".
_PART = re.compile(
    r"\b(?:nhs|ni|nino|insurance|upn)\b[^.\d\n]{0,24}\b(?:ending|ends|ended|starting|starts|"
    r"beginning|begins)"
    r"(?:\s(?:in|with|on))?\s(?P<number>(?:[a-z]{2}\s?)?\d{2,6}\s?[a-d]?)(?!\w)"
)
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NHS_WORDS = word_set("nhs chi h hcn health n")
_NI_WORDS = word_set("ni nino insurance n ins")
_PUPIL_WORDS = word_set("upn upns uln ulns pupil learner candidate")
_PART_WORDS = word_set("ending ends ended starting starts beginning begins")
_YEAR = re.compile(r"(?:19|20)\d\d[ ./-]")
_DIGITS, _GROUPS, _DIGITS_OF_A_PUPIL = 10, 4, 12

_NHS = Sign(
    IdentifierKind.NHS_NUMBER,
    "passes the check of an NHS number",
    Confidence.LIKELY,
    "an NHS number",
)
_NHS_BEHIND = Sign(
    IdentifierKind.NHS_NUMBER, "stands behind “NHS”", Confidence.CERTAIN, "an NHS number"
)
_INSURANCE = Sign(
    IdentifierKind.NATIONAL_INSURANCE,
    "reads as a National Insurance number",
    Confidence.LIKELY,
    "a National Insurance number",
)
_INSURANCE_BEHIND = Sign(
    IdentifierKind.NATIONAL_INSURANCE,
    "stands behind “National Insurance”",
    Confidence.CERTAIN,
    "a National Insurance number",
)
_PARTLY = Sign(
    IdentifierKind.NATIONAL_INSURANCE,
    "reads as part of a number that one person has",
    Confidence.LIKELY,
    "part of a number",
)
_PUPIL = Sign(
    IdentifierKind.PUPIL_NUMBER,
    "reads as a unique pupil number",
    Confidence.LIKELY,
    "a pupil number",
)
_PUPIL_BEHIND = Sign(
    IdentifierKind.PUPIL_NUMBER, "stands behind “UPN”", Confidence.CERTAIN, "a pupil number"
)


def loose_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give numbers of one person that are written loosely; the passage has a digit."""
    yield from _behind_their_words(passage)
    small = passage.small
    for match in _TEN.finditer(small):
        if _is_loose_nhs_number(match[0]):
            yield _NHS.of(match)
    yield from _INSURANCE.all_in(_NI, small)
    yield from _INSURANCE.all_in(_NI_IN_PARTS, passage.text)
    for match in _UPN.finditer(small):
        if _is_pupil_number(match["letter"], match["rest"]):
            yield _PUPIL.of(match)


def _behind_their_words(passage: Passage) -> Iterator[PossibleIdentifier]:
    for words, pattern, sign in (
        (_NHS_WORDS, _NHS_NAMED, _NHS_BEHIND),
        (_NI_WORDS, _NI_NAMED, _INSURANCE_BEHIND),
        (_PUPIL_WORDS, _UPN_NAMED, _PUPIL_BEHIND),
    ):
        if passage.has_any(words):
            yield from sign.all_in(pattern, passage.small, "number")
    if passage.has_any(_PART_WORDS):
        yield from _PARTLY.all_in(_PART, passage.small, "number")


def _is_loose_nhs_number(words: str) -> bool:
    """Say whether it passes the check, and is no date with an hour and no list of counts."""
    groups = re.split("[ ./-]", words)
    is_one_by_one = len(groups) == _DIGITS
    return (
        (len(groups) <= _GROUPS or is_one_by_one)
        and not _YEAR.match(words)
        and is_nhs_number(words)
    )


def _is_pupil_number(letter: str, rest: str) -> bool:
    digits = [int(each) for each in rest if each.isdigit()]
    if len(digits) != _DIGITS_OF_A_PUPIL:
        return False
    total = sum(each * weight for weight, each in enumerate(digits, 2))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == letter.upper()
