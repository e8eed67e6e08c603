"""Which snapshots are kept, and when a backup is due."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.backup import Snapshot, backup_is_due, worth_keeping

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def made(*moments):
    return [Snapshot(f"{moment:%Y-%m-%dT%H%M%SZ}", moment, 1) for moment in moments]


def days_ago(*ages):
    return made(*(NOW - timedelta(days=age) for age in ages))


def kept_ages(snapshots, now=NOW):
    return sorted((NOW - each.made_at).days for each in worth_keeping(snapshots, now))


def test_a_year_of_days_leaves_seven_days_four_weeks_and_twelve_months():
    ages = kept_ages(days_ago(*range(400)))
    assert ages[:7] == list(range(7))
    kept = worth_keeping(days_ago(*range(400)), NOW)
    assert len({each.made_at.isocalendar()[:2] for each in kept}) >= 4
    months = {(each.made_at.year, each.made_at.month) for each in kept}
    assert len(months) == 12
    assert len(kept) <= 7 + 4 + 12


def test_thinning_day_by_day_keeps_a_year():
    kept = []
    for day in range(800):
        now = NOW + timedelta(days=day)
        kept = list(worth_keeping([*kept, *made(now)], now))
        assert len(kept) <= 23
    span = max(each.made_at for each in kept) - min(each.made_at for each in kept)
    assert span > timedelta(days=330)


def test_old_snapshots_of_a_journal_left_alone_are_kept():
    assert kept_ages(days_ago(900, 901, 902, 1000)) == [900, 901, 902, 1000]


def test_many_in_one_day_leave_the_newest_three():
    same_day = made(*(NOW - timedelta(minutes=minute) for minute in range(50)))
    assert worth_keeping(same_day, NOW) == frozenset(same_day[:3])


def test_a_clock_moved_back_loses_no_day_of_the_good_ones():
    good = days_ago(*range(7))
    back = NOW - timedelta(days=3000)
    kept = worth_keeping([*good, *made(back)], back)
    assert kept == {*good, *made(back)}


def test_one_snapshot_from_the_far_future_pushes_no_present_one_out():
    wrong = made(*(NOW + timedelta(days=30_000 + day) for day in range(40)))
    good = days_ago(*range(7))
    kept = worth_keeping([*wrong, *good], NOW)
    assert kept >= set(good)
    assert kept & set(wrong)


@pytest.mark.parametrize("now", [NOW - timedelta(days=9999), NOW, NOW + timedelta(days=9999)])
def test_the_newest_three_are_kept_whatever_the_clock_says(now):
    snapshots = made(*(NOW - timedelta(minutes=minute) for minute in range(6)))
    assert worth_keeping(snapshots, now) >= set(snapshots[:3])


TODAY = date(2026, 11, 22)


def noon(days):
    return datetime(2026, 11, 22, 12, tzinfo=UTC) - timedelta(days=days)


@pytest.mark.parametrize(
    ("last", "reflections", "is_due"),
    [
        (None, 4, False),
        (None, 5, True),
        (noon(29), 5, False),
        (noon(30), 5, True),
        (noon(300), 4, False),
        (noon(0), 900, False),
        (noon(-1), 900, False),
        (noon(-400), 5, True),
    ],
)
def test_a_backup_is_due_after_thirty_days_or_never_made(last, reflections, is_due):
    assert backup_is_due(last, TODAY, reflections) is is_due
