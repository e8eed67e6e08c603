"""Gives salvaged reflections the forms that their journal lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.vault.reflection_record import AnswerRow, ReflectionRecord

FormKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class SpareForms:
    """The forms that came with the program, to take the place of lost ones."""

    forms: Sequence[FormDefinition]

    def of(self, records: Iterable[ReflectionRecord], kept: set[FormKey]) -> list[FormDefinition]:
        """Give a form for each that is written on but not kept.

        One that nobody has any more is made from the names of the prompts that were answered.
        """
        lacking: dict[FormKey, dict[str, AnswerRow]] = {}
        for record in records:
            key = (record.head[1], record.head[2])
            if key not in kept:
                answered = lacking.setdefault(key, {})
                answered.update({answer[0]: answer for answer in record.answers})
        spare = {(form.id, form.version): form for form in self.forms}
        return [spare.get(key) or _form_for(key, answered) for key, answered in lacking.items()]


def _form_for(key: FormKey, answered: Mapping[str, AnswerRow]) -> FormDefinition:
    prompts = tuple(
        Prompt(name, PromptKind(kind), _words(name)) for name, kind, _, _ in answered.values()
    )
    return FormDefinition(
        id=key[0],
        version=key[1],
        title=_words(key[0]),
        purpose="To keep what was salvaged readable.",
        when_to_use="Not for new writing.",
        minutes=1,
        source="Made when the journal was salvaged",
        sections=(Section("salvaged", "Salvaged", prompts),),
    )


def _words(name: str) -> str:
    return name.replace("_", " ").strip().capitalize() or "Salvaged"
