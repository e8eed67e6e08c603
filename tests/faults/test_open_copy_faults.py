"""Open copies whose writing or reading is killed anywhere, or meets a disk that is full."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from app.domain.errors import AppError, ExportError, NotSaved
from tests.faults.small_disk import small_disk_or_skip
from tests.open_copy_scenes import (
    FOLDERS,
    a_full_desk,
    an_empty_desk,
    copies_of,
    everything_in,
    shelf_of,
)
from tests.workshops import PASSPHRASE, a_workshop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")
_KILLS = 12
_CHILD = """
import os, sys
from pathlib import Path
from tests.open_copy_scenes import copies_of
from tests.workshops import PASSPHRASE, a_workshop
what, journal, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
workshop = a_workshop()
desk = workshop.desk(workshop.unlocking.open(journal, PASSPHRASE))
print("begun", flush=True)
copies = copies_of(desk, workshop)
copies.write(folder) if what == "write" else copies.read_in(folder)
print("done", flush=True)
desk.close()
"""


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@pytest.fixture(scope="module")
def made(tmp_path_factory, workshop):
    """A closed journal with everything in it, and a copy of it."""
    folder = tmp_path_factory.mktemp("made")
    desk = a_full_desk(folder / "journal", workshop)
    copies_of(desk, workshop).write(folder / "copy")
    desk.close()
    an_empty_desk(folder / "new", workshop).close()
    return folder


def killed_after(seconds, *arguments):
    """Run the child and kill it so long after it began; say whether it was done before."""
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "begun\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        return "done" in child.stdout.read()


def test_a_killed_export_never_looks_finished_and_the_next_one_removes_it(made, tmp_path, workshop):
    desk = workshop.desk(workshop.unlocking.open(made / "journal", PASSPHRASE))
    begun = time.monotonic()
    copies_of(desk, workshop).write(tmp_path / "timed")
    whole = time.monotonic() - begun
    desk.close()
    shutil.rmtree(tmp_path / "timed")
    kinds = set()
    for turn in range(_KILLS):
        is_done = killed_after(
            whole * (turn + 0.5) / _KILLS, "write", made / "journal", tmp_path / "copy"
        )
        stands = (tmp_path / "copy").exists()
        assert stands or not is_done
        if stands:
            assert everything_in(tmp_path / "copy") == everything_in(made / "copy")
            shutil.rmtree(tmp_path / "copy")
        kinds.add(stands)
    assert False in kinds
    desk = workshop.desk(workshop.unlocking.open(made / "journal", PASSPHRASE))
    copies_of(desk, workshop).write(tmp_path / "copy")
    desk.close()
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_a_killed_import_leaves_the_journal_new_or_whole(made, tmp_path, workshop):
    shutil.copytree(made / "new", tmp_path / "timed")
    desk = workshop.desk(workshop.unlocking.open(tmp_path / "timed", PASSPHRASE))
    begun = time.monotonic()
    copies_of(desk, workshop).read_in(made / "copy")
    whole = time.monotonic() - begun
    overview = shelf_of(desk.vault).overview()
    desk.close()
    kinds = set()
    for turn in range(_KILLS):
        journal = tmp_path / f"journal {turn}"
        shutil.copytree(made / "new", journal)
        is_done = killed_after(whole * (turn + 0.5) / _KILLS, "read", journal, made / "copy")
        desk = workshop.desk(workshop.unlocking.open(journal, PASSPHRASE))
        assert desk.vault.trouble() == ()
        shelf = shelf_of(desk.vault)
        is_new = shelf.is_new()
        assert is_new or shelf.overview() == overview
        assert not (is_done and is_new)
        kinds.add(is_new)
        if is_new:
            copies_of(desk, workshop).read_in(made / "copy")
            assert shelf.overview() == overview
        desk.close()
        shutil.rmtree(journal)
    assert True in kinds


@pytest.fixture
def small(tmp_path):
    yield from small_disk_or_skip(tmp_path / "disk", 24)


def test_a_disk_that_fills_up_while_a_copy_is_written_leaves_nothing(made, small, workshop):
    desk = workshop.desk(workshop.unlocking.open(made / "journal", PASSPHRASE))
    needed = sum(path.stat().st_size for path in (made / "copy").rglob("*") if path.is_file())
    for share in (0, 0.02, 0.2, 0.5, 0.9, 0.99):
        (small / "film").write_bytes(bytes(shutil.disk_usage(small).free - int(needed * share)))
        with pytest.raises(ExportError, match="the disk is full"):
            copies_of(desk, workshop).write(small / "copy")
        assert [path.name for path in small.iterdir()] == ["film"]
        (small / "film").unlink()
    desk.close()


def test_a_disk_that_fills_up_while_a_copy_is_read_leaves_the_journal_new(made, small, workshop):
    shutil.copytree(made / "new", small / "journal")
    desk = workshop.desk(workshop.unlocking.open(small / "journal", PASSPHRASE))
    for room in (0, 50_000, 500_000, 2_000_000):
        (small / "film").write_bytes(bytes(shutil.disk_usage(small).free - room))
        with pytest.raises(NotSaved, match="the disk is full"):
            copies_of(desk, workshop).read_in(made / "copy")
        (small / "film").unlink()
        assert shelf_of(desk.vault).is_new()
    copies_of(desk, workshop).read_in(made / "copy")
    assert desk.vault.trouble() == ()
    desk.close()


def test_a_copy_that_changes_while_it_is_read_is_refused(made, tmp_path, workshop):
    copy = shutil.copytree(made / "copy", tmp_path / "copy")
    desk = an_empty_desk(tmp_path / "journal", workshop)
    looked_at = FOLDERS.opened(copy, lambda _share: None)
    path = next((copy / "attachments").glob("*letter*"))
    path.write_bytes(path.read_bytes().replace(b"\x01", b"\x02"))
    with pytest.raises(AppError, match=r"This file was changed|not what the hash says"):
        shelf_of(desk.vault).fill(looked_at, lambda _share: None)
    assert shelf_of(desk.vault).is_new()
    desk.close()
