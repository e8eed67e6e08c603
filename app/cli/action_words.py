"""Actions as JSON tables and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from app.domain.placed_action import (
    ActionGroup,
    PlacedAction,
    carried_words,
    source_words,
    when_words,
)
from app.rendering.plain_text import clean_line


def place_words(placed: PlacedAction) -> str:
    """Name an action for good: its reflection, the prompt, and its place in the answer."""
    return f"{placed.reflection_id}/{placed.prompt_key}/{placed.position}"


def action_table(placed: PlacedAction) -> dict[str, Any]:
    """Give one action as a JSON table."""
    action = placed.action
    return {
        "place": place_words(placed),
        "what": action.what,
        "who": action.who,
        "by_when": _day(action.by_when),
        "how_known": action.how_known,
        "done_on": _day(action.done_on),
        "came_of_it": action.came_of_it,
        "dropped_on": _day(action.dropped_on),
        "dropped_because": action.dropped_because,
        "carried": action.carried,
        "on_record": action.is_on_record,
        "checks": list(action.checks),
        "id": placed.reflection_id,
        "title": placed.reflection_title,
        "form_title": placed.form_title,
    }


def action_lines(groups: Sequence[ActionGroup], today: date) -> Iterator[str]:
    """Give the actions under their headings, each with the number by which it can be named."""
    number = 0
    for group in groups:
        yield f"{group.heading}:"
        for placed in group.actions:
            number += 1
            yield f"{number:>4}  {action_line(placed, today)}"
    if not number:
        yield "No actions."


def action_line(placed: PlacedAction, today: date) -> str:
    """Give one action on a line: what, who, when, and where it came from."""
    action = placed.action
    parts = (
        action.what,
        action.who,
        when_words(action, today),
        carried_words(action.carried),
        f"from {source_words(placed, today)}",
    )
    return " · ".join(clean_line(part) for part in parts if part.strip())


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
