"""The process that reads forms: bounded in time, memory and reach, and believed in nothing."""

import sys
import time
from pathlib import Path

import pytest

from app.domain.errors import WordFormRefused
from app.word_forms import process
from app.word_forms.process import FormProcess
from tests.word_documents import table
from tests.word_forms import lines, rows, text_of

FORM = table(["Supervisor:", ""], ["Actions agreed", ""])
BEGIN = "from app.word_forms import child; child._limit(); "


def instead(monkeypatch, code):
    """Have the program start this as its reader of forms."""
    monkeypatch.setattr(process, "own_command", lambda: [sys.executable, "-c", code])


def test_a_form_is_read_and_filled_there(form):
    data = form(FORM)
    fields = FormProcess().fields(data)
    assert [field.label for field in fields] == ["Supervisor", "Actions agreed"]
    given = {
        fields[0].key: lines("“J.” O'Neil 😀 \ud800"),
        fields[1].key: rows({"what": "Ring", "who": "Me"}, {"what": "Write", "who": "You"}),
    }
    text = text_of(FormProcess().fill(data, given).data)
    assert "“J.” O'Neil 😀 \N{REPLACEMENT CHARACTER}" in text
    assert "• Ring · Me\n• Write · You" in text


def test_what_it_refuses_comes_back_as_the_same_sentence(form):
    with pytest.raises(WordFormRefused, match=r"^This file is empty\.$"):
        FormProcess().fields(b"")


@pytest.mark.slow
def test_one_that_takes_too_long_is_ended(monkeypatch):
    instead(monkeypatch, "import time; time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(WordFormRefused, match="took too long"):
        FormProcess(seconds=0.5).fields(b"x")
    assert time.monotonic() - begun < 10


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to such limits")
def test_one_that_needs_too_much_memory_ends(monkeypatch):
    told = """print('{"fields": []}')"""
    instead(monkeypatch, told)
    assert FormProcess().fields(b"x") == ()
    instead(monkeypatch, f"{BEGIN} bytearray(3 * 1024**3); {told}")
    with pytest.raises(WordFormRefused, match="too much memory"):
        FormProcess().fields(b"x")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_it_can_write_no_file(monkeypatch, tmp_path):
    target = tmp_path / "out"
    instead(monkeypatch, BEGIN + f"open({str(target)!r}, 'wb').write(b'x')")
    with pytest.raises(WordFormRefused):
        FormProcess().fields(b"x")
    assert not target.exists() or target.stat().st_size == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no json",
        "[1, 2]",
        '{"fields": 5}',
        '{"fields": [["a"]]}',
        '{"fields": [["a", "no kind", "b", [], []]]}',
        "[" * 100_000,
    ],
)
def test_an_answer_of_another_shape_is_not_believed(monkeypatch, answer):
    instead(monkeypatch, f"print({answer!r})")
    with pytest.raises(WordFormRefused, match="could not be read"):
        FormProcess().fields(b"x")


@pytest.mark.slow
def test_an_endless_answer_is_cut_off(monkeypatch):
    monkeypatch.setattr(process, "_LARGEST_ANSWER", 1_000_000)
    instead(monkeypatch, "while True: print('x' * 10_000)")
    with pytest.raises(WordFormRefused, match="could not be read"):
        FormProcess().fields(b"x")


@pytest.mark.slow
def test_nothing_that_lies_in_the_present_folder_is_run(form, monkeypatch, tmp_path):
    for name in ("json.py", "lxml.py", "app.py"):
        (tmp_path / name).write_text("raise SystemExit('taken for a part of the program')")
    data = form(FORM)
    monkeypatch.chdir(tmp_path)
    assert FormProcess().fields(data)


def test_it_is_given_nothing_of_the_persons_surroundings(monkeypatch):
    monkeypatch.setenv("AFTERWORD_SECRET", "x")
    given = process._surroundings()
    assert "AFTERWORD_SECRET" not in given
    assert "HOME" not in given
    assert Path(given["PYTHONPATH"], "app", "word_forms").is_dir()
