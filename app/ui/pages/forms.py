"""The forms library: every form, what it is for, and what it asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.services.workshop import Desk
from app.ui.page import Page
from app.ui.pages.form_details import FormDetails
from app.ui.parts.callout import Callout
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_Shelf = tuple[tuple[FormDefinition, ...], tuple[FormError, ...]]


class FormsPage(Page):
    """A list of forms at the left, the chosen one whole at the right."""

    form_asked = Signal(str)  # form id, to begin

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Build the list; the forms are read on the lane."""
        super().__init__(surroundings)
        self._desk = desk
        self._forms: dict[str, FormDefinition] = {}
        self._rows: list[RowButton] = []
        self._build()
        self.details.form_asked.connect(self.form_asked)

    def enter(self) -> None:
        """Read the forms and put the focus on the first."""
        if self._forms:
            self._rows[0].setFocus()
            return
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        self.surroundings.lane.start(job, self._read)

    def _read(self) -> _Shelf:
        return self._desk.shelf.forms(), self._desk.shelf.problems()

    def _build(self) -> None:
        self._list = ScrollPage(self.look)
        self._list.column.setSpacing(0)
        self._list.column.addWidget(Label(self.look, self.tr("Forms"), "display"))
        why = self.tr("Each one is a way of thinking, with its source. Nothing in it is required.")
        words = Label(self.look, why, "body", "text_muted")
        words.setWordWrap(True)
        self._list.column.addWidget(words)
        self._list.column.addSpacing(self.look.space("m"))
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self._list.column.addLayout(self._holder)
        self.details = FormDetails(self.look)
        for region in (self._list, self.details):
            region.setProperty("region", True)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._list, 5)
        self._columns.addWidget(self.details, 6)

    def _show(self, read: _Shelf) -> None:
        forms, problems = read
        self._forms = {form.id: form for form in forms}
        for form in forms:
            self._holder.addWidget(self._row(form))
        for problem in problems:
            words = self.tr("The other forms still work. {place}: {reason}").format(
                place=problem.place, reason=problem.reason
            )
            lead = self.tr("{file} cannot be used.").format(file=problem.file)
            self._holder.addSpacing(self.look.space("m"))
            self._holder.addWidget(Callout(self.look, "warning", lead, words))
        if forms:
            self._choose(forms[0].id)
            if self.isVisible():
                self._rows[0].setFocus()

    def _row(self, form: FormDefinition) -> QWidget:
        minutes = self.tr("{count} minutes").format(count=form.minutes)
        name = f"{form.title}, {minutes}. {form.purpose}"
        row = RowButton(self.look, form.id, name, inset=self.look.space("m"))
        column = QVBoxLayout()
        column.setSpacing(0)
        title = Label(self.look, form.title, "body_strong")
        purpose = Label(self.look, form.purpose, "small", "text_muted")
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (title, purpose):
            label.setWordWrap(True)
            column.addWidget(label)
        row.add(holder, 1)
        row.add(Label(self.look, minutes, "small", "text_muted"))
        row.pressed_as.connect(self._press)
        row.setCheckable(True)
        row.setAutoExclusive(True)
        self._rows.append(row)
        return row

    def _press(self, form_id: str) -> None:
        self._choose(form_id)
        if not self.details.isVisible():
            self.form_asked.emit(form_id)

    def _choose(self, form_id: str) -> None:
        for row in self._rows:
            row.setChecked(row.key == form_id)
        self.details.show_form(self._forms[form_id])

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the list where there is no room for both; a press then begins the form."""
        super().resizeEvent(event)
        self.details.setVisible(not self.look.is_narrow(self, "two_columns_become_one"))
