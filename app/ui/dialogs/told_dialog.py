"""Tells how something ended, and perhaps offers the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, Cancelled
from app.ui.complaints import complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.callout import Callout


class ToldDialog(Dialog):
    """A callout, some sentences, “Close”, and at most one thing to do next."""

    act_asked = Signal()

    def __init__(self, look: Look, title: str, tone: str, parent: QWidget) -> None:
        """Begin with the title; the tone is that of a callout."""
        super().__init__(look, title, parent)
        self.told = Callout(look, tone, "")
        self.add_content(self.told)

    @classmethod
    def of_error(cls, look: Look, title: str, error: AppError, parent: QWidget) -> ToldDialog:
        """Tell what went wrong, what is safe and what to do next."""
        dialog = cls(look, title, "info" if isinstance(error, Cancelled) else "error", parent)
        complaint = complaint_of(error)
        dialog.tell(complaint.lead, (complaint.rest,))
        dialog.add_ways()
        return dialog

    def tell(self, lead: str, sentences: Sequence[str] = ()) -> None:
        """Say the first sentence beside the lead, and the others under it."""
        first, *others = sentences or ("",)
        self.told.set_words(lead, first)
        for sentence in others:
            self.add_text(sentence)

    def add_ways(self, act: str = "", close: str = "") -> None:
        """Put the buttons in: the next step is the filled one."""
        way = self.add_button(close or self.tr("Close"), "flat" if act else "plain")
        way.clicked.connect(self.reject)
        if act:
            self.act_button = self.add_button(act, "primary")
            self.act_button.clicked.connect(self._act)

    def _act(self) -> None:
        self.accept()
        self.act_asked.emit()
