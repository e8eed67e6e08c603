"""Snapshots and backups as values: what is in one, which snapshots to keep, when one is due."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

BACKUP_ENDING = ".afterword-backup"
SNAPSHOT_ENDING = ".afterword-snapshot"

_REMIND_AFTER = timedelta(days=30)
_REMIND_FROM_REFLECTIONS = 5
_ALWAYS_KEPT = 3
_CLOCKS_MAY_DIFFER = timedelta(days=1)
_SHELVES: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (7, lambda made_at: made_at.date()),
    (4, lambda made_at: made_at.isocalendar()[:2]),
    (12, lambda made_at: (made_at.year, made_at.month)),
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One snapshot in a journal's folder."""

    name: str
    made_at: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup or snapshot holds, known only once it was opened and passed every check."""

    made_at: datetime
    reflections: int
    first_day: date | None
    last_day: date | None
    last_change: datetime | None


@dataclass(frozen=True, slots=True)
class RescuedCopy:
    """A copy that holds words which the journal could not take: with the rest of it, or alone."""

    contents: BackupContents
    is_whole: bool


@dataclass(frozen=True, slots=True)
class PutBack:
    """A snapshot that took the place of a damaged journal."""

    snapshot: Snapshot
    contents: BackupContents
    damaged_kept_as: str | None


def backup_name(today: date) -> str:
    """Suggest a name for a backup, which says nothing of the journal or its owner."""
    return f"Afterword {today.isoformat()}{BACKUP_ENDING}"


def worth_keeping(snapshots: Iterable[Snapshot], now: datetime) -> frozenset[Snapshot]:
    """Choose by their names: the newest of 7 days, of 4 weeks and of 12 months, and the newest 3.

    Those from after now are chosen among themselves: a clock that went wrong neither makes good
    ones look old, nor lets the ones it made push them out.
    """
    newest_first = sorted(snapshots, key=lambda each: each.made_at, reverse=True)
    latest = now + _CLOCKS_MAY_DIFFER
    past = [each for each in newest_first if each.made_at <= latest]
    future = [each for each in newest_first if each.made_at > latest]
    return frozenset(_thinned(past) | _thinned(future))


def backup_is_due(last_backup: datetime | None, today: date, reflections: int) -> bool:
    """Say whether it is time to remind of a backup."""
    if reflections < _REMIND_FROM_REFLECTIONS:
        return False
    if last_backup is None:
        return True
    age = today - last_backup.astimezone().date()
    # One from after today was made by a wrong clock: nothing can be said of its age.
    return age >= _REMIND_AFTER or age < -_CLOCKS_MAY_DIFFER


def _thinned(newest_first: list[Snapshot]) -> set[Snapshot]:
    kept = set(newest_first[:_ALWAYS_KEPT])
    for count, span_of in _SHELVES:
        newest_of: dict[Hashable, Snapshot] = {}
        for each in newest_first:
            newest_of.setdefault(span_of(each.made_at), each)
        kept.update(list(newest_of.values())[:count])
    return kept
