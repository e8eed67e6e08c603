"""The forms library: every form, what it is for, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.services.workshop import Desk
from app.ui.page import Page
from app.ui.pages.form_details import FormDetails
from app.ui.pages.forms_list import FormsList
from app.ui.parts.callout import Callout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.parts.search_field import SearchField
from app.ui.studio.own_form_buttons import OwnFormButtons
from app.ui.studio.retiring import Retiring
from app.ui.surroundings import Surroundings

_FEW = 8  # so many are seen at one look
_LATELY, _LOOKED_THROUGH = 3, 20
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What there is to choose from; lately holds the forms written on last, newest first."""

    forms: tuple[FormDefinition, ...] = ()
    problems: tuple[FormError, ...] = ()
    lately: tuple[FormDefinition, ...] = ()


class FormsPage(Page):
    """A list of forms at the left, the chosen one whole at the right."""

    form_asked = Signal(str)  # form id, to begin
    back_asked = Signal()
    own_forms_asked = Signal()
    new_form_asked = Signal()
    copy_asked = Signal(str)  # form id
    sheet_asked = Signal(object)  # FormDefinition whose questions are wanted on a sheet
    change_asked = Signal(str)  # id of an own form

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Build the list; the forms are read on the lane."""
        super().__init__(surroundings)
        self._desk = desk
        self._shelf = _Shelf()
        self._forms: dict[str, FormDefinition] = {}
        self._build()
        self._connect()

    def enter(self) -> None:
        """Read the forms, and put the focus on the current one."""
        self._focus_list()
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        self.surroundings.lane.start(job, self._read)

    def _read(self) -> _Shelf:
        forms = self._desk.shelf.forms()
        lately: list[FormDefinition] = []
        if len(forms) > _FEW:
            by_id = {form.id: form for form in forms}
            used = (each.form_id for each in self._desk.vault.newest(_LOOKED_THROUGH))
            lately = [by_id[form_id] for form_id in dict.fromkeys(used) if form_id in by_id]
        return _Shelf(forms, self._desk.shelf.problems(), tuple(lately[:_LATELY]))

    def _build(self) -> None:
        self._scroll = ScrollPage(self.look)
        column = self._scroll.column
        column.setSpacing(0)
        column.addWidget(Label(self.look, self.tr("Forms"), "display"))
        why = self.tr("Each one is a way of thinking, with its source. Nothing in it is required.")
        words = Label(self.look, why, "body", "text_muted")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addSpacing(self.look.space("m"))
        self.own_forms = OwnFormButtons(self.look)
        column.addWidget(self.own_forms)
        column.addSpacing(self.look.space("m"))
        self.search_field = SearchField(self.look, self.tr("Find a form"))
        column.addWidget(self.search_field)
        column.addSpacing(self.look.space("l"))
        self.list = FormsList(self.look)
        column.addWidget(self.list)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(self.look.space("m"))
        column.addLayout(self._problems)
        self.details = FormDetails(self.look)
        self.retiring = Retiring(self.surroundings, self._desk.own_forms, self)
        for region in (self._scroll, self.details):
            region.setProperty("region", True)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._scroll, 5)
        self._columns.addWidget(self.details, 6)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_form)
        self.list.pressed.connect(self._on_pressed)
        self.list.begin_asked.connect(self.form_asked)
        self.list.left_upwards.connect(self.search_field.select_all)
        self.list.typed.connect(self._begin_search)
        self.search_field.textChanged.connect(self.list.narrow)
        self.search_field.left_downwards.connect(self.list.focus_current)
        self.search_field.returnPressed.connect(self.list.focus_current)
        self.search_field.escaped.connect(self.back_asked)
        self.details.form_asked.connect(self.form_asked)
        self.details.copy_asked.connect(self.copy_asked)
        self.details.sheet_asked.connect(self._ask_sheet)
        self.details.retire_asked.connect(self.retiring.retire)
        self.retiring.done.connect(self.enter)
        self.details.change_asked.connect(self.change_asked)
        self.own_forms.make_button.clicked.connect(self.new_form_asked)
        self.own_forms.list_button.clicked.connect(self.own_forms_asked)

    def _show(self, shelf: _Shelf) -> None:
        if shelf == self._shelf:
            return
        is_first = not self._shelf.forms
        had_focus = self.list.isAncestorOf(self.window().focusWidget() or self)
        self._shelf = shelf
        self._forms = {form.id: form for form in shelf.forms}
        self.list.show_forms(shelf.forms, shelf.lately)
        stops = (self.search_field.clear_button, *self.list.all_rows(), self.details.begin)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if is_first:
            self._tell_problems(shelf.problems)
        if (is_first or had_focus) and self.isVisible():
            self._focus_list()

    def _focus_list(self) -> None:
        """Go to the current row; where a search left none, to the search, and to no old button."""
        if self.list.rows() or not self.search_field.text():
            self.list.focus_current()
        else:
            self.search_field.select_all()

    def _tell_problems(self, problems: tuple[FormError, ...]) -> None:
        for problem in problems:
            words = self.tr("The other forms still work. {place}: {reason}").format(
                place=problem.place, reason=problem.reason
            )
            lead = self.tr("{file} cannot be used.").format(file=problem.file)
            self._problems.addWidget(Callout(self.look, "warning", lead, words))

    def _begin_search(self, letters: str) -> None:
        self.search_field.setFocus()
        self.search_field.setText(letters)

    def _on_pressed(self, form_id: str) -> None:
        if not self.details.isVisible():
            self.form_asked.emit(form_id)

    def _ask_sheet(self, form_id: str) -> None:
        self.sheet_asked.emit(self._forms[form_id])

    def _show_form(self, form_id: str) -> None:
        self.details.show_form(self._forms[form_id])

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search, or go back."""
        is_back = event.key() == Qt.Key.Key_Left and event.modifiers() & _ALT
        if event.key() == Qt.Key.Key_Escape and self.search_field.text():
            self.search_field.clear()
            self.list.focus_current()
        elif event.key() == Qt.Key.Key_Escape or is_back:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the list where there is no room for both; a press then begins the form."""
        super().resizeEvent(event)
        self.details.setVisible(not self.look.is_narrow(self, "two_columns_become_one"))
