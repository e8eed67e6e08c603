"""Asks for a review date, and for the reason of a hold."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.retention import HOLD_WARNING
from app.ui.dialogs.day_dialog import DayDialog, DayQuestion
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.text_field import TextField

_LONGEST_REASON = 200


class ReviewDialog(DayDialog):
    """On which day to think about keeping a reflection, or on none."""

    def __init__(
        self, look: Look, reflection_id: str, day: date | None, today: date, parent: QWidget
    ) -> None:
        """Begin with the date that is set."""
        question = DayQuestion(
            self.tr("Review date"),
            self.tr(
                "On this day Home reminds you to think about whether you still need to keep it. "
                "It only reminds: nothing is ever deleted because a date has passed."
            ),
            self.tr("No date"),
            self.tr("Remind me"),
        )
        super().__init__(look, question, (reflection_id, day), today, parent)


class HoldDialog(Dialog):
    """Says what a hold means and asks why, which may stay open."""

    hold_chosen = Signal(str, str)  # reflection id, why

    def __init__(self, look: Look, reflection_id: str, parent: QWidget) -> None:
        """Begin without a reason."""
        super().__init__(look, self.tr("Put it on hold?"), parent)
        self._reflection_id = reflection_id
        self.add_text(HOLD_WARNING)
        self.why_field = TextField(look, self.tr("Why"), self.tr("you may leave this blank"))
        self.why_field.set_placeholder(self.tr("e.g. records have been requested"))
        self.why_field.edit.setMaxLength(_LONGEST_REASON)
        self.add_content(self.why_field)
        self.back = self.add_button(self.tr("Leave it as it is"), "flat")
        self.hold = self.add_button(self.tr("Put on hold"), "primary")
        self.back.clicked.connect(self.reject)
        self.hold.clicked.connect(self._hold)
        self.why_field.return_pressed.connect(self._hold)

    def _hold(self) -> None:
        self.hold_chosen.emit(self._reflection_id, self.why_field.text.strip())
        self.accept()
