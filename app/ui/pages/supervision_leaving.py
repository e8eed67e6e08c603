"""The two ways in which a summary leaves the journal: printed, or saved as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.paper.printing import PaperPrinting, has_printer
from app.services.exporting import Exporting
from app.services.preparing import Preparing
from app.summary.preparation import Preparation
from app.ui.complaints import Complaint, complaint_of
from app.ui.surroundings import Surroundings

SUGGESTED_NAME = "supervision-summary"


class SummaryLeaving(QWidget):
    """Asks where to, does it, and tells how it went; it is never shown itself."""

    told = Signal(str, object)  # tone, Complaint

    def __init__(self, surroundings: Surroundings, preparing: Preparing, page: QWidget) -> None:
        """Stand behind a page: dialogs open over it."""
        super().__init__(page)
        self._surroundings, self._preparing, self._page = surroundings, preparing, page
        self.hide()

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Ask for the printer."""
        if not has_printer():
            lead = self.tr("No printer is set up on this computer.")
            self.told.emit("warning", Complaint(lead, self.tr("Save it as PDF instead.")))
            return
        printing = PaperPrinting(pages, self._page)
        printing.printed.connect(self._on_printed)
        printing.refused.connect(self._on_refused)
        printing.ask()

    def save(self, preparation: Preparation, kind: str) -> None:
        """Ask for a path and write the file: pdf, html or md."""
        kinds = {
            "pdf": self.tr("PDF (*.pdf)"),
            "html": self.tr("Web page (*.html)"),
            "md": self.tr("Markdown text (*.md)"),
        }
        target = self._surroundings.asker.save_path(
            self._page, self.tr("Save the summary"), f"{SUGGESTED_NAME}.{kind}", kinds[kind]
        )
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(f".{kind}")
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)
        exporting = self._surroundings.workshop.exporting
        work = partial(_save, self._preparing, exporting, preparation, target)
        self._surroundings.lane.start(job, work)

    def _on_saved(self, target: Path) -> None:
        lead = self.tr("Saved as {name}.").format(name=target.name)
        rest = self.tr("A file outside the journal is not encrypted.")
        self.told.emit("success", Complaint(lead, rest))

    def _on_failed(self, error: AppError) -> None:
        self.told.emit("error", complaint_of(error))

    def _on_printed(self) -> None:
        self.told.emit("success", Complaint(self.tr("Sent to the printer."), ""))

    def _on_refused(self) -> None:
        lead = self.tr("The printer did not take the pages.")
        self.told.emit("error", Complaint(lead, self.tr("Is it switched on? Nothing is lost.")))


def _save(
    preparing: Preparing, exporting: Exporting, preparation: Preparation, target: Path
) -> Path:
    exporting.write(preparing.prepared(preparation).document, target)
    return target
