"""What a page says when the journal cannot be read: an empty one would look like no writing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError, JournalDamaged
from app.ui.complaints import complaint_of
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout


class CannotRead(QWidget):
    """Tells what is wrong and leads to what mends it."""

    mending_asked = Signal()

    def __init__(self, look: Look, error: AppError) -> None:
        """Say what this error means for the person."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        complaint = complaint_of(error)
        self.callout = Callout(look, "error", complaint.lead, complaint.rest)
        column.addWidget(self.callout)
        self.mend_button: Button | None = None
        if isinstance(error, JournalDamaged):
            self.mend_button = Button(look, self.tr("Close the journal and mend it…"))
            self.mend_button.clicked.connect(self.mending_asked)
            row = ButtonRow(look)
            row.add(self.mend_button)
            row.add_stretch()
            column.addSpacing(look.space("s"))
            column.addWidget(row)
