"""One editor for each kind of prompt, behind one face; the table at the end joins them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QRadioButton, QWidget

from app.domain.answer import (
    SCALE_HIGHEST,
    Actions,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    YesNo,
    verdict_words,
)
from app.domain.form import PromptKind
from app.ui.editor.answer_editor import AnswerEditor
from app.ui.editor.evidence_editor import EvidenceEditor
from app.ui.editor.several_editors import (
    ChecklistEditor,
    ChoicesEditor,
    QuotationEditor,
    ThemesEditor,
)
from app.ui.editor.topics_editor import TopicsEditor
from app.ui.parts.actions_field import ActionsField
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.choice_field import ChoiceField
from app.ui.parts.date_field import DateField
from app.ui.parts.label import Label
from app.ui.parts.scale_field import ScaleField
from app.ui.parts.text_field import TextField
from app.ui.parts.yes_no_field import YesNoField

_SCALE_LINES = 2


class ProseEditor(AnswerEditor):
    """Writing at length."""

    def _build(self) -> None:
        self._box = AnswerBox(self._look, self.tr("Write here, or leave it for now."), self)
        self._box.setAccessibleName(self._prompt.text)
        self._column.addWidget(self._box)
        self._box.text_changed.connect(self._on_text_changed)

    def _show(self, value: Prose) -> None:
        self._box.set_text(value.text)

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return self._box

    def _on_text_changed(self, text: str) -> None:
        self._take(Prose(text))


class ShortTextEditor(AnswerEditor):
    """A line of plain writing."""

    def _build(self) -> None:
        self._field = TextField(self._look, "", parent=self)
        self._field.edit.setAccessibleName(self._prompt.text)
        self._field.set_placeholder(self.tr("A line, or leave it for now."))
        self._column.addWidget(self._field)
        self._field.text_changed.connect(self._on_text_changed)

    def _show(self, value: ShortText) -> None:
        self._field.set_text(value.text)
        self._field.edit.setCursorPosition(0)

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return self._field.edit

    def _on_text_changed(self, text: str) -> None:
        self._take(ShortText(text))


class ChoiceEditor(AnswerEditor):
    """One of the prompt's options."""

    def _build(self) -> None:
        self._field = ChoiceField(self._look, self._prompt.options, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.option_changed.connect(self._on_option_changed)

    def _show(self, value: Choice) -> None:
        self._field.set_option(value.option)

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return _first_radio(self._field)

    def _is_step(self, before: Choice, after: Choice) -> bool:
        return True

    def _on_option_changed(self, option: str) -> None:
        self._take(Choice(option))


class YesNoEditor(AnswerEditor):
    """A verdict with its evidence."""

    def _build(self) -> None:
        self._field = YesNoField(self._look, self._prompt.text, self)
        self._column.addWidget(self._field)
        self._field.value_changed.connect(self._take)

    def _show(self, value: YesNo) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return _first_radio(self._field.choice)

    def _is_step(self, before: YesNo, after: YesNo) -> bool:
        return before.verdict != after.verdict

    def _merged(self, step: YesNo, now: YesNo) -> YesNo:
        return replace(now, verdict=step.verdict)

    def _show_step(self, value: YesNo) -> None:
        self._field.choice.set_option(verdict_words(value.verdict))


class ScaleEditor(AnswerEditor):
    """A number from 0 to 10 and the two questions that matter more."""

    def _build(self) -> None:
        self._field = ScaleField(self._look, self._prompt.text, self)
        self._field.set_ends(self._prompt.ends)
        self._why_not_lower = self._box(self.tr("What holds it up?"))
        self._one_higher = self._box("")
        self._column.addWidget(self._field)
        for words, box in (
            (self.tr("Why not lower?"), self._why_not_lower),
            (self.tr("What would one higher look like?"), self._one_higher),
        ):
            heading = Label(self._look, words, "heading", parent=self)
            heading.setBuddy(box)
            box.setAccessibleName(words)
            box.setAccessibleDescription(self._prompt.text)
            self._column.addSpacing(self._look.space("m"))
            self._column.addWidget(heading)
            self._column.addWidget(box)
        self._field.number_changed.connect(self._on_changed)
        self._why_not_lower.text_changed.connect(self._on_changed)
        self._one_higher.text_changed.connect(self._on_changed)

    def _box(self, placeholder: str) -> AnswerBox:
        box = AnswerBox(self._look, placeholder, self)
        box.set_least_lines(_SCALE_LINES)
        return box

    def _show(self, value: Scale) -> None:
        self._field.set_number(value.number)
        self._why_not_lower.set_text(value.why_not_lower)
        self._one_higher.set_text(value.one_higher)
        self._word_hints()

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return self._field.cells

    def _is_step(self, before: Scale, after: Scale) -> bool:
        return before.number != after.number

    def _merged(self, step: Scale, now: Scale) -> Scale:
        return replace(now, number=step.number)

    def _show_step(self, value: Scale) -> None:
        self._field.set_number(value.number)
        self._word_hints()

    def _on_changed(self, _part: object) -> None:
        self._take(Scale(self._field.number, self._why_not_lower.text, self._one_higher.text))
        self._word_hints()

    def _word_hints(self) -> None:
        number = self._field.number
        if number is None or number == SCALE_HIGHEST:
            hint = self.tr("What would you see or hear then that you do not now?")
        else:
            hint = self.tr("What would you see or hear at {higher} that you do not at {number}?")
            hint = hint.format(higher=number + 1, number=number)
        self._one_higher.set_placeholder(hint)


class DateEditor(AnswerEditor):
    """A calendar day."""

    def _build(self) -> None:
        self._field = DateField(self._look, parent=self, today=self._today)
        self._field.edit.setAccessibleName(self._prompt.text)
        self._field.setMaximumWidth(round(self._look.theme.measure_px() / 2))
        self._column.addWidget(self._field)
        self._field.day_changed.connect(self._on_day_changed)

    def _show(self, value: ChosenDate) -> None:
        self._field.set_day(value.day)

    def first_control(self) -> QWidget:
        """Give the control in which the answer begins."""
        return self._field.edit

    def _is_step(self, before: ChosenDate, after: ChosenDate) -> bool:
        return True

    def _on_day_changed(self, day: date | None) -> None:
        self._take(ChosenDate(day))


class ActionsEditor(AnswerEditor):
    """Things to do."""

    def _build(self) -> None:
        self._field = ActionsField(self._look, self, today=self._today)
        self._field.add_button.setAccessibleDescription(self._prompt.text)
        self._column.addWidget(self._field)
        self._field.value_changed.connect(self._take)

    def _show(self, value: Actions) -> None:
        self._field.set_value(value)

    def first_control(self) -> QWidget:
        """Give what is to be done first; where nothing is yet, its row stands ready."""
        return self._field.rows[0].what.edit

    def _is_step(self, before: Actions, after: Actions) -> bool:
        days = [[item.by_when for item in value.items] for value in (before, after)]
        return len(days[1]) < len(days[0]) or (len(days[0]) == len(days[1]) and days[0] != days[1])

    def _show_step(self, value: Actions) -> None:
        self._show(value)
        self.take_focus()


EDITORS: dict[PromptKind, type[AnswerEditor]] = {
    PromptKind.PROSE: ProseEditor,
    PromptKind.SHORT_TEXT: ShortTextEditor,
    PromptKind.CHOICE: ChoiceEditor,
    PromptKind.YES_NO: YesNoEditor,
    PromptKind.SCALE: ScaleEditor,
    PromptKind.DATE: DateEditor,
    PromptKind.ACTIONS: ActionsEditor,
    PromptKind.CHOICES: ChoicesEditor,
    PromptKind.CHECKLIST: ChecklistEditor,
    PromptKind.THEMES: ThemesEditor,
    PromptKind.QUOTATION: QuotationEditor,
    PromptKind.EVIDENCE: EvidenceEditor,
    PromptKind.TOPICS: TopicsEditor,
}


def _first_radio(field: ChoiceField) -> QWidget:
    radios = field.findChildren(QRadioButton)
    return next((radio for radio in radios if radio.isChecked()), radios[0])
