"""What is copied out of the journal, on a screen: no other platform of Qt has a clipboard."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).with_name("copying_on_a_screen.py")


def test_what_is_copied_is_looked_at_before_other_programs_have_it(tmp_path):
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        pytest.skip("xvfb-run is not installed, and only a screen has a clipboard")
    command = [xvfb, "-a", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, f"--basetemp={tmp_path / 'inner'}", str(TESTS)],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:]
    assert "7 passed" in done.stdout
