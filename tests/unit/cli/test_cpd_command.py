"""`afterword cpd`: how the registration year stands, and what becomes a piece."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from app.domain.registration import Registration
from app.domain.registration_year import YearStart
from tests.cpd_scenes import SWE, TODAY, a_piece, write
from tests.unit.cli.test_keeping_commands import CommandLine
from tests.workshops import PASSPHRASE, FixedClock, a_desk

ID = "0" * 32


@pytest.fixture
def line(tmp_path, capsys):
    line = CommandLine(tmp_path, capsys, FixedClock(TODAY))
    a_desk(line.journal, line.workshop).close()
    return line


def with_desk(line, act):
    """Do something in the journal between two commands."""
    desk = line.workshop.desk(line.workshop.unlocking.open(line.journal, PASSPHRASE))
    try:
        return act(desk)
    finally:
        desk.close()


@pytest.fixture
def two(line):
    """The ids of two pieces that are all the rules ask for."""

    def act(desk):
        desk.cpd.registrations.keep((Registration(SWE),))
        first = a_piece(desk, "Reading", learning="What research says.")
        return first, a_piece(desk, "Talk", day=date(2026, 6, 1), peer="Look twice.")

    return with_desk(line, act)


def test_a_year_is_told_in_lines(line, two):
    code, told, trouble = line.type("cpd")
    assert (code, trouble) == (DONE, "")
    assert told.splitlines() == [
        "Social Work England, 2025–26: 1 December 2025 to 30 November 2026 · 8 days left",
        "    2 pieces ready (2 different ones are asked for)",
        "    1 with a peer (at least 1 is asked for)",
        "    Impact said in 2 of 2 (at least 1 is asked for)",
        "    1 of 8 parts touched (over the year, not in each piece)",
        "This year has what the rules ask for.",
        f"{two[0]}  2026-05-04  Reading",
        "    ready",
        f"{two[1]}  2026-06-01  Talk",
        "    ready",
        "Rules as published, looked at on 22 November 2026. "
        "They may have changed since. Nothing is sent from here.",
    ]


def test_a_year_is_told_as_json(line, two):
    told = line.json("cpd")
    assert (told["regulator"], told["year"], told["is_ready"]) == ("swe", "2025–26", True)
    assert (told["first_day"], told["last_day"]) == ("2025-12-01", "2026-11-30")
    assert told["days_left"] == 8
    assert told["asked_for"].pop("source").startswith("Social Work England: ")
    assert told["asked_for"] == {
        "pieces": 2,
        "different": True,
        "with_peer": 1,
        "with_impact": 1,
        "hours": None,
        "checked_on": "2026-11-22",
    }
    counts = [told[key] for key in ("ready", "different", "with_peer", "with_impact", "hours")]
    assert (counts, told["missing"], told["near"]) == ([2, 2, 1, 2, 0.0], [], [])
    assert told["coverage"] == {f"4.{part}": int(part == 3) for part in range(1, 9)}
    first, second = told["pieces"]
    assert (first["id"], first["title"], first["day"]) == (two[0], "Reading", "2026-05-04")
    assert first["fields"] == {
        "title": "Reading",
        "kind": "Reading",
        "date": "4 May 2026",
        "activity": "Reading: read.",
        "learning": "What research says.",
        "impact": "I ring first.",
        "peer": "",
    }
    assert (first["tags"], first["tags_are_suggested"]) == (["swe_standard_4/4.3"], True)
    assert [first[key] for key in ("missing", "says_impact", "has_peer", "submitted_on")] == [
        [],
        True,
        False,
        None,
    ]
    assert second["has_peer"]


def test_what_is_lacking_and_what_is_near_are_told(line):
    uid = with_desk(line, lambda desk: write(desk, "Nearly\x1b[2J"))
    line.type("cpd", "--register", "swe")
    told = line.type("cpd")[1].splitlines()
    assert told[1:4] == [
        "    0 pieces ready (2 different ones are asked for)",
        "    0 with a peer (at least 1 is asked for)",
        "    Impact said in 0 of 0 (at least 1 is asked for)",
    ]
    assert told[5] == (
        "Still to do: 2 more pieces to finish. No finished piece was talked over with a peer in "
        "this year yet. No finished piece says yet what it changed."
    )
    assert told[6].startswith(f"{uid}  not yet a piece: Nearly")
    assert "\x1b" not in told[6]
    assert line.json("cpd")["near"][0]["id"] == uid


def test_a_reflection_becomes_a_piece_and_is_submitted(line):
    uid = with_desk(line, lambda desk: write(desk, impact="I ring first."))
    line.type("cpd", "--register", "swe")
    code, told, trouble = line.type("cpd", "--make", uid)
    assert (code, trouble) == (DONE, "")
    assert f"{uid}  2026-05-04  Reading\n    to fill: Type of CPD\n" in told
    assert "    submitted on 2026-11-22\n" in line.type("cpd", "--submitted", uid)[1]
    (piece,) = line.json("cpd")["pieces"]
    assert piece["submitted_on"] == "2026-11-22"


def test_a_piece_becomes_none_but_not_one_that_was_submitted(line, two):
    (left,) = line.json("cpd", "--no-piece", two[0])["pieces"]
    assert left["id"] == two[1]
    assert {each["id"] for each in line.json("list")} == set(two)
    line.type("cpd", "--submitted", two[1])
    code, told, trouble = line.type("cpd", "--no-piece", two[1])
    assert (code, told) == (FAILED, "")
    assert "what was submitted is kept" in trouble
    assert line.json("cpd")["pieces"][0]["submitted_on"] == "2026-11-22"


def test_the_day_of_submitting_is_told_and_none_is_to_come(line, two):
    told = line.json("cpd", "--submitted", two[0], "--on", "2026-11-20")
    assert told["pieces"][0]["submitted_on"] == "2026-11-20"
    code, told, trouble = line.type("cpd", "--submitted", two[1], "--on", "2026-11-23")
    assert (code, told) == (FAILED, "")
    assert "still to come" in trouble
    assert [each["submitted_on"] for each in line.json("cpd")["pieces"]] == ["2026-11-20", None]


def test_another_year_and_another_regulator_are_asked_for(line, two):
    earlier = line.json("cpd", "--year", "2025")
    assert (earlier["year"], earlier["last_day"], earlier["pieces"]) == (
        "2024–25",
        "2025-11-30",
        [],
    )
    assert earlier["days_left"] == 0
    assert len(line.json("cpd", "--year", "2026")["pieces"]) == 2
    welsh = line.json("cpd", "--regulator", "scw")
    assert (welsh["regulator"], welsh["year"], welsh["coverage"]) == ("scw", "2026", {})
    assert line.json("cpd", "--regulator", SWE)["regulator"] == "swe"
    assert line.json("cpd", "--make", two[0], "--regulator", "scw")["pieces"][0]["id"] == two[0]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (datetime(2026, 11, 29, 12, tzinfo=UTC), "1 day left"),
        (datetime(2026, 11, 30, 12, tzinfo=UTC), "this is the last day"),
        (datetime(2026, 12, 1, 12, tzinfo=UTC), "over"),
    ],
)
def test_the_end_of_the_year_is_told(line, two, today, told):
    line.clock.moment = today
    assert line.type("cpd", "--year", "2026")[1].splitlines()[0].endswith(f" · {told}")


def test_registrations_are_added_and_the_first_stays_the_main_one(line):
    line.type("cpd", "--register", "swe", "--on", "2026-06-01")
    assert line.json("cpd")["first_day"] == "2026-06-01"
    assert line.json("cpd", "--register", "scw")["regulator"] == "swe"
    assert line.json("cpd", "--register", "swe", "--on", "2026-07-01")["first_day"] == "2026-07-01"
    assert line.json("cpd", "--register", "swe")["first_day"] == "2026-07-01"
    kept = with_desk(line, lambda desk: desk.cpd.registrations.read())
    assert kept == (Registration(SWE, date(2026, 7, 1)), Registration("social_care_wales"))


def test_registering_again_keeps_what_the_person_set_herself(line):
    own = Registration("sssc", date(2020, 1, 1), YearStart(9, 1), 30.0)
    with_desk(line, lambda desk: desk.cpd.registrations.keep((own,)))
    line.type("cpd", "--register", "sssc", "--on", "2021-02-03")
    kept = with_desk(line, lambda desk: desk.cpd.registrations.read())
    assert kept == (replace(own, since=date(2021, 2, 3)),)
    assert "    0 hours told (30, your own target)" in line.type("cpd")[1].splitlines()
    assert line.type("cpd")[1].splitlines()[1].endswith("(no number is asked for)")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ((), "This journal knows of no registration. Say --regulator"),
        (("--regulator", "gmc"), "There is no regulator of this name. Known are: swe, scw, sssc"),
        (("--register", "gmc"), "There is no regulator of this name. Known are: swe, scw, sssc"),
        (("--make", ID, "--regulator", "swe"), "The journal does not hold this reflection"),
        (("--submitted", ID, "--regulator", "swe"), "no piece for Social Work England"),
        (("--on", "2026-11-20"), "--on goes with --register or --submitted."),
        (("--make", ID, "--on", "2026-11-20"), "--on goes with --register or --submitted."),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(line, typed, why):
    code, told, trouble = line.type("cpd", *typed)
    assert (code, told) == (FAILED, "")
    assert trouble.startswith(why) or why in trouble
    assert with_desk(line, lambda desk: desk.cpd.registrations.read()) == ()
    assert with_desk(line, lambda desk: desk.cpd.pieces.all()) == ()


def test_a_draft_is_refused(line):
    uid = with_desk(line, lambda desk: write(desk, is_complete=False))
    code, _, trouble = line.type("cpd", "--make", uid, "--regulator", "swe")
    assert (code, trouble) == (FAILED, "A draft is no piece yet. Finish the reflection first.\n")


@pytest.mark.parametrize(
    "typed",
    [
        ("--year", "1969"),
        ("--year", "2201"),
        ("--year", "\u0662\u0660\u0662\u0666"),
        ("--year", "9" * 5000),
        ("--year", "this"),
        ("--on", "2026-02-30"),
        ("--on", "tomorrow"),
        ("--make", ID, "--submitted", ID),
        ("--register", "swe", "--make", ID),
    ],
)
def test_what_is_not_understood_is_told_and_does_nothing(line, typed, capsys):
    with pytest.raises(SystemExit) as left:
        line.type("cpd", *typed)
    assert left.value.code == NOT_UNDERSTOOD
    assert capsys.readouterr().err
