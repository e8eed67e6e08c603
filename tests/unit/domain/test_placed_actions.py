"""Every action in one list: how they stand, under which heading, and in which words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.answer import Action
from app.domain.placed_action import (
    ActionState,
    PlacedAction,
    carried_words,
    due_within_a_week,
    grouped,
    last_day_of_week,
    source_words,
    when_words,
)
from app.domain.smarter import in_order, smarter_words

TODAY = date(2026, 10, 22)  # a Thursday


def placed(action, **changes):
    given = {
        "reflection_id": "r1",
        "prompt_key": "agreed",
        "position": 0,
        "reflection_title": "The late visit",
        "form_id": "daily_pause",
        "form_title": "Daily pause",
        "day": date(2026, 10, 6),
    }
    return PlacedAction(action=action, **{**given, **changes})


def due(days, what="Ring", **changes):
    return placed(Action(what, by_when=TODAY + timedelta(days=days), **changes))


def headings(actions, state=ActionState.OPEN, today=TODAY):
    return [
        (group.heading, [each.action.what for each in group.actions])
        for group in grouped(actions, state, today)
    ]


def test_open_actions_stand_under_late_this_week_later_and_no_day():
    actions = [
        placed(Action("some day")),
        due(7, "in a week"),
        due(6, "on Wednesday"),
        due(0, "today"),
        due(-1, "yesterday"),
        due(-9, "long ago"),
    ]
    assert headings(actions) == [
        ("Late", ["long ago", "yesterday"]),
        ("This week", ["today", "on Wednesday"]),
        ("Later", ["in a week"]),
        ("No day", ["some day"]),
    ]
    assert due_within_a_week(actions, TODAY) == 4


def test_done_and_dropped_ones_stand_under_their_months_the_last_first():
    actions = [
        placed(Action("ring", done_on=date(2026, 9, 30))),
        placed(Action("write", done_on=date(2026, 10, 1))),
        placed(Action("ask", done_on=date(2026, 10, 20))),
        placed(Action("leave", dropped_on=date(2026, 10, 2))),
    ]
    assert headings(actions, ActionState.DONE) == [
        ("October 2026", ["ask", "write"]),
        ("September 2026", ["ring"]),
    ]
    assert headings(actions, ActionState.DROPPED) == [("October 2026", ["leave"])]
    assert headings(actions) == []


def test_what_was_carried_forward_is_open_too_until_it_is_closed():
    moved = due(3, "moved", carried=1)
    closed = replace(moved, action=replace(moved.action, done_on=TODAY))
    assert headings([moved, closed], ActionState.CARRIED) == [("This week", ["moved"])]
    assert headings([moved, closed]) == [("This week", ["moved"])]


def test_one_that_was_dropped_and_then_done_is_done_only():
    both = placed(Action("Ring", done_on=TODAY, dropped_on=TODAY))
    states = [state for state in ActionState if both.is_in(state)]
    assert states == [ActionState.DONE]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "2 days late"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "Saturday 24 October"),
        (6, "Wednesday 28 October"),
        (7, "29 October"),
        (100, "30 January 2027"),
    ],
)
def test_a_day_is_said_as_one_would_say_it(days, words):
    assert when_words(due(days).action, TODAY) == words


def test_a_closed_action_says_when_and_one_without_a_day_nothing():
    assert when_words(Action("Ring", done_on=date(2026, 10, 14)), TODAY) == "done 14 October"
    dropped = Action("Ring", dropped_on=date(2025, 10, 14))
    assert when_words(dropped, TODAY) == "dropped 14 October 2025"
    assert when_words(Action("Ring"), TODAY) == ""


def test_the_end_of_the_calendar_breaks_no_list():
    last = placed(Action("Ring", by_when=date.max))
    assert last_day_of_week(date.max) == date.max
    assert headings([last], today=date.max) == [("This week", ["Ring"])]
    assert when_words(last.action, date.max) == "today"


def test_how_often_it_was_carried_is_a_word():
    assert [carried_words(times) for times in (0, 1, 2, 3)] == [
        "",
        "carried forward once",
        "carried forward twice",
        "carried forward 3 times",
    ]


def test_where_it_came_from_is_a_title_a_form_or_a_session():
    assert source_words(placed(Action("Ring")), TODAY) == "The late visit"
    assert source_words(placed(Action("Ring"), reflection_title=" "), TODAY) == "Daily pause"
    session = placed(Action("Ring"), form_id="supervision_session")
    assert source_words(session, TODAY) == "Supervision, 6 October"
    assert source_words(replace(session, is_complete=False), TODAY) == "Next supervision"


def test_smarter_words_stand_in_the_order_of_the_letters():
    checks = ("reviewed", "timely", "specific", "ethical")
    assert smarter_words(checks) == "specific, timely · E ethical · R reviewed"
    assert in_order(checks) == ("specific", "timely", "ethical", "reviewed")
    assert smarter_words(()) == ""


def test_a_word_of_another_list_is_neither_lost_nor_first():
    assert in_order(("powerful", "timely")) == ("timely", "powerful")
    assert smarter_words(("powerful",)) == "powerful"
