"""The tables that hold reflections, their answers and their themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from app.domain.reflection import Reflection
from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import (
    HEAD_COLUMNS,
    ReflectionRecord,
    reflection_of,
    stored_record,
)

_CHUNK = 500
_Part = TypeVar("_Part")
_PUT_HEAD = f"""
INSERT INTO reflection ({HEAD_COLUMNS}, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (uid) DO UPDATE SET form_id = excluded.form_id, form_version = excluded.form_version,
  title = excluded.title, event_date = excluded.event_date, begun_at = excluded.begun_at,
  changed_at = excluded.changed_at, completed_at = excluded.completed_at, day = excluded.day
"""  # noqa: S608 - our own column names
_PUT_ANSWER = """
INSERT INTO answer (reflection, position, prompt, kind, sharing, value) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (reflection, position) DO UPDATE SET prompt = excluded.prompt, kind = excluded.kind,
  sharing = excluded.sharing, value = excluded.value
"""
_PUT_THEME = """
INSERT INTO theme (reflection, position, name) VALUES (?, ?, ?)
ON CONFLICT (reflection, position) DO UPDATE SET name = excluded.name
"""


class Reflections:
    """Reads and writes reflections; writing touches only the rows that changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def id_of(self, uid: str) -> int | None:
        """Give a reflection's id inside the database."""
        found = self._database.row("SELECT id FROM reflection WHERE uid = ?", (uid,))
        return int(found[0]) if found else None

    def stored(self, uid: str) -> tuple[int, ReflectionRecord] | None:
        """Give a reflection's id inside the database and its rows, or None if there is none."""
        found = self.id_of(uid)
        return None if found is None else (found, next(self.records([found])))

    def save(
        self, record: ReflectionRecord, day: str, stored: tuple[int, ReflectionRecord] | None
    ) -> int:
        """Write the rows that differ from what is stored; give the id inside the database."""
        new_id = self._database.run(_PUT_HEAD, (*record.head, day))
        if stored is None:
            self._save_parts(new_id, record, ReflectionRecord(record.head, (), ()))
            return new_id
        self._save_parts(stored[0], record, stored[1])
        return stored[0]

    def read(self, ids: Sequence[int]) -> Iterator[Reflection]:
        """Read reflections by their ids inside the database, in that order."""
        return (reflection_of(record) for record in self.records(ids))

    def records(self, ids: Sequence[int]) -> Iterator[ReflectionRecord]:
        """Read the rows of reflections by their ids inside the database, in that order."""
        for start in range(0, len(ids), _CHUNK):
            yield from self._chunk(ids[start : start + _CHUNK])

    def themes(self) -> tuple[tuple[str, int], ...]:
        """Give every theme with how often it is used, most used first."""
        return _counts(
            self._database.rows(
                "SELECT name, count(DISTINCT reflection) AS uses FROM theme"
                " GROUP BY name ORDER BY uses DESC, name"
            )
        )

    def form_use(self) -> tuple[tuple[str, int], ...]:
        """Give every form id with how many reflections use it, most used first."""
        return _counts(
            self._database.rows(
                "SELECT form_id, count(*) AS uses FROM reflection"
                " GROUP BY form_id ORDER BY uses DESC, form_id"
            )
        )

    def _save_parts(self, to: int, new: ReflectionRecord, old: ReflectionRecord) -> None:
        for position, answer in _changed(new.answers, old.answers):
            self._database.run(_PUT_ANSWER, (to, position, *answer))
        for position, theme in _changed(new.themes, old.themes):
            self._database.run(_PUT_THEME, (to, position, theme))
        if old.open_actions() != new.open_actions():
            self._database.run("DELETE FROM open_action WHERE reflection = ?", (to,))
            for row in new.open_actions():
                self._database.run("INSERT INTO open_action VALUES (?, ?, ?, ?)", (to, *row))
        if len(old.answers) > len(new.answers):
            self._database.run(
                "DELETE FROM answer WHERE reflection = ? AND position >= ?", (to, len(new.answers))
            )
        if len(old.themes) > len(new.themes):
            self._database.run(
                "DELETE FROM theme WHERE reflection = ? AND position >= ?", (to, len(new.themes))
            )

    def _chunk(self, ids: Sequence[int]) -> Iterator[ReflectionRecord]:
        heads: dict[int, Row] = {row[0]: row[1:] for row in self._by_ids(_HEADS, ids)}
        answers: dict[int, list[Row]] = {each: [] for each in ids}
        themes: dict[int, list[Any]] = {each: [] for each in ids}
        with taken_as_stored():
            for row in self._by_ids(_ANSWERS, ids):
                answers[row[0]].append(row[1:])
            for owner, name in self._by_ids(_THEMES, ids):
                themes[owner].append(name)
            records = [stored_record(heads[each], answers[each], themes[each]) for each in ids]
        yield from records

    def _by_ids(self, query: str, ids: Sequence[int]) -> list[Row]:
        return self._database.rows(query.format(marks=",".join("?" * len(ids))), ids)


_HEADS = f"SELECT id, {HEAD_COLUMNS} FROM reflection WHERE id IN ({{marks}})"  # noqa: S608
_ANSWERS = (
    "SELECT reflection, prompt, kind, sharing, value FROM answer"
    " WHERE reflection IN ({marks}) ORDER BY reflection, position"
)
_THEMES = (
    "SELECT reflection, name FROM theme WHERE reflection IN ({marks}) ORDER BY reflection, position"
)


def _changed(new: Sequence[_Part], old: Sequence[_Part]) -> Iterator[tuple[int, _Part]]:
    for position, part in enumerate(new):
        if position >= len(old) or old[position] != part:
            yield position, part


def _counts(rows: Iterable[Row]) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(uses)) for name, uses in rows)
