"""Key files that others put there, or that two processes write: the good ones stay in force."""

import os
from dataclasses import replace

import pytest

from app.domain.errors import (
    JournalError,
    JournalTooNew,
    RetiredPassphrase,
    WrongPassphrase,
)
from app.domain.secret import Passphrase
from app.vault import key_changes, key_file, key_lock, keys
from app.vault.kdf import KdfCost
from app.vault.key_file import Slot
from app.vault.unlocking import read_header
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE

A, B = key_file.NAMES
NEXT = "keys-next.json"
NEW, THIRD = "nine grey herons on the weir", "seven slow barges past the lock"
OLD_WAY = Passphrase(PASSPHRASE)
TOO_NEW = b'{"magic":"offline-journal-keys","version":2}'


def forged_bytes(folder, cost):
    """Make a key file that nobody can tell from ours before it has been tried."""
    header = read_header(folder / B, floor_checked=False)
    slot = Slot(cost, os.urandom(16), os.urandom(12), os.urandom(48))
    forged = replace(header, generation=2**52, slots=(slot,), mac=os.urandom(32))
    return key_file.to_bytes(forged)


def tried_costs(monkeypatch):
    real, tried = keys.derived_key, []
    monkeypatch.setattr(keys, "derived_key", lambda *given: tried.append(given[2]) or real(*given))
    return tried


JUNK = {
    "a later version's": lambda path: path.write_bytes(TOO_NEW),
    "nonsense": lambda path: path.write_bytes(b"{"),
    "deep": lambda path: path.write_bytes(b"[" * 16_000),
    "folder": lambda path: path.mkdir(),
    "link": lambda path: path.symlink_to("/dev/zero"),
    "loop": lambda path: path.symlink_to(path.name),
    "pipe": getattr(os, "mkfifo", lambda path: path.write_bytes(b"")),
}


@pytest.mark.parametrize("junk", JUNK)
def test_what_is_planted_as_the_next_keys_locks_nobody_out(keeper, folder, words, junk):
    JUNK[junk](folder / NEXT)
    keeper.open(folder, PASSPHRASE).close()
    assert os.path.lexists(folder / NEXT) == (junk == "folder")
    keeper.open_with_words(folder, words).close()


def test_next_keys_of_a_later_version_stay_until_the_journal_was_opened(keeper, folder):
    (folder / NEXT).write_bytes(TOO_NEW)
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, "x")
    assert (folder / NEXT).read_bytes() == TOO_NEW


def test_a_later_version_that_was_replacing_the_key_is_named(keeper, changes, folder):
    old = {name: (folder / name).read_bytes() for name in (A, B)}
    changes.replace_data_key(folder, OLD_WAY, NEW)
    for name, data in old.items():
        (folder / name).write_bytes(data)
    (folder / NEXT).write_bytes(TOO_NEW)
    with pytest.raises(JournalTooNew):
        keeper.open(folder, PASSPHRASE)
    assert (folder / NEXT).exists()


@pytest.mark.parametrize("way", ["words", "passphrase", "retired"])
def test_next_keys_that_come_back_retire_no_passphrase(keeper, changes, folder, way):
    new_words = " ".join(changes.replace_data_key(folder, OLD_WAY, NEW))
    stale = (folder / A).read_bytes()
    changes.change_passphrase(folder, Passphrase(NEW), THIRD)
    (folder / NEXT).write_bytes(stale)
    if way == "words":
        keeper.open_with_words(folder, new_words).close()
    elif way == "passphrase":
        keeper.open(folder, THIRD).close()
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, NEW)
    keeper.open(folder, THIRD).close()
    assert not (folder / NEXT).exists()


@pytest.mark.parametrize("name", [A, NEXT])
def test_a_forged_copy_that_costs_more_is_never_waited_for(keeper, folder, monkeypatch, name):
    dear = KdfCost(1024, 3, 1)
    (folder / name).write_bytes(forged_bytes(folder, dear))
    tried = tried_costs(monkeypatch)
    keeper.open(folder, PASSPHRASE).close()
    assert dear not in tried
    assert (folder / A).read_bytes() == (folder / B).read_bytes()


def test_a_forged_copy_beyond_what_two_honest_ones_cost_is_not_tried(keeper, folder, monkeypatch):
    monkeypatch.setattr("app.vault.unlocking.MOST_KIB_PASSES", 100)
    dear = KdfCost(101, 1, 1)
    (folder / A).write_bytes(forged_bytes(folder, dear))
    tried = tried_costs(monkeypatch)
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, "x")
    assert len(tried) == 1
    assert dear not in tried


