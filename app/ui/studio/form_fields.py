"""The form's own fields: what stands over its sections."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import FormDefinition, FormGroup
from app.ui.pages.forms_words import group_words
from app.ui.studio.field_set import FieldSet, fill_line, number_in


class FormFields(FieldSet):
    """Title, purpose, when to use it, minutes, shelf and source."""

    form_changed = Signal(object)  # FormDefinition

    def _build(self) -> None:
        self._form: FormDefinition | None = None
        self._heading.setText(self.tr("The form"))
        self.title = self._line("title", self.tr("Title"), self.tr("As the list of forms shows it"))
        self.purpose = self._line(
            "purpose", self.tr("What it is for"), self.tr("One sentence in plain words")
        )
        self.when_to_use = self._line(
            "when_to_use", self.tr("When to use it"), self.tr("One sentence: after what, how often")
        )
        self.minutes = self._line(
            "minutes", self.tr("Minutes it takes"), self.tr("A number from 1 to 240")
        )
        self.group = self._pick("group", self.tr("Shelf"), self.tr("Where the library shows it."))
        self.group.set_values([(group, group_words(group)) for group in FormGroup])
        self.source = self._lines(
            "source",
            self.tr("Where it comes from"),
            self.tr("A book, a course, a colleague’s idea, or you. It stands under the form."),
        )
        for line in (self.title, self.purpose, self.when_to_use, self.minutes):
            line.text_changed.connect(self._on_changed)
        self.source.text_changed.connect(self._on_changed)
        self.group.value_changed.connect(self._on_changed)

    def first_field(self) -> QWidget:
        """Give where the writing begins."""
        return self.title.edit

    def show_form(self, form: FormDefinition) -> None:
        """Show a form's own fields."""
        self._form = form
        fill_line(self.title, form.title)
        fill_line(self.purpose, form.purpose)
        fill_line(self.when_to_use, form.when_to_use)
        if number_in(self.minutes.text) != form.minutes:
            fill_line(self.minutes, str(form.minutes) if form.minutes else "")
        self.group.set_value(form.group)
        self.source.set_text(form.source)

    def _on_changed(self, _value: object) -> None:
        if self._form is None:
            return
        group = self.group.value
        self._form = replace(
            self._form,
            title=self.title.text,
            purpose=self.purpose.text,
            when_to_use=self.when_to_use.text,
            minutes=number_in(self.minutes.text),
            group=group if isinstance(group, FormGroup) else self._form.group,
            source=self.source.text,
        )
        self.form_changed.emit(self._form)
