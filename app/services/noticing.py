"""Possible identifiers while a reflection is written: found, decided about, and left in peace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.domain.identifier import KeptPerson, PossibleIdentifier
from app.domain.identifier_decision import Decision, SentenceKeys, Verdict
from app.services.identifier_decisions import KeptDecisions
from app.services.identifier_ports import IdentifierFinder
from app.services.people_key import PeopleKey


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known about one reflection: exchanged whole, because two threads read it."""

    reflection_id: str
    people: tuple[KeptPerson, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Noticing:
    """Finding may be done on any thread; what reads or keeps decisions runs on the vault's."""

    finder: IdentifierFinder
    people_key: PeopleKey
    decisions: KeptDecisions

    def watch(self, reflection_id: str) -> Watched:
        """Read what is known about a reflection, and let the finder read its lists meanwhile."""
        self.finder.find("", ())
        return Watched(
            reflection_id,
            self.people_key.people(reflection_id),
            MappingProxyType(self.decisions.read(reflection_id)),
            is_off=self.decisions.is_off(reflection_id),
        )

    def noticed(self, text: str, watched: Watched) -> tuple[PossibleIdentifier, ...]:
        """Give what is worth a second thought in a text, without what was decided about.

        A name of the people key is among it: it stands in the text, though never on paper.
        """
        if watched.is_off:
            return ()
        found = self.finder.find(text, watched.people)
        if not (found and watched.decisions):
            return found
        keys = SentenceKeys(text)
        return tuple(
            each
            for each in found
            if keys.key(each.start, each.end, each.label_of) not in watched.decisions
        )

    def replaced(self, text: str, found: PossibleIdentifier, words: str) -> str:
        """Give a text with other words in place of a finding, its grammar and Markdown intact."""
        place = (found.start, found.end, words)
        return self.finder.replaced(text, [place], is_markdown=True)

    def keep(self, text: str, found: PossibleIdentifier, why: str, watched: Watched) -> Watched:
        """Let words stay, with a reason, until their sentence changes; on paper too.

        Raises:
            NotSaved: nothing was changed.
        """
        return self._decide(text, found, Decision(Verdict.KEPT, why.strip()), watched)

    def not_one(self, text: str, found: PossibleIdentifier, watched: Watched) -> Watched:
        """Take words as pointing to nobody, until their sentence changes.

        Raises:
            NotSaved: nothing was changed.
        """
        return self._decide(text, found, Decision(Verdict.NOT_ONE), watched)

    def remember(self, name: str, label: str, watched: Watched) -> Watched:
        """Put a name into the journal's people key: it is found everywhere from now on.

        Raises:
            NotInPeopleKey: it cannot be kept; says why.
            NotSaved: nothing was changed.
        """
        self.people_key.add(name, label)
        return replace(watched, people=self.people_key.people(watched.reflection_id))

    def switch(self, watched: Watched, *, is_off: bool) -> Watched:
        """Switch the marks of a reflection off, or on again.

        Raises:
            NotSaved: nothing was changed.
        """
        self.decisions.set_off(watched.reflection_id, is_off=is_off)
        return replace(watched, is_off=is_off)

    def _decide(
        self, text: str, found: PossibleIdentifier, decision: Decision, watched: Watched
    ) -> Watched:
        key = SentenceKeys(text).key(found.start, found.end, found.label_of)
        self.decisions.keep([key], decision, watched.reflection_id)
        decisions = MappingProxyType({**watched.decisions, key: decision})
        return replace(watched, decisions=decisions)
