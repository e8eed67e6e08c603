import os
import stat

import pytest

from app.domain.errors import JournalDamaged, JournalExists, JournalInUse, NotAJournal, NotSaved
from app.vault import keeper as keeper_module
from app.vault import key_file, keys, new_folder
from app.vault.keeper import Keeper
from app.vault.recovery_words import data_key_of
from tests.unit.vault.other_process import opened_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_reflection

FILES = {"journal.db", "journal.db-journal", "keys.json", "keys-copy.json", "READ ME.txt",
         "reserve.bin"}  # fmt: skip


def test_a_new_journal_is_open_with_all_its_files(keeper, tmp_path):
    folder = tmp_path / "My journal"
    vault, words = keeper.create(folder, PASSPHRASE)
    assert len(words) == 24
    assert vault.name == "My journal"
    assert {path.name for path in folder.iterdir()} == FILES
    assert (folder / "keys.json").read_bytes() == (folder / "keys-copy.json").read_bytes()
    assert (folder / "reserve.bin").stat().st_size == 8 * 1024 * 1024
    assert len(set((folder / "reserve.bin").read_bytes()[:4096])) > 200
    vault.close()


def test_only_the_owner_may_look_into_it(keeper, folder):
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(modes.values()) == {0o600}, modes


@pytest.mark.parametrize(
    "name",
    ["with spaces", "emoji 😀🏽", "# ? % & 'quote' \"two\"", "%41", "x" * 250, "…", "משפחה", "a;b"],
)
def test_any_folder_name_works(keeper, tmp_path, name):
    folder = tmp_path / name
    vault, _ = keeper.create(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.get("r1") == a_reflection()
    assert vault.name == name
    vault.close()


def test_an_empty_folder_may_be_used_and_parents_are_made(keeper, tmp_path):
    (tmp_path / "empty").mkdir()
    keeper.create(tmp_path / "empty", PASSPHRASE)[0].close()
    keeper.create(tmp_path / "a" / "b" / "c", PASSPHRASE)[0].close()
    assert keeper.is_journal(tmp_path / "empty")
    assert keeper.is_journal(tmp_path / "a" / "b" / "c")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "empty"]


def test_what_is_there_already_is_left_alone(keeper, tmp_path, folder):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    for name in ("full", "file", "link", folder.name):
        with pytest.raises(JournalExists):
            keeper.create(tmp_path / name, PASSPHRASE)
    assert (tmp_path / "full" / "letter.txt").read_text() == "mine"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("step", ["make_database", "write_keys", "write_durably", "synced_names"])
def test_a_failure_half_way_leaves_nothing(keeper, tmp_path, monkeypatch, step):
    owner = {
        "make_database": keeper_module.connection,
        "write_keys": keeper_module.unlocking,
        "synced_names": new_folder,
    }
    real = getattr(owner.get(step, keeper_module), step)

    def failing(*given, **named):
        real(*given, **named)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner.get(step, keeper_module), step, failing)
    with pytest.raises(NotSaved, match="disk is full"):
        keeper.create(tmp_path / "a" / "new", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_disk_takes_is_refused_in_words(keeper, tmp_path):
    with pytest.raises(NotSaved):
        keeper.create(tmp_path / ("x" * 300), PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_two_journals_have_nothing_in_common(keeper, tmp_path):
    headers, words = [], []
    for name in ("one", "two"):
        vault, given = keeper.create(tmp_path / name, PASSPHRASE)
        vault.close()
        words.append(given)
        data = (tmp_path / name / "keys.json").read_bytes()
        headers.append(key_file.parse(data, floor_checked=False))
    assert words[0] != words[1]
    first, second = headers
    assert first.vault != second.vault
    assert first.salt != second.salt
    assert first.slots[0].salt != second.slots[0].salt
    assert first.slots[0].nonce != second.slots[0].nonce


def test_the_words_are_the_key_that_the_envelope_holds(made):
    folder, words = made
    header = key_file.parse((folder / "keys.json").read_bytes(), floor_checked=False)
    assert key_file.is_genuine(header, data_key_of(words))


def test_the_note_in_the_folder_names_nobody(folder):
    note = (folder / "READ ME.txt").read_text(encoding="utf-8")
    assert "PRAGMA key" in note
    assert folder.name not in note
    assert os.environ.get("USER", "root") not in note.lower().split()


def test_a_folder_without_a_journal_is_told_as_such(keeper, tmp_path):
    assert not keeper.is_journal(tmp_path)
    assert not keeper.is_journal(tmp_path / "none")
    for way in (keeper.open, keeper.open_with_words):
        with pytest.raises(NotAJournal):
            way(tmp_path, "x")


def test_a_journal_open_here_is_not_opened_a_second_time(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    with pytest.raises(JournalInUse):
        keeper.open(folder, PASSPHRASE)
    # A second look at the file would have dropped the first one's lock.
    assert opened_elsewhere(folder) == "JournalInUse"
    vault.put(a_reflection())
    vault.close()
    keeper.open(folder, PASSPHRASE).close()


def test_a_missing_file_is_told_before_any_key_is_derived(keeper, folder, monkeypatch):
    (folder / "journal.db").unlink()
    monkeypatch.setattr(keys, "derived_key", lambda *_: pytest.fail("a key was derived"))
    with pytest.raises(JournalDamaged):
        keeper.open(folder, PASSPHRASE)


@pytest.mark.slow
def test_at_full_cost_it_is_made_and_opened(tmp_path):
    keeper = Keeper()
    vault, words = keeper.create(tmp_path / "full", PASSPHRASE)
    vault.close()
    header = key_file.parse((tmp_path / "full" / "keys.json").read_bytes())
    assert header.slots[0].cost.memory_kib >= 64 * 1024
    keeper.open(tmp_path / "full", PASSPHRASE).close()
    keeper.open_with_words(tmp_path / "full", " ".join(words)).close()


def test_a_real_keeper_refuses_a_cheap_key_file(folder):
    with pytest.raises(JournalDamaged):
        Keeper().open(folder, PASSPHRASE)


def test_the_reserve_is_made_anew_at_the_next_opening(keeper, folder):
    (folder / "reserve.bin").unlink()
    keeper.open(folder, PASSPHRASE).close()
    assert (folder / "reserve.bin").stat().st_size == 8 * 1024 * 1024


def test_a_whole_reserve_is_left_as_it_is(keeper, folder):
    before = (folder / "reserve.bin").stat()
    keeper.open(folder, PASSPHRASE).close()
    after = (folder / "reserve.bin").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_reserve_waits_while_the_disk_has_little_room(keeper, folder, monkeypatch):
    import shutil
    from types import SimpleNamespace

    (folder / "reserve.bin").unlink()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=20 * 1024 * 1024))
    keeper.open(folder, PASSPHRASE).close()
    assert not (folder / "reserve.bin").exists()
