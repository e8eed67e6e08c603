"""Over the form while the journal takes no words: why, what is safe, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.ui.announcing import announce
from app.ui.complaints import complaint_of
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout


class UnsavedBanner(QWidget):
    """Takes no focus and covers nothing: the writing goes on under it."""

    again_asked = Signal()
    copy_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.callout = Callout(look, "warning", "")
        self.again_button = Button(look, self.tr("Try again now"), is_small=True)
        self.copy_button = Button(look, self.tr("Save a copy elsewhere…"), is_small=True)
        row = ButtonRow(look)
        row.add(self.again_button)
        row.add(self.copy_button)
        row.add_stretch()
        self.callout.add_row(row)
        column = QVBoxLayout(self)
        side = look.space("l")
        column.setContentsMargins(side, look.space("m"), side, look.space("m"))
        column.addWidget(self.callout)
        self.again_button.clicked.connect(self.again_asked)
        self.copy_button.clicked.connect(self.copy_asked)
        self.hide()

    def say(self, error: AppError) -> None:
        """Show why; a screen reader is told once."""
        complaint = complaint_of(error)
        here = self.tr("Your words stay on the screen, and saving is tried again by itself.")
        self.callout.set_words(complaint.lead, f"{here} {complaint.rest}".strip())
        if self.isHidden():
            self.show()
            announce(self.callout)
