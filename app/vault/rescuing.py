"""A copy made elsewhere while the journal takes no writes: all of it, and the words it lacks.

It is a backup like every other, under the same keys, and opened and checked before it counts. Only
the folder that was chosen for it is written to. Where the journal itself does not read any more,
the copy is a new journal under the same keys that holds the unsaved words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.domain.backup import RescuedCopy
from app.domain.errors import (
    DiskFull,
    InBin,
    JournalDamaged,
    NoSuchReflection,
    NotSaved,
    OnHold,
    ReadOnly,
)
from app.domain.form import FormDefinition
from app.domain.progress import Progress, part_of
from app.domain.reflection import Reflection
from app.durable_file import force_to_disk, put_in_place
from app.vault import connection, recipe
from app.vault.connection import Database, RawKey
from app.vault.copy_place import CopyPlace
from app.vault.copying import as_told, contents_of, copy_database, head_of, told_as
from app.vault.faults import told_plainly
from app.vault.packing import pack_copy, read_back
from app.vault.present_keys import PresentKeys
from app.vault.reserve import Reserve
from app.vault.revisions import Head
from app.vault.scratch import scratch_beside

Unsaved = Sequence[tuple[Reflection, FormDefinition]]

# Until the copy has been read back it counts for nothing, whatever becomes of it.
_SETTINGS = ("journal_mode = MEMORY", "synchronous = OFF", "temp_store = MEMORY", "mmap_size = 0")


def rescue(
    source: Database,
    keys: PresentKeys,
    place: tuple[CopyPlace, datetime, bool],
    unsaved: Unsaved,
    progress: Progress,
) -> RescuedCopy:
    """Write the copy; place is where, when, and whether it may replace what is there.

    Raises:
        JournalExists: it may not, or these words alone would.
        NotBackedUp, Cancelled: nothing was changed at the place.
    """
    chosen, now, replaces = place
    with told_as("No copy was made"):
        chosen.refuse(replaces=replaces)
        with scratch_beside(chosen.target) as scratch:
            header, raw_key = keys.header(), keys.raw_key_of_copy()
            copy, fresh = scratch / "copy.db", scratch / "backup"
            head = None
            if _copied(source, copy, raw_key, part_of(progress, 0, 0.5)):
                head = _put_into_whole(copy, raw_key, unsaved)
            is_whole = head is not None
            chosen.refuse(replaces=replaces and is_whole)
            if head is None:
                copy.unlink(missing_ok=True)
                connection.make_database(copy, *raw_key, keys.vault)
                head = _put_all(copy, raw_key, unsaved)
            pack_copy(fresh, copy, header, (now, raw_key[0], head), part_of(progress, 0.5, 0.7))
            told = part_of(progress, 0.7, 1)
            contents = read_back(fresh, scratch / "read.db", raw_key, head, told)
            put_in_place(fresh, chosen.target)
    return RescuedCopy(as_told(now, contents), is_whole)


def _copied(source: Database, copy: Path, raw_key: RawKey, progress: Progress) -> bool:
    """Copy the journal; say whether that could be done, and what was copied is whole."""
    try:
        copy_database(source, copy, raw_key, part_of(progress, 0, 0.6))
        # A page that does not read is copied as zeros.
        contents_of(copy, raw_key, None, part_of(progress, 0.6, 1))
    except (DiskFull, ReadOnly):
        raise  # of the place that was chosen: the journal is only read
    except (JournalDamaged, NotSaved):
        return False
    return True


def _put_into_whole(copy: Path, raw_key: RawKey, unsaved: Unsaved) -> Head | None:
    """Save the words into a copy that passed every check; None if it does not take them."""
    try:
        return _put_all(copy, raw_key, unsaved)
    except JournalDamaged:
        return None


def _put_all(copy: Path, raw_key: RawKey, unsaved: Unsaved) -> Head:
    """Save the words into the copy as the journal itself would have."""
    for reflection, form in unsaved:
        try:
            _put(copy, raw_key, reflection, form)
        except (OnHold, InBin, NoSuchReflection, JournalDamaged):
            # It was put on hold or away meanwhile, or an older state of it was put back; its new
            # words still count, and stand beside it.
            _put(copy, raw_key, replace(reflection, id=uuid4().hex), form)
    force_to_disk(copy)
    return head_of(copy, raw_key)


def _put(copy: Path, raw_key: RawKey, reflection: Reflection, form: FormDefinition) -> None:
    # The journal's own face makes rescues, so it is known only here.
    from app.vault.journal_vault import JournalVault

    # Opened for each: after one refusal for damage a connection takes nothing more.
    vault = JournalVault(copy.parent, _opened(copy, raw_key))
    try:
        vault.keep_form(form)
        vault.put(reflection)
    finally:
        vault.close()


def _opened(copy: Path, raw_key: RawKey) -> Database:
    with told_plainly():
        opened = recipe.keyed(copy, *raw_key)
        for setting in _SETTINGS:
            opened.execute(f"PRAGMA {setting}")
    return Database(opened, Reserve(copy.parent), raw_key)
