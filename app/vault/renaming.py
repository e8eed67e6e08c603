"""Stores reflections that got another name for a theme and nothing else, in the bin too."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.vault.bin import Bin
from app.vault.connection import Database
from app.vault.revisions import Revisions
from app.vault.saving import Saving

# Nobody worked with it so: what came from elsewhere can be taken out again all the same.
_COUNT = """
INSERT INTO preference SELECT 'renamed_in/' || reflection_uid, '1' FROM imported
WHERE reflection_uid = ? AND import_uid <> ''
ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
"""


class Renaming:
    """Gives each reflection a closed version of its own, all of them in one transaction."""

    def __init__(self, database: Database, saving: Saving, revisions: Revisions, bin_: Bin) -> None:
        """Join the parts: what saves, what closes a version, and where the others lie."""
        self._database = database
        self._saving, self._revisions, self._bin = saving, revisions, bin_

    def binned(self, theme: str) -> tuple[Reflection, ...]:
        """Give what has this theme in the bin.

        Raises:
            JournalDamaged: part of the bin is not as it was kept.
        """
        return tuple(each for each in self._bin.reflections() if theme in each.themes)

    def put(
        self, listed: Sequence[Reflection], binned: Sequence[Reflection], progress: Progress
    ) -> None:
        """Store what the journal lists and what lies in its bin, as it is called now.

        Raises:
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        every = (*listed, *binned)

        def stored(place: int) -> None:
            self._database.run(_COUNT, (every[place].id,))
            progress((place + 1) / len(every))

        def put_all() -> None:
            self._saving.put_each(listed, stored)
            for place, reflection in enumerate(binned, start=len(listed)):
                self._bin.put_version(reflection)
                stored(place)

        for reflection in listed:
            self._revisions.seal(reflection.id)
        self._database.write(put_all)
