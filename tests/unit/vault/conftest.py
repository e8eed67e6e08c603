"""A fresh journal for each test: real SQLCipher, real files, cheap keys."""

import pytest

from tests.unit.vault.samples import PASSPHRASE, cheap_keeper


@pytest.fixture
def keeper():
    return cheap_keeper()


@pytest.fixture
def made(keeper, tmp_path):
    """A closed journal and its recovery words."""
    folder = tmp_path / "My journal"
    vault, words = keeper.create(folder, PASSPHRASE)
    vault.close()
    return folder, " ".join(words)


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
