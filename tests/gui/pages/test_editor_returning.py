"""The editor takes a person back to where they were, and is ready when they come."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Action, Actions
from app.domain.finding import Search
from app.domain.form import PromptKind
from app.services.places import Places
from app.ui import making_ready
from app.ui.editor.page import EditorPage
from app.ui.late_answers import drop_late_answers
from app.ui.open_view import OpenView
from app.ui.view_acts import _first_focusable
from tests.builders import a_form, a_prompt

TITLE = "The conference that ran on"
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Shelf:
    """The one form that a test writes on."""

    def __init__(self, form):
        self._form = form

    def forms(self):
        return (self._form,)

    def problems(self):
        return ()


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


def opened(page, qtbot):
    found = page.surroundings.lane.run_and_wait(partial(page._desk.find, Search(limit=500)))
    page.open_reflection(next(each.id for each in found.outlines if each.title == TITLE))
    return built(page, qtbot)


def begun(page, qtbot, *kinds):
    page._desk.journal.shelf = Shelf(a_form(*(a_prompt(kind.value, kind) for kind in kinds)))
    page.begin("test_form")
    return built(page, qtbot)


def built(page, qtbot):
    qtbot.waitUntil(lambda: page._frame is not None and page._frame.form.current is not None)
    QApplication.sendPostedEvents()
    return page._frame


def write(frame, key, words):
    frame.form.go_to(frame.draft.form.prompt(key))
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_the_next_prompt_of_actions_takes_what_is_typed(page, qtbot):
    frame = begun(page, qtbot, PromptKind.PROSE, PromptKind.ACTIONS)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Ring the school")
    answer = frame.draft.reflection.answers["actions"]
    assert answer.value == Actions((Action("Ring the school"),))


def test_an_action_of_which_nothing_is_written_is_never_saved(page, qtbot):
    frame = begun(page, qtbot, PromptKind.ACTIONS)
    field = frame.form.current_block().editor._field
    assert field.rows[0].what.edit.hasFocus()
    field.add()
    assert len(field.rows) == 1, "an empty row stands there already"
    assert field.value == Actions()
    assert not frame.draft.has_changed


def test_writing_goes_on_in_the_prompt_written_in_last(page, qtbot):
    frame = opened(page, qtbot)
    write(frame, "what_i_noticed", "And later ")
    assert page.put_away()
    page.surroundings.lane.wait()
    frame = opened(page, qtbot)
    assert frame.form.current.prompt.key == "what_i_noticed"
    box = frame.form.current_block().editor.first_control()
    assert box.hasFocus()
    assert box.textCursor().atEnd()


def test_the_place_is_kept_with_the_words_and_not_only_when_leaving(page, qtbot):
    frame = opened(page, qtbot)
    with qtbot.waitSignal(frame.draft.saved):
        write(frame, "what_i_noticed", "And later ")
    page.surroundings.lane.wait()
    places = page._desk.places
    kept = page.surroundings.lane.run_and_wait(partial(places.last_in, page.reflection_id))
    assert kept == "what_i_noticed"


def test_of_one_prompt_the_place_is_stored_once(page, qtbot, monkeypatch):
    stored = []
    keep = Places.keep

    def noted(self, *told):
        stored.append(told)
        keep(self, *told)

    monkeypatch.setattr(Places, "keep", noted)
    frame = opened(page, qtbot)
    for word in ("And ", "later ", "still "):
        with qtbot.waitSignal(frame.draft.saved):
            write(frame, "what_i_noticed", word)
    page.surroundings.lane.wait()
    assert len(stored) == 1


def test_only_so_many_places_are_remembered(desk, surroundings):
    places = desk.places

    def keep_many():
        for number in range(30):
            places.keep(f"{number:032x}", "prose")
        return [number for number in range(30) if places.last_in(f"{number:032x}")]

    assert surroundings.lane.run_and_wait(keep_many) == list(range(10, 30))


def test_f6_comes_to_the_current_section(page, qtbot):
    frame = opened(page, qtbot)
    frame.sections.home.setFocus()
    frame.form.go_to(frame.draft.form.prompt("safety_scale"))
    entrance = _first_focusable(frame.sections)
    assert entrance is frame.sections._rows[frame.form.current.section.key]


def test_the_editor_is_ready_before_it_is_asked_for(surroundings, desk, qtbot, monkeypatch):
    view = a_view(surroundings, desk, qtbot, monkeypatch)
    qtbot.waitUntil(lambda: view.has_editor and view.editor._kept is not None)
    assert view.current == "home"


def test_making_ready_waits_while_somebody_types(surroundings, desk, qtbot, monkeypatch):
    # So slow that a busy machine cannot have made all of it before the key comes.
    view = a_view(surroundings, desk, qtbot, monkeypatch, quiet_ms=60)
    making = view.findChild(making_ready.MakingReady)
    qtbot.waitUntil(lambda: len(making._left) < len(making_ready._PIECES))
    monkeypatch.setattr(making_ready, "_QUIET_MS", 10_000)
    handle = view.window().windowHandle()
    key = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(handle, key)
    left = len(making._left)
    QTest.qWait(100)
    assert len(making._left) == left
    assert not view.has_editor


def a_view(surroundings, desk, qtbot, monkeypatch, quiet_ms=1):
    monkeypatch.setattr(making_ready, "_QUIET_MS", quiet_ms)
    view = OpenView(surroundings, desk)

    def close(view):
        surroundings.lane.wait()
        drop_late_answers(view)  # as the program does before a view goes

    qtbot.addWidget(view, before_close_func=close)
    view.resize(1280, 740)
    view.go("home")
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view
