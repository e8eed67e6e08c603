"""Makes copies of a journal again and again, saying so after each, until it is killed."""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from app.domain.progress import unwatched
from app.domain.secret import Passphrase
from app.vault.restoring import Restorer
from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRET = Passphrase(PASSPHRASE)


@dataclass
class Child:
    """The acts, each a method of its name."""

    place: Path

    @property
    def journal(self):
        return self.place / "journal"

    def backup(self):
        vault = cheap_keeper().open(self.journal, PASSPHRASE)
        for number in count():
            target = self.place / f"{number % 3}.afterword-backup"
            vault.copies.back_up(target, NOON, unwatched, replaces=True)
            yield target.name

    def snapshot(self):
        vault = cheap_keeper().open(self.journal, PASSPHRASE)
        begun = len(vault.copies.snapshots())
        for number in count():
            vault.put(a_reflection("changing", os.urandom(2000).hex()))
            at = NOON + timedelta(days=begun + number)
            yield vault.copies.copied_snapshot(at, unwatched).settle(unwatched).name

    def restore(self):
        source = self.place / "good.afterword-backup"
        for number in count(len(list(self.place.glob("new-*")))):
            folder = self.place / f"new-{number}-{os.getpid()}"
            Restorer(floor_checked=False).restore(source, SECRET, folder, unwatched)
            yield folder.name

    def put_back(self):
        restorer = Restorer(floor_checked=False)
        for number in count():
            at = NOON + timedelta(days=number)
            yield restorer.put_back_snapshot(self.journal, SECRET, at, unwatched).snapshot.name


if __name__ == "__main__":
    print("ready", flush=True)
    for done in getattr(Child(Path(sys.argv[1])), sys.argv[2])():
        print(done, flush=True)
