"""How a season or a part of the day fits where a day or an hour stood: "in spring", not "on"."""

from __future__ import annotations

import re

_SEASON = re.compile(r"(?:early |late |mid-?)?(?:spring|summer|autumn|winter)\b", re.IGNORECASE)
_POINTING = re.compile(r"(?:that|this|last|one) \w+$|(?:in|during|at) ", re.IGNORECASE)
_INSIDE = re.compile(r"(?:in|during|at) (?=the\b|night\b)", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs)?|fri|sat|sun)"
_BEFORE = re.compile(
    rf"(?P<by>\b(?:on|at|of|by|from|before|after|until|till|since|around|about|to)[ \t]+)?"
    rf"(?P<the>(?P<weekday>{_WEEKDAY}\.?,?[ \t]+)?(?:the[ \t]+)?)$",
    re.IGNORECASE,
)
_FURTHEST = 40


def fitted_time(text: str, start: int, label: str, free_from: int) -> tuple[int, str] | None:
    """Give from where the text gives way, and to what; nothing if the label names no time."""
    is_season = _SEASON.match(label) is not None
    if not is_season and not _POINTING.match(label):
        return None
    before = _BEFORE.search(text, max(free_from, start - _FURTHEST), start)
    by = before["by"] or "" if before else ""
    if before is None or not (by or before["the"]):
        return start, label
    word = by.strip().lower()
    if word in ("on", "at", "of"):
        # "On 3 May" becomes "in spring", "at 3 pm" becomes "in the afternoon".
        words = f"in {label}" if is_season else label
        return before.start(), words[0].upper() + words[1:] if by[0].isupper() else words
    if word:
        return before.start(), f"{by}{_INSIDE.sub('', label)}"
    return before.start("the") if before["weekday"] else start, label
