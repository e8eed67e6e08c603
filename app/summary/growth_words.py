"""Parts of the standard and themes over time, as bars with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.domain.calendar_words import plain_date
from app.domain.cpd_year import YearStanding
from app.domain.framework import Framework
from app.domain.growth import Goal
from app.summary.document import BarRow, Bars
from app.summary.portfolio_basis import part_words
from app.summary.portfolio_learning import Stretch

MOST_THEMES = 10


def parts_over_years(framework: Framework | None, years: Sequence[YearStanding]) -> Bars | None:
    """Count for each part the pieces that touch it, year by year; None where there are no pieces.

    Years are given the earliest first; those before the first piece say nothing and are left out.
    """
    if framework is None or not any(year.pieces for year in years):
        return None
    first = next(at for at, year in enumerate(years) if year.pieces)
    shown = years[first:]
    rows = []
    for tag in framework.tags:
        key = f"{framework.id}/{tag.key}"
        counts = tuple(year.touched((key,))[key] for year in shown)
        rows.append(BarRow(part_words(framework, tag), counts))
    return Bars(("Part", *(year.year.name for year in shown)), tuple(rows))


def themes_over(uses: Iterable[tuple[Stretch, Mapping[str, int]]]) -> Bars | None:
    """Count the themes stretch by stretch, the most used first; None where there are none."""
    found = list(uses)
    totals = Counter[str]()
    for _, counts in found:
        totals.update(counts)
    if not totals:
        return None
    names = sorted(totals, key=lambda name: (-totals[name], name.casefold(), name))
    rows = (
        BarRow(name, tuple(counts.get(name, 0) for _, counts in found))
        for name in names[:MOST_THEMES]
    )
    return Bars(("Theme", *(stretch.words for stretch, _ in found)), tuple(rows))


def untouched(framework: Framework | None, year: YearStanding) -> list[tuple[str, str]]:
    """Give the parts that no piece of a year touches, by key and in words."""
    if framework is None:
        return []
    parts = [(f"{framework.id}/{tag.key}", part_words(framework, tag)) for tag in framework.tags]
    counts = year.touched(key for key, _ in parts)
    return [(key, part) for key, part in parts if not counts[key]]


def row_words(bars: Bars, row: BarRow) -> str:
    """Say a row in words, as it is read out: “4.2 Supervision. 2024–25: 1. 2025–26: none.”"""
    told = (
        f"{heading}: {count or 'none'}."
        for heading, count in zip(bars.headings[1:], row.counts, strict=True)
    )
    return " ".join((f"{row.label}.", *told))


def goal_line(goal: Goal, count: int, today: date) -> str:
    """Say by when a goal was to be reached, and whether anything since seems to belong to it."""
    when = ""
    if goal.by_when is not None:
        lead = "Was to be done by" if goal.is_overdue(today) else "By"
        when = f"{lead} {plain_date(goal.by_when)}. "
    if not count:
        return f"{when}Nothing that you have finished since shares its words."
    are = "reflection shares" if count == 1 else "reflections share"
    return f"{when}{count} finished {are} its words."
