"""Every filter of a search by itself and all together, on a real journal."""

import time
from datetime import UTC, date, datetime
from itertools import product

import pytest

from app.domain.answer import (
    EMPTY_OF,
    Action,
    Actions,
    Answer,
    Prose,
)
from app.domain.finding import Days, Search
from app.domain.sharing import Sharing
from tests.unit.vault.samples import MORNING, a_form, a_reflection

PRIVATE, SUPERVISION, CPD = Sharing.PRIVATE, Sharing.SUPERVISION, Sharing.CPD
TO_DO = Actions((Action("Ring", "me", None, "", None),))
DONE = Actions((Action("Ring", "me", None, "", date(2026, 3, 4)),))


def found(vault, words="", **filters):
    return {outline.id for outline in vault.find(Search(words, **filters)).outlines}


def said(text, sharing):
    return Answer(Prose(text), sharing)


@pytest.fixture(scope="module")
def shelf(shared_vault):
    answers = {
        "private": {"a": said("kettle", PRIVATE)},
        "supervision": {"a": said("kettle", PRIVATE), "b": said("door", SUPERVISION)},
        "cpd": {"a": said("kettle", CPD)},
        "both": {"a": said("door", SUPERVISION | CPD)},
        "apart": {"a": said("kettle", SUPERVISION), "b": said("door", CPD)},
        "to do": {"a": said("kettle", PRIVATE), "b": Answer(TO_DO, SUPERVISION)},
        "done": {"b": Answer(DONE, PRIVATE)},
    }
    shared_vault.keep_form(a_form())
    for minutes, (uid, given) in enumerate(answers.items()):
        shared_vault.put(a_reflection(uid, minutes=minutes, answers=given))
    return shared_vault


@pytest.mark.parametrize(
    ("sharing", "expected"),
    [
        (SUPERVISION, {"supervision", "both", "apart", "to do"}),
        (CPD, {"cpd", "both", "apart"}),
        (SUPERVISION | CPD, {"both"}),
        (PRIVATE, {"private", "done"}),
        (None, {"private", "supervision", "cpd", "both", "apart", "to do", "done"}),
    ],
)
def test_sharing_asks_for_an_answer_shared_so_and_private_for_none_shared(shelf, sharing, expected):
    assert found(shelf, sharing=sharing) == expected


@pytest.mark.parametrize(
    ("has_open", "expected"),
    [(True, {"to do"}), (False, {"private", "supervision", "cpd", "both", "apart", "done"})],
)
def test_actions_still_to_be_done_are_asked_for_or_against(shelf, has_open, expected):
    assert found(shelf, has_open_actions=has_open) == expected


def test_every_filter_narrows_what_the_words_find(shelf):
    assert found(shelf, "kettle", sharing=SUPERVISION) == {"supervision", "apart", "to do"}
    assert found(shelf, '"kettle" doo', sharing=SUPERVISION) == {"supervision", "apart"}
    assert found(shelf, "kettle", sharing=SUPERVISION, has_open_actions=False) == {
        "supervision",
        "apart",
    }
    assert found(shelf, "kettle", sharing=PRIVATE, has_open_actions=True) == set()


def test_the_count_is_of_all_that_match_whatever_the_page(shelf):
    first = shelf.find(Search("kettle", sharing=SUPERVISION, limit=2))
    rest = shelf.find(Search("kettle", sharing=SUPERVISION, limit=2, offset=2))
    assert [each.id for each in first.outlines] == ["to do", "apart"]
    assert [each.id for each in rest.outlines] == ["supervision"]
    assert (first.total, rest.total, rest.in_journal) == (3, 3, 7)


@pytest.mark.parametrize("kind", list(EMPTY_OF), ids=lambda kind: kind.value)
def test_an_answer_that_says_nothing_shares_nothing(vault, kind):
    vault.put(a_reflection("r1", answers={"a": Answer(EMPTY_OF[kind], SUPERVISION)}))
    vault.put(
        a_reflection(
            "r2", answers={"a": Answer(EMPTY_OF[kind], SUPERVISION), "b": said("x", SUPERVISION)}
        )
    )
    assert found(vault, sharing=SUPERVISION) == {"r2"}
    assert found(vault, sharing=PRIVATE) == {"r1"}
    shown = {each.id: each.sharing for each in vault.find(Search()).outlines}
    assert shown == {"r1": PRIVATE, "r2": SUPERVISION}


