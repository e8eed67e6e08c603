"""A journal is restored into a new folder, whole; a snapshot takes a damaged journal's place."""

import os
import stat

import pytest

from app.domain.errors import (
    BackupDamaged,
    Cancelled,
    JournalDamaged,
    JournalExists,
    JournalInUse,
    NotBackedUp,
    WrongPassphrase,
)
from app.domain.finding import Search
from app.vault.keeper import Keeper
from app.vault.seen_heads import SeenHeads
from app.vault.snapshots import FOLDER
from tests.unit.vault.backups import (
    NOON,
    SECRET,
    WRONG,
    a_restorer,
    a_snapshot,
    backed_up,
    later,
    stopped_at,
    tree,
    unwatched,
    words_secret,
    written,
)
from tests.unit.vault.samples import CHEAP, PASSPHRASE, a_reflection


@pytest.fixture
def backup(vault, tmp_path):
    written(vault)
    path = tmp_path / "one.afterword-backup"
    backed_up(vault, path)
    return path


def test_a_restored_folder_holds_all_that_a_journal_has(backup, folder, tmp_path):
    new = tmp_path / "a new" / "place"
    a_restorer().restore(backup, SECRET, new, unwatched)
    names = {"journal.db", "keys.json", "keys-copy.json", "READ ME.txt", "reserve.bin"}
    assert {path.name for path in new.iterdir()} == names
    assert (new / "keys.json").read_bytes() == (new / "keys-copy.json").read_bytes()
    assert (new / "READ ME.txt").read_bytes() == (folder / "READ ME.txt").read_bytes()
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in new.iterdir()} == {0o600}
    assert [path.name for path in new.parent.iterdir()] == ["place"]


def test_a_place_that_holds_something_is_left_as_it_is(backup, folder, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "dear.txt").write_text("dear")
    before = tree(folder)
    for place in (taken, folder):
        with pytest.raises(JournalExists):
            a_restorer().restore(backup, SECRET, place, unwatched)
    assert tree(taken) == {"dear.txt": b"dear"}
    assert tree(folder) == before


def test_stopping_a_restore_at_any_moment_leaves_nothing(backup, tmp_path):
    new = tmp_path / "above" / "new"
    told, calls = stopped_at(-1)
    a_restorer().look_inside(backup, SECRET, told)
    assert calls == sorted(calls)
    for moment in range(1, len(calls) + 1):
        with pytest.raises(Cancelled):
            a_restorer().restore(backup, SECRET, new, stopped_at(moment)[0])
        assert not new.parent.exists()


