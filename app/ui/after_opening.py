"""What a journal does for itself once it is open and nobody waits: today's snapshot, the bin.

Each piece of work gives the lane away as soon as something the person asked for waits there, and
is tried again when it is quiet.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError, Cancelled, JournalError
from app.domain.progress import unwatched
from app.services.backup_ports import CopiedSnapshot
from app.services.workshop import Desk
from app.ui.page import StatusWords
from app.ui.surroundings import Surroundings

_FIRST_AFTER_MS = 2_000
_AGAIN_AFTER_MS = 10_000
_NEXT_LOOK_MS = 3_600_000  # a journal may stay open over midnight


class AfterOpening(QObject):
    """Begins with an opened journal, looks again each hour, and ends with the view that owns it."""

    told = Signal(object)  # StatusWords

    def __init__(self, surroundings: Surroundings, desk: Desk, parent: QObject) -> None:
        """Wait; begin() starts it."""
        super().__init__(parent)
        self._lane, self._desk = surroundings.lane, desk
        self._backups = surroundings.workshop.backups
        self._is_tidy = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_FIRST_AFTER_MS)
        self._quiet.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin a little later, when the first page has been painted and is used."""
        self._quiet.start()

    def _go_on(self) -> None:
        if self._desk.vault.is_closed:
            return  # the view outlives its journal by a moment
        job = self._lane.job()
        job.failed.connect(self._on_failed)
        if self._is_tidy:
            job.succeeded.connect(self._on_copied)
            snapshot = partial(self._backups.begin_snapshot, self._desk.vault)
            self._lane.start(job, partial(snapshot, self._lane.progress_unless_waited_for))
        else:
            job.succeeded.connect(self._on_tidied)
            tidy = self._desk.retention.tidy
            self._lane.start(job, partial(tidy, self._lane.progress_unless_waited_for))

    def _on_tidied(self, _emptied: object) -> None:
        self._is_tidy = True
        if self._desk.vault.is_closed:
            return
        job = self._lane.job()
        job.succeeded.connect(self._on_read_ahead)
        job.failed.connect(self._on_read_ahead)  # the first search is a little slower then
        read_ahead = self._desk.vault.read_ahead
        self._lane.start(job, partial(read_ahead, self._lane.progress_unless_waited_for))

    def _on_read_ahead(self, _told: object) -> None:
        self._go_on()

    def _on_copied(self, copied: CopiedSnapshot | None) -> None:
        self._quiet.start(_NEXT_LOOK_MS)
        if copied is not None:
            # Proving the copy takes its time, and needs neither the journal nor its lane.
            job = self._lane.job()
            job.failed.connect(self._on_failed)
            self._lane.start_beside(job, partial(copied.settle, unwatched))

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, Cancelled):
            self._quiet.start(_AGAIN_AFTER_MS)
            return
        if not self._is_tidy:
            self._on_tidied(None)  # what lies in the bin stays there; the snapshot is made
        elif isinstance(error, JournalError):
            self._quiet.start(_NEXT_LOOK_MS)
            words = self._backups.told_once(error)
            if words:
                self.told.emit(StatusWords("triangle-alert", words, "warning"))
