"""The fields of whichever part of the form is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.form import FormDefinition
from app.domain.form_editing import Spot, section_with_key
from app.ui.look import Look
from app.ui.parts.scroll_page import ScrollPage
from app.ui.studio.field_set import FieldSet
from app.ui.studio.form_fields import FormFields
from app.ui.studio.prompt_fields import PromptFields
from app.ui.studio.section_fields import SectionFields
from app.ui.studio.troubles import Trouble


class FieldsSide(ScrollPage):
    """One column of fields: the form's, a section's or a prompt's."""

    form_changed = Signal(object)  # FormDefinition
    section_changed = Signal(object)  # Section
    prompt_changed = Signal(object)  # Prompt

    def __init__(self, look: Look) -> None:
        """Begin without a form."""
        super().__init__(look, look.theme.measure_px())
        self._form: FormDefinition | None = None
        self._spot = Spot()
        self.form_fields = FormFields(look)
        self.section_fields = SectionFields(look)
        self.prompt_fields = PromptFields(look)
        self._sets = QStackedWidget()
        for fields in (self.form_fields, self.section_fields, self.prompt_fields):
            self._sets.addWidget(fields)
        self.column.addWidget(self._sets)
        self.form_fields.form_changed.connect(self._on_form_changed)
        self.section_fields.section_changed.connect(self.section_changed)
        self.prompt_fields.prompt_changed.connect(self.prompt_changed)
        look.changed.connect(self._restyle)

    @property
    def shown(self) -> FieldSet:
        """The fields that are shown."""
        fields = self._sets.currentWidget()
        assert isinstance(fields, FieldSet)
        return fields

    def take_form(self, form: FormDefinition) -> None:
        """Know the form as it is now; the fields show it already."""
        self._form = form

    def show_part(self, form: FormDefinition, spot: Spot) -> None:
        """Show the fields of one part."""
        is_other, self._form, self._spot = spot != self._spot, form, spot
        section = section_with_key(form, spot.section)
        prompt = form.prompt(spot.prompt) if spot.prompt else None
        shown: FieldSet = self.form_fields
        if prompt is not None:
            self.prompt_fields.show_prompt(form, prompt)
            shown = self.prompt_fields
        elif section is not None:
            self.section_fields.show_section(section)
            shown = self.section_fields
        else:
            self.form_fields.show_form(form)
        self._sets.setCurrentWidget(shown)
        if is_other:
            self.scroll_to_top()

    def show_troubles(self, troubles: Iterable[Trouble]) -> None:
        """Say beside each field what is wrong there."""
        own = {each.field: each.words for each in troubles if each.spot == self._spot}
        self.shown.show_troubles(own)

    def focus_first(self) -> None:
        """Go to where the writing begins."""
        self.shown.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def focus_field(self, name: str) -> None:
        """Go to the field for a word of a form file."""
        field = self.shown.field(name)
        if field is not None:
            field.setFocus()

    def _on_form_changed(self, own: FormDefinition) -> None:
        # The fields know the form as it was when they were filled; its parts may be others now.
        form = self._form
        assert form is not None
        self.form_changed.emit(
            replace(own, id=form.id, version=form.version, sections=form.sections)
        )

    def _restyle(self) -> None:
        self.set_max_width(self._look.theme.measure_px())
