"""Backups and snapshots for the tests: whole ones, and the parts to make hostile ones of."""

from datetime import UTC, datetime, timedelta

from app.domain.errors import Cancelled
from app.domain.progress import unwatched
from app.domain.secret import Passphrase, RecoveryWords
from app.vault.restoring import Restorer
from tests.unit.vault.samples import PASSPHRASE, a_reflection

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRET = Passphrase(PASSPHRASE)
WRONG = Passphrase("quite another one, and long enough")


def a_restorer(**more):
    return Restorer(floor_checked=False, **more)


def words_secret(words):
    return RecoveryWords(words)


def written(vault, count=6, length=40):
    reflections = [
        a_reflection(f"r{number}", f"The {number}. walk. " * length, minutes=number)
        for number in range(count)
    ]
    for reflection in reflections:
        vault.put(reflection)
    return reflections


def backed_up(vault, target, now=NOON, progress=unwatched, *, replaces=False):
    return vault.copies.back_up(target, now, progress, replaces=replaces)


def a_snapshot(vault, now=NOON, progress=unwatched):
    return vault.copies.copied_snapshot(now, progress).settle(progress)


def stopped_at(limit):
    """Give a progress that stops the work at this call, and count the calls."""
    calls = []

    def told(share):
        assert 0 <= share <= 1
        calls.append(share)
        if len(calls) == limit:
            raise Cancelled

    return told, calls


def later(days=0, **more):
    return NOON + timedelta(days=days, **more)


def tree(folder):
    """Give every file under a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