def test_looking_inside_leaves_nothing_and_changes_nothing(backup, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    before = backup.read_bytes()
    told = a_restorer().look_inside(backup, SECRET, unwatched)
    assert told.reflections == 6
    assert (told.first_day.isoformat(), told.last_day.isoformat()) == ("2026-03-02", "2026-03-02")
    assert told.last_change.isoformat() == "2026-03-02T09:35:00+00:00"
    with pytest.raises(WrongPassphrase):
        a_restorer().look_inside(backup, WRONG, unwatched)
    assert list(scratch.iterdir()) == []
    assert backup.read_bytes() == before


def test_a_full_disk_is_told_and_nothing_is_left(backup, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "no room")

    monkeypatch.setattr("app.vault.backup_file.force_to_disk", full)
    with pytest.raises(NotBackedUp, match=r"^Nothing was restored: the disk is full\."):
        a_restorer().restore(backup, SECRET, tmp_path / "new", unwatched)
    assert not (tmp_path / "new").exists()


def test_no_snapshot_of_another_name_is_looked_for(vault, folder, tmp_path):
    for name in ("../keys.json", "nothing", "", "/etc/passwd"):
        with pytest.raises(BackupDamaged, match="no snapshot of this name"):
            a_restorer().restore_snapshot((folder, name), SECRET, tmp_path / "new", unwatched)


def test_a_damaged_snapshot_is_refused_and_nothing_is_left(vault, folder, tmp_path):
    written(vault)
    made = a_snapshot(vault)
    path = folder / FOLDER / made.name
    whole = path.read_bytes()
    for place in (100, 5000, len(whole) - 100):
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(changed)
        with pytest.raises(BackupDamaged):
            a_restorer().restore_snapshot((folder, made.name), SECRET, tmp_path / "n", unwatched)
    # Cut between two pages, and with a page of noise behind the last.
    for data in (whole[: len(whole) // 8192 * 4096], whole + os.urandom(4096)):
        path.write_bytes(data)
        with pytest.raises(BackupDamaged):
            a_restorer().restore_snapshot((folder, made.name), SECRET, tmp_path / "n", unwatched)
    assert not (tmp_path / "n").exists()


def test_pages_that_do_not_fit_together_are_noticed(vault, folder, tmp_path):
    """Each page of an older snapshot is genuine; only the whole tells."""
    written(vault, 3)
    older = (folder / FOLDER / a_snapshot(vault).name).read_bytes()
    vault.put(a_reflection("r9", "of another day"))
    newer = folder / FOLDER / a_snapshot(vault, later(1)).name
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'reflection_begun'"
    ((page,),) = vault._database.rows(query)
    place = slice((page - 1) * 4096, page * 4096)
    mixed = bytearray(newer.read_bytes())
    assert mixed[place] != older[place]
    mixed[place] = older[place]
    newer.write_bytes(mixed)
    with pytest.raises(BackupDamaged, match="Part of this snapshot is damaged"):
        a_restorer().restore_snapshot((folder, newer.name), SECRET, tmp_path / "n", unwatched)


# A snapshot in the damaged journal's own place


@pytest.fixture
def damaged(keeper, vault, folder):
    """A journal with two snapshots, and damage to what was written after them."""
    written(vault, 3)
    a_snapshot(vault)
    vault.put(a_reflection("r3", "of the second day"))
    a_snapshot(vault, later(1))
    vault.put(a_reflection("r4", "after the last snapshot"))
    vault.close()
    path = folder / "journal.db"
    path.write_bytes(b"broken!" * 3000)
    with pytest.raises(JournalDamaged):
        keeper.open(folder, PASSPHRASE)
    return folder


def test_the_newest_snapshot_takes_the_place_and_the_damaged_file_is_kept(keeper, damaged):
    was = (damaged / "journal.db").read_bytes()
    done = a_restorer().put_back_snapshot(damaged, SECRET, later(2), unwatched)
    assert done.snapshot.made_at == later(1)
    assert done.contents.reflections == 4
    assert done.damaged_kept_as == "journal-damaged-2026-03-04T120000Z.db"
    assert (damaged / done.damaged_kept_as).read_bytes() == was
    vault = keeper.open(damaged, PASSPHRASE)
    assert vault.find(Search()).total == 4
    assert vault.trouble() == ()
    vault.close()
    assert len(list((damaged / FOLDER).iterdir())) == 2
    assert not [path for path in damaged.iterdir() if path.name.startswith(".")]


def test_a_damaged_newest_snapshot_is_passed_over(damaged, words):
    newest = max((damaged / FOLDER).iterdir())
    newest.write_bytes(newest.read_bytes()[:-4096])
    secret = words_secret(words)
    done = a_restorer().put_back_snapshot(damaged, secret, later(2), unwatched)
    assert (done.snapshot.made_at, done.contents.reflections) == (NOON, 3)


def test_without_a_whole_snapshot_nothing_is_changed(damaged):
    for path in (damaged / FOLDER).iterdir():
        path.write_bytes(bytes(9000))
    before = tree(damaged)
    with pytest.raises(BackupDamaged, match="Look for a backup"):
        a_restorer().put_back_snapshot(damaged, SECRET, later(2), unwatched)
    with pytest.raises(WrongPassphrase):
        a_restorer().put_back_snapshot(damaged, WRONG, later(2), unwatched)
    assert tree(damaged) == before


def test_a_lost_journal_file_is_put_back_too(keeper, damaged):
    (damaged / "journal.db").unlink()
    done = a_restorer().put_back_snapshot(damaged, SECRET, later(2), unwatched)
    assert done.damaged_kept_as is None
    keeper.open(damaged, PASSPHRASE).close()


def test_a_disk_without_second_names_keeps_a_copy(damaged, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(1, "no links here")

    was = (damaged / "journal.db").read_bytes()
    monkeypatch.setattr(os, "link", refuse)
    done = a_restorer().put_back_snapshot(damaged, SECRET, later(2), unwatched)
    assert (damaged / done.damaged_kept_as).read_bytes() == was


def test_an_open_journal_is_left_alone(vault, folder):
    written(vault)
    a_snapshot(vault)
    with pytest.raises(JournalInUse):
        a_restorer().put_back_snapshot(folder, SECRET, later(2), unwatched)
    vault.put(a_reflection("r9", "writing goes on"))
    assert not [path for path in folder.iterdir() if "damaged" in path.name]


def test_no_alarm_is_raised_where_an_older_state_was_put_in_place_on_purpose(tmp_path):
    heads = SeenHeads(tmp_path / "seen")
    keeper = Keeper(CHEAP, floor_checked=False, seen_heads=heads)
    folder = tmp_path / "journal"
    vault, _ = keeper.create(folder, PASSPHRASE)
    written(vault, 2)
    a_snapshot(vault)
    backed_up(vault, tmp_path / "backup")
    vault.put(a_reflection("r9", "seen by this computer"))
    vault.close()
    restorer = a_restorer(seen_heads=heads)
    restorer.put_back_snapshot(folder, SECRET, later(2), unwatched)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.warning is None
    vault.put(a_reflection("r9", "seen again"))
    vault.close()
    folder.rename(tmp_path / "away")
    restorer.restore(tmp_path / "backup", SECRET, folder, unwatched)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.warning is None
    vault.close()


def test_the_alarm_is_raised_where_nobody_said_so(tmp_path):
    heads = SeenHeads(tmp_path / "seen")
    keeper = Keeper(CHEAP, floor_checked=False, seen_heads=heads)
    folder = tmp_path / "journal"
    vault, _ = keeper.create(folder, PASSPHRASE)
    written(vault, 2)
    a_snapshot(vault)
    vault.put(a_reflection("r9", "seen by this computer"))
    vault.close()
    a_restorer().put_back_snapshot(folder, SECRET, later(2), unwatched)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.warning is not None
    vault.close()
