"""Packs a finished copy of the database into a backup, which counts once it was read back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.domain.progress import Progress, part_of
from app.vault import backup_file, key_file
from app.vault.backup_file import BackupFile
from app.vault.connection import RawKey
from app.vault.copying import CopyContents, not_the_same, proven
from app.vault.key_file import KeyHeader
from app.vault.revisions import Head


def pack_copy(
    fresh: Path, copy: Path, header: KeyHeader | None, made: tuple[datetime, bytes, Head],
    progress: Progress,
) -> None:  # fmt: skip
    """Write a backup of a closed copy; made is when, the data key, and where the record ends.

    Raises:
        NotBackedUp: it is too large for one file.
        OSError: it cannot be written; what is at fresh must be removed.
    """
    now, data_key, head = made
    keys = key_file.to_bytes(header) if header else None
    backup_file.pack(fresh, copy, keys, (now, data_key, head.chain), progress)
    copy.unlink()


def read_back(
    fresh: Path, opened: Path, raw_key: RawKey, head: Head, progress: Progress
) -> CopyContents:
    """Open a backup from its own file, as a restore would.

    Raises:
        NotBackedUp: it is not the same as what was packed.
    """
    with backup_file.opened(fresh) as backup:
        if not backup.manifest.is_genuine(raw_key[0]):
            raise not_the_same()
        salt = _salt_inside(backup, raw_key[1])
        backup.copy_database(opened, part_of(progress, 0, 0.3))
        return proven(opened, (raw_key[0], salt), head, part_of(progress, 0.3, 1))


def _salt_inside(backup: BackupFile, usual: bytes) -> bytes:
    data = backup.keys()
    return key_file.parse(data, floor_checked=False).salt if data else usual
