"""Asks on which day a reflection comes back, or whether on none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.calendar_words import plain_date
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.date_field import DateField
from app.ui.parts.typed_date import example_day, read_day


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """The words of the dialog: what it asks, what the day does, and its two answers."""

    title: str
    meaning: str
    none: str
    use: str


class DayDialog(Dialog):
    """Begins with the day that is set."""

    day_chosen = Signal(str, object)  # reflection id, date or None

    def __init__(
        self,
        look: Look,
        question: DayQuestion,
        about: tuple[str, date | None],
        today: date,
        parent: QWidget,
    ) -> None:
        """Ask about a reflection, by its id, and the day that is set for it."""
        super().__init__(look, question.title, parent)
        self._reflection_id, day = about
        self._today = today
        self.add_text(question.meaning)
        self.day_field = DateField(
            look, self.tr("Day"), today=partial(_same, today), looks_ahead=True
        )
        self._example = plain_date(example_day(today, looks_ahead=True))
        self.day_field.set_placeholder(self.tr("e.g. {day}").format(day=self._example))
        self.day_field.set_day(day)
        self.add_content(self.day_field)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.none = self.add_button(question.none)
        self.none.setVisible(day is not None)
        self.use = self.add_button(question.use, "primary")
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
        trouble = read.trouble or (self._trouble_with(read.day) if read.day else "")
        if trouble or read.day is None:
            nothing = self.tr("Type a day, such as {day}.").format(day=self._example)
            self.day_field.set_error(trouble or nothing)
            self.day_field.edit.setFocus()
            self.show_refused()
            return
        self.day_chosen.emit(self._reflection_id, read.day)
        self.accept()

    def _trouble_with(self, _day: date) -> str:
        """Say why this day cannot be used, or nothing."""
        return ""

    def _use_none(self) -> None:
        self.day_chosen.emit(self._reflection_id, None)
        self.accept()


def _same(day: date) -> date:
    return day
