"""Streets with house numbers: "14b High Street", "Flat 3, 22 Acre Lane", "six Ash Close"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.seasons import MONTH_WORDS
from app.privacy.patterns.street_forms import (
    CAPITAL,
    FLAT,
    HOUSE,
    NAME,
    NOT_JOINED,
    ONE,
    STREET_WORDS,
    STRONG_IN_SMALL,
    is_court,
    one_of,
)
from app.privacy.patterns.street_words import JOINED, NO_NAMES, WITH_THE, WITH_THE_SMALL

_TEN = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
_BLOCK = r"(?:[A-Z][\w'-]{1,24}\s){1,3}(?:House|Court|Cottage|Farm|Lodge|Point|Villa|Hall),\s{1,2}"
# Weak words in small letters behind a name with a capital: "12 Elm court".
_SMALL_WEAK = "court|way|walk|row|rise|hill|view|green|mews|croft|vale|fold|cottages?|house"
_NUMBERED = re.compile(
    rf"(?:\b{_BLOCK})?{NOT_JOINED}(?P<house>{HOUSE}),?\s{{1,2}}(?P<name>{NAME})\s{{1,2}}"
    rf"(?P<kind>{CAPITAL}|{STRONG_IN_SMALL}|{_SMALL_WEAK})\b(?:\s(?:North|South|East|West)\b)?"
)
_SMALL_NAME = (
    r"(?:(?:st|saint|mt|dr|old|new|the|upper|lower|great|little|north|south|east|west|queen|"
    r"king)\.?\s)?"
    r"[a-z][a-z'-]{2,20}(?:\s[a-z][a-z'-]{1,20}){0,2}?"
)
_NUMBERED_IN_SMALL = re.compile(
    rf"{NOT_JOINED}(?P<house>(?:{FLAT}\.?\s\d{{1,4}}[a-z]?,?\s{{1,2}})?"
    r"(?:(?:no|nos|number)\.?\s?)?\d{1,4}[a-z]?\b(?:\s?[-/]\s?\d{1,4}[a-z]?)?)"
    rf",?\s{{1,2}}(?P<name>{_SMALL_NAME})\s"
    r"(?P<kind>road|rd|street|st|close|cl|avenue|ave|lane|ln|crescent|cresc?|gardens|gdns|terrace|"
    r"terr|drive|dr|grove|mews|way|court|ct|place|pl|walk|row|rise|hill|square|sq|park|view|vw|"
    r"cottages?|croft|parade|villas)\b"
    r"(?!\s(?:of|from|to|up|down|with|home|workers?|staff)\b)"
)
_WITH_THE = re.compile(
    rf"{NOT_JOINED}(?P<address>{HOUSE},?\s(?:"
    rf"[Tt]he\s(?:{one_of(each.capitalize() for each in WITH_THE)})|"
    rf"the\s(?:{one_of(WITH_THE_SMALL)})))\b"
)
_MOUNT = re.compile(rf"{NOT_JOINED}(?P<address>{ONE},?\s(?:Mount|Mt)\s[A-Z][a-z]{{2,14}})\b")
_JOINED = re.compile(
    rf"\b(?:(?i:at|to|from|outside|of|on|lives?|flat|address|is|was|address:|number|no)\.?)\s"
    rf"(?P<address>{ONE},?\s(?:Upper\s|Lower\s|Old\s)?[A-Z][a-z]{{2,14}}(?:{JOINED}))(?![\w'-])"
    r"(?!\s(?:[A-Z]|children|families|people|kids|staff|workers|residents|parents|lads|women|men))"
)
_NUMBERED_IN_WORDS = re.compile(
    rf"\b(?:(?i:at|to|from|of|outside|number|no|is|was|behind|opposite|address|live[sd]?))[:,]?\s"
    rf"(?P<address>(?:number\s)?(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[ -](?:{_TEN}))?|{_TEN}|sixteen|seventeen|eighteen|nineteen),?\s(?P<name>{NAME})\s"
    rf"(?P<kind>{CAPITAL}))\b"
)
# The number stands behind: "Elm Road, number 12".
_NUMBER_BEHIND = re.compile(
    rf"\b(?P<address>(?P<name>{NAME})\s(?P<kind>{CAPITAL}|{STRONG_IN_SMALL}),?\s"
    rf"(?:at\s)?(?:(?i:number|no|num|flat)\.?\s?\d{{1,4}}[A-Za-z]?|"
    r"(?<=(?:Road|reet|Lane|enue|lose|cent|race|rive|rove|[a-z] Rd) )\d{1,3}[A-Za-z]?"
    r"(?=\s?[,.;:!?)]|\s?\Z)))(?!\w)"
)
_NUMBER_BEFORE = re.compile(
    rf"\b(?P<address>(?i:number|no|num)\.?\s?\d{{1,4}}[A-Za-z]?,?\s(?:on|in|down|along|of)\s"
    r"(?:(?:the|their|our|his|her|that|this|same|a)\s){0,2}(?:(?:road|street|close|lane),\s)?"
    rf"(?P<name>{NAME})\s(?P<kind>{CAPITAL}|{STRONG_IN_SMALL}))\b"
)
_COUNTED = MONTH_WORDS - {"may", "mar"} | word_set(
    """
    bed beds bedroom bedrooms bedroomed storey minute hour mile day week month year metre foot
    second     man person point star page step lane car way stone litre part piece seat
    children people years months weeks days of on in at and to the times per out hours minutes or
    from other more working social weeks' days' pm am hrs mins miles visits
    """
)
# With a house number before them they name a street after all: "14b high street".
_NO_NUMBERED_NAMES = NO_NAMES - word_set("high main garden cross dirt toll")
_NO_SMALL_STARTS = _NO_NUMBERED_NAMES - word_set("old new the") | word_set(
    "got went had was is did has ran men women kids boys girls rooms beds minutes"
)
# No street that is written in small letters has one of these in its name.
_LITTLE_WORDS = word_set(
    """
    for in at on to of by with and or but from up down out off per is was are were be been had has
    have did do does we he she it they i you me him her them us if as so then than when that this
    these those not no a an into onto over about after before my our your his their its all both
    each every some any more most less just only very too also still again there here who which
    what where why how can could will would should may might must
    """
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOME = Sign(
    IdentifierKind.ADDRESS, "a house number and a street", Confidence.CERTAIN, "the family home"
)
_NUMBER = Sign(IdentifierKind.ADDRESS, "the number of a home", Confidence.LIKELY, "the family home")


def street_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give house numbers with streets."""
    text = passage.text
    if passage.has_digit:
        if "the" in passage.words and passage.has_any(WITH_THE):
            yield from _HOME.all_in(_WITH_THE, text, "address")
        if passage.has_any({"mount", "mt"}):
            yield from _HOME.all_in(_MOUNT, text, "address")
        yield from _NUMBER.all_in(_JOINED, text, "address")
    if passage.has_any(STREET_WORDS):
        if passage.has_digit:
            yield from _numbered(passage)
        for match in _NUMBERED_IN_WORDS.finditer(text):
            if not is_court(match):
                yield _HOME.of(match, "address")


def _numbered(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _NUMBERED.finditer(passage.text):
        if _is_home(match):
            yield _HOME.of(match)
    for match in _NUMBERED_IN_SMALL.finditer(passage.small):
        words = match["name"].split()
        is_name = (
            words[-1] not in _NO_NUMBERED_NAMES
            and words[0] not in _NO_SMALL_STARTS
            and _LITTLE_WORDS.isdisjoint(words)
        )
        if is_name and _is_home(match):
            yield _HOME.of(match)
    for pattern in (_NUMBER_BEFORE, _NUMBER_BEHIND):
        for match in pattern.finditer(passage.text):
            if not is_court(match):
                yield _HOME.of(match, "address")


def _is_home(match: re.Match[str]) -> bool:
    """Say whether the number counts or dates nothing: "10 Early Help Way", "3 May View"."""
    if _YEAR.fullmatch(match["house"]) and match["kind"].lower() not in ("road", "street"):
        return False
    return match["name"].split()[0].lower() not in _COUNTED and not is_court(match)
