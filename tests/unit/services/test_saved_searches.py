"""Searches with a name, kept in a real journal."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.date_span import DateSpan
from app.domain.errors import SearchNotKept
from app.domain.filters import Filters, OwnDays, SavedSearch
from app.domain.finding import Days
from app.domain.sharing import Sharing
from app.services.saved_search_plain import from_plain, to_plain
from app.services.saved_searches import MOST_CHARACTERS, MOST_SEARCHES, tidy_name

SILENCE = SavedSearch(
    "Silence",
    '"a long" silence',
    Filters(
        is_complete=True,
        form_id="five_minute_capture",
        theme="trust",
        dates=OwnDays(date(2026, 3, 1), None),
        days=Days.OF_WRITING,
        sharing=Sharing.PRIVATE,
        has_open_actions=False,
    ),
)
THIS_MONTH = SavedSearch("this month", filters=Filters(dates=DateSpan.THIS_MONTH))


@pytest.fixture
def searches(desk):
    return desk.saved_searches


def test_a_journal_begins_without_any(searches):
    assert searches.all() == ()


def test_what_is_kept_comes_back_as_it_was_by_name(searches):
    searches.keep(THIS_MONTH)
    assert searches.keep(SILENCE) == (SILENCE, THIS_MONTH)
    assert searches.all() == (SILENCE, THIS_MONTH)


def test_the_same_name_is_kept_once_whatever_its_capitals(searches):
    searches.keep(SILENCE)
    again = SavedSearch("SILENCE", "quiet")
    assert searches.keep(again) == (again,)


def test_a_name_stands_on_one_line_and_fits_a_menu(searches):
    (kept,) = searches.keep(SavedSearch("  Long \n" + "x" * 200, "a"))
    assert kept.name.startswith("Long x")
    assert len(kept.name) == MOST_CHARACTERS


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_name_is_needed(searches, name):
    with pytest.raises(SearchNotKept, match="name"):
        searches.keep(SavedSearch(name, "a"))
    searches.keep(SILENCE)
    with pytest.raises(SearchNotKept, match="name"):
        searches.rename("Silence", name)
    assert searches.all() == (SILENCE,)


def test_fifty_are_enough_but_one_can_still_be_kept_anew(searches):
    for number in range(MOST_SEARCHES):
        searches.keep(SavedSearch(f"Search {number}", "a"))
    with pytest.raises(SearchNotKept, match="50"):
        searches.keep(SILENCE)
    assert len(searches.keep(SavedSearch("search 7", "b"))) == MOST_SEARCHES
    searches.remove("search 7")
    assert SILENCE in searches.keep(SILENCE)


def test_too_many_words_are_not_kept(searches):
    with pytest.raises(SearchNotKept, match="too many words"):
        searches.keep(SavedSearch("All", "a" * 10_000))


def test_renaming_keeps_the_search_and_takes_no_other_name(searches):
    searches.keep(SILENCE)
    searches.keep(THIS_MONTH)
    with pytest.raises(SearchNotKept, match="already"):
        searches.rename("Silence", "THIS month")
    (renamed, _) = searches.rename("Silence", "Quiet")
    assert (renamed.name, renamed.words, renamed.filters) == (
        "Quiet",
        SILENCE.words,
        SILENCE.filters,
    )
    (renamed, _) = searches.rename("Quiet", "QUIET")
    assert renamed.name == "QUIET"


def test_removing_one_leaves_the_others(searches):
    searches.keep(SILENCE)
    searches.keep(THIS_MONTH)
    assert searches.remove("silence") == (THIS_MONTH,)
    assert searches.remove("never there") == (THIS_MONTH,)


@pytest.mark.parametrize("text", ["", "{", "7", '"x"', "[7, null]", '{"a": 1}'])
def test_what_cannot_be_read_is_no_trouble(desk, text):
    desk.vault.set_preference("saved_searches", text)
    assert desk.saved_searches.all() == ()
    assert desk.saved_searches.keep(SILENCE) == (SILENCE,)


def test_what_a_later_version_kept_is_left_alone(desk):
    later = {"name": "Later", "standard": "3.2"}
    desk.vault.set_preference("saved_searches", json.dumps([later]))
    assert desk.saved_searches.all() == ()
    desk.saved_searches.keep(SILENCE)
    desk.saved_searches.remove("Silence")
    assert json.loads(desk.vault.preference("saved_searches")) == [later]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": 7},
        {"name": "a", "words": []},
        {"name": "a", "complete": "yes"},
        {"name": "a", "dates": "some_day"},
        {"name": "a", "dates": ["2026-13-01", None]},
        {"name": "a", "dates": ["2026-01-01"]},
        {"name": "a", "dates": {"since": 1}},
        {"name": "a", "by": "moon"},
        {"name": "a", "sharing": ["everyone"]},
        {"name": "a", "sharing": 3},
    ],
)
def test_a_wrong_search_is_read_as_none(wrong):
    assert from_plain(wrong) is None


DATES = st.one_of(
    st.none(),
    st.sampled_from(DateSpan),
    st.builds(OwnDays, st.none() | st.dates(), st.none() | st.dates()),
)
FILTERS = st.builds(
    Filters,
    is_complete=st.none() | st.booleans(),
    form_id=st.none() | st.text(max_size=9),
    theme=st.none() | st.text(max_size=9),
    dates=DATES,
    sharing=st.none() | st.sampled_from([Sharing(number) for number in range(4)]),
    has_open_actions=st.none() | st.booleans(),
)


@given(st.builds(SavedSearch, st.text(min_size=1), st.text(), FILTERS))
def test_every_search_survives_json(saved):
    assert from_plain(json.loads(json.dumps(to_plain(saved)))) == saved


def test_own_days_by_writing_survive():
    assert from_plain(to_plain(SILENCE)) == SILENCE


@given(st.text())
def test_a_tidy_name_stays_as_it_is(name):
    assert tidy_name(tidy_name(name)) == tidy_name(name)
