"""A backup looked into, and made a new journal of; the journal one has is never written into."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.backup import BACKUP_ENDING, BackupContents
from app.domain.progress import Progress
from app.domain.secret import Secret
from app.ui.dialogs.secret_dialog import SecretWords
from app.ui.errands.backup_words import contents_words
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _LookedInto:
    file: Path
    secret: Secret = field(repr=False)
    contents: BackupContents


class Restoring(Errand):
    """Looks inside first, always; then asks where the new journal goes."""

    def __init__(self, surroundings: Surroundings, page: QWidget, near: Path) -> None:
        """New journals are suggested beside each other in this folder."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("Nothing was restored")
        self._near = near
        self._looked: _LookedInto | None = None
        self._is_for_restoring = False

    def look_inside(self) -> None:
        """Show what a backup holds."""
        self._is_for_restoring = False
        self._begin()

    def restore(self) -> None:
        """Show what a backup holds, to make a journal of it."""
        self._is_for_restoring = True
        self._begin()

    def _begin(self) -> None:
        kind = self.tr("Afterword backup (*{ending})").format(ending=BACKUP_ENDING)
        title = self.tr("Look inside: choose a backup")
        if self._is_for_restoring:
            title = self.tr("Restore: choose a backup")
        file = self.surroundings.asker.open_path(self.page, title, kind)
        if file is None:
            return
        words = SecretWords(
            title=self.tr("What opens this backup?"),
            meaning=self.tr(
                "A backup keeps the passphrase and the recovery words of the day it was made."
            ),
            go_on=self.tr("Look inside"),
            under_way=self.tr("Looking inside the backup…"),
        )
        self.ask_secret(words, partial(self._look, file), self._on_looked)

    def _look(self, file: Path, secret: Secret, progress: Progress) -> _LookedInto:
        contents = self.workshop.backups.look_inside(file, secret, progress)
        return _LookedInto(file, secret, contents)

    def _on_looked(self, looked: _LookedInto) -> None:
        self._looked = looked
        lead = self.tr("It opens, and every check passed.")
        dialog = self.tell(looked.file.name, lead, ("", *contents_words(looked.contents)))
        if self._is_for_restoring:
            dialog.add_text(
                self.tr("A new journal is made of it. The one you have is not touched."),
                colour="text_muted",
            )
        dialog.add_ways(self.tr("Restore into a new folder…"))
        dialog.act_asked.connect(self._restore)
        dialog.rejected.connect(self._forget)
        dialog.open()

    def _restore(self) -> None:
        looked, self._looked = self._looked, None
        if looked is None:
            return
        folder = self.ask_new_folder(self._near / self.tr("Restored journal"))
        if folder is not None:
            work = partial(self._work, looked, folder)
            self.run(self.tr("Restoring…"), work, self._on_restored)

    def _work(self, looked: _LookedInto, folder: Path, progress: Progress) -> Path:
        self.workshop.backups.restore(looked.file, looked.secret, folder, progress)
        return folder

    def _on_restored(self, folder: Path) -> None:
        name = self.tr("The new journal is called “{name}”.").format(name=folder.name)
        again = self.tr("What opened the backup opens it.")
        dialog = self.tell(self.tr("Restored"), name, (again,))
        self.offer_to_open(dialog, folder)

    def _forget(self) -> None:
        self._looked = None
