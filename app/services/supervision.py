"""Preparing supervision: what may be shared, and the summary made of what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, islice

from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.domain.form import FormDefinition
from app.domain.reflection import Reflection
from app.services.pinned_form import pinned_form
from app.services.ports import Clock, Vault
from app.services.rating import last_time
from app.summary.choice import MOST_REFLECTIONS, SharedReflection, SummaryChoice
from app.summary.document import Document
from app.summary.supervision import supervision_summary

_READ_AT_ONCE = 200


@dataclass(slots=True)
class Supervision:
    """What a person can prepare for supervision from one open journal."""

    vault: Vault
    clock: Clock

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
        if len(choice.reflection_ids) > MOST_REFLECTIONS:
            raise NoSuchReflection(f"A summary takes {MOST_REFLECTIONS} reflections at most.")
        today = local_day(self.clock.now())
        return supervision_summary(self.chosen(choice.reflection_ids), choice, today)

    def _sharing(self, search: Search) -> Iterator[SharedReflection]:
        for offset in count(search.offset, _READ_AT_ONCE):
            page = replace(search, limit=_READ_AT_ONCE, offset=offset)
            reflections = self.vault.reflections(page)
            found = (SharedReflection(each, self._form(each)) for each in reflections)
            yield from (each for each in found if each.shared())
            if len(reflections) < _READ_AT_ONCE:
                return

    def _compared(self, reflection: Reflection) -> SharedReflection:
        form = self._form(reflection)
        before = last_time(self.vault, reflection, form)
        return SharedReflection(reflection, form, SharedReflection(*before) if before else None)

    def _form(self, reflection: Reflection) -> FormDefinition:
        return pinned_form(self.vault, reflection)
