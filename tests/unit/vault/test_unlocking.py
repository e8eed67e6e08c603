import json
import os
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import (
    JournalDamaged,
    JournalTooNew,
    RetiredPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.vault import key_file, keys, unlocking
from app.vault.recovery_words import data_key_of, words_of
from tests.unit.vault.samples import CHEAP, PASSPHRASE, a_reflection

A, B = key_file.NAMES


def header_in(folder, name=A):
    return key_file.parse((folder / name).read_bytes(), floor_checked=False)


def next_header(header, data_key, passphrase="new words", changed=date(2026, 3, 9)):
    """What a change of passphrase writes."""
    slot = keys.wrapped(data_key, passphrase, header.vault, CHEAP)
    following = replace(header, generation=header.generation + 1, changed=changed, slots=(slot,))
    return key_file.signed(following, data_key)


def copies(folder):
    return (folder / A).read_bytes(), (folder / B).read_bytes()


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_the_right_passphrase_opens(keeper, folder):
    keeper.open(folder, PASSPHRASE).close()


@pytest.mark.parametrize("wrong", ["", PASSPHRASE + " ", PASSPHRASE.upper(), "x"])
def test_a_wrong_passphrase_is_told_as_such_and_changes_nothing(keeper, folder, wrong):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, wrong)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_wrong_passphrase_costs_one_derivation_although_there_are_two_copies(
    keeper, folder, monkeypatch
):
    tried = []
    real = keys.derived_key
    monkeypatch.setattr(keys, "derived_key", lambda *given: tried.append(1) or real(*given))
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, "x")
    assert len(tried) == 1


DAMAGES = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"{"),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:300]),
    "a flipped bit": flip,
    "noise": lambda path: path.write_bytes(os.urandom(700)),
    "zeros": lambda path: path.write_bytes(bytes(700)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", [A, B])
def test_one_damaged_copy_is_repaired_from_the_other(keeper, folder, name, damage):
    good = (folder / A).read_bytes()
    DAMAGES[damage](folder / name)
    keeper.open(folder, PASSPHRASE).close()
    assert copies(folder) == (good, good)


@pytest.mark.parametrize("damage", DAMAGES)
def test_both_copies_damaged_is_not_called_a_wrong_passphrase(keeper, folder, damage):
    for name in (A, B):
        DAMAGES[damage](folder / name)
    with pytest.raises(JournalDamaged, match="recovery words"):
        keeper.open(folder, PASSPHRASE)


def test_a_wrong_passphrase_repairs_nothing(keeper, folder):
    (folder / B).unlink()
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, "x")
    assert not (folder / B).exists()


@pytest.mark.parametrize("name", [A, B])
def test_a_forged_newer_copy_does_not_hide_the_good_one(keeper, folder, name):
    good = (folder / A).read_bytes()
    header = header_in(folder)
    forged = replace(header, generation=99, slots=(keys.wrapped(bytes(32), "x", "0" * 32, CHEAP),))
    (folder / name).write_bytes(key_file.to_bytes(forged))
    keeper.open(folder, PASSPHRASE).close()
    assert copies(folder) == (good, good)


def test_a_copy_whose_header_was_altered_under_the_right_slot_is_not_trusted(keeper, folder):
    altered = key_file.to_bytes(replace(header_in(folder), salt=bytes(16)))
    (folder / A).write_bytes(altered)
    good = (folder / B).read_bytes()
    keeper.open(folder, PASSPHRASE).close()
    assert copies(folder) == (good, good)
    (folder / A).write_bytes(altered)
    (folder / B).write_bytes(altered)
    with pytest.raises(JournalDamaged, match="altered"):
        keeper.open(folder, PASSPHRASE)


def test_a_folder_in_the_place_of_a_key_file_does_no_harm(keeper, folder):
    (folder / A).unlink()
    (folder / A).mkdir()
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / A).is_dir()


def test_a_link_in_the_place_of_a_key_file_is_not_followed(keeper, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes((folder / A).read_bytes())
    (folder / A).unlink()
    (folder / A).symlink_to(elsewhere)
    keeper.open(folder, PASSPHRASE).close()
    assert not (folder / A).is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_key_file_is_not_waited_for(keeper, folder):
    (folder / A).unlink()
    os.mkfifo(folder / A)
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / A).is_file()


