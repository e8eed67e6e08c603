"""The record of changes as gathered from a damaged journal: what it can prove and give back."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from app.domain.errors import JournalDamaged
from app.vault.gathering import Gathered, Values
from app.vault.kept_version import record_in
from app.vault.reflection_record import ReflectionRecord

_TABLE = "revision"


@dataclass(frozen=True, slots=True)
class SurvivingVersions:
    """The versions of one reflection that still read, oldest first."""

    links: tuple[Values, ...]

    @property
    def newest_hash(self) -> bytes | None:
        """Give the hash of what the reflection's own rows should hold; None if that is lost."""
        if not self.links or self.links[-1]["content"] is not None:
            # The newest version's content stands in the other tables, so this is not the newest.
            return None
        return bytes(self.links[-1]["content_hash"])

    @property
    def is_gapless(self) -> bool:
        """Say whether they are all there, from the first to the newest."""
        numbers = [int(link["number"]) for link in self.links]
        return self.newest_hash is not None and numbers == list(range(1, len(numbers) + 1))

    @property
    def changed_at(self) -> str | None:
        """Give when the newest of them was made."""
        return str(self.links[-1]["made_at"]) if self.links else None

    @property
    def begun_at(self) -> str | None:
        """Give when the oldest of them was made."""
        return str(self.links[0]["made_at"]) if self.links else None

    def newest_content(self) -> ReflectionRecord | None:
        """Give the newest version whose content is kept and reads."""
        for link in reversed(self.links):
            with contextlib.suppress(JournalDamaged):
                return record_of_link(link)
        return None


def surviving_versions(gathered: Gathered) -> dict[str, SurvivingVersions]:
    """Give the versions by the reflection's name for ever."""
    by_uid: dict[str, list[Values]] = {}
    for link in sorted(gathered.rows(_TABLE), key=lambda link: int(link["seq"])):
        by_uid.setdefault(link["reflection_uid"], []).append(link)
    return {uid: SurvivingVersions(tuple(links)) for uid, links in by_uid.items()}


def record_of_link(link: Values) -> ReflectionRecord:
    """Give the reflection that a link keeps.

    Raises:
        JournalDamaged: it keeps none, or not what it was made with.
    """
    return record_in(link["content"], link["content_hash"])
