"""A prompt's fields: what it asks, how it is answered, who may see it, and when it is asked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import (
    CpdField,
    FormDefinition,
    Prompt,
    PromptKind,
    ScaleEnds,
    SummaryRole,
)
from app.domain.sharing import Sharing
from app.ui.parts.sharing_control import sharing_word
from app.ui.studio.condition_fields import ConditionFields
from app.ui.studio.field_set import FieldSet, fill_line
from app.ui.studio.words import WITH_OPTIONS, cpd_words, kind_meaning, kind_words, role_words


class PromptFields(FieldSet):
    """Every field of a prompt; those that its kind does not need are not shown."""

    prompt_changed = Signal(object)  # Prompt

    def _build(self) -> None:
        self._prompt: Prompt | None = None
        self._heading.setText(self.tr("A prompt"))
        self.text = self._lines("text", self.tr("The question"), self.tr("In your own words."))
        self.kind = self._pick("kind", self.tr("How it is answered"), " ")
        self.kind.set_values([(kind, kind_words(kind)) for kind in PromptKind])
        self.options = self._lines("options", self.tr("Answers to choose from"), " ")
        self.zero = self._line("ends.zero", self.tr("What 0 means"))
        self.ten = self._line("ends.ten", self.tr("What 10 means"))
        self.help = self._lines(
            "help", self.tr("Help"), self.tr("A sentence or two under the question. May be empty.")
        )
        self.nudge = self._lines(
            "nudge",
            self.tr("A nudge"),
            self.tr("A small question for when one is stuck. May be empty."),
        )
        self._build_sharing()
        self.condition = ConditionFields(self._look)
        self._fields["when"] = self._fields["when.prompt"] = self.condition.asked
        self._fields["when.answer"] = self.condition.answer
        self._column.addWidget(self.condition)
        self.source = self._lines(
            "source",
            self.tr("Where this prompt comes from"),
            self.tr("Only if it is another source than the form’s."),
        )
        self._connect()

    def _build_sharing(self) -> None:
        both = Sharing.SUPERVISION | Sharing.CPD
        every = (Sharing.PRIVATE, Sharing.SUPERVISION, Sharing.CPD, both)
        self.sharing = self._pick(
            "sharing",
            self.tr("Who may see the answer"),
            self.tr("To begin with; it can be changed with each answer. Feelings stay private."),
        )
        self.sharing.set_values([(sharing, sharing_word(sharing)) for sharing in every])
        self.role = self._pick(
            "summary_role",
            self.tr("In the supervision summary"),
            self.tr("Which part of the page it feeds when it is shared."),
        )
        self.role.set_values([(role, role_words(role)) for role in (None, *SummaryRole)])
        self.cpd = self._pick(
            "cpd_field",
            self.tr("In the CPD record"),
            self.tr("Which field it feeds when it is shared for CPD."),
        )
        self.cpd.set_values([(field, cpd_words(field)) for field in (None, *CpdField)])

    def _connect(self) -> None:
        for field in (self.text, self.options, self.help, self.nudge, self.source):
            field.text_changed.connect(self._on_changed)
        for line in (self.zero, self.ten):
            line.text_changed.connect(self._on_changed)
        for pick in (self.kind, self.sharing, self.role, self.cpd):
            pick.value_changed.connect(self._on_changed)
        self.condition.condition_changed.connect(self._on_changed)

    def first_field(self) -> QWidget:
        """Give where the writing begins."""
        return self.text.box

    def show_prompt(self, form: FormDefinition, prompt: Prompt) -> None:
        """Show a prompt's fields."""
        is_other = self._prompt is None or self._prompt.key != prompt.key
        self._prompt = prompt
        self.text.set_text(prompt.text)
        self.kind.set_value(prompt.kind)
        if is_other or self._options() != prompt.options:
            self.options.set_text("\n".join(prompt.options))
        ends = prompt.ends or ScaleEnds("", "")
        fill_line(self.zero, ends.zero)
        fill_line(self.ten, ends.ten)
        self.help.set_text(prompt.help)
        self.nudge.set_text(prompt.nudge)
        self.sharing.set_value(prompt.sharing)
        self.role.set_value(prompt.summary_role)
        self.cpd.set_value(prompt.cpd_field)
        self.source.set_text(prompt.source)
        self.condition.show_condition(form, prompt)
        self._fold(prompt.kind)

    def _fold(self, kind: PromptKind) -> None:
        self.kind.set_meaning(kind_meaning(kind))
        self.options.setVisible(kind in WITH_OPTIONS)
        points = self.tr("The points, each on a line of its own.")
        answers = self.tr("Each on a line of its own.")
        self.options.set_meaning(points if kind is PromptKind.CHECKLIST else answers)
        for line in (self.zero, self.ten):
            line.setVisible(kind is PromptKind.SCALE)

    def _options(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.options.text.splitlines())
        return tuple(line for line in lines if line)

    def _on_changed(self, _value: object) -> None:
        if self._prompt is None:
            return
        kind = self.kind.value
        assert isinstance(kind, PromptKind)
        self._prompt = replace(
            self._prompt,
            text=" ".join(self.text.text.splitlines()),
            kind=kind,
            options=self._options() if kind in WITH_OPTIONS else (),
            ends=ScaleEnds(self.zero.text, self.ten.text) if kind is PromptKind.SCALE else None,
            help=self.help.text,
            nudge=self.nudge.text,
            source=self.source.text,
            when=self.condition.condition,
        )
        self._prompt = self._with_sharing(self._prompt)
        self._fold(kind)
        self.prompt_changed.emit(self._prompt)

    def _with_sharing(self, prompt: Prompt) -> Prompt:
        sharing, role, field = self.sharing.value, self.role.value, self.cpd.value
        return replace(
            prompt,
            sharing=sharing if isinstance(sharing, Sharing) else prompt.sharing,
            summary_role=role if isinstance(role, SummaryRole) else None,
            cpd_field=field if isinstance(field, CpdField) else None,
        )
