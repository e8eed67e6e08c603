"""A section's own fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import Repeat, Section
from app.ui.studio.field_set import FieldSet, fill_line, number_in

_USUAL_MOST = 20


class SectionFields(FieldSet):
    """Title, words under it, and whether it is answered again for each of several records."""

    section_changed = Signal(object)  # Section

    def _build(self) -> None:
        self._section: Section | None = None
        self._heading.setText(self.tr("A section"))
        self.title = self._line("title", self.tr("Title"), self.tr("It stands over its prompts"))
        self.intro = self._lines(
            "intro",
            self.tr("Words under the title"),
            self.tr("What helps before the first prompt. May stay empty."),
        )
        self.repeats = self._pick(
            "prompts",
            self.tr("How often it is answered"),
            self.tr("An audit asks the same of each record of a sample."),
        )
        self.repeats.set_values(
            [(False, self.tr("Once")), (True, self.tr("Again for each of several records"))]
        )
        self.one = self._line(
            "repeat.one", self.tr("What one of them is called"), self.tr("Record, visit, episode")
        )
        self.most = self._line(
            "repeat.most", self.tr("At most how many"), self.tr("A number from 2 to 100")
        )
        for field in (self.title, self.intro, self.one, self.most):
            field.text_changed.connect(self._on_changed)
        self.repeats.value_changed.connect(self._on_changed)

    def first_field(self) -> QWidget:
        """Give where the writing begins."""
        return self.title.edit

    def show_section(self, section: Section) -> None:
        """Show a section's own fields."""
        self._section = section
        fill_line(self.title, section.title)
        self.intro.set_text(section.intro)
        self.repeats.set_value(section.repeat is not None)
        if section.repeat is not None:
            fill_line(self.one, section.repeat.one)
            if number_in(self.most.text) != section.repeat.most:
                fill_line(self.most, str(section.repeat.most))
        self._fold()

    def _fold(self) -> None:
        is_repeated = self.repeats.value is True
        self.one.setVisible(is_repeated)
        self.most.setVisible(is_repeated)

    def _on_changed(self, _value: object) -> None:
        if self._section is None:
            return
        if self.repeats.value is True and self._section.repeat is None:
            fill_line(self.one, self.tr("record"))
            fill_line(self.most, str(_USUAL_MOST))
        repeat = Repeat(self.one.text, number_in(self.most.text))
        self._section = replace(
            self._section,
            title=self.title.text,
            intro=self.intro.text,
            repeat=repeat if self.repeats.value is True else None,
        )
        self._fold()
        self.section_changed.emit(self._section)
