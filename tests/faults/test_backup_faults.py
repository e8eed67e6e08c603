"""A short sample of the attacks on backups and snapshots; `backup_trials` runs any number."""

import shutil
import subprocess

import pytest

from tests.faults import backup_trials

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "attack",
    [
        backup_trials.killed_backups,
        backup_trials.killed_snapshots,
        backup_trials.killed_restores,
        backup_trials.killed_put_backs,
    ],
    ids=lambda attack: attack.__name__,
)
def test_a_kill_at_any_moment_leaves_no_false_copy(attack, tmp_path):
    assert attack(tmp_path, 6)["killed"] == 6


def test_a_changed_backup_is_refused_or_comes_back_as_it_was(tmp_path):
    happened = backup_trials.corrupted_backups(tmp_path, 200)
    assert sum(happened.values()) == 200
    assert sum(count for told, count in happened.items() if told.endswith("refused")) > 150


def test_a_changed_snapshot_is_refused_or_comes_back_as_it_was(tmp_path):
    happened = backup_trials.corrupted_snapshots(tmp_path, 60)
    assert sum(happened.values()) == 60
    assert sum(count for told, count in happened.items() if told.endswith("refused")) > 40


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by an administrator only")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_leaves_a_whole_copy_or_none(small_disk, tmp_path):
    happened = backup_trials.filled_disks(small_disk, tmp_path / "elsewhere", 12)
    assert {"backup: made", "backup: no room, told", "restore: no room, told"} <= set(happened)


def test_no_room_for_a_snapshot_is_told_and_writing_goes_on(small_disk):
    happened = backup_trials.full_for_snapshots(small_disk, 8)
    assert set(happened) == {"snapshot: made", "snapshot: no room, told"}
