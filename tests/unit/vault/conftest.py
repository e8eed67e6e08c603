"""A fresh journal for each test: real SQLCipher, real files, cheap keys."""

import os
import shutil

import pytest

from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, cheap_keeper


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """A journal to copy: making each anew would mostly test the disk."""
    folder = tmp_path_factory.mktemp("pattern") / "journal"
    vault, words = cheap_keeper().create(folder, PASSPHRASE)
    vault.close()
    return folder, " ".join(words)


def copied(folder, target):
    """Copy a journal; the reserve is only ever replaced, so a link to it does."""

    def copy(source, goal):
        (os.link if source.endswith("reserve.bin") else shutil.copy)(source, goal)

    return shutil.copytree(folder, target, copy_function=copy)


@pytest.fixture
def keeper_with_changes():
    """They share which journals are open."""
    return keeper_and_changes()


@pytest.fixture
def keeper(keeper_with_changes):
    return keeper_with_changes[0]


@pytest.fixture
def changes(keeper_with_changes):
    return keeper_with_changes[1]


@pytest.fixture
def made(pattern, tmp_path):
    """A closed journal and its recovery words."""
    folder, words = pattern
    return copied(folder, tmp_path / "My journal"), words


@pytest.fixture(scope="module")
def shared_vault(pattern, tmp_path_factory):
    """One open journal for tests that only read what their module put into it."""
    folder = copied(pattern[0], tmp_path_factory.mktemp("shared") / "journal")
    opened = cheap_keeper().open(folder, PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def folder(made):
    return made[0]


@pytest.fixture
def words(made):
    return made[1]


@pytest.fixture
def vault(keeper, folder):
    opened = keeper.open(folder, PASSPHRASE)
    yield opened
    opened.close()
