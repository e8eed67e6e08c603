"""On a full disk nothing typed is lost: the reserve gives its room back for the last words."""

import subprocess
import sys
import textwrap

import pytest

from tests.faults.small_disk import small_disk_or_skip
from tests.unit.vault.samples import PASSPHRASE

MEGABYTES = 24
SESSION = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from app.domain.errors import DiskFull
    from app.domain.finding import Search
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

    disk = Path(sys.argv[1])
    folder = disk / "journal"
    keeper = cheap_keeper()
    vault, _ = keeper.create(folder, PASSPHRASE)
    saved = 0

    def put():
        global saved
        text = os.urandom(150_000).hex()
        vault.put(a_reflection(f"r{saved}", text, minutes=saved))
        saved += 1

    while (folder / "reserve.bin").exists():
        put()
    at_release = saved
    try:
        while True:
            put()
    except DiskFull as error:
        print(error)
    assert saved > at_release, "the reserve gave no room"
    assert vault.trouble() == (), vault.trouble()
    assert vault.find(Search(limit=500)).total == saved
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert not (folder / "reserve.bin").exists()
    assert len(vault.reflections(Search(limit=500))) == saved
    vault.close()
    print("all", saved > 10, "saved")
""")


@pytest.fixture
def small_disk(tmp_path):
    yield from small_disk_or_skip(tmp_path / "disk", MEGABYTES)


@pytest.mark.slow
def test_a_full_disk_is_told_and_the_last_words_are_saved(small_disk):
    given = [sys.executable, "-c", SESSION, str(small_disk)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [
        "Not saved: the disk is full. What was saved before is safe. Make room and try again.",
        "all True saved",
    ]


READ_ONLY = textwrap.dedent("""
    import sys
    from pathlib import Path
    from app.domain.errors import ReadOnly
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    assert vault.get("r1") == a_reflection()
    try:
        vault.put(a_reflection(text="new"))
    except ReadOnly as error:
        print(error)
    assert vault.trouble() == ()
    vault.close()
""")


@pytest.mark.slow
def test_a_disk_that_cannot_be_written_is_read_and_told(small_disk):
    from tests.unit.vault.samples import a_reflection, cheap_keeper

    folder = small_disk / "journal"
    vault, _ = cheap_keeper().create(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    (folder / "keys-copy.json").unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    given = [sys.executable, "-c", READ_ONLY, str(folder)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Not saved: this folder cannot be written to.")


FULL = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper
    disk = Path(sys.argv[1])
    path = disk / "journal" / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    for name in ("reserve.bin", "journal.db-journal"):
        (disk / "journal" / name).unlink(missing_ok=True)
    with (disk / "film").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    vault = cheap_keeper().open(disk / "journal", PASSPHRASE)
    assert vault.get("r1") == a_reflection()
    vault.close()
""")


@pytest.mark.slow
def test_a_damaged_salt_on_a_full_disk_can_still_be_read(small_disk):
    from tests.unit.vault.samples import a_reflection, cheap_keeper

    vault, _ = cheap_keeper().create(small_disk / "journal", PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    given = [sys.executable, "-c", FULL, str(small_disk)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


LIMITED = textwrap.dedent("""
    import resource, signal, sys
    from pathlib import Path
    from app.domain.errors import NotSaved
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    vault.put(a_reflection())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (Path(sys.argv[1]) / "journal.db").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        vault.put(a_reflection("r2", "long words " * 50_000))
    except NotSaved as error:
        print(error)
    assert vault.get("r1") == a_reflection()
    assert vault.trouble() == ()
    vault.close()
""")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_write_that_the_system_refuses_leaves_the_journal_whole(tmp_path):
    from tests.unit.vault.samples import cheap_keeper

    folder = tmp_path / "journal"
    cheap_keeper().create(folder, PASSPHRASE)[0].close()
    given = [sys.executable, "-c", LIMITED, str(folder)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Not saved: the disk reported an error.")
