"""Opens the sample journal, making it the first time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.services.workshop import Desk, Workshop

FOLDER_NAME = "Sample journal"


class SampleOpener(QObject):
    """Works on the lane; its passphrase is known, for it holds only invented reflections."""

    began = Signal()
    opened = Signal(object, object)  # Desk, Path
    failed = Signal(object)  # the AppError

    def __init__(self, surroundings: Surroundings, journals_folder: Path, parent: QObject) -> None:
        """Know where the sample journal lives."""
        super().__init__(parent)
        self._surroundings = surroundings
        self.folder = journals_folder / FOLDER_NAME
        self._is_opening = False

    def open(self) -> None:
        """Open it, on the lane; a second press meanwhile does nothing."""
        if self._is_opening:
            return
        self._is_opening = True
        self.began.emit()
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)
        workshop = self._surroundings.workshop
        self._surroundings.lane.start(job, partial(_open_or_make, workshop, self.folder))

    def _on_opened(self, desk: Desk) -> None:
        self._is_opening = False
        self.opened.emit(desk, self.folder)

    def _on_failed(self, error: AppError) -> None:
        self._is_opening = False
        self.failed.emit(error)


def _open_or_make(workshop: Workshop, folder: Path) -> Desk:
    from app.services.sample import SAMPLE_PASSPHRASE

    if workshop.unlocking.is_journal(folder):
        return workshop.desk(workshop.unlocking.open(folder, SAMPLE_PASSPHRASE))
    vault, _ = workshop.unlocking.create(folder, SAMPLE_PASSPHRASE)
    desk = workshop.desk(vault)
    workshop.fill_sample(desk)
    return desk
