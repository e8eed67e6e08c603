"""Back up now: where, the work, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.backup import BACKUP_ENDING, BackupContents, backup_name
from app.domain.calendar_words import local_day
from app.domain.progress import Progress
from app.services.workshop import Desk
from app.ui.errands.backup_words import contents_words, size_words
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Written:
    file: Path
    size_bytes: int
    contents: BackupContents


class BackingUp(Errand):
    """Writes a backup of the open journal; it is there only once it was opened and checked."""

    backed_up = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready to back up this journal."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("The backup was not made")
        self._desk = desk

    def begin(self) -> None:
        """Ask where, and back up."""
        today = local_day(self.workshop.clock.now())
        kind = self.tr("Afterword backup (*{ending})").format(ending=BACKUP_ENDING)
        title = self.tr("Back up: choose a place that is not this computer")
        asker = self.surroundings.asker
        chosen = asker.save_path(self.page, title, backup_name(today), kind)
        if chosen is None:
            return
        file = with_ending(chosen)
        # The system has asked whether the file of this very name may be replaced; no other.
        work = partial(self._work, file, file == chosen and file.is_file())
        self.run(self.tr("Backing up…"), work, self._on_written)

    def _work(self, file: Path, replaces: bool, progress: Progress) -> _Written:
        backups = self.workshop.backups
        contents = backups.back_up(self._desk.vault, file, progress, replaces=replaces)
        return _Written(file, file.stat().st_size, contents)

    def _on_written(self, written: _Written) -> None:
        self.backed_up.emit()
        lead = self.tr("Checked: it opens.")
        size = self.tr("{file}, {size}.").format(
            file=written.file.name, size=size_words(written.size_bytes)
        )
        held = " ".join(contents_words(written.contents)[1:])
        after = self.tr("It opens with the passphrase or the recovery words of today.")
        dialog = self.tell(self.tr("Backed up"), lead, (size, held, after))
        dialog.add_ways()
        dialog.open()


def with_ending(file: Path) -> Path:
    """Give the path with the ending of a backup."""
    if file.name.endswith(BACKUP_ENDING):
        return file
    return file.with_name(file.name + BACKUP_ENDING)
