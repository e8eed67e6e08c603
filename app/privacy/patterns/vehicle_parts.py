"""Parts of registrations, those of other countries, and numbers of taxis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.vehicle_words import ABBREVIATED

_PLATE = r"(?:number\s?)?(?:plates?|reg(?:istration)?(?:\sno|\snumber)?|vrm|vrn|index)\b\.?"
_PIECE = (
    r"[\"'.*?]{0,3}(?P<plate>(?=[a-z]{0,3}\d|"
    r"(?-i:[A-Z]{2,3}\b))(?:[a-z0-9]{2,5}(?:\s(?-i:[A-Z?]{1,3}))?|"
    r"\d{1,2}\s?(?-i:[A-Z]{1,3})))(?!\w)"
)
# "Plate ending KLE", "partial FN66 T", "reg starts BD51".
_PART = re.compile(
    rf"\b(?:part(?:ial|ly)?(?:\s{_PLATE})?(?:\s(?:of|was|is|only))?|"
    rf"{_PLATE}\s(?:that\s|was\s|is\s|which\s)?(?:ending|ends|ended|starting|starts|"
    r"started|beginning|begins|began|includ(?:es|ing)|begins?|last (?:three|3)|first (?:half|two|"
    r"four|bit)|"
    r"something)(?:\s(?:with|in|of|was|is|letters))?|"
    rf"(?:ends|ending|starts|begins|beginning|starting)(?:\s(?:with|in))?(?=\s(?-i:[A-Z]{{2}}\d?|"
    rf"\d\d?[A-Z]{{3}})))[:,]?\s{_PIECE}",
    re.IGNORECASE,
)
_PART_WORDS = word_set(
    "part partial partly ending ends ended starting starts started beginning begins began includes "
    "including last first something"
)
_PLATES = word_set(
    "plate plates reg registration vrm vrn index numberplate car van partial vehicle"
)
_COUNTRIES = (
    r"polish|romanian|lithuanian|latvian|bulgarian|hungarian|slovak(?:ian)?|czech|german|french|"
    r"dutch|belgian|spanish|italian|portuguese|irish|foreign|eu|european|ukrainian|albanian|"
    r"estonian|moldovan|serbian|turkish|greek|austrian|swiss|danish|swedish|norwegian|southern"
)
_FROM_ABROAD = re.compile(
    rf"\b(?i:{_COUNTRIES})\s(?i:number\s)?(?i:plates?|reg(?:istration)?|registered|car|van|truck|"
    rf"lorry|vehicle)\b"
    r"[\s,:(]{1,3}(?:(?i:reg|plate|no|number)\b\.?\s)?"
    r"(?P<plate>(?=[A-Z0-9 -]{0,8}\d)(?=[0-9 -]{0,6}[A-Z])"
    r"[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,6}(?:[ -][A-Z0-9]{1,5})?)(?![\w-])"
)
_ABROAD = word_set(_COUNTRIES.replace("|", " ").replace("slovak(?:ian)?", "slovak slovakian"))
_OF_A_TAXI = re.compile(
    r"\b(?:(?:taxi|hackney(?: carriage)?|mini ?cab|cab|private hire|phv|drivers?'?s?)\s(?:plate|"
    r"badge|licen[cs]e|door)|"
    r"(?:taxi|cab|driver),?\s(?:with\s)?(?:plate|badge)|,\splate)"
    r"(?:\s(?:no|number|num))?\.?[:#,]?\s(?:is\s|was\s|no\.?\s)?(?P<plate>[a-z]{0,3}\d{2,6})(?!\w|"
    r"[.,]\d|\s(?:minutes|mins|pounds))"
)
_TAXIS = word_set("taxi hackney cab minicab hire phv driver drivers")

_DIGIT = re.compile(r"\d|(?i:plate|reg)")
_LIKELY = Sign(
    IdentifierKind.VEHICLE, "reads as part of a registration", Confidence.LIKELY, "a car"
)
_OTHER = Sign(IdentifierKind.VEHICLE, "reads as a registration abroad", Confidence.LIKELY, "a car")
_TAXI = Sign(IdentifierKind.VEHICLE, "reads as the number of a taxi", Confidence.LIKELY, "a taxi")


def plate_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give parts of registrations, and what is no registration of the UK."""
    if passage.has_any(_PART_WORDS) and passage.has_any(_PLATES):
        for match in _PART.finditer(passage.text):
            is_bare = match[0][:4].lower() == "part" and not _DIGIT.search(match[0])
            if not is_bare and match["plate"] not in ABBREVIATED:
                yield _LIKELY.of(match, "plate")
    if not passage.has_digit:
        return
    if passage.has_any(_ABROAD):
        yield from _OTHER.all_in(_FROM_ABROAD, passage.text, "plate")
    if passage.has_any(_TAXIS):
        yield from _TAXI.all_in(_OF_A_TAXI, passage.small, "plate")
