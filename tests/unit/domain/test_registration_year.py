"""Registration years: whole calendar days, with no gap and no day in two of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.registration_year import (
    RegistrationYear,
    YearStart,
    year_called,
    year_from,
    year_holding,
)

DECEMBER = YearStart(12, 1)
LEAP_DAY = YearStart(2, 29)
LAST_DAY, FIRST_DAY = date(2026, 11, 30), date(2026, 12, 1)
starts = st.dates().map(lambda day: YearStart(day.month, day.day)) | st.just(LEAP_DAY)
usual_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_the_last_day_of_november_and_the_first_of_december_lie_in_two_years():
    earlier, later = year_holding(LAST_DAY, DECEMBER), year_holding(FIRST_DAY, DECEMBER)
    assert earlier == RegistrationYear(date(2025, 12, 1), LAST_DAY)
    assert later == RegistrationYear(FIRST_DAY, date(2027, 11, 30))
    assert earlier.holds(LAST_DAY)
    assert not earlier.holds(FIRST_DAY)
    assert earlier.holds(date(2025, 12, 1))
    assert not earlier.holds(date(2025, 11, 30))


@given(day=usual_days, start=starts)
def test_every_day_lies_in_one_year_and_years_follow_without_a_gap(day, start):
    year = year_holding(day, start)
    assert year.holds(day)
    assert year_holding(year.first, start) == year == year_holding(year.last, start)
    one = timedelta(days=1)
    assert year_holding(year.first - one, start).last == year.first - one
    assert year_holding(year.last + one, start).first == year.last + one
    assert (year.last - year.first).days + 1 in (365, 366)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2024, 2, 28), date(2023, 3, 1), date(2024, 2, 28)),
        (date(2024, 2, 29), date(2024, 2, 29), date(2025, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 29), date(2025, 2, 28)),
        (date(2025, 3, 1), date(2025, 3, 1), date(2026, 2, 28)),
        (date(2028, 2, 28), date(2027, 3, 1), date(2028, 2, 28)),
        (date(2100, 3, 1), date(2100, 3, 1), date(2101, 2, 28)),
    ],
)
def test_a_year_that_starts_on_29_february_starts_on_1_march_where_there_is_none(day, first, last):
    assert year_holding(day, LEAP_DAY) == RegistrationYear(first, last)


def test_a_leap_day_is_a_day_of_its_year():
    year = year_holding(date(2024, 2, 29), DECEMBER)
    assert (year.name, (year.last - year.first).days + 1) == ("2023–24", 366)
    march = year_holding(date(2024, 2, 29), YearStart(3, 1))
    assert march.last == date(2024, 2, 29)


@pytest.mark.parametrize(("month", "day"), [(2, 30), (2, 31), (13, 1), (0, 1), (4, 31), (1, 0)])
def test_a_start_that_stands_in_no_calendar_is_refused(month, day):
    with pytest.raises(ValueError, match=r"month|day"):
        YearStart(month, day)


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 12, 1), date(9999, 11, 30)])
@pytest.mark.parametrize("start", [DECEMBER, LEAP_DAY, YearStart(1, 1)])
def test_the_ends_of_the_calendar_have_a_year_too(day, start):
    assert year_holding(day, start).holds(day)


def test_days_left_end_with_the_last_day():
    year = year_holding(LAST_DAY, DECEMBER)
    assert [year.days_left(date(2026, 11, day)) for day in (22, 29, 30)] == [8, 1, 0]
    assert year.days_left(FIRST_DAY) == 0
    assert not year.is_over(LAST_DAY)
    assert year.is_over(FIRST_DAY)


@pytest.mark.parametrize("start", [DECEMBER, YearStart(3, 1), YearStart(1, 1), LEAP_DAY])
def test_a_year_is_called_by_the_year_in_which_it_ends(start):
    for called in range(2023, 2030):
        year = year_called(called, start)
        assert year.last.year == called
        assert year == year_holding(year.first, start)


def test_a_year_has_the_name_that_people_give_it():
    assert year_from(2025, DECEMBER).name == "2025–26"
    assert year_from(2099, DECEMBER).name == "2099–00"
    assert year_from(2026, YearStart(1, 1)).name == "2026"


def test_the_first_year_begins_when_the_registration_does():
    year = year_from(2025, DECEMBER)
    assert year.begun_by(date(2026, 6, 1)) == RegistrationYear(date(2026, 6, 1), LAST_DAY)
    assert year.begun_by(LAST_DAY) == RegistrationYear(LAST_DAY, LAST_DAY)
    for outside in (None, date(2025, 11, 30), FIRST_DAY):
        assert year.begun_by(outside) == year
