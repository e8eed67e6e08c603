"""Possible identifiers in the whole window, by keys alone and with the real lists."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Answer, Prose
from app.ui.parts.answer_box import AnswerBox
from tests.gui.way_in import unnamed_controls
from tests.journeys.test_first_day import on_lane
from tests.journeys.test_going_on import edit, key
from tests.journeys.test_keeping import reflection_id, settle  # noqa: F401

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "Mrs Ashby rang about Kayleigh. Kayleigh’s gran lives at LS6 2AB."


@pytest.fixture
def editor(qtbot, window, reflection_id):  # noqa: F811
    view = edit(qtbot, window, reflection_id)
    box = view.editor.findChildren(AnswerBox)[0]
    box.setFocus()
    box.selectAll()
    box.textCursor().insertText(WORDS)
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: len(view.editor.noticing.places) >= 4, timeout=5000)
    return view.editor


def panel_of(editor):
    return editor.noticing.deciding.panel


def words_of(editor):
    return panel_of(editor).card._words.text()


def box_of(editor):
    return editor.ready_frame().form.current_block().editor.first_control()


def test_all_of_it_by_keys(qtbot, window, editor):
    box = box_of(editor)
    key(Qt.Key.Key_F8)
    assert panel_of(editor).isVisible()
    assert words_of(editor) == "Mrs Ashby"
    key(Qt.Key.Key_F8)
    assert words_of(editor) == "Kayleigh"
    key(Qt.Key.Key_F8, SHIFT)
    assert words_of(editor) == "Mrs Ashby"
    QTest.keyClicks(QApplication.focusWidget(), "the manager")
    key(Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: words_of(editor) == "Kayleigh")
    assert "rang about Kayleigh" in box.text
    assert "Ashby" not in box.text
    key(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Her own wish.")
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(editor.noticing.places) == 2)
    key(Qt.Key.Key_Escape)
    assert not panel_of(editor).isVisible()
    assert QApplication.focusWidget() is box
    assert window.open_view.current == "editor"


def test_replacing_keeps_the_grammar_and_comes_back_by_undo(qtbot, window, editor):
    box = box_of(editor)
    cursor = box.textCursor()
    cursor.setPosition(WORDS.index("Kayleigh’s"))
    box.setTextCursor(cursor)
    key(Qt.Key.Key_F8)
    QTest.keyClicks(QApplication.focusWidget(), "Child A")
    key(Qt.Key.Key_Return)
    assert "Child A’s gran" in box.text
    key(Qt.Key.Key_Z, CONTROL)
    assert box.text == WORDS
    key(Qt.Key.Key_Escape)
    # From the answer itself as well.
    key(Qt.Key.Key_F8)
    QTest.keyClicks(QApplication.focusWidget(), "Child A")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Z, CONTROL)
    assert box.text == WORDS


def test_everywhere_keeps_the_grammar_and_leaves_other_reflections_alone(qtbot, window, editor):
    desk = window.open_view.desk
    written = editor.ready_frame().draft.writing()
    other = on_lane(window, partial(desk.journal.begin, written.form.id))
    key_of_prompt = editor.ready_frame().form.current.prompt.key
    answers = {key_of_prompt: Answer(Prose("Kayleigh was there."))}
    first = replace(other, reflection=other.reflection.with_answers(answers))
    on_lane(window, partial(desk.journal.save, first))
    box = box_of(editor)
    cursor = box.textCursor()
    cursor.setPosition(WORDS.index("Kayleigh"))
    box.setTextCursor(cursor)
    key(Qt.Key.Key_F8)
    editor.noticing.deciding.ask_label()
    QTest.keyClicks(QApplication.focusWidget(), "Child A")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Kayleigh" not in box.text)
    assert "rang about Child A. Child A’s gran" in box.text
    stored = on_lane(window, partial(desk.journal.read, first.reflection.id)).reflection
    assert stored.answers[key_of_prompt].value == Prose("Kayleigh was there.")


def test_the_menu_switches_this_reflection_off_and_on(qtbot, window, editor):
    action = window.actions_by_name["point_out_identifiers"]
    assert action.isChecked()
    action.trigger()
    settle(qtbot, window)
    assert not editor.noticing.is_on
    assert not action.isChecked()
    action.trigger()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(editor.noticing.places) >= 4, timeout=5000)
    assert action.isChecked()


def test_every_control_of_the_panel_has_a_name_and_tab_reaches_it(qtbot, window, editor):
    key(Qt.Key.Key_F8)
    panel = panel_of(editor)
    assert unnamed_controls(panel) == []
    reached = set()
    for _ in range(30):
        key(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    card = panel.card
    wanted = {card.field.edit, card.replace, card.everywhere, card.keep, card.not_one}
    assert wanted <= reached
    assert {panel.previous, panel.next, panel.switch} <= reached
