"""Days and times as other journals write them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.told_moments import (
    at_time,
    day_in_name,
    is_either_order,
    is_month_first,
    is_weekday,
    told_moment,
)

FORMATS = (
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %I:%M:%S %p",
    "%Y-%m-%dT%H:%M:%S",
    "%Y/%m/%d, %H:%M",
    "%d/%m/%Y %H:%M",
    "%A %d/%m/%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d %B %Y at %H:%M",
    "%a, %d %b %Y %H:%M:%S",
    "%B %d, %Y %I:%M %p",
    "%Y%m%d %H:%M",
)
moments = st.datetimes(datetime(1975, 1, 1), datetime(2065, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize("written", FORMATS)
@given(moment=moments)
def test_a_moment_is_read_in_whatever_way_it_was_written(written, moment):
    told = told_moment(moment.strftime(written))
    assert told is not None
    assert told.day == moment.date()
    # An hour that the clocks leave out in spring is told as the hour after it.
    away = abs(told.at.astimezone().replace(tzinfo=None) - moment)
    assert told.at.tzinfo is not None
    assert away <= timedelta(hours=1)


@given(moments)
def test_american_days_are_read_where_the_month_is_first(moment):
    told = told_moment(moment.strftime("%m/%d/%Y %H:%M"), month_first=True)
    assert told.day == moment.date()


@given(st.text(max_size=80))
def test_any_text_is_a_moment_or_none(text):
    told_moment(text)
    told_moment(text, month_first=True)
    day_in_name(text)
    at_time(date(2020, 1, 1), text)


@pytest.mark.parametrize(
    "text",
    ["", "5", "12:30", "x", "2", "tomorrow", "2019-13-01", "31/02/2019",
     "we met on 4 March 2019 again",
     "1234567", "201903044", "4 March 2019 " + "x" * 100],
)  # fmt: skip
def test_other_words_are_no_moment(text):
    assert told_moment(text) is None


def test_a_zone_is_heeded():
    assert told_moment("2019-03-04T05:06:07Z").at == datetime(2019, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert told_moment("2019-03-04 05:06 +02:00").at == datetime(2019, 3, 4, 3, 6, tzinfo=UTC)
    assert told_moment("2019-03-04 24:61").at is None


def test_the_order_is_the_whole_columns():
    assert is_month_first(["3/4/2019", "3/25/2019"])
    assert not is_month_first(["3/4/2019", "5/6/2019"])
    assert not is_month_first(["3/25/2019", "25/3/2019"])


def test_days_that_may_be_others_are_known():
    assert is_either_order(["3/4/2019", "5.6.19"])
    assert is_either_order(["3/4/2019", "3/25/2019", "25/3/2019"])
    assert not is_either_order(["3/4/2019", "25/3/2019"])
    assert not is_either_order(["3/4/2019", "3/25/2019"])
    assert not is_either_order(["4/4/2019", "2019-03-04", "words", "1/3"])


def test_the_names_of_weekdays_are_known():
    assert all(map(is_weekday, ("Monday", "tue", "Thurs.")))
    assert not any(map(is_weekday, ("", "Monday walk", "day", "Sunny")))


@pytest.mark.parametrize(
    ("name", "day", "rest"),
    [
        ("2019-03-04", date(2019, 3, 4), ""),
        ("2019-03-04 - a visit", date(2019, 3, 4), "a visit"),
        ("visit_20190304", date(2019, 3, 4), "visit"),
        ("4 March 2019", date(2019, 3, 4), ""),
        ("Visit on 4 March 2019", date(2019, 3, 4), "Visit on 4 March 2019"),
        ("2019-13-45 odd", None, "2019-13-45 odd"),
        ("ideas", None, "ideas"),
    ],
)
def test_a_files_name_tells_its_day(name, day, rest):
    assert day_in_name(name) == (day, rest)
