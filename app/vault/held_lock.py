"""Holds the lock of a journal that may be damaged, while something is done beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import JournalError, JournalInUse, NotSaved
from app.vault import connection, recipe
from app.vault.faults import told_plainly
from app.vault.file_check import BESIDE, check_file
from app.vault.unlocking import Unlocked


@contextlib.contextmanager
def held_lock(path: Path, unlocked: Unlocked) -> Iterator[bool]:
    """Undo a change half made to journal.db and hold its lock; say whether it is held.

    Where the file does not read nobody gets the lock: nobody can open the journal then, either.

    Raises:
        JournalInUse: another has it.
        NotSaved: a change half made cannot be undone.
    """
    with contextlib.ExitStack() as closing:
        yield _is_held(path, unlocked, closing)


def _is_held(path: Path, unlocked: Unlocked, closing: contextlib.ExitStack) -> bool:
    try:
        check_file(path)
        salt = unlocked.header.salt if unlocked.header else connection.salt_in(path)
        with told_plainly():
            journal = recipe.keyed(path, unlocked.data_key, salt)
            closing.callback(journal.close)
            # What is undone is on the disk before anything else is done to these files.
            journal.execute("PRAGMA fullfsync = ON")
            journal.execute("PRAGMA synchronous = EXTRA")
            journal.execute("BEGIN EXCLUSIVE")
    except JournalInUse:
        raise
    except NotSaved:
        if _is_half_changed(path):
            raise
        return False
    except (JournalError, OSError):
        return False  # damaged: that is why we are here
    return True


def _is_half_changed(path: Path) -> bool:
    beside = path.with_name(path.name + BESIDE[0])
    return beside.is_file() and beside.stat().st_size > 0
