"""Taking to supervision by one key, from wherever one is, with a way back."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.finding import Search
from app.domain.topic import Topic, TopicSource
from tests.journeys.conftest import window  # noqa: F401 - the whole window
from tests.screenshots import a_sample_desk
from tests.workshops import PASSPHRASE, a_workshop


@pytest.fixture
def view(window, qtbot, tmp_path):  # noqa: F811
    folder = tmp_path / "sample"
    lane, workshop = window.surroundings.lane, a_workshop()
    lane.run_and_wait(lambda: a_sample_desk(folder, workshop).close())
    vault = lane.run_and_wait(partial(workshop.unlocking.open, folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)
    settle(window, qtbot)
    return window.open_view


def settle(window, qtbot):  # noqa: F811
    for _ in range(5):
        window.surroundings.lane.wait()
        qtbot.wait(10)


def take(window, qtbot):  # noqa: F811
    window.actions_by_name["take_topic"].trigger()
    settle(window, qtbot)


def agenda(window):  # noqa: F811
    desk = window.open_view.desk
    return window.surroundings.lane.run_and_wait(desk.sessions.agenda)


def read(window, qtbot, title):  # noqa: F811
    view = window.open_view
    found = window.surroundings.lane.run_and_wait(partial(view.desk.find, Search()))
    uid = next(each.id for each in found.outlines if each.title == title)
    view.read(uid)
    qtbot.waitUntil(lambda: view.journal.reading.reading is not None)
    settle(window, qtbot)
    return uid


def test_what_is_read_is_taken_whole_and_taken_back(window, view, qtbot):  # noqa: F811
    uid = read(window, qtbot, "The father nobody had met")
    view.journal.list.focus_list()
    take(window, qtbot)
    (topic,) = agenda(window)
    assert topic.words == "The father nobody had met"
    assert topic.source == TopicSource(uid)
    assert view.taking.notice.accessibleName() == "On the agenda for the next supervision."
    assert view.taking.notice.act()
    settle(window, qtbot)
    assert agenda(window) == ()


def test_an_answer_that_has_the_focus_is_taken_by_its_question(window, view, qtbot):  # noqa: F811
    uid = read(window, qtbot, "The father nobody had met")
    answer = view.journal.reading.content.answers[3]
    answer.prose.setFocus()
    take(window, qtbot)
    (topic,) = agenda(window)
    assert topic.words == f"The father nobody had met: {answer.prompt.text}"
    assert topic.source == TopicSource(uid, answer.prompt.key)


def test_the_same_is_taken_once(window, view, qtbot):  # noqa: F811
    read(window, qtbot, "The father nobody had met")
    take(window, qtbot)
    take(window, qtbot)
    assert len(agenda(window)) == 1
    words = "It is on the agenda for the next supervision already."
    assert view.taking.notice.accessibleName() == words


def test_the_answer_that_is_written_is_taken_and_nothing_of_it_changes(
    window,  # noqa: F811
    view,
    qtbot,
):
    uid = read(window, qtbot, "The conference that ran on")
    view.edit(uid)
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    settle(window, qtbot)
    before = view.editor._frame.draft.reflection
    take(window, qtbot)
    (topic,) = agenda(window)
    assert topic.source.reflection_id == uid
    assert topic.source.prompt_key == view.editor._frame.form.current.prompt.key
    assert view.editor._frame.draft.reflection == before


def test_an_action_and_a_theme_are_taken(window, view, qtbot):  # noqa: F811
    view.go("actions")
    settle(window, qtbot)
    current = view.actions_page.current
    take(window, qtbot)
    view.look_through("themes")
    settle(window, qtbot)
    pane = view.journal.list.overview.pane
    pane.list.choose("changing risk")
    pane.take_focus()
    take(window, qtbot)
    action, theme = agenda(window)
    assert action.words == current.action.what
    assert action.source.position == current.position
    assert theme.source == TopicSource(theme="changing risk")


def test_where_there_is_nothing_to_take_it_is_said(window, view, qtbot):  # noqa: F811
    told = []
    view.status_changed.connect(told.append)
    view.go("forms")
    take(window, qtbot)
    assert agenda(window) == ()
    assert any("Go to an answer, an action or a theme" in each.words for each in told)


def test_a_session_to_come_that_is_read_is_not_taken_to_itself(window, view, qtbot):  # noqa: F811
    lane, sessions = window.surroundings.lane, view.desk.sessions
    taken = lane.run_and_wait(partial(sessions.take, Topic("The letter")))
    view.read(taken.session_id)
    qtbot.waitUntil(lambda: view.journal.reading.reading is not None)
    settle(window, qtbot)
    view.journal.reading.content.answers[0].prose.setFocus()
    take(window, qtbot)
    assert [each.words for each in agenda(window)] == ["The letter"]


def test_a_session_takes_nothing_of_itself(window, view, qtbot):  # noqa: F811
    view.supervision_ways.prepare()
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    settle(window, qtbot)
    take(window, qtbot)
    assert agenda(window) == ()
    assert QApplication.focusWidget() is not None


def test_an_actions_source_is_shown_at_its_answer(window, view, qtbot):  # noqa: F811
    window.resize(1000, 640)
    view.go("actions")
    settle(window, qtbot)
    page = view.shown_page
    source = page.current
    page.go_to_source()
    reading = view.journal.reading
    qtbot.waitUntil(lambda: reading.reading is not None)
    settle(window, qtbot)
    assert reading.reading.reflection.id == source.reflection_id
    answer = next(each for each in reading.content.answers if each.prompt.key == source.prompt_key)
    assert answer.prose.hasFocus()
    assert not answer.prose.visibleRegion().isEmpty()
    assert answer is not reading.content.answers[0]


def test_the_editor_says_to_which_page_escape_leads_back(window, view, qtbot):  # noqa: F811
    uid = read(window, qtbot, "The conference that ran on")
    for place, words in (("journal", "Journal"), ("actions", "Actions"), ("forms", "Home")):
        view.go(place)
        view.edit(uid)
        qtbot.waitUntil(lambda: view.editor._frame is not None)
        settle(window, qtbot)
        frame = view.editor._frame
        assert frame.sections.home.words == frame.bar.home.words == words
        QTest.keyClick(view.editor, Qt.Key.Key_Escape)
        settle(window, qtbot)
        assert view.current == words.lower()
