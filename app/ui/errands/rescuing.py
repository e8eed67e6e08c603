"""Save a copy elsewhere: all of the journal, with the words that it cannot take."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.backup import BACKUP_ENDING, RescuedCopy, backup_name
from app.domain.calendar_words import local_day
from app.services.journal import Writing
from app.services.workshop import Desk
from app.ui.errands.backing_up import with_ending
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


class Rescuing(Errand):
    """Writes the copy where the person says, and tells what it holds."""

    copied = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready to copy this journal."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("No copy was saved")
        self._desk = desk

    def begin(self, writing: Writing) -> None:
        """Ask where, and save a copy with this state of a reflection."""
        kind = self.tr("Afterword backup (*{ending})").format(ending=BACKUP_ENDING)
        title = self.tr("Save a copy: choose another disk or folder")
        name = backup_name(local_day(self.workshop.clock.now()))
        chosen = self.surroundings.asker.save_path(self.page, title, name, kind)
        if chosen is not None:
            file = with_ending(chosen)
            # The system has asked whether the file of this very name may be replaced; no other.
            replaces = file == chosen and file.is_file()
            work = partial(self._desk.journal.rescue, writing, file, replaces=replaces)
            self.run(self.tr("Saving a copy…"), work, self._on_copied)

    def _on_copied(self, copy: RescuedCopy) -> None:
        self.copied.emit()
        held = self.tr("It holds the whole journal and your unsaved words, encrypted.")
        if not copy.is_whole:
            held = self.tr(
                "The journal itself could not be read, so the copy holds your unsaved words alone, "
                "encrypted."
            )
        later = self.tr(
            "“Restore from a backup” makes a new journal of it, with the same passphrase or "
            "recovery words. Here saving is still tried again by itself."
        )
        dialog = self.tell(self.tr("A copy is saved"), self.tr("Checked: it opens."), (held, later))
        dialog.add_ways()
        dialog.open()
