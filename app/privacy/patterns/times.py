"""Hours of a day, to the minute or spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.clock_runs import runs_in
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.spoken_times import spoken_findings

_HALF = r"(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)"
_ON = r"\s?(?:-|to|until|till?)\s?"
# The end of a stretch: behind "to" it has minutes or a half of the day, else it may be a count.
_TAIL = (
    r"(?:\s?(?:-|until|till?)\s?(?:1\d|2[0-3]|0?\d)(?:[:.][0-5]\d)?|"
    rf"\s?to\s?(?:1\d|2[0-3]|0?\d)(?:[:.][0-5]\d(?:\s?{_HALF})?|\s?{_HALF}|\snoon\b))"
    rf"(?:\s?{_HALF}|\snoon\b)?"
)
_CLOCK = re.compile(
    rf"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:-|to|until|and)\s?(?=[\d:.]{{1,5}}\s?[ap]\.?m))?"
    r"(?:(?P<hour>[01]\d|2[0-3]|\d)(?P<by>[:.])(?P<minute>[0-5]\d)(?P<second>(?P=by)[0-5]\d)?"
    rf"(?P<half>\s?{_HALF})?(?P<hours>(?<=\d\d[.:]\d\d)\s?(?:hrs|hours|h)\b)?|"
    rf"(?P<joined>1[0-2]|0?[1-9])\s?[0-5]\d\s?(?P<of_joined>{_HALF})|"
    rf"(?P<whole>1[0-2]|0?[1-9])\s?(?P<noon>{_HALF})|"
    r"(?P<run>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours|h)\b|"
    r"(?P<french>[01]?\d|2[0-3])h[0-5]\d)"
    rf"(?:-?(?P<ish>ish)\b|(?P<tail>{_TAIL}))?(?![\w%]|[.,:]\d)"
)
# What is no measure: hours of meetings begin and end on the quarter.
_ON_A_QUARTER = re.compile(r"(?:\D|\A)\d{1,2}[.:](?:00|15|30|45)\b")
_MEASURED = re.compile(
    r"\s?(?:%|kg|st\b|lbs?|cm|m\b|miles?|km|per\b|out of|/|hours?\b|hrs\b|mins?\b|minutes|weeks|"
    r"years|months|days|gpa|million|grams|ml|mg|litres|metres|ratio|staff)"
)
_RATIO = re.compile(
    r"\b(?:ratio|scale|staffing|odds|genesis|psalm|john|luke|mark|matthew)\b[\w\s]{0,9}\Z"
)
_AT = re.compile(
    r"(?:\b(?:at|by|from|until|till|til|to|about|around|since|just|before|after|between|and|nearly|"
    r"past|was|its|it's|timed|time|called|rang|phoned|texted|arrived|leaves|left|began|begins|"
    r"started|starts|ended|ends|finished|finishes|woke|opens|closed|closes|knocked|gone|say|says|"
    r"approx|approximately|circa|exactly|roughly|only|almost|up|start|end|bus|train|in|out|home|"
    r"school|slot|is|not|half|the|my|her|his|our|every|@|today|tonight|tomorrow|yesterday|"
    r"arr|arrives|dep|departed|departs|finish|collected|dropped|pick-?up|drop-?off|off|bell|conf|"
    r"conference|meeting|mtg|visit|hv|tc|t/c|contact|ambulance|paramedics|police|999|edt|a&e|"
    r"listed for|booked for|set for|down for|court|hearing|review|lac|panel|strat|icpc|rcpc|appt|"
    r"appointment|clock|seen|bed|bedtime|tea|lunch|dinner|breakfast|meds|feed|fed|bath|curfew|"
    r"tues|dr|gp|nursery|rang me|texted me|rang mum|called me|logged|log|seen|asleep|awake|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|sat|sun)\.?,?\s|"
    r"[(@~]\s?|"
    r"\d\s?-\s?|:\s)\Z"
)
# Behind figures at the beginning of a note: "9.15 visit", "10.05: rang school".
_BEGINS = re.compile(r"(?:\A|\n|[.!?]\s)[-*\s]{0,4}\Z")
_NOTED = re.compile(
    r"\s?(?:[:;-](?:\s|\Z)|,\s)|\s(?:rang|called|phoned|arrived|left|seen|hv|tc|t/c|visit|"
    r"home visit|"
    r"mum|dad|nan|police|school|text|email|knocked|door|baby|still|and still|and no)\b"
)
_OF_THE_DAY = re.compile(
    r"\s?(?:in the (?:morning|afternoon|evening|night)|at night|this (?:morning|afternoon|evening)|"
    r"tonight|on the dot|sharp\b|prompt|o'? ?clock|last night|yesterday|tomorrow|onwards)"
)
# These stand before an hour only if a word behind says of what it is the hour: "the 8.15 bus".
_OWNING = re.compile(
    r"\b(?:is|not|half|the|my|her|his|our|every|in|out|(?<!pick[ -])up|only)\.?,?\s\Z"
)
_COUNTING = re.compile(
    r"\b(?:were|are|over|some|of|worked|total|did|spent|nearly|almost|under|have|had)\s\Z"
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
    r"\s(?:[a-z]+\s)?(?:visit|call|meeting|session|appointment|appt|slot|bus|train|contact|ferry|"
    r"handover|review|conference|email|text|pick-?up|start|finish|hearing|deadline|feed|alarm|"
    r"flight|tram|class|lesson|shift|bedtime|curfew|show|news|listing|ct|court|lac|panel|pick)s?\b|"
    r"\s(?:to|from|for|out of|off)\s[a-z]{3,}(?<!the)\b"
)
_HALF_WORDS = word_set("am pm a p hrs hours h")
_MONEY = word_set("paid fare cost costs price prices pounds quid pence budget spent parking")
_COUNTED = word_set(
    "budget cost costs words people pounds families children quid calories steps miles characters"
)

_LIKELY = (IdentifierKind.EXACT_TIME, "an exact time", Confidence.LIKELY)


def time_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give hours of a day."""
    small = passage.small
    if passage.has_digit:
        if ":" in small or "." in small or passage.has_any(_HALF_WORDS):
            yield from _on_the_clock(small, is_counting=passage.has_any(_MONEY))
        yield from _in_four_figures(passage)
    yield from spoken_findings(passage)


