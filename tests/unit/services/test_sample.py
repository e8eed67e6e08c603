"""The sample journal looks as if it were in use, on whatever day it is made."""

from datetime import timedelta

import pytest

from app.domain.calendar_words import local_day
from app.domain.finding import Search
from tests.workshops import FixedClock, a_sample_desk, a_workshop

DAYS_AFTER = [-400, -1, 0, 3, 34, 6 * 365]


@pytest.fixture(params=DAYS_AFTER)
def made(request, tmp_path):
    clock = FixedClock(FixedClock.moment + timedelta(days=request.param))
    desk = a_sample_desk(tmp_path / "sample", a_workshop(clock))
    yield desk, local_day(clock.now()), request.param
    desk.close()


def test_its_actions_are_due_soon_and_one_of_them_is_a_little_late(made):
    desk, today, _ = made
    waits = [(action.by_when - today).days for action in desk.home().due]
    assert [days for days in waits if days < 0] == [-2]
    assert min(days for days in waits if days >= 0) == 1


def test_it_was_written_within_the_last_week_and_never_in_the_future(made):
    desk, today, _ = made
    found = desk.find(Search()).outlines
    ages = [(today - local_day(each.begun_at)).days for each in found]
    assert 1 <= min(ages) <= 7
    assert all(each.event_date <= local_day(each.begun_at) for each in found)


def test_everything_stays_on_its_weekday(made):
    desk, _, _ = made
    weekdays = [each.event_date.weekday() for each in desk.find(Search()).outlines]
    assert weekdays == [2, 3, 0, 1, 2, 2, 1, 2, 2, 1, 1, 2]


def test_what_was_done_was_done_after_it_was_written_and_before_today(made):
    desk, today, _ = made
    done = []
    for outline in desk.find(Search()).outlines:
        reflection = desk.journal.read(outline.id).reflection
        for answer in reflection.answers.values():
            items = getattr(answer.value, "items", ())
            done += [(local_day(reflection.begun_at), each.done_on) for each in items]
    done = [each for each in done if each[1] is not None]
    assert len(done) >= 12
    assert all(begun <= day < today for begun, day in done)
