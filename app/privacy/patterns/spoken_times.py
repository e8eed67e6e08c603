"""Hours of a day as people say them: "half two", "ten to three", "six forty-five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOURS = rf"(?:{_HOUR_WORDS}|midnight|noon|midday|1[0-2]|[1-9])"
_MINUTES = (
    r"(?:(?:about |just )?(?:twenty[- ]five|twenty[- ]to|twenty|ten|five|5|10|20|25|"
    r"(?:\d{1,2}|three|four|six|seven|eight|nine|eleven|twelve|thirteen|fourteen|sixteen|"
    r"seventeen|eighteen|"
    r"nineteen|twenty[- ]\w{3,5})(?=\sminutes?|\smins?))(?:\smin(?:ute)?s?)?)"
)
_QUARTER = r"(?:a )?(?:quarter|qtr|¼)"
_ISH = r"(?:-?ish)?"
_PAST = re.compile(
    rf"\b(?:{_QUARTER}[- ](?:past|to|till|of)|(?:half|1/2|½)[- ]past|{_MINUTES} (?:past|"
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
    r"starts?|started|ends?|ended|finish(?:es|ed)?|arrived|woke|up|between|and|from|on|every|"
    r"today|tonight|tomorrow|yesterday|morning|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday"
)
_TO = re.compile(rf"\b(?:{_LEADS}),? (?P<time>{_MINUTES} to[- ]{_HOURS}{_ISH})\b{_NO_NOUN}")
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
    r"there|where|while|not|still|am|pm|the|his|her|my|our|said|says|o'clock)\b)"
)
_HALF_ALONE = re.compile(
    rf"(?:\A|[.,;:!?(\n-]\s?|\b(?:for|to|of|this|than|her|his|my|our|their|the|a|{_LEADS})\s)"
    rf"(?P<time>half[- ](?:{_HOUR_WORDS}|1[0-2]|[1-9]){_ISH})\b(?!\s(?:of|the|a|an|his|her|my|our|"
    rf"years))"
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
    rf"forty[- ]\w{{3,5}})){_BEHIND}"
)
_O_CLOCK = re.compile(rf"\b(?P<time>(?:{_HOURS}){_ISH}[- ]?o'? ?clock)\b")
_HOURLESS = re.compile(
    rf"\b(?:at|by|until|till|gone|about|around|just|nearly|since|before|after|on)\s"
    rf"(?P<time>(?:{_QUARTER}|half|twenty[- ]five|twenty|ten|five|20|25|10|5)[- ](?:past|to))"
    r"(?=\s?[.,;:!?)]|\s?\Z|\s(?:and|when|i|she|he|we|they|but|because|so|the|mum|dad|nobody|"
    r"every|on|there)\b)"
)
_ISH_ALONE = re.compile(
    rf"\b(?:at|about|around|by|till|until|from|since|before|after|rang|came|"
    rf"left)\s(?P<time>(?:{_HOUR_WORDS}|1[0-2]|[1-9])"
    r"-?ish)\b"
)
_IN_WORDS_HALF = re.compile(
    rf"\b(?P<time>(?:{_HOUR_WORDS})(?:[- ]\w{{3,7}})?\s?[ap]\.?\s?m\b\.?)(?!\w|\si\b)"
)
_SHORT_PAST = re.compile(
    rf"\b(?:at|by|until|till|since|about|around)\s(?P<time>(?:\d|1[0-2])\sminutes?\s(?:past|to|"
    rf"before|after)"
    rf"\s{_HOURS})\b"
)
_WORDS = word_set("past to quarter qtr half after till")
_FULL_WORDS = word_set("thirty forty fifty fifteen twenty oh ten")
_SIGN = Sign(IdentifierKind.EXACT_TIME, "an exact time", Confidence.WORTH_A_LOOK, "that day")


def spoken_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give hours that are told in words."""
    small = passage.small
    if passage.has_any(_WORDS):
        yield from _SIGN.all_in(_PAST, small)
        for pattern in (_TO, _HALF, _HALF_ALONE, _HOURLESS, _SHORT_PAST):
            yield from _SIGN.all_in(pattern, small, "time")
    if passage.has_any(_FULL_WORDS):
        yield from _SIGN.all_in(_IN_FULL, small, "time")
        yield from _SIGN.all_in(_IN_FULL_AT, small, "time")
    if "clock" in small:
        yield from _SIGN.all_in(_O_CLOCK, small, "time")
    if "ish" in small:
        yield from _SIGN.all_in(_ISH_ALONE, small, "time")
    if passage.has_any({"am", "pm", "m"}):
        yield from _SIGN.all_in(_IN_WORDS_HALF, small, "time")
