"""The words around a span of time that tell whether it is an age, or how long something took."""

from __future__ import annotations

import re

from app.privacy.patterns.passage import Passage

_PRONOUN = r"(?:he|she|they|who|it)"
_WHO = (
    r"(?:baby|bab|child(?: [a-z0-9])?|boy|girl|lad|son|daughter|brother|sister|toddler|infant|"
    r"twins?|sibling|little one|little girl|little boy|little lad|youngest|eldest|oldest|"
    r"middle one|"
    r"newborn|kid|younger one|older one|other one|lo|niece|nephew|cousin|grandson|granddaughter|"
    r"grandchild|"
    r"stepson|stepdaughter|foster child|foetus|bump|first|second|third|little man|wee one|babe|tot)"
)
# Words that stand before an age, with what may come between.
_TOLD = re.compile(
    rf"(?:\b(?:{_WHO}|{_PRONOUN})(?:'s|'ll be|'d be|\s(?:is|was|are|were|(?:will|would|must|might|"
    rf"may|could) "
    rf"(?:only )?be))(?:\s(?:now|only|just|nearly|almost|about|around|not yet|not quite|already|"
    rf"still|just over|just under|a little over|"
    r"barely|all of|exactly|maybe|coming up(?: to| for)?|getting on for|approaching|roughly|"
    r"currently|at)){0,2}\s|"
    r"\b(?:just turned|turned|turning|coming up to|coming up for|approaching)\s|"
    rf"\b{_WHO}:?,?\s?[(,]?\s?|\b(?:both|ages|kids|children|siblings|little ones|under (?:one|two|"
    rf"three|five))s?"
    rf"\b[^.;:\d\n]{{0,24}}[:(]\s?|\b{_PRONOUN},?\s?[(,]\s?|"
    rf"\b{_WHO}s? of (?:only |just |about )?|\b(?:makes?|made|making) (?:him|her|them|"
    rf"it) (?:only |just |about )?|"
    r"\b(?:hit|reached|reaching) (?:only |just )?)\Z"
)
_NAMED = re.compile(
    r"(?:[A-Z][\w'-]+|\b[A-Z])(?:,?\s?[(,:]\s?(?:(?:now|just|only|nearly|barely|almost|still|"
    r"at)\s)?|"
    r"\s(?=\d\d?m\b))\Z"
)
# A name, not an abbreviation, that is so old: "Kai is 14 months".
_NAME_IS = re.compile(
    r"\b(?!(?:This|That|It|There|Here|What|Which|Everything|Mine|Supervision|Placement|Notice|"
    r"Next|Today|Probation|"
    r"Training|Review|Leave|Contact|Court|Deadline|Life|Work|Mum|Dad|One|Two|Six|The|My|Our|Ours|"
    r"His|Her|Average)\b)"
    r"(?:[A-Z][a-z'-]{1,20}|[A-Z]\.?[A-Z]?\.?|[A-Z])(?:'s|\s(?:is|was|will be|would be|must be|"
    r"aged?|at|turned)|(?=\s(?:now|only|just|nearly|almost|barely)\s))"
    r"(?:\s(?:now|only|just|nearly|almost|about|around|already|still|barely|exactly|not quite|"
    r"just over|maybe)){0,2}\s\Z"
)
_NO_NAMES = re.compile(r"\b(?:CP|PR|SW|HV|IT|EH|UC|TA|CT|PA|AM|PM|GP|OK|TV)\b[^A-Z]{0,16}\Z")
_AT = re.compile(
    r"(?:@|\b(?:at(?:\s(?:only|just|about|around|nearly|almost))?|since|from|by|until))\s\Z"
)
_BEGINNING = re.compile(r"(?:\A|[.;:!?\n]\s?)\Z")
_AND_WHAT = re.compile(
    r",?\sand\s(?:already|still|not yet|no words|into everything|walk|crawl|talk|sitt|teeth|babbl|"
    r"cruis|wean|smil|thriv)"
)
_AT_WHOM = re.compile(
    r",?\s(?:he|she|they|his|her|"
    r"the (?:baby|child|boy|girl|toddler|twins|little one)|baby|corrected|and (?:he|she|still|not|"
    r"already|"
    r"can|has|is)|with no)\b"
)
# What a child did, or what was done with it, "at 14 months".
_DONE_AT = re.compile(
    r"\b(?:walk\w*|talk\w*|crawl\w*|s[ai]t\w*|babbl\w*|smil\w*|wean\w*|roll\w*|placed|removed|"
    r"adopted|came|taken|moved|started|died|seen|left|weighed|born|assessed|immunis\w+|admitted|"
    r"diagnosed|gone|fostered|word|words|steps?|chart|him|her|them|herself|himself|photo|"
    r"picture)\s(?:[\w']+\s){0,4}at\s\Z"
)
_IS_DURATION = re.compile(
    r"\s?(?:ago|later|tall|high|wide|missing|earlier|in\b|into|of\b(?! age)|after|before|away|"
    r"since|for|long|without|"
    r"sober|younger|"
    r"clean|pregnant|gone|overdue|late|behind|apart|to\b(?! the day)|from|off|left|waiting|more|"
    r"now since|"
    r"short\b|notice|and counting|into|with (?:us|them|me)|here|there|premature|early|prem\b|"
    r"gestation|"
    r"'|worth|prison|custody|sentence|probation|work|leave|plan|review|free|on (?!paper|(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day|the (?:\d|form|"
    r"file|day|chart)))"
)
# Where it is written down: "i wrote 3y 8m in the report".
_IN_A_PAPER = re.compile(
    r"\s(?:in|on|into|at the top of)\s(?:the|my|our|his|her|their|this|that)\s(?:\w+\s)?(?:report|"
    r"form|file|notes?|referral|assessment|statement|chart|plan|minutes|review|box|page|letter|"
    r"email|summary|record|chronology)\b"
)
_LASTING = re.compile(
    r"\b(?:for|after|over|in|within|about|took|lasted|waited|spent|every|of|last|past|next|first|"
    r"another|than|nearly|almost|it's been|has been|been|these|those|all|some|took us|served)"
    r"(?:\s(?:the|a|me|us|just|only|about|over|nearly|last|past|next))?\s\Z"
)
_WORKED = re.compile(
    r"\b(?:i|we)(?:'ve|'d|'m|\s(?:have|had|am))?\s(?:been|worked|had|waited|knew|known|did|done|"
    r"spent|lasted|stayed|"
    r"needed|took|got|counted|managed|left|qualified)\b[^.;\n]{0,24}\Z"
)
_NEAR, _BEHIND = 40, 24  # characters around an age that say more of it


