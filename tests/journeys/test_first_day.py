"""From welcome to a printed summary, in the real window, by keys and buttons alone."""

from functools import partial

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from app.domain.finding import Search
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.window import Window
from tests.fakes import FakeAsker
from tests.workshops import PASSPHRASE, a_workshop

SHARED = "The room went quiet when the report was read."
PRIVATE = "MARKERPRIVATE I was afraid of the silence."


@pytest.fixture
def window(qtbot, tmp_path):
    look = Look()
    look.apply()
    bugs = []
    lane = Lane()
    lane.broke.connect(bugs.append)
    asker = FakeAsker(tmp_path / "summary.pdf")
    settings = Settings(tmp_path / "settings.ini")
    window = Window(Surroundings(look, lane, a_workshop(), asker, settings), tmp_path / "journals")
    window.show()
    window.activateWindow()
    yield window
    window.close()
    lane.stop()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert bugs == []


def words_on(step):
    """Read the recovery words as the page shows them."""
    return step.words if hasattr(step, "words") else ()


def create_journal(qtbot, window):
    window.show_way_in(None)
    welcome = window.way_in
    step = welcome.passphrase_step
    QTest.keyClicks(step.passphrase_field.edit, PASSPHRASE)
    QTest.keyClicks(step.again_field.edit, PASSPHRASE)
    step.continue_button.click()
    qtbot.waitUntil(lambda: welcome.stack.currentWidget() is welcome.words_step, timeout=10_000)
    words = welcome._words
    assert len(words) == 24
    QTest.mouseClick(welcome.words_step.done_button, Qt.MouseButton.LeftButton)
    check = welcome.check_step
    qtbot.waitUntil(lambda: welcome.stack.currentWidget() is check)
    for number, field in zip(check.numbers, check.fields, strict=True):
        QTest.keyClicks(field.edit, words[number - 1])
    check.open_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=10_000)
    return words


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def on_lane(window, work):
    return window.surroundings.lane.run_and_wait(work)


def open_dialog(qtbot):
    def shown():
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def click_words(parent, words):
    button = next(each for each in parent.findChildren(QPushButton) if each.text() == words)
    button.click()


def test_from_welcome_to_a_printed_summary(qtbot, window, tmp_path):
    create_journal(qtbot, window)
    view = window.open_view
    qtbot.waitUntil(lambda: view.home.findChild(QPushButton, "begin_button") is not None)
    view.home.findChild(QPushButton, "begin_button").click()
    editor = view.editor
    qtbot.waitUntil(lambda: editor._frame is not None)
    frame = editor._frame

    def type_into(key, text):
        prompt = frame.draft.form.prompt(key)
        frame.form.go_to(prompt)
        qtbot.waitUntil(
            lambda: frame.form.current is not None and frame.form.current.prompt.key == key
        )
        QTest.keyClicks(QApplication.focusWidget(), text)

    type_into("what_happened", SHARED)
    type_into("what_i_felt", PRIVATE)
    type_into("so_what", "I hurry.")
    qtbot.waitUntil(lambda: frame.draft.is_saved, timeout=3_000)
    found = on_lane(window, partial(view.desk.find, Search(words="quiet")))
    assert found.total == 1

    editor.ask_to_finish()
    dialog = open_dialog(qtbot)
    click_words(dialog, "Finish")
    qtbot.waitUntil(lambda: view.current == "journal")
    stored = on_lane(window, partial(view.desk.journal.read, found.outlines[0].id))
    assert stored.reflection.is_complete
    assert stored.reflection.answers["what_i_felt"].value.text == PRIVATE

    view.take_to_supervision(found.outlines[0].id)
    qtbot.waitUntil(lambda: view.supervision.preview.page_count > 0, timeout=10_000)
    view.supervision.save_as("pdf")
    target = tmp_path / "summary.pdf"
    qtbot.waitUntil(target.exists, timeout=10_000)
    text = "\n".join(page.extract_text() for page in PdfReader(target).pages)
    assert SHARED in " ".join(text.split())
    assert "MARKERPRIVATE" not in text
    assert "kept private" in text


def test_locking_closes_the_journal_and_the_passphrase_opens_it_again(qtbot, window):
    create_journal(qtbot, window)
    desk = window.open_view.desk
    window.lock()
    assert window.open_view is None
    assert desk.vault.is_closed
    unlock = window.way_in
    QTest.keyClicks(unlock.passphrase_field.edit, "not the right one at all")
    press(unlock.passphrase_field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: unlock.trouble.isVisible(), timeout=10_000)
    unlock.passphrase_field.clear()
    QTest.keyClicks(unlock.passphrase_field.edit, PASSPHRASE)
    press(unlock.passphrase_field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=10_000)


def test_the_sample_journal_can_be_tried_without_making_one(qtbot, window):
    window.show_way_in(None)
    window.way_in.passphrase_step.sample_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=20_000)
    found = on_lane(window, partial(window.open_view.desk.find, Search()))
    assert found.in_journal == 12


def test_the_window_title_says_nothing_about_what_is_open(qtbot, window):
    create_journal(qtbot, window)
    assert window.windowTitle() == "Afterword"
