"""Snapshots: made once a day, whole or not at all, thinned, and openable with today's keys."""

import os
import stat
from datetime import timedelta

import pytest

from app.domain.errors import Cancelled, NotBackedUp
from app.vault import snapshots
from app.vault.next_files import NextFiles
from app.vault.snapshots import FOLDER, snapshots_in
from tests.unit.vault.backups import (
    NOON,
    SECRET,
    a_restorer,
    a_snapshot,
    later,
    stopped_at,
    unwatched,
    words_secret,
    written,
)
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection


def test_a_snapshot_is_named_by_its_moment_and_by_nothing_else(vault, folder):
    written(vault)
    made = a_snapshot(vault, later(hours=1, seconds=7))
    assert made.name == "2026-03-02T130007Z.afterword-snapshot"
    assert snapshots_in(folder) == (made,) == vault.copies.snapshots()
    path = folder / FOLDER / made.name
    assert path.stat().st_size == made.size_bytes
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [made.name]


def test_a_snapshot_is_due_once_a_day_and_only_after_a_change(vault):
    assert not vault.copies.snapshot_is_due(NOON), "nothing is written yet"
    written(vault, 1)
    assert vault.copies.snapshot_is_due(NOON)
    a_snapshot(vault)
    vault.put(a_reflection("r2"))
    assert not vault.copies.snapshot_is_due(later(hours=11))
    assert vault.copies.snapshot_is_due(later(1))
    a_snapshot(vault, later(1))
    assert not vault.copies.snapshot_is_due(later(5)), "nothing has changed since"
    vault.put(a_reflection("r2", "other words"))
    assert vault.copies.snapshot_is_due(later(5))
    assert vault.copies.snapshot_is_due(later(-400)), "a clock moved back stops no snapshot"


def test_a_newest_snapshot_that_does_not_open_counts_for_nothing(vault, folder):
    written(vault, 1)
    made = a_snapshot(vault)
    assert not vault.copies.snapshot_is_due(later(1))
    (folder / FOLDER / made.name).write_bytes(bytes(20_000))
    assert vault.copies.snapshot_is_due(later(1))


def test_a_snapshot_holds_the_state_at_its_copying_whatever_is_written_before_it_is_settled(
    keeper, vault, folder, tmp_path
):
    (first,) = written(vault, 1)
    copied = vault.copies.copied_snapshot(NOON, unwatched)
    assert snapshots_in(folder) == ()
    vault.put(a_reflection("r0", "changed meanwhile"))
    made = copied.settle(unwatched)
    a_restorer().restore_snapshot((folder, made.name), SECRET, tmp_path / "new", unwatched)
    again = keeper.open(tmp_path / "new", PASSPHRASE)
    assert again.get("r0") == first
    assert again.trouble() == ()
    again.close()


def test_stopping_at_any_moment_leaves_nothing_and_it_stays_due(vault, folder):
    written(vault)
    told, calls = stopped_at(-1)
    vault.copies.copied_snapshot(NOON, told).settle(told)
    (folder / FOLDER / snapshots_in(folder)[0].name).unlink()
    for moment in range(1, len(calls) + 1):
        stop = stopped_at(moment)[0]
        with pytest.raises(Cancelled):
            vault.copies.copied_snapshot(NOON, stop).settle(stop)
        assert list((folder / FOLDER).iterdir()) == []
    assert vault.copies.snapshot_is_due(NOON)


def test_two_at_one_moment_get_two_names(vault):
    written(vault, 1)
    first, second = a_snapshot(vault), a_snapshot(vault)
    assert second.made_at - first.made_at == timedelta(seconds=1)


def test_making_one_lets_go_of_old_ones_and_of_nothing_else(vault, folder):
    written(vault, 1)
    pattern = a_snapshot(vault, later(-1))
    place = folder / FOLDER
    for day in range(2, 60):
        name = f"{later(-day):%Y-%m-%dT%H%M%SZ}.afterword-snapshot"
        os.link(place / pattern.name, place / name)
    (place / "mine.txt").write_text("not a snapshot")
    a_snapshot(vault)
    days = [(NOON - each.made_at).days for each in snapshots_in(folder)]
    assert days[:7] == list(range(7))
    assert 9 <= len(days) <= 13
    assert (place / "mine.txt").exists()


def test_what_a_killed_program_left_is_swept_and_never_counts(vault, folder):
    written(vault, 1)
    a_snapshot(vault)
    left = folder / FOLDER / (".snapshot-" + "a" * 16 + ".new")
    left.write_bytes(b"half")
    assert len(snapshots_in(folder)) == 1
    a_snapshot(vault, later(1))
    assert not left.exists()


@pytest.mark.parametrize(
    "moment", ["0001-01-01T000000Z", "1969-12-31T235959Z", "9999-12-31T235959Z"]
)
def test_a_year_that_not_every_clock_can_tell_is_no_snapshot_of_ours(moment, vault, folder):
    made = a_snapshot(vault)
    (folder / FOLDER / f"{moment}.afterword-snapshot").write_bytes(bytes(9000))
    assert snapshots_in(folder) == (made,)


def test_a_link_in_the_place_of_the_folder_is_not_followed(vault, folder, tmp_path):
    written(vault, 1)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / FOLDER).symlink_to(elsewhere)
    with pytest.raises(NotBackedUp):
        a_snapshot(vault)
    assert list(elsewhere.iterdir()) == []
    assert snapshots_in(folder) == ()


