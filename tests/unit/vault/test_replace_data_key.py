import os
import shutil
from pathlib import Path

import pytest

from app.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    NotSaved,
    RetiredPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.finding import Search
from app.domain.secret import Passphrase, RecoveryWords
from app.vault import connection, copying, data_key_change, next_files
from app.vault.next_files import NextFiles
from app.vault.recovery_words import data_key_of
from app.vault.unlocking import read_header
from tests.unit.vault.other_process import held_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection

NEW = "nine grey herons on the weir"
OLD_WAY = Passphrase(PASSPHRASE)
NEXT_NAMES = ("keys-next.json", "journal-next.db", "journal-next.db-journal")


@pytest.fixture
def written(keeper, folder):
    """A closed journal with something in it."""
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    for number in range(20):
        vault.put(a_reflection(f"r{number}", "The kettle was on. " * 40, minutes=number))
    vault.put(a_reflection("r3", "Changed words.", minutes=60))
    vault.set_preference("name", "value")
    vault.close()
    return folder


def all_files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def inside(vault):
    return vault.reflections(Search(limit=100)), vault.head(), vault.trouble()


def state_of(keeper, folder, passphrase):
    vault = keeper.open(folder, passphrase)
    try:
        return inside(vault)
    finally:
        vault.close()


class Killed(BaseException):
    """Stands for the end of the process: nothing that tidies up may run."""


def stopped_at(monkeypatch, step):
    """Let a step of the replacement be where the power goes, and nothing tidy up after it."""

    def stop(*_given):
        raise Killed

    monkeypatch.setattr(NextFiles, "roll_back", lambda _files: None)
    monkeypatch.setattr(NextFiles, step, stop)


def test_everything_written_is_there_under_the_new_key(keeper, changes, written):
    before = state_of(keeper, written, PASSPHRASE)
    changes.replace_data_key(written, OLD_WAY, NEW)
    assert state_of(keeper, written, NEW) == before
    assert before[2] == ()
    assert len(before[0]) == 20


def test_old_passphrase_and_old_words_no_longer_open(keeper, changes, written, words):
    new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    with pytest.raises(WrongPassphrase):
        keeper.open(written, PASSPHRASE)
    with pytest.raises(WrongRecoveryWords, match="replaced by newer ones"):
        keeper.open_with_words(written, words)
    keeper.open_with_words(written, " ".join(new_words)).close()


def test_old_key_files_put_back_do_not_open_the_new_journal(keeper, changes, written):
    old = {name: (written / name).read_bytes() for name in ("keys.json", "keys-copy.json")}
    changes.replace_data_key(written, OLD_WAY, NEW)
    for name, data in old.items():
        (written / name).write_bytes(data)
    with pytest.raises(JournalDamaged):
        keeper.open(written, PASSPHRASE)


def test_one_old_key_file_put_back_is_told_as_the_earlier_passphrase(
    keeper, changes, written, words
):
    old = (written / "keys-copy.json").read_bytes()
    changes.replace_data_key(written, OLD_WAY, NEW)
    (written / "keys-copy.json").write_bytes(old)
    with pytest.raises(RetiredPassphrase):
        keeper.open(written, PASSPHRASE)
    with pytest.raises(WrongRecoveryWords, match="earlier recovery words"):
        keeper.open_with_words(written, words)
    keeper.open(written, NEW).close()
    assert (written / "keys-copy.json").read_bytes() == (written / "keys.json").read_bytes()


def test_key_salt_and_counter_are_new_and_the_identity_stays(changes, written):
    before = read_header(written / "keys.json", floor_checked=False)
    old_file = (written / "journal.db").read_bytes()
    new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    after = read_header(written / "keys.json", floor_checked=False)
    assert after.vault == before.vault
    assert after.generation == before.generation + 1
    new_file = (written / "journal.db").read_bytes()
    assert after.salt == new_file[:16] != before.salt == old_file[:16]
    same = sum(old_file[i : i + 16] == new_file[i : i + 16] for i in range(0, len(new_file), 16))
    assert same == 0
    assert len(data_key_of(" ".join(new_words))) == 32


