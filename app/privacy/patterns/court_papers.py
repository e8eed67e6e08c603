"""Numbers of courts, tribunals and hearings behind their words, and published judgments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_WHAT = (
    r"court|crown|sheriff|magistrates|tribunal|icos|claim|petition|appeal|application|app|order|"
    r"indictment|trial|inquest|coroner(?:'?s)?|cop|scra|reporter'?s?|chs|hearings?|cause|urn|"
    r"judicial review|listing|bundle|asylum|mhrt|mht|fmpo|dols?|panel ref|case|permission"
)
_OF = (
    r"court|of|protection|ref|reference|refs|no|nos|num|number|numbers|case|file|order|code|id|"
    r"is|was|under|as|action|clerk|office|claim|appeal|act|ref'd|quoting|given"
)
_NUMBER = (
    r"(?:(?:19|20)\d\d[/ -](?:no\.? ?)?\d{3,7}(?:[/-][a-z0-9]{1,4})?|"  # 2024/041882
    r"\d\d[/-]\d{4,7}(?:[/-]\d{1,4})?|"  # 24/018821/01
    r"\d\d [a-z][a-z0-9] ?\d{4,7} \d\d|"  # 06 E1 12345 24
    r"[a-z]{1,4}\d{0,3}[/-][a-z0-9]{1,7}[/-]\d{2,7}(?:[/-][a-z0-9]{1,5})?|"
    r"[a-z]{1,4}[/-]?\d{1,6}[/-]\d{2,6}|[a-z]{1,3} ?\d{5,9}[a-z]{0,2}|\d{6,9}[a-z]?(?:-\d\d)?|"
    r"[a-z]{2} ?\d\d ?[a-z] ?\d{3,6})"
)
_LABELLED = re.compile(
    rf"\b(?:{_WHAT})\b(?:\s(?:{_OF})\b\.?){{0,3}}\s?[:#(=,-]?\s?"
    rf"(?P<number>(?!(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b){_NUMBER})(?![\w/]|[.,-]\d|\s(?:words|"
    rf"people|pages|cases))"
)
_LABELS = word_set(
    "court crown sheriff magistrates tribunal icos claim petition appeal application app order "
    "indictment trial inquest coroner coroners cop scra reporter reporters chs hearing hearings "
    "cause urn judicial listing bundle asylum mhrt mht fmpo dol dols panel case permission"
)
# In small letters, with dots, strokes or spaces between the parts.
_PARTED = re.compile(
    r"\b[a-z]{2}[ ./-]?\d\d[ ./-]{0,2}[acdfjpwz][ ./-]{0,2}\d{5}(?:/\d{1,2})?(?![\w])"
)
_IN_PARTS = re.compile(r"\d[ ./-]{0,2}[acdfjpwz][ ./-]{0,2}\d{5}")
_CROWN = re.compile(r"\b[tsua] ?20[0-3]\d[ /-]?\d{4}(?![\w/-]|[.,]\d)")
_CROWN_WORDS = word_set(
    "crown court trial indictment sentence sentenced plea jury mention hearing appeal listed case "
    "pleaded judge defence prosecution counsel barrister ptph"
)
_YEAR_AND_NUMBER = re.compile(r"\b20[0-3]\d no\.? ?\d{5,6}(?!\w)")
_SHERIFF = re.compile(r"\b[a-z]{3}-[a-z]{1,3}\d{1,5}-\d\d(?![\w-])")
# A judgment of a court in which one family stood; the law that is cited comes from higher ones.
_JUDGMENT = re.compile(
    r"[\[(](?:19|20)\d\d[\])]\s?(?:ewfc|ewhc|ewcop|ewcc|ewmc|nifam|nifd|nicty|nimag|csoh|"
    r"sc ?[a-z]{3,4}|"
    r"hcj|ukut|ukftt)\s?\d{1,4}(?:\s?\((?P<level>[a-z]{1,6})\)|\s?(?P<bare>b))?(?!\w)"
)
_OF_A_FAMILY = word_set(
    "our his her their my published anonymised anonymized bailii transcript redacted village mum "
    "dad mother father boy girl lad named neighbours googled"
)

_COURT = (IdentifierKind.COURT_REFERENCE, "the court reference")
_BEHIND = Sign(_COURT[0], "stands behind a word for a court", Confidence.CERTAIN, _COURT[1])
_FORM = Sign(_COURT[0], "reads as a court number", Confidence.LIKELY, _COURT[1])
_PUBLISHED = Sign(_COURT[0], "a judgment that may be published", Confidence.LIKELY, "the judgment")


def court_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give numbers of courts that are written loosely; the passage has a digit."""
    small = passage.small
    if _IN_PARTS.search(small):
        yield from _FORM.all_in(_PARTED, small)
    if passage.has_any(_LABELS):
        yield from _BEHIND.all_in(_LABELLED, small, "number")
    if passage.has_any(_CROWN_WORDS):
        yield from _FORM.all_in(_CROWN, small)
    for pattern in (_YEAR_AND_NUMBER, _SHERIFF):
        yield from _FORM.all_in(pattern, small)
    if "]" in small or ")" in small:
        yield from _judgments(passage)


def _judgments(passage: Passage) -> Iterator[PossibleIdentifier]:
    is_of_a_family = passage.has_any(_OF_A_FAMILY)
    for match in _JUDGMENT.finditer(passage.small):
        if is_of_a_family or "b" in (match["level"], match["bare"]):
            yield _PUBLISHED.of(match)
