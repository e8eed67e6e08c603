"""Actions everywhere: what is done to one is done where it was written, and can be taken back."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from app.domain.answer import Action, Actions, Answer
from app.domain.errors import ActionChanged, NoSuchForm, NoSuchReflection, OnHold
from app.domain.finding import Search
from app.domain.placed_action import ActionState
from app.domain.sharing import Sharing
from app.services.actions import MOST_IN_ONE_ANSWER
from app.services.journal import About

TODAY = date(2026, 10, 22)
RING = Action("Ring the school", "me", date(2026, 10, 20), "they answer", checks=("specific",))
WRITE = Action("Write it down")


@pytest.fixture
def written(desk):
    form = desk.journal.form("five_minute_capture")
    answers = {"now_what": Answer(Actions((RING, WRITE)))}
    desk.journal.write(form, answers, About("The late visit"))
    return desk


def stored(desk, placed):
    answer = desk.journal.read(placed.reflection_id).reflection.answers[placed.prompt_key]
    return answer.value.items


def test_done_says_when_and_what_came_of_it_in_a_version_of_its_own(written):
    ring, _ = written.actions.all()
    change = written.actions.done(ring, "  They will meet us. ")
    done = replace(RING, done_on=TODAY, came_of_it="They will meet us.")
    assert stored(written, ring) == (done, WRITE)
    assert written.vault.version_count(ring.reflection_id) == 2
    assert [each.action for each in written.actions.all()] == [done, WRITE]
    assert [each.what for each in written.home().due] == ["Write it down"]
    assert written.find(Search("meet us")).total == 1
    written.actions.undo(change)
    assert stored(written, ring) == (RING, WRITE)
    assert written.home().due[0].what == "Ring the school"
    assert written.vault.trouble() == ()


def test_dropped_says_why_and_is_open_no_more(written):
    ring, _ = written.actions.all()
    written.actions.drop(ring, "The family moved.")
    dropped = replace(RING, dropped_on=TODAY, dropped_because="The family moved.")
    assert stored(written, ring)[0] == dropped
    assert written.actions.all()[0].is_in(ActionState.DROPPED)
    assert [each.what for each in written.home().due] == ["Write it down"]


def test_carried_forward_moves_the_day_and_counts(written):
    ring, _ = written.actions.all()
    first = written.actions.carry_forward(ring, date(2026, 11, 3))
    second = written.actions.carry_forward(first.after, None)
    assert stored(written, ring)[0] == replace(RING, by_when=None, carried=2)
    written.actions.undo(second)
    assert stored(written, ring)[0] == replace(RING, by_when=date(2026, 11, 3), carried=1)


def test_opened_again_it_keeps_what_was_written(written):
    ring, _ = written.actions.all()
    done = written.actions.done(ring, "They answered.").after
    opened = written.actions.reopen(done).after
    assert opened.action == replace(RING, came_of_it="They answered.")
    assert written.actions.done(opened).after.action.came_of_it == "They answered."


def test_a_dropped_one_can_be_done_after_all(written):
    ring, _ = written.actions.all()
    dropped = written.actions.drop(ring, "No time.").after
    done = written.actions.done(dropped, "They rang me.").after.action
    assert (done.done_on, done.dropped_on) == (TODAY, None)


def test_one_that_moved_within_its_answer_is_found(written):
    ring, _ = written.actions.all()
    reading = written.journal.read(ring.reflection_id)
    turned = reading.reflection.with_answer("now_what", Answer(Actions((WRITE, RING))))
    written.journal.save(replace(reading, reflection=turned))
    change = written.actions.done(ring)
    assert [each.done_on for each in stored(written, ring)] == [None, TODAY]
    assert change.after.position == 1


def test_one_that_was_changed_meanwhile_is_left_alone(written):
    ring, _ = written.actions.all()
    written.actions.carry_forward(ring, date(2026, 11, 3))
    for act in (written.actions.done, written.actions.drop, written.actions.reopen):
        with pytest.raises(ActionChanged, match="Nothing was changed"):
            act(ring)
    assert stored(written, ring)[0].carried == 1


def test_a_tick_on_home_that_comes_too_late_is_refused(written):
    due = written.home().due[0]
    written.actions.tick(due)
    with pytest.raises(ActionChanged):
        written.actions.tick(due)
    with pytest.raises(ActionChanged):
        written.actions.tick(replace(due, position=7))


def test_on_hold_nothing_is_noted(written):
    ring, _ = written.actions.all()
    written.retention.hold(ring.reflection_id, "")
    put_off = partial(written.actions.carry_forward, new_day=None)
    for act in (written.actions.done, written.actions.drop, put_off):
        with pytest.raises(OnHold):
            act(ring)
    assert stored(written, ring) == (RING, WRITE)


def test_in_the_bin_it_is_gone(written):
    ring, _ = written.actions.all()
    written.retention.move_to_bin(ring.reflection_id)
    assert written.actions.all() == ()
    with pytest.raises(NoSuchReflection):
        written.actions.done(ring)


def test_those_due_within_a_week_are_counted(written):
    assert written.actions.due_count() == 1
    _, write = written.actions.all()
    written.actions.carry_forward(write, TODAY + timedelta(days=6))
    assert written.actions.due_count() == 2


def test_an_action_of_its_own_goes_among_what_is_to_do(desk):
    first = desk.actions.add(RING).after
    second = desk.actions.add(WRITE).after
    assert first.reflection_id == second.reflection_id
    assert (first.form_id, first.reflection_title, second.position) == ("to_do", "To do", 1)
    assert stored(desk, first) == (RING, WRITE)
    assert first.is_complete
    assert desk.vault.newest(5, drafts_only=True) == ()


def a_next_session(desk, day=None):
    forms = desk.actions.inner_forms.forms()
    form = next(form for form in forms if form.id == "supervision_session")
    about = About(event_date=day)
    return desk.journal.write(form, {}, about, is_complete=False)


def test_where_a_supervision_is_planned_it_goes_with_that(desk):
    day = date(2026, 11, 3)
    session = a_next_session(desk, day)
    change = desk.actions.add(RING)
    added = change.after
    assert (added.reflection_id, added.prompt_key, added.is_complete) == (
        session.id,
        "agreed",
        False,
    )
    assert desk.actions.next_session_day() == day
    answer = desk.journal.read(session.id).reflection.answers["agreed"]
    assert (answer.value.items, answer.sharing) == ((RING,), Sharing.SUPERVISION)
    desk.actions.undo(change)
    assert desk.actions.all() == ()


def test_a_session_on_hold_takes_none(desk):
    session = a_next_session(desk)
    desk.retention.hold(session.id, "")
    assert desk.actions.add(RING).after.form_id == "to_do"
    assert desk.actions.next_session_day() is None


def test_what_was_added_is_taken_back(desk):
    desk.actions.add(RING)
    change = desk.actions.add(WRITE)
    desk.actions.undo(change)
    assert [each.action for each in desk.actions.all()] == [RING]


def test_a_full_or_held_list_is_followed_by_another(desk):
    first = desk.actions.add(WRITE).after.reflection_id
    for _ in range(MOST_IN_ONE_ANSWER - 1):
        last = desk.actions.add(WRITE).after
    assert (last.reflection_id, last.position) == (first, MOST_IN_ONE_ANSWER - 1)
    second = desk.actions.add(WRITE).after.reflection_id
    assert second != first
    desk.retention.hold(second, "")
    assert desk.actions.add(WRITE).after.reflection_id not in (first, second)


def test_without_the_inner_form_nothing_is_added_and_why_is_said(desk):
    class NoForms:
        def forms(self):
            return ()

    actions = replace(desk.actions, inner_forms=NoForms())
    with pytest.raises(NoSuchForm, match="Install Afterword anew"):
        actions.add(RING)
    assert desk.actions.all() == ()


def test_words_that_cannot_be_stored_as_typed_can_be_taken_back_too(desk):
    change = desk.actions.add(Action("Ring \ud83d the school \x00"))
    done = desk.actions.done(change.after, "It \udc00 rang.")
    desk.actions.undo(done)
    assert desk.actions.all()[0].action == change.after.action


def test_three_hundred_actions_are_all_there(desk):
    form = desk.journal.form("five_minute_capture")
    for number in range(6):
        items = tuple(Action(f"Action {number}.{each}") for each in range(50))
        desk.journal.write(form, {"now_what": Answer(Actions(items))}, About(f"Day {number}"))
    assert len({each.action.what for each in desk.actions.all()}) == 300
