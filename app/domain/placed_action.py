"""An action with the place where it was written: what every list of actions is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.answer import Action
from app.domain.calendar_words import (
    day_seen_from,
    due_words,
    month_and_year,
    plain_date,
    weekday_and_day,
)
from app.domain.reflection import Reflection

SESSION_FORM_ID = "supervision_session"
_WEEK = timedelta(days=6)  # with today seven days
_TOMORROW = 1
_ONCE, _TWICE = 1, 2


class ActionState(Enum):
    """How an action stands; one that was carried forward is open too."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class PlacedAction:
    """An action and where it stands.

    The position counts from 0 within the answer to the prompt; the day is the reflection's.
    """

    reflection_id: str
    prompt_key: str
    position: int
    action: Action
    reflection_title: str
    form_id: str
    form_title: str
    day: date
    is_complete: bool = True

    def is_in(self, state: ActionState) -> bool:
        """Say whether the action stands so."""
        return _IS_IN[state](self.action)


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions under one heading: “Late”, “This week”, or the month in which they were done."""

    heading: str
    actions: tuple[PlacedAction, ...]


_IS_IN: dict[ActionState, Callable[[Action], bool]] = {
    ActionState.OPEN: lambda action: action.is_open,
    ActionState.DONE: lambda action: action.done_on is not None,
    ActionState.DROPPED: lambda action: action.dropped_on is not None and action.done_on is None,
    ActionState.CARRIED: lambda action: action.is_open and action.carried > 0,
}


def is_session_to_come(reflection: Reflection) -> bool:
    """Say whether this is the next supervision: the draft on the form of sessions."""
    return reflection.form_id == SESSION_FORM_ID and not reflection.is_complete


def last_day_of_week(today: date) -> date:
    """Give the last of the seven days from today that “this week” means."""
    return today + min(_WEEK, date.max - today)


def grouped(
    actions: Iterable[PlacedAction], state: ActionState, today: date
) -> tuple[ActionGroup, ...]:
    """Give the actions that stand so, in their groups: the soonest due or the last closed first."""
    found = [each for each in actions if each.is_in(state)]
    if state in (ActionState.OPEN, ActionState.CARRIED):
        found.sort(key=lambda each: each.action.by_when or date.max)
        return _by_heading(found, lambda each: _when(each.action.by_when, today))
    found.sort(key=_closed_on, reverse=True)
    return _by_heading(found, lambda each: month_and_year(_closed_on(each)))


def due_within_a_week(actions: Iterable[PlacedAction], today: date) -> int:
    """Count the open actions that are late or due within seven days."""
    last = last_day_of_week(today)
    days = (each.action.by_when for each in actions if each.action.is_open)
    return sum(1 for day in days if day is not None and day <= last)


def source_words(placed: PlacedAction, today: date) -> str:
    """Say where an action came from: a title, or “Supervision, 6 October”."""
    if placed.form_id != SESSION_FORM_ID:
        return " ".join(placed.reflection_title.split()) or placed.form_title
    if not placed.is_complete:
        return "Next supervision"
    return f"Supervision, {day_seen_from(placed.day, today)}"


def when_words(action: Action, today: date) -> str:
    """Say when an action is due, or when it was closed: "2 days late", "Friday 23 October"."""
    day = action.by_when
    if not action.is_open or day is None:
        return closed_words(action, today)
    is_this_week = _TOMORROW < (day - today).days <= _WEEK.days
    return weekday_and_day(day) if is_this_week else due_words(day, today)


def closed_words(action: Action, today: date | None = None) -> str:
    """Say when an action was done or dropped, without the year where that is today's."""
    closed_on, word = action.done_on or action.dropped_on, "done" if action.done_on else "dropped"
    if closed_on is None:
        return ""
    return f"{word} {day_seen_from(closed_on, today) if today else plain_date(closed_on)}"


def carried_words(carried: int) -> str:
    """Say how often the day of an action was moved on, or nothing."""
    if carried <= 0:
        return ""
    times = {_ONCE: "once", _TWICE: "twice"}.get(carried, f"{carried} times")
    return f"carried forward {times}"


def _when(by_when: date | None, today: date) -> str:
    if by_when is None:
        return "No day"
    if by_when < today:
        return "Late"
    return "This week" if by_when <= last_day_of_week(today) else "Later"


def _closed_on(placed: PlacedAction) -> date:
    return placed.action.done_on or placed.action.dropped_on or date.min


def _by_heading(
    actions: Iterable[PlacedAction], heading_of: Callable[[PlacedAction], str]
) -> tuple[ActionGroup, ...]:
    groups: dict[str, list[PlacedAction]] = {}
    for each in actions:
        groups.setdefault(heading_of(each), []).append(each)
    return tuple(ActionGroup(heading, tuple(found)) for heading, found in groups.items())
