"""Hours of a day, to the minute or spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

_HALF = r"[ap]\.?\s?m\b\.?"
_CLOCK = re.compile(
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:-|to|until|and)\s?(?=[\d:.]{1,5}\s?[ap]\.?m))?"
    r"(?:(?P<hour>[01]\d|2[0-3]|\d)(?P<by>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    rf"(?P<half>\s?{_HALF})?|(?P<whole>1[0-2]|0?[1-9])\s?(?P<noon>{_HALF})|"
    r"(?P<run>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours|h)\b|"
    r"(?P<french>[01]?\d|2[0-3])h[0-5]\d)(?![\w%:]|[.,]\d)"
)
_RUN_AT = re.compile(r"\bat\s(?P<time>(?P<run>(?:0\d|1[0-8])[0-5]\d))(?![\w%:/-]|[.,]\d)")
_NUMBERS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|midday|"
    r"1[0-2]|[1-9])"
)
_SPOKEN = re.compile(
    rf"\b(?:quarter (?:past|to)|half past|(?:twenty[- ]five|twenty|ten|five|5|10|20|25)"
    rf"(?:\smin(?:ute)?s?)? past) {_NUMBERS}\b(?!\s?(?:years|%))"
)
_SPOKEN_TO = re.compile(
    r"\b(?:at|by|until|till|about|around|before|after|since|just|nearly|almost|was|not) "
    rf"(?P<time>(?:(?:twenty[- ]five|twenty|ten|five|5|10|20|25)(?:\smin(?:ute)?s?)? to|half)"
    rf" {_NUMBERS})\b"
    r"(?!\s?(?:years|%|min|hour|day|week|month|child|people|visit|session|times|of|per|or|-|and a))"
)
_SPOKEN_WORDS = word_set("past to quarter half")
_HALF_WORDS = word_set("am pm a p hrs hours h")
_MEASURED = re.compile(
    r"\s?(?:%|kg|st\b|lbs?|cm|m\b|miles?|km|per\b|out of|/|hours?\b|hrs\b|mins?\b|minutes|weeks|"
    r"years|months|days|gpa|million|grams|ml|mg|litres|metres|ratio|staff)"
)
_RATIO = re.compile(
    r"\b(?:ratio|scale|staffing|odds|genesis|psalm|john|luke|mark|matthew)\b[\w\s]{0,9}\Z"
)
_AT = re.compile(
    r"(?:\b(?:at|by|from|until|till|to|about|around|since|just|before|after|between|and|nearly|"
    r"past|was|its|it's|timed|time|called)\s|[(\-]\s?)\Z"
)
_NOON = 12
_BANDS = (
    (5, "in the night"),
    (12, "in the morning"),
    (18, "in the afternoon"),
    (25, "in the evening"),
)
_BEFORE, _AFTER = 16, 12  # characters that say what the figures are
_OWNED = re.compile(r"\b(?:the|a|an|my|our|their|her|his|this|that|every|each)\s\Z")
_NAMED = re.compile(
    r"\s(?:[a-z]+\s)?(?:visit|call|meeting|session|appointment|slot|bus|train|contact|"
    r"handover|review|conference|email|text|pick-?up|start|finish|hearing|deadline)s?\b"
)

_LIKELY = (IdentifierKind.EXACT_TIME, "an exact time", Confidence.LIKELY)
_SPOKEN_SIGN = Sign(IdentifierKind.EXACT_TIME, "an exact time", Confidence.WORTH_A_LOOK, "that day")


def time_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give hours of a day."""
    small = passage.small
    if passage.has_digit:
        if ":" in small or "." in small or passage.has_any(_HALF_WORDS):
            yield from _on_the_clock(small)
        if "at" in passage.words:
            for match in _RUN_AT.finditer(small):
                yield Sign(*_LIKELY, _part_of_day(match)).of(match, "time")
    if passage.has_any(_SPOKEN_WORDS):
        for match in _SPOKEN.finditer(small):
            yield _SPOKEN_SIGN.of(match)
        for match in _SPOKEN_TO.finditer(small):
            yield _SPOKEN_SIGN.of(match, "time")


def _on_the_clock(small: str) -> Iterator[PossibleIdentifier]:
    for match in _CLOCK.finditer(small):
        start, end = match.span()
        before = small[max(start - _BEFORE, 0) : start]
        if before[-1:].isalnum() or before[-1:] in ("£", "$", "€", ":", ".", "/", "'"):
            continue
        is_sure = match["half"] or match["noon"] or match["run"]
        if not is_sure and _is_no_hour(match, before, small[end : end + _AFTER]):
            continue
        suggestion = _part_of_day(match)
        if _OWNED.search(before) and _NAMED.match(small, end, end + 30):
            suggestion = suggestion.rpartition(" ")[2]  # "the 2.30 visit" is "the afternoon visit"
        yield Sign(*_LIKELY, suggestion).of(match)


def _is_no_hour(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether the figures are a measure, a ratio, or a number with a point."""
    if _MEASURED.match(after) or _RATIO.search(before):
        return True
    return match["by"] == "." and not _AT.search(before)


def _part_of_day(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts["run"]:
        hour = int(parts["run"][:2])
    else:
        hour = int(parts["hour"] or parts["whole"] or parts["french"])
        half = (parts["half"] or parts["noon"] or "").strip()
        if half.startswith("p") and hour < _NOON:
            hour += _NOON
        elif half.startswith("a") and hour == _NOON:
            hour = 0
    return next(words for end, words in _BANDS if hour < end)
