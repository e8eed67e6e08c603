"""Asks between which days to look."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.filters import OwnDays
from app.domain.finding import Days
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.date_field import DateField
from app.ui.parts.label import Label
from app.ui.parts.segmented import Segmented
from app.ui.parts.typed_date import read_day


class OwnDaysDialog(Dialog):
    """Begins with the days that are set."""

    days_chosen = Signal(object, object)  # OwnDays, Days

    def __init__(self, look: Look, own: OwnDays, days: Days, today: date, parent: QWidget) -> None:
        """Ask about days seen from today."""
        super().__init__(look, self.tr("Between two days"), parent)
        self._today = today
        self.add_text(self.tr("Both days are included. You may leave one of them blank."))
        self.since_field = self._day_field(self.tr("From"), own.since)
        self.until_field = self._day_field(self.tr("To"), own.until)
        by = self.tr("Which day counts")
        label = Label(look, by, "small_strong", "text_muted")
        self.add_content(label)
        self.by_choice = Segmented(
            look,
            (
                (Days.OF_EVENT.value, self.tr("The day of the event")),
                (Days.OF_WRITING.value, self.tr("The day of writing")),
            ),
            by,
        )
        self.by_choice.set_chosen(days.value)
        self.add_content(self.by_choice)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Show these days"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def _day_field(self, label: str, day: date | None) -> DateField:
        field = DateField(self.look, label, today=partial(_same, self._today))
        field.set_day(day)
        self.add_content(field)
        return field

    def _use(self) -> None:
        fields = (self.since_field, self.until_field)
        # A field takes a day in when it is left; a press by key does not leave it.
        read = [read_day(field.text, self._today) for field in fields]
        for field, typed in zip(fields, read, strict=True):
            if typed.trouble:
                return self._refuse(field, typed.trouble)
        own = OwnDays(read[0].day, read[1].day)
        if own == OwnDays():
            return self._refuse(self.since_field, self.tr("Type one day at least."))
        if own.since and own.until and own.until < own.since:
            return self._refuse(self.until_field, self.tr("This day is before the first one."))
        self.days_chosen.emit(own, Days(self.by_choice.chosen))
        self.accept()
        return None

    def _refuse(self, field: DateField, why: str) -> None:
        field.set_error(why)
        field.edit.setFocus()
        self.show_refused()


def _same(day: date) -> date:
    return day
