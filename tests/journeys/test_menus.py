"""The menus by keys: one Escape leaves them, and one key is for help."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.guide_dialog import GuideDialog
from tests.gui.standing import shown
from tests.journeys.test_first_day import create_journal


def at_home(qtbot, window):
    create_journal(qtbot, window)
    qtbot.waitUntil(
        lambda: getattr(QApplication.focusWidget(), "objectName", str)() == "begin_button"
    )


def test_after_escape_from_a_menu_enter_is_for_the_page_again(qtbot, window):
    at_home(qtbot, window)
    before = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget() is before)
    assert window.menuBar().activeAction() is None


def test_f1_opens_the_guide_at_home_and_the_help_beside_a_prompt(qtbot, window):
    at_home(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = shown(GuideDialog)
    assert dialog.title_label.text() == "What Afterword protects you from, and what it can’t"
    dialog.reject()
    view = window.open_view
    view.begin("five_minute_capture")
    qtbot.waitUntil(lambda: view.editor.reflection_id is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: view.editor._frame.is_help_shown)
    assert shown(GuideDialog) == []
    view.go("home")
    assert window.actions_by_name["guide"].shortcut().toString() == "F1"
