"""Days typed in British ways."""

from datetime import date

import pytest

from app.ui.parts.typed_date import example_day, read_day

TODAY = date(2026, 10, 22)  # a Thursday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("21 October 2026", date(2026, 10, 21)),
        ("21st October, 2026", date(2026, 10, 21)),
        ("Wednesday 21 October 2026", date(2026, 10, 21)),
        ("Wed 21 oct", date(2026, 10, 21)),
        ("21/10/26", date(2026, 10, 21)),
        ("21.10.2026", date(2026, 10, 21)),
        ("3/11", date(2026, 11, 3)),
        ("2026-03-01", date(2026, 3, 1)),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("3 January", date(2027, 1, 3)),
        ("TODAY", TODAY),
        (" yesterday ", date(2026, 10, 21)),
        ("tomorrow", date(2026, 10, 23)),
        ("Monday", date(2026, 10, 19)),
        ("thursday", TODAY),
        ("Friday", date(2026, 10, 16)),
        ("last Friday", date(2026, 10, 16)),
        ("on Tuesday", date(2026, 10, 20)),
        ("On Thursday", TODAY),
        ("last thursday", date(2026, 10, 15)),
        ("this Monday", date(2026, 10, 19)),
        ("on fri", date(2026, 10, 16)),
        ("next thursday", date(2026, 10, 29)),
        ("NEXT Thurs.", date(2026, 10, 29)),
        ("Tues 27 OCT", date(2026, 10, 27)),
        ("weds", date(2026, 10, 21)),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed, meant):
    read = read_day(typed, TODAY)
    assert read.day == meant
    assert read.trouble == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 February 2026", "February 2026 has 28 days. What you typed is kept."),
        ("31/11/26", "November 2026 has 30 days. What you typed is kept."),
        ("0/1/26", "January 2026 has 31 days. What you typed is kept."),
        ("29/2/2026", "February 2026 has 28 days. What you typed is kept."),
        ("10/21/26", "There is no month 21. The day comes first: 21/10/26."),
        ("last", "Type a day as “21 October 2026” or “21/10/26”."),
        ("on may", "Type a day as “21 October 2026” or “21/10/26”."),
        ("soon", "Type a day as “21 October 2026” or “21/10/26”."),
        ("1/1/0000", "Type a day as “21 October 2026” or “21/10/26”."),
    ],
)
def test_a_day_that_cannot_be_is_told_in_a_sentence(typed, said):
    read = read_day(typed, TODAY)
    assert read.day is None
    assert read.trouble == said


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_day("28 December", date(2026, 1, 3)).day == date(2025, 12, 28)
    assert read_day("29 February", date(2027, 3, 1)).day == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("today", "been", "to_come"),
    [
        (date(2026, 10, 22), date(2026, 10, 21), date(2027, 1, 21)),
        (date(2026, 1, 3), date(2025, 12, 21), date(2026, 4, 21)),
        (date(2030, 12, 21), date(2030, 12, 21), date(2031, 3, 21)),
    ],
)
def test_the_example_lies_where_the_field_looks(today, been, to_come):
    assert example_day(today, looks_ahead=False) == been
    assert example_day(today, looks_ahead=True) == to_come


def test_a_field_that_looks_ahead_names_a_day_to_come():
    read = read_day("soon", TODAY, looks_ahead=True)
    assert read.trouble == "Type a day as “21 January 2027” or “21/01/27”."
