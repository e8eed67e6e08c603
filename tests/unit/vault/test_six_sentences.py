"""What stands in the way of a journal is told in six sentences: what, what is safe, what next."""

import contextlib
import os

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import (
    AppError,
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalTooNew,
    NotSaved,
    ReadOnly,
    WrongPassphrase,
)
from app.vault import recipe, unlocking
from app.vault.faults import told_of_opening
from tests.unit.vault.broken_pages import break_pages
from tests.unit.vault.samples import PASSPHRASE, a_reflection

SAFE = ("Nothing was changed", "It was left as it is", "What was saved before is safe")


def wrong_passphrase(keeper, folder):
    keeper.open(folder, PASSPHRASE + "!")


def damaged_in_front(keeper, folder):
    break_pages(folder, 1)
    keeper.open(folder, PASSPHRASE)


def damaged_elsewhere(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    break_pages(folder, *range(2, (folder / "journal.db").stat().st_size // 4096 + 1))
    vault = keeper.open(folder, PASSPHRASE)
    try:
        vault.get("r1")
    finally:
        vault._database.close()


def cut_off(keeper, folder):
    os.truncate(folder / "journal.db", 4096)
    keeper.open(folder, PASSPHRASE)


def both_key_files_gone(keeper, folder):
    for name in ("keys.json", "keys-copy.json"):
        (folder / name).write_bytes(b"\0" * 700)
    keeper.open(folder, PASSPHRASE)


def newer_version(keeper, folder):
    unlocked = unlocking.unlock(folder, PASSPHRASE, floor_checked=False)
    path = folder / "journal.db"
    with contextlib.closing(recipe.keyed(path, unlocked.data_key, unlocked.header.salt)) as later:
        later.execute("PRAGMA user_version = 99")
    keeper.open(folder, PASSPHRASE)


def in_use(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    try:
        keeper.open(folder, PASSPHRASE)
    finally:
        vault.close()


def disk_full(keeper, folder):
    _refused(keeper, folder, "SQLITE_FULL")


def read_only(keeper, folder):
    _refused(keeper, folder, "SQLITE_READONLY")


def _refused(keeper, folder, name):
    vault = keeper.open(folder, PASSPHRASE)
    real = vault._database._connection
    vault._database._connection = Refusing(real, name)
    (folder / "reserve.bin").unlink(missing_ok=True)
    try:
        vault.put(a_reflection())
    finally:
        real.close()


class Refusing:
    """A connection whose commits the disk refuses."""

    def __init__(self, real, name):
        self._real, self._name = real, name
        self.in_transaction = False

    def execute(self, statement, *values):
        if statement == "COMMIT":
            self._real.execute("ROLLBACK")
            error = dbapi2.OperationalError("secret statement")
            error.sqlite_errorname = self._name
            raise error
        return self._real.execute(statement, *values)


CASES = {
    wrong_passphrase: (WrongPassphrase, "does not open this journal", "recovery words"),
    damaged_in_front: (JournalDamaged, "it is not the passphrase", "salvage what still reads"),
    damaged_elsewhere: (JournalDamaged, "it is not the passphrase", "salvage what still reads"),
    cut_off: (JournalDamaged, "has been cut off", "Look for a copy"),
    both_key_files_gone: (JournalDamaged, "missing or damaged", "recovery words still open it"),
    newer_version: (JournalTooNew, "a later Afterword", "Install the newer version"),
    in_use: (JournalInUse, "already open in another window", "close it there first"),
    disk_full: (DiskFull, "the disk is full", "Make room and try again"),
    read_only: (ReadOnly, "cannot be written to", "Check who may write"),
}


@pytest.mark.parametrize("meet", CASES, ids=lambda meet: meet.__name__)
def test_each_says_what_happened_what_is_safe_and_what_to_do(keeper, folder, meet):
    kind, happened, step = CASES[meet]
    with pytest.raises(AppError) as told:
        meet(keeper, folder)
    sentence = str(told.value)
    assert type(told.value) is kind or issubclass(type(told.value), kind)
    assert happened in sentence
    assert any(safe in sentence for safe in SAFE)
    assert step in sentence
    assert "secret" not in sentence
    assert PASSPHRASE not in sentence


def test_the_six_are_six(keeper, tmp_path, pattern):
    from tests.unit.vault.conftest import copied

    told = set()
    six = (wrong_passphrase, damaged_in_front, newer_version, in_use, disk_full, read_only)
    for meet in six:
        folder = copied(pattern[0], tmp_path / meet.__name__)
        with pytest.raises(AppError) as refusal:
            meet(keeper, folder)
        told.add(str(refusal.value))
    assert len(told) == 6


@pytest.mark.parametrize("fault", [DiskFull(), ReadOnly(), NotSaved("x")])
def test_opening_on_a_refusing_disk_says_not_opened_and_what_to_do(fault):
    words = r"^Not opened: .+ is safe\. (Make|Check) .+\.$"
    with pytest.raises(JournalError, match=words), told_of_opening():
        raise fault


def test_damage_in_front_is_never_called_a_wrong_passphrase(keeper, folder):
    data = (folder / "journal.db").read_bytes()
    for place in (16, 17, 99, 1024, 4015, 4016, 4031, 4032, 4095):
        changed = bytearray(data)
        changed[place] ^= 0x55
        (folder / "journal.db").write_bytes(changed)
        with pytest.raises(JournalDamaged):
            keeper.open(folder, PASSPHRASE)
        with pytest.raises(WrongPassphrase):
            keeper.open(folder, PASSPHRASE + "?")
