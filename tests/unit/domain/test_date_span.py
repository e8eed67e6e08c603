"""Spans of days seen from today."""

from datetime import date

import pytest

from app.domain.date_span import DateSpan, days_of


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        (DateSpan.THIS_MONTH, date(2026, 10, 22), date(2026, 10, 1), date(2026, 10, 31)),
        (DateSpan.THIS_MONTH, date(2028, 2, 1), date(2028, 2, 1), date(2028, 2, 29)),
        (DateSpan.LAST_THREE_MONTHS, date(2026, 10, 22), date(2026, 7, 22), date(2026, 10, 22)),
        (DateSpan.LAST_THREE_MONTHS, date(2026, 5, 31), date(2026, 2, 28), date(2026, 5, 31)),
        (DateSpan.LAST_THREE_MONTHS, date(2026, 2, 3), date(2025, 11, 3), date(2026, 2, 3)),
        (DateSpan.THIS_YEAR, date(2026, 10, 22), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_span_has_its_first_and_last_day(span, today, first, last):
    assert days_of(span, today) == (first, last)
