"""The actions that are still to be done, whatever reflection they were written in."""

from __future__ import annotations

from app.domain.answer import Action, Actions
from app.domain.finding import OpenAction
from app.domain.listed_title import listed_title
from app.domain.reflection import Reflection
from app.vault.connection import Database, Row
from app.vault.faults import damaged, taken_as_stored
from app.vault.kept_forms import KeptForms
from app.vault.reflection_record import reflection_of
from app.vault.reflections import Reflections

_DATED = (
    "SELECT reflection, prompt, position FROM open_action WHERE by_when IS NOT NULL"
    " ORDER BY by_when, reflection, prompt, position LIMIT ?"
)
_UNDATED = (
    "SELECT reflection, prompt, position FROM open_action WHERE by_when IS NULL"
    " ORDER BY reflection, prompt, position LIMIT ?"
)


class OpenActions:
    """Reads the open actions, the soonest due first."""

    def __init__(self, database: Database, reflections: Reflections, forms: KeptForms) -> None:
        self._database = database
        self._reflections = reflections
        self._forms = forms

    def first(self, limit: int) -> tuple[OpenAction, ...]:
        """Give the first of them, undated ones last."""
        limit = max(0, limit)
        rows = self._database.rows(_DATED, (limit,))
        rows += self._database.rows(_UNDATED, (limit - len(rows),))
        return self._read(rows)

    def _read(self, rows: list[Row]) -> tuple[OpenAction, ...]:
        ids = list(dict.fromkeys(row[0] for row in rows))
        reflections = dict(
            zip(ids, map(reflection_of, self._reflections.records(ids)), strict=True)
        )
        titles = self._forms.titles()
        found = []
        for owner, prompt, position in rows:
            reflection = reflections[owner]
            action = _action_at(reflection, prompt, position)
            form = (reflection.form_id, reflection.form_version)
            found.append(
                OpenAction(
                    reflection_id=reflection.id,
                    reflection_title=listed_title(
                        reflection.title, reflection.form_id, reflection.event_date
                    ),
                    form_title=titles.get(form, reflection.form_id),
                    prompt_key=prompt,
                    position=position,
                    what=action.what,
                    who=action.who,
                    by_when=action.by_when,
                )
            )
        return tuple(found)


def _action_at(reflection: Reflection, prompt: str, position: int) -> Action:
    with taken_as_stored():
        value = reflection.answers[prompt].value
        if not isinstance(value, Actions) or position < 0:
            raise damaged()
        return value.items[position]
