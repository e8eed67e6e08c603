"""Folders for the attacks: in memory where there is room, for forcing files to a disk takes long.

Nothing is proved less there: power cuts are replayed from what was asked of the disk, and a kill
takes nothing from the memory that files are in.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_IN_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 1 << 31


class Folders:
    """Makes folders below one that goes with the session."""

    def __init__(self, root):
        self._root, self._count = root, 0

    def mktemp(self, name):
        self._count += 1
        folder = self._root / f"{name}{self._count}"
        folder.mkdir()
        return folder


@pytest.fixture(scope="session")
def tmp_path_factory():
    is_roomy = _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _ENOUGH_BYTES
    place = _IN_MEMORY if is_roomy else None
    with TemporaryDirectory(prefix="afterword-tests-", dir=place) as folder:
        yield Folders(Path(folder))


@pytest.fixture
def tmp_path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("test")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
