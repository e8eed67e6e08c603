"""Looks at what was copied, and says what other programs may have of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.identifier_decision import Verdict
from app.services.checked_words import CheckedWords
from app.services.copied_words import Looking, guarded_words, looked_on
from app.services.release_check import ReleaseCheck
from app.ui.dialogs.release_dialog import ReleaseDialog, ReleaseWish
from app.ui.surroundings import Surroundings


class Copying(QObject):
    """Knows what was copied last; a long text is looked at part by part, so saving goes on."""

    may_leave = Signal(str, str)  # the words that were copied, and what others get of them
    looked = Signal(int, int)  # how many different findings wait, and how many are replaced
    decided = Signal()
    failed = Signal(object)  # AppError

    def __init__(self, surroundings: Surroundings, page: QWidget, check: ReleaseCheck) -> None:
        """Ask over this page."""
        super().__init__(page)
        self._surroundings, self._page, self._check = surroundings, page, check
        self._looking = Looking("", "")
        self._checked: CheckedWords | None = None

    def begin(self, words: str, reflection_id: str = "") -> None:
        """Look at words that were copied, from this reflection where one is open."""
        self._looking = Looking(words, self.tr("What you copied"), reflection_id)
        self._checked = None
        self._look_on()

    def ask(self) -> bool:
        """Ask about what waits for a decision; False where nothing does."""
        checked = self._checked
        if checked is None or not checked.undecided:
            return False
        dialog = ReleaseDialog(self._surroundings.look, checked, self._page, has_line=False)
        dialog.agreed.connect(self._decide)
        dialog.open()
        return True

    def _look_on(self) -> None:
        self._start(partial(_looked, self._check, self._looking), self._on_looked)

    def _on_looked(self, found: tuple[Looking, Looking]) -> None:
        before, after = found
        if before is not self._looking:
            return  # something else was copied meanwhile
        self._looking = after
        if after.rest:
            self._look_on()
        else:
            self._start(partial(_guarded, after), self._on_guarded)

    def _on_guarded(self, found: tuple[Looking, CheckedWords, str]) -> None:
        looking, checked, leaving = found
        if looking is self._looking:
            self._checked = checked
            self.may_leave.emit(looking.words, leaving)
            self.looked.emit(len(checked.undecided), checked.count(Verdict.REPLACED))

    def _decide(self, wish: ReleaseWish) -> None:
        self._start(partial(_decided, self._check, self._looking, wish), self._on_decided)

    def _on_decided(self, found: tuple[Looking, CheckedWords]) -> None:
        looking, checked = found
        if looking is self._looking:
            self._checked = checked
            self.may_leave.emit(looking.words, "".join(map(checked.words_of, looking.texts)))
            self.decided.emit()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self._surroundings.lane.start(job, work)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _looked(check: ReleaseCheck, looking: Looking) -> tuple[Looking, Looking]:
    return looking, looked_on(check, looking)


def _guarded(looking: Looking) -> tuple[Looking, CheckedWords, str]:
    checked = looking.checked
    return looking, checked, guarded_words(looking.texts, checked)


def _decided(
    check: ReleaseCheck, looking: Looking, wish: ReleaseWish
) -> tuple[Looking, CheckedWords]:
    for alike, decision in wish.decisions:
        check.decide(alike, decision)
    checked = check.words(looking.texts)
    check.let_pass(checked, because=wish.because)
    return looking, checked
