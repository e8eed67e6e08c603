"""Every action of the journal with its place, whatever reflection it was written in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from app.domain.placed_action import PlacedAction
from app.domain.rows_plain import actions_in
from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.kept_forms import KeptForms

# Named, for without statistics SQLite may read every answer instead.
_ALL = """
SELECT uid, reflection.title, form_id, form_version, day, completed_at IS NOT NULL, prompt, value
FROM answer INDEXED BY answer_actions JOIN reflection ON reflection.id = answer.reflection
WHERE kind = 'actions' AND value <> '[]'
ORDER BY reflection.id, position
"""
_DUE = "SELECT count(*) FROM open_action WHERE by_when <= ?"


class AllActions:
    """Reads the actions: open, done and dropped ones."""

    def __init__(self, database: Database, forms: KeptForms) -> None:
        self._database = database
        self._forms = forms

    def read(self) -> tuple[PlacedAction, ...]:
        """Give every action that says what is to be done, in the order of writing."""
        titles = self._forms.titles()
        with taken_as_stored():
            rows = self._database.rows(_ALL)
            return tuple(placed for row in rows for placed in _placed(row, titles))

    def count_due(self, until: date) -> int:
        """Count the open actions that are due on a day or were before."""
        found = self._database.row(_DUE, (until.isoformat(),))
        return int(found[0]) if found else 0


def _placed(row: Row, titles: dict[tuple[str, int], str]) -> Iterator[PlacedAction]:
    uid, title, form_id, form_version, day, is_complete, prompt, value = row
    for position, action in enumerate(actions_in(msgspec.json.decode(value)).items):
        if action.what.strip():
            yield PlacedAction(
                reflection_id=uid,
                prompt_key=prompt,
                position=position,
                action=action,
                reflection_title=title,
                form_id=form_id,
                form_title=titles.get((form_id, form_version), str(form_id)),
                day=date.fromisoformat(day),
                is_complete=bool(is_complete),
            )
