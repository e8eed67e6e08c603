"""Rare events and conditions: what a neighbourhood or a newspaper would remember."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.conditions import COMMON, CONDITION_WORDS, CONDITIONS
from app.privacy.patterns.event_deeds import DEEDS
from app.privacy.patterns.event_news import ALONE, REPORTED
from app.privacy.patterns.event_nouns import NOUNS
from app.privacy.patterns.event_words import EVENT_WORDS, RELATIVE, REVIEWED, TAIL, UNIQUE
from app.privacy.patterns.passage import Passage, Sign

_EVENT = re.compile(
    rf"\b(?:(?P<unique>{UNIQUE})|(?P<noun>{NOUNS}\b{TAIL}(?:,? {REPORTED}\b|{RELATIVE}\b))|"
    rf"(?P<deed>(?:{DEEDS})\b{TAIL}{RELATIVE})|(?P<review>{REVIEWED})|(?P<alone>{ALONE}))(?!\w)"
)
# "The fire" alone warms; one of these around it tells of a fire that burnt something.
_FIRE = re.compile(
    r"\b(?:since|after|before|in|during|from|survived|about|of|remembers?) "
    r"(?P<fire>(?:the|that|a) fire\b(?! (?:drill|alarm|door|service|brigade|exit|station|officer|"
    r"safety|engine|risk|setting|pit|place|stairs|escape|extinguisher|regulations|"
    rf"in (?:her|his|my|their) (?:belly|eyes))){TAIL}(?:,? {REPORTED}\b)?)|"
    r"\b(?P<burnt>(?:the|a) fire (?:that|which|had|at|took|killed|destroyed|started|spread|last|"
    r"was in|made)\b[^.,;:\n]{0,40})"
)
_CONDITION = re.compile(rf"\b(?P<what>{CONDITIONS})\b")
_IDIOMS = re.compile(
    r"(?:blue|could|could have|absolute|bloody|sheer|get away with|like|as if|felt|feel|feeling|"
    r"a bit of|"
    r"sort of|kind of|total|complete|postcode|emotional|proverbial|\bi|we|i'm|we're|i was|we were|"
    r"i am|we are|nearly|i have|i've|we've|keeps?|bit of a|like an?) \Z|"
    r"\b(?:under|line of|baptism of|put out|"
    r"crowd|on|(?:children|people|those|women|victims|adults|young people) who (?:have|are|were|"
    r"had)|friendly|cease|rapid|return of|open|watched a|watching a|fictional|my) \Z"
)
_ARTICLE = r"(?:the|a|an|that|this|his|her|their|mum's|dad's)"
_PHRASE = re.compile(
    rf"\b{_ARTICLE} (?:(?!{_ARTICLE} |(?:and|or|of|to|in|on|at|was|is|had|has|with|for|who|after|"
    rf"about|"
    r"from|since|by|before|like|as|survived|saw|left|until|during|over|called|not|were|are) "
    r")[a-z'-]{1,20} ){0,2}\Z"
)
# Whom it befell, with what helps the verb: "her little brother was". No names: they stay findings.
_WHOM = re.compile(
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Bb]oth|[Mm]um's|[Dd]ad's)(?: (?!who\b|that\b|"
    r"and\b|was\b|"
    r"were\b|is\b|had\b|has\b|to\b|in\b|of\b)[a-z'-]{1,16}){1,3}|\b(?:[Hh]e|[Ss]he|[Tt]hey|"
    r"[Mm]um|[Dd]ad))"
    r"(?: (?:that|which|who))?(?: (?:was|were|had|has|have|is|are|been|got|nearly|almost|once|"
    r"be)){0,3} \Z"
)
_HELPED = re.compile(r"(?: (?:was|were|had|has|have|is|are|been|got|be|nearly|almost)){1,3} \Z")
# What may stand in capitals within an event: anything else is a finding of its own.
_OWN_CAPITAL = re.compile(
    r"(?: (?:in|at|on|near|outside|inside|by|of|with|through|off|under|behind|opposite|into|from|"
    r"to|for|the|a|an|"
    r"his|her|their))* (?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Vietnam|Albania|Nigeria|Eritrea|Ethiopia|Sudan|Syria|Afghanistan|Iraq|Iran|"
    r"Romania|Pakistan|Libya|Ukraine|Somalia|Poland|Ghana|Bangladesh|India|Italy|France|Greece|"
    r"Turkey|Spain|Egypt|China|Bulgaria|Lithuania|Kenya|Uganda|Channel|Facebook|TikTok|Snapchat|"
    r"YouTube|Twitter|Instagram|Internet|TV|BBC|ITV|Gazette|Echo|Herald|Chronicle|Argus|Advertiser|"
    r"X|Ireland|Wales|Scotland|England|Europe|UK|Crimewatch|News|Mail|Post|I|MP)\b)[A-Z]"
)
# What is only on a screen: somebody of theirs must be told of.
_ON_SCREEN = re.compile(r"\b(?:telly|tv|television|radio|news)\b")
_OF_THEM = re.compile(
    r"\b(?:it|face|story|case|name|picture|photo|trial|house|all|crash|fire|murder) \Z"
)
_FURTHEST = 28  # characters before an event in which an idiom is looked for
_FARTHEST_PHRASE = 64
_REASON = "rare enough to be remembered"


def event_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give rare events and conditions; all are only worth a look."""
    if passage.has_any(EVENT_WORDS):
        yield from _events(passage)
    if passage.has_any(CONDITION_WORDS):
        for match in _CONDITION.finditer(passage.small):
            if not COMMON.search(match["what"]):
                yield _sign("a health condition").of(match)


