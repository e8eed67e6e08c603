"""A reflection: one person's answers to one version of a form, about one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from types import MappingProxyType

from app.domain.answer import EMPTY_OF, Answer, Choice, ChosenThemes, YesNo
from app.domain.form import FormDefinition, Prompt, Section
from app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Reflection:
    """What was written, when, on which version of which form.

    The moments are aware and in UTC; the event is a calendar day without a time zone.
    """

    id: str
    form_id: str
    form_version: int
    begun_at: datetime
    changed_at: datetime
    title: str = ""
    event_date: date | None = None
    completed_at: datetime | None = None
    themes: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_complete(self) -> bool:
        """Say whether the person has finished it; otherwise it is a draft."""
        return self.completed_at is not None

    def with_answer(self, key: str, answer: Answer) -> Reflection:
        """Give the same reflection with one answer changed; themes chosen in it become its own."""
        return self.with_answers({**self.answers, key: answer})

    def with_answers(self, answers: Mapping[str, Answer]) -> Reflection:
        """Give the same reflection with these answers; its themes follow what they name."""
        was, now = _themes_named(self.answers), _themes_named(answers)
        kept = (theme for theme in self.themes if theme in now or theme not in was)
        new = (theme for theme in now if theme not in was)
        themes = tuple(dict.fromkeys((*kept, *new)))
        return replace(self, answers=MappingProxyType({**answers}), themes=themes)


def _themes_named(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    values = (answer.value for answer in answers.values())
    chosen = (value.names for value in values if isinstance(value, ChosenThemes))
    return tuple(dict.fromkeys(chain.from_iterable(chosen)))


def in_form_order(answers: Mapping[str, Answer], form: FormDefinition) -> dict[str, Answer]:
    """Give answers in the form's order; what the form does not know stays, at the end."""
    ordered = {each.key: answers[each.key] for each in form.prompts() if each.key in answers}
    return {**ordered, **answers}


def answer_to(reflection: Reflection, prompt: Prompt) -> Answer:
    """Give the answer to a prompt, or the empty one with the prompt's own sharing."""
    return reflection.answers.get(prompt.key) or Answer(EMPTY_OF[prompt.kind], prompt.sharing)


def is_asked(reflection: Reflection, prompt: Prompt) -> bool:
    """Say whether a prompt's condition holds, so that it is asked at all."""
    return is_asked_after(reflection.answers, prompt)


def is_asked_after(answers: Mapping[str, Answer], prompt: Prompt) -> bool:
    """Say the same of a prompt among these answers."""
    if prompt.when is None:
        return True
    given = answers.get(prompt.when.prompt)
    match given.value if given else None:
        case YesNo(verdict):
            return verdict is not None and verdict.value == prompt.when.answer
        case Choice(option):
            return option == prompt.when.answer
    return False


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the prompts that are asked have an answer."""

    answered: int
    asked: int

    @property
    def is_whole(self) -> bool:
        """Say whether every prompt asked has an answer."""
        return self.asked > 0 and self.answered == self.asked


def progress_of(reflection: Reflection, part: FormDefinition | Section) -> Progress:
    """Count answered and asked prompts of a form or of one section."""
    prompts = part.prompts() if isinstance(part, FormDefinition) else part.prompts
    asked = [prompt for prompt in prompts if is_asked(reflection, prompt)]
    answered = sum(1 for prompt in asked if not answer_to(reflection, prompt).is_empty)
    return Progress(answered, len(asked))


def sharing_in(reflection: Reflection) -> Sharing:
    """Give every mark that some answered prompt carries."""
    marks = Sharing.PRIVATE
    for answer in reflection.answers.values():
        if not answer.is_empty:
            marks |= answer.sharing
    return marks
