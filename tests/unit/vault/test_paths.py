"""What SQLite is told of a path, and paths that are too long for it."""

import os
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import JournalError, NotBackedUp
from app.vault.faults import told_plainly
from app.vault.file_address import address_of
from tests.unit.vault.backups import (
    NOON,
    SECRET,
    a_restorer,
    a_snapshot,
    backed_up,
    later,
    unwatched,
    words_secret,
)
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection

MOST = 450


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (
            PureWindowsPath(r"\\server\home\anna b\journal.db"),
            "file:////server/home/anna%20b/journal.db?mode=rw",
        ),
        (PureWindowsPath(r"C:\a#b\journal.db"), "file:///C:/a%23b/journal.db?mode=rw"),
        (Path("/tmp/50%25?é/journal.db"), "file:///tmp/50%2525%3F%C3%A9/journal.db?mode=rw"),
    ],
)
def test_every_kind_of_path_has_an_address(path, address):
    assert address_of(path, "rw") == address


def test_sqlite_takes_an_address_on_another_computer_for_a_path(tmp_path):
    # With two slashes in front Linux knows the same file; the database must not see a host.
    address = address_of(PureWindowsPath(f"/{tmp_path}/one.db"), "rwc")
    assert address.startswith("file:////")
    dbapi2.connect(address, uri=True).execute("CREATE TABLE one (a)").connection.close()
    assert (tmp_path / "one.db").stat().st_size > 0


def test_an_address_with_a_host_is_refused_in_words():
    with pytest.raises(JournalError, match="cannot be opened"), told_plainly():
        dbapi2.connect("file://server/home/journal.db", uri=True)


def of_length(folder, length):
    """Give a folder below this one whose whole path has so many bytes."""
    while (left := length - len(os.fsencode(folder)) - 1) > 200:
        folder /= "ü" * 50
    return folder / ("x" * left)


def test_at_the_longest_path_everything_works(tmp_path):
    folder = of_length(tmp_path, MOST)
    keeper, changes = keeper_and_changes(tmp_path / "seen")
    vault, words = keeper.create(folder, PASSPHRASE)
    vault.put(a_reflection())
    snapshot = a_snapshot(vault)
    assert not vault.copies.snapshot_is_due(later(1))
    backed_up(vault, folder.with_name("b"))
    assert vault.trouble() == ()
    vault.close()
    changes.replace_data_key(folder, SECRET, PASSPHRASE)
    a_restorer().restore(folder.with_name("b"), SECRET, folder.with_name("y"), unwatched)
    source = (folder, snapshot.name)
    old = words_secret(" ".join(words))
    a_restorer().restore_snapshot(source, old, folder.with_name("z"), unwatched)
    with closing(keeper.open(folder, PASSPHRASE)) as vault:
        a_snapshot(vault, later(2))
    assert a_restorer().put_back_snapshot(folder, SECRET, NOON, unwatched).damaged_kept_as


def test_beyond_it_is_told_in_words_before_anything_is_written(keeper, vault, folder, tmp_path):
    long = of_length(tmp_path, MOST + 1)
    vault.put(a_reflection())
    snapshot = a_snapshot(vault)
    backed_up(vault, tmp_path / "b")
    long.parent.mkdir(parents=True)
    (long.parent / ("y" * len(long.name))).mkdir()
    with pytest.raises(NotBackedUp, match="path to this folder is too long"):
        backed_up(vault, long.parent / ("y" * len(long.name)) / "b")
    vault.close()
    a_journal = (folder, snapshot.name)
    for work in (
        lambda: keeper.create(long, PASSPHRASE),
        lambda: a_restorer().restore(tmp_path / "b", SECRET, long, unwatched),
        lambda: a_restorer().restore_snapshot(a_journal, SECRET, long, unwatched),
    ):
        with pytest.raises(JournalError, match="path to this folder is too long"):
            work()
        assert not long.exists()
    folder.rename(long)
    before = sorted(long.iterdir())
    for work in (
        lambda: keeper.open(long, PASSPHRASE),
        lambda: a_restorer().put_back_snapshot(long, SECRET, NOON, unwatched),
    ):
        with pytest.raises(JournalError, match="path to this folder is too long"):
            work()
    assert sorted(long.iterdir()) == before


def test_a_short_link_to_a_long_path_is_as_long_as_what_it_leads_to(keeper, folder, tmp_path):
    long = of_length(tmp_path, MOST + 100)
    long.parent.mkdir(parents=True)
    folder.rename(long)
    (tmp_path / "short").symlink_to(long)
    with pytest.raises(JournalError, match="path to this folder is too long"):
        keeper.open(tmp_path / "short", PASSPHRASE)
