"""A real walk over AT-SPI, on a real screen: a screen reader finds a name for every control."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
SCENES = (
    "03-unlock",
    "04-home",
    "06-journal",
    "07-editor-whole-form",
    "08-editor-one-prompt",
    "09-supervision-summary",
    "14-settings",
    "22-forms",
)
# A line a page is meant to say by itself, and not only by a picture.
SAID = {
    "03-unlock": "My journal",
    "04-home": "Home",
    "06-journal": "The father nobody had met",
    "08-editor-one-prompt": "How safe did the child seem to you at the end of the conference?",
    "22-forms": "Five-minute capture",
}


def _missing():
    for program in ("xvfb-run", "dbus-run-session"):
        if shutil.which(program) is None:
            return f"{program} is not installed, and a screen reader needs a screen and a bus"
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False)
    if tried.returncode:
        return "the system’s Python has no gir1.2-atspi-2.0, by which screen readers listen"
    return ""


@pytest.fixture(scope="module")
def walks(tmp_path_factory):
    """Give what a screen reader learns of each scene."""
    if why := _missing():
        pytest.skip(why)
    found = tmp_path_factory.mktemp("walks") / "walks.json"
    command = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, __file__, str(found)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(PROJECT),
    }
    done = subprocess.run(
        command,
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(found.read_text(encoding="utf-8"))


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name(walks, scene):
    controls = [each for each in walks[scene] if "focusable" in each["states"]]
    assert len(controls) >= 3
    nameless = [each for each in controls if not each["name"].strip() and each["role"] != "list"]
    assert nameless == []


@pytest.mark.parametrize("scene", SAID)
def test_what_the_page_shows_is_said(walks, scene):
    said = [each["name"] for each in walks[scene]]
    assert any(SAID[scene] in name for name in said)


@pytest.mark.parametrize("scene", SCENES)
def test_one_control_has_the_focus_and_is_named(walks, scene):
    # A box around a field tells the field’s focus as its own, and a list’s current entry is told
    # as focused wherever the focus is; only the field or list itself can be reached.
    wanted = {"focusable", "focused"}
    reached = [each for each in walks[scene] if wanted <= set(each["states"])]
    focused = [each["name"] for each in reached if each["role"] != "list item"]
    assert len(focused) == 1
    assert focused[0].strip()


def _walk(target):
    """Arrange one scene after another in a window, and listen to each."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.child_scenes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    walks = {}
    for scene in SCENES:
        child.stdin.write(f"{scene}\n")
        child.stdin.flush()
        assert child.stdout.readline().strip() == f"standing {scene}"
        reader = str(Path(__file__).with_name("child_screen_reader.py"))
        told = subprocess.run(
            [SYSTEM_PYTHON, reader, str(child.pid)],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        walks[scene] = json.loads(told.stdout)
    child.stdin.close()
    assert child.wait(20) == 0
    target.write_text(json.dumps(walks), encoding="utf-8")


if __name__ == "__main__":
    _walk(Path(sys.argv[1]))
