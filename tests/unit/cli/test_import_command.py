"""Bringing in by the command line: a dry run, the doing, the undo, and every wrong turn."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from app.domain.calendar_words import clock_time, local_day, plain_date
from app.domain.errors import NotBroughtIn
from app.domain.finding import Search
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, LeftOut, SourceKind
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_workshop


class ReaderOfLines:
    """One entry for each line of a text; enough to be brought in."""

    asked = ()

    def read(self, path, kind, progress):
        self.asked = (path, kind)
        progress(1)
        if not path.exists():
            raise NotBroughtIn(path.name, "There is no such file or folder.")
        entries = tuple(
            IncomingEntry(f"line {n}", (IncomingPart(line),), day=date(2019, 3, n))
            for n, line in enumerate(path.read_text().splitlines(), start=1)
        )
        left_out = [LeftOut(f"picture{n}.png", "A picture is not words.") for n in range(5)]
        return Incoming(kind or SourceKind.TEXT, path.name, entries, tuple(left_out))


class Line:
    def __init__(self, folder, capsys):
        self.capsys, self.reader = capsys, ReaderOfLines()
        self.workshop = replace(a_workshop(), reader=self.reader)
        self.journal, self.secret = folder / "My journal", folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE + "\n")
        a_desk(self.journal, self.workshop).close()

    def type(self, *words):
        typed = ["import", str(self.journal), "--passphrase-file", str(self.secret)]
        code = run([*typed, *map(str, words)], self.workshop, Doors(lambda _: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def titles(self):
        desk = self.workshop.desk(self.workshop.unlocking.open(self.journal, PASSPHRASE))
        found = desk.find(Search()).outlines
        desk.close()
        return ["".join(piece.text for piece in each.extract) for each in found]


@pytest.fixture
def line(tmp_path, capsys):
    return Line(tmp_path, capsys)


@pytest.fixture
def notes(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("The door was ajar.\nA kettle.\nRain all day.\n")
    return path


def test_a_dry_run_tells_everything_and_brings_nothing_in(line, notes):
    code, out, err = line.type(notes, "--dry-run")
    assert (code, err) == (DONE, "")
    assert out.splitlines() == [
        "notes.txt (plain text)",
        "3 entries with 9 words, from 1 March 2019 to 3 March 2019.",
        "Each becomes a finished reflection, private until you share something of it.",
        "Left out:",
        "  picture0.png; picture1.png; picture2.png and 2 more: A picture is not words.",
        "Nothing was brought in.",
    ]
    assert line.titles() == []


def test_what_is_brought_in_is_there_and_goes_again_in_one_step(line, notes):
    code, out, _ = line.type(notes)
    assert code == DONE
    assert out.splitlines()[-1].startswith("3 reflections brought in. “afterword import JOURNAL --")
    assert line.titles() == ["Rain all day.", "A kettle.", "The door was ajar."]
    code, out, _ = line.type("--undo", "--yes")
    assert (code, out) == (DONE, "3 reflections taken out again.\n")
    assert line.titles() == []
    code, out, err = line.type("--undo", "--yes")
    assert (code, out) == (FAILED, "")
    assert err.startswith("There is nothing to undo")


def test_an_undo_names_what_it_would_take_out_and_changes_nothing_yet(line, notes):
    line.type(notes)
    code, out, err = line.type("--undo")
    assert (code, out) == (NOT_UNDERSTOOD, "")
    day = plain_date(local_day(FixedClock.moment))
    time = clock_time(FixedClock.moment.astimezone())
    assert err == (
        f"On {day} at {time} you brought in 3 reflections from “notes.txt”. Undone, what you have "
        "not worked with since goes for good. Nothing was changed yet: add --yes to do it.\n"
    )
    assert len(line.titles()) == 3


def test_what_is_here_already_is_told_and_not_doubled(line, notes):
    line.type(notes)
    code, out, _ = line.type(notes)
    assert code == DONE
    assert "All of it is in this journal already, so nothing comes in." in out
    assert out.splitlines()[-1] == "Nothing was brought in."
    notes.write_text(notes.read_text() + "One more.\n")
    _, out, _ = line.type(notes)
    assert "3 of them are in this journal already; 1 comes in." in out
    assert len(line.titles()) == 4


def test_as_json_everything_has_its_name(line, notes):
    _, out, _ = line.type(notes, "--json", "--as", "markdown")
    told = json.loads(out)
    assert line.reader.asked == (notes, SourceKind.MARKDOWN)
    ids = told.pop("brought_in")
    assert len(ids) == 3
    assert len(told.pop("left_out")) == 5
    assert told == {
        "kind": "markdown",
        "name": "notes.txt",
        "entries": 3,
        "words": 9,
        "first_day": "2019-03-01",
        "last_day": "2019-03-03",
        "without_day": 0,
        "by_day_of_writing": 0,
        "already_here": 0,
        "in_bin": 0,
        "forms": [],
        "read_as": [],
    }
    _, out, _ = line.type("--undo", "--yes", "--json")
    assert json.loads(out) == {"name": "notes.txt", "taken_out": 3, "stayed": 0}


def test_what_cannot_be_read_is_told_in_one_sentence_before_the_journal_is_opened(line, tmp_path):
    line.secret.unlink()
    code, out, err = line.type(tmp_path / "nowhere")
    assert (code, out) == (FAILED, "")
    assert err == "nowhere: There is no such file or folder. Nothing was brought in.\n"


def test_an_undo_takes_no_path(line):
    code, out, err = line.type("notes.txt", "--undo")
    assert (code, out) == (NOT_UNDERSTOOD, "")
    assert err == "Say which: afterword import JOURNAL PATH, or JOURNAL --undo.\n"


@pytest.mark.parametrize("words", [(), ("--dry-run",), ("--undo", "--dry-run")])
def test_one_or_the_other_must_be_said(line, words):
    with pytest.raises(SystemExit) as ended:
        line.type(*words)
    assert ended.value.code == NOT_UNDERSTOOD


def test_a_kind_that_is_none_is_not_understood(line, notes):
    with pytest.raises(SystemExit) as ended:
        line.type(notes, "--as", "diary")
    assert ended.value.code == NOT_UNDERSTOOD
    assert "diary" not in line.capsys.readouterr().err


def test_no_control_character_of_a_name_reaches_the_terminal(line, notes, monkeypatch):
    hostile = "\x1b]0;gone\x07 notes\nsecond"

    def read(_path, _kind, _progress):
        entries = (IncomingEntry("x", (IncomingPart("Words."),)),)
        return Incoming(SourceKind.TEXT, hostile, entries, (LeftOut(hostile, "It is\x1b[2J so."),))

    monkeypatch.setattr(line.reader, "read", read)
    _, out, _ = line.type(Path(notes))
    assert "\x1b" not in out
    assert out.splitlines()[0] == "]0;gone notes second (plain text)"
