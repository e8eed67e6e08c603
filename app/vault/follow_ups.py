"""Which reflections come back on a day, and in which others somebody looked at them again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection
from app.domain.following_up import FollowUp
from app.domain.linking import LinkedReflection
from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.links import linked_reflection
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

# A look is begun before its first word is stored. If none ever is, nobody has looked again. Nor has
# anybody while a draft of it lies in the bin: its row is open meanwhile.
_IS_STORED = "EXISTS (SELECT 1 FROM revision WHERE revision.reflection_uid = answered_uid)"
_WAITS = f"due_on <> '' AND (closed_at = '' OR answered_uid <> '' AND NOT {_IS_STORED})"
# What lies in the bin has no row among the reflections, and is neither due nor shown as an answer.
_SHOWN = f"""
SELECT first.uid, first.title, form.title, first.day, form_id, event_date, due_on, made_at,
  CASE WHEN {_WAITS} THEN '' ELSE closed_at END,
  coalesce((SELECT uid FROM reflection WHERE uid = answered_uid), '')
FROM follow_up JOIN reflection AS first ON first.uid = follow_up.reflection_uid
JOIN form ON form.id = first.form_id AND form.version = first.form_version
"""  # noqa: S608 - our own words
_DUE = _SHOWN + f"WHERE {_WAITS} AND due_on <= ? ORDER BY due_on, first.begun_at, first.uid"
_OF = (
    _SHOWN
    + f"""
