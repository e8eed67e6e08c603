"""The command for actions, over real services."""

from datetime import date

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from app.domain.answer import Action, Actions, Answer
from app.services.journal import About
from tests.unit.cli.test_keeping_commands import CommandLine
from tests.workshops import a_desk


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def uid(line):
    """The id of a reflection with three actions."""
    desk = a_desk(line.journal, line.workshop)
    form = desk.journal.form("five_minute_capture")
    actions = (
        Action("Some day"),
        Action("Ring the school", "me", date(2026, 10, 20), "they answer"),
        Action("Ask \x1b[2J\nagain", "me", date(2026, 10, 30)),
    )
    written = desk.journal.write(form, {"now_what": Answer(Actions(actions))}, About("Cold"))
    desk.close()
    return written.id


def test_they_are_listed_under_their_headings_with_numbers(line, uid):
    assert line.type("actions")[1].splitlines() == [
        "Late:",
        "   1  Ring the school · me · 2 days late · from Cold",
        "Later:",
        "   2  Ask [2J again · me · 30 October · from Cold",
        "No day:",
        "   3  Some day · from Cold",
    ]
    assert line.type("actions", "--state", "done") == (DONE, "No actions.\n", "")
    assert line.json("actions")[0] == {
        "place": f"{uid}/now_what/1",
        "what": "Ring the school",
        "who": "me",
        "by_when": "2026-10-20",
        "how_known": "they answer",
        "done_on": None,
        "came_of_it": "",
        "dropped_on": None,
        "dropped_because": "",
        "carried": 0,
        "on_record": False,
        "checks": [],
        "id": uid,
        "title": "Cold",
        "form_title": "Five-minute capture",
    }


def test_one_is_done_and_opened_again(line, uid):
    told = line.type("actions", "--done", "1", "--came-of-it", "They will meet us.")
    assert told == (DONE, "Ring the school · me · done 22 October · from Cold\n", "")
    (done,) = line.json("actions", "--state", "done")
    assert (done["came_of_it"], done["done_on"]) == ("They will meet us.", "2026-10-22")
    assert line.type("actions", "--state", "done", "--reopen", "1")[0] == DONE
    assert len(line.json("actions")) == 3


def test_one_is_dropped_by_its_place(line, uid):
    place = f"{uid}/now_what/2"
    assert line.json("actions", "--drop", place, "--because", "No need.")["place"] == place
    (dropped,) = line.json("actions", "--state", "dropped")
    assert (dropped["dropped_because"], dropped["what"]) == ("No need.", "Ask \x1b[2J\nagain")


def test_one_is_carried_forward_to_a_day_or_to_none(line, uid):
    assert line.type("actions", "--carry-forward", "1", "--to", "2026-11-03")[1] == (
        "Ring the school · me · 3 November · carried forward once · from Cold\n"
    )
    (carried,) = line.json("actions", "--state", "carried")
    assert (carried["by_when"], carried["carried"]) == ("2026-11-03", 1)
    assert line.json("actions", "--carry-forward", "2")["by_when"] is None


def test_one_of_its_own_is_added(line, uid):
    added = line.json("actions", "--add", " Book the room ", "--who", "me", "--by", "2026-10-23")
    assert (added["what"], added["by_when"], added["title"]) == (
        "Book the room",
        "2026-10-23",
        "To do",
    )


@pytest.mark.parametrize("name", ["0", "4", "-1", "²", "9" * 5000, "nowhere/now_what/0", ""])
def test_a_name_that_names_nothing_changes_nothing(line, uid, name):
    code, told, trouble = line.type("actions", f"--done={name}")
    assert (code, told) == (FAILED, "")
    assert "There is no such action in this list" in trouble
    assert len(line.json("actions")) == 3


@pytest.mark.parametrize(
    "typed",
    [
        ("--because", "x"),
        ("--done", "1", "--because", "x"),
        ("--drop", "1", "--to", "2026-11-03"),
        ("--who", "me"),
        ("--add", "  "),
    ],
)
def test_what_does_not_go_together_is_told_before_anything_is_opened(line, typed):
    code, told, trouble = line.type("actions", *typed)
    assert (code, told) == (NOT_UNDERSTOOD, "")
    assert trouble


@pytest.mark.parametrize(
    "typed",
    [
        ("--done", "1", "--drop", "1"),
        ("--carry-forward", "1", "--to", "soon"),
        ("--state", "late"),
    ],
)
def test_what_the_command_line_itself_refuses(line, typed):
    with pytest.raises(SystemExit) as ended:
        line.type("actions", *typed)
    assert ended.value.code == NOT_UNDERSTOOD


def test_on_hold_it_says_so_and_changes_nothing(line, uid):
    assert line.type("hold", uid, "--why", "asked for")[0] == DONE
    code, _, trouble = line.type("actions", "--done", "1")
    assert code == FAILED
    assert "hold" in trouble
    assert line.json("actions", "--state", "done") == []
