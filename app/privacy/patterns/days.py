"""Days without a month of their own: "the 3rd", "Tues 14th", feasts, "the first Monday in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.birth_words import birth_around
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.seasons import DAY, MONTH, MONTH_WORDS, NTH, WEEKDAY

_MEETINGS = (
    r"review|reviews|lac|cla|icpc|rcpc|cpc|conference|meeting|visit|visits|hv|contact|hearing|"
    r"court|panel|"
    r"core group|strategy|strat|cin|cp|dated|date|due|edd|appt|appointment|supervision|tac|taf|"
    r"pep|sdm|"
    r"seen|b'?day|birthday|born|dob|signed|moved|placed|removed|started|closed|opened|left|"
    r"returned|met|born|arrived|"
    r"admitted|"
    r"discharged|referral|referred|section 47|s47|legal planning|lpm|plo|s20|w/c|w/e|wc|we|wb|"
    r"commencing|beginning|ending|deadline|booked for|last contact|last seen|on call|on duty|duty"
)
SLASHED = re.compile(
    rf"\b(?:on|by|since|until|till|from|dated|before|after|between|to|and|"
    rf"(?:{_MEETINGS})(?:\s(?:of|on|for|is|was))?|"
    rf"{WEEKDAY}\.?)\s?[:(]?\s?(?P<date>(?P<day>{DAY})/(?P<month>0?[1-9]|1[0-2]))(?![\w/%]|\.\d|"
    rf"\sof\b|\sold\b|"
    r"\s(?:cup|pint|teaspoon|share|price|time|size|length|the|full|empty))"
)
# Behind "after" a stroke parts two counts as often, "after 1/2": a larger figure is asked for.
_LARGER = 13
_BEHIND = (
    rf"(?=\s?[,.;:!?)]|\s?\n|\s?\Z|\s(?:and|but|when|i|we|she|he|they|it|at|in|to|because|so|"
    rf"after|or|"
    rf"before|with|for|mum|dad|was|is|there|then|until|nobody|which|by|the|this|as|if|my|her|his|"
    rf"our|"
    rf"{WEEKDAY})\b)"
)
_NTH_ALONE = re.compile(
    rf"\b(?P<month>(?:the\s)?{DAY}{NTH}\sof\s(?:this|last|next|that|the)\smonth)\b|"
    rf"\b(?:on|since|until|till|by|before|after|from|for|between|around|about|w/c|w/e|wc|wb|"
    rf"week of|"
    rf"week commencing|week beginning|week ending|commencing|due|dated|to|and)\s"
    rf"(?P<date>(?:the\s){DAY}{NTH}){_BEHIND}|"
    rf"\b(?:on|since|until|till|by|w/c|w/b|w/e|wc|wb|week of|week commencing|week beginning|"
    rf"week ending|dated|due|"
    rf"before|after)\s(?P<bare>{DAY}{NTH}){_BEHIND}|"
    rf"\b(?:was|is|it's|fell on)\s(?P<told>the\s(?:[12]\d|3[01]){NTH}){_BEHIND}|"
    rf"\b(?P<other>(?<!last )(?<!every ){WEEKDAY}\.?,?\s(?:the\s)?{DAY}{NTH})\b|"
    rf"\b(?P<plain>(?<!every ){WEEKDAY}\.?\s(?:the\s)?{DAY})(?![\w:%/-]|[.,]\d){_BEHIND}|"
    rf"\b(?P<behind>(?:the\s)?{DAY}{NTH}\s\(?{WEEKDAY})\b|"
    rf"\b(?P<old>{DAY}{NTH}?\s(?:inst|ult|prox)\b\.?)"
)
_ORDINAL = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th|final|penultimate)"
_NTH_WEEKDAY = re.compile(
    rf"\b(?P<day>(?:the\s)?{_ORDINAL}\s(?:{WEEKDAY}|day|weekend)\s(?:in|of)\s{MONTH}(?:\s(?:19|"
    rf"20)\d\d)?)\b"
)
_POINTED = re.compile(
    rf"\b(?:on|dated|since|until|{WEEKDAY})\s(?P<day>{DAY}\.(?:0[1-9]|1[0-2]))(?![\w%/-]|[.,]\d|"
    rf"\s(?:hours?|hrs|"
    r"miles|mins?|minutes|per|pm|am|a\.m|p\.m))"
)
# Feasts that are one day, by how surely the words mean the day of one year.
_FEAST_DAYS = (
    r"(?:christmas|xmas)[- ](?:eve|day|morning|night)|boxing day|new year'?s'? (?:eve|day)|nye|"
    r"nyd|good friday|"
    r"easter (?:sunday|monday|saturday|day)|whit (?:monday|sunday)|shrove tuesday|pancake day|"
    r"ash wednesday|"
    r"maundy thursday|palm sunday|bonfire night|guy fawkes(?: night)?|fireworks night|"
    r"firework night|hogmanay|"
    r"burns night|twelfth night|(?:early may|may day|spring|august|easter|may|"
    r"summer) bank holiday(?: monday)?|"
    r"bank holiday monday|mothering sunday|mother'?s'? day|father'?s'? day|valentine'?s'?(?: day)?|"
    r"st\.? (?:patrick|david|andrew|george|stephen|nicholas)'?s'? day|halloween|hallowe'en|"
    r"all saints'? day|"
    r"remembrance (?:sunday|day)|armistice day|eid(?:[ -](?:al|ul)[ -](?:fitr|adha)|(?: day)?)|"
    r"diwali(?: night)?|"
    r"(?:lunar|chinese) new year|rosh hashanah|yom kippur|april fool'?s'?(?: day)?|"
    r"midsummer'?s?(?: day| night)?|"
    r"leap day|mischief night|trinity sunday|world book day|red nose day|results day|stephen's day|"
    r"orangemen's day|the twelfth of july|may day|international women's day|vaisakhi day|"
    r"holy saturday|"
    r"nowruz|eid"
)
_FEAST = re.compile(
    rf"\b(?P<led>on|since|until|till|by|before|after|from|last|this|it was|was|is|of|at|that|late|"
    rf"early|past|for)?\s?"
    rf"(?P<day>(?:{_FEAST_DAYS})(?P<year>,?\s(?:19|20)\d\d|,?\s'\d\d)?)(?![\w-])"
)
# Of these a writer tells the day only behind "on" and the like; else it is the season or the feast.
_ALWAYS = re.compile(
    r"(?:christmas|xmas)[- ](?:eve|day)|boxing day|new year'?s'? (?:eve|day)|good friday|"
    r"easter (?:sunday|monday)|"
    r"whit|bonfire night|hogmanay|shrove|maundy|nye|nyd"
)
_EVERY = re.compile(r"\b(?:every|each|a|an|another|like|our|any|no|the usual|about|per)\s\Z")
_FEAST_WORDS = word_set(
    """
    years christmas xmas boxing year nye nyd friday easter whit shrove pancake ash maundy palm
    bonfire guy fireworks firework hogmanay burns twelfth bank mothering mother mothers father
    fathers valentine valentines st halloween hallowe all remembrance armistice eid diwali lunar
    chinese rosh yom april midsummer midsummers leap mischief trinity book nose results stephen
    may women vaisakhi saturday nowruz
    """
)
_MARKS = word_set("scored score scale scaling scaled rated rating confidence marks graded")
_WEAK_LEADS = re.compile(r"\b(?:after|before|between|to|and|by|from)\s\Z")
_SCALE = 10
_FURTHEST = 24  # characters before a day that say more of it

_THAT_DAY = Sign(IdentifierKind.EXACT_DATE, "a day of a month", Confidence.WORTH_A_LOOK, "that day")
_FEAST_SIGN = Sign(
    IdentifierKind.EXACT_DATE, "a day of the year", Confidence.WORTH_A_LOOK, "that day"
)
_BIRTH = Sign(
    IdentifierKind.DATE_OF_BIRTH, "a date of birth", Confidence.LIKELY, "that time of the year"
)


def day_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give days of a month that is not told, feasts, and weekdays counted in a month."""
    small = passage.small
    if passage.has_digit:
        for match in _NTH_ALONE.finditer(small):
            if match.lastgroup:
                yield _THAT_DAY.of(match, match.lastgroup)
        if "." in small:
            yield from _THAT_DAY.all_in(_POINTED, small, "day")
    if passage.has_any(MONTH_WORDS):
        yield from _THAT_DAY.all_in(_NTH_WEEKDAY, small, "day")
    if passage.has_any(_FEAST_WORDS):
        yield from _feasts(small)


def _feasts(small: str) -> Iterator[PossibleIdentifier]:
    for match in _FEAST.finditer(small):
        if _is_a_day(small, match):
            is_birth = birth_around(small, *match.span("day")) is not None
            yield (_BIRTH if is_birth else _FEAST_SIGN).of(match, "day")


def is_no_score(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether "on 3/10" is a day and no part of a whole."""
    if int(match["month"]) == _SCALE and passage.has_any(_MARKS):
        return False
    before = passage.small[max(match.start("date") - _FURTHEST, 0) : match.start("date")]
    return not (
        _WEAK_LEADS.search(before) and max(int(match["day"]), int(match["month"])) < _LARGER
    )


def _is_a_day(small: str, match: re.Match[str]) -> bool:
    start = match.start("day")
    if match["year"]:
        return True
    if _EVERY.search(small, max(start - _FURTHEST, 0), start):
        return False
    if match["led"] == "for":
        return False
    return bool(match["led"]) or _ALWAYS.match(match["day"]) is not None
