"""The registration year: calendar days only, so that no time zone moves a piece across its end."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

_FEBRUARY, _LEAP_DAY = 2, 29
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class YearStart:
    """The day on which a regulator's year begins, month and day."""

    month: int
    day: int

    def __post_init__(self) -> None:
        """Refuse what stands in no calendar; 29 February stands in some.

        Raises:
            ValueError: there is no such day in any year.
        """
        date(2000, self.month, self.day)

    def in_year(self, year: int) -> date:
        """Give the day in a calendar year; without a 29 February the next day is taken."""
        is_missing = (self.month, self.day) == (_FEBRUARY, _LEAP_DAY) and not calendar.isleap(year)
        return date(year, 3, 1) if is_missing else date(year, self.month, self.day)


@dataclass(frozen=True, slots=True, order=True)
class RegistrationYear:
    """A year from its first to its last day, both within it."""

    first: date
    last: date
    began: date | None = field(default=None, compare=False)  # before the person registered

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it; its last day does, to the end of that day."""
        return self.first <= day <= self.last

    def days_left(self, today: date) -> int:
        """Count the days from tomorrow to its last day; 0 on the last day and ever after."""
        return max((self.last - today).days, 0)

    def is_over(self, today: date) -> bool:
        """Say whether its last day is past."""
        return today > self.last

    @property
    def name(self) -> str:
        """The year as people call it: “2025–26”, or “2026” where it lies in one."""
        first = self.began or self.first
        if first.year == self.last.year:
            return str(first.year)
        return f"{first.year}–{self.last.year % 100:02}"

    def begun_by(self, since: date | None) -> RegistrationYear:
        """Give what is left of it for somebody who registered on a day within it."""
        is_within = since is not None and self.holds(since)
        return replace(self, first=since, began=self.first) if since and is_within else self


def year_holding(day: date, starts: YearStart) -> RegistrationYear:
    """Give the registration year in which a day lies."""
    begun = starts.in_year(day.year)
    year = day.year if day >= begun else day.year - 1
    return year_from(year, starts)


def year_from(year: int, starts: YearStart) -> RegistrationYear:
    """Give the registration year that begins in a calendar year, as far as the calendar goes."""
    first = date.min if year < MINYEAR else starts.in_year(year)
    last = date.max if year >= MAXYEAR else starts.in_year(year + 1) - _ONE_DAY
    return RegistrationYear(first, last)


def year_called(year: int, starts: YearStart) -> RegistrationYear:
    """Give the registration year that ends in a calendar year: 2026 is 2025–26."""
    this = year_from(year, starts)
    return this if this.last.year == year else year_from(year - 1, starts)
