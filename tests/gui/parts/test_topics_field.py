"""Topics as they are written: rows that grow, the help wanted, and what came of each."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState
from app.ui.parts.topics_field import TopicsField
from tests.gui.spoken import spoken_name

SILENCE = Topic("The silence", Help.DECIDE, carried=2, source=TopicSource("r1", "what"))
TALKED = Topic("The letter", state=TopicState.DISCUSSED, came_of_it="It goes out.")


@pytest.fixture
def field(look, qtbot):
    field = TopicsField(look)
    qtbot.addWidget(field)
    field.resize(640, 480)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    return field


@pytest.fixture
def told(field):
    told = []
    field.value_changed.connect(told.append)
    return told


def test_an_empty_field_has_a_row_ready_and_no_topic(field):
    assert len(field.rows) == 1
    assert field.value == Topics()


def test_what_is_shown_is_what_comes_back_with_what_no_row_shows(field, told):
    field.set_value(Topics((SILENCE, TALKED)))
    assert field.value == Topics((SILENCE, TALKED))
    assert told == []


def test_words_help_and_state_are_told_as_they_change(field, told):
    QTest.keyClicks(field.rows[0].words.edit, "The letter")
    assert told[-1] == Topics((Topic("The letter"),))
    field.rows[0].help.setCurrentIndex(1)
    assert told[-1].items[0].help is Help.DECIDE
    field.rows[0].state._group.button(1).click()
    assert told[-1].items[0].state is TopicState.DISCUSSED


def test_what_came_of_it_is_asked_once_a_topic_is_settled_and_never_hidden_with_words(field, qtbot):
    field.set_value(Topics((SILENCE,)))
    qtbot.waitUntil(field.rows[0].isVisible)
    row = field.rows[0]
    assert not row.came_of_it.isVisible()
    row.state._group.button(1).click()
    assert row.came_of_it.isVisible()
    QTest.keyClicks(row.came_of_it.edit, "Ten seconds.")
    row.state._group.button(0).click()
    assert row.came_of_it.isVisible()


def test_rows_are_added_and_removed_without_losing_the_place(field, told):
    field.set_value(Topics((SILENCE, TALKED)))
    field.add()
    assert QApplication.focusWidget() is field.rows[2].words.edit
    field.add()
    assert len(field.rows) == 3
    field.rows[0].remove.click()
    assert told[-1] == Topics((TALKED,))
    assert QApplication.focusWidget() is field.rows[0].words.edit
    field.rows[1].remove.click()
    field.rows[0].remove.click()
    assert field.value == Topics()
    assert len(field.rows) == 1


def test_every_control_has_a_name_and_tab_goes_in_reading_order(field, qtbot):
    field.set_value(Topics((TALKED,)))
    qtbot.waitUntil(field.rows[0].isVisible)
    row = field.rows[0]
    row.words.edit.setFocus()
    names = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() or spoken_name(focused))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names == [
        "Topic 1: what",
        "Topic 1: help wanted",
        "Discussed",
        "Topic 1: what came of it",
        "Remove topic 1",
    ]


def test_how_often_it_was_carried_forward_is_told(field):
    field.set_value(Topics((SILENCE,)))
    words = [label.text() for label in field.findChildren(type(field.rows[0]._carried))]
    assert "carried forward twice" in words


def test_alt_and_down_open_the_list_of_help_and_go_to_no_other_prompt(field):
    field.set_value(Topics((SILENCE,)))
    box = field.rows[0].help
    box.setFocus()
    keys = (QEvent.Type.ShortcutOverride, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    override = QKeyEvent(*keys)
    override.ignore()
    QApplication.sendEvent(box, override)
    assert override.isAccepted()
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.view().isVisible()
    box.hidePopup()


def test_a_dropped_topic_asks_why_and_a_discussed_one_what_came_of_it(field):
    field.set_value(Topics((TALKED, Topic("Gone", state=TopicState.DROPPED))))
    names = [row.came_of_it.edit.accessibleName() for row in field.rows[:2]]
    assert names == ["Topic 1: what came of it", "Topic 2: why"]
    row = field.rows[1]
    row.state.set_chosen(TopicState.DISCUSSED.value)
    row.state.chosen_changed.emit(TopicState.DISCUSSED.value)
    assert row.came_of_it.edit.accessibleName() == "Topic 2: what came of it"


def test_a_long_topic_is_shown_from_its_beginning(field):
    field.set_value(Topics((Topic("The silence after the meeting " * 10),)))
    assert field.rows[0].words.edit.cursorPosition() == 0
