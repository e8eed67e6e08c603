import time
from datetime import UTC, date, datetime

import pytest

from app.domain.errors import Cancelled, JournalDamaged
from app.domain.finding import Days, Search
from app.domain.overview import DayCount, ThemeUse
from app.domain.progress import unwatched
from tests.unit.vault.samples import a_reflection

SPRING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def filled(vault):
    """Four reflections on three days; the last has no event, so its day of writing counts."""
    on = {"r0": date(2024, 2, 29), "r1": date(2026, 3, 1), "r2": date(2026, 3, 1)}
    themes = {"r0": ("trust",), "r1": ("trust", "time"), "r2": ("time",), "r3": ("trust",)}
    for number in range(4):
        uid = f"r{number}"
        vault.put(
            a_reflection(
                uid,
                "The kettle was on." if number % 2 else "The door was ajar.",
                minutes=number,
                event_date=on.get(uid),
                themes=themes[uid],
            )
        )
    return vault


def counted(vault, **search):
    return {each.day.isoformat(): each.count for each in vault.overview.days(Search(**search))}


def test_each_day_that_has_any_is_counted_the_earliest_first(filled):
    assert filled.overview.days(Search()) == (
        DayCount(date(2024, 2, 29), 1),
        DayCount(date(2026, 3, 1), 2),
        DayCount(date(2026, 3, 2), 1),
    )


def test_days_of_writing_are_counted_where_the_search_compares_those(filled):
    assert counted(filled, days=Days.OF_WRITING) == {"2026-03-02": 4}


def test_only_what_the_search_finds_is_counted(filled):
    assert counted(filled, words="kettle") == {"2026-03-01": 1, "2026-03-02": 1}
    assert counted(filled, theme="time") == {"2026-03-01": 2}
    assert counted(filled, words="door", theme="trust") == {"2024-02-29": 1}
    assert counted(filled, since=date(2026, 3, 2)) == {"2026-03-02": 1}
    assert counted(filled, words="nowhere") == {}
    assert counted(filled, words='"') == {"2024-02-29": 1, "2026-03-01": 2, "2026-03-02": 1}


def test_what_is_counted_is_what_the_search_gives(filled):
    for search in (Search(), Search(words="kettle"), Search(theme="trust"), Search(words="ket")):
        total = sum(each.count for each in filled.overview.days(search))
        assert total == filled.find(search).total


def test_a_moved_event_and_a_binned_reflection_are_counted_anew(filled):
    assert len(filled.overview.days(Search())) == 3
    filled.put(a_reflection("r3", minutes=5, event_date=date(2024, 2, 29)))
    assert counted(filled) == {"2024-02-29": 2, "2026-03-01": 2}
    filled.bin.put("r0", SPRING)
    assert counted(filled) == {"2024-02-29": 1, "2026-03-01": 2}


def test_themes_tell_how_often_and_from_when_to_when(filled):
    assert filled.overview.themes(Search()) == (
        ThemeUse("trust", 3, date(2024, 2, 29), date(2026, 3, 2), ((2024, 1), (2026, 2))),
        ThemeUse("time", 2, date(2026, 3, 1), date(2026, 3, 1), ((2026, 2),)),
    )


def test_only_themes_of_what_the_search_finds_are_given(filled):
    found = filled.overview.themes(Search(words="door"))
    assert {use.name: use.count for use in found} == {"trust": 1, "time": 1}
    assert filled.overview.themes(Search(until=date(2023, 1, 1))) == ()


def test_a_theme_that_a_reflection_has_twice_counts_once(vault):
    vault.put(a_reflection("r1", themes=("trust", "trust")))
    assert [use.count for use in vault.overview.themes(Search())] == [1]


def test_which_reflections_have_a_theme(filled):
    assert filled.overview.with_theme("time") == {"r1", "r2"}
    assert filled.overview.with_theme("Time") == frozenset()
    assert filled.overview.with_theme("tr\udc00ust") == frozenset()


def test_what_was_counted_ahead_is_not_read_again_until_something_is_written(filled, monkeypatch):
    filled.overview.read_ahead(unwatched)
    days, themes = filled.overview.days(Search()), filled.overview.themes(Search())
    read = []
    rows = type(filled._database).rows

    def watched(database, query, *given):
        read.append(query)
        return rows(database, query, *given)

    monkeypatch.setattr(type(filled._database), "rows", watched)
    assert filled.overview.days(Search()) == days
    assert filled.overview.themes(Search()) == themes
    assert read == []
    filled.put(a_reflection("r9", "It rained.", minutes=9, themes=("rain",)))
    assert sum(each.count for each in filled.overview.days(Search())) == 5
    assert "rain" in {each.name for each in filled.overview.themes(Search())}


def test_counting_ahead_gives_way(filled):
    def stop(share):
        raise Cancelled

    with pytest.raises(Cancelled):
        filled.overview.read_ahead(stop)
    assert len(filled.overview.themes(Search())) == 2


def test_an_empty_journal_has_no_days_and_no_themes(vault):
    assert vault.overview.days(Search()) == ()
    assert vault.overview.themes(Search()) == ()


def test_the_day_of_writing_is_the_day_where_the_person_is(vault, monkeypatch):
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    vault.put(a_reflection("r1", begun_at=late, changed_at=late, event_date=date(2026, 6, 1)))
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        assert counted(vault, days=Days.OF_WRITING) == {"2026-07-02": 1}
    finally:
        monkeypatch.undo()
        time.tzset()


def test_rows_of_another_shape_are_damage(filled):
    filled._database.run("UPDATE reflection SET day = 'no day' WHERE uid = 'r0'")
    with pytest.raises(JournalDamaged):
        filled.overview.days(Search())
    with pytest.raises(JournalDamaged):
        filled.overview.themes(Search())
