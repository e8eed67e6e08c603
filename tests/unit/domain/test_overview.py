from datetime import date

from app.domain.overview import DayCount, MonthCount, YearCount, years_of


def test_days_gather_into_months_and_years_the_newest_first():
    days = [
        DayCount(date(2025, 12, 31), 2),
        DayCount(date(2026, 1, 1), 1),
        DayCount(date(2026, 1, 30), 4),
        DayCount(date(2026, 10, 22), 3),
    ]
    october, january = MonthCount(date(2026, 10, 1), 3), MonthCount(date(2026, 1, 1), 5)
    assert years_of(days) == (
        YearCount(2026, 8, (october, january)),
        YearCount(2025, 2, (MonthCount(date(2025, 12, 1), 2),)),
    )


def test_no_days_make_no_years():
    assert years_of(()) == ()
