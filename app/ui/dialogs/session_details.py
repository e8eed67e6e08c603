"""Asks when the supervision is, with whom, and who prepared it: roles, not names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.summary.preparation import Session
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.date_field import DateField
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField
from app.ui.parts.typed_date import read_day


class SessionDetailsDialog(Dialog):
    """What stands under the summary's title."""

    session_changed = Signal(object)  # Session

    def __init__(
        self,
        look: Look,
        session: Session,
        today: date,
        kinds: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Session details"), parent)
        self._today = today
        self.day_field = DateField(
            look, self.tr("Date"), today=partial(_same, today), looks_ahead=True
        )
        self.supervisor_field = TextField(look, self.tr("With"), self.tr("a role, not a name"))
        self.prepared_by_field = TextField(
            look, self.tr("Prepared by"), self.tr("your role, not your name")
        )
        self.day_field.set_day(session.day)
        self.supervisor_field.set_text(session.supervisor)
        self.supervisor_field.set_placeholder(self.tr("the team manager"))
        self.prepared_by_field.set_text(session.prepared_by)
        self.prepared_by_field.set_placeholder(self.tr("a social worker"))
        self.kind = drop_down(self.tr("Kind of session"))
        self.kind.addItem(self.tr("Not said"), "")
        for kind in kinds:
            self.kind.addItem(kind, kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(session.kind)))
        self.add_content(self.day_field)
        self.add_content(self.supervisor_field)
        self.add_content(self._labelled_kind())
        self.add_content(self.prepared_by_field)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Use these details"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def _labelled_kind(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space("xs"))
        column.addWidget(Label(self.look, self.tr("Kind of session"), "small_strong"))
        column.addWidget(self.kind)
        return holder

    def _use(self) -> None:
        # The field takes a day in when it is left; a press by key does not leave it.
        read = read_day(self.day_field.text, self._today, looks_ahead=True)
        if read.trouble:
            self.day_field.set_error(read.trouble)
            self.day_field.edit.setFocus()
            return
        supervisor = self.supervisor_field.text.strip()
        prepared_by = self.prepared_by_field.text.strip()
        kind = self.kind.currentData()
        self.session_changed.emit(Session(read.day, supervisor, prepared_by, kind))
        self.accept()


def _same(day: date) -> date:
    return day
