"""What is copied out of the journal: whole inside the window, and looked at for everybody else."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Answer, Prose
from app.domain.identifier import KeptPerson
from app.services.journal import About
from app.ui.dialogs.release_dialog import ReleaseDialog
from app.ui.parts.copied_words import copied_here
from app.ui.parts.notice import Notice
from app.ui.parts.prose_view import ProseView
from tests.journeys.test_first_day import create_journal

pytestmark = pytest.mark.asks_before_leaving
WORDS = "We saw Kayleigh at LS11 8QX."


def on_the_clipboard():
    """Give the words inside the window, and those that other programs get."""
    held = QApplication.clipboard().mimeData()
    return copied_here(held), held.text() if held.hasText() else None


def written(desk, words):
    form = desk.journal.form("five_minute_capture")
    answers = {form.sections[0].prompts[0].key: Answer(Prose(words))}
    return desk.journal.write(form, answers, About("The visit after school")).id


def copy_what_is_read(qtbot, window, words=WORDS):
    window.activateWindow()
    view, lane = window.open_view, window.surroundings.lane
    view.read(lane.run_and_wait(partial(written, view.desk, words)))
    reading = view.journal.reading

    def shown():
        views = reading.findChildren(ProseView)
        return [each for each in views if each.isVisible() and words in each.toPlainText()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
    shown()[0].selectAll()
    shown()[0].copy()
    qtbot.waitUntil(lambda: on_the_clipboard()[1] is not None, timeout=10_000)


def notices_of(window):
    return [each for each in window.findChildren(Notice) if each.isVisible()]


def test_other_programs_get_no_possible_identifier_until_it_is_decided(qtbot, window):
    create_journal(qtbot, window)
    copy_what_is_read(qtbot, window)
    assert on_the_clipboard() == (WORDS, "We saw a person at the area.")
    (notice,) = notices_of(window)
    assert "2" in notice.accessibleName()
    window.actions_by_name["decide_copied"].trigger()
    dialog = window.findChild(ReleaseDialog)
    dialog.because.edit.setText("My own notes")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: on_the_clipboard() == (WORDS, WORDS), timeout=10_000)


def test_not_now_leaves_the_copy_as_it_was(qtbot, window):
    create_journal(qtbot, window)
    copy_what_is_read(qtbot, window)
    window.actions_by_name["decide_copied"].trigger()
    window.findChild(ReleaseDialog).stay.click()
    assert on_the_clipboard() == (WORDS, "We saw a person at the area.")


def test_a_name_of_the_people_key_is_its_label_elsewhere(qtbot, window):
    create_journal(qtbot, window)
    key = window.open_view.desk.people_key
    window.surroundings.lane.run_and_wait(lambda: key.keep((KeptPerson("Child A", ("Kayleigh",)),)))
    words = "Kayleigh’s day went well."
    copy_what_is_read(qtbot, window, words)
    assert on_the_clipboard() == (words, "Child A’s day went well.")
    window.actions_by_name["decide_copied"].trigger()
    assert window.findChild(ReleaseDialog) is None


def test_words_with_nothing_to_find_are_there_as_they_are_and_nothing_is_said(qtbot, window):
    create_journal(qtbot, window)
    copy_what_is_read(qtbot, window, "The room went quiet.")
    assert on_the_clipboard() == ("The room went quiet.", "The room went quiet.")
    assert notices_of(window) == []


def test_pasting_in_the_window_gives_the_words_as_they_were_written(qtbot, window):
    create_journal(qtbot, window)
    copy_what_is_read(qtbot, window)
    view = window.open_view
    view.search()
    field = view.journal.list.search_field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == WORDS
    field.clear()
    view.begin_usual(1)
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    box = view.editor._frame.form.current_block().editor.first_control()
    box.setFocus()
    box.paste()
    assert box.text == WORDS
    box.selectAll()
    box.cut()
    # At once, before anything was looked at.
    box.paste()
    assert box.text == WORDS


def test_the_paste_of_a_line_s_menu_gives_the_words_too(qtbot, window):
    create_journal(qtbot, window)
    copy_what_is_read(qtbot, window)
    view = window.open_view
    view.search()
    field = view.journal.list.search_field
    qtbot.waitUntil(field.hasFocus)
    at = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    QApplication.sendEvent(field, event)
    menu = QApplication.activePopupWidget()
    menu.findChild(QAction, "edit-paste").trigger()
    menu.close()
    assert field.text() == WORDS


def test_without_a_journal_nothing_is_held_back(qtbot, window):
    QApplication.clipboard().setText("A path to somewhere")
    assert on_the_clipboard() == ("A path to somewhere", "A path to somewhere")
