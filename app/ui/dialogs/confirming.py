"""Asks before something is done: what it means, the way to leave it, and the way on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, Cancelled, InBin, OnHold
from app.ui.complaints import complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.look import Look


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question. Its way on is a primary button or a danger, never the default."""

    title: str
    paragraphs: tuple[str, ...]
    stay: str
    go_on: str
    kind: str = "primary"


class Confirming(Dialog):
    """Tells what was asked about when the person goes on; Escape and the first button leave it."""

    confirmed = Signal(object)  # the subject

    def __init__(self, look: Look, question: Question, subject: object, parent: QWidget) -> None:
        """Ask a question about a subject."""
        super().__init__(look, question.title, parent)
        self._subject = subject
        for paragraph in question.paragraphs:
            self.add_text(paragraph)
        self.stay = self.add_button(question.stay, "flat")
        self.go_on = self.add_button(question.go_on, question.kind)
        # Enter on a question that was not read must do nothing.
        self.go_on.setDefault(False)
        self.stay.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_go_on)

    def _on_go_on(self) -> None:
        self.confirmed.emit(self._subject)
        self.accept()


def tell_error(look: Look, error: AppError, parent: QWidget, about: str = "") -> ToldDialog:
    """Tell why something was not done, about what if that is said; give the dialog.

    A hold is no fault, only a reason.
    """
    is_reason = isinstance(error, (OnHold, InBin, Cancelled))
    title = about or QCoreApplication.translate("Confirming", "Not done")
    dialog = ToldDialog(look, title, "info" if is_reason else "error", parent)
    complaint = complaint_of(error)
    dialog.tell(complaint.lead, (complaint.rest,))
    dialog.add_ways()
    dialog.open()
    return dialog