def _in_four_figures(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match, group, hour in runs_in(passage.small, is_counting=passage.has_any(_COUNTED)):
        yield Sign(*_LIKELY, _band(hour)).of(match, group)


def _on_the_clock(small: str, *, is_counting: bool) -> Iterator[PossibleIdentifier]:
    for match in _CLOCK.finditer(small):
        start, end = match.span()
        before = small[max(start - _BEFORE, 0) : start]
        is_count = match["run"] and match["run"].endswith("00") and _COUNTING.search(before)
        is_price = is_counting and match["by"] == "." and not _is_sure(match)
        if is_count or is_price:
            continue
        if before[-1:].isalnum() or before[-1:] in ("£", "$", "€", ":", ".", "/", "'"):
            continue
        if not _is_sure(match) and _is_no_hour(match, before, small[end : end + 2 * _AFTER]):
            continue
        suggestion = _part_of_day(match)
        if _OWNED.search(before) and _NAMED.match(small, end, end + 30):
            suggestion = suggestion.rpartition(" ")[2]  # "the 2.30 visit" is "the afternoon visit"
        yield Sign(*_LIKELY, suggestion).of(match)


def _is_sure(match: re.Match[str]) -> bool:
    """Say whether it is an hour by its form: "2pm", "1430hrs", "02.40 hrs"."""
    if match["hours"] and (match["hour"].startswith("0") or int(match["hour"]) > _NOON):
        return True
    if match["second"] and match["by"] == "." and int(match["minute"]) > _NOON:
        return True
    if match["tail"] and match["by"] == ".":
        return len(_ON_A_QUARTER.findall(match[0])) == match[0].count(".")
    return any(match[each] for each in ("half", "noon", "run", "of_joined", "ish"))


def _is_no_hour(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether the figures are a measure, a ratio, or a number with a point."""
    if match["hours"]:
        return match["by"] == "." and not _AT.search(before)
    is_measured = _MEASURED.match(after[:_AFTER]) or _RATIO.search(before)
    is_part = match["by"] == "." and match["hour"] == "0"
    if is_measured or is_part:
        return True
    if match["by"] != "." or _OF_THE_DAY.match(after):
        return False
    if _OWNING.search(before):
        return _NAMED.match(after) is None
    if _BEGINS.search(before):
        return _NOTED.match(after) is None and _NAMED.match(after) is None
    return not _AT.search(before)


def _part_of_day(match: re.Match[str]) -> str:
    if match["run"]:
        return _band(int(match["run"][:2]))
    hour = int(match["hour"] or match["whole"] or match["french"] or match["joined"])
    half = (match["half"] or match["noon"] or match["of_joined"] or "").strip()
    if half.startswith("p") and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    return _band(hour)


def _band(hour: int) -> str:
    return next(words for end, words in _BANDS if hour < end)
