"""What came into the journal from elsewhere, known for as long as it is there.

Rows without an import were left by an undo: they are known again, and nothing undoes them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from app.domain.arrivals import Arrival, KnownAgain, PastImport
from app.domain.progress import Progress
from app.vault.belongings import forget_ended_imports
from app.vault.bin import Bin
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.keeping import KeepingTable
from app.vault.reflection_record import moment_text
from app.vault.saving import Saving
from app.vault.stored_text import cleaned

_PUT = "INSERT INTO imported VALUES (?, ?, ?, ?)"
_KNOWN = "SELECT fingerprint, reflection_uid IN (SELECT uid FROM reflection) FROM imported"
_LAST = """
SELECT import_uid, made_at,
  coalesce((SELECT value FROM preference WHERE name = 'import_name/' || import_uid), '')
FROM imported WHERE import_uid <> '' ORDER BY made_at DESC, import_uid LIMIT 1
"""
_NAME = "INSERT INTO preference VALUES ('import_name/' || ?, ?)"
_OF = "SELECT reflection_uid FROM imported WHERE import_uid = ? ORDER BY reflection_uid"
# What stays was brought in all the same, and does not come in a second time.
_LET_STAY = "UPDATE imported SET import_uid = '' WHERE import_uid = ?"
# To link one, or to have it come back, is to have begun working with it. Another name for a theme
# is not: those versions are counted.
_UNTOUCHED = """
SELECT reflection_uid FROM imported AS here WHERE import_uid = ?
AND (SELECT count(*) FROM revision WHERE reflection_uid = here.reflection_uid) = 1 + coalesce(
  (SELECT CAST(value AS INTEGER) FROM preference WHERE name = 'renamed_in/' || reflection_uid), 0)
AND NOT EXISTS (SELECT 1 FROM link WHERE one_uid = here.reflection_uid)
AND NOT EXISTS (SELECT 1 FROM link WHERE other_uid = here.reflection_uid)
AND NOT EXISTS (SELECT 1 FROM follow_up WHERE reflection_uid = here.reflection_uid)
ORDER BY reflection_uid
"""


class Imports:
    """Stores what comes in at once in one transaction, and takes it out again in one."""

    def __init__(
        self, database: Database, saving: Saving, keeping: KeepingTable, bin_: Bin
    ) -> None:
        """Join the parts: what saves, what was decided, and what removes."""
        self._database = database
        self._saving, self._keeping, self._bin = saving, keeping, bin_

    def known(self, fingerprints: Collection[bytes]) -> KnownAgain:
        """Give those of these that the journal holds, and those that lie in its bin."""
        wanted = frozenset(fingerprints)
        with taken_as_stored():
            rows = self._database.rows(_KNOWN)
            listed, binned = (
                wanted & {print_ for print_, is_listed in rows if is_listed == which}
                for which in (True, False)
            )
        return KnownAgain(listed, binned - listed)

    def put(
        self,
        import_id: str,
        name: str,
        arrivals: Sequence[Arrival],
        at: datetime,
        progress: Progress,
    ) -> None:
        """Store every arrival from the source of this name as a reflection, all of them or none.

        Raises:
            NotSaved, Cancelled: nothing was changed.
        """
        moment, reflections = moment_text(at), [each.reflection for each in arrivals]

        def stored(place: int) -> None:
            uid, fingerprint = cleaned(reflections[place].id), arrivals[place].fingerprint
            self._database.run(_PUT, (uid, import_id, fingerprint, moment))
            progress((place + 1) / len(arrivals))

        def put_all() -> None:
            self._saving.put_each(reflections, stored)
            self._database.run(_NAME, (import_id, cleaned(name)))

        # The room kept for the last words is not for words that are safe elsewhere.
        self._database.write(put_all, uses_reserve=False)

    def last(self) -> PastImport | None:
        """Give the newest bringing in that was not undone, with what is still there of it.

        Raises:
            JournalDamaged: the table holds something that we never store.
        """
        with taken_as_stored():
            found = self._database.row(_LAST)
            if found is None:
                return None
            import_id, made_at, name = found
            ids = self._uids(_OF, import_id)
            return PastImport(import_id, name, datetime.fromisoformat(made_at), ids)

    def undo(self, import_id: str, at: datetime, progress: Progress) -> tuple[int, int]:
        """Take out for good what came in at once and was not touched since, and stop knowing that.

        Gives how many went and how many stay. Traces stay in the file until it is swept.

        Raises:
            NotSaved, Cancelled: nothing was changed.
        """
        every, decided = self._uids(_OF, import_id), self._keeping.all()
        going = tuple(
            uid
            for uid in self._uids(_UNTOUCHED, import_id)
            if uid not in decided or not (decided[uid].is_held or decided[uid].review_on)
        )

        def take_out() -> None:
            self._bin.remove(going, at, progress)
            self._database.run(_LET_STAY, (import_id,))
            forget_ended_imports(self._database)

        self._database.write(take_out)
        return len(going), len(every) - len(going)

    def _uids(self, query: str, import_id: str) -> tuple[str, ...]:
        return tuple(row[0] for row in self._database.rows(query, (import_id,)))
