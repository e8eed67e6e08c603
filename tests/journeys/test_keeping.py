"""Versions, hold and bin in the whole window: menus, the way to and fro, and locks between."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.answer import Answer, Prose
from app.domain.sharing import Sharing
from app.ui.actions import MENUS
from tests.journeys.test_first_day import create_journal, on_lane, open_dialog
from tests.journeys.test_locking import replacing, unlock  # noqa: F401 - a fixture

FIRST, SECOND = "The room went quiet.", "The room went very quiet."
NAMES = ("versions", "review_date", "hold", "release_hold", "to_bin")


@pytest.fixture
def reflection_id(qtbot, window):
    create_journal(qtbot, window)
    return on_lane(window, partial(_write_twice, window.open_view.desk.journal))


def _write_twice(journal):
    writing = journal.begin("five_minute_capture")
    reflection_id = writing.reflection.id
    for text in (FIRST, SECOND):
        answered = writing.reflection.with_answer(
            "what_happened", Answer(Prose(text), Sharing.PRIVATE)
        )
        journal.save(replace(writing, reflection=answered))
        journal.leave(reflection_id)
        writing = journal.read(reflection_id)
    return reflection_id


def read(qtbot, window, reflection_id):
    view = window.open_view
    view.read(reflection_id)
    qtbot.waitUntil(lambda: view.journal.reading.reading is not None)
    settle(qtbot, window)
    return view


def settle(qtbot, window):
    for _ in range(5):
        window.surroundings.lane.wait()
        qtbot.wait(5)


def enabled(window):
    return {name for name in NAMES if window.actions_by_name[name].isEnabled()}


def hold(window, reflection_id):
    on_lane(window, partial(window.open_view.desk.retention.hold, reflection_id, "asked for"))


def test_the_menu_offers_what_fits_what_is_read(qtbot, window, reflection_id):
    assert enabled(window) == set()
    view = read(qtbot, window, reflection_id)
    assert enabled(window) == {"versions", "review_date", "hold", "to_bin"}
    hold(window, reflection_id)
    view.journal.refresh()
    settle(qtbot, window)
    assert enabled(window) == {"versions", "review_date", "release_hold", "to_bin"}
    view.go("home")
    assert enabled(window) == set()
    view.go("journal")
    settle(qtbot, window)
    assert "release_hold" in enabled(window)


def test_nothing_that_destroys_has_a_key():
    keys = {act.name: act.keys for _, acts in MENUS for act in acts if act is not None}
    assert keys["to_bin"] == keys["go_bin"] == ""


def test_versions_are_reached_by_key_and_lead_back(qtbot, window, reflection_id):
    view = read(qtbot, window, reflection_id)
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert view.current == "versions"
    page = view._pages["versions"]
    assert [outline.number for outline in page.model.outlines] == [2, 1]
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert view.current == "journal"
    assert view.journal.reading.reading.reflection.id == reflection_id


def test_what_is_on_hold_is_read_where_it_was_to_be_edited(qtbot, window, reflection_id):
    hold(window, reflection_id)
    view = window.open_view
    view.edit(reflection_id)
    qtbot.waitUntil(lambda: view.current == "journal")
    settle(qtbot, window)
    assert view.journal.reading.reading.reflection.id == reflection_id
    assert QApplication.focusWidget() is view.journal.reading.content.banner
    assert view.editor.reflection_id is None


def test_the_bin_is_reached_from_the_menu_and_back(qtbot, window, reflection_id):
    view = window.open_view
    on_lane(window, partial(view.desk.retention.move_to_bin, reflection_id))
    window.actions_by_name["go_bin"].trigger()
    settle(qtbot, window)
    page = view._pages["bin"]
    assert len(page.rows) == 1
    page.rows[0].back_button.click()
    settle(qtbot, window)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert view.current == "journal"
    assert view.journal.list.model.loaded == 1


def asking_to_bin(qtbot, window, reflection_id):
    read(qtbot, window, reflection_id)
    window.actions_by_name["to_bin"].trigger()


def asking_to_hold(qtbot, window, reflection_id):
    read(qtbot, window, reflection_id)
    window.actions_by_name["hold"].trigger()


def asking_to_release(qtbot, window, reflection_id):
    hold(window, reflection_id)
    read(qtbot, window, reflection_id)
    window.actions_by_name["release_hold"].trigger()


def asking_for_a_day(qtbot, window, reflection_id):
    read(qtbot, window, reflection_id)
    window.actions_by_name["review_date"].trigger()


def asking_to_bring_back(qtbot, window, reflection_id):
    window.open_view.show_versions(reflection_id)
    settle(qtbot, window)
    page = window.open_view._pages["versions"]
    page.list.setCurrentIndex(page.model.index(1))
    settle(qtbot, window)
    page.pane.back_button.click()


def asking_to_empty(qtbot, window, reflection_id):
    retention = window.open_view.desk.retention
    on_lane(window, partial(retention.move_to_bin, reflection_id))
    window.open_view.go("bin")
    settle(qtbot, window)
    window.open_view._pages["bin"].empty_button.click()


def state(window, reflection_id):
    desk = window.open_view.desk
    return on_lane(window, lambda: _state(desk, reflection_id))


def _state(desk, reflection_id):
    newest = desk.history.versions(reflection_id)[0]
    kept = desk.retention.keeping(reflection_id)
    return newest.number, kept.is_held, kept.is_binned, kept.review_on, kept.is_gone


@pytest.mark.parametrize(
    "asking",
    [
        asking_to_bin,
        asking_to_hold,
        asking_to_release,
        asking_for_a_day,
        asking_to_bring_back,
        asking_to_empty,
    ],
)
def test_a_lock_while_one_is_asked_decides_nothing_and_leaves_nothing(
    qtbot,
    window,
    replacing,  # noqa: F811 - the fixture
    reflection_id,
    asking,
):
    asking(qtbot, window, reflection_id)
    open_dialog(qtbot)
    before = state(window, reflection_id)
    desk = window.open_view.desk
    window.lock()
    assert desk.vault.is_closed
    assert len(replacing.starts) == 1
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert left == [window]
    unlock(qtbot, window)
    assert state(window, reflection_id) == before


def test_ctrl_z_undoes_what_the_notice_says_unless_a_text_has_something_to_undo(
    qtbot, window, reflection_id
):
    asking_to_bin(qtbot, window, reflection_id)
    open_dialog(qtbot).go_on.click()
    notice = window.open_view.journal.keeping.notice
    qtbot.waitUntil(notice.isVisible)
    settle(qtbot, window)
    assert state(window, reflection_id)[2]
    field = QLineEdit(window.open_view.journal)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert notice.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not notice.isVisible()
    settle(qtbot, window)
    assert not state(window, reflection_id)[2]


def test_a_lock_on_the_heels_of_an_answer_finishes_what_was_decided(
    qtbot,
    window,
    replacing,  # noqa: F811 - the fixture
    reflection_id,
):
    asking_to_bin(qtbot, window, reflection_id)
    open_dialog(qtbot).go_on.click()
    window.lock()
    unlock(qtbot, window)
    assert state(window, reflection_id)[2]
