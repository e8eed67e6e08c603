"""A possible identifier: a run of text by which a person or a family might be known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class IdentifierKind(Enum):
    """What a run of text may be.

    Source: lists for people who write about practice (domain facts, 5.1 and 5.3).
    """

    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"  # a school, nursery, hospital, surgery, prison, refuge, ward
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    WEB_ADDRESS = "web_address"
    SOCIAL_HANDLE = "social_handle"
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    PUPIL_NUMBER = "pupil_number"
    COURT_REFERENCE = "court_reference"
    CRIME_REFERENCE = "crime_reference"
    CASE_NUMBER = "case_number"
    VEHICLE = "vehicle"
    COORDINATES = "coordinates"
    DATE_OF_BIRTH = "date_of_birth"
    EXACT_DATE = "exact_date"
    EXACT_TIME = "exact_time"
    EXACT_AGE = "exact_age"  # in months, or in years and months
    SIBLINGS = "siblings"  # a set of brothers and sisters that few families have
    RARE_EVENT = "rare_event"  # a rare diagnosis or event, or one that was in the news
    QUOTED_SPEECH = "quoted_speech"  # words that others would know again


class Confidence(Enum):
    """How sure a finding is: certain by its form, likely, or only worth a look."""

    CERTAIN = 3
    LIKELY = 2
    WORTH_A_LOOK = 1


@dataclass(frozen=True, slots=True)
class PossibleIdentifier:
    """One finding. Start and end count characters of the text that was given, from 0, end outside.

    The reason and the suggestion are finished words; no suggestion is empty.
    """

    start: int
    end: int
    kind: IdentifierKind
    reason: str
    confidence: Confidence
    suggestion: str = ""
    label_of: str = ""  # the role label, where the people key knows the name
    holds: tuple[PossibleIdentifier, ...] = ()  # names of the people key of which it is more


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """One entry of the people key: the role label that is shown, and the names behind it."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Clues of one document that point to few people together: a sentence, and what was found."""

    words: str
    parts: tuple[str, ...]
