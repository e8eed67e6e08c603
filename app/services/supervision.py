"""Preparing supervision: what may be shared, and the summary made of what was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.domain.form import FormDefinition
from app.domain.reflection import Reflection
from app.services.ports import Clock, Vault
from app.summary.document import Document
from app.summary.supervision import SharedReflection, SummaryChoice, supervision_summary

_MOST_REFLECTIONS = 200


@dataclass(slots=True)
class Supervision:
    """What a person can prepare for supervision from one open journal."""

    vault: Vault
    clock: Clock

    def offered(self, search: Search) -> tuple[SharedReflection, ...]:
        """Give the reflections of a span, newest first, that share anything for supervision."""
        found = (
            SharedReflection(each, self._form(each)) for each in self.vault.reflections(search)
        )
        return tuple(each for each in found if each.shared())

    def chosen(self, reflection_ids: tuple[str, ...]) -> tuple[SharedReflection, ...]:
        """Read reflections by id, in the order given.

        Raises:
            NoSuchReflection: the journal holds none with one of the ids.
        """
        reflections = [self.vault.get(reflection_id) for reflection_id in reflection_ids]
        return tuple(SharedReflection(each, self._form(each)) for each in reflections)

    def document(self, choice: SummaryChoice) -> Document:
        """Make the summary of what was chosen.

        Raises:
            NoSuchReflection: one of the reflections is gone.
        """
        if len(choice.reflection_ids) > _MOST_REFLECTIONS:
            raise NoSuchReflection(f"A summary takes {_MOST_REFLECTIONS} reflections at most.")
        today = local_day(self.clock.now())
        return supervision_summary(self.chosen(choice.reflection_ids), choice, today)

    def _form(self, reflection: Reflection) -> FormDefinition:
        return self.vault.form(reflection.form_id, reflection.form_version)
