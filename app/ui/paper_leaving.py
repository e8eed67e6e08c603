"""The two ways in which a paper leaves the journal: printed, or saved as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.paper.printing import PaperPrinting, has_printer
from app.services.exporting import Exporting
from app.services.file_kind import FileKind
from app.services.release_check import ReleaseCheck
from app.summary.document import Document
from app.summary.released import Released
from app.ui.complaints import Complaint, complaint_of
from app.ui.errands.releasing import Releasing
from app.ui.file_kinds import filter_of, with_ending
from app.ui.surroundings import Surroundings


class PaperLeaving(QWidget):
    """Looks at what would leave, asks where to, does it, and tells how it went.

    It is never shown itself. Without a check only papers pass on which no word of a journal is.
    """

    told = Signal(str, object)  # tone, Complaint

    def __init__(
        self, surroundings: Surroundings, page: QWidget, check: ReleaseCheck | None
    ) -> None:
        """Stand behind a page or a dialog: questions open over it."""
        super().__init__(page)
        self._surroundings, self._page = surroundings, page
        self._is_making_pages, self._on_both_sides = False, True
        self._target: tuple[Path, FileKind] | None = None  # none: it goes to the printer
        self._releasing: Releasing | None = None
        if check is not None:
            self._releasing = Releasing(surroundings, page, check)
            self._releasing.released.connect(self._on_released)
            self._releasing.failed.connect(self._on_failed)
        self.hide()

    def print_document(self, document: Document, *, on_both_sides: bool = True) -> None:
        """Make the pages on the lane, then ask for the printer; meanwhile a press asks nothing."""
        if not has_printer():
            lead = self.tr("No printer is set up on this computer.")
            self.told.emit("warning", Complaint(lead, self.tr("Save it as PDF instead.")))
            return
        if self._is_making_pages or self._is_asking:
            return
        self._target, self._on_both_sides = None, on_both_sides
        if self._releasing is None:
            self._make_pages(Released.of_no_journal(document))
        else:
            self._releasing.begin(partial(_same, document))

    def save_paper(self, make: Callable[[], Document], stem: str, kind: FileKind) -> None:
        """Ask for a path, make the document on the lane and write the file."""
        if self._is_asking:
            return
        title = self.tr("Save the paper")
        target = self._surroundings.asker.save_path(
            self._page, title, f"{stem}{kind.ending}", filter_of(kind)
        )
        if target is None:
            return
        target = with_ending(target, kind)
        self._target = (target, kind)
        if self._releasing is None:
            self._start(partial(_save_sheet, self._exporting, make, target, kind), self._on_saved)
        else:
            self._releasing.begin(make, target.stem)

    @property
    def _is_asking(self) -> bool:
        return self._releasing is not None and self._releasing.is_busy

    @property
    def _exporting(self) -> Exporting:
        return self._surroundings.workshop.exporting

    def _on_released(self, released: Released) -> None:
        if self._target is None:
            self._make_pages(released)
        else:
            target, kind = self._target
            self._start(partial(_save, self._exporting, released, target, kind), self._on_saved)

    def _make_pages(self, released: Released) -> None:
        self._is_making_pages = True
        job = self._surroundings.lane.job()
        for over in (job.succeeded, job.failed, job.broke):
            over.connect(self._on_pages_over)
        job.succeeded.connect(self._ask_for_printer)
        job.failed.connect(self._on_failed)
        make = self._surroundings.workshop.pages.pages
        self._surroundings.lane.start(job, partial(make, released.document))

    def _on_pages_over(self, _result: object) -> None:
        self._is_making_pages = False

    def _ask_for_printer(self, pages: tuple[bytes, ...]) -> None:
        printing = PaperPrinting(pages, self._page, on_both_sides=self._on_both_sides)
        printing.printed.connect(self._on_printed)
        printing.refused.connect(self._on_refused)
        printing.ask()

    def _start(self, work: Callable[[], object], done: Callable[[Path], None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
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


def _same(document: Document) -> Document:
    return document


def _save(exporting: Exporting, released: Released, target: Path, kind: FileKind) -> Path:
    exporting.write(released, target, kind)
    return target


def _save_sheet(
    exporting: Exporting, make: Callable[[], Document], target: Path, kind: FileKind
) -> Path:
    exporting.write(Released.of_no_journal(make()), target, kind)
    return target
