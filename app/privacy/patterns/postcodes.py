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
_WITHOUT_A_LETTER = rf"{_AREA}{_DISTRICT}(?:\s\d)?(?![\w%-]|[.,:]\d)"
_NAMED = re.compile(
    r"\bpost ?codes?\b(?:\s(?:is|was|area|of|had|we|i|she|he|they|the|starts|begins|with))"
    rf"{{0,4}}\s?[:=(]?\s?(?P<half>{_WITHOUT_A_LETTER})"
)
_PLACED = re.compile(
    r"\b(?:in|near|from|around|to|of|at|across|into|outside|area|live[sd]?|living|over in)"
    rf"\s{{1,2}}(?P<half>{_WITHOUT_A_LETTER})"
)
_BEFORE_AREA = re.compile(
    rf"\b(?P<half>{_AREA}{_DISTRICT})(?=\s(?:area|postcode|post code|postal|side|estate)s?\b)"
)
# Motorways, paragraphs of the Children Act and a gas are written the same way.
_OTHERS = re.compile(r"s(?:7|8|16|17|20|22|23|25|31|34|35|37|38|42|44|46|47|76|85)|co2|m25|b[12]")

_CERTAIN = Sign(IdentifierKind.POSTCODE, "reads as a UK postcode", Confidence.CERTAIN, "the area")
_HALF = Sign(
    IdentifierKind.POSTCODE, "reads as the first half of a postcode", Confidence.LIKELY, "the area"
)


def postcode_findings(passage: Passage) -> Iterator[PossibleIdentifier]:  # noqa: C901 - loop after loop
    """Give postcodes and first halves; those alone need capitals, or the word "postcode"."""
    small = passage.small
    if not _MAY_BE_ONE.search(small):
        return
    for match in _WHOLE.finditer(small):
        if not passage.text[match.start() : match.end()].endswith(_ENDINGS):
            yield _CERTAIN.of(match)
    if "post" in small:
        for match in _NAMED.finditer(small):
            yield _HALF.of(match, "half")
    for pattern in (_PLACED, _BEFORE_AREA):
        for match in pattern.finditer(small):
            written = passage.text[match.start("half") : match.end("half")]
            if written == written.upper() and not _OTHERS.fullmatch(match["half"]):
                yield _HALF.of(match, "half")
