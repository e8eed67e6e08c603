"""What was decided about keeping each reflection: review date, hold, bin.

Every decision is bound in the record of changes, so that an older part of the file put back cannot
undo a hold, nor bring back from the bin, without being noticed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain.errors import InBin, NoSuchReflection, OnHold
from app.domain.listed_title import listed_title
from app.domain.retention import Keeping, Review
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import moment_text
from app.vault.revisions import Revisions
from app.vault.stored_text import cleaned

_COLUMNS = "reflection_uid, review_on, held_since, held_because, binned_at, emptied_at, purged_to"
_ALL = f"SELECT {_COLUMNS} FROM keeping ORDER BY reflection_uid"  # noqa: S608 - our own names
_PUT = f"INSERT OR REPLACE INTO keeping ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_REVIEWS = """
SELECT uid, reflection.title, form.title, review_on, held_since <> '', form_id, event_date
FROM keeping
JOIN reflection ON uid = reflection_uid
JOIN form ON form.id = form_id AND form.version = form_version
WHERE review_on <> '' AND review_on <= ? ORDER BY review_on, begun_at
"""
_NOTHING = Keeping()


class KeepingTable:
    """Reads and writes decisions; few reflections have any, so all are recalled."""

    def __init__(self, database: Database, revisions: Revisions) -> None:
        self._database = database
        self._revisions = revisions
        self._recalled: dict[str, Keeping] | None = None
        database.when_undone(self._forget)

    def of(self, reflection_id: str) -> Keeping:
        """Give what was decided about a reflection."""
        return self.all().get(cleaned(reflection_id), _NOTHING)

    def all(self) -> dict[str, Keeping]:
        """Give every decision by the reflection's name.

        Raises:
            JournalDamaged: the table holds something that we never store.
        """
        if self._recalled is None:
            with taken_as_stored():
                self._recalled = {row[0]: _keeping(row) for row in self._database.rows(_ALL)}
        return self._recalled

    def reviews(self, until: date) -> tuple[Review, ...]:
        """Give the reflections whose review date has come by this day, the earliest first."""
        with taken_as_stored():
            return tuple(map(_review, self._database.rows(_REVIEWS, (until.isoformat(),))))

    def set_review_date(self, reflection_id: str, day: date | None, at: datetime) -> None:
        """Set or remove the day of the reminder; a hold does not forbid it.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self._change(reflection_id, at, lambda kept: replace(kept, review_on=day))

    def hold(self, reflection_id: str, why: str, at: datetime) -> None:
        """Forbid every change and removal; one that is held already only gets the new reason.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        reason = cleaned(why)
        self._revisions.seal(cleaned(reflection_id))
        self._change(
            reflection_id,
            at,
            lambda kept: replace(kept, held_since=kept.held_since or at, held_because=reason),
        )

    def release(self, reflection_id: str, at: datetime) -> None:
        """Allow changes and removal again.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self._change(
            reflection_id, at, lambda kept: replace(kept, held_since=None, held_because="")
        )

    def put(self, uid: str, keeping: Keeping, at: datetime) -> None:
        """Store a decision and record it, inside the transaction that acts on it."""
        row = _row(uid, keeping)
        self._database.run(_PUT, row)
        self._revisions.append_keeping(uid, content_of(row), moment_text(at))
        self._recalled = None

    def refuse_held(self, uid: str) -> None:
        """Refuse what would change or remove a reflection that is on hold.

        Raises:
            OnHold: it is.
        """
        if self.of(uid).is_held:
            raise OnHold

    def refuse_away(self, uid: str) -> None:
        """Refuse to write in a reflection that is in the bin or gone.

        Raises:
            InBin, NoSuchReflection: it is.
        """
        keeping = self.of(uid)
        if keeping.is_binned:
            raise InBin
        if keeping.is_gone:
            raise NoSuchReflection("This reflection was deleted for good.")

    def _change(
        self, reflection_id: str, at: datetime, decide: Callable[[Keeping], Keeping]
    ) -> None:
        uid = cleaned(reflection_id)
        present = self.of(uid)
        if present.is_gone or not (present.is_binned or self._is_there(uid)):
            raise NoSuchReflection("The journal does not hold this reflection.")
        decided = decide(present)
        if decided != present:
            self._database.write(lambda: self.put(uid, decided, at))

    def _is_there(self, uid: str) -> bool:
        return self._database.row("SELECT 1 FROM reflection WHERE uid = ?", (uid,)) is not None

    def _forget(self) -> None:
        self._recalled = None


def stored_rows(database: Database) -> list[tuple[Any, ...]]:
    """Give the rows of the table as they are stored, the reflection's name first."""
    return database.rows(_ALL)


def content_of(row: Sequence[Any]) -> bytes:
    """Give a decision as the text whose hash the record of changes holds."""
    return json.dumps(list(row), ensure_ascii=False, separators=(",", ":")).encode()


def _row(uid: str, keeping: Keeping) -> tuple[Any, ...]:
    moments = (keeping.held_since, keeping.binned_at, keeping.emptied_at)
    held_since, binned_at, emptied_at = (moment_text(each) if each else "" for each in moments)
    review_on = keeping.review_on.isoformat() if keeping.review_on else ""
    reason = keeping.held_because
    return (uid, review_on, held_since, reason, binned_at, emptied_at, keeping.purged_to)


def _review(row: Sequence[Any]) -> Review:
    uid, title, form_title, day, is_held, form_id, event_date = row
    own_day = date.fromisoformat(event_date) if event_date else None
    called = listed_title(title, form_id, own_day)
    return Review(uid, called, form_title, date.fromisoformat(day), bool(is_held))


def _keeping(row: Sequence[Any]) -> Keeping:
    _, review_on, held_since, held_because, binned_at, emptied_at, purged_to = row
    if not (isinstance(held_because, str) and isinstance(purged_to, int)):
        raise TypeError("a column holds another type than was stored")
    return Keeping(
        review_on=date.fromisoformat(review_on) if review_on else None,
        held_since=_moment(held_since),
        held_because=held_because,
        binned_at=_moment(binned_at),
        emptied_at=_moment(emptied_at),
        purged_to=purged_to,
    )


def _moment(stored: str) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None
