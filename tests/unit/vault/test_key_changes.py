import os
import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalTooNew,
    NotAJournal,
    NotSaved,
    RetiredPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.key_change import GuessCost
from app.domain.secret import Passphrase, RecoveryWords
from app.vault import key_changes, key_file, keys
from app.vault.kdf import KdfCost
from app.vault.recovery_words import data_key_of, words_of
from app.vault.unlocking import read_header
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection

A, B = key_file.NAMES
NEW = "nine grey herons on the weir"
OLD_WAY, NEW_WAY = Passphrase(PASSPHRASE), Passphrase(NEW)


def header_in(folder, name=A):
    return read_header(folder / name, floor_checked=False)


def key_bytes(folder):
    return (folder / A).read_bytes(), (folder / B).read_bytes()


def refusing_second(monkeypatch):
    """Let the second of two files not be written."""
    real, written = key_changes.write_durably, []

    def write(path, data):
        written.append(path.name)
        if path.name == B:
            raise OSError(28, "no room")
        real(path, data)

    monkeypatch.setattr(key_changes, "write_durably", write)
    return written


def test_the_new_passphrase_opens_and_the_old_one_is_wrong(keeper, changes, folder):
    changed = changes.change_passphrase(folder, OLD_WAY, NEW)
    assert changed.is_second_copy_written
    keeper.open(folder, NEW).close()
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, PASSPHRASE)


def test_the_data_key_and_all_that_names_the_vault_stay(changes, folder, words):
    before = header_in(folder)
    changes.change_passphrase(folder, OLD_WAY, NEW)
    after = header_in(folder)
    assert key_bytes(folder)[0] == key_bytes(folder)[1]
    assert after.generation == before.generation + 1
    assert (after.vault, after.salt) == (before.vault, before.salt)
    assert keys.unwrapped(after, NEW) == data_key_of(words)
    assert key_file.is_genuine(after, data_key_of(words))
    assert after.slots[0].salt != before.slots[0].salt
    assert after.slots[0].nonce != before.slots[0].nonce
    assert [(folder / name).stat().st_mode & 0o777 for name in (A, B)] == [0o600, 0o600]


def test_the_recovery_words_open_as_before(keeper, changes, folder, words):
    changes.change_passphrase(folder, OLD_WAY, NEW)
    keeper.open_with_words(folder, words).close()


def test_the_journal_may_be_open_meanwhile(keeper, changes, folder):
    vault = keeper.open(folder, PASSPHRASE)
    changes.change_passphrase(folder, OLD_WAY, NEW)
    vault.put(a_reflection())
    vault.close()
    again = keeper.open(folder, NEW)
    assert again.get("r1")
    again.close()


def test_a_change_touches_no_file_but_the_two(changes, folder):
    others = {path: path.read_bytes() for path in folder.iterdir() if path.name not in (A, B)}
    changes.change_passphrase(folder, OLD_WAY, NEW)
    left = {path: path.read_bytes() for path in folder.iterdir() if path.name not in (A, B)}
    assert left == others


def test_a_forgotten_passphrase_is_replaced_by_the_words(keeper, changes, folder, words):
    changes.change_passphrase(folder, RecoveryWords(words), NEW)
    keeper.open(folder, NEW).close()
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, PASSPHRASE)


@pytest.mark.parametrize("damage", ["missing", "noise"])
def test_the_words_make_new_key_files_where_both_are_gone(keeper, changes, folder, words, damage):
    vault_id = header_in(folder).vault
    for name in (A, B):
        if damage == "missing":
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(os.urandom(700))
    changes.change_passphrase(folder, RecoveryWords(words), NEW)
    assert header_in(folder).vault == vault_id
    assert header_in(folder).salt == (folder / "journal.db").read_bytes()[:16]
    assert key_bytes(folder)[0] == key_bytes(folder)[1]
    keeper.open(folder, NEW).close()


def test_words_of_another_journal_make_no_key_files(changes, folder):
    for name in (A, B):
        (folder / name).unlink()
    with pytest.raises(WrongRecoveryWords):
        changes.change_passphrase(folder, RecoveryWords(" ".join(words_of(bytes(32)))), NEW)
    assert not (folder / A).exists()


