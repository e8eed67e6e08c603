"""A registration year in words: what there is, what is asked for, and what is still to do."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cpd_year import YearStanding
from app.summary.cpd_fields import hours_words
from app.summary.cpd_words import (
    Counted,
    counted,
    missing_lines,
    rules_line,
    state_words,
    year_line,
)
from tests.cpd_scenes import shipped_frameworks
from tests.unit.domain.test_cpd_year import FIRST, RULES, WITH_PEER, YEAR, a_standing, standing_of

PART = frozenset({"swe_standard_4/4.1"})


def test_a_year_says_its_days_and_how_many_are_left():
    lines = [
        year_line(standing_of(), date(2026, month, day)) for month, day in ((11, 22), (11, 29))
    ]
    assert lines == [
        "1 December 2025 to 30 November 2026 · 8 days left",
        "1 December 2025 to 30 November 2026 · 1 day left",
    ]
    assert year_line(standing_of(), date(2026, 11, 30)).endswith("this is the last day")
    assert year_line(standing_of(), date(2026, 12, 1)).endswith(" · over")


def test_what_is_met_is_told_beside_what_is_asked_for():
    framework = shipped_frameworks()["swe_standard_4"]
    standing = standing_of(replace(FIRST, tags=PART), WITH_PEER)
    assert counted(standing, framework) == (
        Counted("2 pieces ready", "2 different ones are asked for", is_met=True),
        Counted("1 with a peer", "at least 1 is asked for", is_met=True),
        Counted("Impact said in 2 of 2", "at least 1 is asked for", is_met=True),
        Counted("1 of 8 parts touched", "over the year, not in each piece", is_met=None),
    )
    assert state_words(standing) == "This year has what the rules ask for."


def test_what_is_not_met_is_told_so():
    standing = standing_of(a_standing(), a_standing("A WALK"), a_standing("", impact=""))
    assert counted(standing, None) == (
        Counted("1 piece ready", "2 different ones are asked for", is_met=False),
        Counted("0 with a peer", "at least 1 is asked for", is_met=False),
        Counted("Impact said in 2 of 3", "1 still to say what changed", is_met=True),
    )
    assert missing_lines(standing) == (
        "Two pieces say the same; different ones are asked for.",
        "No finished piece was talked over with a peer in this year yet.",
    )


def test_everything_still_to_do_is_one_line_each():
    assert missing_lines(standing_of(FIRST))[0] == "1 more piece to finish."
    assert state_words(standing_of()) == (
        "Still to do: 2 more pieces to finish. No finished piece was talked over with a peer in "
        "this year yet. No finished piece says yet what it changed."
    )


def test_where_no_number_is_asked_for_none_is_missed():
    rules = replace(RULES, pieces=0, with_peer=0, with_impact=0, must_differ=False)
    standing = YearStanding(YEAR, rules, (replace(FIRST, piece=_of_hours(1.0)),), 30.0)
    assert counted(standing, None) == (
        Counted("1 piece ready", "no number is asked for", is_met=None),
        Counted("1 hour told", "30, your own target", is_met=False),
    )
    assert state_words(standing) == "No number of pieces is asked for; this is your own record."
    assert missing_lines(standing) == ()


def test_hours_of_the_regulator_are_told_as_such():
    rules = replace(RULES, hours=3.0, with_peer=0, with_impact=0)
    standing = YearStanding(YEAR, rules, (replace(FIRST, piece=_of_hours(0.5)), WITH_PEER), 3.0)
    assert counted(standing, None)[-1] == Counted("0.5 hours told", "3, asked for", is_met=False)
    assert missing_lines(standing) == ("2.5 hours to go.",)
    enough = replace(standing, pieces=(replace(FIRST, piece=_of_hours(3.0)), WITH_PEER))
    assert counted(enough, None)[-1].is_met
    assert state_words(enough) == "This year has what the rules ask for."


def test_the_rules_say_when_they_were_looked_at_and_promise_nothing():
    assert rules_line(standing_of()) == (
        "Rules as published, looked at on 22 November 2026. "
        "They may have changed since. Nothing is sent from here."
    )


@pytest.mark.parametrize(
    ("hours", "words"), [(1, "1 hour"), (0, "0 hours"), (2.5, "2.5 hours"), (1.0, "1 hour")]
)
def test_hours_in_words(hours, words):
    assert hours_words(hours) == words


def _of_hours(hours):
    return replace(FIRST.piece, hours=hours)
