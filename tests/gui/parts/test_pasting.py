"""Pasting clean, quoting, and dragging words from one answer into another."""

import time

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.pasting import insert_quotation, quoted
from app.ui.parts.prose_view import ProseView
from app.ui.parts.quoting import DraggedWords, Quoting


@pytest.fixture
def two(look, qtbot):
    """A reading view over an answer box."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    read = ProseView(look, "She said *nothing* then.\n\nLater she did.")
    box = AnswerBox(look, "Write here.")
    box.setAccessibleName("What happened?")
    column.addWidget(read)
    column.addWidget(box)
    holder.resize(700, 400)
    holder.show()
    yield read, box
    holder.close()


def copied(html, text=None):
    data = QMimeData()
    data.setHtml(html)
    if text is not None:
        data.setText(text)
    return data


def test_a_pasted_list_stays_a_list_and_is_one_step_of_undo(two):
    _, box = two
    box.set_text("Before")
    box.moveCursor(QTextCursor.MoveOperation.End)
    html = "<p> and</p><ul><li style='font-family: Comic'>one</li><li><b>two</b></li></ul>"
    box.insertFromMimeData(copied(html, " and one two"))
    assert box.text == "Beforeand\n\n- one\n- two"
    box.undo()
    assert box.text == "Before"


def test_what_comes_only_as_html_is_pasted_as_words(two):
    _, box = two
    data = copied("<p>only <b>so</b></p><p>again</p>")
    assert box.canInsertFromMimeData(data)
    box.insertFromMimeData(data)
    assert box.text == "only so\n\nagain"


@pytest.mark.slow
def test_two_megabytes_of_html_are_pasted_whole_without_a_long_stand(two):
    _, box = two
    words = "word " * 400_000
    data = copied(f"<ul><li>{words}</li></ul>", words)
    begun = time.process_time()  # a busy machine is no failure
    box.insertFromMimeData(data)
    assert time.process_time() - begun < 2
    assert box.text == words


def test_a_quotation_has_its_own_lines_and_writing_goes_on_below(two, qtbot):
    _, box = two
    box.set_text("He wrote this")
    box.moveCursor(QTextCursor.MoveOperation.End)
    insert_quotation(box, "one\r\n\r\ntwo ")
    qtbot.keyClicks(box, "I think")
    assert box.text == "He wrote this\n\n> one\n>\n> two\n\nI think"
    box.set_text("")
    insert_quotation(box, " \n ")
    assert box.text == ""
    assert quoted("a") == "> a"


def place_of(box, words):
    cursor = box.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return box.cursorRect(cursor).center()


def select(box, words):
    box.setTextCursor(box.document().find(words))


def drop(box, data, at):
    left, free = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(box.viewport(), QDragEnterEvent(at, copy, data, left, free))
    event = QDropEvent(QPointF(at), copy, data, left, free, QEvent.Type.Drop)
    QApplication.sendEvent(box.viewport(), event)
    return event.isAccepted()


def test_marked_words_are_dragged_into_an_answer_as_a_quotation(two, monkeypatch):
    read, box = two
    box.set_text("And so.")
    dragged = []
    monkeypatch.setattr(Quoting, "begin_drag", lambda self: dragged.append(self._box))
    select(read, "nothing")
    at = place_of(read, "nothing")
    QTest.mousePress(read.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(read.viewport(), at + QPoint(2, 0))
    assert dragged == []
    QTest.mouseMove(read.viewport(), at + QPoint(40, 30))
    assert dragged == [read]
    assert drop(box, DraggedWords(read), box.cursorRect().center())
    assert box.text == "> nothing\n\nAnd so."
    box.undo()
    assert box.text == "And so."


def test_what_is_dragged_holds_no_word_for_another_program(two):
    read, _ = two
    select(read, "nothing")
    data = DraggedWords(read)
    assert not data.hasText()
    assert not data.hasHtml()
    assert all(not bytes(data.data(each).data()) for each in data.formats())


def test_a_click_on_marked_words_takes_the_mark_away(two):
    read, _ = two
    select(read, "nothing")
    QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=place_of(read, "nothing"))
    assert not read.textCursor().hasSelection()


def test_a_reading_view_takes_nothing_that_is_dropped(two):
    read, box = two
    box.set_text("words")
    select(box, "words")
    before = read.toPlainText()
    drop(read, DraggedWords(box), QPoint(5, 5))
    assert read.toPlainText() == before