def test_the_dearer_of_two_copies_counts_where_it_is_the_newer(keeper, changes, folder):
    # The same passphrase, wrapped anew at a higher cost; then the power went.
    old = (folder / B).read_bytes()
    keeper_and_changes(cost=KdfCost(1024, 1, 1))[1].retune(folder, PASSPHRASE)
    (folder / B).write_bytes(old)
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / A).read_bytes() == (folder / B).read_bytes() != old


def test_a_cheaper_retired_copy_is_told_as_retired(keeper, folder):
    old = (folder / B).read_bytes()
    dearer = keeper_and_changes(cost=KdfCost(1024, 1, 1))[1]
    dearer.change_passphrase(folder, OLD_WAY, NEW)
    (folder / B).write_bytes(old)
    with pytest.raises(RetiredPassphrase):
        keeper.open(folder, PASSPHRASE)
    keeper.open(folder, NEW).close()


def test_a_cheaper_copy_from_before_new_words_hides_nothing(keeper, folder, words):
    old = (folder / B).read_bytes()
    dearer = keeper_and_changes(cost=KdfCost(1024, 1, 1))[1]
    dearer.replace_data_key(folder, OLD_WAY, PASSPHRASE)
    (folder / B).write_bytes(old)
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / A).read_bytes() == (folder / B).read_bytes() != old


# Two that change keys at once


def during_the_derivation(monkeypatch, act):
    real = keys.proven_bytes

    def proven(*given):
        monkeypatch.setattr(keys, "proven_bytes", real)
        act()
        return real(*given)

    monkeypatch.setattr(keys, "proven_bytes", proven)


@pytest.mark.parametrize("kind", ["words", "passphrase"])
def test_keys_are_changed_by_one_at_a_time(changes, folder, words, monkeypatch, kind):
    keeper = keeper_and_changes()[0]
    other = keeper_and_changes()[1]
    refused = []

    def beside():
        change = other.replace_data_key if kind == "words" else other.change_passphrase
        with pytest.raises(JournalError, match="being changed in another window") as told:
            change(folder, OLD_WAY, THIRD)
        refused.append(told)

    during_the_derivation(monkeypatch, beside)
    changes.change_passphrase(folder, OLD_WAY, NEW)
    assert len(refused) == 1
    keeper.open(folder, NEW).close()
    keeper.open_with_words(folder, words).close()
    other.change_passphrase(folder, Passphrase(NEW), THIRD)


@pytest.mark.parametrize("kind", ["words", "passphrase"])
def test_where_a_disk_knows_no_locks_keys_of_others_are_not_written_over(
    keeper, changes, folder, monkeypatch, kind
):
    monkeypatch.setattr(key_lock, "_lock", lambda _handle: None)
    other = keeper_and_changes()[1]
    given = []

    def beside():
        change = other.replace_data_key if kind == "words" else other.change_passphrase
        given.append(change(folder, OLD_WAY, THIRD))

    during_the_derivation(monkeypatch, beside)
    with pytest.raises(JournalError, match="changed in another window meanwhile"):
        changes.change_passphrase(folder, OLD_WAY, NEW)
    keeper.open(folder, THIRD).close()
    if kind == "words":
        keeper.open_with_words(folder, " ".join(given[0])).close()


def test_a_second_copy_that_another_has_written_meanwhile_is_left(changes, folder, monkeypatch):
    real, theirs = key_changes.write_durably, forged_bytes(folder, KdfCost(64, 1, 1))

    def write(path, data):
        real(path, data)
        if path.name == A:
            real(path.with_name(B), theirs)

    monkeypatch.setattr(key_changes, "write_durably", write)
    assert not changes.change_passphrase(folder, OLD_WAY, NEW).is_second_copy_written
    assert (folder / B).read_bytes() == theirs


@pytest.mark.parametrize("name", [NEXT, "journal-next.db", "journal-next.db-journal"])
def test_a_folder_where_a_next_file_will_be_is_named(keeper, changes, folder, name):
    (folder / name).mkdir()
    before = (folder / A).read_bytes()
    for change in (changes.change_passphrase, changes.replace_data_key):
        with pytest.raises(JournalError, match=f"a folder called {name}, where .* Move that"):
            change(folder, OLD_WAY, NEW)
    assert (folder / A).read_bytes() == before
    keeper.open(folder, PASSPHRASE).close()
    (folder / name).rmdir()
    changes.change_passphrase(folder, OLD_WAY, NEW)


def test_a_folder_among_the_next_files_keeps_none_of_the_others(keeper, folder):
    (folder / "journal-next.db").mkdir()
    (folder / NEXT).write_bytes(b"{")
    keeper.open(folder, PASSPHRASE).close()
    assert not (folder / NEXT).exists()
