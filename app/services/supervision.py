"""Preparing supervision: what may be shared, and the summary made of what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Protocol

from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.domain.form import FormDefinition
from app.domain.placed_action import SESSION_FORM_ID
from app.domain.reflection import Reflection
from app.services.pinned_form import pinned_form
from app.services.ports import Clock, Vault
from app.services.rating import last_time
from app.summary.choice import MOST_REFLECTIONS, SharedReflection, SummaryChoice, SummaryPart
from app.summary.document import Document
from app.summary.session_side import SessionSide
from app.summary.supervision import ArrangedSummary, arranged_summary

_READ_AT_ONCE = 200
_HOLD_ACTIONS = (SESSION_FORM_ID, "to_do")  # forms whose actions belong to no single reflection
_NO_CHOICE = SummaryChoice()


class SessionsRead(Protocol):
    """The sessions of one journal, as far as a summary reads them."""

    def next(self) -> Reflection | None:
        """Give the session to come, if one is prepared."""
        ...

    def last_held(self) -> Reflection | None:
        """Give the last session that was held."""
        ...


class NoSessions:
    """Stands where sessions do not matter."""

    def next(self) -> Reflection | None:
        """There is none."""
        return None

    def last_held(self) -> Reflection | None:
        """There is none."""
        return None


@dataclass(frozen=True, slots=True)
class MadeSummary:
    """A summary with what it was made of."""

    reflections: tuple[SharedReflection, ...]
    side: SessionSide
    arranged: ArrangedSummary


@dataclass(slots=True)
class Supervision:
    """What a person can prepare for supervision from one open journal."""

    vault: Vault
    clock: Clock
    sessions: SessionsRead = field(default_factory=NoSessions)

    def offered(self, search: Search) -> tuple[SharedReflection, ...]:
        """Give the reflections that share anything for supervision, newest first.

        The limit counts those that share something, so that none is missed behind others.
        """
        return tuple(islice(self._sharing(search), search.limit))

    def chosen(self, reflection_ids: tuple[str, ...]) -> tuple[SharedReflection, ...]:
        """Read reflections by id, in the order given.

        Raises:
            NoSuchReflection: the journal holds none with one of the ids.
        """
        reflections = [self.vault.get(reflection_id) for reflection_id in reflection_ids]
        return tuple(self._compared(each) for each in reflections)

    def document(self, choice: SummaryChoice) -> Document:
        """Make the summary of what was chosen.

        Raises:
            NoSuchReflection: one of the reflections is gone.
        """
        return self.made(choice).arranged.document

    def made(self, choice: SummaryChoice) -> MadeSummary:
        """Make the summary of what was chosen, and give what it was made of.

        Raises:
            NoSuchReflection: one of the reflections is gone.
        """
        if len(choice.reflection_ids) > MOST_REFLECTIONS:
            raise NoSuchReflection(f"A summary takes {MOST_REFLECTIONS} reflections at most.")
        reflections, side = self.chosen(choice.reflection_ids), self.side(choice)
        today = local_day(self.clock.now())
        arranged = arranged_summary(reflections, choice, today, side)
        return MadeSummary(reflections, side, arranged)

    def side(self, choice: SummaryChoice = _NO_CHOICE) -> SessionSide:
        """Give what the sessions themselves bring to the summary."""
        coming = self.sessions.next()
        last = self.sessions.last_held()
        still_open = [
            reflection
            for form_id in _HOLD_ACTIONS
            for reflection in self.vault.reflections(
                Search(form_id=form_id, has_open_actions=True, limit=_READ_AT_ONCE)
            )
            if last is None or reflection.id != last.id
        ]
        return SessionSide(
            coming=self._shared(coming) if coming else None,
            held=(self._shared(last),) if last else (),
            still_open=tuple(self._shared(each) for each in still_open),
            head=self.vault.head().chain if SummaryPart.RECORD in choice.parts else "",
        )

    def _sharing(self, search: Search) -> Iterator[SharedReflection]:
        for offset in count(search.offset, _READ_AT_ONCE):
            page = replace(search, limit=_READ_AT_ONCE, offset=offset)
            reflections = self.vault.reflections(page)
            # What was agreed in a session comes in by itself, as the actions from last time.
            own = (each for each in reflections if each.form_id != SESSION_FORM_ID)
            yield from (each for each in map(self._shared, own) if each.shared())
            if len(reflections) < _READ_AT_ONCE:
                return

    def _compared(self, reflection: Reflection) -> SharedReflection:
        form = self._form(reflection)
        before = last_time(self.vault, reflection, form)
        return SharedReflection(reflection, form, SharedReflection(*before) if before else None)

    def _shared(self, reflection: Reflection) -> SharedReflection:
        return SharedReflection(reflection, self._form(reflection))

    def _form(self, reflection: Reflection) -> FormDefinition:
        return pinned_form(self.vault, reflection)
