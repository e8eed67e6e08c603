"""The commands for versions, the bin, holds and review dates, over real services."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from app.domain.answer import Answer, Prose
from app.services.journal import About, Writing
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_workshop


@dataclass
class CommandLine:
    """Types commands on one journal and keeps what they gave."""

    folder: Path
    capsys: pytest.CaptureFixture
    clock: FixedClock = field(default_factory=FixedClock)

    def __post_init__(self):
        self.workshop = a_workshop(self.clock)
        self.journal = self.folder / "My journal"
        self.secret = self.folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE + "\n")

    def type(self, command, *more):
        arguments = [command, self.journal, *more, "--passphrase-file", self.secret]
        code = run(list(map(str, arguments)), self.workshop, Doors(lambda _: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def json(self, command, *more):
        code, out, err = self.type(command, *more, "--json")
        assert (code, err) == (DONE, "")
        return json.loads(out)


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def uid(line):
    """The id of a reflection of two versions."""
    desk = a_desk(line.journal, line.workshop)
    form = desk.journal.form("five_minute_capture")
    answers = {"what_happened": Answer(Prose("The kettle was cold."))}
    written = desk.journal.write(form, answers, About("Cold", line.clock.moment.date()))
    line.clock.moment += timedelta(hours=2)
    changed = written.with_answer("what_happened", Answer(Prose("The kettle was warm.")))
    desk.journal.save(Writing(changed, form))
    desk.close()
    return written.id


def test_history_lists_the_versions(line, uid):
    code, out, err = line.type("history", uid)
    assert (code, err) == (DONE, "")
    lines = out.splitlines()
    assert lines[0].startswith("Version 2 · 22 October 2026 at ")
    assert lines[0].endswith(" · complete · 4 words")
    assert lines[1].startswith("Version 1 · ")
    assert lines[2] == "Begun the same day."
    assert [each["version"] for each in line.json("history", uid)] == [2, 1]


def test_history_shows_one_version_whole(line, uid):
    _, out, _ = line.type("history", uid, "--version", "1")
    assert "The kettle was cold." in out
    table = line.json("history", uid, "--version", "1")
    assert table["answers"]["what_happened"]["value"] == "The kettle was cold."
    code, _, err = line.type("history", uid, "--version", "3")
    assert code == FAILED
    assert "numbered 1 to 2" in err


def test_history_compares_in_words(line, uid):
    _, out, _ = line.type("history", uid, "--compare", "1", "2")
    assert out.splitlines() == ["What happened?", "  removed: cold.", "  added: warm."]
    (part,) = line.json("history", uid, "--compare", "1", "2")
    assert part["fields"][0]["runs"] == [
        {"kept": "The kettle was "},
        {"removed": "cold. "},
        {"added": "warm."},
    ]
    _, out, _ = line.type("history", uid, "--compare", "2", "2")
    assert out == "These two versions say the same.\n"


def test_history_brings_a_version_back(line, uid):
    assert line.type("history", uid, "--bring-back", "1") == (DONE, "", "")
    assert "The kettle was cold." in line.type("show", uid)[1]
    assert len(line.json("history", uid)) == 3
    assert line.type("check")[0] == DONE


def test_history_purges_only_when_told_twice(line, uid):
    code, out, err = line.type("history", uid, "--purge")
    assert (code, out) == (NOT_UNDERSTOOD, "")
    assert "for good" in err
    assert "--yes" in err
    code, out, err = line.type("history", uid, "--purge", "--yes")
    assert (code, out, err) == (DONE, "The words of 1 older version were removed.\n", "")
    assert "removed for good" in line.type("history", uid)[1]
    assert line.type("check")[0] == DONE


def test_the_bin_takes_gives_back_and_is_emptied(line, uid):
    assert line.type("bin", "--put", uid) == (DONE, "", "")
    assert line.type("show", uid)[0] == FAILED
    assert line.type("list") == (DONE, "", "The journal holds no reflections.\n")
    assert line.type("bin")[1] == f"{uid}  Cold  (30 days left)\n"
    assert line.json("bin")[0]["days_left"] == 30
    assert line.type("bin", "--back", uid) == (DONE, "", "")
    assert line.type("show", uid)[0] == DONE
    line.type("bin", "--put", uid)
    code, out, err = line.type("bin", "--empty")
    assert (code, out) == (NOT_UNDERSTOOD, "")
    assert "Snapshots made earlier still hold it" in err
    code, out, err = line.type("bin", "--empty", "--yes")
    assert (code, out, err) == (DONE, "1 reflection removed for good.\n", "")
    assert line.type("bin", "--back", uid)[0] == FAILED
    assert line.type("check")[0] == DONE


def test_a_hold_is_told_and_refuses(line, uid):
    assert line.type("hold", uid, "--why", "records have been requested") == (DONE, "", "")
    assert line.type("hold")[1] == (
        f"{uid}  on hold since 22 October 2026: records have been requested\n"
    )
    assert line.json("hold")[0]["held_because"] == "records have been requested"
    for act in (
        ("bin", "--put", uid),
        ("history", uid, "--bring-back", "1"),
        ("history", uid, "--purge", "--yes"),
    ):
        code, out, err = line.type(*act)
        assert (code, out) == (FAILED, "")
        assert "on hold" in err
    assert line.type("hold", uid, "--release") == (DONE, "", "")
    assert line.type("hold") == (DONE, "", "")
    assert line.type("bin", "--put", uid)[0] == DONE


def test_a_review_date_is_set_listed_and_removed(line, uid):
    assert line.type("review", uid, "2026-10-23") == (DONE, "", "")
    assert line.type("review")[1] == f"{uid}  2026-10-23  Cold\n"
    assert line.type("review", "--due") == (DONE, "", "")
    line.clock.moment += timedelta(days=1)
    assert line.json("review", "--due")[0]["review_on"] == "2026-10-23"
    assert line.type("review", uid, "--none") == (DONE, "", "")
    assert line.type("review") == (DONE, "", "")


@pytest.mark.parametrize(
    "wrong",
    [
        ("review", "id"),
        ("review", "id", "2026-10-23", "--none"),
        ("review", "id", "2026-13-01"),
        ("history", "id", "--version", "0"),
        ("history", "id", "--version", "1", "--compare", "1", "2"),
        ("hold", "id", "--why", "a", "--release"),
    ],
)
def test_what_makes_no_sense_is_not_understood(line, uid, wrong):
    try:
        code, out, err = line.type(*wrong)
    except SystemExit as stopped:
        code, (out, err) = stopped.code, line.capsys.readouterr()
    assert (code, out) == (NOT_UNDERSTOOD, "")
    assert err
