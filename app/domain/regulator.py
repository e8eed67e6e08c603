"""A regulator's rules about continuing professional development, as dated data.

What a rule says was read in the source that stands beside it, on the day it was checked; the
shipped files lie in resources/regulators. A rule that could not be confirmed is not stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.registration_year import RegistrationYear, YearStart


class FieldSource(Enum):
    """Where the words of a field come from at first."""

    TITLE = "title"
    KINDS = "kinds"
    DAY = "day"
    ACTIVITY = "activity"
    LEARNING = "learning"
    IMPACT = "impact"
    PEER = "peer"
    HOURS = "hours"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RegulatorField:
    """One field of the form that the regulator asks to be filled in, in its order."""

    key: str
    label: str
    source: FieldSource
    is_required: bool = True
    help: str = ""


@dataclass(frozen=True, slots=True)
class CpdRules:
    """What holds from one day to another, both included; no last day means until further notice.

    Hours is None where the regulator asks for none; coverage names a framework, or nothing.
    """

    since: date
    until: date | None
    starts: YearStart | None  # None: each registration has its own
    pieces: int
    with_peer: int
    with_impact: int
    must_differ: bool
    hours: float | None
    coverage: str
    kinds: tuple[str, ...]
    fields: tuple[RegulatorField, ...]
    note: str
    source: str
    checked_on: date

    def holds_on(self, day: date) -> bool:
        """Say whether these rules hold on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def field_from(self, source: FieldSource) -> RegulatorField | None:
        """Give the field that is filled from a source, if the form has one."""
        return next((each for each in self.fields if each.source is source), None)


@dataclass(frozen=True, slots=True)
class Regulator:
    """One regulator with its rules, the oldest first; short is its word on the command line."""

    id: str
    short: str
    name: str
    rules: tuple[CpdRules, ...]

    def rules_for(self, year: RegistrationYear) -> CpdRules:
        """Give the rules that held when a year began; before all rules, the oldest."""
        holding = [each for each in self.rules if each.since <= year.first]
        return holding[-1] if holding else self.rules[0]

    def rules_on(self, day: date) -> CpdRules:
        """Give the rules that hold on a day; before all rules, the oldest."""
        holding = [each for each in self.rules if each.since <= day]
        return holding[-1] if holding else self.rules[0]
