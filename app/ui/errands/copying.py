"""Looks at what was copied, and says what other programs may have of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.identifier_decision import Verdict
from app.services.checked_words import CheckedWords
from app.services.copied_words import copied_texts, guarded_words, joined
from app.services.release_check import ReleaseCheck
from app.summary.leaving_texts import LeavingText
from app.ui.dialogs.release_dialog import ReleaseDialog, ReleaseWish
from app.ui.surroundings import Surroundings

_Texts = tuple[LeavingText, ...]


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
        self._texts: _Texts = ()
        self._parts: list[CheckedWords] = []
        self._checked: CheckedWords | None = None

    def begin(self, words: str, reflection_id: str = "") -> None:
        """Look at words that were copied, from this reflection where one is open."""
        self._texts = copied_texts(words, self.tr("What you copied"), reflection_id)
        self._parts, self._checked = [], None
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
        text = self._texts[len(self._parts)]
        self._start(partial(_looked, self._check, self._texts, text), self._on_looked)

    def _on_looked(self, found: tuple[_Texts, CheckedWords]) -> None:
        texts, part = found
        if texts is not self._texts:
            return  # something else was copied meanwhile
        self._parts.append(part)
        if len(self._parts) < len(texts):
            self._look_on()
            return
        self._start(partial(_guarded, texts, tuple(self._parts)), self._on_guarded)

    def _on_guarded(self, found: tuple[_Texts, CheckedWords, str]) -> None:
        texts, checked, leaving = found
        if texts is self._texts:
            self._checked = checked
            self.may_leave.emit(_words_of(texts), leaving)
            self.looked.emit(len(checked.undecided), checked.count(Verdict.REPLACED))

    def _decide(self, wish: ReleaseWish) -> None:
        self._start(partial(_decided, self._check, self._texts, wish), self._on_decided)

    def _on_decided(self, found: tuple[_Texts, CheckedWords]) -> None:
        texts, checked = found
        if texts is self._texts:
            self._checked = checked
            self.may_leave.emit(_words_of(texts), "".join(map(checked.words_of, texts)))
            self.decided.emit()

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self._surroundings.lane.start(job, work)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _words_of(texts: _Texts) -> str:
    return "".join(each.words for each in texts)


def _looked(check: ReleaseCheck, texts: _Texts, text: LeavingText) -> tuple[_Texts, CheckedWords]:
    return texts, check.words((text,))


def _guarded(texts: _Texts, parts: tuple[CheckedWords, ...]) -> tuple[_Texts, CheckedWords, str]:
    checked = joined(texts, parts)
    return texts, checked, guarded_words(texts, checked)


def _decided(check: ReleaseCheck, texts: _Texts, wish: ReleaseWish) -> tuple[_Texts, CheckedWords]:
    for alike, decision in wish.decisions:
        check.decide(alike, decision)
    checked = check.words(texts)
    check.let_pass(checked, because=wish.because)
    return texts, checked
