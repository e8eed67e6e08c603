"""Months, weekdays and days as people write them, and the season that stands for a day."""

from __future__ import annotations

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_SEASONS = ("winter", "spring", "summer", "autumn")

# Patterns for small letters.
MONTH = (
    r"(?:jan(?:uary|urary)?|feb(?:ruary|uary|urary|ruray)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|"
    r"sept?(?:ember|emeber)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember|emeber)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes|nesday|ensday)?|thu(?:r(?:s(?:day)?)?)?|"
    r"fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
NTH = r"(?:st|nd|rd|th)"

MONTH_WORDS = (
    frozenset(_NAMES)
    | frozenset(_NUMBERS)
    | {"sept"}
    | {"febuary", "feburary", "janurary", "decemeber"}
)
MOST_DAYS, MOST_MONTHS = 31, 12
_SHORT_YEAR, _THIS_CENTURY = 2, 50  # figures; below it is 20.., from it on 19..


def month_of(words: str) -> int:
    """Give the number of a month that is written in small letters or in figures."""
    return int(words) if words.isdigit() else _NUMBERS[words[:3]]


def season_of(month: int, year: str | None) -> str:
    """Give words such as "spring 2025", or "that spring" where no year is written."""
    season = _SEASONS[month % MOST_MONTHS // 3]
    if not year:
        return f"that {season}"
    digits = year.lstrip("'")
    if len(digits) == _SHORT_YEAR:
        digits = ("20" if int(digits) < _THIS_CENTURY else "19") + digits
    return f"{season} {digits}"
