"""A damaged journal whose change of keys was interrupted: the same keys hold as at an opening."""

import pytest

from app.domain.errors import BackupDamaged, JournalInUse, RetiredPassphrase, WrongRecoveryWords
from app.domain.secret import Passphrase, RecoveryWords
from app.vault.next_files import NextFiles
from app.vault.open_journals import OpenJournals
from app.vault.salvage import Salvage
from tests.unit.vault.backups import NOON, SECRET, a_restorer, a_snapshot, tree, unwatched, written
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE

NEW = "nine grey herons on the weir"


@pytest.fixture
def under_new_keys(keeper, folder):
    """A journal under new keys, whose key files are still the old ones; give the new words."""
    vault = keeper.open(folder, PASSPHRASE)
    written(vault)
    a_snapshot(vault)
    vault.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NextFiles, "roll_forward", lambda _files: False)
        return " ".join(keeper_and_changes()[1].replace_data_key(folder, SECRET, NEW))


def damage(folder):
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


def salvage():
    return Salvage(OpenJournals(), floor_checked=False)


def put_back(folder, secret):
    return a_restorer().put_back_snapshot(folder, secret, NOON, unwatched)


@pytest.mark.parametrize("way", ["passphrase", "words"])
def test_what_opens_it_salvages_and_checks_it(under_new_keys, keeper, folder, tmp_path, way):
    secret = Passphrase(NEW) if way == "passphrase" else RecoveryWords(under_new_keys)
    assert salvage().damage(folder, secret, unwatched).troubles
    target = tmp_path / "salvaged"
    report = salvage().salvage((folder, target), secret, (), unwatched)
    assert (report.whole, report.lost) == (6, 0)
    keeper.open(target, NEW).close()


def test_what_opens_it_is_no_wrong_passphrase_where_a_snapshot_is_put_back(under_new_keys, folder):
    damage(folder)
    before = tree(folder)
    # The only snapshot is from before the change, and opens with the earlier words alone.
    with pytest.raises(BackupDamaged):
        put_back(folder, Passphrase(NEW))
    assert tree(folder) == before


def test_earlier_keys_put_no_snapshot_in_the_place_of_a_journal_under_new_ones(
    under_new_keys, folder, words
):
    damage(folder)
    before = tree(folder)
    with pytest.raises(RetiredPassphrase):
        put_back(folder, SECRET)
    with pytest.raises(WrongRecoveryWords, match="earlier recovery words"):
        put_back(folder, RecoveryWords(words))
    assert tree(folder) == before


def test_an_earlier_snapshot_becomes_a_journal_of_its_own_by_what_opened_it(
    under_new_keys, keeper, folder, tmp_path
):
    (snapshot,) = a_restorer().snapshots(folder)
    source = (folder, snapshot.name)
    with pytest.raises(BackupDamaged, match="earlier words"):
        a_restorer().restore_snapshot(source, Passphrase(NEW), tmp_path / "new", unwatched)
    a_restorer().restore_snapshot(source, SECRET, tmp_path / "old", unwatched)
    keeper.open(tmp_path / "old", PASSPHRASE).close()


def test_a_snapshot_is_put_back_while_new_keys_are_only_made_ready(keeper, folder, monkeypatch):
    vault = keeper.open(folder, PASSPHRASE)
    written(vault)
    a_snapshot(vault)
    vault.close()
    (folder / "keys-next.json").write_bytes(b"{")
    damage(folder)
    assert put_back(folder, SECRET).contents.reflections == 6
    keeper.open(folder, PASSPHRASE).close()


def test_no_snapshot_is_put_back_under_a_journal_that_this_process_has_open(folder):
    open_journals = OpenJournals()

    class Open:
        is_closed = False

    open_journals.add(folder, Open())
    with pytest.raises(JournalInUse):
        a_restorer(open_journals=open_journals).put_back_snapshot(folder, SECRET, NOON, unwatched)
