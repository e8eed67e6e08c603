"""From home to a complete reflection without the mouse: keys go to whatever has the focus."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from app.domain.answer import text_of
from app.domain.finding import Search
from app.ui.pages.forms import FormsPage
from tests.journeys.test_first_day import open_dialog
from tests.workshops import PASSPHRASE, a_desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_words(words):
    for letter in words:  # the focus may move with any of them
        QTest.keyClicks(QApplication.focusWidget(), letter)


@pytest.fixture
def opened(window, tmp_path):
    folder = tmp_path / "journals" / "My journal"
    folder.parent.mkdir()
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    lane.run_and_wait(lambda: a_desk(folder, workshop).close())
    vault = lane.run_and_wait(partial(workshop.unlocking.open, folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)
    return window


def test_a_larger_text_never_takes_the_focus_from_what_is_being_written(opened, qtbot):
    opened.resize(1280, 800)
    view, fill = opened.open_view, opened.surroundings.workshop.fill_sample
    opened.surroundings.lane.run_and_wait(lambda: fill(view.desk))
    view.go("home")
    qtbot.waitUntil(lambda: view.home.isAncestorOf(QApplication.focusWidget()))
    view.begin_usual(1)
    qtbot.waitUntil(lambda: focus_is(QTextEdit))
    written = QApplication.focusWidget()
    for _ in range(6):  # past every fold of the pages behind
        press(Qt.Key.Key_Plus, CONTROL)
        QTest.qWait(20)
        assert QApplication.focusWidget() is written
        type_words("a")
    assert opened.surroundings.look.theme.scale == 2.0
    assert written.toPlainText() == "a" * 6


def focus_is(kind):
    return isinstance(QApplication.focusWidget(), kind)


def begin_gibbs(window, qtbot):
    press(Qt.Key.Key_N, CONTROL)
    (page,) = window.open_view.findChildren(FormsPage)
    qtbot.waitUntil(page.isVisible)
    window.surroundings.lane.wait()
    qtbot.waitUntil(lambda: bool(page.list.rows()))
    type_words("gibbs")
    QTest.qWait(50)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_view.editor._frame is not None)
    return window.open_view.editor._frame


def write_everything(qtbot, frame):
    """Answer each prompt and go on to the next; give what was written where."""
    prompts, written = list(frame.draft.form.prompts()), {}
    for number, prompt in enumerate(prompts):
        qtbot.waitUntil(partial(is_at, frame, prompt.key))
        qtbot.waitUntil(partial(focus_is, (QTextEdit, QLineEdit)))
        written[prompt.key] = f"words of prompt {number}"
        type_words(written[prompt.key])
        if prompt is not prompts[-1]:
            press(Qt.Key.Key_Return, CONTROL)
    return written


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_reflection_from_home_to_complete_by_keys_alone(opened, qtbot, is_alone):
    opened.surroundings.settings.is_one_at_a_time = is_alone
    view, lane = opened.open_view, opened.surroundings.lane
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    frame = begin_gibbs(opened, qtbot)
    assert frame.draft.form.id == "gibbs"
    written = write_everything(qtbot, frame)
    press(Qt.Key.Key_Return, CONTROL | SHIFT)
    dialog = open_dialog(qtbot)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    type_words("By keys alone")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.editor._frame is None)
    lane.wait()

    (outline,) = lane.run_and_wait(partial(view.desk.find, Search())).outlines
    kept = lane.run_and_wait(partial(view.desk.journal.read, outline.id)).reflection
    assert kept.is_complete
    assert kept.title == "By keys alone"
    assert {key: text_of(answer.value) for key, answer in kept.answers.items()} == written


def is_at(frame, key):
    return frame.form.current is not None and frame.form.current.prompt.key == key
