"""The kinds of possible identifier in words."""

from __future__ import annotations

from app.domain.identifier import IdentifierKind

_WORDS = {
    IdentifierKind.NAME: "name",
    IdentifierKind.PLACE: "place",
    IdentifierKind.ORGANISATION: "school, service or institution",
    IdentifierKind.ADDRESS: "address",
    IdentifierKind.POSTCODE: "postcode",
    IdentifierKind.PHONE: "phone number",
    IdentifierKind.EMAIL: "email address",
    IdentifierKind.WEB_ADDRESS: "web address",
    IdentifierKind.SOCIAL_HANDLE: "social media name",
    IdentifierKind.NHS_NUMBER: "NHS number",
    IdentifierKind.NATIONAL_INSURANCE: "National Insurance number",
    IdentifierKind.PUPIL_NUMBER: "unique pupil number",
    IdentifierKind.COURT_REFERENCE: "court reference",
    IdentifierKind.CRIME_REFERENCE: "crime reference",
    IdentifierKind.CASE_NUMBER: "case number",
    IdentifierKind.VEHICLE: "vehicle registration",
    IdentifierKind.COORDINATES: "coordinates",
    IdentifierKind.DATE_OF_BIRTH: "date of birth",
    IdentifierKind.EXACT_DATE: "exact date",
    IdentifierKind.EXACT_TIME: "exact time",
    IdentifierKind.EXACT_AGE: "exact age",
    IdentifierKind.SIBLINGS: "set of siblings",
    IdentifierKind.RARE_EVENT: "rare event",
    IdentifierKind.QUOTED_SPEECH: "quoted words",
}


def kind_words(kind: IdentifierKind) -> str:
    """Name a kind, as within a sentence."""
    return _WORDS[kind]
