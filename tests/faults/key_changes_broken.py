"""Breaks a change of passphrase and a new data key at every file call, and tells what is left."""

import os
import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import AppError, JournalError
from app.domain.finding import Search
from app.domain.secret import Passphrase
from app.vault import key_file
from tests.faults.file_calls import FAULTS, FaultyCalls, PageLimit, end_of
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection

NEW = "nine grey herons on the weir"
NEXT_NAMES = ("keys-next.json", "journal-next.db", "journal-next.db-journal")


@dataclass
class Pattern:
    """A closed journal to copy for each trial, and what is in it."""

    folder: Path
    words: str
    reflections: tuple = ()
    pages: int = 0

    @classmethod
    def made(cls, folder):
        vault, words = keeper_and_changes()[0].create(folder, PASSPHRASE)
        vault.keep_form(a_form())
        for number in range(12):
            vault.put(a_reflection(f"r{number}", "The kettle was on. " * 60, minutes=number))
        reflections = vault.reflections(Search(limit=50))
        vault.close()
        pages = (folder / "journal.db").stat().st_size // 4096
        return cls(folder, " ".join(words), reflections, pages)

    def copied(self, target):
        def copy(source, goal):
            (os.link if source.endswith("reserve.bin") else shutil.copy)(source, goal)

        shutil.rmtree(target, ignore_errors=True)
        return shutil.copytree(self.folder, target, copy_function=copy)


@dataclass
class Tally:
    """How many trials ended how, and what went against a promise."""

    endings: Counter = field(default_factory=Counter)
    failures: list = field(default_factory=list)

    @property
    def trials(self):
        return self.endings.total()


def change_of_passphrase(folder):
    changed = keeper_and_changes()[1].change_passphrase(folder, Passphrase(PASSPHRASE), NEW)
    return changed.is_second_copy_written


def new_data_key(folder):
    new = keeper_and_changes()[1].replace_data_key(folder, Passphrase(PASSPHRASE), NEW)
    return " ".join(new)


def every_trial(pattern, scratch, change, *, pages=False):
    """Give what to break, for each file call and fault, and for each page that SQLite writes."""
    whole = end_of(lambda: change(pattern.copied(scratch / "count")), FaultyCalls(), AppError)
    assert whole.kind == "done", whole.outcome
    for turn in range(1, whole.calls + 1):
        for fault in FAULTS:
            yield f"{fault} at call {turn}", FaultyCalls(turn, fault)
        yield f"EIO from call {turn} on", FaultyCalls(turn, "EIO", stays=True)
    if pages:
        for page in range(1, pattern.pages + 1):
            yield f"refused at page {page}", PageLimit(page, kills=False)
            yield f"killed at page {page}", PageLimit(page, kills=True)


def broken_changes(pattern, scratch, change, *, trials=None, only="", seed=1):
    """Break a change in every way, or in so many chosen by chance; give the tally.

    Only those whose name begins so are tried, as "kill at call" or "refused at page".
    """
    every = every_trial(pattern, scratch, change, pages=change is new_data_key)
    found = [(name, breaking) for name, breaking in every if name.startswith(only)]
    if trials is not None and trials < len(found):
        found = random.Random(seed).sample(found, trials)
    tally = Tally()
    for name, breaking in found:
        folder = pattern.copied(scratch / "trial")
        ending = end_of(lambda folder=folder: change(folder), breaking, AppError)
        tally.endings[ending.kind] += 1
        for complaint in complaints(pattern, folder, change, ending):
            tally.failures.append(f"{name} ({ending.kind}): {complaint}")
    return tally


def complaints(pattern, folder, change, ending):
    """Say what of the promises does not hold after a change that ended so."""
    if ending.kind == "bug":
        yield ending.outcome
    # The old secret is tried first: an opening by it must never lock out the new one.
    old, new = opens(pattern, folder, PASSPHRASE), opens(pattern, folder, NEW)
    broken = {
        f"both passphrases: {old}": old == new,
        "the retired one works after the new one was acknowledged": ending.kind == "done" and old,
        "it was told that nothing had changed, and it had": ending.kind == "refused" and new,
        "what opens it changed from one opening to the next": (
            opens(pattern, folder, PASSPHRASE) != old or opens(pattern, folder, NEW) != new
        ),
    }
    yield from (complaint for complaint, is_so in broken.items() if is_so)
    by_words = opens_by_words(folder, pattern.words)
    if by_words != (old or change is change_of_passphrase):
        yield f"the words from before open: {by_words}, the old passphrase: {old}"
    is_new_key = change is new_data_key and ending.kind == "done"
    if is_new_key and not opens_by_words(folder, ending.outcome):
        yield "the new words that were given do not open"
    yield from untidy(folder)


def opens(pattern, folder, passphrase):
    try:
        vault = keeper_and_changes()[0].open(folder, passphrase)
    except JournalError:
        return False
    try:
        is_whole = vault.reflections(Search(limit=50)) == pattern.reflections
        return is_whole and vault.trouble() == ()
    finally:
        vault.close()


def opens_by_words(folder, words):
    try:
        keeper_and_changes()[0].open_with_words(folder, words).close()
    except JournalError:
        return False
    return True


def untidy(folder):
    paths = [folder / name for name in key_file.NAMES]
    if len({path.read_bytes() if path.exists() else name for name, path in enumerate(paths)}) > 1:
        yield "the copies of the key file differ after an opening"
    left = [path.name for path in folder.iterdir() if path.name.endswith(".new")]
    left += [name for name in NEXT_NAMES if (folder / name).exists()]
    if left:
        yield f"left behind: {left}"