def test_nothing_of_the_replacement_is_left(changes, written):
    names = set(all_files(written))
    changes.replace_data_key(written, OLD_WAY, NEW)
    assert set(all_files(written)) == names
    assert (written / "journal.db").stat().st_mode & 0o777 == 0o600


def test_it_opens_by_the_words_alone_afterwards(keeper, changes, written):
    new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    for name in ("keys.json", "keys-copy.json"):
        (written / name).unlink()
    vault = keeper.open_with_words(written, " ".join(new_words))
    assert vault.get("r3").answers["what_happened"].value.text == "Changed words."
    vault.close()


def test_the_words_alone_replace_the_key_too(keeper, changes, written, words):
    for name in ("keys.json", "keys-copy.json"):
        (written / name).unlink()
    changes.replace_data_key(written, RecoveryWords(words), NEW)
    assert len(state_of(keeper, written, NEW)[0]) == 20


def test_the_same_passphrase_may_stay(keeper, changes, written, words):
    changes.replace_data_key(written, OLD_WAY, PASSPHRASE)
    keeper.open(written, PASSPHRASE).close()
    with pytest.raises(WrongRecoveryWords):
        keeper.open_with_words(written, words)


def test_a_journal_open_in_this_program_is_refused_in_words(keeper, changes, written):
    vault = keeper.open(written, PASSPHRASE)
    with pytest.raises(JournalError, match="Close the journal first"):
        changes.replace_data_key(written, OLD_WAY, NEW)
    vault.put(a_reflection("r99"))
    vault.close()
    keeper.open(written, PASSPHRASE).close()


def test_a_journal_open_elsewhere_is_refused(keeper, changes, written):
    with held_elsewhere(written), pytest.raises(JournalInUse):
        changes.replace_data_key(written, OLD_WAY, NEW)
    assert not any((written / name).exists() for name in NEXT_NAMES)
    keeper.open(written, PASSPHRASE).close()


def test_a_wrong_secret_changes_nothing(changes, written):
    before = all_files(written)
    with pytest.raises(WrongPassphrase):
        changes.replace_data_key(written, Passphrase("x"), NEW)
    assert all_files(written) == before


@pytest.mark.parametrize("page", [1, 8, 15])
def test_a_damaged_page_stops_it_and_changes_nothing(changes, written, page):
    path = written / "journal.db"
    data = bytearray(path.read_bytes())
    data[page * 4096 + 2000] ^= 1
    path.write_bytes(data)
    before = all_files(written)
    with pytest.raises(JournalDamaged):
        changes.replace_data_key(written, OLD_WAY, NEW)
    assert all_files(written) == before


def test_a_copy_that_does_not_read_back_is_not_used(keeper, changes, written, monkeypatch):
    real = copying.copy_database

    def spoilt(source, target, raw_key, progress, **note):
        real(source, target, raw_key, progress, **note)
        data = bytearray(target.read_bytes())
        data[8 * 4096 + 2000] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(copying, "copy_database", spoilt)
    before = all_files(written)
    with pytest.raises(NotSaved, match="not pass every check"):
        changes.replace_data_key(written, OLD_WAY, NEW)
    assert all_files(written) == before


def test_a_copy_of_another_state_is_not_used(keeper, changes, written, monkeypatch):
    real = copying.contents_of

    def other(*given):
        contents = real(*given)
        return type(contents)(
            **{
                **{name: getattr(contents, name) for name in contents.__dataclass_fields__},
                "head": None,
            }
        )

    monkeypatch.setattr(copying, "contents_of", other)
    before = all_files(written)
    with pytest.raises(NotSaved, match="not pass every check"):
        changes.replace_data_key(written, OLD_WAY, NEW)
    assert all_files(written) == before


def test_a_rollback_journal_that_is_not_empty_stops_it(keeper, changes, written, monkeypatch):
    real = NextFiles.put_database_in_place

    def put(files):
        (written / "journal.db-journal").write_bytes(b"x")
        try:
            return real(files)
        finally:
            (written / "journal.db-journal").write_bytes(b"")

    monkeypatch.setattr(NextFiles, "put_database_in_place", put)
    with pytest.raises(NotSaved):
        changes.replace_data_key(written, OLD_WAY, NEW)
    keeper.open(written, PASSPHRASE).close()


