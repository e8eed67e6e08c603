"""What every errand has in common: its page, its questions, and its complaints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.progress import SteppedProgress
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.secret_dialog import SecretDialog, SecretWords, Work
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.services.workshop import Workshop


class Errand(QObject):
    """Lives as long as its page. File questions are asked while no dialog of ours stands open."""

    folder_asked = Signal(object)  # Path of a journal to open now

    def __init__(self, surroundings: Surroundings, page: QWidget, title: str) -> None:
        """Stand ready over this page; the title heads whatever is told."""
        super().__init__(page)
        self.surroundings = surroundings
        self.page = page
        self.title = title
        self._made: Path | None = None

    @property
    def workshop(self) -> Workshop:
        """The services."""
        return self.surroundings.workshop

    def run(
        self, title: str, work: Callable[[SteppedProgress], object], done: Callable[[Any], None]
    ) -> None:
        """Do long work; done is a method of the errand."""
        progress = ProgressDialog(self.surroundings.look, self.surroundings.lane, title, self.page)
        progress.succeeded.connect(done)
        progress.failed.connect(self.complain)
        progress.run(work)

    def ask_secret(self, words: SecretWords, work: Work, done: Callable[[Any], None]) -> None:
        """Ask what opens the journal, and do the work with it; done is a method of the errand."""
        look, lane = self.surroundings.look, self.surroundings.lane
        dialog = SecretDialog(look, lane, words, work, self.page)
        dialog.succeeded.connect(done)
        dialog.open()

    def complain(self, error: AppError) -> None:
        """Say what went wrong."""
        ToldDialog.of_error(self.surroundings.look, self.title, error, self.page).open()

    def tell(self, title: str, lead: str, sentences: tuple[str, ...] = ()) -> ToldDialog:
        """Make a dialog that says how it ended; its buttons are still to be added."""
        dialog = ToldDialog(self.surroundings.look, title, "success", self.page)
        dialog.tell(lead, sentences)
        return dialog

    def offer_to_open(self, dialog: ToldDialog, folder: Path) -> None:
        """Offer to open the journal that was made, as the next step."""
        self._made = folder
        dialog.add_ways(self.tr("Open it now"), self.tr("Not now"))
        dialog.act_asked.connect(self._open_made)
        dialog.open()

    def ask_new_folder(self, suggested: Path) -> Path | None:
        """Ask where the new journal is to be."""
        title = self.tr("Choose a place and a name for the new journal’s folder")
        return self.surroundings.asker.new_folder(self.page, title, free_name(suggested))

    def _open_made(self) -> None:
        if self._made is not None:
            self.folder_asked.emit(self._made)


def free_name(folder: Path) -> Path:
    """Give this folder's path, with a number if there is something of that name."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} {number}")
    return free
