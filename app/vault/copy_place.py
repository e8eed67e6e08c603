"""Where a backup may be put: never in this journal’s folder, nor over a part of any other."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import JournalExists, NotBackedUp
from app.vault import key_file, next_files, place, read_me, reserve
from app.vault.file_address import TOO_LONG, is_too_long
from app.vault.file_check import BESIDE

_OWN_FILES = (
    place.DATABASE,
    *(f"{place.DATABASE}{ending}" for ending in BESIDE),
    *key_file.NAMES,
    next_files.KEYS,
    next_files.DATABASE,
    read_me.NAME,
    reserve.NAME,
)
_OWN_NAMES = frozenset(name.casefold() for name in _OWN_FILES)


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """The place that was chosen for a copy of the journal in a folder."""

    target: Path
    journal: Path

    def refuse(self, *, replaces: bool) -> None:
        """Refuse a place where no copy can be put.

        Raises:
            JournalExists: there is something at this place, and it may not be replaced.
            NotBackedUp: it is a folder, in no folder, or among the files of a journal.
        """
        target = self.target
        if not target.name or target.is_dir():
            raise NotBackedUp("No backup was made: there is a folder of this name. Choose another.")
        if not target.parent.is_dir():
            raise NotBackedUp("No backup was made: the folder for it does not exist.")
        if is_too_long(target.parent):
            raise NotBackedUp(f"No backup was made. {TOO_LONG}. Choose a shorter one.")
        if self._is_inside_journal() or _is_part_of_a_journal(target):
            raise NotBackedUp(
                "No backup was made: it would lie among the journal’s own files. "
                "Nothing was changed. Choose a place outside the journal’s folder."
            )
        # A link counts as what is there: it would be replaced itself, never what it leads to.
        if os.path.lexists(target) and not replaces:
            raise JournalExists(
                "There is a file at this place already. It was left as it is. Choose another name."
            )

    def _is_inside_journal(self) -> bool:
        folder = self.target.parent.resolve()
        return any(_is_same(self.journal, each) for each in (folder, *folder.parents))


def _is_part_of_a_journal(target: Path) -> bool:
    """Say whether a journal lies in this folder, and the target is a file of its own."""
    if not place.is_journal(target.parent):
        return False
    # The disk says which file it is: it may know it by a name in capitals too.
    own = (target.with_name(name) for name in _OWN_FILES)
    return target.name.casefold() in _OWN_NAMES or any(_is_same(target, each) for each in own)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.stat(), other.stat())
    except OSError:
        return False
