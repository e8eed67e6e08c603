"""Addresses: house numbers with streets, flats, and names of streets alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.seasons import MONTH_WORDS
from app.privacy.patterns.street_words import COURTS, NO_STREETS, PLACED, STRONG, WEAK


def _one_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FLAT = r"(?:flat|apartment|apt|unit|room|no\.?|number|house|studio|plot|pitch|caravan)"
_HOUSE = (
    rf"(?:(?i:{_FLAT})\s\d{{1,4}}[A-Za-z]?,?\s{{1,2}})?\d{{1,4}}[A-Za-z]?"
    r"(?:\s?[-/&]\s?\d{1,4}[A-Za-z]?)?"
)
_BLOCK = r"(?:[A-Z][\w'-]{1,24}\s){1,3}(?:House|Court|Cottage|Farm|Lodge|Point|Villa|Hall),\s{1,2}"
_FIRST = r"(?:St\.?|Saint|The|Old|New|Upper|Lower|Great|Little|North|South|East|West|Mount)"
_NAME = rf"(?:{_FIRST}\s)?[A-Z][\w'.-]{{1,24}}(?:\s(?:of\s|the\s)?[A-Z][\w'.-]{{1,24}}){{0,3}}?"
_CAPITAL = _one_of([each.capitalize() for each in [*STRONG, *WEAK]])
_NUMBERED = re.compile(
    rf"(?:\b{_BLOCK})?(?<![\w£$€:./-])(?P<house>{_HOUSE}),?\s{{1,2}}(?P<name>{_NAME})\s{{1,2}}"
    rf"(?P<kind>{_CAPITAL}|{_one_of(STRONG)})\b(?:\s(?:North|South|East|West)\b)?"
)
_NUMBERED_IN_SMALL = re.compile(
    rf"(?<![\w£$€:./-])(?P<house>(?:{_FLAT}\s\d{{1,4}}[a-z]?,?\s{{1,2}})?\d{{1,4}}[a-z]?"
    r"(?:\s?[-/]\s?\d{1,4}[a-z]?)?)"
    r",?\s{1,2}(?P<name>[a-z][a-z'-]{2,20}(?:\s[a-z][a-z'-]{1,20}){0,2}?)\s"
    r"(?P<kind>road|rd|street|st|close|avenue|ave|lane|crescent|cres|gardens|gdns|terrace|drive|"
    r"grove|"
    r"mews|way|court|place|walk|row|rise|hill|square)\b(?!\s(?:of|from|to|up|down|with|home)\b)"
)
_FLATS = re.compile(
    r"\b(?P<address>(?:flat|apartment|apt|studio|caravan|pitch|plot)\s(?:no\.?\s)?(?:\d{1,4}[a-z]?|"
    r"(?-i:[A-Z])\d{0,3})\b"
    r"(?:,?\s(?-i:[A-Z][\w'-]{1,24}\s){1,3}(?-i:House|Court|Point|Tower|Lodge|Heights|Mansions|"
    r"Buildings|Block|Hall)\b)?)",
    re.IGNORECASE,
)
_BOX = re.compile(r"\bp\.?o\.? box \d{1,6}\b")
_AT_NUMBER = re.compile(
    r"\b(?:at|to|from|outside|opposite|live[sd]? at|of) (?P<address>(?:number|no\.?) \d{1,3}[a-z]?)"
    r"(?=[.,;:!?]|\s?\Z|\s(?:and|but|when|who|where|was|is|has|had|on|in|again|today|that)\b)"
)
_UNNUMBERED = re.compile(
    rf"\b(?P<address>(?P<name>{_NAME})\s(?P<kind>{_CAPITAL}|(?:road|street|lane|avenue|crescent|"
    rf"close|"
    r"terrace|drive|grove)))\b(?!\s(?:Primary|School|Academy|Junior|Infant|High|Nursery|Surgery|"
    r"Hospital|Medical|Health|Practice|College|Family|Children|Police|Station|Ward|Clinic|"
    r"Community|"
    r"Church|Centre|Mosque|Baptist|Methodist|Day|Pre|Hostel|Refuge))"
)
_IN_SMALL = re.compile(
    r"\b(?:on|in|at|along|off|near|from|of|down) "
    r"(?P<address>(?P<name>[a-z]{3,20}(?: [a-z]{3,20})?) "
    r"(?:road|street|avenue|lane|crescent|terrace|close|drive|grove|rd|ave))\b(?!['-])"
)
_PLACING = re.compile(
    r"\b(?:on|in|at|along|off|near|from|of|to|down|up|live[sd]?|living|stay(?:s|ing)?|address|"
    r"is|was|"
    r"opposite|behind|visited|towards|round|into|outside|via|through|past|around|onto)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_STREET_WORDS = frozenset([*STRONG, *WEAK])
_FLAT_WORDS = word_set("flat apartment apt studio caravan pitch plot")
_COUNTED = MONTH_WORDS - {"may", "mar"} | word_set(
    """
    children people years months weeks days of on in at and to the times per out hours minutes or
    from other more working social weeks' days' pm am hrs mins miles visits
    """
)
# With a capital at a sentence's beginning, or as adjectives, these name no street.
_NO_NAMES = word_set(
    """
    the a an this that my our your his her their its some any every each no one same next other own
    another long busy main quiet wrong right whole back front side dead high single country dirt
    cross last first only old new slip toll private public open steep narrow dark which what town
    and city
    all down up across cul street road their mum's dad's nan's hard rocky bumpy garden under
    """
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FURTHEST = 24  # characters before a street in which a word of place is looked for

_HOME = Sign(
    IdentifierKind.ADDRESS, "a house number and a street", Confidence.CERTAIN, "the family home"
)
_NUMBER = Sign(IdentifierKind.ADDRESS, "the number of a home", Confidence.LIKELY, "the family home")
_STREET = Sign(IdentifierKind.ADDRESS, "the name of a street", Confidence.LIKELY, "their street")
_MAYBE = Sign(
    IdentifierKind.ADDRESS,
    "may be the name of a street",
    Confidence.WORTH_A_LOOK,
    "their street",
)
_POST_BOX = Sign(
    IdentifierKind.ADDRESS, "a box for letters", Confidence.CERTAIN, "a postal address"
)


def street_findings(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901, PLR0912 - loop after loop
    """Give addresses."""
    small = passage.small
    has_street = passage.has_any(_STREET_WORDS)
    if passage.has_digit:
        if has_street:
            yield from _numbered(passage)
        if "box" in passage.words:
            for match in _BOX.finditer(small):
                yield _POST_BOX.of(match)
        if "number" in passage.words or "no" in passage.words:
            for match in _AT_NUMBER.finditer(small):
                yield _NUMBER.of(match, "address")
    if passage.has_any(_FLAT_WORDS):
        for match in _FLATS.finditer(passage.text):
            yield _NUMBER.of(match, "address")
    if has_street:
        yield from _unnumbered(passage)


def _numbered(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _NUMBERED.finditer(passage.text):
        if _is_home(match) and not _is_court(match):
            yield _HOME.of(match)
    for match in _NUMBERED_IN_SMALL.finditer(passage.text):
        words = match["name"].split()
        if _is_home(match) and words[-1] not in _NO_NAMES and words[0] not in _NO_NAMES:
            yield _HOME.of(match)


def _is_home(match: re.Match[str]) -> bool:
    """Say whether the number counts or dates nothing: "10 Early Help Way", "3 May View"."""
    if _YEAR.fullmatch(match["house"]) and match["kind"].lower() not in ("road", "street"):
        return False
    return match["name"].split()[0].lower() not in _COUNTED


def _is_court(match: re.Match[str]) -> bool:
    return match["kind"].lower() == "court" and match["name"].split()[-1].lower() in COURTS


def _unnumbered(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _UNNUMBERED.finditer(passage.text):
        if _is_street(passage.text, match):
            yield _STREET.of(match, "address")
    for match in _IN_SMALL.finditer(passage.text):
        if _NO_NAMES.isdisjoint(match["name"].split()):
            yield _MAYBE.of(match, "address")


def _is_street(text: str, match: re.Match[str]) -> bool:
    words, kind = match["address"].lower(), match["kind"].lower()
    if (
        words in NO_STREETS
        or kind in ("st", "dr", "cl", "av", "gr", "ct", "pl")
        or _is_court(match)
    ):
        return False
    is_placed = _PLACING.search(text, max(match.start() - _FURTHEST, 0), match.start()) is not None
    first = match["name"].split()[0].lower()
    if kind in PLACED:
        return is_placed and first not in _NO_NAMES
    if first in _NO_NAMES and " " not in match["name"]:
        return False
    # At the beginning of a sentence a capital tells nothing: "Busy road outside".
    return kind in STRONG and (is_placed or match["kind"][0].isupper())
