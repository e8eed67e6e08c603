"""From welcome to a printed summary, in the real window, by keys and buttons alone."""

from functools import partial

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from app.domain.finding import Search
from tests.workshops import PASSPHRASE

SHARED = "The room went quiet when the report was read."
PRIVATE = "MARKERPRIVATE I was afraid of the silence."


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
    QTest.mouseClick(welcome.words_step.written_button, Qt.MouseButton.LeftButton)
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


def write_and_finish(qtbot, window, answers):
    """Write prose answers from home in the editor and finish; give the reflection's id."""
    view = window.open_view
    qtbot.waitUntil(lambda: view.home.findChild(QPushButton, "begin_button") is not None)
    view.home.findChild(QPushButton, "begin_button").click()
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    frame = view.editor._frame
    for key, text in answers.items():
        frame.form.go_to(frame.draft.form.prompt(key))
        qtbot.waitUntil(partial(is_current, frame, key))
        QTest.keyClicks(QApplication.focusWidget(), text)
    qtbot.waitUntil(lambda: frame.draft.is_saved, timeout=3_000)
    reflection_id = view.editor.reflection_id
    view.editor.ask_to_finish()
    click_words(open_dialog(qtbot), "Finish")
    qtbot.waitUntil(lambda: view.current == "journal")
    return reflection_id


def is_current(frame, key):
    return frame.form.current is not None and frame.form.current.prompt.key == key


def test_from_welcome_to_a_printed_summary(qtbot, window, tmp_path):
    create_journal(qtbot, window)
    answers = {"what_happened": SHARED, "what_i_felt": PRIVATE, "so_what": "I hurry."}
    reflection_id = write_and_finish(qtbot, window, answers)
    view = window.open_view
    stored = on_lane(window, partial(view.desk.journal.read, reflection_id))
    assert stored.reflection.is_complete
    assert stored.reflection.answers["what_i_felt"].value.text == PRIVATE
    found = on_lane(window, partial(view.desk.find, Search(words="quiet")))
    assert [each.id for each in found.outlines] == [reflection_id]

    view.supervision_ways.take(reflection_id)
    qtbot.waitUntil(lambda: view.supervision._paper is not None, timeout=10_000)
    view.supervision.save_as("pdf")
    target = tmp_path / "summary.pdf"
    qtbot.waitUntil(target.exists, timeout=10_000)
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert SHARED in text
    assert "MARKERPRIVATE" not in text
    assert "kept back" in text


def test_locking_closes_the_journal_and_the_passphrase_opens_it_again(qtbot, window):
    create_journal(qtbot, window)
    desk = window.open_view.desk
    window.lock()
    assert window.open_view is None
    assert desk.vault.is_closed
    unlock = window.way_in
    QTest.keyClicks(unlock.passphrase_field.edit, "not the right one at all")
    press(unlock.passphrase_field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(unlock.trouble.isVisible, timeout=10_000)
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
