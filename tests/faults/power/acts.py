"""What is recorded: each act runs in a child process, and marks what it has acknowledged.

`python -m tests.faults.power.acts NAME FOLDER MARKS`, with what prepare() left in FOLDER.
"""

import sys
from contextlib import closing
from pathlib import Path

from app.vault import connection, reserve
from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

SAVES = 6
LONGER = " and then some more words" * 40

# The reserve is 8 MiB of noise: a small one is written by the same steps.
reserve.SIZE_BYTES = 16 * 1024


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


def save_unforced(journal, mark):
    """Save with nothing forced to the disk: the cuts must find what that loses."""
    connection._SETTINGS = tuple(
        "synchronous = OFF" if each.startswith("synchronous") else each
        for each in connection._SETTINGS
    )
    save(journal, mark)


def words_of(number):
    """Give what stands in the reflection after this save."""
    return f"Version {number}." + LONGER * number


ACTS = {act.__name__: act for act in (create, save, save_unforced)}


def main(name, folder, marks):
    """Run one act on the journal in the folder."""
    with Path(marks).open("ab", buffering=0) as file:
        ACTS[name](Path(folder) / "My journal", lambda words: file.write(words.encode() + b"\n"))


if __name__ == "__main__":
    main(*sys.argv[1:])