def test_a_link_in_the_place_of_a_snapshot_is_none(vault, folder):
    written(vault, 1)
    made = a_snapshot(vault)
    name = made.name.replace("2026", "2027")
    (folder / FOLDER / name).symlink_to(folder / FOLDER / made.name)
    assert snapshots_in(folder) == (made,)


def test_a_snapshot_opens_by_the_words_and_without_any_key_file(keeper, vault, folder, words):
    written(vault)
    made = a_snapshot(vault)
    vault.close()
    for name in ("keys.json", "keys-copy.json"):
        (folder / name).unlink()
    new = folder.with_name("new")
    a_restorer().restore_snapshot((folder, made.name), words_secret(words), new, unwatched)
    again = keeper.open_with_words(new, words)
    assert again.get("r0").id == "r0"
    again.close()


def test_a_disk_that_refuses_is_told_in_words_and_writing_goes_on(vault, monkeypatch):
    written(vault, 1)

    def full(*_args):
        raise OSError(28, "no room")

    monkeypatch.setattr("app.vault.copying.force_to_disk", full)
    with pytest.raises(NotBackedUp, match=r"^No snapshot was made: the disk is full\."):
        a_snapshot(vault)
    vault.put(a_reflection("r2", "and writing goes on"))


def test_it_is_settled_on_another_thread(vault):
    from concurrent.futures import ThreadPoolExecutor

    written(vault)
    copied = vault.copies.copied_snapshot(NOON, unwatched)
    with ThreadPoolExecutor(1) as lane:
        assert lane.submit(copied.settle, unwatched).result().made_at == NOON


def test_restoring_while_the_journal_is_open_does_not_open_it_a_second_time(
    vault, folder, tmp_path
):
    from tests.unit.vault.other_process import opened_elsewhere

    written(vault)
    made = a_snapshot(vault)
    a_restorer().restore_snapshot((folder, made.name), SECRET, tmp_path / "new", unwatched)
    # A second opening would have dropped the lock.
    assert opened_elsewhere(folder) == "JournalInUse"


@pytest.fixture
def replaced_while_settling(keeper, folder):
    """A copy under keys that are replaced before it is settled, and what makes new ones."""
    vault = keeper.open(folder, PASSPHRASE)
    written(vault)
    copied = vault.copies.copied_snapshot(NOON, unwatched)
    vault.close()
    changes = keeper_and_changes()[1]
    return copied, lambda: changes.replace_data_key(folder, SECRET, PASSPHRASE)


def test_a_copy_under_keys_that_were_replaced_meanwhile_is_not_kept(
    replaced_while_settling, folder, monkeypatch
):
    copied, replace_keys = replaced_while_settling
    replace_keys()
    named = []
    monkeypatch.setattr(snapshots, "put_in_place", lambda *given: named.append(given))
    with pytest.raises(NotBackedUp, match="keys of this journal were replaced"):
        copied.settle(unwatched)
    assert named == list((folder / FOLDER).iterdir()) == []


def test_keys_replaced_in_the_moment_of_its_naming_leave_no_old_copy(
    replaced_while_settling, folder, monkeypatch
):
    copied, replace_keys = replaced_while_settling
    real = snapshots.put_in_place

    def put_in_place(fresh, target):
        replace_keys()
        real(fresh, target)

    monkeypatch.setattr(snapshots, "put_in_place", put_in_place)
    with pytest.raises(NotBackedUp, match="keys of this journal were replaced"):
        copied.settle(unwatched)
    assert list((folder / FOLDER).iterdir()) == []


def test_a_copy_made_while_the_new_keys_are_not_in_force_yet_is_not_kept(
    replaced_while_settling, folder, monkeypatch
):
    copied, replace_keys = replaced_while_settling
    monkeypatch.setattr(NextFiles, "roll_forward", lambda _files: False)
    replace_keys()
    with pytest.raises(NotBackedUp, match="keys of this journal were replaced"):
        copied.settle(unwatched)


def test_without_any_key_file_a_copy_is_kept(vault, folder):
    written(vault)
    copied = vault.copies.copied_snapshot(NOON, unwatched)
    for name in ("keys.json", "keys-copy.json"):
        (folder / name).unlink()
    assert copied.settle(unwatched).made_at == NOON


def test_a_snapshot_that_only_earlier_words_open_is_not_todays(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    written(vault)
    a_snapshot(vault)
    assert not vault.copies.snapshot_is_due(NOON)
    vault.close()
    keeper_and_changes()[1].replace_data_key(folder, SECRET, PASSPHRASE)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.copies.snapshot_is_due(NOON)
    a_snapshot(vault)
    assert not vault.copies.snapshot_is_due(NOON)
    vault.close()


def test_a_copy_that_does_not_read_back_is_not_kept(vault, folder):
    written(vault)
    copied = vault.copies.copied_snapshot(NOON, unwatched)
    (fresh,) = (folder / FOLDER).iterdir()
    data = bytearray(fresh.read_bytes())
    data[-1] ^= 1
    fresh.write_bytes(data)
    with pytest.raises(NotBackedUp, match="every check"):
        copied.settle(unwatched)
    assert list((folder / FOLDER).iterdir()) == []
    assert vault.copies.snapshot_is_due(NOON)
