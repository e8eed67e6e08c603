"""A reflection comes back on its day, is looked at again by keys, and stays as it was."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.editor.finish_dialog import FinishDialog
from app.ui.pages.home_looks import LookRow
from tests.journeys.test_first_day import on_lane
from tests.journeys.test_keeping import read, reflection_id, settle  # noqa: F401 - a fixture

NAMES = ("look_again", "look_again_on")


def looks(window):
    rows = window.open_view.home.due.findChildren(LookRow)
    return [row for row in rows if row.isVisible()]


def tab_to(wanted):
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            return
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def finish(qtbot, window):
    window.actions_by_name["finish"].trigger()
    qtbot.waitUntil(lambda: window.findChild(FinishDialog) is not None)
    dialogs = [each for each in window.findChildren(FinishDialog) if each.isVisible()]
    QTest.keyClick(dialogs[0]._finish, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_view.current == "journal")
    settle(qtbot, window)


def look_by_keys(qtbot, window, words):
    """Look again from home, by keys alone; give the id of what was written."""
    view = window.open_view
    # Without a screen no window is active after a dialog.
    window.activateWindow()
    view.go("home")
    qtbot.waitUntil(lambda: len(looks(window)) == 1)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    tab_to(looks(window)[0].look_again)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.current == "editor" and view.editor.reflection_id is not None)
    settle(qtbot, window)
    answer = view.editor.reflection_id
    QTest.keyClicks(QApplication.focusWidget(), words)
    finish(qtbot, window)
    return answer


def test_from_finishing_to_the_look_three_months_later(qtbot, window, reflection_id):  # noqa: F811
    view, following_up = window.open_view, window.open_view.desk.following_up
    view.edit(reflection_id)
    qtbot.waitUntil(lambda: view.editor.reflection_id == reflection_id)
    finish(qtbot, window)
    before = on_lane(window, partial(view.desk.journal.read, reflection_id)).reflection
    view.go("home")
    settle(qtbot, window)
    assert looks(window) == []

    window.surroundings.workshop.clock.moment += timedelta(days=92)
    answer = look_by_keys(qtbot, window, "The room has been louder since.")
    assert answer != reflection_id
    assert on_lane(window, partial(view.desk.journal.read, reflection_id)).reflection == before
    view.go("home")
    settle(qtbot, window)
    assert looks(window) == []
    view = read(qtbot, window, reflection_id)
    qtbot.waitUntil(lambda: view.journal.reading.content.looked_again.rows != ())
    view.journal.reading.content.looked_again.rows[0].click()
    qtbot.waitUntil(lambda: view.journal.reading.reading.reflection.id == answer)
    settle(qtbot, window)
    view.journal.reading.content.looking.first.click()
    qtbot.waitUntil(lambda: view.journal.reading.reading.reflection.id == reflection_id)
    (closed,) = on_lane(window, partial(following_up.of, reflection_id))
    assert closed.answered_id == answer


def test_the_menu_offers_it_while_a_reflection_is_read(qtbot, window, reflection_id):  # noqa: F811
    def enabled():
        return {name for name in NAMES if window.actions_by_name[name].isEnabled()}

    assert enabled() == set()
    view = read(qtbot, window, reflection_id)
    assert enabled() == set(NAMES)
    window.actions_by_name["look_again"].trigger()
    qtbot.waitUntil(lambda: view.current == "editor" and view.editor.reflection_id is not None)
    assert enabled() == set()
    assert not view.editor._frame.side.first.isHidden()


def test_what_was_let_go_is_undone_by_control_z(qtbot, window, reflection_id):  # noqa: F811
    view, following_up = window.open_view, window.open_view.desk.following_up
    on_lane(window, partial(following_up.set_day, reflection_id, following_up.today()))
    view.go("home")
    qtbot.waitUntil(lambda: len(looks(window)) == 1)
    looks(window)[0].let_go.click()
    qtbot.waitUntil(lambda: looks(window) == [])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(looks(window)) == 1)
