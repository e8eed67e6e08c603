"""Which reflections belong together: both ends of a link are alike."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.errors import NoSuchReflection
from app.domain.linking import LinkedReflection
from app.domain.listed_title import listed_title
from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

_PUT = "INSERT OR IGNORE INTO link (one_uid, other_uid, made_at) VALUES (?, ?, ?)"
_REMOVE = "DELETE FROM link WHERE one_uid = ? AND other_uid = ?"
_SHOWN = """
SELECT uid, reflection.title, form.title, day, form_id, event_date FROM reflection
JOIN form ON form.id = form_id AND form.version = form_version
"""
# What lies in the bin has no row among the reflections, and so no link is seen to it.
_LINKED = """
JOIN (
  SELECT other_uid AS linked, made_at FROM link WHERE one_uid = ?
  UNION ALL SELECT one_uid, made_at FROM link WHERE other_uid = ?
) ON uid = linked ORDER BY made_at, uid
"""
_OF = _SHOWN + _LINKED
_NEWEST_FIRST = _SHOWN + "WHERE uid <> ? ORDER BY begun_at DESC, uid"


class Links:
    """Reads and writes the links; one is seen only while both its reflections are there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def join(self, reflection_id: str, other_id: str, at: datetime) -> None:
        """Link two reflections; linking them again changes nothing.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
            ValueError: a reflection is not linked to itself.
        """
        for uid in _pair(reflection_id, other_id):
            self._demand(uid)
        self._put(reflection_id, other_id, at)

    def join_coming(self, reflection_id: str, coming_id: str, at: datetime) -> None:
        """Link a reflection to one that will be stored next; if it never is, no link is seen.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self._demand(cleaned(reflection_id))
        self._put(reflection_id, coming_id, at)

    def _demand(self, uid: str) -> None:
        if self._database.row("SELECT 1 FROM reflection WHERE uid = ?", (uid,)) is None:
            raise NoSuchReflection("The journal does not hold this reflection.")

    def _put(self, reflection_id: str, other_id: str, at: datetime) -> None:
        row = (*_pair(reflection_id, other_id), moment_text(at))
        self._database.write(lambda: self._database.run(_PUT, row))

    def part(self, reflection_id: str, other_id: str) -> None:
        """Remove a link; where there is none, nothing happens.

        Raises:
            NotSaved: nothing was changed.
        """
        pair = _pair(reflection_id, other_id)
        self._database.write(lambda: self._database.run(_REMOVE, pair))

    def of(self, reflection_id: str) -> tuple[LinkedReflection, ...]:
        """Give what is linked to a reflection, in the order of linking."""
        uid = cleaned(reflection_id)
        with taken_as_stored():
            return tuple(map(linked_reflection, self._database.rows(_OF, (uid, uid))))

    def titled(self, words: str, limit: int, *, beside: str) -> tuple[LinkedReflection, ...]:
        """Give the reflections whose title or form holds each of these words, newest first.

        The one beside which they will stand is left out, with what is linked to it already.
        """
        wanted = words.casefold().split()
        linked = {each.id for each in self.of(beside)}
        found: list[LinkedReflection] = []
        with taken_as_stored():
            for row in self._database.each_row(_NEWEST_FIRST, (cleaned(beside),)):
                each = linked_reflection(row)
                if each.id not in linked and _holds(each, wanted):
                    found.append(each)
                if len(found) == limit:
                    break
        return tuple(found)


def linked_reflection(row: Row) -> LinkedReflection:
    """Read what a list shows of a reflection: uid, titles, its days and its form."""
    uid, title, form_title, day, form_id, event_date = row
    own_day = date.fromisoformat(event_date) if event_date else None
    called = listed_title(title, form_id, own_day)
    return LinkedReflection(uid, called, form_title, date.fromisoformat(day))


def _holds(linked: LinkedReflection, wanted: list[str]) -> bool:
    words = f"{linked.title} {linked.form_title}".casefold()
    return all(word in words for word in wanted)


def _pair(reflection_id: str, other_id: str) -> tuple[str, str]:
    one, other = sorted((cleaned(reflection_id), cleaned(other_id)))
    if one == other:
        raise ValueError("a reflection is not linked to itself")
    return one, other
