"""Bringing in what was written elsewhere: looked at first, then all of it or none, and undone."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from app.domain.arrivals import Arrival, PastImport
from app.domain.brought_in import FORM_ID, brought_in_answers, first_words
from app.domain.errors import NoSuchForm
from app.domain.form import FormDefinition
from app.domain.heading_match import HeadingMatch
from app.domain.incoming import Incoming, IncomingEntry, SourceKind, word_count
from app.domain.progress import Progress, part_of, unwatched
from app.domain.reflection import Reflection
from app.services.backups import Backups
from app.services.import_ports import ImportShelf, SourceReader
from app.services.journal import Journal, on_one_line, tidy_themes
from app.services.moments import to_the_minute
from app.services.ports import FormShelf
from app.services.retention import Retention

_COPIED, _TAKEN_OUT = 0.25, 0.6
_NOON = time(12)
# Outside of these no clock of every system tells the local day of a moment.
_FIRST_MOMENT = datetime(1971, 1, 1, tzinfo=UTC)
_LAST_MOMENT = datetime(2999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What bringing in would do; nothing is written yet. Arrivals are what is not here already."""

    incoming: Incoming
    arrivals: tuple[Arrival, ...]
    forms: tuple[FormDefinition, ...]  # those that the arrivals are on
    words: int  # of every entry
    in_bin: int = 0  # entries that came in before and lie in the bin now
    by_writing: int = 0  # arrivals that tell when they were written, and no day
    undated: int = 0  # arrivals that tell neither

    @property
    def already_here(self) -> int:
        """How many entries came in before and stand in the journal."""
        return len(self.incoming.entries) - len(self.arrivals) - self.in_bin

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the entries that tell theirs."""
        days = [entry.day for entry in self.incoming.entries if entry.day is not None]
        return (min(days), max(days)) if days else None

    @property
    def by_form(self) -> tuple[tuple[FormDefinition, int], ...]:
        """The forms whose headings were found, with how many arrivals; the most first."""
        counts = Counter(each.reflection.form_id for each in self.arrivals)
        found = [(form, counts[form.id]) for form in self.forms if form.id != FORM_ID]
        return tuple(sorted(found, key=lambda each: -each[1]))


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What was brought in at once, and its name for the undo."""

    import_id: str
    reflection_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """How many went again, how many stay because of what was done with them, and the traces."""

    gone: int
    stayed: int
    is_swept: bool = True


@dataclass(frozen=True, slots=True)
class BringingIn:
    """What a person can do to have in one open journal what was written elsewhere."""

    shelf: ImportShelf
    journal: Journal
    inner_forms: FormShelf
    reader: SourceReader
    backups: Backups
    retention: Retention

    def read(
        self, path: Path, kind: SourceKind | None = None, progress: Progress = unwatched
    ) -> Incoming:
        """Read a file or folder; without a kind, find out which it is. Needs no open journal.

        Raises:
            NotBroughtIn: it cannot be read as what it is; names what and where.
            Cancelled: the person stopped it.
        """
        return self.reader.read(path, kind, progress)

    def plan(self, incoming: Incoming, progress: Progress = unwatched) -> ImportPlan:
        """Say what bringing in would do; nothing is changed.

        Raises:
            NoSuchForm: the form for what fits no other cannot be read.
            Cancelled: the person stopped it.
        """
        prints = tuple(_fingerprints(incoming.entries))
        known = self.shelf.known(frozenset(prints))
        every = known.listed | known.binned
        making = _Making(self.journal, self._own_form(), HeadingMatch(self.journal.shelf.forms()))
        arrivals = []
        for place, (entry, fingerprint) in enumerate(zip(incoming.entries, prints, strict=True)):
            if fingerprint not in every:
                arrivals.append(Arrival(making.reflection(entry), fingerprint))
            progress((place + 1) / len(prints))
        return ImportPlan(
            incoming,
            tuple(arrivals),
            tuple(making.forms.values()),
            words=sum(map(word_count, incoming.entries)),
            in_bin=sum(1 for each in prints if each in known.binned),
            by_writing=making.by_writing,
            undated=making.undated,
        )

    def bring_in(self, plan: ImportPlan, progress: Progress = unwatched) -> BroughtIn:
        """Store what a plan says, all of it or nothing; a snapshot is made before.

        Raises:
            NotBackedUp, JournalDamaged, NotSaved, Cancelled: nothing was brought in.
        """
        self.backups.snapshot_before(self.journal.vault, part_of(progress, 0, _COPIED))
        for form in plan.forms:
            self.journal.vault.keep_form(form)
        import_id = self.journal.new_id()
        told = part_of(progress, _COPIED, 1)
        # Lists of what was stored in the order of writing are made quickest.
        in_order = sorted(plan.arrivals, key=lambda each: each.reflection.begun_at)
        self.shelf.put(import_id, plan.incoming.name, in_order, self._now(), told)
        return BroughtIn(import_id, tuple(each.reflection.id for each in plan.arrivals))

    def last(self) -> PastImport | None:
        """Give the newest bringing in that can be undone."""
        return self.shelf.last()

    def undo(self, import_id: str, progress: Progress = unwatched) -> Undone:
        """Take out for good what came in at once; what was worked with since stays.

        What was stopped late is gone all the same; only traces of it may still be in the file,
        and are taken out at the next opening.

        Raises:
            NotSaved, JournalDamaged, Cancelled: nothing was changed.
        """
        gone, stayed = self.shelf.undo(import_id, self._now(), part_of(progress, 0, _TAKEN_OUT))
        is_swept = self.retention.sweep(part_of(progress, _TAKEN_OUT, 1))
        return Undone(gone, stayed, is_swept)

    def _own_form(self) -> FormDefinition:
        found = next((form for form in self.inner_forms.forms() if form.id == FORM_ID), None)
        if found is None:
            raise NoSuchForm("The form for what is brought in cannot be read. Install it anew.")
        return found

    def _now(self) -> datetime:
        return self.journal.clock.now().astimezone(UTC)


