"""Asks for a review date, and for the reason of a hold."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.calendar_words import plain_date
from app.services.retention import HOLD_WARNING
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.date_field import DateField
from app.ui.parts.text_field import TextField
from app.ui.parts.typed_date import example_day, read_day

_LONGEST_REASON = 200


class ReviewDialog(Dialog):
    """On which day to look at a reflection again, or on none."""

    day_chosen = Signal(str, object)  # reflection id, date or None

    def __init__(
        self, look: Look, reflection_id: str, day: date | None, today: date, parent: QWidget
    ) -> None:
        """Begin with the date that is set."""
        super().__init__(look, self.tr("Look again on…"), parent)
        self._reflection_id, self._today = reflection_id, today
        self.add_text(
            self.tr(
                "Home will remind you on this day. It only reminds: nothing is ever deleted "
                "because a date has passed."
            )
        )
        self.day_field = DateField(
            look, self.tr("Day"), today=partial(_same, today), looks_ahead=True
        )
        self._example = plain_date(example_day(today, looks_ahead=True))
        self.day_field.set_placeholder(self.tr("e.g. {day}").format(day=self._example))
        self.day_field.set_day(day)
        self.add_content(self.day_field)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.none = self.add_button(self.tr("No date"))
        self.none.setVisible(day is not None)
        self.use = self.add_button(self.tr("Remind me"), "primary")
        self.back.clicked.connect(self.reject)
        self.none.clicked.connect(self._use_none)
        self.use.clicked.connect(self._use)
        # After the field's own slot, which says what is wrong.
        self.day_field.edit.editingFinished.connect(self._make_room)

    def _make_room(self) -> None:
        # With the mouse down the buttons must not move away from under it.
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_part(self.day_field)

    def _use(self) -> None:
        # The field takes a day in when it is left; a press by key does not leave it.
        read = read_day(self.day_field.text, self._today, looks_ahead=True)
        if read.trouble or read.day is None:
            nothing = self.tr("Type a day, such as {day}.").format(day=self._example)
            self.day_field.set_error(read.trouble or nothing)
            self.day_field.edit.setFocus()
            self.show_refused()
            return
        self.day_chosen.emit(self._reflection_id, read.day)
        self.accept()

    def _use_none(self) -> None:
        self.day_chosen.emit(self._reflection_id, None)
        self.accept()


class HoldDialog(Dialog):
    """Says what a hold means and asks why, which may stay open."""

    hold_chosen = Signal(str, str)  # reflection id, why

    def __init__(self, look: Look, reflection_id: str, parent: QWidget) -> None:
        """Begin without a reason."""
        super().__init__(look, self.tr("Put it on hold?"), parent)
        self._reflection_id = reflection_id
        self.add_text(HOLD_WARNING)
        self.why_field = TextField(look, self.tr("Why"), self.tr("you may leave this open"))
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


def _same(day: date) -> date:
    return day