WHERE follow_up.reflection_uid = ? AND (due_on <> '' OR closed_at <> '' AND {_IS_STORED})
"""
)
_FIRST_OF = """
SELECT uid, reflection.title, form.title, day, form_id, event_date FROM follow_up
JOIN reflection ON uid = follow_up.reflection_uid
JOIN form ON form.id = form_id AND form.version = form_version
WHERE answered_uid = ?
"""
_LAST = "SELECT max(made_at) FROM follow_up WHERE reflection_uid = ?"
_PUT = "INSERT INTO follow_up VALUES (?, ?, ?, ?, ?)"
_REMOVE = f"DELETE FROM follow_up WHERE reflection_uid = ? AND {_WAITS}"  # noqa: S608
_CLOSE = f"""
UPDATE follow_up SET answered_uid = ?, closed_at = ? WHERE reflection_uid = ? AND {_WAITS}
"""  # noqa: S608
_FORGET_UNASKED = f"""
DELETE FROM follow_up WHERE reflection_uid = ? AND due_on = '' AND NOT {_IS_STORED}
"""  # noqa: S608
_CHANGES = "SELECT changes()"
_OF_BINNED = f"""
SELECT due_on FROM follow_up WHERE reflection_uid = ? AND {_WAITS} AND {_IS_STORED}
"""  # noqa: S608
_LEAVE_BINNED = f"""
UPDATE follow_up SET due_on = '' WHERE reflection_uid = ? AND {_WAITS} AND {_IS_STORED}
"""  # noqa: S608
_OPEN = "UPDATE follow_up SET closed_at = '' WHERE answered_uid = ?"
_CLOSE_AGAIN = "UPDATE follow_up SET closed_at = ? WHERE answered_uid = ? AND closed_at = ''"
_A_MOMENT = timedelta(microseconds=1)


class FollowUps:
    """Reads and writes follow-ups; they are seen only while their reflection is there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, reflection_id: str, due_on: date, at: datetime) -> None:
        """Ask for a look on this day, in place of the one that waits, if any.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        uid = self._demanded(reflection_id)

        def put() -> None:
            self._remove(uid)
            self._put(uid, at, due_on.isoformat())

        self._database.write(put)

    def remove_waiting(self, reflection_id: str) -> None:
        """Ask for no look any more; what was answered or let go stays known.

        Raises:
            NotSaved: nothing was changed.
        """
        uid = cleaned(reflection_id)
        self._database.write(lambda: self._remove(uid))

    def answer(self, reflection_id: str, answered_id: str, at: datetime) -> None:
        """Note that somebody looks again in a reflection that will be stored next.

        If it never is, the look still waits; where none waited, nobody looked.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        uid, answered, moment = self._demanded(reflection_id), cleaned(answered_id), moment_text(at)

        def note() -> None:
            self._database.run(_FORGET_UNASKED, (uid,))
            self._part_from_bin(uid, at)
            self._database.run(_CLOSE, (answered, moment, uid))
            if self._database.row(_CHANGES) == (0,):
                self._put(uid, at, "", answered, moment)

        self._database.write(note)

    def let_go(self, reflection_id: str, at: datetime) -> None:
        """Close the look that waits without an answer; where none waits, nothing happens.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        uid = self._demanded(reflection_id)

        def close() -> None:
            self._part_from_bin(uid, at)
            self._database.run(_CLOSE, ("", moment_text(at), uid))

        self._database.write(close)

    def due(self, today: date) -> tuple[FollowUp, ...]:
        """Give those that wait and whose day has come, the earliest first."""
        return self._read(_DUE, today.isoformat())

    def of(self, reflection_id: str) -> tuple[FollowUp, ...]:
        """Give every follow-up of a reflection, the earliest day first."""
        found = self._read(_OF, cleaned(reflection_id))
        return tuple(sorted(found, key=lambda each: (each.due_on, each.made_at)))

    def first_of(self, answered_id: str) -> LinkedReflection | None:
        """Give the reflection that this one looks again at."""
        with taken_as_stored():
            found = self._database.row(_FIRST_OF, (cleaned(answered_id),))
            return linked_reflection(found) if found else None

    def _remove(self, uid: str) -> None:
        self._database.run(_LEAVE_BINNED, (uid,))
        self._database.run(_REMOVE, (uid,))

    def _part_from_bin(self, uid: str, at: datetime) -> None:
        """Let the look that waits be another than the one that lies in the bin as a draft."""
        for (due_on,) in self._database.rows(_OF_BINNED, (uid,)):
            self._database.run(_LEAVE_BINNED, (uid,))
            self._put(uid, at, due_on)

    def _put(
        self, uid: str, at: datetime, due_on: str, answered: str = "", closed_at: str = ""
    ) -> None:
        """Add a row after those of this reflection, though the clock may have been set back."""
        last = self._database.row(_LAST, (uid,))
        with taken_as_stored():
            known = datetime.fromisoformat(last[0]) + _A_MOMENT if last and last[0] else at
        row = (uid, moment_text(max(at, known)), due_on, answered, closed_at)
        self._database.run(_PUT, row)

    def _read(self, query: str, given: str) -> tuple[FollowUp, ...]:
        with taken_as_stored():
            return tuple(map(_follow_up, self._database.rows(query, (given,))))

    def _demanded(self, reflection_id: str) -> str:
        uid = cleaned(reflection_id)
        if self._database.row("SELECT 1 FROM reflection WHERE uid = ?", (uid,)) is None:
            raise NoSuchReflection("The journal does not hold this reflection.")
        return uid


def open_again(database: Database, answered_uid: str) -> None:
    """Let a look wait again whose draft goes into the bin; within a transaction."""
    database.run(_OPEN, (answered_uid,))


def close_again(database: Database, answered_uid: str, begun_at: str) -> None:
    """Count a look again whose draft comes back from the bin; within a transaction."""
    database.run(_CLOSE_AGAIN, (begun_at, answered_uid))


def _follow_up(row: Row) -> FollowUp:
    due_on, made_at, closed_at, answered = row[6:]
    closed = datetime.fromisoformat(closed_at) if closed_at else None
    day = date.fromisoformat(due_on) if due_on or closed is None else local_day(closed)
    return FollowUp(
        first=linked_reflection(row[:6]),
        due_on=day,
        made_at=datetime.fromisoformat(made_at),
        answered_id=answered if closed else "",
        closed_at=closed,
    )
