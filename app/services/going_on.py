"""Going on from a reflection: in a fuller form, or with a copy of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from types import MappingProxyType

from app.domain.answer import Action, Actions, Answer, Evidence
from app.domain.carrying_over import CarryingOver, carried_over, takes_everything
from app.domain.errors import NoSuchForm
from app.domain.form import FormDefinition
from app.domain.records import form_of
from app.domain.reflection import Reflection
from app.services.journal import Journal, Writing
from app.services.linking import Linking


@dataclass(frozen=True, slots=True)
class FullerForm:
    """A form in which a reflection can go on, and what would go where."""

    form: FormDefinition
    plan: CarryingOver


@dataclass(frozen=True, slots=True)
class Offer:
    """The forms in which a reflection can go on; the first fits best."""

    writing: Writing
    forms: tuple[FullerForm, ...]


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Makes another draft of what was written; the first reflection stays as it is."""

    journal: Journal
    linking: Linking
    new_id: Callable[[], str]

    def offer(self, reflection_id: str) -> Offer:
        """Give the forms in which a reflection can go on, the one that fits best first.

        Raises:
            NoSuchReflection: the journal holds none with this id.
        """
        writing = self.journal.read(reflection_id)
        forms = (
            FullerForm(form, carried_over(writing.reflection, writing.form, form_of(form, ())))
            for form in self.journal.shelf.forms()
            if form.id != writing.form.id and takes_everything(form)
        )
        # Longer forms first, then those with a place for most answers; the shelf's order stays.
        best = sorted(
            forms,
            key=lambda fuller: (
                fuller.form.minutes <= writing.form.minutes,
                -fuller.plan.own_places,
            ),
        )
        return Offer(writing, tuple(best))

    def in_form(self, reflection_id: str, form_id: str) -> Writing:
        """Store a draft on another form with everything that was written, and link the two.

        Raises:
            NoSuchReflection, NoSuchForm: there is none with this id.
            NotSaved: nothing was changed.
        """
        first = self.journal.read(reflection_id)
        published = self.journal.form(form_id)
        if not takes_everything(published):
            raise NoSuchForm("This form has no place for everything that was written.")
        form = form_of(published, ())
        plan = carried_over(first.reflection, first.form, form)
        # The link comes first: were it refused after the draft, each new try would leave a draft.
        new_id = self.new_id()
        self.linking.join_coming(reflection_id, new_id)
        return self._stored(first.reflection, form, plan.answers, new_id)

    def duplicate(self, reflection_id: str) -> Writing:
        """Store a draft with the same answers on the same version of the form.

        Actions are open again and without a day, for the days belonged to the first. Files stay
        with the first alone.

        Raises:
            NoSuchReflection: the journal holds none with this id.
            NotSaved: nothing was changed.
        """
        first = self.journal.read(reflection_id)
        answers = {key: _begun_anew(answer) for key, answer in first.reflection.answers.items()}
        title = first.reflection.title.strip()
        kept = {key: answer for key, answer in answers.items() if answer is not None}
        # What has no title goes by its form's, and so does its copy.
        titled = replace(first.reflection, title=f"{title} (copy)" if title else "")
        return self._stored(titled, first.form, kept, self.new_id())

    def _stored(
        self,
        first: Reflection,
        form: FormDefinition,
        answers: Mapping[str, Answer],
        new_id: str,
    ) -> Writing:
        now = self.journal.clock.now().astimezone(UTC)
        draft = replace(
            first,
            id=new_id,
            form_id=form.id,
            form_version=form.version,
            begun_at=now,
            changed_at=now,
            completed_at=None,
            answers=MappingProxyType(dict(answers)),
        )
        saved = self.journal.save(Writing(draft, form))
        self.journal.leave(saved.reflection.id)
        return saved


def _begun_anew(answer: Answer) -> Answer | None:
    match answer.value:
        case Actions(items):
            return replace(answer, value=Actions(tuple(map(_open_again, items))))
        case Evidence():
            return None
    return answer


def _open_again(action: Action) -> Action:
    return Action(action.what, action.who, how_known=action.how_known, checks=action.checks)
