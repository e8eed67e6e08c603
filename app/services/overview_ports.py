"""What the services need to look at the whole journal at once, named as Protocols."""

from __future__ import annotations

from typing import Protocol

from app.domain.finding import Search
from app.domain.overview import DayCount, ThemeUse
from app.domain.progress import Progress


class OverviewShelf(Protocol):
    """Counts what a search finds, without reading any of it."""

    def days(self, search: Search) -> tuple[DayCount, ...]:
        """Count what matches on each day that has any, the earliest first.

        The days are those that the search compares: of the event or of writing.
        """
        ...

    def themes(self, search: Search) -> tuple[ThemeUse, ...]:
        """Give every theme of what matches, the most used first."""
        ...

    def read_ahead(self, progress: Progress) -> None:
        """Count the whole journal before anybody asks.

        Raises:
            Cancelled: something else is to be done.
        """
        ...

    def with_theme(self, theme: str) -> frozenset[str]:
        """Give the ids of the reflections that have a theme."""
        ...


class CountedVault(Protocol):
    """An open journal, as far as it can be counted."""

    @property
    def overview(self) -> OverviewShelf:
        """What it holds on each day and under each theme."""
        ...

    def themes(self) -> tuple[tuple[str, int], ...]:
        """Give every theme in use with how often, most used first."""
        ...

    def form_use(self) -> tuple[tuple[str, int], ...]:
        """Give every form id in use with how many reflections, most used first."""
        ...
