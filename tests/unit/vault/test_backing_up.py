"""A backup is one file that counts only once it was opened and checked."""

import json
import os
import stat
import sys
import zipfile

import pytest

from app.domain.errors import Cancelled, JournalExists, NotBackedUp
from app.domain.finding import Search
from app.vault import connection, copying, key_file
from tests.unit.vault.backups import (
    NOON,
    SECRET,
    a_restorer,
    backed_up,
    stopped_at,
    tree,
    unwatched,
    words_secret,
    written,
)
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection


@pytest.fixture
def target(tmp_path):
    place = tmp_path / "safe"
    place.mkdir()
    return place / "Afterword.afterword-backup"


def test_what_was_written_comes_back_whole(keeper, vault, words, target, tmp_path):
    reflections = written(vault)
    told = backed_up(vault, target)
    assert (told.reflections, told.made_at) == (6, NOON)
    vault.put(a_reflection("after", "later than the backup"))
    for number, secret in enumerate((SECRET, words_secret(words))):
        folder = tmp_path / f"new {number}"
        assert a_restorer().restore(target, secret, folder, unwatched).reflections == 6
        again = keeper.open(folder, PASSPHRASE)
        assert [again.get(each.id) for each in reflections] == reflections
        assert again.find(Search()).total == 6
        assert again.trouble() == ()
        again.close()


