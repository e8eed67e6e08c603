"""Breaks chosen pages of a closed journal: those that hold rows of one table."""

from app.vault.decryptor import Pages
from app.vault.gathering import _owners
from app.vault.tree_rows import TreeRows
from app.vault.unlocking import unlock
from tests.unit.vault.samples import PASSPHRASE

PAGE = 4096


def owners(folder):
    """Give the pages of every table and index, by name."""
    unlocked = unlock(folder, PASSPHRASE, floor_checked=False)
    with (folder / "journal.db").open("rb") as file:
        pages = Pages(file, unlocked.data_key, unlocked.header.salt)
        found = {}
        for number, name in _owners(pages, TreeRows(pages.page)).items():
            found.setdefault(name, []).append(number)
        return found


def break_pages(folder, *numbers):
    """Change one byte of each page."""
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE + 200] ^= 0xFF
    path.write_bytes(data)


def break_table(folder, name):
    """Break every page of a table or index."""
    break_pages(folder, *owners(folder)[name])
