"""On a full disk the bin is emptied or left as it is, and swept once there is room."""

import shutil
import subprocess
import sys
import textwrap

import pytest

from tests.faults.bin_trials import made_with_a_full_bin
from tests.faults.small_disk import small_disk_or_skip

MEGABYTES = 4
SESSION = textwrap.dedent("""
    import os, sys
    from datetime import timedelta
    from pathlib import Path
    from app.domain.errors import NotSaved
    from app.domain.progress import unwatched
    from tests.unit.vault.samples import MORNING, PASSPHRASE, cheap_keeper

    disk, room = Path(sys.argv[1]), int(sys.argv[2])
    vault = cheap_keeper().open(disk / "journal", PASSPHRASE)
    (disk / "journal" / "reserve.bin").unlink(missing_ok=True)
    ids = [entry.id for entry in vault.bin.entries()]
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler = disk / "filler"
    filler.write_bytes(bytes(max(0, free - room)))
    told = []
    for act in (
        lambda: vault.bin.empty(ids, MORNING + timedelta(days=40)),
        lambda: vault.bin.sweep(unwatched),
    ):
        try:
            act()
            told.append("done")
        except NotSaved:
            told.append("refused")
    assert len(vault.bin.entries()) == (0 if told[0] == "done" else len(ids))
    assert vault.trouble() == (), vault.trouble()
    filler.unlink()
    vault.bin.sweep(unwatched)
    assert not vault.bin.is_unswept()
    vault.close()
    vault = cheap_keeper().open(disk / "journal", PASSPHRASE)
    assert vault.trouble() == (), vault.trouble()
    assert len(vault.bin.entries()) == (0 if told[0] == "done" else len(ids))
    vault.close()
    print(*told)
""")


@pytest.fixture
def small_disk(tmp_path):
    yield from small_disk_or_skip(tmp_path / "disk", MEGABYTES)


@pytest.mark.slow
def test_a_full_disk_leaves_the_bin_as_it_was_or_empty(small_disk, tmp_path):
    made_with_a_full_bin(tmp_path / "pattern")
    (tmp_path / "pattern" / "reserve.bin").unlink()
    told = set()
    for room in (0, 8, 24, 60, 150, 400, 1200):
        shutil.rmtree(small_disk / "journal", ignore_errors=True)
        shutil.copytree(tmp_path / "pattern", small_disk / "journal")
        given = [sys.executable, "-c", SESSION, str(small_disk), str(room * 1024)]
        run = subprocess.run(given, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        told.add(run.stdout.strip())
    # Sweeping what was not emptied has nothing to do.
    assert told == {"refused done", "done refused", "done done"}
