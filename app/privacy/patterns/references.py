"""Numbers of courts and of the police, by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

# The court's letters, the year, what sort of case it is, a number: ZW24C00123.
# Source: HMCTS, Family Public Law and Civil case number formats.
_COURT = re.compile(r"\b[a-z]{2}\d\d[a-z]\d{4,6}(?!\w)")
_COURT_SPACED = re.compile(r"\b[A-Z]{2}[ -]?\d\d[ -]?[A-Z][ -]?\d{4,6}(?!\w)")
_COURT_OTHER = re.compile(
    r"\b(?:[a-z]{1,3}\d?[/-](?:19|20)\d\d[/-](?:[a-z]{2,4}[/-])?\d{3,6}|"  # CA-2024-001234
    r"(?:pa|hu|ea|da|rp|co|dc|iu)/\d{4,6}/(?:19|20)?\d\d|"  # tribunals and the High Court
    r"eh\d{3}/\d\d/\d{5}|"  # the tribunal for special educational needs
    r"[a-z]\d\d[a-z]{2}\d{3}|\d[a-z]{2}\d{5}|"  # county courts
    r"[tsua]20[0-3]\d{5})(?![\w/-])"  # the Crown Court
)
# A judgement that is published says so itself, in square brackets.
_PUBLISHED = re.compile(r"(?:\[|\()(?:19|20)\d\d(?:\]|\))\s?\Z")

_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:of\s)?[a-z]{3,9}(?:\s(?:19|20)?\d\d)?|"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
)
_CAD = re.compile(
    r"\b(?:cad|log|incident|storm)(?:\s(?:no|num|number|ref|reference|id))?\.?\s?[:#]?\s?"
    rf"(?P<number>\d{{1,6}}(?:\s?/\s?\d{{1,2}}[a-z]{{3}}\d{{0,4}}|\s(?:of|on)\s(?:the\s)?{_DAY}|"
    r"/\d{2,8}(?:/\d\d)?)|\d{3,6}(?!\w|[.,:]\d|\s(?:times|hours|days|people)))(?!\w)"
)
_CAD_WORDS = word_set("cad log incident storm")
_POLICE = re.compile(
    r"\b(?:\d\d/\d{4,7}/\d\d|"  # 42/123456/24
    r"\d\d[a-z]{1,2}\d{7}(?:/\d\d)?|"  # the police's unique reference number
    r"\d\d/\d{3,7}[a-z]|"  # numbers of the national computer
    r"[a-z]{2,3}[-/]\d{6,8}[-/]\d{2,5}|"
    r"\d{4,5}/\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{0,4})(?![\w/])"
)
_OFFICER = re.compile(r"\b(?:pc|ps|dc|ds|pcso)\s?(?P<number>\d{3,5})(?!\w|[.,/]\d)")
_OFFICERS = word_set("pc ps dc ds pcso")
_SLASH_OR_CODE = re.compile(r"\d[a-z/]")

COURT = Sign(
    IdentifierKind.COURT_REFERENCE,
    "reads as a court number",
    Confidence.CERTAIN,
    "the court reference",
)
_COURT_LIKELY = Sign(
    IdentifierKind.COURT_REFERENCE,
    "reads as a court number",
    Confidence.LIKELY,
    "the court reference",
)
_LOG = Sign(
    IdentifierKind.CRIME_REFERENCE,
    "stands behind the word for a police log",
    Confidence.CERTAIN,
    "the police reference",
)
_REFERENCE = Sign(
    IdentifierKind.CRIME_REFERENCE,
    "reads as a police reference",
    Confidence.LIKELY,
    "the police reference",
)
_COLLAR = Sign(
    IdentifierKind.CRIME_REFERENCE,
    "reads as the number of a police officer",
    Confidence.LIKELY,
    "an officer’s number",
)


def reference_findings(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901, PLR0912 - loop after loop
    """Give numbers of courts and of the police; the passage has a digit."""
    small = passage.small
    for match in _COURT.finditer(small):
        yield COURT.of(match)
    for match in _COURT_SPACED.finditer(passage.text):
        yield COURT.of(match)
    if passage.has_any(_CAD_WORDS):
        for match in _CAD.finditer(small):
            yield _LOG.of(match, "number")
    if passage.has_any(_OFFICERS):
        for match in _OFFICER.finditer(small):
            yield _COLLAR.of(match, "number")
    if _SLASH_OR_CODE.search(small):
        for match in _COURT_OTHER.finditer(small):
            if not _PUBLISHED.search(small, max(match.start() - 8, 0), match.start()):
                yield _COURT_LIKELY.of(match)
        for match in _POLICE.finditer(small):
            yield _REFERENCE.of(match)