def test_any_tool_can_unpack_it_and_only_the_owner_can_read_it(vault, target):
    written(vault)
    backed_up(vault, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with zipfile.ZipFile(target) as unpacked:
        assert unpacked.testzip() is None
        assert unpacked.namelist() == ["keys.json", "journal.db", "manifest.json"]
        header = key_file.parse(unpacked.read("keys.json"), floor_checked=False)
        assert unpacked.read("journal.db")[:16] == header.salt
        manifest = json.loads(unpacked.read("manifest.json"))
    assert set(manifest) == {"magic", "format", "app", "made_at", "files", "head", "mac"}
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def test_the_manifest_says_nothing_of_the_writing(vault, target, tmp_path):
    def told_of(count):
        written(vault, count, length=1)
        place = tmp_path / f"{count}.afterword-backup"
        backed_up(vault, place)
        with zipfile.ZipFile(place) as unpacked:
            return json.loads(unpacked.read("manifest.json"))

    one, five = told_of(1), told_of(5)
    differing = {name for name in one if one[name] != five[name]}
    assert differing <= {"files", "head", "mac"}
    assert len(one["head"]) == 64


def test_a_backup_after_a_change_of_passphrase_has_the_present_keys(vault, folder, target):
    header = key_file.parse((folder / "keys.json").read_bytes(), floor_checked=False)
    data_key = vault._database.raw_key[0]
    from app.vault.unlocking import write_keys

    newer = key_file.signed(
        key_file.KeyHeader(header.vault, 2, header.salt, header.changed, header.slots), data_key
    )
    write_keys(folder, key_file.to_bytes(newer))
    backed_up(vault, target)
    with zipfile.ZipFile(target) as unpacked:
        assert key_file.parse(unpacked.read("keys.json"), floor_checked=False) == newer


def test_a_journal_without_key_files_is_backed_up_and_opens_by_its_words(
    keeper, folder, words, target, tmp_path
):
    for name in key_file.NAMES:
        (folder / name).unlink()
    vault = keeper.open_with_words(folder, words)
    written(vault)
    backed_up(vault, target)
    vault.close()
    a_restorer().restore(target, words_secret(words), tmp_path / "new", unwatched)
    again = keeper.open_with_words(tmp_path / "new", words)
    assert again.find(Search()).total == 6
    again.close()


def test_what_is_there_is_replaced_only_where_that_was_said(vault, target):
    target.write_text("something dear")
    with pytest.raises(JournalExists):
        backed_up(vault, target)
    assert target.read_text() == "something dear"
    backed_up(vault, target, replaces=True)
    assert a_restorer().look_inside(target, SECRET, unwatched).reflections == 0


def test_a_link_is_never_followed(vault, target):
    victim = target.with_name("victim")
    victim.write_text("something dear")
    target.symlink_to(victim)
    with pytest.raises(JournalExists):
        backed_up(vault, target)
    backed_up(vault, target, replaces=True)
    assert victim.read_text() == "something dear"
    assert not target.is_symlink()


def test_a_link_that_leads_nowhere_counts_as_something(vault, target):
    target.symlink_to(target.with_name("nowhere"))
    with pytest.raises(JournalExists):
        backed_up(vault, target)
    assert not target.exists()


def test_a_folder_in_the_place_is_refused_in_words(vault, target):
    target.mkdir()
    with pytest.raises(NotBackedUp, match="a folder of this name"):
        backed_up(vault, target, replaces=True)
    with pytest.raises(NotBackedUp, match="does not exist"):
        backed_up(vault, target.parent / "nowhere" / "file")


def test_stopping_at_any_moment_leaves_nothing(vault, target, folder):
    written(vault)
    told, calls = stopped_at(-1)
    backed_up(vault, target, progress=told)
    assert calls == sorted(calls)
    assert calls[-1] == 1
    target.unlink()
    for moment in range(1, len(calls) + 1):
        with pytest.raises(Cancelled):
            backed_up(vault, target, progress=stopped_at(moment)[0])
        assert list(target.parent.iterdir()) == []
    vault.put(a_reflection("r9", "and writing goes on"))


def test_nothing_is_copied_from_inside_a_transaction(vault, target, tmp_path):
    def copy_within():
        copying.copy_database(
            vault._database, tmp_path / "copy.db", vault._database.raw_key, unwatched
        )

    with pytest.raises(ValueError, match="inside a transaction"):
        vault._database.write(copy_within)


def test_a_copy_that_is_not_the_same_is_not_kept(vault, target, monkeypatch):
    written(vault)
    real = copying.copy_database

    def spoiled(source, copy, raw_key, progress):
        real(source, copy, raw_key, progress)
        data = bytearray(copy.read_bytes())
        data[len(data) // 2] ^= 1
        copy.write_bytes(data)

    monkeypatch.setattr("app.vault.copies.copy_database", spoiled)
    with pytest.raises(NotBackedUp, match="every check"):
        backed_up(vault, target)
    assert list(target.parent.iterdir()) == []


def test_a_copy_of_an_earlier_state_is_not_kept(vault, target, tmp_path, monkeypatch):
    written(vault)
    old = tmp_path / "old.db"
    copying.copy_database(vault._database, old, vault._database.raw_key, unwatched)
    vault.put(a_reflection("r9", "a newer one"))

    def replayed(source, copy, raw_key, progress):
        copy.write_bytes(old.read_bytes())

    monkeypatch.setattr("app.vault.copies.copy_database", replayed)
    with pytest.raises(NotBackedUp, match="every check"):
        backed_up(vault, target)
    assert list(target.parent.iterdir()) == []


def test_a_damaged_journal_is_not_backed_up(keeper, folder, target):
    vault = keeper.open(folder, PASSPHRASE)
    written(vault)
    vault.close()
    path = folder / connection.NAME
    data = bytearray(path.read_bytes())
    data[-2000] ^= 1
    path.write_bytes(data)
    vault = keeper.open(folder, PASSPHRASE)
    from app.domain.errors import JournalDamaged

    with pytest.raises((JournalDamaged, NotBackedUp)):
        backed_up(vault, target)
    assert list(target.parent.iterdir()) == []
    vault._database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs file modes")
def test_a_place_that_cannot_be_written_is_told(vault, target, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(13, "no")

    monkeypatch.setattr("app.vault.scratch.Path.mkdir", refuse)
    with pytest.raises(NotBackedUp, match=r"No backup was made: this place cannot be written to\."):
        backed_up(vault, target)


def test_what_a_killed_program_left_is_swept_after_a_day(vault, target):
    old, young = (target.with_name(f".afterword-backup-{digit * 16}.new") for digit in ("a", "b"))
    for scratch in (old, young):
        scratch.mkdir()
        (scratch / "copy.db").write_bytes(bytes(9))
    two_days = 2 * 24 * 3600
    os.utime(old, (young.stat().st_mtime - two_days,) * 2)
    backed_up(vault, target)
    assert not old.exists()
    assert young.exists()


def test_a_backup_leaves_the_journal_as_it_was(vault, folder, target):
    written(vault)
    before = {*folder.iterdir()}, vault.head()
    backed_up(vault, target)
    assert ({*folder.iterdir()}, vault.head()) == before
    assert tree(target.parent).keys() == {target.name}


# Among the files of a journal


OWN_FILES = [
    "journal.db",
    "JOURNAL.DB",
    "keys.json",
    "keys-copy.json",
    "reserve.bin",
    "READ ME.txt",
]


@pytest.mark.parametrize("name", [*OWN_FILES, "other", "snapshots/other"])
@pytest.mark.parametrize("is_rescued", [False, True])
def test_no_backup_is_put_into_the_journals_own_folder(keeper, vault, folder, name, is_rescued):
    written(vault)
    (folder / "snapshots").mkdir()
    target, before = folder / name, tree(folder)
    unsaved = [(a_reflection("new"), a_form())] if is_rescued else []
    with pytest.raises(NotBackedUp, match="Choose a place outside the journal’s folder"):
        put_at(target, vault, unsaved)
    assert tree(folder) == before
    vault.close()
    keeper.open(folder, PASSPHRASE).close()


@pytest.mark.parametrize("name", [*OWN_FILES, "keys-next.json", "journal.db-journal"])
def test_no_backup_takes_the_place_of_another_journals_files(keeper, vault, tmp_path, name):
    other = tmp_path / "other"
    keeper.create(other, PASSPHRASE)[0].close()
    (tmp_path / "link").symlink_to(other)
    before = tree(other)
    for folder in (other, tmp_path / "link"):
        with pytest.raises(NotBackedUp, match="Choose a place outside"):
            backed_up(vault, folder / name, replaces=True)
    assert tree(other) == before
    backed_up(vault, other / "not one of its own")


def test_a_file_of_another_journal_is_known_by_any_name_that_the_disk_gives_it(
    keeper, vault, tmp_path
):
    other = tmp_path / "other"
    keeper.create(other, PASSPHRASE)[0].close()
    (other / "as this disk knows it").hardlink_to(other / "keys.json")
    with pytest.raises(NotBackedUp, match="Choose a place outside"):
        backed_up(vault, other / "as this disk knows it", replaces=True)


def put_at(target, vault, unsaved):
    if unsaved:
        vault.copies.rescue(target, NOON, unsaved, unwatched, replaces=True)
    else:
        backed_up(vault, target, replaces=True)
