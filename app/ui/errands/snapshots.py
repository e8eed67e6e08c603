"""A journal's snapshots: looked at, made a new journal of, or put back in a damaged one's place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.backup import PutBack, Snapshot
from app.domain.progress import Progress
from app.domain.secret import Secret
from app.ui.dialogs.secret_dialog import SecretWords
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.errands.backup_words import contents_words, moment_words
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


class Snapshots(Errand):
    """The journal may be open; only to put one back it must be closed."""

    def __init__(
        self, surroundings: Surroundings, page: QWidget, folder: Path, *, is_closed: bool
    ) -> None:
        """Stand ready for the journal in this folder."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("The snapshot was not used")
        self._folder = folder
        self._is_closed = is_closed

    def begin(self) -> None:
        """List what there is."""
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self.complain)
        self.surroundings.lane.start(job, partial(self.workshop.backups.snapshots, self._folder))

    def _show(self, found: tuple[Snapshot, ...]) -> None:
        look = self.surroundings.look
        dialog = SnapshotsDialog(look, found, self.page, can_put_back=self._is_closed)
        dialog.restore_asked.connect(self._restore)
        dialog.put_back_asked.connect(self.put_back)
        dialog.open()

    def _restore(self, snapshot: Snapshot) -> None:
        name = self.tr("{name} restored").format(name=self._folder.name)
        folder = self.ask_new_folder(self._folder.with_name(name))
        if folder is None:
            return
        words = SecretWords(
            title=self.tr("What opens this snapshot?"),
            meaning=self.tr(
                "Snapshot of {moment}. If you made new recovery words since, take the ones of "
                "that time."
            ).format(moment=moment_words(snapshot.made_at)),
            go_on=self.tr("Restore"),
            under_way=self.tr("Restoring…"),
        )
        self.ask_secret(words, partial(self._work, snapshot, folder), self._on_restored)

    def _work(self, snapshot: Snapshot, folder: Path, secret: Secret, progress: Progress) -> Path:
        source = (self._folder, snapshot.name)
        self.workshop.backups.restore_snapshot(source, secret, folder, progress)
        return folder

    def _on_restored(self, folder: Path) -> None:
        name = self.tr("The new journal is called “{name}”.").format(name=folder.name)
        left = self.tr("The journal and its snapshots were left as they are.")
        self.offer_to_open(self.tell(self.tr("Restored"), name, (left,)), folder)

    def put_back(self) -> None:
        """Let the newest whole snapshot be the journal again; the damaged file is kept."""
        words = SecretWords(
            title=self.tr("Put back the newest snapshot?"),
            meaning=self.tr(
                "The newest snapshot that is whole becomes the journal. What was written after it "
                "is missing there. The damaged file is kept beside it, so nothing is thrown away."
            ),
            go_on=self.tr("Put it back"),
            under_way=self.tr("Putting the snapshot back…"),
        )
        self.ask_secret(words, self._put_back, self._on_put_back)

    def _put_back(self, secret: Secret, progress: Progress) -> PutBack:
        return self.workshop.backups.put_back_snapshot(self._folder, secret, progress)

    def _on_put_back(self, done: PutBack) -> None:
        sentences = contents_words(done.contents)
        if done.damaged_kept_as:
            kept = self.tr("The damaged file is kept beside it as {name}.")
            sentences = (*sentences, kept.format(name=done.damaged_kept_as))
        lead = self.tr("The snapshot is the journal now.")
        self.offer_to_open(self.tell(self.tr("Put back"), lead, ("", *sentences)), self._folder)
