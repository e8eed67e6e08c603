"""Prints the recovery words of the step that shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.calendar_words import local_day
from app.domain.errors import AppError
from app.paper.printing import PaperPrinting, has_printer
from app.services.ports import PageMaker
from app.summary.document import Document
from app.summary.recovery_paper import recovery_paper
from app.ui.pages.recovery_words import RecoveryWordsStep
from app.ui.surroundings import Surroundings

PrintPages = Callable[[tuple[bytes, ...], QWidget], bool]


def ask_for_printer(pages: tuple[bytes, ...], parent: QWidget) -> bool:
    """Let the person choose a printer, or say that there is none; only now is one looked for."""
    if not has_printer():
        return False
    PaperPrinting(pages, parent).ask()
    return True


class WordsPrinting(QObject):
    """Makes the paper on the lane; a step that shows nothing any more prints nothing."""

    def __init__(
        self, surroundings: Surroundings, step: RecoveryWordsStep, print_pages: PrintPages
    ) -> None:
        """Print what this step shows."""
        super().__init__(step)
        self._surroundings = surroundings
        self._step = step
        self._print_pages = print_pages
        self._words: tuple[str, ...] = ()
        step.print_asked.connect(self._make_paper)

    def set_words(self, words: Sequence[str]) -> None:
        """Take the words that are shown; none once they are to be forgotten."""
        self._words = tuple(words)

    def _make_paper(self) -> None:
        workshop = self._surroundings.workshop
        paper = recovery_paper(self._words, local_day(workshop.clock.now()))
        self._step.print_button.setEnabled(False)
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._print)
        job.failed.connect(self._on_no_paper)
        self._surroundings.lane.start(job, partial(_pages_of, workshop.pages, paper))

    def _print(self, pages: tuple[bytes, ...]) -> None:
        self._step.print_button.setEnabled(True)
        self._step.say_of_printing("")
        if self._words and not self._print_pages(pages, self._step):
            self._step.say_of_printing(
                self.tr("No printer is set up on this computer. Write the words down by hand.")
            )

    def _on_no_paper(self, error: AppError) -> None:
        self._step.print_button.setEnabled(True)
        self._step.say_of_printing(str(error))


def _pages_of(maker: PageMaker, paper: Document) -> tuple[bytes, ...]:
    return maker.pages(paper)
