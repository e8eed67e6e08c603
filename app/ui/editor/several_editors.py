"""The editors of answers that hold several things: boxes, a checklist, themes, a quotation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.answer import Checklist, Choices, ChosenThemes, Quotation
from app.domain.theme_groups import ThemeVocabulary
from app.ui.editor.answer_editor import AnswerEditor
from app.ui.editor.themes_box import ThemesBox
from app.ui.parts.checklist_field import ChecklistField, verdicts_of
from app.ui.parts.choices_field import ChoicesField
from app.ui.parts.quotation_field import QuotationField


class ChoicesEditor(AnswerEditor):
    """Several of the prompt's options."""

    def _build(self) -> None:
        self._field = ChoicesField(self._look, self._prompt.options, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.options_changed.connect(self._on_options_changed)

    def _show(self, value: Choices) -> None:
        self._field.set_options(value.options)

    def first_control(self) -> QWidget:
        """Give the first box."""
        return self._field.lines[0]

    def _is_step(self, before: Choices, after: Choices) -> bool:
        return True

    def _on_options_changed(self, options: tuple[str, ...]) -> None:
        self._take(Choices(options))


class ChecklistEditor(AnswerEditor):
    """A verdict on each item, with the reasons."""

    def _build(self) -> None:
        self._field = ChecklistField(self._look, self._prompt.options, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.value_changed.connect(self._take)

    def _show(self, value: Checklist) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give the verdict of the first item that has none yet, else of the first."""
        rows = self._field.rows
        row = next((each for each in rows if each.control.verdict is None), rows[0])
        return row.control.stop()

    def _is_step(self, before: Checklist, after: Checklist) -> bool:
        return verdicts_of(before) != verdicts_of(after)

    def _merged(self, step: Checklist, now: Checklist) -> Checklist:
        return self._field.with_verdicts(now, step)

    def _show_step(self, value: Checklist) -> None:
        self._field.set_verdicts(value)


class ThemesEditor(AnswerEditor):
    """Themes from the groups or in own words."""

    def _build(self) -> None:
        self._field = ThemesBox(self._look, self, is_answer=True)
        self._field.add_chip.setAccessibleDescription(self._prompt.text)
        self._column.addWidget(self._field)
        self._field.themes_changed.connect(self._on_themes_changed)

    def offer_themes(self, vocabulary: ThemeVocabulary) -> None:
        """Offer these when a theme is added."""
        self._field.offer(vocabulary)

    def _show(self, value: ChosenThemes) -> None:
        self._field.set_themes(value.names)

    def first_control(self) -> QWidget:
        """Give the button that adds a theme."""
        return self._field.add_chip

    def _is_step(self, before: ChosenThemes, after: ChosenThemes) -> bool:
        return True

    def _show_step(self, value: ChosenThemes) -> None:
        self._show(value)
        self.take_focus()  # the chip that had the focus is gone

    def _on_themes_changed(self, themes: tuple[str, ...]) -> None:
        self._take(ChosenThemes(themes))


class QuotationEditor(AnswerEditor):
    """Somebody's own words, and by whom."""

    def _build(self) -> None:
        self._field = QuotationField(self._look, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.value_changed.connect(self._take)

    def _show(self, value: Quotation) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give the box of the words."""
        return self._field.words
