"""Numbers of case systems and the like: behind the word that says whose they are, or very long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_COURTS = r"(?:family\s)?court|claim|order|cause|application|appeal|petition"
_POLICE = (
    r"merlin|crime|crim|police|incident|occurrence|niche|cad|log|custody(?:\srecord)?|offence|urn|"
    r"storm|"
    r"athena|cris|crn|mg11|collar|shoulder|warrant|intel(?:ligence)?|pnc|cro"
)
# Case systems of councils, and what else a number may be kept under.
_SYSTEMS = (
    r"mosaic|lcs|las|liquid ?logic|care ?first|azeus|ics|ehm|eclipse|capita ?one|paris|"
    r"framework-?i?|swift|raise|system ?c|rio|systm ?one|emis|core\+|synergy|impulse|servelec|"
    r"charms|sims|arbor|cpoms|ems|oneview|protocol|totalmobile|ecins|cpis"
)
_KEPT = (
    r"person|client|child|family|service user|patient|hospital|mrn|social care|unit|passport|"
    r"home office|nass|arc|visa|prison(?:er)?|noms|reference|ref|case file|case|file|record|"
    r"referral|mash|lado|ehcp?|housing|tenancy|rent|account|acc|sort code|driving licence|licence|"
    r"policy|student|pupil|learner|candidate|exam|staff|payroll|employee|swe|registration|invoice|"
    r"booking|membership|member|customer|council tax|benefit|universal credit|csa|cms|cafcass|"
    r"legal aid|laa|certificate|birth certificate|adoption|contact|episode|assessment|document|id"
)
_WHAT = rf"(?:(?P<court>{_COURTS})|(?P<police>{_POLICE})|(?P<system>{_SYSTEMS})|{_KEPT})"
_NAMED = re.compile(
    rf"\b(?P<what>{_WHAT}"
    r"(?:\s(?:person|case|client|family|record|system|licence|card|account|file|crime|incident|log|"
    r"report|workflow|episode))?(?P<word>\s?(?:id|no|nos|num|number|numbers|ref|refs|reference|"
    r"code|#)"
    r"\b\.?)?)(?:\s?\([^()\n]{1,20}\))?"
    r"(?:\s?(?:is|was|under|as|on|=|:|#|-|\())?\s{0,2}[#:]?\s?"
    r"(?P<number>(?<![a-z])(?=[a-z/-]{0,6}\d)(?:\d{2,4}(?: \d{2,4}){1,4}(?![\w/])|"
    r"[a-z0-9][a-z0-9/-]{3,24}))(?![\w]|[.,]\d)"
)
# Some words between, and spaces around the strokes: "crime ref they gave me was 45 / 23817 / 25".
_POLICE_LOOSE = re.compile(
    r"\b(?P<what>(?:crime|crim|police|incident|occurrence|niche|cad|storm|athena|cris|crn|urn|"
    r"custody|offence|"
    r"merlin|pnd|stop(?: and)? search|section 136|complaint)(?:\s(?:ref(?:erence)?|no|num|number|"
    r"record|report|id|log|serial))?\b\.?)"
    r"(?:[\s,:#(=-]{1,3}[a-z']{1,12}){0,5}?[\s,:#(=-]{1,3}"
    r"(?P<number>(?:[a-z]{1,4}[/-]?)?\d{1,11}[a-z]{0,4}\d{0,8}(?:\s?[/-]\s?[a-z0-9]{1,10}){1,4}|"
    r"\d{2}[ ]\d{2,7}(?:[ ]\d{2,7}){1,3}|"
    r"(?=[a-z]{0,4}\d)[a-z0-9]{8,16})(?![\w]|[.,]\d)"
)
_GATE = word_set(
    """
    court claim order cause application appeal petition
    merlin pnd stop search section complaint
    crime crim police incident occurrence niche cad log custody offence urn storm athena cris crn
    mg collar shoulder warrant intel intelligence pnc cro
    mosaic lcs las liquid liquidlogic care carefirst azeus ics ehm eclipse capita capitaone paris
    framework frameworki swift raise system systemc rio systm systmone emis core synergy impulse
    servelec charms sims arbor cpoms ems oneview protocol totalmobile ecins cpis
    person client child family user patient hospital mrn social unit passport office nass arc visa
    prison prisoner noms reference ref case file record referral mash lado ehc ehcp housing tenancy
    rent account acc code licence policy student pupil learner candidate exam staff payroll employee
    swe registration invoice booking membership member customer tax benefit credit csa cms cafcass
    aid laa certificate adoption contact episode assessment document id
    """
)
_NO_NUMBER = re.compile(
    r"(?:19|20)\d\d(?:[/-]\d{2,4})?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:19|20)\d\d-\d\d-\d\d|"
    r"\d+(?:st|nd|rd|th|s|am|pm|[a-z]{4,})|\d{1,4}-\d{1,4}|\d{1,4}-[a-z-]+|\d{1,2} \d{2,4}"
)
# How many digits there must be: behind "crime ref", "crime", and "case" or a system's name.
_LEAST_NAMED, _LEAST_OF_POLICE, _LEAST_BARE = 3, 4, 5

_LONG_RUN = re.compile(r"\d(?<![\w.,/£$€+-]\d)(?<!£ \d)\d{5,11}(?![\w%]|[.,:/]\d|-\d)")
_COUNTED = re.compile(
    r"\s(?:words|people|children|pounds|families|steps|miles|cases|households|homes|users|views|"
    r"followers|a year|characters|or so)\b"
)
_CODE_RUN = re.compile(r"\b[A-Z]{1,4}[-/]?\d{5,12}(?!\w|-\d)")
_LICENCE = re.compile(r"\b[a-z9]{5}[ -]?\d{6}[ -]?[a-z9]{2}[ -]?\d[a-z]{2}(?!\w)")
# Of somebody in prison in England or Wales.
_PRISONER = re.compile(r"\b[A-Z]\d{4}[A-Z]{2}(?!\w)")
_LITERATURE = re.compile(r"(?:isbn|issn|doi|pmid|pmc|orcid|10\.\d{4})[\s:.]{0,3}[\w./-]{0,30}\Z")
_STANDARDS = re.compile(r"(?:iso|bs|en|rfc|pmc|ofsted|sc|urn)[-/]?\d", re.IGNORECASE)
_FURTHEST = 40  # characters in which a word for books or papers is looked for

_COURT = (IdentifierKind.COURT_REFERENCE, "the court reference")
_CRIME = (IdentifierKind.CRIME_REFERENCE, "the police reference")
_POLICE_SIGN = Sign(*_CRIME[:1], "stands behind a word of the police", Confidence.LIKELY, _CRIME[1])
_POLICE_WORDS = word_set(
    "crime crim police incident occurrence niche cad storm athena cris crn urn custody offence "
    "merlin pnd stop search section complaint"
)
_CASE = (IdentifierKind.CASE_NUMBER, "the case number")
_LONG = Sign(
    IdentifierKind.CASE_NUMBER,
    "a long number that may stand for a case",
    Confidence.LIKELY,
    "a case number",
)
_DRIVER = Sign(
    IdentifierKind.CASE_NUMBER,
    "reads as the number of a driving licence",
    Confidence.LIKELY,
    "a licence number",
)


def named_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give numbers behind a word that says whose they are; the passage has a digit."""
    if not passage.has_any(_GATE):
        return
    for match in _NAMED.finditer(passage.small):
        if not _says_nothing(match):
            yield _sign_of(match).of(match, "number")
    if passage.has_any(_POLICE_WORDS):
        for match in _POLICE_LOOSE.finditer(passage.small):
            number = match["number"].replace(" ", "")
            if sum(map(str.isdigit, number)) > _LEAST_BARE and not _NO_NUMBER.fullmatch(number):
                yield _POLICE_SIGN.of(match, "number")


