"""Looking through the journal: what its list can be narrowed to, and one reflection to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.answer import Answer
from app.domain.calendar_words import local_day, plain_date, span_after
from app.domain.finding import Search
from app.domain.following_up import FORM_ID, FollowUp
from app.domain.form import FormDefinition, Prompt
from app.domain.linking import LinkedReflection
from app.domain.rates import SectionRates
from app.domain.reflection import Reflection
from app.domain.retention import Keeping
from app.services.desk_shelf import DeskShelf
from app.services.pinned_form import pinned_form
from app.services.ports import Vault
from app.services.rating import rates_in


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What is in use: forms by id and title, and themes; what is held, and how many are binned."""

    forms: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]
    held: frozenset[str] = frozenset()
    in_bin: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """One reflection with its form, how many versions are kept, and what was decided about it."""

    reflection: Reflection
    form: FormDefinition
    version_count: int
    keeping: Keeping = field(default_factory=Keeping)
    rates: tuple[SectionRates, ...] = ()
    linked: tuple[LinkedReflection, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    looks_again_at: LinkedReflection | None = None

    def answered(self) -> tuple[tuple[Prompt, Answer], ...]:
        """Give every prompt that has an answer, in the form's order.

        An answer whose prompt would no longer be asked is given too: it was written.
        """
        answers = self.reflection.answers
        return tuple(
            (prompt, answers[prompt.key])
            for prompt in self.form.prompts()
            if prompt.key in answers and not answers[prompt.key].is_empty
        )


def filter_choices(vault: Vault, shelf: DeskShelf) -> FilterChoices:
    """Gather the forms and themes in use, the most used first; forms by their newest titles."""
    titles = {form.id: form.title for form in (*shelf.own(), *shelf.forms())}
    forms = tuple(
        (form_id, titles.get(form_id) or _kept_title(vault, form_id))
        for form_id, _ in vault.form_use()
    )
    keepings = vault.keeping.all()
    return FilterChoices(
        forms,
        tuple(theme for theme, _ in vault.themes()),
        frozenset(uid for uid, keeping in keepings.items() if keeping.is_held),
        sum(1 for keeping in keepings.values() if keeping.is_binned),
    )


def read_reflection(vault: Vault, reflection_id: str) -> Reading:
    """Read a reflection to show it.

    Raises:
        NoSuchReflection: the journal holds none with this id.
    """
    reflection = vault.get(reflection_id)
    form = pinned_form(vault, reflection)
    count = vault.version_count(reflection_id)
    keeping = vault.keeping.of(reflection_id)
    return Reading(
        reflection,
        form,
        count,
        keeping,
        rates_in(vault, reflection, form),
        linked=vault.links.of(reflection_id),
        follow_ups=vault.follow_ups.of(reflection_id),
        looks_again_at=_first(vault, reflection),
    )


def _first(vault: Vault, reflection: Reflection) -> LinkedReflection | None:
    if reflection.form_id != FORM_ID:
        return None
    return vault.follow_ups.first_of(reflection.id)


def about_words(reflection: Reflection) -> str:
    """Say when it happened, when it was written and how it stands, in one line."""
    written = local_day(reflection.begun_at)
    state = "complete" if reflection.is_complete else "draft"
    if reflection.event_date is None:
        return f"Written on {plain_date(written)} · {state}"
    span = span_after(reflection.event_date, written)
    return f"About {plain_date(reflection.event_date)} · written {span} · {state}"


def _kept_title(vault: Vault, form_id: str) -> str:
    """Give the title of a form that is no longer on the shelf, as its newest reflection has it."""
    outlines = vault.find(Search(form_id=form_id, limit=1)).outlines
    return outlines[0].form_title if outlines else form_id
