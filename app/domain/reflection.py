"""A reflection: one person's answers to one version of a form, about one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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
        return replace(
            self,
            answers=MappingProxyType({**self.answers, key: answer}),
            themes=self._themes_after(key, answer),
        )

    def _themes_after(self, key: str, answer: Answer) -> tuple[str, ...]:
        if not isinstance(answer.value, ChosenThemes):
            return self.themes
        before = self.answers.get(key)
        was = before.value.names if before and isinstance(before.value, ChosenThemes) else ()
        dropped = set(was) - set(answer.value.names)
        kept = (theme for theme in self.themes if theme not in dropped)
        return tuple(dict.fromkeys((*kept, *answer.value.names)))


def answer_to(reflection: Reflection, prompt: Prompt) -> Answer:
    """Give the answer to a prompt, or the empty one with the prompt's own sharing."""
    return reflection.answers.get(prompt.key) or Answer(EMPTY_OF[prompt.kind], prompt.sharing)


def is_asked(reflection: Reflection, prompt: Prompt) -> bool:
    """Say whether a prompt's condition holds, so that it is asked at all."""
    if prompt.when is None:
        return True
    given = reflection.answers.get(prompt.when.prompt)
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
