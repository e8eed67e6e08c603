"""One journal under two names: it is known for the same before its file is opened again."""

import os
import shutil

import pytest

from app.domain.errors import JournalError, JournalInUse
from app.domain.secret import Passphrase
from app.vault.open_journals import OpenJournals
from app.vault.salvage import Salvage
from tests.unit.vault.backups import unwatched
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.other_process import opened_elsewhere
from tests.unit.vault.samples import PASSPHRASE


@pytest.fixture(params=["link", "second name"])
def other_name(request, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for name in ("keys.json", "keys-copy.json"):
        shutil.copy(folder / name, other / name)
    if request.param == "link":
        (other / "journal.db").symlink_to(folder / "journal.db")
    else:
        os.link(folder / "journal.db", other / "journal.db")
    return other


def test_a_journal_opened_by_another_name_keeps_its_lock(folder, other_name):
    keeper, changes = keeper_and_changes()
    vault = keeper.open(folder, PASSPHRASE)
    with pytest.raises(JournalInUse):
        keeper.open(other_name, PASSPHRASE)
    with pytest.raises(JournalError, match="Close the journal first"):
        changes.replace_data_key(other_name, Passphrase(PASSPHRASE), "nine grey herons")
    assert opened_elsewhere(folder) == "JournalInUse"
    vault.close()
    keeper.open(other_name, PASSPHRASE).close()


def test_a_journal_open_by_another_name_is_not_salvaged(folder, other_name, tmp_path):
    open_journals = OpenJournals()

    class Open:
        is_closed = False

    open_journals.add(folder, Open())
    salvage = Salvage(open_journals, floor_checked=False)
    with pytest.raises(JournalInUse):
        salvage.damage(other_name, Passphrase(PASSPHRASE), unwatched)


def test_a_folder_whose_file_was_replaced_is_still_open(folder):
    keeper = keeper_and_changes()[0]
    vault = keeper.open(folder, PASSPHRASE)
    path = folder / "journal.db"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    with pytest.raises(JournalInUse):
        keeper.open(folder, PASSPHRASE)
    vault.close()
