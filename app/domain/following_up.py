"""Looking again: a day on which a reflection comes back, and what is written then."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.answer import Answer, Prose, Quotation, ShortText, text_of
from app.domain.form import FormDefinition, Prompt, SummaryRole
from app.domain.linking import LinkedReflection
from app.domain.reflection import Reflection

FORM_ID = "looking_again"  # what is written then
DEFAULT_MONTHS = 3
MONTHS_OFFERED = (1, 3, 6, 12)
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One look at a reflection that is to come, or was answered or let go.

    What was written then is a reflection of its own, so the first writing is never changed.
    """

    first: LinkedReflection
    due_on: date
    made_at: datetime
    answered_id: str = ""
    closed_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Say whether it is neither answered nor let go."""
        return self.closed_at is None


def day_after_months(day: date, months: int) -> date:
    """Give the same day of a later month, or that month's last day where it has no such day."""
    whole = day.month - 1 + months
    year, month = day.year + whole // _MONTHS_IN_YEAR, whole % _MONTHS_IN_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def learnt(reflection: Reflection, form: FormDefinition) -> str:
    """Give what says most of a reflection later: its learning, else its account, else any words."""
    written = [
        (prompt, reflection.answers[prompt.key])
        for prompt in form.prompts()
        if prompt.key in reflection.answers and not reflection.answers[prompt.key].is_empty
    ]
    found = next((each for ask in _ASKED_FOR for each in written if ask(*each)), None)
    return text_of(found[1].value) if found else ""


def _has_role(role: SummaryRole) -> Callable[[Prompt, Answer], bool]:
    return lambda prompt, _: prompt.summary_role is role


_ASKED_FOR: tuple[Callable[[Prompt, Answer], bool], ...] = (
    _has_role(SummaryRole.LEARNING),
    _has_role(SummaryRole.ACCOUNT),
    lambda _, answer: isinstance(answer.value, Prose | ShortText | Quotation),
    lambda *_: True,
)
