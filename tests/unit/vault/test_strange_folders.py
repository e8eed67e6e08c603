"""Folders and files as a disk may really hold them: unreadable, unwritable, of another kind."""

import errno
import os
import subprocess
import sys
import textwrap

import pytest

from app.domain.errors import (
    JournalDamaged,
    JournalError,
    JournalExists,
    NotAJournal,
    NotSaved,
    ReadOnly,
)
from app.vault import keeper as keeper_module
from tests.faults.plain_user import plain_users_folder
from tests.unit.vault.samples import PASSPHRASE, a_reflection

BESIDE = ["journal.db-journal", "journal.db-wal", "journal.db-shm"]
KINDS = {
    "pipe": getattr(os, "mkfifo", None),
    "folder": lambda path: path.mkdir(),
    "link": lambda path: path.symlink_to("elsewhere"),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", BESIDE)
def test_what_lies_beside_the_journal_must_be_a_file(keeper, folder, name, kind):
    (folder / name).unlink(missing_ok=True)
    KINDS[kind](folder / name)
    with pytest.raises(JournalDamaged, match=f"{name} is not an ordinary file"):
        keeper.open(folder, PASSPHRASE)


@pytest.mark.parametrize("log", [b"", b"7" * 32, b"older pages" * 999])
def test_a_write_ahead_log_is_never_read(keeper, folder, log):
    path = folder / "journal.db-wal"
    path.write_bytes(log)
    with pytest.raises(JournalDamaged, match=r"journal\.db-wal, which Afterword never makes"):
        keeper.open(folder, PASSPHRASE)
    assert path.read_bytes() == log
    path.unlink()
    keeper.open(folder, PASSPHRASE).close()


@pytest.mark.parametrize("name", ["x" * 300, "a/" + "x" * 300])
def test_a_name_that_no_disk_takes_is_no_journal_and_cannot_be_read(keeper, tmp_path, name):
    assert not keeper.is_journal(tmp_path / name)
    with pytest.raises((JournalDamaged, NotAJournal)):
        keeper.open(tmp_path / name, PASSPHRASE)
    assert keeper.is_journal(tmp_path) is False


def test_a_folder_that_nobody_may_read_is_told_as_such(keeper):
    with plain_users_folder() as home:
        shut = home / "shut"
        shut.mkdir(mode=0)
        assert not keeper.is_journal(shut)
        for way in (keeper.open, keeper.open_with_words):
            with pytest.raises(JournalDamaged, match="folder cannot be read"):
                way(shut, PASSPHRASE)


def test_key_files_that_nobody_may_read_are_not_called_damaged(keeper, folder):
    # Made once as root too, so that everything is imported before the user changes.
    keeper.open(folder, PASSPHRASE).close()
    with plain_users_folder() as home:
        journal = home / "journal"
        keeper.create(journal, PASSPHRASE)[0].close()
        for name in ("keys.json", "keys-copy.json"):
            (journal / name).chmod(0)
        with pytest.raises(JournalDamaged, match="cannot be read"):
            keeper.open(journal, PASSPHRASE)
        (journal / "keys.json").chmod(0o600)
        keeper.open(journal, PASSPHRASE).close()
        # It may be whole, and newer than the one that opened: it was not written over.
        assert (journal / "keys-copy.json").stat().st_mode & 0o777 == 0


def test_no_journal_is_made_where_it_could_not_be_made_safely(keeper, folder):
    keeper.open(folder, PASSPHRASE).close()
    with plain_users_folder() as home:
        blind = home / "blind"
        blind.mkdir()
        blind.chmod(0o300)
        with pytest.raises(ReadOnly):
            keeper.create(blind / "new", PASSPHRASE)
        blind.chmod(0o700)
        assert list(blind.iterdir()) == []


def test_a_journal_that_does_not_open_after_it_was_made_is_not_left(keeper, tmp_path, monkeypatch):
    class Failing:
        def __init__(self, *_):
            raise JournalDamaged("So it goes.")

    monkeypatch.setattr(keeper_module, "JournalVault", Failing)
    with pytest.raises(JournalDamaged):
        keeper.create(tmp_path / "a" / "new", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no call for a folder's names")
def test_a_journal_whose_name_cannot_be_forced_to_the_disk_is_not_left(
    keeper, tmp_path, monkeypatch
):
    real = os.fsync

    def refusing_the_parent(handle):
        if os.path.samestat(os.fstat(handle), tmp_path.stat()):
            raise OSError(errno.EIO, "no")
        real(handle)

    monkeypatch.setattr(os, "fsync", refusing_the_parent)
    with pytest.raises(NotSaved, match="disk reported an error"):
        keeper.create(tmp_path / "new", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_opening_gives_the_lock_back(keeper, folder, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(keeper_module, "JournalVault", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            keeper.open(folder, PASSPHRASE)
    keeper.open(folder, PASSPHRASE).close()


def test_the_journal_is_named_by_its_folder_however_the_path_is_written(
    keeper, folder, monkeypatch
):
    (folder / "inside").mkdir()
    for here, path in ((folder, "."), (folder / "inside", "..")):
        monkeypatch.chdir(here)
        vault = keeper.open(type(folder)(path), PASSPHRASE)
        assert vault.name == folder.name
        vault.close()


def test_a_journal_without_a_name_is_not_made_in_the_current_folder(keeper, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(JournalExists, match="Give the folder’s name"):
        keeper.create(type(tmp_path)(""), PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_and_a_file_on_the_way_are_told_as_such(keeper, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotSaved, match="name is too long"):
        keeper.create(tmp_path / ("x" * 300), PASSPHRASE)
    for place in ("file/new", "file/a/new"):
        with pytest.raises(NotSaved, match="is a file, not a folder"):
            keeper.create(tmp_path / place, PASSPHRASE)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_opening_never_says_that_something_was_not_saved(keeper, folder, monkeypatch):
    for fault, words in ((ReadOnly(), "cannot be written to"), (NotSaved("x"), "reported an")):

        def refuse(*_, fault=fault):
            raise fault

        monkeypatch.setattr(keeper_module.connection, "open_database", refuse)
        with pytest.raises(JournalError, match=f"^Not opened: .*{words}") as told:
            keeper.open(folder, PASSPHRASE)
        assert not isinstance(told.value, NotSaved)


def test_leftovers_of_a_kill_are_swept_at_the_next_opening(keeper, folder):
    before = {path.name for path in folder.iterdir()}
    for name in (".reserve.bin.0123abcd.new", ".keys.json.0123abcd.new"):
        (folder / name).write_bytes(b"half")
    keeper.open(folder, PASSPHRASE).close()
    assert {path.name for path in folder.iterdir()} == before


NO_ROOM = textwrap.dedent("""
    import resource, signal, sys
    from pathlib import Path
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    assert vault.get("r1") == a_reflection()
    vault.close()
    sys.exit(7)
""")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_damaged_salt_on_a_disk_that_takes_nothing_can_still_be_read(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    path = folder / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    given = [sys.executable, "-c", NO_ROOM, str(folder)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    assert run.returncode == 7, run.stderr
