"""The start: the unlock page is painted first, and the rest is loaded while the person types."""

import json
import subprocess
import sys

import pytest

from tests.workshops import a_desk

LATE = (
    "app.cli.run",
    "app.domain.reflection",
    "app.rendering.html",
    "app.services.workshop",
    "app.ui.dialogs",
    "app.ui.editor.page",
    "app.ui.errands",
    "app.ui.open_view",
    "app.ui.pages.home",
    "app.ui.pages.welcome",
    "app.vault.keeper",
    "concurrent.futures",
    "cryptography",
    "hashlib",
    "jinja2",
    "markdown",
    "mnemonic",
    "msgspec",
    "pypdfium2",
    "sqlcipher3",
    "tomli_w",
    "typst",
    "zxcvbn",
    "PySide6.QtPrintSupport",
)


@pytest.fixture
def journal(tmp_path):
    a_desk(tmp_path / "My journal").close()
    return tmp_path / "My journal"


def told_by(child, journal):
    command = [sys.executable, "-m", "tests.journeys.at_the_start", child, str(journal)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def test_what_the_first_paint_does_not_need_is_not_loaded_before_it(journal):
    loaded = set(told_by("paint", journal))
    assert "app.ui.pages.unlock" in loaded
    assert loaded.isdisjoint(LATE), sorted(loaded.intersection(LATE))


def test_it_is_loaded_once_the_window_is_painted(journal):
    assert told_by("wait", journal) == [False, True]


def test_a_passphrase_given_before_that_opens_the_journal(journal):
    assert told_by("hurry", journal) == [False, "home"]