class _Making:
    """Makes reflections of entries, and notes the forms that they are on."""

    def __init__(self, journal: Journal, own: FormDefinition, match: HeadingMatch) -> None:
        self._new_id, self._now = journal.new_id, journal.clock.now().astimezone(UTC)
        self._own, self._match = own, match
        self.forms: dict[str, FormDefinition] = {}
        self.by_writing = self.undated = 0

    def reflection(self, entry: IncomingEntry) -> Reflection:
        """Make a reflection of an entry, complete and private."""
        mapped = self._match.mapped(entry)
        form = mapped.form if mapped else self._own
        self.forms[form.id] = form
        told = self._told_at(entry)
        begun_at = told or self._now
        if entry.day is None:
            self.by_writing += told is not None
            self.undated += told is None
        return Reflection(
            id=self._new_id(),
            form_id=form.id,
            form_version=form.version,
            begun_at=begun_at,
            changed_at=to_the_minute(self._now, begun_at),
            title=on_one_line(entry.title).strip() or first_words(entry),
            event_date=entry.day,
            completed_at=begun_at,
            themes=tidy_themes(entry.themes),
        ).with_answers(mapped.answers if mapped else brought_in_answers(entry, form))

    def _told_at(self, entry: IncomingEntry) -> datetime | None:
        """Give the moment of writing; where none is told, noon of the day."""
        told = entry.written_at
        if told is None and entry.day is not None and _is_tellable(entry.day):
            told = datetime.combine(entry.day, _NOON).astimezone(UTC)
        if told is None or not _FIRST_MOMENT <= told <= _LAST_MOMENT:
            return None
        return told.astimezone(UTC)


def _is_tellable(day: date) -> bool:
    return _FIRST_MOMENT.date() <= day <= _LAST_MOMENT.date()


def _fingerprints(entries: tuple[IncomingEntry, ...]) -> Iterator[bytes]:
    """Give for each entry what it is known again by, wherever its file lies and is called then.

    Two of the same words on the same day are two: the second is known as the second.
    """
    times: Counter[bytes] = Counter()
    for entry in entries:
        words = _words_of(entry)
        yield hashlib.sha256(words + str(times[words]).encode()).digest()
        times[words] += 1


def _words_of(entry: IncomingEntry) -> bytes:
    title = "" if entry.is_called_after_file else entry.title
    texts = [title, *(text for part in entry.parts for text in (part.heading, part.text))]
    day = entry.day.isoformat() if entry.day else ""
    # As the clock on the wall said: some sources tell no zone, and are read in the present one.
    moment = entry.written_at.replace(tzinfo=None).isoformat() if entry.written_at else ""
    bound = [day, moment, *(" ".join(text.split()) for text in texts)]
    return json.dumps(bound).encode("ascii")