def test_a_retired_passphrase_is_told_with_the_day_of_the_change(keeper, made):
    folder, words = made
    old = header_in(folder)
    newer = next_header(old, data_key_of(words))
    (folder / A).write_bytes(key_file.to_bytes(newer))  # and then the power went
    with pytest.raises(RetiredPassphrase, match="9 March 2026"):
        keeper.open(folder, PASSPHRASE)
    keeper.open(folder, "new words").close()
    assert header_in(folder, A) == header_in(folder, B) == newer
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, PASSPHRASE)


def test_another_vaults_key_files_open_nothing(keeper, folder, tmp_path):
    other = tmp_path / "other"
    keeper.create(other, "other words")[0].close()
    for name in (A, B):
        (folder / name).write_bytes((other / name).read_bytes())
    with pytest.raises(JournalDamaged):
        keeper.open(folder, "other words")


def test_a_later_key_file_is_refused_and_left_as_it_is(keeper, folder):
    later = json.dumps({"magic": "offline-journal-keys", "version": 2}).encode()
    for name in (A, B):
        (folder / name).write_bytes(later)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(JournalTooNew):
        keeper.open(folder, PASSPHRASE)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_good_copy_opens_beside_a_later_one_which_stays_as_it_is(keeper, folder):
    later = json.dumps({"magic": "offline-journal-keys", "version": 2}).encode()
    (folder / A).write_bytes(later)
    with pytest.raises(WrongPassphrase):
        keeper.open(folder, "x")
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / A).read_bytes() == later


def test_the_words_open_with_whole_key_files(keeper, made):
    folder, words = made
    keeper.open_with_words(folder, words).close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_words_open_journal_db_alone(keeper, made, damage):
    folder, words = made
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    for name in (A, B):
        DAMAGES[damage](folder / name)
    vault = keeper.open_with_words(folder, words)
    assert vault.get("r1") == a_reflection()
    vault.close()


def test_the_words_repair_a_missing_copy(keeper, made):
    folder, words = made
    (folder / A).unlink()
    keeper.open_with_words(folder, words).close()
    assert (folder / A).read_bytes() == (folder / B).read_bytes()


def test_another_journals_words_are_told_as_such(keeper, folder):
    with pytest.raises(WrongRecoveryWords, match="do not open this journal"):
        keeper.open_with_words(folder, " ".join(words_of(bytes(32))))


@pytest.mark.parametrize("way", ["passphrase", "words"])
def test_a_lost_salt_is_healed_from_the_key_file(keeper, made, way):
    folder, words = made
    path = folder / "journal.db"
    whole = path.read_bytes()
    path.write_bytes(bytes(16) + whole[16:])
    vault = (
        keeper.open(folder, PASSPHRASE)
        if way == "passphrase"
        else keeper.open_with_words(folder, words)
    )
    assert vault.trouble() == ()
    vault.close()
    assert path.read_bytes()[:16] == whole[:16] == header_in(folder).salt


def test_without_key_files_and_salt_nothing_opens_and_it_is_said(keeper, made):
    folder, words = made
    path = folder / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    for name in (A, B):
        (folder / name).unlink()
    with pytest.raises(WrongRecoveryWords, match="beginning of this one’s file is damaged"):
        keeper.open_with_words(folder, words)


def test_keys_that_cannot_be_read_back_are_never_written(monkeypatch):
    from app.domain.errors import NotSaved

    header = keys.new_header(bytes(32), "x", CHEAP, date(2026, 3, 2))
    assert keys.proven_bytes(header, bytes(32), "x") == key_file.to_bytes(header)
    real, runs = keys.derived_key, []

    def bad_memory(*given):
        runs.append(1)
        key = real(*given)
        return bytes([key[0] ^ 1]) + key[1:]

    monkeypatch.setattr(keys, "derived_key", bad_memory)
    with pytest.raises(NotSaved, match="memory may be faulty"):
        keys.proven_bytes(header, bytes(32), "x")
    assert runs


def test_the_data_key_does_not_show_in_a_traceback():
    assert "secret" not in repr(unlocking.Unlocked(b"secret", None))
