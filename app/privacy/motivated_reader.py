"""What somebody who knows the area could put together from one document.

Source: a motivated intruder singles out, links and infers (domain facts, 5.1).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter

from app.domain.identifier import Combination, IdentifierKind, PossibleIdentifier

_MOST = 6
_MOST_PARTS, _MOST_OF_ONE = 4, 2
_LONGEST_PART = 60  # characters


class _Clue(Enum):
    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    AGE = "age"
    SIBLINGS = "siblings"
    EVENT = "event"
    SPEECH = "speech"
    ROLE = "role"
    BELONGING = "belonging"
    VEHICLE = "vehicle"


# What each kind tells, and what it is called in a sentence.
_OF_KIND = {
    IdentifierKind.NAME: (_Clue.NAME, "a name"),
    IdentifierKind.PLACE: (_Clue.PLACE, "a place"),
    IdentifierKind.ADDRESS: (_Clue.PLACE, "an address"),
    IdentifierKind.POSTCODE: (_Clue.PLACE, "a postcode"),
    IdentifierKind.COORDINATES: (_Clue.PLACE, "a point on the map"),
    IdentifierKind.ORGANISATION: (_Clue.ORGANISATION, "an organisation"),
    IdentifierKind.EXACT_DATE: (_Clue.DATE, "an exact date"),
    IdentifierKind.DATE_OF_BIRTH: (_Clue.AGE, "a date of birth"),
    IdentifierKind.EXACT_AGE: (_Clue.AGE, "an exact age"),
    IdentifierKind.SIBLINGS: (_Clue.SIBLINGS, "a set of brothers and sisters"),
    IdentifierKind.RARE_EVENT: (_Clue.EVENT, "a rare event"),
    IdentifierKind.QUOTED_SPEECH: (_Clue.SPEECH, "somebody's own words"),
    IdentifierKind.VEHICLE: (_Clue.VEHICLE, "a vehicle"),
}
# Which clues point to few people together, the weightiest first, and where they lead.
_TOGETHER = (
    (_Clue.NAME, _Clue.PLACE, "together they lead to one person"),
    (_Clue.NAME, _Clue.ORGANISATION, "together they lead to one person"),
    (_Clue.EVENT, _Clue.PLACE, "together they can be looked up in the news"),
    (_Clue.EVENT, _Clue.DATE, "together they can be looked up in the news"),
    (_Clue.EVENT, _Clue.ORGANISATION, "whoever was there knows the family"),
    (_Clue.SIBLINGS, _Clue.PLACE, "hardly another family there is like this"),
    (_Clue.SIBLINGS, _Clue.ORGANISATION, "hardly another family there is like this"),
    (_Clue.AGE, _Clue.SIBLINGS, "together they point to few families"),
    (_Clue.PLACE, _Clue.ORGANISATION, "together they narrow it down to a neighbourhood"),
    (_Clue.BELONGING, _Clue.PLACE, "together they point to few families"),
    (_Clue.BELONGING, _Clue.ORGANISATION, "together they point to few families"),
    (_Clue.ROLE, _Clue.ORGANISATION, "together they name a colleague"),
    (_Clue.AGE, _Clue.PLACE, "together they point to few families"),
    (_Clue.AGE, _Clue.ORGANISATION, "together they point to few children"),
    (_Clue.PLACE, _Clue.DATE, "whoever was there that day knows who is meant"),
    (_Clue.ORGANISATION, _Clue.DATE, "whoever was there that day knows who is meant"),
    (_Clue.VEHICLE, _Clue.PLACE, "neighbours know whose it is"),
    (_Clue.BELONGING, _Clue.SIBLINGS, "together they point to few families"),
    (_Clue.NAME, _Clue.AGE, "together they point to few people"),
    (_Clue.NAME, _Clue.DATE, "whoever was there that day knows who is meant"),
    (_Clue.AGE, _Clue.DATE, "together they come close to a date of birth"),
    (_Clue.ROLE, _Clue.PLACE, "together they name a colleague"),
    (_Clue.SPEECH, _Clue.DATE, "whoever heard it knows who said it"),
    (_Clue.SPEECH, _Clue.PLACE, "whoever heard it knows who said it"),
    (_Clue.SPEECH, _Clue.ORGANISATION, "whoever heard it knows who said it"),
)
# Own short lists: what makes a family one of few in most places here.
_LANGUAGES_AND_NATIONS = """
Afghan|Afrikaans|Albanian|Algerian|Amharic|Angolan|Arabic|Armenian|Azeri|Bangladeshi|Bengali|
Bolivian|Brazilian|Bulgarian|Burmese|Cantonese|Chilean|Chinese|Colombian|Congolese|Croatian|Czech|
Dari|Dutch|Ecuadorian|Egyptian|Eritrean|Estonian|Ethiopian|Farsi|Filipino|Finnish|French|Gambian|
Georgian|German|Ghanaian|Greek|Gujarati|Hausa|Hebrew|Hindi|Hungarian|Igbo|Indian|Indonesian|
Iranian|Iraqi|Israeli|Italian|Ivorian|Jamaican|Japanese|Jordanian|Kazakh|Kenyan|Korean|Kosovan|
Kurdish|Latvian|Lebanese|Libyan|Lingala|Lithuanian|Malawian|Malayalam|Malaysian|Mandarin|
Moldovan|Mongolian|Moroccan|Nepalese|Nepali|Nigerian|Norwegian|Oromo|Pakistani|Palestinian|
Pashto|Persian|Peruvian|Polish|Portuguese|Punjabi|Romani|Romanian|Russian|Rwandan|Senegalese|
Serbian|Shona|Sierra Leonean|Sinhalese|Slovak|Slovene|Somali|Spanish|Sri Lankan|Sudanese|Swahili|
Swedish|Sylheti|Syrian|Tagalog|Tamil|Tanzanian|Telugu|Thai|Tibetan|Tigrinya|Togolese|Trinidadian|
Tunisian|Turkish|Twi|Ugandan|Uighur|Ukrainian|Urdu|Uzbek|Vietnamese|Welsh-speaking|Yemeni|Yiddish|
Yoruba|Zambian|Zimbabwean
""".replace("\n", "")
_FAITHS = """
[Aa]dventists?|[Aa]nglicans?|[Bb]aptists?|[Bb]uddhists?|Bahá?'?[ií]s?|[Cc]atholics?|Coptic|
[Ee]vangelicals?|Hare Krishna|Hindus?|Jains?|Jehovah['’]s Witness(?:es)?|Jewish|Methodists?|
Mormons?|[Mm]uslims?|Orthodox|Pagans?|Pentecostals?|Plymouth Brethren|Quakers?|Rastafarians?|
Salvationists?|Shia|Sikhs?|Sunni|Unitarians?|Zoroastrians?|Gyps(?:y|ies)|Roma|Travellers?|
Showm[ae]n
""".replace("\n", "")
_NATION = re.compile(rf"\b(?:{_LANGUAGES_AND_NATIONS})\b")
_FAITH = re.compile(rf"\b(?:{_FAITHS})\b")
_ROLE = re.compile(
    r"\b(?:(?:assistant |deputy |acting )?head ?teacher|deputy head|class teacher|"
    r"head of (?:year|school|service)|form tutor|SENCO|designated safeguarding lead|DSL|"
    r"teaching assistant|learning mentor|lollipop (?:lady|man)|"
    r"consultant(?: paediatrician| psychiatrist)?|"
    r"paediatrician|psychiatrist|psychologist|health visitor|school nurse|midwife|registrar|"
    r"matron|ward manager|practice nurse|nursery (?:manager|nurse|worker)|key worker|"
    r"family support worker|youth worker|team manager|service manager|director|chair|"
    r"reviewing officer|guardian|judge|magistrate|barrister|solicitor|detective|"
    r"police (?:officer|constable|sergeant)|firefighter|councillor|imam|vicar|priest|rabbi|"
    r"pastor|foster carer|childminder|supervisor)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\baged? \d{1,2}\b|\b\d{1,2}[- ]years?[- ]olds?\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen)[- ]years?[- ]olds?\b",
    re.IGNORECASE,
)
_KIND_OF_ORGANISATION = re.compile(
    r"\b(?P<kind>school|academy|college|nursery|playgroup|hospital|hospice|surgery|"
    r"clinic|prison|refuge|hostel|church|mosque|temple|gurdwara|synagogue|court|university|ward|"
    r"centre|children's home)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_~`\\]+")


@dataclass(frozen=True, slots=True)
class _Found:
    clue: _Clue
    called: str
    words: str


def combinations(
    texts: Sequence[tuple[str, Sequence[PossibleIdentifier]]],
) -> tuple[Combination, ...]:
    """Give what points to few people together, the weightiest first; at most six.

    Args:
        texts: every text of one document with what was found in it and stays. Clues count
            together wherever in the document they stand.
    """
    found: dict[_Clue, dict[str, _Found]] = {}
    for text, findings in texts:
        for each in _clues(text, findings):
            found.setdefault(each.clue, {}).setdefault(each.words.casefold(), each)
    together = (
        _combination(list(found[one].values()), list(found[other].values()), where)
        for one, other, where in _TOGETHER
        if one in found and other in found
    )
    return tuple(together)[:_MOST]


def _combination(one: Sequence[_Found], other: Sequence[_Found], where: str) -> Combination:
    words = f"{one[0].called} and {other[0].called}: {where}."
    found = (*one[:_MOST_OF_ONE], *other[:_MOST_OF_ONE])
    return Combination(words[0].upper() + words[1:], tuple(each.words for each in found))


def _clues(text: str, findings: Sequence[PossibleIdentifier]) -> Iterator[_Found]:
    """Give what was found in a text, then what else of it tells something."""
    taken = sorted((each.start, each.end) for each in findings)
    for each in findings:
        words = _part(text[each.start : each.end])
        if each.kind in _OF_KIND and words:
            clue, called = _OF_KIND[each.kind]
            yield _Found(clue, _KIND.get(clue, _same)(called, words), words)
    for clue, called, pattern in _IN_WORDS:
        for match in pattern.finditer(text):
            # The words of a school's name are the school's.
            at = bisect_right(taken, match.start(), key=itemgetter(0)) - 1
            if at < 0 or taken[at][1] <= match.start():
                yield _Found(clue, called, _part(match.group()))


def _part(words: str) -> str:
    plain = " ".join(_MARKS.sub("", words).split())
    return plain if len(plain) <= _LONGEST_PART else f"{plain[: _LONGEST_PART - 1].rstrip()}…"


def _organisation(called: str, words: str) -> str:
    match = _KIND_OF_ORGANISATION.search(words)
    return f"a {match['kind'].lower()}" if match else called


def _same(called: str, _words: str) -> str:
    return called


_KIND = {_Clue.ORGANISATION: _organisation}
_IN_WORDS = (
    (_Clue.BELONGING, "a language or nationality", _NATION),
    (_Clue.BELONGING, "a faith or community", _FAITH),
    (_Clue.ROLE, "a colleague's role", _ROLE),
    (_Clue.AGE, "an age", _AGE),
)
