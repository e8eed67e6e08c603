"""Stands in the way of leaving words that could not be saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.ui.complaints import complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.callout import Callout


class UnsavedDialog(Dialog):
    """Offers a copy, another try, and to stay; losing the words only where the window closes."""

    again_asked = Signal()
    copy_asked = Signal()
    losing_asked = Signal()

    def __init__(
        self, look: Look, parent: QWidget, *, is_closing: bool, has_copy: bool = False
    ) -> None:
        super().__init__(look, self.tr("Your last words are not saved yet"), parent)
        self.is_closing = is_closing
        self.set_usual_width(760)
        self.reason = Callout(look, "warning", "")
        self.add_content(self.reason)
        if has_copy:
            self.add_text(self.tr("The copy you saved elsewhere holds every one of these words."))
        elif is_closing:
            self.add_text(self.tr("If the window closed now, they would be lost."))
        self.stay = self.add_button(self.tr("Keep the window open"))
        self.again = self.add_button(self.tr("Try again"))
        self.copy = self.add_button(self.tr("Save a copy elsewhere…"), "primary")
        # Enter on a question that was not read must do nothing.
        self.copy.setDefault(False)
        self.stay.clicked.connect(self.reject)
        self.again.clicked.connect(self.again_asked)
        self.copy.clicked.connect(self._on_copy)
        if is_closing:
            way = self.tr("Close all the same") if has_copy else self.tr("Close and lose these…")
            self.lose = self.add_button(way, "flat")
            self.lose.clicked.connect(self._on_lose)

    def say(self, error: AppError) -> None:
        """Say why they are not saved."""
        here = self.tr(
            "They are still in the window, and saving is tried again by itself. What was saved "
            "before is as it was."
        )
        self.reason.set_words(complaint_of(error).lead, here)

    def _on_copy(self) -> None:
        self.accept()
        self.copy_asked.emit()

    def _on_lose(self) -> None:
        self.accept()
        self.losing_asked.emit()
