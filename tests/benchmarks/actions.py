"""Every action of ten years: listed on the vault, beside the bare query for the same answers."""

import json

from app.domain.placed_action import ActionState, grouped
from app.vault import all_actions
from tests.benchmarks.measuring import alternating, by_limit, by_ratio
from tests.benchmarks.on_the_vault import MAIN_SIZE

_MOST_RATIO, _MOST_MS = 3, 5


def action_rows(desk, journal, rounds):
    """Read and group all actions; and count those that are due, as each change of page does."""
    database, size = desk.vault._database, journal.size

    def bare(_number):
        for *_, value in database.rows(all_actions._ALL):
            json.loads(value)

    def listed(_number):
        grouped(desk.actions.all(), ActionState.DONE, desk.actions.today())

    floor, ours = alternating(bare, listed, rounds)
    longest = _MOST_MS * max(1, size / MAIN_SIZE)
    count = f"{len(desk.actions.all()):,} actions"
    what = f"{count} of {size:,} listed (bare query)"
    due = alternating(bare, lambda _number: desk.actions.due_count(), rounds)[1]
    return [
        by_ratio(what, floor.median, ours.median, _MOST_RATIO),
        by_limit(f"those due of {count} counted", due.median, longest),
    ]
