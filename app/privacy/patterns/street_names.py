"""Names of streets without a house number, and corners of two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.street_forms import (
    CAPITAL,
    NAME,
    STREET_WORDS,
    STRONG_IN_SMALL,
    is_court,
    one_of,
)
from app.privacy.patterns.street_words import (
    DOUBTFUL,
    NO_NAMES,
    NO_STREETS,
    PLACED,
    STRONG,
    WITH_THE_SMALL,
)

_CORNER = re.compile(
    rf"\b(?P<address>(?:the\s)?(?i:corner|junction|crossroads|lights|roundabout)\s(?:of|at|"
    rf"between|on)"
    rf"\s(?:the\s)?{NAME}(?:\s(?:{CAPITAL}|{STRONG_IN_SMALL}))?\s?(?:and|&|/|with|"
    rf"meets)\s?(?:the\s)?{NAME}\s"
    rf"(?:{CAPITAL}|{STRONG_IN_SMALL}))\b"
)
_CORNER_IN_SMALL = re.compile(
    r"\b(?P<address>(?:corner|junction) of (?P<name>[a-z']{2,20}(?: [a-z']{2,20}){0,2}?) (?:st|"
    r"street|rd|road|"
    r"lane|ln|ave|avenue|way) (?:and|&|/|with) [a-z']{2,20}(?: [a-z']{2,20})?? (?:st|street|rd|"
    r"road|lane|ln|"
    r"ave|avenue|way|close|drive))\b"
)
_UNNUMBERED = re.compile(
    rf"\b(?P<address>(?P<name>{NAME})\s(?P<kind>{CAPITAL}|(?:road|street|lane|avenue|crescent|"
    rf"close|terrace|drive|grove|gardens|mews|parade|rd|ave)))\b(?!\s(?:Primary|School|Academy|"
    r"Junior|Infants?|High|Nursery|Surgery|Hospital|Medical|Health|Practice|College|Family|"
    r"Children|"
    r"Police|Station|Ward|Clinic|Community|Church|Centre|Mosque|Baptist|Methodist|Day|Pre|Hostel|"
    r"Refuge|Park|Estate))"
)
_IN_SMALL = re.compile(
    r"\b(?:on|in|at|along|off|near|from|of|down|to|up|outside|live[sd]?|opposite|behind|towards|"
    r"into) "
    r"(?P<address>(?P<name>[a-z']{3,20}(?: [a-z']{3,20})?) "
    r"(?:road|street|avenue|lane|crescent|terrace|close|drive|grove|rd|ave|cres|gdns|gardens|mews|"
    r"ln|parade))\b(?!['-])"
)
_ON_ST = re.compile(
    r"\b(?:on|off|down|along|"
    r"corner of) (?P<address>(?P<name>[a-z']{3,20}(?: [a-z']{3,20})?) st)\b(?!['.-]\w)"
)
_ON_THE = re.compile(
    rf"\b(?:on|off|along|down|up|of|"
    rf"in) (?P<address>[Tt]he (?:{one_of(each.capitalize() for each in WITH_THE_SMALL)}))\b"
    r"(?!\s(?:[A-Z]|of\b))"
)
_PLACING = re.compile(
    r"\b(?:on|in|at|along|off|near|from|of|to|down|up|live[sd]?|living|stay(?:s|ing)?|address|"
    r"is|was|"
    r"opposite|behind|visited|towards|round|into|outside|via|through|past|around|onto)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:live[sd]?|living|house|flat|home|moved|door|parked|walk(?:ed|s|ing)?|bedsit|address|"
    r"lodging|landlord|tenancy|squat|shop|bus stop|neighbours?)\b[^.\n]{0,16}\b(?:on|in|at|along|"
    r"off|to|"
    r"from|up|down)\s\Z",
    re.IGNORECASE,
)
_SHORT = word_set("st dr cl av gr ct pl est pk gro str clo drv")
_FURTHEST = 40  # characters before a street in which a word of place is looked for
_STREET = Sign(IdentifierKind.ADDRESS, "the name of a street", Confidence.LIKELY, "their street")
_SURE_STREET = Sign(
    IdentifierKind.ADDRESS, "the name of a street", Confidence.CERTAIN, "their street"
)
_MAYBE = Sign(
    IdentifierKind.ADDRESS,
    "may be the name of a street",
    Confidence.WORTH_A_LOOK,
    "their street",
)
_JOINING = re.compile(r"\b(?:and|between|by|as|or)\s\Z")
# No surname and no other word, with a capital.
_SURELY = word_set("street road rd avenue ave crescent cres terrace")
_CORNERS = frozenset({"corner", "junction", "crossroads", "lights", "roundabout"})


def street_name_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give names of streets."""
    if "the" in passage.words and passage.has_any(WITH_THE_SMALL):
        yield from _MAYBE.all_in(_ON_THE, passage.text, "address")
    if not passage.has_any(STREET_WORDS):
        return
    if passage.has_any(_CORNERS):
        yield from _STREET.all_in(_CORNER, passage.text, "address")
        yield from _MAYBE.all_in(_CORNER_IN_SMALL, passage.small, "address")
    yield from _with_kinds(passage)


def _with_kinds(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _UNNUMBERED.finditer(passage.text):
        sign = _sign_of_street(passage.text, match)
        if sign:
            yield sign.of(match, "address")
    for pattern in (_IN_SMALL, _ON_ST):
        for match in pattern.finditer(passage.small):
            if NO_NAMES.isdisjoint(match["name"].split()):
                yield _MAYBE.of(match, "address")


def _sign_of_street(text: str, match: re.Match[str]) -> Sign | None:
    """Say how surely it is a street, by its kind, its name and the words before."""
    words, kind = match["address"].lower(), match["kind"].lower()
    if words in NO_STREETS or is_court(match):
        return None
    first = match["name"].split()[0].lower()
    before = text[max(match.start() - _FURTHEST, 0) : match.start()]
    is_placed = _PLACING.search(before) is not None
    is_named = first not in NO_NAMES or " " in match["name"]
    if kind in _SHORT:
        # "St" and "Dr" begin a name as often as they end one.
        is_last = not re.match(r"\.?\s[A-Z]", text[match.end() : match.end() + 4])
        return _SURE_STREET if is_placed and is_named and is_last and kind in STRONG else None
    if kind in PLACED:
        return _STREET if is_placed and first not in NO_NAMES else None
    if kind in DOUBTFUL:
        is_home = is_named and _AT_HOME.search(before) is not None
        return _MAYBE if is_home else None
    # At the beginning of a sentence a capital tells nothing: "Busy road outside".
    if kind not in STRONG or not is_named or not (is_placed or match["kind"][0].isupper()):
        return None
    is_sure = kind in _SURELY or is_placed or _JOINING.search(before) is not None
    return _SURE_STREET if is_sure and match["kind"][0].isupper() else _STREET
