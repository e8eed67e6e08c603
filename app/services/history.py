"""History: every version of a reflection read, compared and brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.calendar_words import clock_time, local_day, plain_date, span_after
from app.domain.form import FormDefinition
from app.domain.history import Comparison, VersionOutline
from app.domain.reflection import Reflection
from app.services.comparing import compared
from app.services.history_ports import VersionShelf
from app.services.moments import to_the_minute
from app.services.pinned_form import pinned_form
from app.services.ports import Clock, Vault


@dataclass(frozen=True, slots=True)
class History:
    """What a person can do with the versions of one open journal."""

    vault: Vault
    shelf: VersionShelf
    clock: Clock

    def versions(self, reflection_id: str) -> tuple[VersionOutline, ...]:
        """Give every version, the newest first; of a reflection in the bin too.

        Raises:
            NoSuchReflection: the journal holds none with this id.
            JournalDamaged: a version is not as it was kept.
        """
        return self.shelf.outlines(reflection_id)

    def version(self, reflection_id: str, number: int) -> Reflection:
        """Read one version whole.

        Raises:
            NoSuchReflection, NoSuchVersion: there is none, or its words were removed for good.
            JournalDamaged: it is not as it was kept.
        """
        return self.shelf.read(reflection_id, number)

    def form(self, reflection: Reflection) -> FormDefinition:
        """Give the form that this version was written on."""
        return pinned_form(self.vault, reflection)

    def compare(self, reflection_id: str, older: int, newer: int) -> Comparison:
        """Say what differs between two versions, by their numbers.

        Raises:
            NoSuchReflection, NoSuchVersion, JournalDamaged: one of them cannot be read.
        """
        before, after = self.version(reflection_id, older), self.version(reflection_id, newer)
        # The newer form comes first: its order and its questions are those she knows.
        return compared(before, after, (self.form(after), self.form(before)))

    def bring_back(self, reflection_id: str, number: int) -> Reflection:
        """Make a new version with the content of an old one; what is there now stays a version.

        Who may see what is as it was then. What has been finished stays finished.

        Raises:
            OnHold, InBin, NoSuchReflection, NoSuchVersion, NotSaved: nothing was changed.
        """
        present = self.vault.get(reflection_id)
        old = self.version(reflection_id, number)
        again = replace(
            old,
            changed_at=to_the_minute(self.clock.now().astimezone(UTC), present.changed_at),
            completed_at=present.completed_at or old.completed_at,
        )
        if replace(again, changed_at=present.changed_at) == present:
            return present
        self.vault.seal(reflection_id)
        self.vault.put(again)
        self.vault.seal(reflection_id)
        return again

    def purge_old_versions(self, reflection_id: str) -> int:
        """Remove the words of every version but the newest for good; give of how many.

        Raises:
            OnHold, NoSuchReflection, NotSaved: nothing was changed.
        """
        return self.shelf.purge(reflection_id, self.clock.now().astimezone(UTC))


def written_after_event(reflection: Reflection) -> str:
    """Say how long after the event its writing was begun, in days: an event has no time of day.

    Gives nothing where no event is dated.
    """
    if reflection.event_date is None:
        return ""
    span = span_after(reflection.event_date, local_day(reflection.begun_at))
    return f"written {f'{span} the event' if span.endswith(' after') else span}"


def version_words(outline: VersionOutline, zone_of: datetime) -> str:
    """Give a version as one line: "Version 3 · 22 October 2026 at 18:42 · draft · 310 words".

    The moment is told in the zone of another moment, which the person's clock gave.
    """
    made = outline.made_at.astimezone(zone_of.tzinfo)
    words = [f"Version {outline.number}", f"{plain_date(made.date())} at {clock_time(made)}"]
    if outline.is_purged:
        words.append("its words were removed for good")
    else:
        count = f"{outline.word_count:,} {'word' if outline.word_count == 1 else 'words'}"
        words += ["complete" if outline.is_complete else "draft", count]
    if outline.is_open:
        words.append("still being written")
    return " · ".join(words)
