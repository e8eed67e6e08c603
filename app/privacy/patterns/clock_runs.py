"""Hours of a day in four figures, and in three behind "at": "0915", "arr 1405", "at 930"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COUNTED = (
    r"(?!\s(?:words|people|pounds|children|families|cases|hours|miles|of|quid|calories|steps|"
    r"characters|emails|unread|percent|grams|mls?|others|more|times|pages|staff|homes|a year))"
)
_END = rf"(?![\w%:/+]|[.,]\d|[ -]\d{{3}}(?!\d)|-\d{{1,3}}(?!\d)|'){_COUNTED}"
_BEHIND = (
    r"(?=\s?(?:[.,;:!?)]|\n|\Z|-(?=[012]\d[0-5]\d))|\s(?:and|but|when|i|we|she|he|they|it|to|"
    r"until|till|til|on|dep|arr|out|in|hv|tc|re|"
    r"with|for|because|so|then|mum|dad|sharp|the|a|nobody|no|at|by|hrs|today|tonight|that|this|"
    r"time|start|from|before|after|his|her|my|our|exactly|as|mon|tues?|weds?|thurs?|fri|sat|sun|"
    r"[a-z]{3,6}day|home|school|nurse|police|visit|call|room|approx|or so|ish)\b)"
)
_HOUR = r"(?:0\d|1\d|2[0-3])[0-5]\d"
_SAFE_HOUR = r"(?:0\d|1[0-8]|2[1-3])[0-5]\d"  # no year
# What is done or noted at an hour; figures behind it are one.
_DONE = (
    r"at|@|timed at|arrived?|arr|left|rang|called|logged|dep(?:arted)?|signed in|signed out|"
    r"time of (?:call|arrival|birth|death)|time:|times:|time -|timed|started|finished|ended|"
    r"seen|t/?c|hv|edt|oncall|999|ambulance|paramedics|collected|picked up|dropped off|pick[- ]?up|"
    r"drop[- ]?off|returned|woke|fed|feeds?|meds?|meds at|conf|conference|appt|"
    r"today|yesterday|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|sat|sun"
)
_RUN = re.compile(
    rf"\b(?:(?:{_DONE})\.?,?:?\s(?P<time>{_SAFE_HOUR}){_END}|"
    r"(?:by|from|until|till|til|since|between|and|to|time|call|around|about|before|out|in|start|"
    r"finish|end|visit|contact|clock|log|"
    rf"after|-)[:,]?\s?(?P<led>{_SAFE_HOUR}){_END}{_BEHIND}|"
    rf"at\s(?P<late>(?:19|20)[0-5]\d){_END}{_BEHIND}|"
    rf"(?:at|for|about|around|by|until|till|since)\s(?P<short>[1-9](?:15|30|45)){_END}{_BEHIND})"
)
# Two of them with a line or a word between; a night on duty: "2300 to 0700", "1600-1630".
_PAIR = re.compile(
    rf"(?<![\w£$.,/-])(?P<time>(?P<one>{_HOUR})\s?(?:-|to|till?|until|"
    rf"/)\s?(?P<other>{_HOUR})){_END}"
)
# Nothing else begins with a nought and has four figures, but the codes of telephones.
_EARLY = re.compile(rf"(?<![\w£$.,:/+#(-])(?P<time>0\d[0-5]\d){_END}(?!\s\d{{5}})")
_NO_HOUR = re.compile(
    r"(?:#\s?|\b(?:ext|extension|code|pin|room|no|num|number|id|ref|ending|ends|with|digits|card|"
    r"badge|"
    r"page|case|collar|words due,?|pc|ps|pcso|locker|door|passcode|password|log|cad|serial|"
    r"incident|ring|"
    r"dial|dialled|from 0?1?\d{4}))[.:#]?\s?(?:is\s|was\s)?\Z"
)
_CODED = re.compile(r"\b(?:code|pin|password|passcode|extension|log-?in)\b")
_ON_RECORD = re.compile(
    r"\s?\b(?:on|by|according to|per) (?:the )?(?:cctv|clock|camera|log|door|doorbell|dashcam)\b"
)
_RECORD = re.compile("cctv|clock|camera|log|door|dashcam")
_SEEN_AT = re.compile(rf"(?<![\w£$.,:/+#(-])(?P<time>{_SAFE_HOUR})(?=\s)")
_MAY_BE_ONE = re.compile(r"(?:\b0\d|\b1\d|\b2[0-3])[0-5]\d\b|\b[1-9](?:15|30|45)\b")
_FURTHEST = 24  # characters before figures that say what they are


def runs_in(small: str, *, is_counting: bool) -> Iterator[tuple[re.Match[str], str, int]]:
    """Give each such hour with the group in which it stands, and the hour of the day."""
    if not _MAY_BE_ONE.search(small):
        return
    yield from _led(small, is_counting=is_counting)
    for match in _by_themselves(small):
        yield match, "time", int(match["time"][:2])


def _led(small: str, *, is_counting: bool) -> Iterator[tuple[re.Match[str], str, int]]:
    for match in _RUN.finditer(small):
        group = next(each for each in ("time", "led", "late", "short") if match[each])
        words = match[group]
        is_count = is_counting and group in ("led", "short") and not words.startswith("0")
        if not is_count:
            yield match, group, int(words[:-2])


def _by_themselves(small: str) -> Iterator[re.Match[str]]:
    for match in _PAIR.finditer(small):
        if _is_a_pair(match["one"], match["other"]):
            yield match
    for match in () if _CODED.search(small) else _EARLY.finditer(small):
        if not _NO_HOUR.search(small, max(match.start() - _FURTHEST, 0), match.start()):
            yield match
    if _RECORD.search(small):
        for match in _SEEN_AT.finditer(small):
            if _ON_RECORD.match(small, match.end()):
                yield match


def _is_a_pair(one: str, other: str) -> bool:
    """Say whether these are hours and no years or counts: the first is early, or not whole."""
    is_early = one.startswith("0") or other.startswith("0")
    if is_early:
        return True
    minutes = {one[2:], other[2:]}
    return minutes <= {"00", "15", "30", "45"} and minutes != {"00"}
