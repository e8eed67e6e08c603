"""Encrypts a whole journal anew under a new data key; at no moment does none open it.

The order is the safety: the next keys are on the disk before the next journal.db, which is proven
before it takes the old one's place in one step; only then are the keys in force replaced. Whatever
happens in between, `entering` finds either the old state or the new one. PRAGMA rekey is never
used: a write that fails in the middle of it can leave pages under two keys.
"""

from __future__ import annotations

import contextlib
import secrets
from datetime import UTC, datetime
from pathlib import Path

from app.domain import key_steps
from app.domain.errors import Cancelled, JournalDamaged, JournalTooNew, NotSaved
from app.domain.progress import SteppedProgress, part_of, steps_of
from app.vault import connection, copying, key_file, keys, recovery_words, snapshots, words_mark
from app.vault.connection import Database
from app.vault.faults import damaged, disk_fault
from app.vault.kdf import KdfCost
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.next_files import NextFiles
from app.vault.revisions import Head, Revisions, vault_id_in
from app.vault.unlocking import read_header

_PROVEN, _COPIED, _READY = 0.2, 0.6, 0.95
_NOT_THE_SAME = (
    "The keys were not replaced, because the new file did not pass every check when it was read "
    "back. The journal is as it was. Check the journal, and the disk."
)


def replaced_data_key(
    folder: Path,
    source: Database,
    header: KeyHeader,
    new: tuple[str, KdfCost],
    progress: SteppedProgress,
) -> tuple[str, ...]:
    """Put a new data key into force; give its recovery words. The source is closed by it.

    Raises:
        Cancelled, NotSaved, JournalDamaged: everything is as before.
    """
    data_key, salt = keys.new_data_key(), secrets.token_bytes(connection.SALT_BYTES)
    vault, head = vault_id_in(source), Revisions(source).head()
    today = datetime.now(UTC).astimezone().date()
    following = KeyHeader(vault, header.generation + 1, salt, today, ())
    proven = keys.proven_keys(following, data_key, new, steps_of(progress, 0, _PROVEN))
    next_files, is_confirmed, is_begun = NextFiles(folder), False, False
    try:
        progress(_PROVEN, key_steps.ENCRYPTING)
        next_files.write_keys(proven.data)
        _make_next(next_files.database, source, (data_key, salt), (vault, head), progress)
        # The last moment to stop: what is made ready is removed again.
        progress(_READY, key_steps.PUTTING_INTO_FORCE)
        source.close()
        is_begun = True
        is_confirmed = next_files.put_database_in_place()
    except BaseException as error:
        source.close()
        if not is_begun:
            next_files.roll_back()
        if not is_begun or not _has_happened(folder, header.salt, salt):
            if isinstance(error, OSError):
                raise disk_fault(error) from None
            raise
    # From here on it has happened, and nothing may be told as a failure: whoever is not given the
    # words now never is. What is not finished here is finished at the next opening.
    with contextlib.suppress(Cancelled, KeyboardInterrupt):
        if is_confirmed:
            next_files.roll_forward()
        progress(1)
    return recovery_words.words_of(data_key)


def snapshots_under_other_keys(folder: Path, *, floor_checked: bool) -> tuple[Path, ...]:
    """List the snapshots that begin with another salt than the present keys name."""
    # The journal itself is not asked: it may be open, and a second opening drops its lock.
    present = set()
    for name in key_file.NAMES:
        with contextlib.suppress(OSError, KeyFileDamaged, JournalTooNew):
            present.add(read_header(folder / name, floor_checked=floor_checked).salt)
    if not present:
        return ()
    found = [folder / snapshots.FOLDER / each.name for each in snapshots.snapshots_in(folder)]
    return tuple(path for path in found if _salt_found(path) not in present)


def _has_happened(folder: Path, old_salt: bytes, new_salt: bytes) -> bool:
    """Say whether the next journal.db must be taken to be the journal; if it is not, roll back.

    A disk that fails in this moment may have done what it refused, and not tell. Then the next
    files stay, by which the next opening settles it; the words are given unless it is plain that
    they are those of nothing.
    """
    found, next_files = _salt_found(folder / connection.NAME), NextFiles(folder)
    if found == old_salt:
        next_files.roll_back()
        return False
    return found == new_salt or not next_files.has_database()


def _make_next(
    path: Path,
    source: Database,
    raw_key: tuple[bytes, bytes],
    is_to_hold: tuple[str, Head],
    progress: SteppedProgress,
) -> None:
    """Copy the journal under the next key, and read the copy back from the disk."""
    vault, head = is_to_hold
    told = part_of(progress, _PROVEN, _COPIED)
    copying.copy_database(source, path, raw_key, told, note=words_mark.PUT)
    progress(_COPIED, key_steps.READING_BACK)
    try:
        contents = copying.contents_of(path, raw_key, vault, part_of(progress, _COPIED, _READY))
    except JournalDamaged:
        # A page that does not read is copied as zeros: then it is the journal that has damage.
        if source.rows("PRAGMA cipher_integrity_check"):
            raise damaged() from None
        raise NotSaved(_NOT_THE_SAME) from None
    if contents.head != head:
        raise NotSaved(_NOT_THE_SAME)


def _salt_found(path: Path) -> bytes | None:
    """Give what the file begins with, or None where it cannot be read."""
    try:
        return connection.salt_in(path)
    except OSError:
        return None
