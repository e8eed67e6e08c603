"""The way to a new key: the work, the new words, the short check, and what old copies mean."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.errors import AppError
from app.domain.progress import SteppedProgress
from app.domain.secret import Secret
from app.services.keys import Keys
from app.ui.dialogs.dialog import abandon_dialogs
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.working_dialog import is_working
from app.ui.new_key_wish import NewKeyWish
from app.ui.page import Page
from app.ui.pages.new_key_steps import EncryptingStep, OldCopiesStep
from app.ui.pages.opening import Opening
from app.ui.pages.recovery_words import RecoveryWordsStep
from app.ui.pages.words_check import WordsCheckStep
from app.ui.pages.words_printing import PrintPages, WordsPrinting, ask_for_printer
from app.ui.replacing import KEYS_CHANGING, WORDS_UNSEEN
from app.ui.surroundings import Surroundings


class NewKeyPage(Page):
    """Stands where no journal is open; at every moment either the old or the new key is whole."""

    opened = Signal(object, object)  # Desk, Path of its folder
    left = Signal()  # everything is as it was; the journal is closed

    def __init__(
        self,
        surroundings: Surroundings,
        wish: NewKeyWish,
        print_pages: PrintPages = ask_for_printer,
    ) -> None:
        """Begin as soon as the page is entered."""
        super().__init__(surroundings)
        self._wish: NewKeyWish | None = wish
        self._folder = wish.folder
        self._making: _NewKey | None = None
        self._opening: Opening | None = None
        self._changes_passphrase = bool(wish.new_passphrase)
        self._was_stopped = False  # by a lock, before the new key was in force
        self._is_opening_asked = self._is_opened = False
        self._build(takes_words=self._changes_passphrase)
        self._printing = WordsPrinting(surroundings, self.words_step, print_pages)
        self._connect()

    def _build(self, *, takes_words: bool) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = self.look
        steps = (
            self.tr("A new key"),
            self.tr("New recovery words"),
            self.tr("A short check"),
            self.tr("The old copies"),
        )
        self.work_step = EncryptingStep(look, steps, takes_words=takes_words)
        self.words_step = RecoveryWordsStep(look, steps)
        self.words_step.back_button.hide()  # the new key is in force: nothing lies behind
        self.check_step = WordsCheckStep(look, steps)
        self.check_step.set_next_words(
            self.tr(
                "Read these two from what you wrote down or printed. Afterwards the words are not "
                "shown again."
            ),
            self.tr("Continue"),
        )
        self.copies_step = OldCopiesStep(look, steps)
        self.stack = QStackedWidget()
        for step in (self.work_step, self.words_step, self.check_step, self.copies_step):
            self.stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        self.work_step.tried_again.connect(self._try_again)
        self.work_step.left.connect(self.left)
        self.words_step.written_down.connect(self._ask_for_two)
        self.check_step.back_asked.connect(self._show_words)
        self.check_step.passed.connect(self._on_confirmed)
        self.copies_step.removal_asked.connect(self._remove_old)
        self.copies_step.passed.connect(self._open)

    @property
    def folder_of_shown_words(self) -> Path | None:
        """Give the journal: a lock ends the work and goes on before it."""
        return self._folder

    @property
    def note_of_lock(self) -> str:
        """Say so if new words are in force unconfirmed, or if a new passphrase may not be."""
        if self._making is not None and self._making.words:
            return WORDS_UNSEEN
        return KEYS_CHANGING if self._was_stopped else ""

    def enter(self) -> None:
        """Begin the work."""
        self._work()

    def leave(self) -> bool:
        """Stop the work, or wait for what cannot be stopped any more; forget every secret."""
        self._was_stopped = self._changes_passphrase and is_working(self)
        abandon_dialogs(self)
        opening, self._opening, self._wish = self._opening, None, None
        self.surroundings.lane.wait()
        if opening is not None:
            self.surroundings.lane.run_and_wait(opening.abandon)
        self._show_no_words()
        self.work_step.forget()
        return True

    def _work(self) -> None:
        if self._wish is None:
            return
        self.work_step.show_working()
        title = self.tr("Encrypting the journal anew…")
        dialog = ProgressDialog(self.look, self.surroundings.lane, title, self)
        dialog.succeeded.connect(self._on_made)
        dialog.failed.connect(self.work_step.complain)
        self._making = _NewKey(self._wish)
        dialog.run(partial(self._making.make, self.surroundings.workshop.keys))

    def _try_again(self, secret: Secret) -> None:
        if self._wish is not None:
            self._wish = replace(self._wish, secret=secret)
            self._work()

    def _on_made(self, _words: object) -> None:
        self.work_step.forget()
        self._show_words()

    def _show_words(self) -> None:
        if self._making is None:
            return
        self.words_step.show_words(self._making.words)
        self._printing.set_words(self._making.words)
        self.stack.setCurrentWidget(self.words_step)
        self.words_step.begin()

    def _ask_for_two(self) -> None:
        if self._making is not None:
            self.check_step.ask(self._making.words)
            self.stack.setCurrentWidget(self.check_step)
            self.check_step.begin()

    def _on_confirmed(self) -> None:
        self._making = None
        self._show_no_words()
        self._begin_to_open()  # now, for the journal notes that its words are confirmed
        self.stack.setCurrentWidget(self.copies_step)
        self.copies_step.begin()
        job = self.surroundings.lane.job()
        job.succeeded.connect(self.copies_step.show_count)
        keys = self.surroundings.workshop.keys
        self.surroundings.lane.start(job, partial(_count_old, keys, self._folder))

    def _remove_old(self) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self.copies_step.show_removed)
        keys = self.surroundings.workshop.keys
        self.surroundings.lane.start(job, partial(keys.remove_old_copies, self._folder))

    def _open(self) -> None:
        self._is_opening_asked = True
        self.copies_step.open_button.setEnabled(False)
        if self._opening is None:
            self._begin_to_open()
        elif self._is_opened:
            self._hand_over()

    def _begin_to_open(self) -> None:
        if self._wish is None:
            return
        self._opening, self._is_opened = Opening(self.surroundings.workshop, self._folder), False
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_not_opened)
        work = partial(self._opening.open_confirmed, self._wish.passphrase)
        self.surroundings.lane.start(job, work)

    def _on_opened(self, opening: Opening) -> None:
        if opening is not self._opening:
            return
        self._is_opened = True
        if self._is_opening_asked:
            self._hand_over()

    def _hand_over(self) -> None:
        opening = self._opening
        if opening is None:
            return
        self._opening, self._wish = None, None
        desk = opening.hand_over()
        if desk is not None:
            self.opened.emit(desk, self._folder)

    def _on_not_opened(self, _error: AppError) -> None:
        # The page that opens journals says why, and what to do.
        self._opening = None
        if self._is_opening_asked:
            self.left.emit()

    def _show_no_words(self) -> None:
        self.words_step.show_words(())
        self._printing.set_words(())
        self.check_step.forget()


class _NewKey:
    """Made on the lane; it knows its words also where nobody was there to be told."""

    def __init__(self, wish: NewKeyWish) -> None:
        self._wish = wish
        self.words: tuple[str, ...] = ()

    def make(self, keys: Keys, progress: SteppedProgress) -> None:
        """Make the new key."""
        self.words = self._wish.fulfil(keys, progress)


def _count_old(keys: Keys, folder: Path) -> int:
    return len(keys.old_copies(folder))
