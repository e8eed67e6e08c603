"""Locking in the middle of whatever is going on: nothing lost, nothing left, nothing half-done."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextEdit, QWidget

from app.domain.errors import Cancelled, DiskFull
from app.services.journal import Journal
from app.ui.dialogs.release_dialog import ReleaseDialog
from app.ui.errands.releasing import Releasing
from app.ui.idle_lock import IdleLock
from app.ui.parts.date_field import DateField
from app.ui.parts.prose_view import ProseView
from app.ui.parts.quoting import DraggedWords
from app.ui.replacing import WORDS_UNSEEN, FirstPage, NextStart
from tests.fakes import FakeAsker
from tests.journeys.test_first_day import (
    create_journal,
    is_current,
    open_dialog,
    press,
    write_and_finish,
)
from tests.workshops import PASSPHRASE

WORDS = "The room went quiet."


class Replacements:
    """Stands in for the fresh process, and notes what it would have begun with."""

    def __init__(self):
        self.starts = []

    def replace(self, start):
        self.starts.append(start)


@pytest.fixture
def replacing(window):
    window.surroundings.replacing = Replacements()
    return window.surroundings.replacing


def begin_writing(qtbot, window, words=WORDS):
    view = window.open_view
    qtbot.waitUntil(lambda: bool(view.home.usual_form_id(1)))
    view.begin_usual(1)
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    frame = view.editor._frame
    frame.form.go_to(frame.draft.form.prompt("what_happened"))
    qtbot.waitUntil(partial(is_current, frame, "what_happened"))
    QTest.keyClicks(QApplication.focusWidget(), words)
    return view.editor.reflection_id


def unlock(qtbot, window):
    QTest.keyClicks(window.way_in.passphrase_field.edit, PASSPHRASE)
    press(window.way_in.passphrase_field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=10_000)


def kept_words(window, reflection_id):
    desk = window.open_view.desk
    stored = window.surroundings.lane.run_and_wait(partial(desk.journal.read, reflection_id))
    return stored.reflection.answers["what_happened"].value.text


def fails(*_):
    raise DiskFull


# What a lock finds


def in_a_dialog(qtbot, window):
    window.open_view.editor.ask_to_finish()
    open_dialog(qtbot)


def in_the_calendar(qtbot, window):
    window.open_view.editor._frame.show_help()
    window.findChildren(DateField)[0].open_calendar()


def in_the_preview(qtbot, window):
    window.open_view.go("supervision")


def in_the_middle_of_a_word(qtbot, window):
    QTest.keyClicks(QApplication.focusWidget(), "")


@pytest.mark.parametrize(
    "found", [in_the_middle_of_a_word, in_a_dialog, in_the_calendar, in_the_preview]
)
def test_a_lock_keeps_the_words_and_shows_none(qtbot, window, replacing, found):
    create_journal(qtbot, window)
    reflection_id = begin_writing(qtbot, window)
    found(qtbot, window)
    desk = window.open_view.desk
    window.lock()
    assert desk.vault.is_closed
    assert replacing.starts == [NextStart()], "the settings know the folder already"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(QTextEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [each for each in QApplication.topLevelWidgets() if is_left(each, window)] == []
    unlock(qtbot, window)
    assert kept_words(window, reflection_id) == WORDS


def is_left(widget, window):
    return widget is not window and widget.isVisible()


def test_a_lock_within_a_menu_or_a_lock_is_one_lock(qtbot, window, replacing):
    create_journal(qtbot, window)
    menu = window.menuBar().actions()[0].menu()
    QTimer.singleShot(50, window.lock)
    QTimer.singleShot(60, window.lock)
    QTimer.singleShot(70, menu.close)
    menu.exec(QPoint(10, 10))
    assert len(replacing.starts) == 1
    assert window.open_view is None


def test_a_journal_that_does_not_close_is_locked_all_the_same(
    qtbot, window, replacing, monkeypatch
):
    create_journal(qtbot, window)
    desk = window.open_view.desk

    def refuses():
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(type(desk), "close", lambda _desk: refuses())
        with pytest.raises(MemoryError):
            window.lock()
    assert len(replacing.starts) == 1
    window.surroundings.lane.run_and_wait(desk.close)


def test_a_save_that_asks_for_a_lock_locks_once(qtbot, window, replacing, monkeypatch):
    create_journal(qtbot, window)
    begin_writing(qtbot, window)
    window.open_view.editor._frame.draft.saved.connect(window.lock)
    window.lock()
    assert len(replacing.starts) == 1


def test_an_export_under_way_is_there_whole_after_the_lock(qtbot, window, tmp_path):
    create_journal(qtbot, window)
    answers = {"what_happened": WORDS, "what_i_felt": "Quiet.", "so_what": "I hurry."}
    reflection_id = write_and_finish(qtbot, window, answers)
    view, target = window.open_view, tmp_path / "late.pdf"
    window.surroundings.asker = FakeAsker(target)
    view.supervision_ways.take(reflection_id)
    qtbot.waitUntil(lambda: view.supervision._paper is not None, timeout=10_000)
    for leaving in view.supervision.findChildren(Releasing):
        leaving.released.connect(lambda _released: window.lock())
    with qtbot.waitSignal(window.locked, timeout=10_000):
        view.supervision.save_as("pdf")
    assert target.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


@pytest.mark.asks_before_leaving
def test_a_lock_while_the_names_are_asked_about_lets_nothing_leave(qtbot, window, tmp_path):
    create_journal(qtbot, window)
    answers = {"what_happened": "We saw Kayleigh Boothroyd.", "what_i_felt": "Quiet."}
    reflection_id = write_and_finish(qtbot, window, answers)
    view, target = window.open_view, tmp_path / "late.pdf"
    window.surroundings.asker = FakeAsker(target)
    view.supervision_ways.take(reflection_id)
    qtbot.waitUntil(lambda: view.supervision._paper is not None, timeout=10_000)
    view.supervision.save_as("pdf")
    qtbot.waitUntil(lambda: bool(window.findChildren(ReleaseDialog)), timeout=10_000)
    window.lock()
    assert window.open_view is None
    assert not target.exists()


def test_long_work_gives_way_to_a_lock(qtbot, window):
    create_journal(qtbot, window)
    lane, ended, begun = window.surroundings.lane, [], threading.Event()

    def works_for_ever():
        begun.set()
        while True:
            lane.progress(0.5)

    job = lane.job()
    job.failed.connect(ended.append)
    lane.start(job, works_for_ever)
    begun.wait()
    window.lock()
    assert window.open_view is None
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Cancelled)
    lane.run_and_wait(partial(lane.progress, 0.5))


# A lock that cannot save


def test_words_that_cannot_be_saved_are_covered_and_locked_as_soon_as_they_can(
    qtbot, window, replacing, monkeypatch
):
    create_journal(qtbot, window)
    reflection_id = begin_writing(qtbot, window)
    in_a_dialog(qtbot, window)
    dialog = open_dialog(qtbot)
    with monkeypatch.context() as broken:
        broken.setattr(Journal, "save", fails)
        window.lock()
        assert not replacing.starts
        assert not window.open_view.isVisible()
        assert not dialog.isVisible()
        cover = window.centralWidget().findChild(QWidget, "page").currentWidget()
        assert "could not be saved" in cover.reason.text()
        window.lock()
        assert not window.open_view.isVisible()
    qtbot.waitUntil(lambda: bool(replacing.starts), timeout=10_000)
    unlock(qtbot, window)
    assert kept_words(window, reflection_id) == WORDS


def test_whoever_goes_back_finds_words_and_dialog_as_they_were(
    qtbot, window, replacing, monkeypatch
):
    create_journal(qtbot, window)
    begin_writing(qtbot, window)
    in_a_dialog(qtbot, window)
    dialog = open_dialog(qtbot)
    with monkeypatch.context() as broken:
        broken.setattr(Journal, "save", fails)
        window.lock()
        window.centralWidget().findChild(QWidget, "page").currentWidget().back_button.click()
        assert not window.open_view.isVisible(), "whoever goes back says the passphrase first"
        asked = open_dialog(qtbot)
        QTest.keyClicks(asked.entry.passphrase_field.edit, PASSPHRASE)
        asked.go_on.click()
        qtbot.waitUntil(window.open_view.isVisible, timeout=10_000)
        assert dialog.isVisible()
        assert window.actions_by_name["finish"].isEnabled()
    dialog.reject()
    assert not replacing.starts


# The way in


def to_recovery_words(qtbot, window):
    window.show_way_in(None)
    welcome = window.way_in
    QTest.keyClicks(welcome.passphrase_step.passphrase_field.edit, PASSPHRASE)
    QTest.keyClicks(welcome.passphrase_step.again_field.edit, PASSPHRASE)
    welcome.passphrase_step.continue_button.click()
    qtbot.waitUntil(lambda: welcome.made_folder is not None, timeout=10_000)
    return welcome


def test_a_lock_takes_the_recovery_words_from_the_screen_and_says_so(qtbot, window, replacing):
    welcome = to_recovery_words(qtbot, window)
    folder = welcome.made_folder
    window.lock()
    assert welcome._words == ()
    assert replacing.starts == [NextStart(note=WORDS_UNSEEN)]
    assert window.surroundings.settings.journal_folder == folder
    assert "recovery words" in window.status_line.left
    unlock(qtbot, window)


def test_copying_words_by_hand_is_not_idleness(qtbot, window, replacing, monkeypatch):
    to_recovery_words(qtbot, window)
    idle = IdleLock(window.surroundings.settings, window)
    idle._timer.timeout.emit()
    assert not replacing.starts
    monkeypatch.setattr(type(idle._quiet), "elapsed", lambda _: 31 * 60_000)
    idle._timer.timeout.emit()
    assert len(replacing.starts) == 1


def test_a_lock_empties_the_passphrase_field(qtbot, window, replacing):
    create_journal(qtbot, window)
    window.lock()
    QTest.keyClicks(window.way_in.passphrase_field.edit, PASSPHRASE)
    window.lock()
    assert window.way_in.passphrase_field.text == ""


def test_other_journals_and_bugs_go_through_a_fresh_process_too(qtbot, window, replacing, tmp_path):
    create_journal(qtbot, window)
    window.closed_work.make_another()
    assert replacing.starts.pop() == NextStart(FirstPage.WELCOME)
    assert hasattr(window.way_in, "passphrase_step")
    window.show_way_in(window.folder)
    unlock(qtbot, window)
    window.surroundings.asker = FakeAsker(None, tmp_path / "other")
    window.closed_work.open_another()
    assert window.open_view is not None, "whoever chooses no other journal stays in this one"
    window.closed_work.open_another()
    assert replacing.starts.pop() == NextStart(folder=tmp_path / "other")
    window.show_way_in(window.surroundings.settings.journal_folder)
    unlock(qtbot, window)
    window.lock_after_bug("ZeroDivisionError")
    assert replacing.starts.pop() == NextStart(note="ZeroDivisionError")
    assert "ZeroDivisionError" in window.status_line.left


# What others could see


def test_no_window_and_no_dialog_has_words_of_the_journal_in_its_title(qtbot, window):
    create_journal(qtbot, window)
    marker = "MARKERTITLE"
    begin_writing(qtbot, window, marker)
    window.open_view.editor._frame.draft.put_title(marker)
    seen = []
    in_a_dialog(qtbot, window)
    open_dialog(qtbot)
    for name in ("keys", "about", "protects", "guide"):
        window.actions_by_name[name].trigger()
    for each in QApplication.topLevelWidgets():
        if each.isVisible():
            seen.append(each)
            assert each.windowTitle() in ("Afterword", "")
    assert len(seen) > 4
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()


def test_marked_words_cannot_be_dragged_out_of_the_window(qtbot, window):
    create_journal(qtbot, window)
    begin_writing(qtbot, window, "one two three")
    box = QApplication.focusWidget()
    view = ProseView(window.surroundings.look, "one two three", parent=window)
    for edit in (box, view):
        edit.selectAll()
        assert edit.textCursor().hasSelection()
        within = QTextCursor(edit.document())
        within.setPosition(3)
        place = edit.cursorRect(within).center()
        dragged = DraggedWords(edit)
        assert dragged.words() == "one two three"
        assert not any(dragged.data(kind).size() for kind in dragged.formats())
        assert not dragged.hasText()
        assert not dragged.hasHtml()
        QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert not edit.textCursor().hasSelection()
    view.deleteLater()
