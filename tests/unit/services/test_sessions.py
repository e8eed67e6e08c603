"""Supervision sessions: what is gathered, what goes on, and what is never lost."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer
from app.domain.errors import AgendaFull, OnHold
from app.domain.finding import Search
from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState
from app.services.sessions import (
    AGREED,
    KIND,
    MOST_TOPICS,
    SESSION_KINDS,
    TOPICS,
    SessionDetails,
    details_of,
    going_on,
    topics_of,
)
from tests.workshops import a_desk

NOVEMBER, DECEMBER = date(2026, 11, 3), date(2026, 12, 1)
SILENCE = Topic("The silence in the room", Help.THINK_ALOUD, source=TopicSource("r1", "what"))
LETTER = Topic("May I send the letter?", Help.DECIDE)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "journal")
    yield desk
    desk.vault.close()


def count(desk):
    return desk.vault.find(Search()).total


def settled(writing, *states):
    topics = tuple(
        replace(topic, state=state)
        for topic, state in zip(topics_of(writing.reflection), states, strict=True)
    )
    answer = replace(writing.reflection.answers[TOPICS], value=Topics(topics))
    return replace(writing, reflection=writing.reflection.with_answer(TOPICS, answer))


def test_there_is_no_session_and_nothing_is_stored_before_something_is_known(desk):
    assert desk.sessions.next() is None
    assert desk.sessions.agenda() == ()
    assert desk.sessions.details() == SessionDetails()
    assert count(desk) == 0


def test_the_first_topic_begins_the_next_session(desk):
    taken = desk.sessions.take(SILENCE)
    assert taken.is_new
    assert desk.sessions.agenda() == (SILENCE,)
    assert desk.sessions.next().id == taken.session_id
    assert not desk.sessions.next().is_complete
    desk.sessions.take(LETTER)
    assert desk.sessions.agenda() == (SILENCE, LETTER)
    assert count(desk) == 1


def test_what_came_from_the_same_place_is_taken_once(desk):
    desk.sessions.take(SILENCE)
    again = desk.sessions.take(replace(SILENCE, words="Other words for it"))
    assert not again.is_new
    assert again.topic == SILENCE
    desk.sessions.take(LETTER)
    assert not desk.sessions.take(replace(LETTER, words=" May I  send the letter?")).is_new
    assert desk.sessions.agenda() == (SILENCE, LETTER)


def test_a_topic_is_taken_back(desk):
    desk.sessions.take(LETTER)
    taken = desk.sessions.take(SILENCE)
    desk.sessions.take_back(taken)
    assert desk.sessions.agenda() == (LETTER,)
    desk.sessions.take_back(taken)
    assert desk.sessions.agenda() == (LETTER,)


def test_an_agenda_takes_as_many_topics_as_the_field_shows(desk):
    writing = desk.sessions.open_next()
    topics = Topics(tuple(Topic(f"Topic {number}") for number in range(MOST_TOPICS)))
    reflection = writing.reflection.with_answer(TOPICS, Answer(topics))
    desk.journal.save(replace(writing, reflection=reflection))
    with pytest.raises(AgendaFull):
        desk.sessions.take(SILENCE)
    assert len(desk.sessions.agenda()) == MOST_TOPICS


def test_details_are_kept_with_the_session(desk):
    details = SessionDetails(NOVEMBER, "the team manager", "Planned")
    desk.sessions.set_details(replace(details, supervisor="  the team manager "))
    assert desk.sessions.details() == details
    assert desk.sessions.next().event_date == NOVEMBER


def test_what_was_told_before_there_were_sessions_is_not_lost(desk):
    desk.vault.set_preference("session_date", "2126-11-03")
    desk.vault.set_preference("supervisor", "the team manager")
    assert desk.sessions.details() == SessionDetails(date(2126, 11, 3), "the team manager")
    desk.vault.set_preference("session_date", "2020-01-01")
    assert desk.sessions.details().day is None
    desk.vault.set_preference("session_date", "soon")
    assert desk.sessions.details() == SessionDetails(None, "the team manager")


def test_what_was_not_discussed_goes_on_and_counts_how_often(desk):
    desk.sessions.set_details(SessionDetails(NOVEMBER, "the team manager", "Planned"))
    desk.sessions.take(SILENCE)
    desk.sessions.take(LETTER)
    desk.sessions.take(Topic("Leave in March"))
    writing = settled(
        desk.sessions.open_next(), TopicState.WAITING, TopicState.DISCUSSED, TopicState.DROPPED
    )
    assert going_on(writing.reflection) == (SILENCE,)
    held = desk.sessions.finish(writing, DECEMBER)
    assert held.reflection.is_complete
    assert desk.sessions.agenda() == (replace(SILENCE, carried=1),)
    assert desk.sessions.details() == SessionDetails(DECEMBER, "the team manager", "Planned")
    assert desk.sessions.last_held().id == held.reflection.id
    again = desk.sessions.finish(desk.sessions.open_next())
    assert desk.sessions.agenda() == (replace(SILENCE, carried=2),)
    assert [each.id for each in desk.sessions.held()] == [again.reflection.id, held.reflection.id]


def test_a_session_without_leftovers_begins_no_other(desk):
    desk.sessions.take(SILENCE)
    writing = settled(desk.sessions.open_next(), TopicState.DISCUSSED)
    desk.sessions.finish(writing)
    assert desk.sessions.next() is None
    assert desk.sessions.open_next().reflection.id != writing.reflection.id


def test_a_session_without_a_day_was_held_today(desk):
    desk.sessions.take(SILENCE)
    held = desk.sessions.finish(desk.sessions.open_next())
    assert held.reflection.event_date == desk.sessions.today()


def test_a_session_that_was_held_before_its_day_was_held_today(desk):
    desk.sessions.set_details(SessionDetails(date(2126, 11, 3), "the team manager", "Planned"))
    held = desk.sessions.finish(desk.sessions.open_next())
    assert held.reflection.event_date == desk.sessions.today()


def test_a_session_is_called_by_its_day_wherever_it_is_listed(desk):
    writing = desk.sessions.open_next()
    earlier = replace(writing.reflection, event_date=date(2026, 3, 4))
    uid = desk.sessions.finish(replace(writing, reflection=earlier)).reflection.id
    called, day = "Supervision, 4 March 2026", date(2026, 3, 4)
    assert desk.vault.get(uid).title == ""
    assert desk.vault.find(Search()).outlines[0].title == called
    desk.retention.set_review_date(uid, day)
    assert desk.retention.due_reviews(day)[0].title == called
    assert desk.linking.offered("another", "4 march")[0].name == called
    desk.retention.move_to_bin(uid)
    assert desk.retention.bin()[0].title == called


def test_a_session_keeps_its_own_title_and_without_a_day_goes_by_its_form(desk):
    desk.sessions.take(SILENCE)
    assert desk.vault.find(Search()).outlines[0].title == ""
    writing = desk.sessions.open_next()
    named = replace(writing.reflection, title="The long one", event_date=NOVEMBER)
    desk.journal.save(replace(writing, reflection=named))
    assert desk.vault.find(Search()).outlines[0].title == "The long one"


def test_finishing_again_after_a_refusal_carries_nothing_twice(desk, monkeypatch):
    desk.sessions.take(SILENCE)
    writing = desk.sessions.open_next()
    finish = type(desk.journal).finish

    def refused(journal, given):
        raise OnHold

    monkeypatch.setattr(type(desk.journal), "finish", refused)
    with pytest.raises(OnHold):
        desk.sessions.finish(writing, DECEMBER)
    monkeypatch.setattr(type(desk.journal), "finish", finish)
    desk.sessions.finish(writing, DECEMBER)
    assert desk.sessions.agenda() == (replace(SILENCE, carried=1),)
    assert count(desk) == 2


def test_actions_agreed_stay_open_where_they_were_agreed(desk):
    writing = desk.sessions.open_next()
    agreed = Answer(Actions((Action("Ring the school", "me", NOVEMBER),)))
    reflection = writing.reflection.with_answer(AGREED, agreed)
    desk.sessions.finish(replace(writing, reflection=reflection), DECEMBER)
    assert [each.what for each in desk.vault.open_actions(9)] == ["Ring the school"]
    assert desk.sessions.details().day == DECEMBER


def test_the_kinds_are_those_of_the_form(desk):
    assert desk.sessions.form().prompt(KIND).options == SESSION_KINDS


def test_the_next_supervisor_is_the_last_one(desk):
    desk.sessions.set_details(SessionDetails(NOVEMBER, "the team manager", "Group"))
    desk.sessions.finish(desk.sessions.open_next())
    begun = desk.sessions.open_next()
    assert details_of(begun.reflection) == SessionDetails(None, "the team manager", "Group")


def another(desk, day=None):
    """Store one more session beside those that are there."""
    begun = desk.journal.begin_on(desk.sessions.form())
    return desk.journal.save(replace(begun, reflection=replace(begun.reflection, event_date=day)))


def test_of_two_sessions_to_come_the_first_begun_is_next(desk):
    desk.sessions.take(SILENCE)
    first = desk.sessions.next().id
    second = another(desk, NOVEMBER).reflection.id
    assert desk.sessions.next().id == first
    desk.sessions.finish(desk.sessions.open_next())
    assert desk.sessions.next().id == second
    assert desk.sessions.agenda() == (replace(SILENCE, carried=1),)
    assert desk.sessions.details().day == NOVEMBER


def test_a_topic_without_words_does_not_go_on(desk):
    desk.sessions.take(SILENCE)
    desk.sessions.take(Topic("  "))
    desk.sessions.finish(desk.sessions.open_next())
    assert desk.sessions.agenda() == (replace(SILENCE, carried=1),)


def test_what_was_discussed_can_be_taken_again(desk):
    desk.sessions.take(SILENCE)
    desk.journal.save(settled(desk.sessions.open_next(), TopicState.DISCUSSED))
    assert desk.sessions.take(SILENCE).is_new
    assert len(desk.sessions.agenda()) == 2


def test_each_topic_taken_is_a_version_of_its_own(desk):
    taken = desk.sessions.take(SILENCE)
    desk.sessions.take(LETTER)
    assert desk.vault.version_count(taken.session_id) == 2


def test_sessions_are_read_beyond_the_first_fifty(desk):
    for _ in range(51):
        desk.journal.finish(another(desk, NOVEMBER))
    newest = desk.journal.finish(another(desk, DECEMBER))
    assert len(desk.sessions.held(60)) == 52
    assert desk.sessions.last_held().id == newest.reflection.id
