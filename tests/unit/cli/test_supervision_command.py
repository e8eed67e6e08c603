"""The command for supervision, over real services."""

import pytest

from app.cli.commands import DONE, NOT_UNDERSTOOD
from tests.unit.cli.test_keeping_commands import CommandLine
from tests.workshops import PASSPHRASE, a_desk


@pytest.fixture
def line(tmp_path, capsys):
    line = CommandLine(tmp_path, capsys)
    a_desk(line.journal, line.workshop).close()
    return line


def test_where_nothing_is_known_it_is_said(line):
    assert line.type("supervision") == (DONE, "Nothing is known of a next session.\n", "")
    assert line.type("supervision", "--held") == (DONE, "No session was held yet.\n", "")
    assert line.json("supervision") is None
    assert line.json("supervision", "--held") == []


def test_a_topic_and_the_details_are_kept(line):
    line.type("supervision", "--on", "2026-11-03", "--with", "the team manager", "--kind", "group")
    line.type("supervision", "--take", "May I send the letter?", "--help-wanted", "decide")
    code, told, trouble = line.type("supervision", "--take", "The silence")
    assert (code, trouble) == (DONE, "")
    first, *topics = told.splitlines()
    assert first.endswith("  2026-11-03  the team manager  group")
    assert topics == ["    May I send the letter? (Decide with me)", "    The silence"]
    session = line.json("supervision")
    assert (session["day"], session["kind"], session["is_held"]) == ("2026-11-03", "Group", False)
    assert [each["help"] for each in session["topics"]] == ["decide", None]


def test_sessions_that_were_held_are_listed(line):
    line.type("supervision", "--take", "The silence")
    desk = line.workshop.desk(line.workshop.unlocking.open(line.journal, PASSPHRASE))
    desk.sessions.finish(desk.sessions.open_next())
    desk.close()
    (session,) = line.json("supervision", "--held")
    assert session["is_held"]
    assert "The silence" in line.type("supervision", "--held")[1]
    assert "The silence (carried forward once)" in line.type("supervision")[1]


@pytest.mark.parametrize(
    "typed",
    [
        ("--take", "x", "--help-wanted", "advice"),
        ("--on", "soon"),
        ("--kind", "secret"),
        ("--take", "x", "--held"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_changed(line, typed):
    with pytest.raises(SystemExit) as left:
        line.type("supervision", *typed)
    assert left.value.code == NOT_UNDERSTOOD
    line.capsys.readouterr()
    assert line.json("supervision") is None
