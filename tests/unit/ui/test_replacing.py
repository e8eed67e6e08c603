"""What crosses over when a lock replaces the process."""

import sys
from pathlib import Path

import pytest

from app.ui.replacing import WORDS_UNSEEN, FirstPage, NextStart, own_command


@pytest.mark.parametrize(
    "start",
    [
        NextStart(),
        NextStart(folder=Path("/a folder/with späces")),
        NextStart(FirstPage.WELCOME, Path("/j"), "TypeError"),
        NextStart(note=WORDS_UNSEEN),
    ],
)
def test_a_start_reads_as_it_was_written(start):
    assert NextStart.from_arguments(start.arguments()[1:]) == start


@pytest.mark.parametrize("arguments", [[], ["elsewhere", "", ""], ["unlock"], ["unlock"] * 4])
def test_anything_else_is_the_usual_start(arguments):
    assert NextStart.from_arguments(arguments) == NextStart()


def test_a_note_is_a_name_from_the_code_or_nothing():
    assert NextStart.from_arguments(["unlock", "her words, printed", ""]).note == ""


@pytest.mark.parametrize(
    ("started_as", "arguments", "kept"),
    [
        (["python3", "-m", "app", "window", "/j"], ["app", "window", "/j"], ["-m", "app"]),
        (["python", "-I", "/bin/afterword"], ["/bin/afterword"], ["-I", "/bin/afterword"]),
        (["afterword.exe", "window"], ["afterword.exe", "window"], []),
    ],
)
def test_the_program_starts_again_as_it_was_started(monkeypatch, started_as, arguments, kept):
    monkeypatch.setattr(sys, "orig_argv", started_as)
    monkeypatch.setattr(sys, "argv", arguments)
    assert own_command() == [sys.executable, *kept]
