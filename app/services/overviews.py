"""Looking at the whole journal at once: a calendar, a timeline, and its themes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.finding import Search
from app.domain.overview import DayCount, ThemeUse, YearCount, years_of
from app.domain.progress import Progress
from app.services.overview_ports import OverviewShelf


@dataclass(frozen=True, slots=True)
class Overviews:
    """What a person sees of one open journal before she reads."""

    shelf: OverviewShelf

    def read_ahead(self, progress: Progress) -> None:
        """Count the whole journal before anybody asks.

        Raises:
            Cancelled: something else is to be done.
        """
        self.shelf.read_ahead(progress)

    def calendar(self, search: Search) -> tuple[DayCount, ...]:
        """Count what a search finds on each day that has any, the earliest first."""
        return self.shelf.days(search)

    def timeline(self, search: Search) -> tuple[YearCount, ...]:
        """Count what a search finds in each month that has any, the newest first."""
        return years_of(self.shelf.days(search))

    def themes(self, search: Search) -> tuple[ThemeUse, ...]:
        """Give every theme of what a search finds, whichever of them it asks for."""
        return self.shelf.themes(replace(search, theme=None))
