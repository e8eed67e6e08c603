"""Everything that one summary can put into a form, gathered from paper, answers and session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.domain.answer import Action
from app.domain.calendar_words import local_day, long_date
from app.domain.form import Prompt
from app.domain.records import published_key
from app.domain.reflection import Reflection
from app.domain.word_form import Value, ValueKind, ValueName
from app.services.pinned_form import pinned_form
from app.services.ports import Clock
from app.services.sessions import Sessions
from app.services.supervision import Supervision
from app.summary.choice import ChosenReflection, SharedReflection, SummaryChoice, kept_back_count
from app.summary.session_side import SessionSide
from app.summary.supervision import kept_back_words
from app.summary.word_form_values import FormValues, Plain


class Occasion(Enum):
    """Which session a form is filled for."""

    COMING = "coming"
    HELD = "held"


@dataclass(slots=True)
class GivenValues:
    """The values, and the questions of those that are single answers."""

    values: dict[ValueName, Value] = field(default_factory=dict)
    questions: dict[ValueName, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SummaryValues:
    """Gathers the values of a summary."""

    supervision: Supervision
    sessions: Sessions
    clock: Clock
    plain: Plain

    def of(self, choice: SummaryChoice, occasion: Occasion = Occasion.COMING) -> GivenValues:
        """Give every value that holds something.

        Raises:
            NoSuchReflection: a chosen reflection is gone.
        """
        made = self.supervision.made(choice)
        kept_back = kept_back_words(kept_back_count(made.reflections, choice))
        making = FormValues(self.plain, frozenset({kept_back}))
        given = GivenValues(making.of_document(made.arranged.document))
        given.values |= making.of_actions(made.arranged.actions)
        held, before = self._held() if occasion is Occasion.HELD else (None, None)
        if held is not None:
            for kind in _OF_THE_SESSION:
                given.values.pop(ValueName(kind), None)
            given.values |= _named(self._about(choice, held.reflection, made.side.coming))
            actions = _actions_before(held, before, made.side)
            given.values |= making.of_held(held, actions)
            session: SharedReflection | None = held
        else:
            session = made.side.coming
            given.values |= _named(self._about(choice, None, None))
            given.values |= making.of_session(session) if session else {}
        for source in (*made.reflections, *((session,) if session else ())):
            chosen = ChosenReflection(source, choice)
            for prompt, answer in chosen.taken:
                value = making.of_answer(chosen.words(prompt, answer))
                _add_answer(given, source, prompt, value)
        return given

    def _held(self) -> tuple[SharedReflection | None, SharedReflection | None]:
        """Give the last session held, and the one before it."""
        vault = self.supervision.vault
        shared = [
            SharedReflection(each, pinned_form(vault, each)) for each in self.sessions.held(2)
        ]
        held, before = (*shared, None, None)[:2]
        return held, before

    def held_on(self) -> date | None:
        """Give the day of the last session held, if it has one."""
        held = self.sessions.last_held()
        return held.event_date if held else None

    def _about(
        self,
        choice: SummaryChoice,
        held: Reflection | None,
        following: SharedReflection | None,
    ) -> dict[ValueKind, str]:
        """Give what says whose and when the paper is."""
        day = choice.session_date or local_day(self.clock.now())
        if held is not None and held.event_date:
            day = held.event_date
        next_day = following.reflection.event_date if following else None
        return {
            ValueKind.DATE: long_date(day),
            ValueKind.SUPERVISOR: choice.supervisor.strip(),
            ValueKind.PREPARED_BY: choice.prepared_by.strip(),
            ValueKind.NEXT_DATE: long_date(next_day) if next_day else "",
        }


# What belongs to one session, and of another one would be wrong.
_OF_THE_SESSION = (ValueKind.LAST_ACTIONS, ValueKind.WANTS, ValueKind.CAPACITY)


def _actions_before(
    held: SharedReflection, before: SharedReflection | None, side: SessionSide
) -> Iterator[Action]:
    """Give what the session before agreed, and what was open besides when this one was held."""
    choice = SummaryChoice()
    if before is not None:
        yield from ChosenReflection(before, choice).actions()
    seen = {each.reflection.id for each in (held, before, side.coming) if each is not None}
    for other in side.still_open:
        if other.reflection.id not in seen:
            actions = ChosenReflection(other, choice).actions()
            yield from (action for action in actions if action.is_open)


def _named(words: dict[ValueKind, str]) -> dict[ValueName, Value]:
    return {ValueName(kind): Value.of_lines((text,)) for kind, text in words.items() if text}


def _add_answer(given: GivenValues, source: SharedReflection, prompt: Prompt, value: Value) -> None:
    """Put an answer with the others to the same question."""
    name = ValueName(ValueKind.ANSWER, f"{source.form.id}/{published_key(prompt.key)}")
    before = given.values[name].rows if name in given.values else ()
    given.values[name] = Value((*before, *value.rows))
    given.questions.setdefault(name, prompt.text)