def long_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give long runs of digits that may stand for a case; the passage has a digit."""
    small = passage.small
    for match in _LONG_RUN.finditer(small):
        if not _COUNTED.match(small, match.end()) and not _is_literature(small, match.start()):
            yield _LONG.of(match)
    for match in _CODE_RUN.finditer(passage.text):
        if not _STANDARDS.match(match[0]) and not _is_literature(small, match.start()):
            yield _LONG.of(match)
    yield from _LONG.all_in(_PRISONER, passage.text)
    for match in _LICENCE.finditer(small):
        yield _DRIVER.of(match)


def _is_literature(small: str, start: int) -> bool:
    return _LITERATURE.search(small, max(start - _FURTHEST, 0), start) is not None


def _says_nothing(match: re.Match[str]) -> bool:
    """Say whether it is no number of a case: "case 12", "log in", "Unit 4B", a year, a date."""
    of_others = _LEAST_OF_POLICE if match["police"] else _LEAST_BARE
    least = _LEAST_NAMED if match["word"] else of_others
    if sum(map(str.isdigit, match["number"])) < least:
        return True
    is_sort_code = match["what"].startswith("sort")
    return not is_sort_code and _NO_NUMBER.fullmatch(match["number"]) is not None


def _sign_of(match: re.Match[str]) -> Sign:
    is_court = match["court"] or match["what"].startswith(("case no", "case num"))
    kind, suggestion = _CRIME if match["police"] else _COURT if is_court else _CASE
    what = " ".join(match["what"].split()).rstrip(".:# ")
    return Sign(kind, f"stands behind “{what}”", Confidence.CERTAIN, suggestion)