def test_a_full_disk_is_told_and_changes_nothing(keeper, changes, written, monkeypatch):
    def refuse(*_given):
        raise OSError(28, "no room")

    monkeypatch.setattr(next_files, "write_durably", refuse)
    before = all_files(written)
    with pytest.raises(DiskFull):
        changes.replace_data_key(written, OLD_WAY, NEW)
    assert all_files(written) == before


# What a killed program leaves, and what the next opening makes of it


@pytest.mark.parametrize("step", ["write_keys", "put_database_in_place"])
def test_stopped_before_the_swap_the_next_opening_rolls_back(keeper, changes, written, words, step):
    before = state_of(keeper, written, PASSPHRASE)
    with pytest.MonkeyPatch.context() as patch:
        stopped_at(patch, step)
        with pytest.raises(Killed):
            changes.replace_data_key(written, OLD_WAY, NEW)
    with pytest.raises(WrongPassphrase):
        keeper.open(written, NEW)
    assert state_of(keeper, written, PASSPHRASE) == before
    assert not any((written / name).exists() for name in NEXT_NAMES)
    keeper.open_with_words(written, words).close()


def after_swap(changes, folder, passphrase=NEW):
    with pytest.MonkeyPatch.context() as patch:
        stopped_at(patch, "roll_forward")
        with pytest.raises(Killed):
            changes.replace_data_key(folder, OLD_WAY, passphrase)


def test_stopped_after_the_swap_the_next_opening_rolls_forward(keeper, changes, written, words):
    before = state_of(keeper, written, PASSPHRASE)
    after_swap(changes, written)
    with pytest.raises(RetiredPassphrase):
        keeper.open(written, PASSPHRASE)
    with pytest.raises(WrongRecoveryWords, match="earlier recovery words"):
        keeper.open_with_words(written, words)
    assert state_of(keeper, written, NEW) == before
    assert not any((written / name).exists() for name in NEXT_NAMES)
    assert state_of(keeper, written, NEW) == before
    with pytest.raises(WrongPassphrase):
        keeper.open(written, PASSPHRASE)


def test_stopped_after_the_swap_the_same_passphrase_rolls_forward(keeper, changes, written):
    before = state_of(keeper, written, PASSPHRASE)
    after_swap(changes, written, PASSPHRASE)
    assert state_of(keeper, written, PASSPHRASE) == before
    assert not (written / "keys-next.json").exists()
    assert state_of(keeper, written, PASSPHRASE) == before


def test_stopped_after_the_swap_with_both_old_key_files_gone(keeper, changes, written):
    after_swap(changes, written)
    for name in ("keys.json", "keys-copy.json"):
        (written / name).unlink()
    assert len(state_of(keeper, written, NEW)[0]) == 20
    assert (written / "keys.json").exists()


def test_stopped_after_the_swap_with_the_salt_damaged(keeper, changes, written):
    after_swap(changes, written)
    path = written / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert len(state_of(keeper, written, NEW)[0]) == 20


def test_a_change_of_passphrase_settles_what_was_interrupted(keeper, changes, written):
    after_swap(changes, written)
    changes.change_passphrase(written, Passphrase(NEW), "a third one")
    assert not (written / "keys-next.json").exists()
    assert len(state_of(keeper, written, "a third one")[0]) == 20


def test_an_interrupted_replacement_is_begun_anew(keeper, changes, written):
    with pytest.MonkeyPatch.context() as patch:
        stopped_at(patch, "put_database_in_place")
        with pytest.raises(Killed):
            changes.replace_data_key(written, OLD_WAY, NEW)
    changes.replace_data_key(written, OLD_WAY, NEW)
    assert len(state_of(keeper, written, NEW)[0]) == 20


@pytest.mark.parametrize("junk", ["noise", "folder", "link"])
def test_junk_in_the_place_of_the_next_files_stops_nobody(keeper, written, tmp_path, junk):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    for name in NEXT_NAMES:
        path = written / name
        if junk == "noise":
            path.write_bytes(os.urandom(5000))
        elif junk == "folder":
            path.mkdir()
        else:
            path.symlink_to(victim)
    assert len(state_of(keeper, written, PASSPHRASE)[0]) == 20
    assert victim.read_text() == "mine"


