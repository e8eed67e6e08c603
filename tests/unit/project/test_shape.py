"""The shape of the code: what a reader may rely on before reading it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
APP = PROJECT / "app"
CORE = (
    "domain",
    "summary",
    "formspec",
    "privacy",
    "spelling",
    "rendering",
    "services",
    "vault",
    "cli",
)
_LONGEST = 300
_COPIED_ALONE = ("decryptor.py",)  # a program of one file that needs nothing of ours
_LONGEST_ALONE = 400


def modules(*folders):
    for folder in folders:
        for file in sorted((APP / folder).rglob("*.py")):
            parts = file.relative_to(PROJECT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def python_files():
    return sorted(APP.rglob("*.py"))


def test_everything_below_the_glass_loads_without_qt():
    names = ", ".join(["app.bootstrap", "app.__main__", *modules(*CORE)])
    blocked = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None; "
    done = subprocess.run(
        [sys.executable, "-c", blocked + f"import {names}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", python_files(), ids=lambda file: str(file.relative_to(APP)))
def test_a_file_is_read_in_one_sitting(file):
    lines = file.read_text(encoding="utf-8").count("\n")
    longest = _LONGEST_ALONE if file.name in _COPIED_ALONE else _LONGEST
    assert lines <= longest, "split it by meaning, or say in writing why not"


def test_there_are_no_drawers():
    drawers = {"utils", "util", "misc", "common", "helpers", "helper"}
    found = [file for file in APP.rglob("*") if file.stem in drawers]
    assert found == []


def test_no_signal_is_joined_to_a_lambda_or_a_partial():
    # Such a connection keeps a closed page, and its decrypted text, alive for ever.
    pattern = re.compile(r"\.connect\(\s*(lambda|partial)\b")
    guilty = [file for file in python_files() if pattern.search(file.read_text(encoding="utf-8"))]
    assert guilty == []


def test_handles_of_accessible_interfaces_stay_in_one_file():
    # Such a handle outlives its widget and takes the process with it; tests/gui/spoken.py says how.
    call = "queryAccessible" + "Interface("
    sources = [*python_files(), *(PROJECT / "tests").rglob("*.py")]
    guilty = {file.name for file in sources if call in file.read_text(encoding="utf-8")}
    assert guilty == {"spoken.py"}


def test_wide_excepts_stand_only_at_the_two_ways_in():
    guilty = []
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                names = (
                    {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
                    if node.type
                    else {"all"}
                )
                reraises = any(
                    isinstance(each, ast.Raise) and each.exc is None for each in ast.walk(node)
                )
                if names & {"Exception", "all"} or ("BaseException" in names and not reraises):
                    guilty.append(str(file.relative_to(APP)))
    # The lane tells the window of bugs; the command line ends in a sentence, never in a traceback
    # that could hold what a person wrote.
    assert guilty == ["cli/run.py", "ui/lane.py"]


def test_no_registry_and_no_path_of_a_machine_is_named():
    # Written in halves, so that this file does not name them either.
    halves = (("py", "pi.org"), ("python", "hosted"), ("npm", "js.com"), ("npm", "js.org"))
    halves += (("deb", "ian.org"),)
    hosts = "|".join(re.escape("".join(pair)) for pair in halves)
    folders = "|".join(("work", "root", "farm"))
    pattern = re.compile(rf"{hosts}|(?<![\w./-])/(?:{folders})/")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this copy is not a git checkout, so its files cannot be listed")
    guilty = []
    for name in listed.stdout.splitlines():
        file = PROJECT / name
        if file.is_file() and pattern.search(file.read_bytes().decode("utf-8", "ignore")):
            guilty.append(name)
    assert guilty == []


def test_nothing_that_reaches_a_network_is_imported():
    banned = {"socket", "http", "urllib", "ssl", "requests", "ftplib", "smtplib", "asyncio"}
    # A second start speaks to the first window by a local socket; Qt keeps that with its network.
    local = {f"PySide6.QtNetwork.{name}" for name in ("QLocalServer", "QLocalSocket")}
    allowed = {("ui/handing_over.py", name) for name in local}
    guilty = []
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            place = file.relative_to(APP).as_posix()
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names += [f"{node.module}.{alias.name}" for alias in node.names]
            of_qt = {(place, name) for name in names if "QtNetwork" in name}
            if of_qt - allowed or any(name.split(".")[0] in banned for name in names):
                guilty.append(place)
    assert guilty == []