def test_where_no_key_file_is_left_the_journal_must_be_closed(keeper, changes, folder, words):
    vault = keeper.open_with_words(folder, words)
    for name in (A, B):
        (folder / name).unlink()
    with pytest.raises(JournalError, match="Close the journal first"):
        changes.change_passphrase(folder, RecoveryWords(words), NEW)
    vault.put(a_reflection())
    vault.close()


@pytest.mark.parametrize("name", [A, B])
def test_a_damaged_copy_is_replaced_too(keeper, changes, folder, name):
    (folder / name).write_bytes(b"{")
    changes.change_passphrase(folder, OLD_WAY, NEW)
    assert key_bytes(folder)[0] == key_bytes(folder)[1]
    keeper.open(folder, NEW).close()


def test_a_wrong_passphrase_changes_nothing(changes, folder):
    before = key_bytes(folder)
    with pytest.raises(WrongPassphrase):
        changes.change_passphrase(folder, Passphrase("x"), NEW)
    assert key_bytes(folder) == before


def test_a_retired_passphrase_changes_nothing(changes, folder, monkeypatch):
    with monkeypatch.context() as patch:
        refusing_second(patch)
        changes.change_passphrase(folder, OLD_WAY, NEW)
    with pytest.raises(RetiredPassphrase):
        changes.change_passphrase(folder, OLD_WAY, "a third one")


def test_key_files_of_a_later_version_are_never_written_over(changes, folder, words):
    later = (folder / A).read_bytes().replace(b'"version": 1', b'"version": 2')
    (folder / A).write_bytes(later)
    (folder / B).unlink()
    with pytest.raises(JournalTooNew):
        changes.change_passphrase(folder, RecoveryWords(words), NEW)
    assert (folder / A).read_bytes() == later


def test_a_folder_without_a_journal_is_told(changes, tmp_path):
    with pytest.raises(NotAJournal):
        changes.change_passphrase(tmp_path, OLD_WAY, NEW)


def test_nothing_is_replaced_when_the_second_derivation_differs(changes, folder, monkeypatch):
    # A bad memory chip: what was derived for wrapping is not what is derived again.
    before, real, asked = key_bytes(folder), keys.derived_key, []

    def derived(*given):
        asked.append(1)
        key = real(*given)
        return bytes([key[0] ^ 1]) + key[1:] if len(asked) == 2 else key

    monkeypatch.setattr(keys, "derived_key", derived)
    with pytest.raises(NotSaved, match="could not be read back"):
        changes.change_passphrase(folder, OLD_WAY, NEW)
    assert len(asked) == 3
    assert key_bytes(folder) == before


def test_what_is_refused_before_the_first_copy_is_told_as_not_saved(changes, folder, monkeypatch):
    before = key_bytes(folder)

    def refuse(*_given):
        raise OSError(28, "no room")

    monkeypatch.setattr(key_changes, "write_durably", refuse)
    with pytest.raises(DiskFull):
        changes.change_passphrase(folder, OLD_WAY, NEW)
    assert key_bytes(folder) == before


def test_a_second_copy_that_fails_is_no_failure(keeper, changes, folder, monkeypatch):
    with monkeypatch.context() as patch:
        assert refusing_second(patch) == []
        changed = changes.change_passphrase(folder, OLD_WAY, NEW)
    assert not changed.is_second_copy_written
    assert "is in force" in changed.words()[0]
    assert "next opened" in changed.words()[0]
    with pytest.raises(RetiredPassphrase):
        keeper.open(folder, PASSPHRASE)
    keeper.open(folder, NEW).close()
    assert key_bytes(folder)[0] == key_bytes(folder)[1]
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, PASSPHRASE)


def test_the_first_copy_is_written_first(changes, folder, monkeypatch):
    written = refusing_second(monkeypatch)
    changes.change_passphrase(folder, OLD_WAY, NEW)
    assert written == [A, B]


def test_the_same_letters_composed_otherwise_open(keeper, changes, folder):
    changes.change_passphrase(folder, OLD_WAY, unicodedata.normalize("NFD", "café über alles"))
    keeper.open(folder, unicodedata.normalize("NFC", "café über alles")).close()


