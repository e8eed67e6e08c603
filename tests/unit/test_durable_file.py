import errno
import os
import subprocess
import sys

import pytest

from app import durable_file
from app.durable_file import sweep_leftovers, write_durably
from tests.faults.plain_user import plain_users_folder


def test_a_file_is_written_and_replaced_whole(tmp_path):
    target = tmp_path / "letter.txt"
    write_durably(target, b"one")
    write_durably(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_looked_into_refuses_before_anything_is_written():
    with plain_users_folder() as folder:
        blind = folder / "blind"
        blind.mkdir()
        blind.chmod(0o300)
        with pytest.raises(PermissionError):
            write_durably(blind / "letter.txt", b"words")
        blind.chmod(0o700)
        assert list(blind.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no call for a folder's names")
def test_once_the_file_is_in_place_nothing_says_that_it_is_not(tmp_path, monkeypatch):
    real = os.fsync

    def refusing_folders(handle):
        if os.path.samestat(os.fstat(handle), tmp_path.stat()):
            raise OSError(errno.EIO, "no")
        real(handle)

    monkeypatch.setattr(durable_file.os, "fsync", refusing_folders)
    write_durably(tmp_path / "letter.txt", b"words")
    assert (tmp_path / "letter.txt").read_bytes() == b"words"


def test_only_what_a_killed_write_left_is_swept(tmp_path):
    leftovers = {".keys.json.0123abcd.new", ".reserve.bin.deadbeef.new"}
    others = {".keys.json.new", "keys.json", ".letter.txt.0123abcd.new", ".keysxjson.0123abcd.new"}
    for name in leftovers | others:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".keys.json.01234567.new").mkdir()
    sweep_leftovers(tmp_path, ("keys.json", "reserve.bin"))
    assert {path.name for path in tmp_path.iterdir()} == others | {".keys.json.01234567.new"}


KILLED = """
import os, sys
from pathlib import Path
from app import durable_file
durable_file._replace = lambda *_: os._exit(9)
durable_file.write_durably(Path(sys.argv[1]), b"words")
"""


def test_the_leftovers_of_a_write_that_was_killed_are_known_by_their_names(tmp_path):
    name = "long name " * 6
    run = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / name)], check=False)
    assert run.returncode == 9
    assert len(list(tmp_path.iterdir())) == 1
    sweep_leftovers(tmp_path, (name,))
    assert list(tmp_path.iterdir()) == []
