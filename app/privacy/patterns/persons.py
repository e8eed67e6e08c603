"""Numbers that one person has: of the NHS, of National Insurance, of a pupil."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_IS = r"\s?(?:no|nos|num|number|id|ref|#)?\.?\s?(?:is|was|=|:|-|\()?\s?"
# NHS number: ten digits, the last a check digit. Source: NHS Data Dictionary, NHS NUMBER.
_TEN = re.compile(r"\d(?<![\w.+-]\d)(?:\d\d[ .-]?\d{3}[ .-]?\d{4}|(?: \d){9})(?![\w-]|\.\d)")
_NHS_NAMED = re.compile(rf"\b(?:nhs|chi|h&c|hcn){_IS}(?P<number>\d(?:[ .-]?\d){{8,9}})(?!\w)")
_NHS_WEIGHTS = range(10, 1, -1)
# National Insurance number. Source: HMRC, National Insurance Manual NIM39110.
_NI = re.compile(
    r"\b(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prstw-z][a-ceghj-npr-tw-z]"
    r"[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d](?!\w)"
)
_NI_NAMED = re.compile(
    rf"\b(?:nino|ni|national insurance){_IS}"
    r"(?P<number>[a-z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d(?:[ -]?[a-z])?)(?!\w)"
)
# Unique pupil number: a check letter, then twelve digits, or eleven and a letter while it is
# temporary. Source: Department for Education, Unique pupil numbers: a guide for schools.
_UPN = re.compile(r"\b[a-z]\d{11}[0-9a-z](?!\w)")
_UPN_NAMED = re.compile(
    rf"\b(?:upn|uln|unique pupil|unique learner){_IS}(?P<number>[a-z]? ?\d{{2,4}}[\d ]{{6,14}}"
    r"[0-9a-z])(?!\w)"
)
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PUPIL_WORDS = word_set("upn uln pupil learner")
_NHS_WORDS = word_set("nhs chi hcn h")

_NHS_SUGGESTION = "an NHS number"
_NHS = Sign(
    IdentifierKind.NHS_NUMBER,
    "passes the check of an NHS number",
    Confidence.CERTAIN,
    _NHS_SUGGESTION,
)
_NHS_UNCHECKED = Sign(
    IdentifierKind.NHS_NUMBER, "stands behind “NHS”", Confidence.LIKELY, _NHS_SUGGESTION
)
_NI_SUGGESTION = "a National Insurance number"
_INSURANCE = Sign(
    IdentifierKind.NATIONAL_INSURANCE,
    "reads as a National Insurance number",
    Confidence.CERTAIN,
    _NI_SUGGESTION,
)
_INSURANCE_NAMED = Sign(
    IdentifierKind.NATIONAL_INSURANCE,
    "stands behind “National Insurance”",
    Confidence.LIKELY,
    _NI_SUGGESTION,
)
_PUPIL = Sign(
    IdentifierKind.PUPIL_NUMBER,
    "reads as a unique pupil number",
    Confidence.CERTAIN,
    "a pupil number",
)
_PUPIL_UNCHECKED = Sign(
    IdentifierKind.PUPIL_NUMBER,
    "nearly reads as a unique pupil number",
    Confidence.LIKELY,
    "a pupil number",
)
_PUPIL_NAMED = Sign(
    IdentifierKind.PUPIL_NUMBER, "stands behind “UPN”", Confidence.CERTAIN, "a pupil number"
)


def person_findings(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901, PLR0912 - loop after loop
    """Give numbers that one person has; the passage has a digit."""
    small = passage.small
    for match in _TEN.finditer(small):
        if is_nhs_number(match[0]):
            yield _NHS.of(match)
    if passage.has_any(_NHS_WORDS):
        for match in _NHS_NAMED.finditer(small):
            is_right = is_nhs_number(match["number"])
            yield (_NHS if is_right else _NHS_UNCHECKED).of(match, "number")
    for match in _NI.finditer(small):
        yield _INSURANCE.of(match)
    if passage.has_any({"ni", "nino", "insurance"}):
        for match in _NI_NAMED.finditer(small):
            yield _INSURANCE_NAMED.of(match, "number")
    for match in _UPN.finditer(small):
        yield (_PUPIL if _is_pupil_number(match[0]) else _PUPIL_UNCHECKED).of(match)
    if passage.has_any(_PUPIL_WORDS):
        for match in _UPN_NAMED.finditer(small):
            yield _PUPIL_NAMED.of(match, "number")


def is_nhs_number(words: str) -> bool:
    """Say whether there are ten digits of which the last is right, by modulus 11."""
    digits = [int(each) for each in words if each.isdigit()]
    if len(digits) != len(_NHS_WEIGHTS) + 1 or len(set(digits)) == 1:
        return False
    total = sum(weight * each for weight, each in zip(_NHS_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 11 == digits[-1]


def _is_pupil_number(words: str) -> bool:
    if not words[12].isdigit():
        return True  # a temporary one ends in a letter and has another check
    total = sum(int(each) * weight for weight, each in enumerate(words[1:], 2))
    return _UPN_LETTERS[total % 23] == words[0].upper()
