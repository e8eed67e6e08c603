"""What is recorded: each act runs in a child process, and marks what it has acknowledged.

`python -m tests.faults.power.acts NAME FOLDER MARKS`, with what prepare() left in FOLDER.
"""

import sys
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from app.domain.answer import Answer, Evidence
from app.domain.progress import unwatched
from app.domain.secret import Passphrase
from app.vault import recipe, reserve
from tests.unit.vault.backups import NOON, a_restorer, a_snapshot, backed_up
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection, cheap_keeper
from tests.unit.vault.test_migrations import KEPT, secret

NEW_PASSPHRASE = "four other words, in a row"
OLDEST, WORDS_OF_OLDEST = KEPT / "0001_journal", secret("0001_journal", "words")
BACKUP, RESTORED, LETTER = "copy.afterword-backup", "Restored", "letter.pdf"
SAVES = 6
LONGER = " and then some more words" * 40

_SMALL_RESERVE_BYTES = 16 * 1024


def create(journal, mark):
    """Make a journal."""
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    mark("made")
    vault.close()


def save(journal, mark):
    """Save one growing reflection, then others."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        for number in range(SAVES):
            vault.put(a_reflection("r1", words_of(number), minutes=number))
            mark(f"saved {number}")
        vault.put(a_reflection("r2", "Another.", minutes=9))
        mark("another")


def change_passphrase(journal, mark):
    """Put a new passphrase into force."""
    _, changes = keeper_and_changes()
    changes.change_passphrase(journal, Passphrase(PASSPHRASE), NEW_PASSPHRASE)
    mark("changed")


def new_words(journal, mark):
    """Encrypt the journal anew: other words, another passphrase."""
    _, changes = keeper_and_changes()
    changes.replace_data_key(journal, Passphrase(PASSPHRASE), NEW_PASSPHRASE, unwatched)
    mark("changed")


def migrate(journal, mark):
    """Open a journal of the first format."""
    with closing(cheap_keeper().open_with_words(journal, WORDS_OF_OLDEST)):
        mark("opened")


def snapshot(journal, mark):
    """Keep a snapshot of the journal, and write on."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        a_snapshot(vault)
        mark("kept")
        vault.put(a_reflection("r9", "After it.", minutes=9))
        mark("wrote")


def back_up(journal, mark):
    """Write a backup beside the journal."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        backed_up(vault, journal.with_name(BACKUP))
        mark("backed up")


def restore(journal, mark):
    """Restore a backup into a folder of its own."""
    backup, folder = journal.with_name(BACKUP), journal.with_name(RESTORED)
    a_restorer().restore(backup, Passphrase(PASSPHRASE), folder, unwatched)
    mark("restored")


def empty_bin(journal, mark):
    """Empty the bin for good, and leave no trace of it."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        vault.bin.empty([entry.id for entry in vault.bin.entries()], MORNING + timedelta(days=40))
        mark("emptied")
        vault.bin.sweep(unwatched)
        mark("swept")


def add_file(journal, mark):
    """Keep a file with a reflection, and save the answer that names it."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        file = vault.evidence.add("r1", journal.with_name(LETTER), MORNING, unwatched)
        mark("added")
        vault.put(naming(file))
        mark("named")


def naming(file):
    """Give the reflection whose answer names a file."""
    return a_reflection("r1", minutes=9, answers={"proof": Answer(Evidence((file,)))})


def put_back(journal, mark):
    """Put a snapshot into the place of a damaged journal."""
    a_restorer().put_back_snapshot(journal, Passphrase(PASSPHRASE), NOON, unwatched)
    mark("put back")


def put_back_half_changed(journal, mark):
    """Put a snapshot into the place of a journal that was killed in the middle of a change."""
    put_back(journal, mark)


def rebuild_index(journal, mark):
    """Make the search index anew."""
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        vault.rebuild_index(unwatched)
        mark("rebuilt")


def save_unforced(journal, mark):
    """Save with nothing forced to the disk: the cuts must find what that loses."""
    recipe._SETTINGS = tuple(
        "synchronous = OFF" if each.startswith("synchronous") else each for each in recipe._SETTINGS
    )
    save(journal, mark)


def words_of(number):
    """Give what stands in the reflection after this save."""
    return f"Version {number}." + LONGER * number


_KEYS = (change_passphrase, new_words)
_COPIES = (snapshot, back_up, restore, put_back, put_back_half_changed)
_ALL = (create, save, *_KEYS, migrate, *_COPIES, add_file, empty_bin, rebuild_index)
ACTS = {act.__name__: act for act in (*_ALL, save_unforced)}


@contextmanager
def small_reserve():
    """Keep 16 KiB in reserve and not 8 MiB of noise: it is written by the same steps."""
    usual, reserve.SIZE_BYTES = reserve.SIZE_BYTES, _SMALL_RESERVE_BYTES
    try:
        yield
    finally:
        reserve.SIZE_BYTES = usual


def main(name, folder, marks):
    """Run one act on the journal in the folder."""
    with small_reserve(), Path(marks).open("ab", buffering=0) as file:
        ACTS[name](Path(folder) / "My journal", lambda words: file.write(words.encode() + b"\n"))


if __name__ == "__main__":
    main(*sys.argv[1:])