def test_another_process_that_replaces_the_key_is_not_crossed(changes, folder, monkeypatch):
    # It begins while the new passphrase is being proven.
    real = keys.proven_bytes

    def proven(*given):
        (folder / "keys-next.json").write_bytes(b"{")
        return real(*given)

    monkeypatch.setattr(keys, "proven_bytes", proven)
    before = key_bytes(folder)
    with pytest.raises(JournalInUse):
        changes.change_passphrase(folder, OLD_WAY, NEW)
    assert key_bytes(folder) == before


def test_keys_that_do_not_open_the_journal_are_never_written_over_those_that_do(
    keeper, changes, folder, monkeypatch
):
    # The data key was replaced and the second copy is an old one, put back by a sync program.
    old = (folder / B).read_bytes()
    changes.replace_data_key(folder, OLD_WAY, NEW)
    (folder / B).write_bytes(old)
    before = key_bytes(folder)
    with pytest.raises(RetiredPassphrase):
        changes.change_passphrase(folder, OLD_WAY, "a third one")
    assert key_bytes(folder) == before
    keeper.open(folder, NEW).close()


# Retuning

LIGHT = KdfCost(memory_kib=64, passes=1, lanes=4)
HEAVY = KdfCost(memory_kib=2048, passes=1, lanes=4)


def test_retuning_raises_the_cost_to_what_the_computer_bears(keeper, folder):
    changes = keeper_and_changes(cost=HEAVY)[1]
    changed = changes.retune(folder, PASSPHRASE)
    assert changed.guess_cost is GuessCost.RAISED
    assert changed.memory_mib == 2
    assert "more than before" in changed.cost_words()
    assert header_in(folder).slots[0].cost == HEAVY
    keeper.open(folder, PASSPHRASE).close()


def heavy_journal(folder):
    keeper_and_changes(cost=HEAVY)[1].retune(folder, PASSPHRASE)


@pytest.mark.parametrize("weaker", [LIGHT, replace(HEAVY, memory_kib=1024, passes=4)])
def test_retuning_never_weakens_what_is_bearable(folder, weaker):
    heavy_journal(folder)
    before = key_bytes(folder)
    changed = keeper_and_changes(cost=weaker)[1].retune(folder, PASSPHRASE)
    assert changed.guess_cost is GuessCost.KEPT
    assert "Nothing needed to change" in changed.cost_words()
    assert key_bytes(folder) == before


def test_retuning_lowers_what_takes_over_three_seconds_and_says_so(folder, monkeypatch):
    heavy_journal(folder)
    moments = iter((0.0, 3.1))
    monkeypatch.setattr(key_changes.time, "perf_counter", lambda: next(moments))
    changed = keeper_and_changes(cost=LIGHT)[1].retune(folder, PASSPHRASE)
    assert changed.guess_cost is GuessCost.LOWERED
    assert "over three seconds" in changed.cost_words()
    assert header_in(folder).slots[0].cost == LIGHT


def test_a_new_passphrase_is_never_cheaper_to_guess_without_need(folder):
    heavy_journal(folder)
    keeper_and_changes(cost=LIGHT)[1].change_passphrase(folder, OLD_WAY, NEW)
    assert header_in(folder).slots[0].cost == HEAVY


def test_a_calibrated_cost_is_used_where_none_is_given(folder, monkeypatch):
    monkeypatch.setattr(KdfCost, "calibrated", classmethod(lambda cls: HEAVY))
    keeper_and_changes(cost=None)[1].change_passphrase(folder, OLD_WAY, NEW)
    assert header_in(folder).slots[0].cost == HEAVY


def test_the_day_of_the_change_is_noted(changes, folder, monkeypatch):
    monkeypatch.setattr(key_changes, "_today", lambda: date(2031, 5, 6))
    changes.change_passphrase(folder, OLD_WAY, NEW)
    assert header_in(folder).changed == date(2031, 5, 6)


def test_a_damaged_journal_is_told_when_only_the_words_are_left(changes, folder, words):
    for name in (A, B):
        (folder / name).unlink()
    (folder / "journal.db").write_bytes(b"")
    with pytest.raises(JournalDamaged):
        changes.change_passphrase(folder, RecoveryWords(words), NEW)
