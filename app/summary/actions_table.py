"""Actions as a table: what was to be done, by whom, how it stands and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.answer import Action
from app.summary.answer_words import action_state
from app.summary.document import Table, Tick


def actions_table(actions: Iterable[Action]) -> Table:
    """Make the table; a dash stands where there is nothing to tick any more."""
    rows = tuple(
        (_tick(action), _what_and_how(action), action.who.strip(), action_state(action))
        for action in actions
    )
    return Table(("Done", "What", "Who", "How it stands"), rows, (1.0, 4.2, 1.8, 2.2))


def _tick(action: Action) -> Tick | str:
    if action.done_on:
        return Tick.TICKED
    return "–" if action.dropped_on else Tick.OPEN


def _what_and_how(action: Action) -> str:
    """Say what there is to do, how one will know, and in a line of its own what came of it."""
    what, how_known = action.what.strip(), action.how_known.strip()
    lines = [f"{what} (how we know: {how_known})" if how_known else what]
    if action.came_of_it.strip():
        lines.append(f"What came of it: {action.came_of_it.strip()}")
    if action.dropped_because.strip():
        lines.append(f"Dropped because: {action.dropped_because.strip()}")
    return "\n".join(lines)
