"""Actions by the window alone: added, counted beside the way to them, and done."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.journeys.test_first_day import create_journal, on_lane
from tests.journeys.test_keeping import settle

Key = Qt.Key


def add(qtbot, window, what, day):
    page = window.open_view.actions_page
    page.head.add_button.click()
    qtbot.waitUntil(lambda: bool(shown_dialogs(page)))
    dialog = shown_dialogs(page)[0]
    QTest.keyClicks(dialog.row.what.edit, what)
    dialog.row.by_when.edit.setFocus()
    QTest.keyClicks(dialog.row.by_when.edit, day)
    QTest.keyClick(dialog.use, Key.Key_Return)
    settle(qtbot, window)


def shown_dialogs(page):
    from app.ui.dialogs.dialog import Dialog

    return [each for each in page.findChildren(Dialog) if each.isVisible()]


def counted(window):
    return window.open_view.side_bar.row("actions").accessibleName()


def test_an_action_from_adding_to_done_with_its_history(qtbot, window):
    create_journal(qtbot, window)
    view = window.open_view
    window.actions_by_name["go_actions"].trigger()
    settle(qtbot, window)
    assert view.current == "actions"
    assert counted(window) == "Actions"
    add(qtbot, window, "Ring the school", "today")
    add(qtbot, window, "Read the review", "30 November 2026")
    qtbot.waitUntil(lambda: counted(window) == "Actions, 1 due")
    named = [action.text() for action in view.top_bar._group.actions()]
    assert "Actions (1 due)" in named
    page = view.actions_page
    page.view.setCurrentIndex(page.model.index(1))
    page.card.done.click()
    qtbot.waitUntil(lambda: bool(shown_dialogs(page)))
    dialog = shown_dialogs(page)[0]
    QTest.keyClicks(dialog.field.edit, "They answered.")
    QTest.keyClick(dialog.field.edit, Key.Key_Return)
    qtbot.waitUntil(lambda: counted(window) == "Actions")
    settle(qtbot, window)
    assert page.model.count == 1
    desk = view.desk
    uid = page.current.reflection_id
    assert on_lane(window, lambda: desk.vault.version_count(uid)) == 3
    assert on_lane(window, desk.vault.trouble) == ()


def test_f4_leads_from_an_action_to_its_reflection_and_is_used_nowhere_else(qtbot, window):
    create_journal(qtbot, window)
    view, f4 = window.open_view, window.actions_by_name["go_to_source"]
    assert not f4.isEnabled()
    view.go("actions")
    settle(qtbot, window)
    add(qtbot, window, "Ring the school", "today")
    uid = view.actions_page.current.reflection_id
    assert f4.isEnabled()
    f4.trigger()
    settle(qtbot, window)
    assert view.current == "journal"
    assert view.journal.list.current_id == uid
    assert not f4.isEnabled()


def test_from_home_one_link_leads_to_all_of_them(qtbot, window):
    create_journal(qtbot, window)
    view = window.open_view
    view.go("actions")
    settle(qtbot, window)
    add(qtbot, window, "Ring the school", "today")
    view.go("home")
    settle(qtbot, window)
    links = [each for each in view.home.due.findChildren(QWidget) if _is_link(each)]
    links[-1].click()
    assert view.current == "actions"


def _is_link(widget):
    return widget.objectName() == "all_actions" and widget.isVisible()
