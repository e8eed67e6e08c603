"""A sample of whole sessions: nothing in memory after a lock, nothing on disk, no connection."""

import os
import shutil
import sys

import pytest

from tests.faults.sessions import leaks_of_a_session, memory_after_lock

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks by /proc and strace")

# What the program may remember on this computer. A new key stands here first, or not at all.
ALLOWED_SETTINGS = {
    "editor/mode",
    "journal/folder",
    "look/scale",
    "look/spacing",
    "look/theme",
    "security/hidden_from_capture",
    "security/lock_after_minutes",
    "window/geometry",
}


@pytest.mark.parametrize("way", ["typing", "dialog"])
def test_after_a_lock_no_word_is_left_in_the_memory_of_any_process(tmp_path, way):
    if os.geteuid() != 0:
        pytest.skip("only root may look into a process that lets nobody look in")
    found = memory_after_lock(tmp_path / "home", way, 20)
    assert found.before > 20, "the scan finds what is there"
    assert found.processes == 1
    assert found.after == 0


def test_a_session_asks_for_no_connection_and_leaves_no_word_on_disk(tmp_path):
    strace = shutil.which("strace")
    if strace is None:
        print("strace is not installed: connections are not watched in this run")
    found = leaks_of_a_session(tmp_path / "home", 20, strace)
    assert found.internet == []
    assert found.files == []
    assert found.exported >= 3
    assert set(found.settings) <= ALLOWED_SETTINGS
