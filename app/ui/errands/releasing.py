"""Lets a document, or what goes into a form, leave: looked at, decided, then let pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.identifier import PossibleIdentifier
from app.services.release_check import CheckedDocument, ReleaseCheck
from app.services.word_form_leaving import CheckedForm, FormLeaving
from app.services.word_forms import ReleasedValues
from app.summary.document import Document
from app.summary.released import Released
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.dialogs.release_dialog import ReleaseDialog, ReleaseWish
from app.ui.surroundings import Surroundings

_Looked = CheckedDocument | CheckedForm


class Releasing(QObject):
    """One thing at a time; while one waits for an answer, another press asks nothing."""

    released = Signal(object)  # Released, or ReleasedValues
    given_up = Signal()
    failed = Signal(object)  # AppError

    def __init__(
        self,
        surroundings: Surroundings,
        page: QWidget,
        check: ReleaseCheck,
        forms: FormLeaving | None = None,
    ) -> None:
        """Ask over this page."""
        super().__init__(page)
        self._surroundings, self._page = surroundings, page
        self._check, self._forms = check, forms
        self._file_name = ""
        self._is_busy = False
        self._looked: _Looked | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something waits to leave."""
        return self._is_busy

    def begin(self, make: Callable[[], Document], file_name: str = "") -> None:
        """Look at the document that is made on the lane, and at the stem of a file's name."""
        self._begin(partial(_looked_at, self._check, make, file_name), file_name)

    def begin_form(self, look: Callable[[], CheckedForm], file_name: str = "") -> None:
        """Look at what would go into a form; look runs on the lane."""
        self._begin(partial(_form_looked_at, self._check, look, file_name), file_name)

    def _begin(self, work: Callable[[], object], file_name: str) -> None:
        if self._is_busy:
            return
        self._is_busy, self._file_name = True, file_name
        self._start(work, self._on_looked)

    def _on_looked(self, found: tuple[_Looked, tuple[PossibleIdentifier, ...]]) -> None:
        self._looked, in_name = found
        if in_name:
            self._ask_about_name()
        else:
            self._ask_about_words()

    def _ask_about_name(self) -> None:
        question = Question(
            self.tr("The file’s name may identify somebody"),
            (
                self.tr("“{name}” holds a possible identifier.").format(name=self._file_name),
                self.tr("A file’s name is seen without opening the file."),
            ),
            self.tr("Choose another name"),
            self.tr("Keep this name"),
        )
        dialog = Confirming(self._surroundings.look, question, None, self._page)
        dialog.confirmed.connect(self._on_name_kept)
        dialog.rejected.connect(self._give_up)
        dialog.open()

    def _on_name_kept(self, _nothing: object) -> None:
        self._ask_about_words()

    def _ask_about_words(self) -> None:
        looked = self._looked
        if looked is None:
            return
        if not (looked.checked.undecided or looked.checked.unseen):
            self._let_pass(ReleaseWish(()))  # all of it was shown and decided before
            return
        is_document = isinstance(looked, CheckedDocument)
        dialog = ReleaseDialog(
            self._surroundings.look, looked.checked, self._page, has_line=is_document
        )
        dialog.agreed.connect(self._let_pass)
        dialog.rejected.connect(self._give_up)
        dialog.open()

    def _let_pass(self, wish: ReleaseWish) -> None:
        looked = self._looked
        if isinstance(looked, CheckedDocument):
            self._start(partial(_released, self._check, looked, wish), self._on_released)
        elif looked is not None and self._forms is not None:
            work = partial(_form_released, self._check, self._forms, looked, wish)
            self._start(work, self._on_released)

    def _on_released(self, released: Released | ReleasedValues) -> None:
        self._forget()
        self.released.emit(released)

    def _give_up(self) -> None:
        self._forget()
        self.given_up.emit()

    def _on_failed(self, error: AppError) -> None:
        self._forget()
        self.failed.emit(error)

    def _on_broke(self, _error: object) -> None:
        self._forget()

    def _forget(self) -> None:
        self._is_busy, self._looked, self._file_name = False, None, ""

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._on_broke)
        self._surroundings.lane.start(job, work)


def _looked_at(
    check: ReleaseCheck, make: Callable[[], Document], file_name: str
) -> tuple[CheckedDocument, tuple[PossibleIdentifier, ...]]:
    return check.document(make()), check.names_in(file_name)


def _form_looked_at(
    check: ReleaseCheck, look: Callable[[], CheckedForm], file_name: str
) -> tuple[CheckedForm, tuple[PossibleIdentifier, ...]]:
    return look(), check.names_in(file_name)


def _decide(check: ReleaseCheck, wish: ReleaseWish) -> None:
    for alike, decision in wish.decisions:
        check.decide(alike, decision)


def _released(check: ReleaseCheck, looked: CheckedDocument, wish: ReleaseWish) -> Released:
    check.remember_seen(looked.checked)
    _decide(check, wish)
    again = check.document(looked.document) if wish.decisions else looked
    return check.release(again, because=wish.because, with_line=wish.with_line)


def _form_released(
    check: ReleaseCheck, forms: FormLeaving, looked: CheckedForm, wish: ReleaseWish
) -> ReleasedValues:
    check.remember_seen(looked.checked)
    _decide(check, wish)
    again = forms.look_again(looked) if wish.decisions else looked
    return forms.release(again, because=wish.because)