def test_damage_while_a_replacement_is_pending_is_told_as_damage(keeper, changes, written):
    with pytest.MonkeyPatch.context() as patch:
        stopped_at(patch, "put_database_in_place")
        with pytest.raises(Killed):
            changes.replace_data_key(written, OLD_WAY, NEW)
    path = written / "journal.db"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    with pytest.raises(JournalDamaged):
        keeper.open(written, PASSPHRASE)


def test_a_disk_that_does_not_confirm_the_swap_leaves_both_ways_open(
    keeper, changes, written, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(NextFiles, "put_database_in_place", unconfirmed)
        new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    assert (written / "keys-next.json").exists()
    assert (written / "keys.json").read_bytes() != (written / "keys-next.json").read_bytes()
    keeper.open_with_words(written, " ".join(new_words)).close()
    keeper.open(written, NEW).close()


def unconfirmed(files):
    files.database.replace(files.database.with_name(connection.NAME))
    return False


def test_stopping_in_the_moment_of_the_swap_tells_no_failure(keeper, changes, written, monkeypatch):
    def interrupted(files):
        unconfirmed(files)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(NextFiles, "put_database_in_place", interrupted)
        new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    keeper.open_with_words(written, " ".join(new_words)).close()


def dropping_share(patch, *, has_renamed):
    """Let a rename be refused, done or not, by a disk far away of which then nothing reads."""

    def unreadable(_path):
        raise OSError(5, "no answer")

    def put(files):
        if has_renamed:
            unconfirmed(files)
        patch.setattr(connection, "salt_in", unreadable)
        raise OSError(5, "no answer")

    patch.setattr(NextFiles, "put_database_in_place", put)


def test_a_swap_that_the_disk_did_and_refused_gives_the_words_and_keeps_the_next_files(
    keeper, changes, written
):
    with pytest.MonkeyPatch.context() as patch:
        dropping_share(patch, has_renamed=True)
        new_words = changes.replace_data_key(written, OLD_WAY, NEW)
    assert (written / "keys-next.json").exists()
    with pytest.raises(RetiredPassphrase):
        keeper.open(written, PASSPHRASE)
    keeper.open_with_words(written, " ".join(new_words)).close()
    assert len(state_of(keeper, written, NEW)[0]) == 20


def test_a_swap_that_the_disk_refused_and_then_nothing_reads_keeps_all_there_is(
    keeper, changes, written, words
):
    with pytest.MonkeyPatch.context() as patch:
        dropping_share(patch, has_renamed=False)
        with pytest.raises(NotSaved):
            changes.replace_data_key(written, OLD_WAY, NEW)
    assert (written / "keys-next.json").exists()
    assert (written / "journal-next.db").exists()
    keeper.open_with_words(written, words).close()
    assert len(state_of(keeper, written, PASSPHRASE)[0]) == 20
    assert not (written / "keys-next.json").exists()


# Snapshots under the old key


def test_snapshots_that_only_the_old_words_open_are_named_and_removed(keeper, changes, written):
    (written / "snapshots").mkdir()
    old = written / "snapshots" / "2026-03-02T093000Z.afterword-snapshot"
    shutil.copy(written / "journal.db", old)
    assert changes.old_copies(written) == ()
    changes.replace_data_key(written, OLD_WAY, NEW)
    current = written / "snapshots" / "2026-03-03T093000Z.afterword-snapshot"
    shutil.copy(written / "journal.db", current)
    assert changes.old_copies(written) == (old,)
    assert changes.remove_old_copies(written) == 0
    assert not old.exists()
    assert current.exists()


def test_nothing_is_called_old_where_no_key_file_reads(changes, written):
    (written / "snapshots").mkdir()
    name = "2026-03-02T093000Z.afterword-snapshot"
    shutil.copy(written / "journal.db", written / "snapshots" / name)
    for key_file in ("keys.json", "keys-copy.json"):
        (written / key_file).write_bytes(b"")
    assert changes.old_copies(written) == ()


def test_a_rekey_is_never_asked_for():
    for module in (data_key_change, copying, connection):
        source = Path(module.__file__).read_text().replace("PRAGMA rekey is never", "")
        assert "rekey" not in source
