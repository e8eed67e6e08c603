"""House numbers without a street: "number 14", "lives at 27", and boxes for letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign

_BOX = re.compile(r"\b(?:p\.?\s?o\.?\s?box|bfpo)\s?\d{1,6}\b")
_AT_NUMBER = re.compile(
    r"\b(?:at|to|from|outside|opposite|live[sd]? at|living at|of|is|was|behind|by|next door to|"
    r"next door at|knocked (?:at|on)|neighbours? (?:at|from)) "
    r"(?P<address>(?:number|no\.?|num\.?|nos\.?) ?\d{1,3}[a-z]?\b(?: (?:and|&|"
    r"or) \d{1,3}[a-z]?\b)?)"
    r"(?=[.,;:!?)]|\s?\Z|\s(?:and|but|when|who|where|was|is|has|had|have|on|in|again|today|that|"
    r"rang|said|says|heard|saw|with|because|next|opposite|for|so|after|before|at|the|as|whose|"
    r"called|phoned|came|knocked|complained|reported)\b)"
)
_HOUSE_NUMBER = re.compile(
    r"\b(?P<address>(?:house|door|flat|home|bungalow|doorbell|bell) (?:number|no\.?|"
    r"num\.?) ?\d{1,4}[a-z]?|"
    r"(?:number|no\.?) ?\d{1,3}[a-z]?(?=\s(?:said|says|heard|rang|complained|reported|phoned|"
    r"called|saw|have|are)\b))(?!\w)"
)
_END = (
    r"(?=[,;:!?)]|\.(?!\d)|\s?\Z|"
    r"\s(?:and|but|with|who|where|since|next|on|saw|heard|rang|says|said)\b)"
)
_LIVES_AT = re.compile(
    r"\b(?:live[sd]?|living|resid(?:es|ing|ent)|bailed|moved in|staying|stays|next door) at "
    rf"(?P<address>\d{{1,3}}[a-z]?){_END}"
)
_NEXT_TO = re.compile(
    r"\b(?:he|she|they|is|are|was|were|mum|dad|nan|family|opposite|outside|neighbours?|door)"
    rf"(?:'s|'re)? at (?P<address>\d{{1,3}}[a-f]){_END}"
)
_SMALL = "two|three|four|five|six|seven|eight|nine"
_IN_WORDS = re.compile(
    r"\b(?:live[sd]? at|next door at|bailed to|opposite|neighbours? at|"
    r"(?:at|to|from|outside) number) "
    rf"(?P<address>(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[ -](?:one|{_SMALL}))?|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|{_SMALL}|ten|eleven|twelve){_END}"
)
_NUMBER = Sign(IdentifierKind.ADDRESS, "the number of a home", Confidence.LIKELY, "the family home")
_POST_BOX = Sign(
    IdentifierKind.ADDRESS, "a box for letters", Confidence.CERTAIN, "a postal address"
)


def number_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give house numbers that stand alone, and boxes for letters."""
    small = passage.small
    if passage.has_any({"box", "bfpo"}):
        yield from _POST_BOX.all_in(_BOX, small)
    if passage.has_any({"number", "no", "nos", "num"}):
        yield from _NUMBER.all_in(_AT_NUMBER, small, "address")
        yield from _NUMBER.all_in(_HOUSE_NUMBER, small, "address")
    if passage.has_any({"at", "opposite", "bailed", "number"}):
        for pattern in (_LIVES_AT, _NEXT_TO, _IN_WORDS):
            yield from _NUMBER.all_in(pattern, small, "address")