def is_duration(small: str, end: int) -> bool:
    """Say whether the words behind tell how long something took: "14 months later"."""
    return _IS_DURATION.match(small, end, end + _BEHIND) is not None


def stands_behind_at(small: str, start: int) -> bool:
    """Say whether "at" or the like stands before."""
    return _AT.search(small, max(start - _NEAR, 0), start) is not None


def lasts(small: str, match: re.Match[str]) -> bool:
    """Say whether it is how long something took, and no age."""
    start, end = match.span()
    if match["age"].startswith("age") or re.search(r"olds?\Z|age\Z", match["age"]):
        return False
    first = max(start - _NEAR, 0)
    if _TOLD.search(small, first, start) and not is_duration(small, end):
        return False
    if _IN_A_PAPER.match(small, end):
        return False
    return bool(
        is_duration(small, end)
        or _LASTING.search(small, first, start)
        or _WORKED.search(small, first, start)
    )


def is_told(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether the words around "14 months" tell that somebody is so old."""
    small, (start, end) = passage.small, match.span()
    return not is_duration(small, end) and (
        _is_told_before(passage, start) or _is_told_around(passage, start, end)
    )


def _is_told_before(passage: Passage, start: int) -> bool:
    first = max(start - _NEAR, 0)
    if _TOLD.search(passage.small, first, start) or _DONE_AT.search(passage.small, first, start):
        return True
    is_of_name = _NAME_IS.search(passage.text, first, start) is not None
    return is_of_name and not _NO_NAMES.search(passage.text, first, start)


def _is_told_around(passage: Passage, start: int, end: int) -> bool:
    small, first = passage.small, max(start - _NEAR, 0)
    if _AT.search(small, first, start) and _AT_WHOM.match(small, end, end + _BEHIND):
        return True
    if _BEGINNING.search(small, first, start) and _AND_WHAT.match(small, end, end + _BEHIND):
        return True
    is_closed = small[end : end + 1] in (")", ",", ";", ".")
    return is_closed and _NAMED.search(passage.text, first, start) is not None
