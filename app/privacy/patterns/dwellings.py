"""Homes that no house number and street tell: flats, rooms, named houses, pitches and boats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.street_words import (
    FLATS,
    HOMES,
    LODGINGS,
    NAMED_HOMES,
    ROOMS,
    SITES,
    STRONG,
    WEAK,
)

_CAPITALS = r"(?:[A-Z][\w'&-]{0,24}\s){0,3}"
_STREET = "|".join(sorted((each.capitalize() for each in STRONG | WEAK), key=len, reverse=True))
_ON_STREET = (
    r"(?:,?\s(?:on\s|in\s|at\s|off\s)?(?:The\s)?(?:\d{1,4}[A-Za-z]?,?\s)?"
    rf"{_CAPITALS}[A-Z][\w'.-]{{1,24}}\s(?:{_STREET})\b)"
)
_NUMBER = r"(?:no\.?\s|number\s)?(?:\d{1,4}(?:[./]\d{1,2})?[a-z]?|(?-i:[A-Z])\d{0,3})\b"
_FLAT = re.compile(
    rf"\b(?P<address>(?:{FLATS}),?\s{_NUMBER}"
    rf"(?P<within>,?\s(?:(?:in|at|of|on)\s)?(?:the\s)?(?-i:{_CAPITALS}(?:{HOMES}))\b|"
    rf",?\s(?:(?:in|at|of|on)\s)?(?:the\s)?(?-i:(?:[A-Z][\w'-]{{1,24}}\s){{1,3}})(?:{SITES})\b|"
    rf"(?:,\s|\s(?:at|on|"
    rf"in)\s(?:the\s)?)(?-i:[A-Z][\w'-]{{1,24}}(?:\s[A-Z][\w'-]{{1,24}}){{1,3}}))?(?-i:{_ON_STREET})?)",
    re.IGNORECASE,
)
# A room or a block is an address only with what it is in.
_ROOM = re.compile(
    rf"\b(?P<address>(?:{ROOMS})\.?\s{_NUMBER}(?:,\s(?:{FLATS}|{ROOMS})\s{_NUMBER})?"
    rf"(?:,\s(?:the\s)?|,?\s(?:(?:in|at|of|on)\s)(?:the\s)?)"
    rf"(?-i:{_CAPITALS}(?:{HOMES}))\b(?-i:{_ON_STREET})?)",
    re.IGNORECASE,
)
_PITCH = re.compile(
    rf"\b(?P<address>(?P<within>(?:{FLATS}|{ROOMS})?\s?\d{{1,3}}[a-z]?,?\s)?(?:(?:on|at|"
    rf"in)\s)?(?:the\s)?"
    rf"(?-i:(?:[A-Z][\w'-]{{1,24}}\s){{1,3}})(?:(?:{SITES})))\b",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(
    rf"\b(?P<address>(?:[A-Z][\w'-]{{1,24}}\s){{1,3}}(?:(?:{HOMES})|(?i:{SITES}|lorry park|"
    rf"car park|"
    rf"retail park)),?\s(?:in\s)?(?i:{ROOMS}|{FLATS})\s\d{{1,4}}[A-Za-z]?)\b"
)
_STOREY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?i:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|"
    r"eleventh|twelfth|[a-z]{3,6}teenth|twentieth|top))\s[Ff]loor"
)
_TOWER = r"(?:Tower|House|Court|Point|Heights|Lodge|Mansions|Buildings|Block)"
_FLOOR = re.compile(
    rf"\b(?P<address>(?:{_CAPITALS}[A-Z][\w'-]{{1,24}}\s{_TOWER},?\s(?:on\s)?(?:the\s)?{_STOREY}|"
    rf"{_STOREY}(?:\sflat)?,?\s(?:of\s|in\s|at\s)?{_CAPITALS}[A-Z][\w'-]{{1,24}}\s{_TOWER}))\b"
)
_LODGING = re.compile(
    rf"\b(?P<address>(?:{ROOMS})\s\d{{1,4}},?\s(?:(?:at|in|of)\s)?(?:the\s)?(?:{LODGINGS})|"
    rf"(?:the\s)?(?:[A-Z][\w'-]{{1,24}}\s){{0,2}}(?:{LODGINGS}),?\s(?:in\s)?(?:{ROOMS})\s\d{{1,4}})\b",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?P<address>(?:(?:flat|room|rooms|bedsit)\s(?:above|over|below|behind|under)\s(?:the\s|"
    rf"a\s)?"
    rf"[a-z]{{2,15}}(?:\s[a-z]{{2,15}}){{0,2}},?\s(?:at\s|on\s)?(?-i:(?:\d{{1,4}}[A-Za-z]?,?\s)?"
    rf"{_CAPITALS}[A-Z][\w'.-]{{1,24}}\s(?:{_STREET}))|"
    rf"(?:(?:top|basement|ground floor|first floor|second floor|top floor|garden|attic|back|"
    rf"front|upstairs|downstairs|lower|upper)\s(?:flat|maisonette|bedsit)|annexe?|"
    rf"(?:lower\s|upper\s)?(?:ground|first|second|third|fourth|top|\d{{1,2}}(?:st|nd|rd|"
    rf"th))\sfloor),?\s(?:at\s|of\s)?"
    rf"(?-i:\d{{1,4}}[A-Za-z]?,?\s{_CAPITALS}[A-Z][\w'.-]{{1,24}}\s(?:{_STREET}))))\b",
    re.IGNORECASE,
)
_HOUSE_ON_STREET = re.compile(
    rf"\b(?P<address>(?:[Tt]he\s)?(?:[A-Z][\w'-]{{1,24}}\s){{1,3}}(?:House|Farm|Lodge|Hall|Villa|"
    rf"Court|Manor|"
    rf"Grange|Mill|View|Croft|Tower|Point|Heights|Shed|Byre|Bothy|Loft|{NAMED_HOMES}){_ON_STREET})"
)
_THE_OLD = re.compile(
    rf"\b(?P<address>[Tt]he\s(?:[Oo]ld|[Nn]ew|[Ff]ormer)\s(?:(?i:rectory|vicarage|chapel|barn|"
    rf"bakery|dairy|"
    rf"forge|school|schoolhouse|mill|smithy|stables|post office|station|police house|manse|pub|"
    rf"coach house|granary|brewery|fire station|bank|library)(?P<within>{_ON_STREET})|(?<=Old\s)"
    r"(?:Rectory|Vicarage|Chapel|Barn|Bakery|Dairy|Forge|Schoolhouse|Mill|Smithy|Stables|Manse|"
    r"Granary|Brewery|Police House|Coach House|Post Office)\b))"
)
_WORD_AND_STREET = re.compile(
    r"\b(?:at|to|from|outside|of|for|is|was|has|have|behind|"
    r"in)\s(?P<address>(?:The\s)?(?:[A-Z][a-z][\w'-]{1,20})"
    r"(?:\s[A-Z][a-z][\w'-]{1,20})?,\s(?:(?:Top|Back|Church|School|Old|New|The)\s)?"
    r"[A-Z][\w'.-]{1,24}\s"
    r"(?:Lane|Road|Street|Close|Avenue|Crescent|Terrace|Drive|Grove|Rd|Ln|Ave|Hill|Green|Row|Way|"
    r"Isaf|"
    r"Uchaf))\b"
)
_HOUSE_AND_GREEN = re.compile(
    rf"\b(?P<address>(?:[A-Z][\w'-]{{1,24}}\s){{1,2}}(?:House|Farm|Lodge|Villa|"
    rf"{NAMED_HOMES}),\s(?:The\s)?"
    r"(?:Green|Common|Street|Square|Quay|Bank|Hill|Strand|Harbour|[A-Z][\w'-]{2,20}))\b"
)
_HOUSE_ALONE = re.compile(
    rf"(?:\b(?:at|to|from|outside|of|in|lives?|called|named|behind|near|is|was|,|visited|left)\s|"
    rf"\A)"
    rf"(?P<address>(?:[A-Z][\w'-]{{1,24}}\s){{1,2}}(?:{NAMED_HOMES}))\b"
    r"(?!\s(?:Hospital|School|Nursery|Surgery|Centre|Primary|Children|Hospice|Day))"
)
_FLAT_IN_SMALL = re.compile(
    rf"\b(?P<address>(?:{FLATS}|{ROOMS})\.? (?:\d{{1,4}}[a-z]?|[a-z]),? (?:(?:at|in|of|"
    rf"on) )?(?:the )?(?:[a-z']{{3,15}} ){{1,2}}"
    r"(?:house|court|tower|towers|point|heights|lodge|mansions|buildings|park|place|meads?|"
    r"meadows?|sands|"
    r"site|farm|hotel|inn|hostel|caravan park|holiday park|flats))\b(?!\s(?:of|and)\b)"
)
_TOWER_ALONE = re.compile(
    r"\b(?:in|at|of|from|to|on|outside|behind|is|was)\s(?P<address>(?:[A-Z][\w'-]{1,24}\s){1,2}"
    r"(?:Towers?|Heights|Mansions|Buildings|Apartments|Maisonettes|Flats|Cottages|Bungalows|"
    r"Almshouses))\b"
)
_IN_SMALL = re.compile(
    r"\b(?:at|to|from|in|called|named) (?P<address>(?!the |a |an |his |her |their |my |our |that |"
    r"this )"
    r"[a-z']{3,15} (?:cottage|farmhouse|rectory|vicarage|bungalow|farm))\b"
)
_WELSH = re.compile(
    r"\b(?P<address>(?:T[yŷ]|Tyddyn|Tyn|Tan|Pant|Pentre|Gelli|Fron|Rhos|Hendre|Bwthyn|Plas|Bryn|"
    r"Pen|Cae|Maes|Glan|Llys|Hafod|Nant|Cefn)"
    r"(?:[ -](?:yr|y|[A-Z][\w'-]{1,20})){1,3},\s(?:L[oô]n|Heol|Ffordd|Stryd|Rhodfa|"
    r"[A-Z][\w'-]{2,20})"
    r"(?:[ -][A-Z][\w'-]{1,20}){0,2})"
)
_BOAT = re.compile(
    r"\b(?i:narrow ?boat|house ?boat|canal boat|barge|cruiser|boat|nb|wide ?beam|yacht)"
    r"(?:(?P<called>,?\s(?i:called|named))|\s(?i:is|was)|,|:)?\s[\"“']?"
    r"(?P<address>(?:[Tt]he\s)?[A-Z][\w'-]{1,20}(?:\s(?:of\s|the\s)?[A-Z][\w'-]{1,20}){0,3}"
    r"(?P<within>[\"”']?,?\s(?:which is\s)?(?:moored|berthed|tied up)\s(?:up\s)?(?:at|by|near|in|"
    r"on|above|below|off)\s"
    r"(?:the\s)?(?:[A-Z][\w'-]*|\d+)(?:\s(?:[A-Z][\w'-]*|\d+)){0,3})?)"
)
_MOORED = re.compile(
    r"\b(?:moored|berthed|tied up|mooring)\s(?:up\s)?(?:at|by|near|in|on|above|below|off)\s"
    r"(?P<address>(?:the\s)?(?:[A-Z][\w'-]+)(?:\s(?:[A-Z][\w'-]*|\d+)){0,3})"
)
_FLAT_WORDS = word_set(FLATS.replace("|", " "))
_ROOM_WORDS = word_set(ROOMS.replace("|", " "))
_SITE_WORDS = word_set("site park marina moorings mooring campsite boatyard basin homes home")
_HOUSE_WORDS = word_set(
    """
    house farm lodge hall villa court manor grange mill view croft tower point heights cottage
    cottages rectory vicarage farmhouse bungalow barn parsonage manse gatehouse schoolhouse
    boathouse forge smithy bakery dairy stables oast office chapel annexe school station pub bank
    library granary brewery shed byre bothy loft
    """
)
_STREETS = word_set(
    "lane road street close avenue crescent terrace drive grove rd ln ave hill green row way isaf "
    "uchaf"
)
_TOWERS = word_set(
    "tower towers heights mansions buildings apartments maisonettes flats cottages bungalows "
    "almshouses"
)
_BOATS = word_set(
    "narrowboat narrow houseboat boat barge cruiser nb widebeam wide yacht canal moored berthed "
    "mooring tied"
)
_WELSH_WORDS = word_set(
    "tan pant pentre gelli fron rhos hendre ty tyddyn tyn bwthyn plas bryn pen cae maes glan llys "
    "hafod nant cefn"
)
_LODGING_WORDS = word_set(LODGINGS.lower().replace("|", " "))
_FLOORS = word_set("floor room rooms flat maisonette bedsit annexe annex")

_NUMBERED = Sign(
    IdentifierKind.ADDRESS, "the number of a home", Confidence.LIKELY, "the family home"
)
_HOME = Sign(IdentifierKind.ADDRESS, "a home and its street", Confidence.CERTAIN, "the family home")
_NAMED = Sign(IdentifierKind.ADDRESS, "the name of a home", Confidence.LIKELY, "the family home")
_NAMED_WHOLE = Sign(
    IdentifierKind.ADDRESS, "the name of a home", Confidence.CERTAIN, "the family home"
)
_MAYBE = Sign(
    IdentifierKind.ADDRESS, "may be the name of a home", Confidence.WORTH_A_LOOK, "the family home"
)
_AFLOAT = Sign(IdentifierKind.ADDRESS, "the name of a boat", Confidence.LIKELY, "the family’s boat")

_OF_LAW = re.compile(
    r"\b(?:Family|County|High|Crown|Magistrate'?s'?|Youth|Supreme|Criminal|Tribunal)\sCourt|"
    r"\bCourt of "
)
# The words of which one must stand there, the pattern, and what it says.
_WITH_WORDS = (
    (_FLAT_WORDS, _FLAT, _NUMBERED),
    (_ROOM_WORDS, _ROOM, _HOME),
    (_FLOORS, _FLOOR, _HOME),
    (_FLOORS, _PART, _HOME),
    (_LODGING_WORDS, _LODGING, _HOME),
    (_SITE_WORDS, _PITCH, _MAYBE),
    (_FLAT_WORDS | _ROOM_WORDS, _NUMBER_BEHIND, _HOME),
    (_HOUSE_WORDS, _HOUSE_ON_STREET, _HOME),
    (_HOUSE_WORDS, _THE_OLD, _MAYBE),
    (_HOUSE_WORDS, _HOUSE_AND_GREEN, _NAMED_WHOLE),
    (_HOUSE_WORDS, _HOUSE_ALONE, _NAMED),
    (_TOWERS, _TOWER_ALONE, _MAYBE),
    (_STREETS, _WORD_AND_STREET, _HOME),
    (_WELSH_WORDS, _WELSH, _NAMED_WHOLE),
    (_BOATS, _BOAT, _AFLOAT),
    (_BOATS, _MOORED, _AFLOAT),
)


def dwelling_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give homes by their number or their name."""
    for words, pattern, sign in _WITH_WORDS:
        if passage.has_any(words):
            for match in pattern.finditer(passage.text):
                if not _OF_LAW.search(match["address"]):
                    yield (_HOME if _is_whole(match) else sign).of(match, "address")
    if passage.has_digit and passage.has_any(_FLAT_WORDS | _ROOM_WORDS):
        yield from _HOME.all_in(_FLAT_IN_SMALL, passage.text, "address")
    if passage.has_any(_HOUSE_WORDS):
        yield from _MAYBE.all_in(_IN_SMALL, passage.text, "address")


def _is_whole(match: re.Match[str]) -> bool:
    """Say whether it tells more than one part of an address, or says itself that it is a name."""
    parts = match.groupdict()
    return bool(parts.get("within") or parts.get("called"))
