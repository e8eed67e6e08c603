"""Asks with whom the person is registered, since when, and for a target of hours of her own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.registration import Registration
from app.domain.regulator import Regulator
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.check_line import CheckLine
from app.ui.parts.date_field import DateField, present_day
from app.ui.parts.text_field import TextField
from app.ui.parts.typed_date import read_day

_MOST_HOURS = 1000


@dataclass(frozen=True, slots=True)
class _Fields:
    """What is asked about one regulator."""

    check: CheckLine
    since: DateField
    hours: TextField
    details: QWidget


class RegistrationsDialog(Dialog):
    """One or several regulators; the first that is ticked is the main one."""

    registrations_chosen = Signal(object)  # tuple of Registration

    def __init__(
        self,
        look: Look,
        regulators: Sequence[Regulator],
        kept: Sequence[Registration],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Registrations"), parent)
        self._kept = {each.regulator: each for each in kept}
        self._order = [each.regulator for each in kept]
        self.add_text(
            self.tr("A year is measured by each regulator’s own published rules."),
            "body",
            "text_muted",
        )
        self.fields = {each.id: self._add(each) for each in regulators}
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Keep these"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        self._show_details()

    def _add(self, regulator: Regulator) -> _Fields:
        kept = self._kept.get(regulator.id)
        check = CheckLine(self.look, regulator.name)
        check.setChecked(kept is not None)
        check.toggled.connect(self._on_toggled)
        since = DateField(self.look, self.tr("Registered since"), self.tr("if you know it"))
        since.set_day(kept.since if kept else None)
        hours = TextField(self.look, self.tr("My own target of hours a year"), self.tr("if any"))
        hours.set_text(f"{kept.hours:g}" if kept and kept.hours else "")
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(self.look.space("xl"), 0, 0, self.look.space("m"))
        column.setSpacing(self.look.space("s"))
        column.addWidget(since)
        column.addWidget(hours)
        self.add_content(check)
        self.add_content(details)
        return _Fields(check, since, hours, details)

    def _on_toggled(self, _is_on: bool) -> None:
        self._show_details()

    def _show_details(self) -> None:
        for each in self.fields.values():
            each.details.setVisible(each.check.isChecked())
        self.use.setEnabled(any(each.check.isChecked() for each in self.fields.values()))

    def _use(self) -> None:
        chosen = []
        for regulator, fields in self.fields.items():
            if not fields.check.isChecked():
                continue
            read = read_day(fields.since.text, present_day())
            hours = _hours(fields.hours.text)
            if read.trouble:
                self._refuse(fields.since, read.trouble)
                return
            if hours is None:
                self._refuse(fields.hours, self.tr("A number between 1 and 1,000, or nothing."))
                return
            before = self._kept.get(regulator) or Registration(regulator)
            chosen.append(replace(before, since=read.day, hours=hours or None))
        chosen.sort(key=self._place)
        self.registrations_chosen.emit(tuple(chosen))
        self.accept()

    def _place(self, registration: Registration) -> int:
        known = registration.regulator in self._order
        return self._order.index(registration.regulator) if known else len(self._order)

    def _refuse(self, field: TextField, sentence: str) -> None:
        field.set_error(sentence)
        field.edit.setFocus()
        self.show_refused()


def _hours(text: str) -> float | None:
    """Read a target; 0 where none is given, None where it is no number that fits."""
    words = text.strip().replace(",", "")
    if not words:
        return 0.0
    try:
        hours = float(words)
    except ValueError:
        return None
    return hours if 0 < hours <= _MOST_HOURS else None
