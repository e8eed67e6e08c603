"""The end of the registration year by the clock on the wall, wherever the computer stands."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.cpd_errors import CpdRefused
from app.domain.registration import Registration
from tests.cpd_scenes import SWE, a_piece, write, year_of
from tests.workshops import FixedClock, a_workshop

LAST_DAY, FIRST_DAY = date(2026, 11, 30), date(2026, 12, 1)
LAST_MINUTE = datetime(2026, 11, 30, 23, 59, 59)  # noqa: DTZ001 - by the clock on the wall
ZONES = {
    "London": "GMT0BST,M3.5.0/1,M10.5.0",
    "Auckland": "NZST-12NZDT,M9.5.0,M4.1.0/3",
    "Kolkata": "IST-5:30",
    "Honolulu": "HST10",
    "Kiritimati": "<+14>-14",
}


@pytest.fixture(params=ZONES.values(), ids=ZONES)
def _anywhere(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.mark.usefixtures("_anywhere")
def test_the_last_minute_of_november_and_the_first_of_december_lie_in_two_years(desk, clock):
    clock.moment = LAST_MINUTE.astimezone()
    late = desk.cpd.make(write(desk, "Late", day=None), SWE)
    assert (desk.cpd.today(), late.day) == (LAST_DAY, LAST_DAY)
    view = year_of(desk)
    assert (view.standing.year.name, view.standing.days_left(view.today)) == ("2025–26", 0)

    clock.moment += timedelta(seconds=1)
    early = desk.cpd.make(write(desk, "Early", day=None), SWE)
    assert (desk.cpd.today(), early.day) == (FIRST_DAY, FIRST_DAY)
    view = year_of(desk)
    assert (view.standing.year.name, view.standing.days_left(view.today)) == ("2026–27", 364)
    assert [each.title for each in view.standing.pieces] == ["Early"]
    assert [each.title for each in year_of(desk, LAST_DAY).standing.pieces] == ["Late"]


@pytest.mark.usefixtures("_anywhere")
def test_the_zone_in_which_the_moment_is_told_does_not_matter(desk, clock):
    clock.moment = LAST_MINUTE.astimezone().astimezone(UTC)
    uid = write(desk, day=None)
    clock.moment += timedelta(days=3)
    assert desk.cpd.make(uid, SWE).day == LAST_DAY


@pytest.mark.usefixtures("_anywhere")
def test_a_piece_stays_in_its_year_when_the_computer_travels(desk, clock, monkeypatch):
    clock.moment = LAST_MINUTE.astimezone()
    desk.cpd.make(write(desk, day=None), SWE)
    for zone in ZONES.values():
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert len(year_of(desk, LAST_DAY).standing.pieces) == 1
        assert year_of(desk, FIRST_DAY).standing.pieces == ()


@pytest.mark.usefixtures("_anywhere")
def test_a_piece_is_submitted_up_to_today_and_not_tomorrow(desk, clock):
    clock.moment = LAST_MINUTE.astimezone()
    standing = desk.cpd.piece(a_piece(desk), SWE)
    with pytest.raises(CpdRefused, match="still to come"):
        desk.cpd.submit(standing, FIRST_DAY)
    assert desk.cpd.pieces.of(standing.piece.reflection_id, SWE).submissions == ()
    assert desk.cpd.submit(standing, LAST_DAY).piece.submitted.day == LAST_DAY


def test_a_leap_day_counts_in_its_year(desk, clock):
    clock.moment = datetime(2028, 2, 29, 12, tzinfo=UTC)
    a_piece(desk, day=date(2028, 2, 29))
    standing = year_of(desk).standing
    assert (standing.year.name, len(standing.pieces)) == ("2027–28", 1)


def test_a_registration_of_29_february_has_years_without_a_gap(desk, clock):
    mine = replace(desk.cpd.registrations.of("sssc"), since=date(2024, 2, 29))
    desk.cpd.registrations.keep((mine,))
    clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for day in (date(2025, 2, 28), date(2025, 3, 1), date(2026, 2, 28), date(2026, 3, 1)):
        desk.cpd.make(write(desk, day.isoformat(), day=day), "sssc")
    years = year_of(desk, regulator="sssc").years
    assert [(each.first, each.last) for each in years] == [
        (date(2026, 3, 1), date(2027, 2, 28)),
        (date(2025, 3, 1), date(2026, 2, 28)),
        (date(2024, 2, 29), date(2025, 2, 28)),
    ]
    assert [len(desk.cpd.year(mine, each).standing.pieces) for each in years] == [1, 2, 1]


def test_a_year_that_lacks_something_is_told_of_in_its_last_days(desk, clock):
    mine = Registration(SWE)
    desk.cpd.registrations.keep((mine, Registration("gone_regulator"), Registration("niscc")))
    clock.moment = datetime(2026, 10, 1, 12, tzinfo=UTC)  # 60 days are left
    (ending,) = desk.cpd.ending(60)
    assert (ending.regulator.id, ending.left) == (SWE, "60 days left")
    assert ending.missing[0] == "2 more pieces to finish."
    assert desk.cpd.ending(59) == ()
    clock.moment = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert desk.cpd.ending(60) == ()


def test_a_year_that_has_what_is_asked_for_is_not_told_of(desk, clock):
    desk.cpd.registrations.keep((Registration(SWE),))
    clock.moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    a_piece(desk, "Reading")
    assert desk.cpd.ending(60)[0].missing[0] == "1 more piece to finish."
    a_piece(desk, "Shadowing", peer="Look twice.")
    assert desk.cpd.ending(60) == ()