def test_a_filter_sees_what_was_saved_since_it_was_last_used(vault):
    vault.put(a_reflection("r1", answers={"a": said("kettle", PRIVATE)}))
    assert found(vault, sharing=SUPERVISION) == set()
    vault.put(a_reflection("r1", answers={"a": said("kettle", SUPERVISION)}))
    assert found(vault, sharing=SUPERVISION) == {"r1"}
    vault.put(a_reflection("r1", answers={"a": said("kettles", SUPERVISION)}))
    assert found(vault, "kettles", sharing=SUPERVISION) == {"r1"}
    vault.put(a_reflection("r2", answers={"a": Answer(TO_DO, SUPERVISION)}))
    assert found(vault, sharing=SUPERVISION) == {"r1", "r2"}
    vault.bin.put("r1", MORNING)
    assert found(vault, sharing=SUPERVISION) == {"r2"}
    vault.put(a_reflection("r2", answers={"a": Answer(DONE, SUPERVISION)}))
    assert found(vault, has_open_actions=True) == set()


def test_saving_a_growing_answer_writes_nothing_into_the_lists_of_what_is_shared(vault):
    vault.put(a_reflection("r1", answers={"a": said("kettle", SUPERVISION)}))
    told = []
    vault._database._connection.set_trace_callback(told.append)
    vault.put(a_reflection("r1", answers={"a": said("kettle and", SUPERVISION)}))
    vault._database._connection.set_trace_callback(None)
    changes = [each for each in told if each.startswith("UPDATE answer")]
    assert len(changes) == 1
    assert changes[0].startswith("UPDATE answer SET value =")


@pytest.fixture
def in_london(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def by_writing(vault, in_london):
    """Written around midnight in summer, an hour before the days that UTC counts."""
    begun = {
        "last of may": datetime(2026, 5, 31, 22, 59, tzinfo=UTC),
        "first of june": datetime(2026, 5, 31, 23, 0, tzinfo=UTC),
        "last of june": datetime(2026, 6, 30, 22, 59, tzinfo=UTC),
        "first of july": datetime(2026, 6, 30, 23, 0, tzinfo=UTC),
    }
    for uid, at in begun.items():
        vault.put(a_reflection(uid, begun_at=at, changed_at=at, event_date=date(2025, 1, 1)))
    return vault


def test_days_of_writing_are_the_persons_own(by_writing):
    june = {"since": date(2026, 6, 1), "until": date(2026, 6, 30), "days": Days.OF_WRITING}
    assert found(by_writing, **june) == {"first of june", "last of june"}
    assert found(by_writing, since=date(2026, 7, 1), days=Days.OF_WRITING) == {"first of july"}
    assert found(by_writing, until=date(2026, 5, 31), days=Days.OF_WRITING) == {"last of may"}


def test_days_of_events_are_as_they_were_given(by_writing):
    day = date(2025, 1, 1)
    assert len(found(by_writing, since=day, until=day)) == 4
    assert found(by_writing, since=day, until=day, days=Days.OF_WRITING) == set()


def listed(vault, **filters):
    found = vault.find(Search(**filters))
    assert found.days is Search(**filters).listed_by
    return [outline.id for outline in found.outlines]


def test_a_list_within_days_goes_by_those_days_and_every_other_by_writing(vault):
    on = {"a": date(2026, 5, 3), "b": None, "c": date(2026, 5, 4), "d": date(2026, 5, 3)}
    for minutes, (uid, day) in enumerate(on.items()):
        vault.put(a_reflection(uid, minutes=minutes, event_date=day))
    assert listed(vault) == ["d", "c", "b", "a"]
    assert listed(vault, since=date(2026, 1, 1)) == ["c", "d", "a", "b"]
    assert listed(vault, since=date(2026, 1, 1), offset=1, limit=2) == ["d", "a"]
    assert listed(vault, until=date.max, days=Days.OF_WRITING) == ["d", "c", "b", "a"]
    vault.put(a_reflection("a", event_date=date(2026, 5, 9)))
    assert listed(vault, since=date(2026, 1, 1)) == ["a", "c", "d", "b"]


@pytest.mark.parametrize("days", Days)
def test_the_ends_of_the_calendar_are_days_like_others(by_writing, days):
    assert len(found(by_writing, since=date.min, until=date.max, days=days)) == 4
    assert found(by_writing, since=date.max, days=days) == set()
    assert found(by_writing, until=date.min, days=days) == set()


def test_all_filters_at_once_find_what_each_would_leave(shelf):
    """Go through every combination; compare with the sets of each filter by itself."""
    sharings = (None, PRIVATE, SUPERVISION, CPD)
    actions = (None, True, False)
    forms = (None, "daily_pause", "another")
    for sharing, has_open, form_id, is_complete in product(sharings, actions, forms, (None, False)):
        both = found(
            shelf,
            sharing=sharing,
            has_open_actions=has_open,
            form_id=form_id,
            is_complete=is_complete,
        )
        alone = (
            found(shelf, sharing=sharing)
            & found(shelf, has_open_actions=has_open)
            & found(shelf, form_id=form_id)
            & found(shelf, is_complete=is_complete)
        )
        assert both == alone
