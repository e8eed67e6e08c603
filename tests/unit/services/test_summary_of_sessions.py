"""Preparing a summary beside sessions: what they bring, and other words for the paper."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.answer import Action, Answer, Prose
from app.domain.errors import NoSuchReflection
from app.domain.sharing import Sharing
from app.services.kept_wording import KeptWording
from app.summary.choice import SummaryPart
from app.summary.preparation import Preparation
from tests.supervised import TOPICS, hold_a_session, prepare_the_next, with_sessions

PRIVATE = "quarantined pelican sentence"
SHARED = "lighthouse keeper sentence"


@pytest.fixture
def written(desk):
    """Write one reflection with a shared and a private answer; give its id and their keys."""
    writing = desk.journal.begin("five_minute_capture")
    shared, private = [each for each in writing.form.prompts() if each.kind.value == "prose"][:2]
    answers = {
        shared.key: Answer(Prose(SHARED), Sharing.SUPERVISION),
        private.key: Answer(Prose(PRIVATE), Sharing.PRIVATE),
    }
    desk.journal.finish(replace(writing, reflection=writing.reflection.with_answers(answers)))
    return writing.reflection.id, shared.key, private.key


def begun(desk):
    return desk.preparing.offer(Preparation()).preparation


def paper(desk, preparation):
    return repr(desk.preparing.prepared(preparation).document)


def test_the_paper_begins_with_the_last_session_and_the_topics_of_the_next(desk, written):
    with_sessions(desk)
    prepared = desk.preparing.prepared(begun(desk))
    headings = [each.heading for each in prepared.document.sections]
    assert headings[:2] == ["Actions from last time", "What I want from today"]
    said = repr(prepared.document.sections[:2])
    assert "An advocate saw Child A" in said
    assert all(topic.words in said for topic in TOPICS)
    assert "PELICAN" not in repr(prepared.document)
    assert "PRIVATE quarrel" not in repr(prepared.document)
    assert (prepared.counts.topics, prepared.counts.prepared) == (3, 1)
    assert (prepared.counts.done, prepared.counts.to_do, prepared.counts.dropped) == (1, 1, 1)


def test_what_is_open_of_older_sessions_is_still_asked_after(desk, written):
    hold_a_session(desk, (Action("Older and open"), Action("Older", dropped_because="x")))
    hold_a_session(desk, (Action("Newest"),), day=date(2026, 10, 20))
    said = paper(desk, begun(desk))
    assert "Older and open" in said
    assert said.index("Newest") < said.index("Older and open")


def test_sessions_are_not_offered_as_reflections(desk, written):
    with_sessions(desk)
    offer = desk.preparing.offer(Preparation())
    assert [each.id for each in offer.reflections] == [written[0]]


def test_the_offer_tells_of_the_session_what_can_be_chosen_and_no_private_word(desk, written):
    coming = with_sessions(desk)
    session = desk.preparing.offer(Preparation()).session
    assert [each.words for each in session.topics] == [topic.words for topic in TOPICS]
    assert session.topics[0].lead == "Think aloud with me:"
    assert [each.prompt_key for each in session.prepared.shared] == ["challenge_me"]
    assert [each.prompt_key for each in session.prepared.unmarked] == ["avoiding"]
    assert [each.prompt_key for each in session.wellbeing.unmarked] == ["capacity"]
    assert session.prepared.id == coming
    assert "PELICAN" not in repr(session)


def test_the_first_choice_leaves_room_for_what_the_sessions_bring(desk, written):
    long = (Action("A long action " * 30),) * 30
    hold_a_session(desk, long)
    assert desk.preparing.offer(Preparation()).preparation.chosen == {written[0]}
    assert desk.supervision.side().words() > 600


def test_an_answer_that_is_put_in_reaches_this_paper_and_stays_private(desk, written):
    reflection_id, _, private = written
    preparation = begun(desk)
    assert PRIVATE not in paper(desk, preparation)
    put_in = preparation.putting_in(reflection_id, frozenset({private}))
    assert PRIVATE in paper(desk, put_in)
    kept = desk.journal.read(reflection_id).reflection.answers[private]
    assert kept.sharing is Sharing.PRIVATE
    assert PRIVATE not in repr(desk.preparing.offer(put_in))


def test_other_words_are_kept_for_the_next_paper_and_not_in_the_reflection(desk, workshop, written):
    place = written[:2]
    assert desk.preparing.words_of(place) == SHARED
    wording = desk.preparing.word(place, " Shorter. ")
    preparation = begun(desk).worded(place, wording)
    assert "Shorter." in paper(desk, preparation)
    assert SHARED not in paper(desk, preparation)
    assert desk.journal.read(place[0]).reflection.answers[place[1]].value == Prose(SHARED)
    again = workshop.desk(desk.vault)
    assert begun(again).wording == {place: wording}
    assert "Shorter." in paper(again, begun(again))


def test_ones_own_words_or_none_take_other_words_back(desk, written):
    place = written[:2]
    for words in (SHARED, f"\n{SHARED} ", "", "  "):
        desk.preparing.word(place, "Shorter.")
        assert desk.preparing.word(place, words) is None
        assert begun(desk).wording == {}
    assert desk.vault.preference(f"summary_wording/{place[0]}") == ""


def test_it_is_told_that_an_answer_has_changed_since_it_was_worded(desk, written):
    place = written[:2]
    desk.preparing.word(place, "Shorter.")
    (offered,) = desk.preparing.offer(Preparation()).reflections
    assert not offered.shared[0].has_changed
    writing = desk.journal.read(place[0])
    changed = Answer(Prose("Something else."), Sharing.SUPERVISION)
    desk.journal.save(
        replace(writing, reflection=writing.reflection.with_answer(place[1], changed))
    )
    (offered,) = desk.preparing.offer(Preparation()).reflections
    assert offered.shared[0].has_changed


def test_other_words_go_when_their_reflection_is_gone_for_good(desk, written):
    place = written[:2]
    desk.preparing.word(place, "Shorter.")
    desk.retention.move_to_bin(place[0])
    assert KeptWording(desk.vault).read()
    desk.retention.empty_bin((place[0],))
    assert desk.vault.preference(f"summary_wording/{place[0]}") is None
    assert KeptWording(desk.vault).read() == {}


def test_words_of_an_answer_that_is_gone_are_refused(desk, written):
    with pytest.raises(NoSuchReflection):
        desk.preparing.words_of(("f" * 32, "anything"))
    with pytest.raises(NoSuchReflection):
        desk.preparing.words_of((written[0], "no_such_prompt"))


@pytest.mark.parametrize("stored", ["not json", "[]", '{"key": 3}', '{"key": {"words": ""}}'])
def test_other_words_that_cannot_be_read_are_none(desk, written, stored):
    desk.preparing.word(written[:2], "Shorter.")
    desk.vault.set_preference(f"summary_wording/{written[0]}", stored)
    assert begun(desk).wording == {}
    desk.vault.set_preference("summary_worded", stored)
    assert begun(desk).wording == {}


def test_the_record_line_is_the_head_of_the_record_and_off_at_first(desk, written):
    head = desk.vault.head().chain
    preparation = begun(desk)
    assert head[:4] + " " not in paper(desk, preparation)
    on = preparation.having(SummaryPart.RECORD, is_in=True)
    shown = " ".join(head[at : at + 4] for at in range(0, 16, 4))
    assert f"Record of changes on 22 October 2026: {shown}" in paper(desk, on)


def test_the_next_session_brings_wellbeing_only_when_both_say_so(desk, written):
    coming = prepare_the_next(desk)
    on = begun(desk).having(SummaryPart.WELLBEING, is_in=True)
    assert "Two reports wait" not in paper(desk, on)
    assert "Two reports wait" in paper(desk, on.putting_in(coming, frozenset({"capacity"})))
