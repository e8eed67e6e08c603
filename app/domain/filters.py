"""What a list is narrowed to beside words, as a person chooses and keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.date_span import DateSpan, days_of
from app.domain.finding import Days, Search
from app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class OwnDays:
    """Two days and all between them; either end may be open."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """None where anything goes. A span of days moves with today; own days stay."""

    is_complete: bool | None = None
    form_id: str | None = None
    theme: str | None = None
    dates: DateSpan | OwnDays | None = None
    days: Days = Days.OF_EVENT
    sharing: Sharing | None = None
    has_open_actions: bool | None = None

    @property
    def count(self) -> int:
        """How many narrow anything."""
        each = (
            self.is_complete,
            self.form_id,
            self.theme,
            self.dates,
            self.sharing,
            self.has_open_actions,
        )
        return sum(1 for value in each if value is not None)

    def search(self, words: str, today: date, limit: int = 50) -> Search:
        """Give a search for words within these."""
        since, until = self._between(today)
        return Search(
            words=words,
            form_id=self.form_id,
            theme=self.theme,
            is_complete=self.is_complete,
            since=since,
            until=until,
            days=self.days,
            sharing=self.sharing,
            has_open_actions=self.has_open_actions,
            limit=limit,
        )

    def _between(self, today: date) -> tuple[date | None, date | None]:
        if isinstance(self.dates, OwnDays):
            return self.dates.since, self.dates.until
        return days_of(self.dates, today) if self.dates else (None, None)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that was given a name."""

    name: str
    words: str = ""
    filters: Filters = field(default_factory=Filters)
