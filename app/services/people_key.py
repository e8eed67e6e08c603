"""The people key of one open journal: real names, and the role labels that stand for them.

It lies inside the vault only. What belongs to one reflection lies under that reflection's own
name, so that it goes when the reflection is gone for good (app/vault/belongings.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.identifier import KeptPerson
from app.domain.identifier_errors import NotInPeopleKey
from app.services.kept_list import KeptList
from app.services.ports import Vault

_NAME, _OF = "people_key", "people_key/"
MOST_PEOPLE, MOST_NAMES, MOST_CHARACTERS = 500, 20, 80
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class PeopleKey:
    """Reads and keeps entries; what a later version kept beside them stays."""

    vault: Vault

    def people(self, reflection_id: str = "", *others: str) -> tuple[KeptPerson, ...]:
        """Give the entries of a reflection first, then the journal's, then other reflections'."""
        ids = (each for each in dict.fromkeys((reflection_id, "", *others)))
        return tuple(person for each in ids for person in self.of(each))

    def everybody(self) -> tuple[KeptPerson, ...]:
        """Give all entries, for words that may be from anywhere: the journal's first."""
        kept = self.vault.preferences_beginning(_OF)
        ids = (name.removeprefix(_OF) for name, _ in kept)
        return self.people("", *(each for each in ids if "/" not in each))

    def of(self, reflection_id: str = "") -> tuple[KeptPerson, ...]:
        """Give the entries of one reflection, or of the whole journal, in the order of keeping."""
        return tuple(_persons(self._list(reflection_id).tables()))

    def keep(self, people: Iterable[KeptPerson], reflection_id: str = "") -> None:
        """Keep these entries in place of those.

        Raises:
            NotInPeopleKey: one cannot be kept; says why. Nothing was changed.
            NotSaved: nothing was changed.
        """
        tidied = [tidy_person(each) for each in people]
        if len(tidied) > MOST_PEOPLE:
            raise NotInPeopleKey(f"The people key holds {MOST_PEOPLE} people at most.")
        kept = self._list(reflection_id)
        strange = [each for each in kept.tables() if not list(_persons([each]))]
        plain = [{"label": each.label, "names": list(each.names)} for each in tidied]
        kept.store([*strange, *plain])

    def add(self, name: str, label: str, reflection_id: str = "") -> None:
        """Put a name into the key: to the entry of this label, or as a new one.

        Raises:
            NotInPeopleKey: it cannot be kept; says why.
            NotSaved: nothing was changed.
        """
        added = tidy_person(KeptPerson(label, (name,)))
        people = list(self.of(reflection_id))
        for at, each in enumerate(people):
            if each.label.casefold() == added.label.casefold():
                people[at] = KeptPerson(each.label, (*each.names, *added.names))
                break
        else:
            people.append(added)
        self.keep(people, reflection_id)

    def _list(self, reflection_id: str) -> KeptList:
        return KeptList(self.vault, _OF + reflection_id if reflection_id else _NAME)


def tidy_person(person: KeptPerson) -> KeptPerson:
    """Give an entry with tidy spaces and every name once.

    Raises:
        NotInPeopleKey: label or names are missing, too short, too long or too many.
    """
    label = _tidy(person.label)
    tidied = [name for name in map(_tidy, person.names) if name]
    # Of several ways to write it, the first stays.
    names = tuple({name.casefold(): name for name in reversed(tidied)}.values())[::-1]
    if not label:
        raise NotInPeopleKey("Say what stands instead of the name, such as “Child A”.")
    if not names:
        raise NotInPeopleKey("Write the name that is to be replaced.")
    if any(sum(letter.isalnum() for letter in name) < _LEAST_LETTERS for name in names):
        raise NotInPeopleKey("A name has two letters at least: one would be found everywhere.")
    if len(names) > MOST_NAMES:
        raise NotInPeopleKey(f"One person has {MOST_NAMES} names at most.")
    if any(len(each) > MOST_CHARACTERS for each in (label, *names)):
        raise NotInPeopleKey(f"A name or label has {MOST_CHARACTERS} characters at most.")
    if any(name.casefold() == label.casefold() for name in names):
        raise NotInPeopleKey("The label must differ from the name that it stands for.")
    return KeptPerson(label, names)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _persons(tables: Iterable[dict[str, Any]]) -> Iterable[KeptPerson]:
    for table in tables:
        label, names = table.get("label"), table.get("names")
        if isinstance(label, str) and isinstance(names, list):
            kept = tuple(each for each in names if isinstance(each, str) and each)
            if label and kept:
                yield KeptPerson(label, kept)
