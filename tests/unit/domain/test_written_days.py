from datetime import date

import pytest

from app.domain.written_days import day_of, first_day_in

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05", "5/3/2024", "05/03/24", "5.3.2024", "5-3-2024", "5 March 2024", "5th Mar 24",
        "5 march, 2024", "5th of March 2024", "Tuesday 5 March 2024", "Tue, 5 Mar 2024",
        "March 5, 2024", "Tuesday the 5th March 2024", " 5 Mar. 2024. ",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text):
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "", "31/2/2024", "2024-13-01", "5 March", "March 2024", "5/3/202", "1.2.3.4",
        "5 March 2024 ok", "12345/3/2024", "5/3-2024", "in 2024", "9" * 500,
    ],
)  # fmt: skip
def test_what_is_no_day_alone_is_none(text):
    assert day_of(text) is None


def test_a_two_digit_year_is_of_this_century_or_the_last():
    assert day_of("5/3/69") == date(2069, 3, 5)
    assert day_of("5/3/71") == date(1971, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Visit on Monday 4 March 2024, late", date(2024, 3, 4)),
        ("31/2/2024, or was it 1/3/2024?", date(2024, 3, 1)),
        ("2024-03-04 notes", date(2024, 3, 4)),
        ("nothing here", None),
        ("x" * 300 + " 4 March 2024", None),
    ],
)
def test_the_first_day_in_a_text_is_found(text, day):
    assert first_day_in(text) == day
