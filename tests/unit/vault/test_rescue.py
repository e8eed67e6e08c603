"""Words that the journal cannot take go into an encrypted copy, which restores like a backup."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from app.domain.errors import FolderGone, JournalExists, NotBackedUp
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.domain.secret import Passphrase, RecoveryWords
from tests.unit.vault.backups import NOON, SECRET, WRONG, a_restorer, tree, words_secret, written
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, every_kind


@pytest.fixture
def target(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place / "Afterword.afterword-backup"


def rescued(vault, target, *unsaved):
    pairs = [(each, a_form()) for each in unsaved]
    return vault.copies.rescue(target, NOON, pairs, unwatched, replaces=True)


def restored(keeper, target, folder, secret=SECRET):
    a_restorer().restore(target, secret, folder, unwatched)
    return keeper.open(folder, PASSPHRASE)


def test_the_copy_holds_the_journal_and_the_unsaved_words(keeper, vault, words, target, tmp_path):
    reflections = written(vault)
    unsaved = a_reflection("r2", minutes=50, title="Newer", answers=every_kind())
    before = vault.head()
    told = rescued(vault, target, unsaved)
    assert (told.is_whole, told.contents.reflections) == (True, 6)
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o600
    assert vault.head() == before
    for number, secret in enumerate((SECRET, words_secret(words))):
        again = restored(keeper, target, tmp_path / f"new {number}", secret)
        assert again.get("r2") == unsaved
        assert again.get("r5") == reflections[5]
        assert again.version_count("r2") == 2
        assert again.find(Search(words="safe")).total == 0
        assert [each.id for each in again.find(Search(words="ajar")).outlines] == []
        assert again.form("daily_pause", 1) == a_form()
        assert again.left_open is None
        assert again.trouble() == ()
        again.close()


def test_nothing_readable_is_in_the_copy(vault, target):
    rescued(vault, target, a_reflection("new", "The heron stood still."))
    assert b"heron" not in target.read_bytes()


def test_a_copy_of_a_copy_is_made_in_its_place(keeper, vault, target, tmp_path):
    rescued(vault, target, a_reflection("r", "one"))
    rescued(vault, target, a_reflection("r", "one two"))
    again = restored(keeper, target, tmp_path / "new")
    assert again.get("r") == a_reflection("r", "one two")
    again.close()


def test_a_folder_that_was_removed_takes_no_words_and_can_still_be_copied(
    keeper, folder, vault, target, tmp_path
):
    reflections = written(vault)
    shutil.rmtree(folder)
    for _ in range(2):
        with pytest.raises(FolderGone):
            vault.put(a_reflection("r9", "lost?"))
    assert rescued(vault, target, a_reflection("r9", "not lost")).is_whole
    again = restored(keeper, target, tmp_path / "new")
    assert again.get("r9") == a_reflection("r9", "not lost")
    assert again.get("r1") == reflections[1]
    again.close()


def test_a_folder_that_was_moved_and_put_back_takes_words_again(folder, vault):
    aside = folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(FolderGone):
        vault.put(a_reflection())
    aside.rename(folder)
    vault.put(a_reflection())
    assert vault.get("r1") == a_reflection()


def test_another_journal_at_the_same_place_is_not_taken_for_this_one(folder, vault):
    copy = shutil.copytree(folder, folder.with_name("copy"))
    folder.rename(folder.with_name("elsewhere"))
    copy.rename(folder)
    before = tree(folder)
    with pytest.raises(FolderGone):
        vault.put(a_reflection())
    assert tree(folder) == before


def test_where_the_journal_does_not_read_the_copy_holds_the_words_alone(
    keeper, vault, words, target, tmp_path
):
    folder = vault._folder
    written(vault, count=40)
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    for place in range(4096 * 8, len(data), 4096):
        data[place + 90] ^= 1
    path.write_bytes(data)  # the same file: its number stays
    vault._database.run("PRAGMA shrink_memory")
    told = rescued(vault, target, a_reflection("r9", "alone"))
    assert (told.is_whole, told.contents.reflections) == (False, 1)
    for number, secret in enumerate((SECRET, words_secret(words))):
        again = restored(keeper, target, tmp_path / f"new {number}", secret)
        assert again.get("r9") == a_reflection("r9", "alone")
        assert again.trouble() == ()
        again.close()
    before = target.read_bytes()
    with pytest.raises(JournalExists):
        rescued(vault, target, a_reflection("r9", "alone and more"))
    assert target.read_bytes() == before


def test_words_for_a_reflection_on_hold_stand_beside_it(keeper, vault, target, tmp_path):
    vault.put(a_reflection())
    vault.keeping.hold("r1", "Records were requested.", NOON)
    told = rescued(vault, target, a_reflection(text="What I wrote since"))
    assert told.contents.reflections == 2
    again = restored(keeper, target, tmp_path / "new")
    texts = {each.answers["what_happened"].value.text for each in again.reflections(Search())}
    assert texts == {"The door was ajar.", "What I wrote since"}
    again.close()


def test_a_place_that_takes_nothing_is_told_and_nothing_is_left(vault, tmp_path, target):
    for wrong in (tmp_path / "no such folder" / "b", target.parent):
        with pytest.raises(NotBackedUp):
            rescued(vault, wrong, a_reflection())
    assert list(target.parent.iterdir()) == []


@pytest.mark.slow
def test_a_full_place_is_told_and_nothing_is_left(vault, tmp_path):
    written(vault)
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(small)]
    if not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by an administrator only")
    try:
        with pytest.raises(NotBackedUp, match="No copy was made: the disk is full"):
            rescued(vault, small / "b", a_reflection())
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


# What opens the journal that is open


def test_only_its_own_secrets_open_it_also_when_its_folder_is_gone(folder, vault, words):
    def answers():
        given = (SECRET, words_secret(words), WRONG, RecoveryWords("abandon " * 24))
        return [vault.opens_with(each) for each in given]

    assert answers() == [True, True, False, False]
    shutil.rmtree(folder)
    assert answers() == [True, True, False, False]
    assert not vault.opens_with(Passphrase(""))


# Clocks


def test_a_clock_set_back_changes_no_order_and_loses_no_version(vault):
    vault.put(a_reflection("r1", "first", minutes=60))
    vault.put(a_reflection("r2", "second", minutes=70))
    earlier = replace(
        a_reflection("r1", "first, and more", minutes=60), changed_at=NOON.replace(year=2001)
    )
    vault.put(earlier)
    vault.seal("r1")
    vault.put(replace(earlier, answers=a_reflection(text="first, and most").answers))
    assert [each.id for each in vault.find(Search()).outlines] == ["r2", "r1"]
    assert [each.id for each in vault.newest(2)] == ["r2", "r1"]
    assert vault.get("r1").answers["what_happened"].value.text == "first, and most"
    assert vault.version_count("r1") == 3
    assert vault.warning is None
    assert vault.trouble() == ()
