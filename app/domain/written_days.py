"""Reads days as people in Britain write them: 5/3/24 is the fifth of March."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{}>january|february|march|april|may|june|july|august|september|sept|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
)
_YEAR = r"(?P<{}>\d{{4}}|\d{{2}})"
_DAY = re.compile(
    rf"""(?<![\d./-]){_WEEKDAY}(?:
      (?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})
    | (?P<d2>\d{{1,2}})(?P<between>[/.-])(?P<m2>\d{{1,2}})(?P=between){_YEAR.format("y2")}
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH.format("w3")},?[\s-]+
      {_YEAR.format("y3")}
    | {_MONTH.format("w4")}\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})
    )(?!\d|[./-]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 200  # characters that are looked through: a day stands at the beginning or nowhere
_THIS_CENTURY = 70  # two digits below this are of the 2000s
_FULL_YEAR = 100


def first_day_in(text: str) -> date | None:
    """Give the first day named in the beginning of a text."""
    for found in _DAY.finditer(text[:_LONGEST]):
        with suppress(ValueError):
            return _day_of(found)
    return None


def day_of(text: str) -> date | None:
    """Give the day that a text is, if it is nothing else."""
    found = _DAY.fullmatch(text.strip().rstrip("."))
    if found is not None:
        with suppress(ValueError):
            return _day_of(found)
    return None


def _day_of(found: re.Match[str]) -> date:
    given = {
        key[0]: value for key, value in found.groupdict().items() if value and key[1:].isdigit()
    }
    month = int(given["m"]) if "m" in given else _MONTHS.index(given["w"][:3].lower()) + 1
    year = int(given["y"])
    if year < _FULL_YEAR:
        year += 2000 if year < _THIS_CENTURY else 1900
    return date(year, month, int(given["d"]))
