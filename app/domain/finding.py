"""What a person searches for in the journal, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.calendar_words import local_day
from app.domain.sharing import Sharing


class Days(Enum):
    """Which days a search compares; a reflection without an event has its day of writing."""

    OF_EVENT = "event"
    OF_WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Search:
    """Words and filters that all must hold; the default finds everything, newest first.

    Sharing asks for reflections with an answer that is shared so; private, for those with none
    that is shared at all.
    """

    words: str = ""
    form_id: str | None = None
    theme: str | None = None
    is_complete: bool | None = None
    since: date | None = None
    until: date | None = None
    days: Days = Days.OF_EVENT
    sharing: Sharing | None = None
    has_open_actions: bool | None = None
    limit: int = 50
    offset: int = 0

    @property
    def listed_by(self) -> Days:
        """Which days order what is found and are shown with it: those asked for, if any are."""
        asks_for_days = self.since is not None or self.until is not None
        return self.days if asks_for_days else Days.OF_WRITING


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an extract; the found ones match the search."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class ReflectionOutline:
    """What a list shows of a reflection, without its answers."""

    id: str
    title: str
    form_id: str
    form_title: str
    begun_at: datetime
    changed_at: datetime
    event_date: date | None
    is_complete: bool
    themes: tuple[str, ...]
    sharing: Sharing
    extract: tuple[Piece, ...]

    def day_by(self, days: Days) -> date:
        """Give its day of the event, if it has one, or of the writing."""
        if days is Days.OF_EVENT and self.event_date is not None:
            return self.event_date
        return local_day(self.begun_at)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found, the newest first by these days, and how many in all."""

    outlines: tuple[ReflectionOutline, ...]
    total: int
    in_journal: int
    days: Days = Days.OF_WRITING


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is still to be done, and where it was written.

    The position counts from 0 within the answer to the prompt.
    """

    reflection_id: str
    reflection_title: str
    form_title: str
    prompt_key: str
    position: int
    what: str
    who: str
    by_when: date | None
