"""What finishing a reflection means: what is offered to whom, and what stays unanswered."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.form import FormDefinition, Prompt
from app.domain.reflection import Reflection, answer_to, is_asked
from app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Finishing:
    """Counts of the answers by sharing; one shared for both counts in both."""

    private: int
    supervision: int
    cpd: int
    unanswered: tuple[Prompt, ...]

    @property
    def answered(self) -> bool:
        """Say whether anything has been answered at all."""
        return bool(self.private or self.supervision or self.cpd)


def finishing_of(reflection: Reflection, form: FormDefinition) -> Finishing:
    """Look over the prompts that are asked."""
    asked = [prompt for prompt in form.prompts() if is_asked(reflection, prompt)]
    answers = [(prompt, answer_to(reflection, prompt)) for prompt in asked]
    marks = [answer.sharing for _, answer in answers if not answer.is_empty]
    return Finishing(
        private=sum(1 for mark in marks if mark == Sharing.PRIVATE),
        supervision=sum(1 for mark in marks if Sharing.SUPERVISION in mark),
        cpd=sum(1 for mark in marks if Sharing.CPD in mark),
        unanswered=tuple(prompt for prompt, answer in answers if answer.is_empty),
    )


def first_unanswered(reflection: Reflection, form: FormDefinition) -> Prompt:
    """Give the prompt to go on with: the first asked without an answer, else the very first."""
    unanswered = finishing_of(reflection, form).unanswered
    return unanswered[0] if unanswered else next(form.prompts())
