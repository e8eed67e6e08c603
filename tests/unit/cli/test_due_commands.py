"""The commands for what is due and for looking again, over real services."""

from datetime import date

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from app.domain.answer import Action, Actions, Answer, Prose
from app.services.journal import About
from tests.unit.cli.test_keeping_commands import CommandLine
from tests.workshops import a_desk

ID = "0" * 32


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def uid(line):
    """The id of a reflection with three actions, one of them due."""
    desk = a_desk(line.journal, line.workshop)
    form = desk.journal.form("five_minute_capture")
    actions = (
        Action("Ring the school", "me", date(2026, 10, 20), "", None),
        Action("Ask again", "me", date(2026, 10, 30), "", None),
        Action("Some day", "me", None, "", None),
    )
    answers = {
        "what_happened": Answer(Prose("The kettle was cold.")),
        "now_what": Answer(Actions(actions)),
    }
    written = desk.journal.write(form, answers, About("Cold"))
    desk.close()
    return written.id


def test_what_is_due_is_listed_by_kind(line, uid):
    assert line.type("look-again", uid, "--on", "2026-10-21") == (DONE, "", "")
    assert line.type("review", uid, "2026-10-22") == (DONE, "", "")
    assert line.type("due")[1].splitlines() == [
        f"{uid}  2026-10-20  to do: Ring the school",
        f"{uid}  2026-10-21  look again: Cold",
        f"{uid}  2026-10-22  review date: Cold",
    ]
    found = line.json("due")
    assert [each["what"] for each in found["actions"]] == ["Ring the school"]
    assert found["follow_ups"][0]["due_on"] == "2026-10-21"
    assert found["reviews"][0]["review_on"] == "2026-10-22"
    ahead = line.json("due", "--until", "2026-10-30")
    assert [each["what"] for each in ahead["actions"]] == ["Ring the school", "Ask again"]


def test_where_nothing_is_due_it_is_said(line):
    a_desk(line.journal, line.workshop).close()
    assert line.type("due") == (DONE, "Nothing is due.\n", "")
    assert line.json("due") == {"actions": [], "follow_ups": [], "reviews": []}


def test_many_actions_are_all_listed(line):
    desk = a_desk(line.journal, line.workshop)
    form = desk.journal.form("five_minute_capture")
    for number in range(13):
        actions = tuple(Action(f"{number}-{each}", "", date(2026, 1, 1)) for each in range(10))
        desk.journal.write(form, {"now_what": Answer(Actions(actions))}, About())
    desk.close()
    assert len(line.json("due")["actions"]) == 130


def test_the_day_to_look_again_is_set_changed_and_removed(line, uid):
    assert line.type("look-again", uid, "--in", "3") == (DONE, "", "")
    assert line.type("look-again", uid)[1] == "2027-01-22  to come\n"
    line.type("look-again", uid, "--on", "2026-12-01")
    assert [each["due_on"] for each in line.json("look-again", uid)] == ["2026-12-01"]
    assert line.type("look-again", uid, "--let-go") == (DONE, "", "")
    assert line.type("look-again", uid)[1] == "2026-12-01  closed\n"
    line.type("look-again", uid, "--in", "1")
    assert line.type("look-again", uid, "--none") == (DONE, "", "")
    assert line.type("look-again", uid)[1] == "2026-12-01  closed\n"


def test_a_look_is_written_from_a_file_of_answers(line, uid, tmp_path):
    line.type("look-again", uid, "--on", "2026-10-21")
    answers = tmp_path / "answers.toml"
    answers.write_text('what_difference = "The kettle is warm."\n', encoding="utf-8")
    code, told, trouble = line.type("look-again", uid, "--answers", answers)
    assert (code, trouble) == (DONE, "")
    answered = told.strip()
    assert line.type("look-again", uid)[1] == f"2026-10-21  looked again in {answered}\n"
    assert "look again" not in line.type("due")[1]
    written = line.json("show", answered)
    assert (written["title"], written["status"]) == ("Looking again: Cold", "complete")
    assert "The kettle is warm." in line.type("show", answered)[1]


def test_a_file_of_other_answers_is_refused_and_changes_nothing(line, uid, tmp_path):
    line.type("look-again", uid, "--on", "2026-10-21")
    answers = tmp_path / "answers.toml"
    answers.write_text('what_happened = "Of another form."\n', encoding="utf-8")
    code, told, trouble = line.type("look-again", uid, "--answers", answers)
    assert (code, told) == (FAILED, "")
    assert "what_happened" in trouble
    assert line.type("look-again", uid)[1] == "2026-10-21  to come\n"


@pytest.mark.parametrize(
    "typed",
    [
        ("look-again",),
        ("look-again", ID, "--on", "2026-13-01"),
        ("look-again", ID, "--in", "0"),
        ("look-again", ID, "--in", "121"),
        ("look-again", ID, "--in", "9" * 5000),
        ("look-again", ID, "--in", "1", "--none"),
        ("due", "--until", "tomorrow"),
    ],
)
def test_what_is_not_understood_is_told_and_does_nothing(line, typed, capsys):
    a_desk(line.journal, line.workshop).close()
    with pytest.raises(SystemExit) as left:
        line.type(*typed)
    assert left.value.code == NOT_UNDERSTOOD
    assert capsys.readouterr().err


@pytest.mark.parametrize("more", [(), ("--in", "1"), ("--let-go",)])
def test_a_reflection_that_is_not_there_is_told(line, more):
    a_desk(line.journal, line.workshop).close()
    code, told, trouble = line.type("look-again", ID, *more)
    assert (code, told) == (FAILED, "")
    assert "does not hold" in trouble
