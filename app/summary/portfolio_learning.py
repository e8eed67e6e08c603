"""Learning over time: the pieces and the themes of a portfolio, counted by stretches of months."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar_words import month_and_year, month_name, months_from
from app.summary.document import BarRow, Bars, Block, DocumentSection, Note
from app.summary.leaving_texts import THEMES
from app.summary.portfolio_basis import PortfolioBasis

_MOST_ROWS, _MOST_COLUMNS, _MOST_THEMES = 24, 4, 12
_MONTHS_IN_A_YEAR = 12
_STEPS = (1, 3, 6, 12)
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some whole months, from the first day of the first to the last day of the last."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """The months: “March 2026”, “Mar–May 2026”, “Dec 2025–Feb 2026”."""
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return month_and_year(self.first)
        begin, end = month_name(self.first)[:_SHORT], month_name(self.last)[:_SHORT]
        if self.first.year == self.last.year:
            return f"{begin}–{end} {self.last.year}"
        return f"{begin} {self.first.year}–{end} {self.last.year}"

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last


def stretches(first: date, last: date, most: int) -> tuple[Stretch, ...]:
    """Part some days into stretches of equal length, as short as gives no more than so many."""
    months = _months_between(first, last) + 1
    step = next((each for each in _STEPS if months <= each * most), 0)
    if not step:
        years = -(-months // (most * _MONTHS_IN_A_YEAR))
        step = years * _MONTHS_IN_A_YEAR
    begin = first.replace(day=1)
    firsts = [months_from(begin, at) for at in range(0, months, step)]
    ends = [each - timedelta(days=1) for each in firsts[1:]]
    return tuple(map(Stretch, firsts, (*ends, last)))


def learning_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give the charts, each of them a table too; nothing where there is nothing to count."""
    return [*_pieces(basis), *_themes(basis)]


def _pieces(basis: PortfolioBasis) -> list[DocumentSection]:
    if not basis.pieces:
        return []
    days = [each.standing.piece.day for each in basis.pieces]
    over = stretches(basis.first, basis.last_told, _MOST_ROWS)
    rows = tuple(BarRow(each.words, (sum(map(each.holds, days)),)) for each in over)
    return [DocumentSection("Pieces over time", (Bars(("When", "Pieces"), rows),))]


def _themes(basis: PortfolioBasis) -> list[DocumentSection]:
    counts = Counter(name for each in basis.themes for name in each.names)
    if not counts:
        return []
    names = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    newest = max(each.day for each in basis.themes)
    over = stretches(basis.first, max(newest, basis.last_told), _MOST_COLUMNS)
    rows = tuple(
        BarRow(name, tuple(_uses(basis, name, each) for each in over))
        for name in names[:_MOST_THEMES]
    )
    headings = ("Theme", *(each.words for each in over))
    told = "How many finished reflections with something marked for CPD carry each theme."
    blocks: list[Block] = [Note(told), Bars(headings, rows)]
    left = len(names) - len(rows)
    if left:
        are = "theme is" if left == 1 else "themes are"
        blocks.append(Note(f"{left} more {are} left out; none is used more often than these."))
    return [DocumentSection("Themes over time", tuple(blocks), holds=THEMES)]


def _uses(basis: PortfolioBasis, name: str, stretch: Stretch) -> int:
    return sum(name in each.names for each in basis.themes if stretch.holds(each.day))


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * _MONTHS_IN_A_YEAR + last.month - first.month
