"""The tables that hold reflections, their answers and their themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import (
    HEAD_COLUMNS,
    AnswerRow,
    ReflectionRecord,
    stored_record,
)

_CHUNK = 500
_Part = TypeVar("_Part")
_PUT_HEAD = f"""
INSERT INTO reflection ({HEAD_COLUMNS}, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608 - our own column names
# A save in another minute than the one before moves one moment: no index is touched then.
_PUT_MOMENT = "UPDATE reflection SET changed_at = ? WHERE id = ?"
_PUT_HEAD_AGAIN = """
UPDATE reflection SET form_id = ?, form_version = ?, title = ?, event_date = ?, begun_at = ?,
  changed_at = ?, completed_at = ?, day = ? WHERE id = ?
"""
_PUT_ANSWER = """
INSERT INTO answer (reflection, position, prompt, kind, sharing, value) VALUES (?, ?, ?, ?, ?, ?)
"""
_PUT_ANSWER_AGAIN = """
UPDATE answer SET prompt = ?, kind = ?, sharing = ?, value = ? WHERE reflection = ? AND position = ?
"""
# A growing answer's words change alone: no index is touched then either.
_PUT_VALUE = "UPDATE answer SET value = ? WHERE reflection = ? AND position = ?"
_PUT_THEME = """
INSERT INTO theme (reflection, position, name) VALUES (?, ?, ?)
ON CONFLICT (reflection, position) DO UPDATE SET name = excluded.name
"""


class Reflections:
    """Reads and writes reflections; writing touches only the rows that changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # The one saved last is recalled: while it grows, nothing need be read.
        self._recalled: tuple[int, ReflectionRecord] | None = None
        database.when_undone(self._forget)

    def id_of(self, uid: str) -> int | None:
        """Give a reflection's id inside the database."""
        found = self._database.row("SELECT id FROM reflection WHERE uid = ?", (uid,))
        return int(found[0]) if found else None

    def stored(self, uid: str) -> tuple[int, ReflectionRecord] | None:
        """Give a reflection's id inside the database and its rows, or None if there is none."""
        if self._recalled is not None and self._recalled[1].uid == uid:
            return self._recalled
        found = self.id_of(uid)
        return None if found is None else (found, next(self.records([found])))

    def save(
        self, record: ReflectionRecord, day: str, stored: tuple[int, ReflectionRecord] | None
    ) -> int:
        """Write the rows that differ from what is stored; give the id inside the database."""
        if stored is None:
            saved = self._database.run(_PUT_HEAD, (*record.head, day))
            self._save_parts(saved, record, ReflectionRecord(record.head, (), ()))
        else:
            saved = stored[0]
            self._save_head(saved, record, stored[1], day)
            self._save_parts(saved, record, stored[1])
        self._recalled = (saved, record)
        return saved

    def remove(self, reflection: int) -> None:
        """Take a reflection out of the tables, with its answers, themes and open actions."""
        self._database.run("DELETE FROM reflection WHERE id = ?", (reflection,))
        self._recalled = None

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

    def _forget(self) -> None:
        self._recalled = None

    def _save_head(self, to: int, new: ReflectionRecord, old: ReflectionRecord, day: str) -> None:
        if new.head == old.head:
            return  # most saves of a growing answer: each page spared is a fifth of the time
        if new.is_same_but_for_moment(old):
            self._database.run(_PUT_MOMENT, (new.moment_changed, to))
        else:
            self._database.run(_PUT_HEAD_AGAIN, (*new.head[1:], day, to))

    def _save_parts(self, to: int, new: ReflectionRecord, old: ReflectionRecord) -> None:
        for position, answer in _changed(new.answers, old.answers):
            self._save_answer(to, position, answer, old)
        for position, theme in _changed(new.themes, old.themes):
            self._database.run(_PUT_THEME, (to, position, theme))
        if not new.has_same_actions(old):
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

    def _save_answer(self, to: int, position: int, new: AnswerRow, old: ReflectionRecord) -> None:
        if position >= len(old.answers):
            self._database.run(_PUT_ANSWER, (to, position, *new))
        elif old.answers[position][:-1] == new[:-1]:
            self._database.run(_PUT_VALUE, (new[-1], to, position))
        else:
            self._database.run(_PUT_ANSWER_AGAIN, (*new, to, position))

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
