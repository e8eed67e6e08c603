"""What the lane brings to the page of earlier versions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.history import Change, Comparison, VersionOutline
from app.domain.listed_title import title_of_reflection
from app.domain.retention import Keeping
from app.services.browsing import Reading
from app.services.workshop import Desk
from app.ui.parts.compared_text import changed_words


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one reflection, with its title as it stands in the newest."""

    reflection_id: str
    title: str
    outlines: tuple[VersionOutline, ...]
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which version is looked at; against which other, or none to read it whole."""

    number: int
    against: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What answers it: the version to read, or the comparison."""

    wanted: Wanted
    reading: Reading | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a version changed, in short."""

    number: int
    words: str


def versions_of(desk: Desk, reflection_id: str) -> Versions:
    """Gather the versions of a reflection.

    Raises:
        NoSuchReflection, JournalDamaged: they cannot be shown.
    """
    outlines = desk.history.versions(reflection_id)
    newest = desk.history.version(reflection_id, outlines[0].number)
    title = title_of_reflection(newest, desk.history.form(newest))
    return Versions(reflection_id, title, outlines, desk.retention.keeping(reflection_id))


def shown_version(desk: Desk, reflection_id: str, wanted: Wanted) -> Shown:
    """Read a version, or compare it.

    Raises:
        NoSuchReflection, NoSuchVersion, JournalDamaged: one of them cannot be read.
    """
    if wanted.against is not None:
        older, newer = sorted((wanted.number, wanted.against))
        comparison = desk.history.compare(reflection_id, older, newer)
        return Shown(wanted, comparison=comparison)
    reflection = desk.history.version(reflection_id, wanted.number)
    form = desk.history.form(reflection)
    return Shown(wanted, reading=Reading(reflection, form, 1))


def told_change(desk: Desk, reflection_id: str, number: int, before: int | None) -> Told:
    """Say in short what a version changed against the one before.

    Raises:
        NoSuchReflection, NoSuchVersion, JournalDamaged: one of them cannot be read.
    """
    if before is None:
        return Told(number, _tr("The first version"))
    return Told(number, in_short(desk.history.compare(reflection_id, before, number)))


def in_short(comparison: Comparison) -> str:
    """Say in one line what differs: "2 answers, title · 34 words added, 5 removed"."""
    changed = comparison.changed
    if not changed:
        return _tr("Says the same as before")
    answers = sum(1 for part in changed if part.key.startswith("answer:"))
    names = [part.heading.lower() for part in changed if not part.key.startswith("answer:")]
    if answers:
        count = _tr("1 answer") if answers == 1 else _tr("{count} answers")
        names.insert(0, count.format(count=answers))
    added, removed = (
        sum(changed_words(part, change) for part in changed)
        for change in (Change.ADDED, Change.REMOVED)
    )
    return f"{', '.join(names)} · {_amounts(added, removed)}"


def _amounts(added: int, removed: int) -> str:
    if added and removed:
        words = _tr("{added} words added, {removed} removed")
        return words.format(added=f"{added:,}", removed=f"{removed:,}")
    count = added or removed
    told = f"{count:,}"
    if added:
        return _tr("1 word added") if count == 1 else _tr("{count} words added").format(count=told)
    return _tr("1 word removed") if count == 1 else _tr("{count} words removed").format(count=told)


def _tr(words: str) -> str:
    return QCoreApplication.translate("VersionLookups", words)
