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
    r"(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun)(?:day)?\s)?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s?(?:of\s)?[a-z]{3,9}(?:\s(?:19|20)?\d\d)?|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)"
)
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CAD = re.compile(
    r"\b(?:cad|log|incident|storm|serial|police ref(?:erence)?|occurrence|event)"
    r"(?:\s(?:no|nos|num|number|ref|reference|id))?\.?(?:\s(?:is|was|given as|of))?\s?[:#]?\s?"
    rf"(?P<number>\d{{1,6}}(?:\s?/\s?\d{{1,2}}[a-z]{{3}}\d{{0,4}}|\s(?:of|on|from|for|-|"
    rf"dated)\s(?:the\s)?{_DAY}|"
    r"[\s/-]{1,2}(?:[0-3]\d[01]\d\d\d(?:\d\d)?)|"
    r"/\d{2,8}(?:/\d\d)?)|\d{3,6}(?!\w|[.,:]\d|\s(?:times|hours|days|people)))(?!\w)"
)
_CAD_WORDS = word_set("cad log incident storm serial police occurrence event")
# Without a word before it: "1234 of 14/03/25".
_OF_A_DAY = re.compile(
    rf"(?<![\w£/.])\d{{3,6}}\sof\s(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|\d{{1,2}}(?:st|nd|"
    rf"rd|th)?\s"
    rf"(?:of\s)?(?:{_MONTH})[a-z]{{0,6}}(?:\s(?:19|20)?\d\d)?)(?![\w/])"
)
_POLICE = re.compile(
    r"\b(?:\d\d/\d{4,7}/\d\d|"  # 42/123456/24
    r"\d\d[a-z]{1,2}\d{7}(?:/\d\d)?|"  # the police's unique reference number
    r"\d\d/\d{3,7}[a-z]|"  # numbers of the national computer
    r"[a-z]{2,4}[-/]\d{5,8}[-/]\d{2,8}(?:[-/]\d{2,5})?|"
    r"(?<![£\d.,/])(?:\d{6,7}/\d\d|\d\d/\d{5,7})|"  # 2314567/25
    r"\d\d[a-z]{2,4}\d{5,8}|"  # 25PAC118204
    r"[a-z]{1,4}\d{0,2}[-/]\d{2,8}[-/]\d{2,8}[-/]\d{2,4}|"
    r"\d{2,3}[a-z]{1,3}\d?/\d{2,7}[a-z]?/\d\d|"  # 20BE1/12345Q/25
    r"(?:19|20)\d{6}-\d{3,5}|"
    r"\d{4,5}/\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{0,4})(?![\w/])"
)
_OFFICER = re.compile(r"\b(?:pc|ps|dc|ds|pcso)\s?(?P<number>\d{3,5})(?!\w|[.,/]\d)")
_OFFICERS = word_set("pc ps dc ds pcso")
_SLASH_OR_CODE = re.compile(r"\d[a-z/-]|[a-z][/-]\d")

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
_OF_THE_DAY = Sign(
    IdentifierKind.CRIME_REFERENCE,
    "reads as the log of a day",
    Confidence.CERTAIN,
    "the police reference",
)
_COLLAR = Sign(
    IdentifierKind.CRIME_REFERENCE,
    "reads as the number of a police officer",
    Confidence.LIKELY,
    "an officer’s number",
)


def reference_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give numbers of courts and of the police; the passage has a digit."""
    yield from _of_courts(passage)
    small = passage.small
    if passage.has_any(_CAD_WORDS):
        yield from _LOG.all_in(_CAD, small, "number")
    if "of" in passage.words:
        yield from _OF_THE_DAY.all_in(_OF_A_DAY, small)
    if passage.has_any(_OFFICERS):
        yield from _COLLAR.all_in(_OFFICER, small, "number")
    if _SLASH_OR_CODE.search(small):
        yield from _REFERENCE.all_in(_POLICE, small)


def _of_courts(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    yield from COURT.all_in(_COURT, small)
    yield from COURT.all_in(_COURT_SPACED, passage.text)
    if _SLASH_OR_CODE.search(small):
        for match in _COURT_OTHER.finditer(small):
            if not _PUBLISHED.search(small, max(match.start() - 8, 0), match.start()):
                yield _COURT_LIKELY.of(match)