def _events(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    for match in _EVENT.finditer(small):
        suggestion, start = _told(passage, match)
        end = match.end()
        if not match["unique"]:
            end = _end(passage.text, match.start(), end)
        is_idiom = any(
            _IDIOMS.search(small, max(each - _FURTHEST, 0), each) for each in {start, match.start()}
        )
        if not is_idiom and not _is_only_on(small, match, start):
            yield _sign(suggestion).at(start, end)
    if "fire" in small:
        for match in _FIRE.finditer(small):
            group = "fire" if match["fire"] else "burnt"
            start = match.start(group)
            yield _sign("a serious event").at(start, _end(passage.text, start, match.end()))


def _is_only_on(small: str, match: re.Match[str], start: int) -> bool:
    """Say whether something was on the telly that is no one's."""
    if not match["alone"] or start < match.start() or not _ON_SCREEN.search(match[0]):
        return False
    if not match[0].startswith(("was ", "were ", "is ", "are ", "been ", "be ")):
        return False
    return not _OF_THEM.search(small, max(start - _FURTHEST, 0), start)


def _told(passage: Passage, match: re.Match[str]) -> tuple[str, int]:
    """Give what stands for it, and where it begins with the words before that belong to it."""
    start = match.start()
    if match["noun"]:
        return "a serious event", _with_article(passage.small, start)
    if match["review"]:
        return "a local review", start
    if match["unique"]:
        return "one of few", start
    before = passage.text[max(start - _FARTHEST_PHRASE, 0) : start]
    whom = _WHOM.search(before)
    if whom is not None:
        return "something serious happened", start - len(whom[0])
    return ("went through something serious" if match["deed"] else "known to many"), start


def _with_article(small: str, start: int) -> int:
    """Give where "the awful house fire" begins."""
    before = small[max(start - _FARTHEST_PHRASE, 0) : start]
    match = _PHRASE.search(before)
    return start - len(match[0]) if match else start


def _end(text: str, start: int, end: int) -> int:
    """Give the end before a capital that is looked at for itself."""
    capital = _OWN_CAPITAL.search(text, start + 1, end)
    return capital.start() if capital else end


def _sign(suggestion: str) -> Sign:
    return Sign(IdentifierKind.RARE_EVENT, _REASON, Confidence.WORTH_A_LOOK, suggestion)
