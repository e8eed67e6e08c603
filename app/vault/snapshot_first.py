"""The snapshot that is made of a journal before its format is brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import JournalError, NotBackedUp
from app.vault.connection import Database
from app.vault.snapshots import Snapshots


def snapshot_first(folder: Path) -> Callable[[Database], None]:
    """Give what makes and proves the snapshot; the journal is left as it is where that fails."""

    def make(database: Database) -> None:
        try:
            Snapshots(folder, database).keep(datetime.now(UTC))
        except NotBackedUp:
            raise JournalError(
                "Not opened: this journal is in an earlier format. Before it is brought up to "
                "date a snapshot is made, and there is no room for one or it does not read back. "
                "Nothing was changed. Make room, or copy the folder to another disk, and try again."
            ) from None

    return make
