"""Before a session is noted as held: what goes on, and when the next one is."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.answer import Action, Actions, Answer
from app.domain.topic import Topic, Topics, TopicState
from app.services.sessions import AGREED, TOPICS
from app.ui.editor.finish_session_dialog import FinishSessionDialog
from app.ui.parts.label import Label
from tests.workshops import a_desk

TODAY = date(2026, 10, 22)


@pytest.fixture
def writing(tmp_path):
    desk = a_desk(tmp_path / "journal")
    yield desk.sessions.open_next()
    desk.vault.close()


@pytest.fixture
def asked(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    opened = []

    def ask(writing):
        dialog = FinishSessionDialog(look, writing, TODAY, window)
        opened.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    yield ask
    for dialog in opened:
        if isValid(dialog):  # it goes by itself once it is closed
            dialog.done(0)


def written(writing, topics=(), actions=()):
    answers = {TOPICS: Answer(Topics(topics)), AGREED: Answer(Actions(actions))}
    return replace(writing, reflection=writing.reflection.with_answers(answers))


def said(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def test_what_is_carried_forward_is_named_and_the_rest_counted(asked, writing):
    topics = [Topic(f"Topic {number}") for number in range(8)]
    topics[0] = replace(topics[0], state=TopicState.DISCUSSED)
    dialog = asked(written(writing, tuple(topics), (Action("Ring"),)))
    words = said(dialog)
    assert "1 action was agreed." in words
    assert "• Topic 1\n" in words
    assert "Topic 0" not in words
    assert "• and 1 more" in words


def test_where_nothing_is_left_over_it_is_said(asked, writing):
    assert "No topic is left over to carry forward." in said(asked(writing))


def test_the_day_may_stay_open(asked, writing):
    dialog = asked(writing)
    told = []
    dialog.held_chosen.connect(told.append)
    dialog.hold.click()
    assert told == [None]


def test_a_day_is_read_as_it_is_typed_and_nonsense_is_kept_to_correct(asked, writing, qtbot):
    dialog = asked(writing)
    told = []
    dialog.held_chosen.connect(told.append)
    QTest.keyClicks(dialog.next_day.edit, "the day after never")
    dialog.hold.click()
    assert told == []
    assert dialog.isVisible()
    dialog.next_day.edit.selectAll()
    QTest.keyClicks(dialog.next_day.edit, "1 December 2026")
    QTest.keyClick(dialog.hold, Qt.Key.Key_Space)
    assert told == [date(2026, 12, 1)]
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_a_weekday_alone_is_the_one_to_come(asked, writing):
    dialog = asked(writing)
    told = []
    dialog.held_chosen.connect(told.append)
    QTest.keyClicks(dialog.next_day.edit, "monday")
    QTest.keyClick(dialog.hold, Qt.Key.Key_Space)
    assert told == [date(2026, 10, 26)]


def test_a_session_whose_day_is_still_to_come_says_so(writing, asked):
    early = replace(writing, reflection=replace(writing.reflection, event_date=date(2026, 11, 3)))
    dialog = asked(early)
    words = " ".join(each.text() for each in dialog.findChildren(Label))
    assert "This session is for Tuesday 3 November 2026, which is still to come." in words
    assert dialog.hold.words == "It was held today"
    today = replace(writing, reflection=replace(writing.reflection, event_date=TODAY))
    dialog = asked(today)
    assert not any("still to come" in each.text() for each in dialog.findChildren(Label))
    assert dialog.hold.words == "Note it as held"
