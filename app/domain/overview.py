"""How the reflections of a journal lie over days, months and years, and under its themes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from app.domain.finding import Search


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many reflections there are on one day."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many reflections there are in one month, which is named by its first day."""

    month: date
    count: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many reflections there are in one year, and in each of its months that has any."""

    year: int
    count: int
    months: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True)
class ThemeUse:
    """How often a theme is used, on which days first and last, and how often in each year."""

    name: str
    count: int
    first: date
    last: date
    by_year: tuple[tuple[int, int], ...]  # the earliest first; only years that have any


def years_of(days: Iterable[DayCount]) -> tuple[YearCount, ...]:
    """Gather days in their order into months and years, the newest first."""
    months = [
        MonthCount(month, sum(each.count for each in some))
        for month, some in groupby(days, lambda each: each.day.replace(day=1))
    ]
    months.reverse()
    years = []
    for year, some in groupby(months, lambda each: each.month.year):
        of_year = tuple(some)
        years.append(YearCount(year, sum(each.count for each in of_year), of_year))
    return tuple(years)


def within(search: Search, first: date, last: date) -> Search:
    """Give a search within days, besides those that it asks for already."""
    since = first if search.since is None else max(search.since, first)
    until = last if search.until is None else min(search.until, last)
    return replace(search, since=since, until=until)
