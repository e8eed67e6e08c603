"""Goals are compared with what was written by the words that say something."""

from datetime import date

import pytest

from app.domain.growth import Goal, Written, standing_of, stems_of

TODAY = date(2026, 11, 22)


def written(uid, *texts, day=TODAY):
    return Written(uid, uid.title(), day, stems_of(texts))


def test_words_are_compared_by_their_beginnings_without_accents_or_capitals():
    assert stems_of(("Assessing NEGLECT, assessed: Siobhán",)) == {"assess", "neglec", "siobha"}
    assert stems_of(("to learn more about children and their families",)) == frozenset()


def test_those_that_share_most_come_first_then_the_newest():
    goal = Goal("Assess neglect with fathers")
    one = written("one", "neglected, and the father was there", day=date(2026, 1, 1))
    two = written("two", "Fathers. Neglect.", day=date(2026, 2, 1))
    all_ = written("all", "We assessed neglect with both fathers.", day=date(2025, 1, 1))
    neither = written("neither", "Fathers alone")
    standing = standing_of(goal, (one, two, neither, all_), 2)
    assert [each.id for each in standing.near] == ["all", "two"]
    assert standing.count == 3


@pytest.mark.parametrize(
    ("words", "count"), [("Court", 1), ("more time to think", 0), ("", 0), ("Court statements", 0)]
)
def test_one_word_is_enough_only_where_there_is_no_other(words, count):
    assert standing_of(Goal(words), (written("one", "In court today"),), 3).count == count


@pytest.mark.parametrize(
    ("day", "is_overdue"), [(None, False), (TODAY, False), (date(2026, 11, 21), True)]
)
def test_a_goal_is_overdue_from_the_day_after(day, is_overdue):
    assert Goal("x", day).is_overdue(TODAY) is is_overdue
