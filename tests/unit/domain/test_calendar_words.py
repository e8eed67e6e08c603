"""Dates in words."""

from datetime import date

import pytest

from app.domain.calendar_words import (
    day_from,
    day_seen_from,
    due_words,
    long_date,
    month_and_year,
    short_date,
    span_after,
)

EVENT = date(2026, 10, 21)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (date(2026, 10, 20), "before the event"),
        (date(2026, 10, 21), "the same day"),
        (date(2026, 10, 22), "the next day"),
        (date(2026, 10, 24), "3 days after"),
        (date(2026, 11, 11), "3 weeks after"),
        (date(2027, 4, 21), "6 months after"),
    ],
)
def test_the_span_between_event_and_writing_is_told_in_words(written, words):
    assert span_after(EVENT, written) == words


@pytest.mark.parametrize(
    ("by_when", "words"),
    [
        (date(2026, 10, 19), "2 days late"),
        (date(2026, 10, 20), "1 day late"),
        (date(2026, 10, 21), "today"),
        (date(2026, 10, 22), "tomorrow"),
        (date(2026, 10, 23), "Friday"),
        (date(2026, 11, 12), "12 November"),
        (date(2027, 1, 5), "5 January 2027"),
    ],
)
def test_what_is_due_is_told_in_words(by_when, words):
    assert due_words(by_when, EVENT) == words


def test_dates_are_written_the_british_way():
    assert long_date(EVENT) == "Wednesday 21 October 2026"
    assert short_date(EVENT) == "21 Oct"
    assert month_and_year(EVENT) == "October 2026"


def test_a_day_of_another_year_is_told_with_its_year():
    assert day_seen_from(EVENT, date(2026, 1, 1)) == "21 October"
    assert day_seen_from(EVENT, date(2028, 11, 20)) == "21 October 2026"


@pytest.mark.parametrize(
    "text",
    [
        "20261001",
        "2026-W43-7",
        "2026W437",
        "2026-02-30",
        "2026-1-1",
        " 2026-10-01",
        "２０２６-10-01",
        "",
    ],
)
def test_a_day_is_written_one_way_only(text):
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        day_from(text)


def test_a_day_written_that_way_is_read():
    assert day_from("2026-10-21") == EVENT
