"""What tells that the person has left, and what is taken back when they have."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.session_watch import GapWatch
from tests.buses import private_bus

PROJECT = Path(__file__).resolve().parents[2]


def said_by(module, *, before=(), **environment):
    done = subprocess.run(
        [*before, sys.executable, "-m", f"tests.journeys.{module}"],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="the buses are Linux's")
def test_sleep_lock_and_every_screen_saver_are_heard_and_their_end_is_not(monkeypatch):
    with private_bus(monkeypatch):
        heard = said_by("child_bus")
    assert heard == {
        "saver": 1,
        "kde": 1,
        "mate": 1,
        "cinnamon": 1,
        "sleep": 1,
        "lock": 1,
        "over": 0,
        "awake": 0,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the buses are Linux's")
def test_without_a_bus_nothing_happens_and_none_is_started(tmp_path):
    nowhere = f"unix:path={tmp_path / 'no bus'}"
    heard = said_by("child_bus", DBUS_SESSION_BUS_ADDRESS=nowhere, DBUS_SYSTEM_BUS_ADDRESS=nowhere)
    assert set(heard.values()) == {0}


def test_a_gap_in_the_clock_tells_that_the_computer_was_asleep(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    watch = GapWatch(window)
    with qtbot.assertNotEmitted(watch.locked):
        watch.look()
    now = time.time()
    monkeypatch.setattr("app.ui.session_watch.time.time", lambda: now + 3600)
    with qtbot.waitSignal(watch.locked, timeout=0):
        watch.look()


def test_what_is_copied_says_that_it_is_secret_and_is_taken_back():
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        pytest.skip("xvfb-run is not installed, and only a screen has a clipboard")
    seen = said_by("child_clipboard", before=[xvfb, "-a"], QT_QPA_PLATFORM="xcb")
    assert seen["primary"] == "", "selecting is not copying"
    assert seen["text"] == "Words of a journal"
    assert not seen["html"]
    hints = seen["hints"]
    assert len(hints.pop("application/x-afterword-copied")) == 16, "a token, no words"
    assert hints == {
        "x-kde-passwordManagerHint": "secret",
        "application/x-nspasteboard-concealed-type": "1",
        "ExcludeClipboardContentFromMonitorProcessing": "1",
        "CanIncludeInClipboardHistory": "\0\0\0\0",
        "CanUploadToCloudClipboard": "\0\0\0\0",
    }
    assert seen["after"] == ""
