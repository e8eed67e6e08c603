"""Older pages, an older database and an older whole vault put back where this computer saw newer.

While one version grows only its beginning is noted outside the vault, until the journal is closed;
so every state that is put back is that of a closed journal.
"""

import random
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.errors import AppError, BackupDamaged
from app.domain.secret import Passphrase
from tests.faults.attacks import Result, reason_of
from tests.faults.test_old_pages import UNBOUND, everything_read, reflection_of
from tests.unit.vault.backups import tree
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection

PAGE = 4096
_SITTINGS = 14
_OTHER = "nine grey herons on the weir"


@dataclass(frozen=True)
class State:
    """A closed journal at one moment: its files, its passphrase, and what was noted outside."""

    files: dict
    seen: dict
    passphrase: str


def replays(folder, trials, seed):
    """Put older parts back so many times; each is noticed, or nothing is shown otherwise."""
    result, chance = Result(), random.Random(seed)
    states = list(_states(folder, chance))
    whole = {}
    for number in range(trials):
        old, new = sorted(chance.sample(range(len(states)), 2))
        kind = (_an_old_page, _the_old_database, _the_old_vault)[number % 3]
        trial = _Trial(folder, states[old], states[new], chance)
        result.trials += 1
        try:
            if new not in whole:
                whole[new] = trial.answers_of_the_newest()
            told = trial.told(kind, whole[new])
        except Exception as error:
            told = f"failed: {reason_of(error)}"
        what = kind.__name__.replace("_", " ").strip()
        if told.startswith("failed"):
            result.fail(f"{what}, seed {seed}, trial {number}: {told}")
        else:
            result.figures[f"{what}: {told}"] += 1
    return result


def _states(folder, chance):
    """Write in a journal, sitting by sitting; its passphrase is changed in the middle."""
    journal, seen = folder / "journal", folder / "seen"
    keeper, changes = keeper_and_changes(seen)
    passphrase = PASSPHRASE
    keeper.create(journal, passphrase)[0].close()
    for sitting in range(_SITTINGS):
        if sitting == _SITTINGS // 2:
            changes.change_passphrase(journal, Passphrase(passphrase), _OTHER)
            passphrase = _OTHER
        vault = keeper.open(journal, passphrase)
        vault.keep_form(a_form(version=sitting % 4 + 1))
        for number in chance.sample(range(6 + 2 * sitting), chance.randint(1, 5)):
            before = reflection_of(number, sitting, chance)
            vault.put(before)
            if chance.random() < 0.3:
                vault.put(replace(before, title=f"Sitting {sitting}"))
        if sitting > 3 and chance.random() < 0.3:
            vault.put(a_reflection(f"binned{sitting}"))
            vault.bin.put(f"binned{sitting}", a_reflection().changed_at)
        vault.close()
        yield State(tree(journal), tree(seen), passphrase)


def _an_old_page(old, new, chance):
    before, now = old.files["journal.db"], new.files["journal.db"]
    places = [
        start
        for start in range(PAGE, min(len(before), len(now)), PAGE)
        if before[start : start + PAGE] != now[start : start + PAGE]
    ]
    start = chance.choice(places)
    mixed = now[:start] + before[start : start + PAGE] + now[start + PAGE :]
    return {**new.files, "journal.db": mixed}


def _the_old_database(old, new, _chance):
    return {**new.files, "journal.db": old.files["journal.db"]}


def _the_old_vault(old, _new, _chance):
    return old.files


class _Trial:
    def __init__(self, folder: Path, old: State, new: State, chance):
        self._journal, self._seen = folder / "journal", folder / "seen"
        self._old, self._new, self._chance = old, new, chance

    def answers_of_the_newest(self):
        vault = self._opened(self._new.files, self._new.passphrase)
        try:
            assert vault.warning is None, "a false alarm"
            assert vault.trouble() == ()
            return everything_read(vault)
        finally:
            vault._database.close()

    def told(self, kind, whole):
        files = kind(self._old, self._new, self._chance)
        state = self._old if kind is _the_old_vault else self._new
        try:
            vault = self._opened(files, state.passphrase)
        except BackupDamaged:
            return "failed: told as a backup"
        except AppError:
            return "refused at opening"
        try:
            return self._told_of(vault, kind, whole)
        finally:
            vault._database.close()

    def _told_of(self, vault, kind, whole):
        if vault.warning is not None:
            return "told at opening"
        if kind is not _an_old_page:
            return "failed: not noticed at opening"
        if vault.trouble():
            return "told by the check"
        answers = everything_read(vault)
        wrong = {name for name in whole if answers.get(name) != whole[name]} - UNBOUND
        return f"failed: wrong {', '.join(wrong)}" if wrong else "it holds nothing that is shown"

    def _opened(self, files, passphrase):
        for place, there in ((self._journal, files), (self._seen, self._new.seen)):
            shutil.rmtree(place, ignore_errors=True)
            for name, data in there.items():
                path = place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        return keeper_and_changes(self._seen)[0].open(self._journal, passphrase)
