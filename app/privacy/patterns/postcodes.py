"""Postcodes of the UK: whole ones, and the first half alone where the words around ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign

# The postcode areas, with those of the Channel Islands, the Isle of Man and the Forces.
# Source: Royal Mail, Programmers' guide to the Postcode Address File.
_AREA = (
    r"(?:a[bl]|b[abdfhlnrst]?|c[abfhmortvw]|d[adeghlnty]|e[chnx]?|f[ky]|g[luy]?|h[adgprsux]|"
    r"i[gmpv]|je|k[atwy]|l[adelnsu]?|m[ekl]?|n[egnprw]?|o[lx]|p[aehlor]|r[ghm]|"
    r"s[aegklmnoprstwy]?|t[adfnqrsw]|ub|w[acdfnrsv]?|yo|ze)"
)
_DISTRICT = r"(?:\d\d|\d[a-hjkmnp-y]?)"
_INWARD = r"\d[abd-hjlnp-uw-z]{2}"  # it has no c, i, k, m, o or v
# In small letters these have other business: "2nd", "4hr".
_ENDINGS = ("st", "nd", "rd", "th", "hr", "yr", "ft", "gb", "lb")
_MAY_BE_ONE = re.compile(r"[a-z]\d")
_WHOLE = re.compile(rf"\b{_AREA}{_DISTRICT}[ \t-]{{0,3}}{_INWARD}(?!\w)")
_IN_ONE = re.compile(r"[a-z]{1,2}\d{3}[a-z]{2}")
# The letter for the figure 0, and for 1: "M2O 4XY".
_WITH_LETTERS = re.compile(
    r"\b[A-Z]{1,2}(?:\d?[\dOIl][A-Z]?)[ \t-]{0,3}[\dOIl][ABD-HJLNP-UW-Z]{2}(?!\w)"
)
_WITHOUT_A_LETTER = rf"{_AREA}{_DISTRICT}(?:\s\d)?(?![\w%-]|[.,:]\d)"
_NAMED = re.compile(
    r"\bpost ?codes?\b(?:\s(?:is|was|area|of|had|we|i|she|he|they|the|starts|begins|with))"
    rf"{{0,4}}\s?[:=(]?\s?(?P<half>{_WITHOUT_A_LETTER})"
)
_PLACED = re.compile(
    r"\b(?:in|near|from|around|to|of|at|across|into|outside|area|live[sd]?|living|over in|"
    r"between|within|(?P<weak>and|or|knows?|was|is|said|north|south|east|west|central|round))"
    rf"\s{{1,2}}(?P<half>{_WITHOUT_A_LETTER})"
)
_BEFORE_AREA = re.compile(
    rf"\b(?P<half>{_AREA}{_DISTRICT})(?=\s(?:area|postcode|post code|postal|side|estate)s?\b)"
)
# Two letters of an area are hardly anything else, unless they count rooms and the like.
_OF_TWO_LETTERS = re.compile(
    r"\b(?P<half>(?!RM|PE|CO|CT|PO|SO|SP|IP|EN|TS|PR|SS|SM|SE[ND]|ME|DA|HD|CA|CB|PA|PH|CR|ST|DH|"
    r"FY)[A-Z]{2}"
    r"\d{1,2}[A-HJKMNP-Y]?)(?:\s\d)?(?![\w%/-]|[.,:]\d|\s\d|\s(?:forms?|drafts?|versions?|"
    r"levels?)\b)"
)
_AREA_ALONE = re.compile(_AREA)
_SMALL_HALF = re.compile(r"[a-z]{2}\d{1,2}[a-z]?(?:\s\d)?")
# Motorways, paragraphs of the Children Act and a gas are written the same way.
_OTHERS = re.compile(
    r"s(?:7|8|16|17|20|22|23|25|31|34|35|37|38|42|44|46|47|76|85)|co2|m25|b(?:1|2|6|12)"
)

_CERTAIN = Sign(IdentifierKind.POSTCODE, "reads as a UK postcode", Confidence.CERTAIN, "the area")
_HALF = Sign(
    IdentifierKind.POSTCODE, "reads as the first half of a postcode", Confidence.LIKELY, "the area"
)
_LIKELY = Sign(IdentifierKind.POSTCODE, "reads as a UK postcode", Confidence.LIKELY, "the area")
_MAYBE_HALF = Sign(
    IdentifierKind.POSTCODE,
    "may be the first half of a postcode",
    Confidence.WORTH_A_LOOK,
    "the area",
)
# What is left of one with a letter for a figure has still figures at both places.
_DIGIT_AND_TWO = re.compile(r"\d[A-Z]?[ \t-]{0,3}\d[A-Z]{2}\Z")


def postcode_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give postcodes and first halves; those alone need capitals, or the word "postcode"."""
    if _MAY_BE_ONE.search(passage.small):
        yield from _whole(passage)
        yield from _halves(passage)


def _whole(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _WHOLE.finditer(passage.small):
        written = passage.text[match.start() : match.end()]
        if not written.endswith(_ENDINGS) or _IN_ONE.fullmatch(written):
            yield _CERTAIN.of(match)
    for match in _WITH_LETTERS.finditer(passage.text):
        read = re.sub("[OIl]", "0", match[0][1:])
        if any(each in "OIl" for each in match[0][1:]) and _DIGIT_AND_TWO.search(read):
            yield _LIKELY.of(match)


def _halves(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if "post" in small:
        for match in _NAMED.finditer(small):
            yield _HALF.of(match, "half")
    for pattern in (_PLACED, _BEFORE_AREA):
        for match in pattern.finditer(small):
            sign = _sign_of_half(passage, match)
            if sign:
                yield sign.of(match, "half")
    for match in _OF_TWO_LETTERS.finditer(passage.text):
        if _AREA_ALONE.fullmatch(match["half"][:2].lower()):
            yield _MAYBE_HALF.of(match)


def _sign_of_half(passage: Passage, match: re.Match[str]) -> Sign | None:
    half = match["half"]
    written = passage.text[match.start("half") : match.end("half")]
    is_weak = match.groupdict().get("weak") is not None
    if _OTHERS.fullmatch(half) or (is_weak and not _AREA_ALONE.fullmatch(half[:2])):
        return None
    if written == written.upper():
        return _HALF
    # In small letters only with the two letters of an area: "near ls9".
    is_small = _SMALL_HALF.fullmatch(written) and not half.endswith(_ENDINGS)
    return _MAYBE_HALF if is_small and _AREA_ALONE.fullmatch(half[:2]) else None
