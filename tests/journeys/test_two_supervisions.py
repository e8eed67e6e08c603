"""Two supervisions in a row by the window alone: what waits goes on, and nothing is lost."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtTest import QTest

from app.domain.calendar_words import long_date, plain_date
from app.domain.topic import TopicState
from app.services.sessions import agreed_in, topics_of
from app.ui.parts.segmented import Segment
from app.ui.parts.topics_field import TopicsField
from tests.journeys.test_actions import shown_dialogs
from tests.journeys.test_first_day import (
    click_words,
    create_journal,
    on_lane,
    open_dialog,
    write_and_finish,
)
from tests.journeys.test_keeping import settle

WRITTEN = {"what_happened": "The room went quiet.", "so_what": "I hurry when it is."}


@pytest.fixture
def view(qtbot, window):
    create_journal(qtbot, window)
    write_and_finish(qtbot, window, WRITTEN)
    settle(qtbot, window)
    return window.open_view


def type_into(edit, words):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def open_session(qtbot, window, link):
    """Go to the supervision page, and from its head into the session; give the editor's frame."""
    view = window.open_view
    window.actions_by_name["go_supervision"].trigger()
    settle(qtbot, window)
    getattr(view.supervision.column.head, link).click()
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    settle(qtbot, window)
    return view.editor._frame


def block(qtbot, frame, key):
    """Go to a prompt of the session; give the editor of its answer."""
    frame.form.go_to(frame.draft.form.prompt(key))
    qtbot.waitUntil(lambda: frame.form.current is not None and frame.form.current.prompt.key == key)
    return frame.form.current_block().editor


def topics_in(qtbot, frame):
    return block(qtbot, frame, "topics").findChild(TopicsField)


def settle_topic(row, state):
    (segment,) = [each for each in row.state.findChildren(Segment) if each.words == state]
    segment.click()


def agree(qtbot, frame, *actions):
    field = block(qtbot, frame, "agreed")._field
    for number, (what, day) in enumerate(actions):
        if number:
            field.add()
        type_into(field.rows[-1].what.edit, what)
        type_into(field.rows[-1].by_when.edit, plain_date(day))
        field.rows[-1].what.edit.setFocus()


def hold(qtbot, window, next_day=None):
    """Note the session as held; give what the journal shows of it."""
    view = window.open_view
    qtbot.waitUntil(lambda: view.editor._frame.draft.is_saved, timeout=4_000)
    window.actions_by_name["finish"].trigger()
    dialog = open_dialog(qtbot)
    if next_day is not None:
        type_into(dialog.next_day.edit, plain_date(next_day))
    said = [label.text() for label in dialog.findChildren(type(view.supervision.column.title))]
    dialog.hold.click()
    qtbot.waitUntil(lambda: view.current == "journal")
    settle(qtbot, window)
    return said


def paper(window):
    """Give the words on the supervision page's paper."""
    view = window.open_view
    page = view.supervision
    prepared = on_lane(window, partial(view.desk.preparing.prepared, page._preparation))
    return prepared.document


def section(document, heading):
    (found,) = [each for each in document.sections if each.heading == heading]
    return repr(found)


def prepare_first(qtbot, window):
    """A reflection is taken with one key; a topic of her own is added while preparing."""
    view = window.open_view
    window.actions_by_name["take_topic"].trigger()
    qtbot.waitUntil(view.taking.notice.isVisible)
    agenda = on_lane(window, view.desk.sessions.agenda)
    assert [each.words for each in agenda] == ["Five-minute capture"]
    topics = topics_in(qtbot, open_session(qtbot, window, "prepare"))
    topics.add()
    type_into(topics.rows[1].words.edit, "Leave in March")
    topics.rows[1].help.setCurrentIndex(1)
    assert view.put_away()


def hold_first(qtbot, window, next_day):
    """One topic was discussed, the other was not; give the session's id."""
    frame = open_session(qtbot, window, "agreed")
    agree(qtbot, frame, ("Ring the school", next_day), ("Read the review", next_day))
    topics = topics_in(qtbot, frame)
    settle_topic(topics.rows[0], "Discussed")
    type_into(topics.rows[0].came_of_it.edit, "We will wait ten seconds.")
    session_id = frame.draft.reflection.id
    said = hold(qtbot, window, next_day)
    assert any("2 actions were agreed" in each for each in said)
    assert any("• Leave in March" in each for each in said)
    assert window.open_view.journal.reading.reading.reflection.id == session_id
    return session_id


def do_one_action(qtbot, window):
    """Note the first of the agreed actions as done."""
    window.actions_by_name["go_actions"].trigger()
    settle(qtbot, window)
    page = window.open_view.actions_page
    assert page.current.action.what == "Ring the school"
    page.card.done.click()
    qtbot.waitUntil(lambda: bool(shown_dialogs(page)))
    dialog = shown_dialogs(page)[0]
    QTest.keyClicks(dialog.field.edit, "They rang back.")
    click_words(dialog, "Done")
    settle(qtbot, window)


def hold_second(qtbot, window, day):
    """The topic that waited is dropped, and one action is agreed; give the session's id."""
    frame = open_session(qtbot, window, "agreed")
    agree(qtbot, frame, ("Try ten seconds of silence", day))
    topics = topics_in(qtbot, frame)
    assert [row.topic.carried for row in topics.rows] == [1]
    settle_topic(topics.rows[0], "Dropped")
    session_id = frame.draft.reflection.id
    said = hold(qtbot, window)
    assert any("No topic is left over" in each for each in said)
    return session_id


def go_to_supervision(qtbot, window):
    window.actions_by_name["go_supervision"].trigger()
    settle(qtbot, window)
    return window.open_view.supervision.column.head


def test_two_supervisions_in_a_row(qtbot, window, view):
    next_day = on_lane(window, view.desk.sessions.today) + timedelta(days=30)
    prepare_first(qtbot, window)
    first = hold_first(qtbot, window, next_day)

    # The next one starts from it.
    head = go_to_supervision(qtbot, window)
    assert plain_date(next_day).rsplit(" ", 1)[0] in head.session.text()
    assert head.prepare.words == "Prepare it: 1 topic…"
    made = paper(window)
    assert long_date(next_day) in made.subtitle
    assert "Ring the school" in section(made, "Actions from last time")
    wants = section(made, "What I want from today")
    assert "Leave in March (carried forward once)" in wants
    assert "Five-minute capture" not in wants

    do_one_action(qtbot, window)
    second = hold_second(qtbot, window, next_day + timedelta(days=30))
    assert second != first

    # What is still open from the first session stands beside what was agreed in the second.
    head = go_to_supervision(qtbot, window)
    last = section(paper(window), "Actions from last time")
    assert "Try ten seconds of silence" in last
    assert "Read the review" in last
    assert "Ring the school" not in last
    head.held.click()
    settle(qtbot, window)
    assert {each.id for each in on_lane(window, view.desk.sessions.held)} == {first, second}
    assert view.journal.list.model.total == 2
    history_is_right(window, first)


def history_is_right(window, first):
    vault = window.open_view.desk.vault
    stored = on_lane(window, partial(vault.get, first))
    assert [each.state for each in topics_of(stored)] == [TopicState.DISCUSSED, TopicState.WAITING]
    assert [each.what for each in agreed_in(stored)] == ["Ring the school", "Read the review"]
    assert agreed_in(stored)[0].came_of_it == "They rang back."
    assert on_lane(window, vault.trouble) == ()
