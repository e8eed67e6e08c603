"""Everything that has a form of its own, looked for together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.identifier import PossibleIdentifier
from app.privacy.patterns.addresses import address_findings
from app.privacy.patterns.ages import age_findings
from app.privacy.patterns.birth_words import birth_findings
from app.privacy.patterns.court_papers import court_findings
from app.privacy.patterns.dates import date_findings
from app.privacy.patterns.events import event_findings
from app.privacy.patterns.map_points import map_findings
from app.privacy.patterns.more_persons import loose_findings
from app.privacy.patterns.numbers import long_findings, named_findings
from app.privacy.patterns.online import online_findings
from app.privacy.patterns.passage import Passage
from app.privacy.patterns.persons import person_findings
from app.privacy.patterns.phones import phone_findings
from app.privacy.patterns.postcodes import postcode_findings
from app.privacy.patterns.references import reference_findings
from app.privacy.patterns.settling import settled
from app.privacy.patterns.siblings import sibling_findings
from app.privacy.patterns.speech import speech_findings
from app.privacy.patterns.stretches import stretched
from app.privacy.patterns.times import time_findings
from app.privacy.patterns.vehicle_parts import plate_findings
from app.privacy.patterns.vehicles import vehicle_findings

_Patterns = Callable[[Passage], Iterator[PossibleIdentifier]]

# A place on the map reads as a number of a case too.
_FIRST: tuple[_Patterns, ...] = (map_findings,)
# Of two that are as sure and as long, the one that stands first here stays.
_IN_FIGURES: tuple[_Patterns, ...] = (
    person_findings,
    loose_findings,
    phone_findings,
    postcode_findings,
    reference_findings,
    court_findings,
    vehicle_findings,
    named_findings,
    long_findings,
)
_IN_ANY: tuple[_Patterns, ...] = (
    plate_findings,
    online_findings,
    date_findings,
    birth_findings,
    time_findings,
    age_findings,
    sibling_findings,
    address_findings,
    event_findings,
    speech_findings,
)


def pattern_findings(text: str) -> list[PossibleIdentifier]:
    """Give them in order of place, none overlapping another; the text is that of a Reading."""
    passage = Passage.of(text)
    patterns = _FIRST + (_IN_FIGURES if passage.has_digit else ()) + _IN_ANY
    found = settled(each for find in patterns for each in find(passage))
    return stretched(passage.small, found)
