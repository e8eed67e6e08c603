"""Hours of a day as people say them: "half two", "ten to three", "six forty-five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import number_of
from app.privacy.patterns.passage import Passage, Sign, word_set

_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOURS = rf"(?:{_HOUR_WORDS}|midnight|noon|midday|1[0-2]|[1-9])"
_MINUTES = (
    r"(?:(?:about |just )?(?:twenty[- ]five|(?:five|5)[- ](?:and|&)[- ]twenty|twenty[- ]to|twenty|"
    r"ten|five|5|10|20|25|"
    r"(?:\d{1,2}|three|four|six|seven|eight|nine|eleven|twelve|thirteen|fourteen|sixteen|"
    r"seventeen|eighteen|"
    r"nineteen|twenty[- ]\w{3,5}|(?:a )?(?:few|couple of))(?=\sminutes?|"
    r"\smins?))(?:\smin(?:ute)?s?)?)"
)
_QUARTER = r"(?:a )?(?:quarter|qtr|¼|1/4)"
_ISH = r"(?:-?ish)?"
_PAST = re.compile(
    rf"\b(?:{_QUARTER}[- ](?:past|to|till|of)|(?:half|1/2|½)[- ]past|{_MINUTES}[- ](?:past|"
    rf"after(?= (?:midnight|noon))))"
    rf"[- ]{_HOURS}{_ISH}\b(?!\s?(?:years|%))"
)
_NO_NOUN = (
    r"(?!\s?(?:years|%|min|hour|day|week|month|child|people|visit|session|times|of|per|or|-|and a|"
    r"and half|"
    r"terms?|asleep|dozen|price|adults|kids|families|pages?|cases|the|as|full|empty|on the page))"
)
_LEADS = (
    r"at|by|until|till|'?til|about|around|before|after|since|just|nearly|almost|was|not|gone|past|"
    r"exactly|say|only|bang on|dead on|roughly|approx|is|it's|its|came|rang|left|leaves|home|"
    r"called|"
    r"starts?|started|ends?|ended|finish(?:es|ed)?|arrived|woke|up|between|and|on|every|"
    r"today|tonight|tomorrow|yesterday|morning|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|listed|seen|visit|contact|meeting|hv|conf|opens|closes|start|finish|tea|bed|bus|"
    r"listed for"
)
_TO = re.compile(rf"\b(?:{_LEADS}),? (?P<time>{_MINUTES} to[- ]{_HOURS}{_ISH})\b{_NO_NOUN}")
# With a word for minutes it needs nothing before it: "two minutes to five".
_MINUTES_TO = re.compile(
    rf"\b(?P<time>(?:\d{{1,2}}|[a-z]{{3,9}}|twenty[- ][a-z]{{3,5}}|"
    rf"a couple of)[- ]min(?:ute)?s?[- ](?:to|past|before|after)[- ]"
    rf"{_HOURS}{_ISH})\b{_NO_NOUN}(?!\s?(?:\d|min))"
)
# At the beginning of a clause a first number that is less would be a count: "5 to 10 of us".
_TO_ALONE = re.compile(
    rf"(?:\A|[.,;:!?(\n\"'-]\s?|\b(?:for|the|than|this)\s)(?P<time>(?P<minutes>twenty[- ]five|"
    rf"twenty|ten|five|5|10|20|25)[- ]to[- ]"
    rf"(?P<hour>{_HOURS}){_ISH})\b{_NO_NOUN}(?=\s?[.,;:!?)'\"]|\s?\n|\s?\Z|\s[a-z])(?!\s(?:one|"
    rf"in)\b)"
)
_BACK_OF = re.compile(
    rf"\b(?P<time>(?:the )?back of (?:{_HOUR_WORDS}|1[0-2]|[1-9]))(?=\s?[.,;:!?)]|\s?\Z|\s(?:and|"
    rf"but|when|on|i|he|she|they|mum|dad|"
    rf"tonight|today|this morning|in the morning|at night)\b)"
)
_HALF = re.compile(
    r"\b(?:at|by|until|till|'?til|about|around|before|after|since|gone|past|exactly|bang on|rang|"
    r"left|leaves|"
    rf"arrived|woke|called|between) (?P<time>half[- ]{_HOURS}{_ISH})\b{_NO_NOUN}"
)
# At the beginning of a clause, or behind any word, what follows must be the end of the phrase.
_BEHIND = (
    r"(?=\s?[.,;:!?)]|\s?\n|\s?\Z|\s(?:and|but|when|in|on|i|she|he|we|they|with|because|so|then|at|"
    r"this|that|until|till|it|already|again|sharp|today|yesterday|tonight|tomorrow|every|mum|dad|"
    r"train|bus|start|finish|slot|appointment|pick|which|by|before|after|if|is|was|from|for|nobody|"
    r"there|where|while|not|still|am|pm|the|his|her|my|our|said|says|o'clock|to|court|contact|hv|"
    r"visit|meeting|hearing|review|conf|conference|last night|onwards|[a-z]{3,6}day|room|mon|tues?|"
    r"weds?|thurs?|fri|pickup|as)\b|['\"])"
)
_HALF_ALONE = re.compile(
    rf"(?:\A|[.,;:!?(\n\"'-]\s?|\b(?:for|to|of|this|than|her|his|my|our|their|the|a|{_LEADS})\s)"
    rf"(?P<time>half[- ](?:{_HOUR_WORDS}|1[0-2]|[1-9]){_ISH})\b(?!\s(?:of|the|a|an|his|her|my|our|"
    rf"years|to (?!half|{_HOURS}\b))\b)"
    rf"{_BEHIND}"
)
_IN_FULL = re.compile(
    rf"(?<![\w£$-])(?P<time>(?:{_HOUR_WORDS})[- ](?:(?:thirty|forty|fifty)(?:[- ]five)?|"
    rf"twenty[- ]five|fifteen|"
    rf"(?:oh|o|nought)[- ](?:{_HOUR_WORDS}))(?:\s?[ap]\.?m\b\.?)?)(?!\sfor\s(?:a|an|"
    rf"the)\b){_BEHIND}"
)
_IN_FULL_AT = re.compile(
    rf"\b(?:at|by|until|till|around|about|since|leaves|before|after|from|for|gone|"
    rf"the)\s(?P<time>(?:{_HOUR_WORDS})[- ]"
    rf"(?:ten|twenty|fifteen|(?:thirty|forty|fifty)(?:[- ]five)?|twenty[- ]five|"
    rf"(?:twenty|thirty|forty|fifty)[- ](?:one|two|three|four|six|seven|eight|nine))){_BEHIND}"
)
# As the police and soldiers say it.
_HUNDRED = re.compile(
    rf"\b(?P<time>(?:(?:oh?|zero|nought)[- ](?:{_HOUR_WORDS})[- ]hundred|(?:oh|zero|"
    rf"nought)[- ](?:{_HOUR_WORDS})[- ]"
    rf"(?:fifteen|thirty|forty[- ]five)|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    rf"seventeen|eighteen|nineteen|twenty|"
    rf"twenty[- ](?:one|two|three))[- ]hundred(?=[- ]hours|[- ]hrs)|(?<=at )(?:thirteen|fourteen|"
    rf"fifteen|sixteen|seventeen|eighteen|"
    rf"nineteen|twenty)[- ](?:fifteen|thirty|forty[- ]five))(?:[- ](?:hours|hrs))?)\b{_BEHIND}"
)
_O_CLOCK = re.compile(rf"\b(?P<time>(?:{_HOURS}){_ISH}[- ]?o'? ?clock)\b")
_BEGINNING_AT = re.compile(
    rf"\b(?:start(?:s|ed)?|begins?|began|finish(?:es|ed)?|ends?|ended|opens?|opened|closes?|closed|"
    rf"arrived?|leaves?|listed|booked|due|woke|rang|called|phoned|texted)\s"
    rf"(?:(?:me|us|mum|dad|back|up|home|again)\s){{0,2}}at\s(?P<time>{_HOUR_WORDS})\b{_NO_NOUN}{_BEHIND}"
)
_HOURLESS = re.compile(
    rf"(?:\b(?:at|by|until|till|gone|about|around|just|nearly|since|before|after|on|was|it's|then|"
    rf"till|coming up)\s|[,;(]\s|\A)"
    rf"(?P<time>(?:{_QUARTER}|half|twenty[- ]five|twenty|ten|five|20|25|10|5)[- ](?:past|to))"
    r"(?=\s?[.,;:!?)]|\s?\Z|\s(?:and|when|i|she|he|we|they|but|because|so|mum|dad|nobody|"
    r"every|on|there|then)\b)"
)
_ISH_ALONE = re.compile(
    rf"\b(?:at|about|around|by|till|until|from|since|before|after|rang|came|"
    rf"left|came in|got in|home|up|bed|tea|bedtime|visit|hv)\s(?P<time>(?:{_HOUR_WORDS}|1[0-2]|"
    rf"[1-9])"
    r"-?ish)\b"
)
_IN_WORDS_HALF = re.compile(
    rf"\b(?P<time>(?:{_HOUR_WORDS})(?:[- ]\w{{3,7}})?\s?[ap]\.?\s?m\b\.?)(?!\w|\si\b)"
)
_WHOLE_WORDS = word_set(_HOUR_WORDS.replace("|", " "))
_WORDS = word_set("past to quarter qtr half after till before")
_HALVES = word_set("half quarter qtr quarters")
_MINUTE_WORDS = word_set("five ten twenty minutes minute mins min")
_FULL_WORDS = word_set("thirty forty fifty fifteen twenty oh ten hundred")
# Each is looked for only in a text that has one of these.
_BY_PART = (("back of", _BACK_OF), ("clock", _O_CLOCK), ("ish", _ISH_ALONE))
_BY_WORDS = (
    (_FULL_WORDS, (_IN_FULL, _IN_FULL_AT, _HUNDRED)),
    (_WHOLE_WORDS, (_BEGINNING_AT,)),
    (word_set("am pm m"), (_IN_WORDS_HALF,)),
)
_SIGN = Sign(IdentifierKind.EXACT_TIME, "an exact time", Confidence.WORTH_A_LOOK, "that day")


def spoken_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give hours that are told in words."""
    small = passage.small
    if passage.has_any(_WORDS):
        yield from _around_an_hour(passage)
    for part, pattern in _BY_PART:
        if part in small:
            yield from _SIGN.all_in(pattern, small, "time")
    for words, patterns in _BY_WORDS:
        if passage.has_any(words):
            for pattern in patterns:
                yield from _SIGN.all_in(pattern, small, "time")


def _around_an_hour(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give hours that are told by the minutes to or past another."""
    small = passage.small
    if passage.has_any(_HALVES):
        for pattern in (_HALF, _HALF_ALONE):
            yield from _SIGN.all_in(pattern, small, "time")
    elif not (passage.has_digit or passage.has_any(_MINUTE_WORDS)):
        return
    yield from _SIGN.all_in(_PAST, small)
    for pattern in (_TO, _HOURLESS):
        yield from _SIGN.all_in(pattern, small, "time")
    if "min" in small:
        yield from _SIGN.all_in(_MINUTES_TO, small, "time")
    for match in _TO_ALONE.finditer(small):
        # "Ten to one" are odds as often.
        if number_of(match["minutes"]) >= number_of(match["hour"]) > 1:
            yield _SIGN.of(match, "time")
