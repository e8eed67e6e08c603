"""Counts over the whole journal: what a search finds on each day and under each theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime

from app.domain.calendar_words import local_day
from app.domain.finding import Days, Search
from app.domain.overview import DayCount, ThemeUse
from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.search import Finder
from app.vault.stored_text import cleaned

# Counted here, not there: to sort or join so many rows costs the database ten times as much. The
# themes it has in order already.
_DAY_OF_EACH = "SELECT CAST(id AS TEXT), day FROM reflection"
_MOMENT_OF_EACH = "SELECT CAST(id AS TEXT), begun_at FROM reflection"
_THEMES = "SELECT name, group_concat(reflection) FROM theme GROUP BY name"
_WITH_THEME = "SELECT uid FROM reflection WHERE id IN (SELECT reflection FROM theme WHERE name = ?)"


class Overview:
    """Answers for all years at once, so that nothing need be asked to turn a page.

    What the whole journal holds is recalled until something is written: words are typed into a
    search over a calendar too.
    """

    def __init__(self, database: Database, finder: Finder) -> None:
        self._database = database
        self._finder = finder
        self._days: dict[Days, Mapping[str, str]] = {}
        self._users: tuple[tuple[str, frozenset[str]], ...] | None = None
        self._days_of_all: dict[Days, tuple[DayCount, ...]] = {}
        self._themes_of_all: dict[Days, tuple[ThemeUse, ...]] = {}
        database.when_written(self.forget)

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._days.clear()
        self._users = None
        self._days_of_all.clear()
        self._themes_of_all.clear()

    def read_ahead(self, progress: Progress) -> None:
        """Count the whole journal before anybody asks.

        Raises:
            Cancelled: something else is to be done.
            JournalDamaged: the tables hold something that we never store.
        """
        self.days(Search())
        progress(0.5)
        self.themes(Search())

    def days(self, search: Search) -> tuple[DayCount, ...]:
        """Count what matches on each day that has any, the earliest first.

        Raises:
            JournalDamaged: the tables hold something that we never store.
        """
        ids = self._finder.ids(search)
        if ids is not None:
            return self._days_among(search.days, ids)
        if search.days not in self._days_of_all:
            self._days_of_all[search.days] = self._days_among(search.days, None)
        return self._days_of_all[search.days]

    def themes(self, search: Search) -> tuple[ThemeUse, ...]:
        """Give every theme of what matches, the most used first.

        Raises:
            JournalDamaged: the tables hold something that we never store.
        """
        ids = self._finder.ids(search)
        if ids is not None:
            return self._themes_among(search.days, ids)
        if search.days not in self._themes_of_all:
            self._themes_of_all[search.days] = self._themes_among(search.days, None)
        return self._themes_of_all[search.days]

    def with_theme(self, theme: str) -> frozenset[str]:
        """Give the ids of the reflections that have a theme."""
        return frozenset(row[0] for row in self._database.rows(_WITH_THEME, (cleaned(theme),)))

    def _days_among(self, which: Days, ids: frozenset[str] | None) -> tuple[DayCount, ...]:
        with taken_as_stored():
            days = self._day_of_each(which)
            found = days.values() if ids is None else (days[each] for each in ids & days.keys())
            counts = Counter(found)
            return tuple(DayCount(date.fromisoformat(day), counts[day]) for day in sorted(counts))

    def _themes_among(self, which: Days, ids: frozenset[str] | None) -> tuple[ThemeUse, ...]:
        with taken_as_stored():
            days = self._day_of_each(which)
            if self._users is None:
                rows = self._database.rows(_THEMES)
                self._users = tuple((name, frozenset(those.split(","))) for name, those in rows)
            among = ((name, all_ if ids is None else all_ & ids) for name, all_ in self._users)
            found = [_use(name, [days[each] for each in using]) for name, using in among if using]
            found.sort(key=lambda use: (-use.count, use.name.casefold(), use.name))
        return tuple(found)

    def _day_of_each(self, days: Days) -> Mapping[str, str]:
        """Give the day of each reflection by its id inside the database, both as texts."""
        if days not in self._days:
            self._days[days] = self._read_days(days)
        return self._days[days]

    def _read_days(self, days: Days) -> Mapping[str, str]:
        if days is Days.OF_EVENT:
            return dict(self._database.rows(_DAY_OF_EACH))
        moments = self._database.rows(_MOMENT_OF_EACH)
        return {each: local_day(datetime.fromisoformat(at)).isoformat() for each, at in moments}


def _use(name: object, days: Collection[str]) -> ThemeUse:
    if not isinstance(name, str):
        raise TypeError("a theme is a text")
    years = Counter([day[:4] for day in days])
    by_year = tuple(sorted((int(year), count) for year, count in years.items()))
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    return ThemeUse(name, len(days), first, last, by_year)
