"""Streets whose names begin with the word for one, in Welsh, Irish and Scottish Gaelic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.street_forms import NOT_JOINED, ONE
from app.privacy.patterns.street_words import CELTIC, CELTIC_WEAK

_CELTIC = re.compile(
    rf"(?<!\w)(?P<address>(?:{ONE},?\s)?(?i:{CELTIC})(?:'r)?(?:[ -](?:yr|y|na|an|nan|[Uu]chaf|"
    rf"[Ii]saf))?"
    r"(?:[ -][a-z]?[A-Z][\w'-]{1,20}){1,3})"
)
_CELTIC_NUMBERED = re.compile(
    rf"{NOT_JOINED}(?P<address>{ONE},?\s(?:(?:{CELTIC})(?:[ -](?:yr|y|las|fach|fawr|uchaf|isaf|"
    rf"newydd|"
    rf"gerrig|[a-z]{{3,12}})){{1,2}}|(?i:{CELTIC}|{CELTIC_WEAK})(?:[ -](?:yr|y|na|an|nan|"
    rf"[A-Z][\w'-]{{1,20}})){{1,4}}))"
)
_CELTIC_IN_SMALL = re.compile(
    rf"\b(?:on|in|at|along|off|to|from|down|near) (?P<address>(?:{CELTIC}) (?:yr |"
    rf"y )?[a-z]{{2,15}})\b"
)
_FIRST_WORDS = word_set(
    CELTIC.replace("[oô]", "o").replace("[aá]", "a").replace("[oó]", "o").replace("|", " ")
)
_CELTIC_WORDS = _FIRST_WORDS | word_set(CELTIC_WEAK.replace("|", " "))
_HOME = Sign(
    IdentifierKind.ADDRESS, "a house number and a street", Confidence.CERTAIN, "the family home"
)
_SURE_STREET = Sign(
    IdentifierKind.ADDRESS, "the name of a street", Confidence.CERTAIN, "their street"
)
_MAYBE = Sign(
    IdentifierKind.ADDRESS,
    "may be the name of a street",
    Confidence.WORTH_A_LOOK,
    "their street",
)


def celtic_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give such streets, with their house numbers."""
    if passage.has_any(_FIRST_WORDS):
        yield from _SURE_STREET.all_in(_CELTIC, passage.text, "address")
        yield from _MAYBE.all_in(_CELTIC_IN_SMALL, passage.small, "address")
    if passage.has_digit and passage.has_any(_CELTIC_WORDS):
        yield from _HOME.all_in(_CELTIC_NUMBERED, passage.text, "address")
