"""The way to a first journal: a passphrase, the recovery words, and a check of two of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.errors import AppError
from app.ui.dialogs.dialog import abandon_dialogs
from app.ui.page import Page
from app.ui.pages.opening import Opening, confirm_words
from app.ui.pages.recovery_words import RecoveryWordsStep
from app.ui.pages.welcome_passphrase import PassphraseStep
from app.ui.pages.words_check import WordsCheckStep
from app.ui.pages.words_printing import PrintPages, WordsPrinting, ask_for_printer
from app.ui.replacing import WORDS_UNSEEN
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.errands.restoring import Restoring


class WelcomePage(Page):
    """Makes a journal. It exists from the end of the first step on, and opens after the last."""

    opened = Signal(object, object)  # Desk, Path of its folder
    sample_asked = Signal()
    open_asked = Signal()
    folder_asked = Signal(object)  # Path of a journal that was made of a backup
    back_asked = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        journals_folder: Path,
        print_pages: PrintPages = ask_for_printer,
    ) -> None:
        """New journals go into a folder of their own below this one."""
        super().__init__(surroundings)
        self._journals_folder = journals_folder
        self._opening: Opening | None = None
        self._words: tuple[str, ...] = ()
        self._build()
        self._restoring: Restoring | None = None
        self._printing = WordsPrinting(surroundings, self.words_step, print_pages)
        self._connect()

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        steps = (self.tr("Passphrase"), self.tr("Recovery words"), self.tr("A short check"))
        self.passphrase_step = PassphraseStep(self.look, self.surroundings.lane, steps)
        self.words_step = RecoveryWordsStep(self.look, steps)
        self.check_step = WordsCheckStep(self.look, steps)
        self.stack = QStackedWidget()
        for step in (self.passphrase_step, self.words_step, self.check_step):
            self.stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        self.passphrase_step.journal_asked.connect(self._make)
        self.passphrase_step.sample_asked.connect(self.sample_asked)
        self.passphrase_step.open_asked.connect(self.open_asked)
        self.passphrase_step.restore_asked.connect(self._restore)
        self.passphrase_step.back_asked.connect(self.back_asked)
        self.words_step.written_down.connect(self._ask_for_two)
        self.check_step.back_asked.connect(self._show_words)
        self.check_step.passed.connect(self._hand_over)

    def set_can_go_back(self, can: bool) -> None:
        """Show “Back” in the first step when another page was there before."""
        self.passphrase_step.back_button.setVisible(can)

    @property
    def folder_of_shown_words(self) -> Path | None:
        """Give the journal that would be locked, with words that nobody has confirmed."""
        return self.made_folder

    @property
    def note_of_lock(self) -> str:
        """Say that the words were not confirmed."""
        return WORDS_UNSEEN

    @property
    def made_folder(self) -> Path | None:
        """The folder of the journal that was made and whose recovery words are shown."""
        return self._opening.folder if self._opening is not None and self._words else None

    def enter(self) -> None:
        """Put the focus into the step that is shown."""
        step = self.stack.currentWidget()
        if isinstance(step, PassphraseStep | RecoveryWordsStep | WordsCheckStep):
            step.begin()

    def leave(self) -> bool:
        """Close a journal that was made and not opened; its passphrase opens it later."""
        opening, self._opening = self._opening, None
        self._forget()
        abandon_dialogs(self)
        if opening is not None:
            self.surroundings.lane.run_and_wait(opening.abandon)
        self.passphrase_step.set_busy(False)
        self.stack.setCurrentWidget(self.passphrase_step)
        return True

    def _restore(self) -> None:
        if self._restoring is None:
            from app.ui.errands.restoring import Restoring  # here, for a quick start

            self._restoring = Restoring(self.surroundings, self, self._journals_folder)
            self._restoring.folder_asked.connect(self.folder_asked)
        self._restoring.restore()

    def _make(self, name: str, passphrase: str) -> None:
        if self._opening is not None:
            return
        self.passphrase_step.set_busy(True)
        self._opening = Opening(self.surroundings.workshop, self._journals_folder / name)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_not_made)
        self.surroundings.lane.start(job, partial(self._opening.create, passphrase))

    def _on_made(self, words: tuple[str, ...]) -> None:
        if self._opening is None:
            return
        self._words = words
        self.passphrase_step.set_busy(False)
        self.passphrase_step.forget()
        self._show_words()
        self.shown_words_changed.emit()

    def _on_not_made(self, error: AppError) -> None:
        self._opening = None
        self.passphrase_step.set_busy(False)
        self.passphrase_step.complain(error)

    def _show_words(self) -> None:
        self.words_step.show_words(self._words)
        self._printing.set_words(self._words)
        self.stack.setCurrentWidget(self.words_step)
        self.words_step.begin()

    def _ask_for_two(self) -> None:
        self.check_step.ask(self._words)
        self.stack.setCurrentWidget(self.check_step)
        self.check_step.begin()

    def _hand_over(self) -> None:
        opening, self._opening = self._opening, None
        desk = opening.hand_over() if opening is not None else None
        self._forget()
        if opening is not None and desk is not None:
            lane = self.surroundings.lane
            lane.start(lane.job(), partial(confirm_words, desk))
            self.opened.emit(desk, opening.folder)

    def _forget(self) -> None:
        self._words = ()
        self.words_step.show_words(())
        self._printing.set_words(())
        self.check_step.forget()
        self.passphrase_step.forget()
