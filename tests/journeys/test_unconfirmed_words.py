"""Recovery words that nobody confirmed: held once, covered by a lock, and told on home."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.pages.new_key import NewKeyPage
from app.ui.pages.welcome import WelcomePage
from app.ui.replacing import WORDS_UNSEEN, NextStart
from tests.gui.standing import standing
from tests.journeys.test_closed_work import (  # noqa: F401 - the fixtures
    NEW,
    at_the_words,
    replacing,
    security,
    unlock,
)
from tests.journeys.test_first_day import create_journal
from tests.journeys.test_locking import to_recovery_words
from tests.workshops import PASSPHRASE


def note(window):
    """The callout on home, or None where home says nothing."""
    unconfirmed = window.open_view.home.unconfirmed
    return unconfirmed.callout if unconfirmed.isVisible() else None


def home_has_told(qtbot, window):
    qtbot.waitUntil(lambda: note(window) is not None)
    return note(window).accessibleName()


def settle(qtbot, window):
    for _ in range(3):
        window.surroundings.lane.wait()
        qtbot.wait(5)


@pytest.mark.parametrize("name", ["quit", "open_another", "make_another"])
def test_every_way_out_is_held_once(qtbot, window, security, name):  # noqa: F811
    page = at_the_words(window, security, qtbot)
    asked = window.surroundings.asker.asked
    window.actions_by_name[name].trigger()
    assert window.way_in is page
    assert page.words_step.grid._words != ()
    assert "not confirmed yet" in window.status_line.left
    assert window.isVisible()
    assert asked == []
    window.actions_by_name[name].trigger()
    gone = {
        "quit": lambda: not window.isVisible(),
        "open_another": lambda: len(asked) == 1,
        "make_another": lambda: isinstance(window.way_in, WelcomePage),
    }
    assert gone[name]()


def test_words_of_another_page_are_held_again(qtbot, window, security):  # noqa: F811
    at_the_words(window, security, qtbot)
    for _ in range(2):
        window.actions_by_name["make_another"].trigger()
    step = window.way_in.passphrase_step
    step.name_field.edit.setText("Another journal")
    step.passphrase_field.edit.setText(PASSPHRASE)
    step.again_field.edit.setText(PASSPHRASE)
    step.continue_button.click()
    qtbot.waitUntil(lambda: window.way_in.made_folder is not None, timeout=10_000)
    assert not window.close()
    assert window.close()


@pytest.mark.usefixtures("replacing")
def test_ctrl_l_covers_the_words_and_home_says_what_to_do(qtbot, window, security):  # noqa: F811
    page = at_the_words(window, security, qtbot)
    words = page._making.words
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not isinstance(window.way_in, NewKeyPage)
    assert page.words_step.grid._words == ()
    shown = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    assert not shown & set(words)
    assert window.surroundings.replacing.starts == [NextStart(note=WORDS_UNSEEN)]
    assert not window.actions_by_name["lock"].isEnabled()
    unlock(window, qtbot, NEW)
    assert "confirmed your recovery words" in home_has_told(qtbot, window)
    window.open_view.home.unconfirmed.make_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(NEW)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: isinstance(window.way_in, NewKeyPage))
    page = window.way_in
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    confirm(page)
    page.copies_step.open_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None)
    settle(qtbot, window)
    assert note(window) is None


def confirm(page):
    words = page._making.words
    page.words_step.written_button.click()
    for field, number in zip(page.check_step.fields, page.check_step.numbers, strict=True):
        field.set_text(words[number - 1])
    page.check_step.open_button.click()


def test_words_confirmed_before_a_lock_at_the_old_copies_are_not_asked_for(
    qtbot,
    window,
    security,  # noqa: F811
):
    page = at_the_words(window, security, qtbot)
    confirm(page)
    assert page.stack.currentWidget() is page.copies_step
    window.lock()
    unlock(window, qtbot, NEW)
    settle(qtbot, window)
    assert note(window) is None


def test_a_new_journal_whose_words_were_left_says_so_when_it_is_opened(
    qtbot,
    window,
    replacing,  # noqa: F811
):
    welcome = to_recovery_words(qtbot, window)
    assert window.actions_by_name["lock"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert welcome._words == ()
    unlock(window, qtbot, PASSPHRASE)
    home_has_told(qtbot, window)


def test_a_new_journal_left_at_its_words_is_the_one_the_next_start_shows(qtbot, window):
    folder = to_recovery_words(qtbot, window).made_folder
    assert not window.close()
    assert window.close()
    assert window.surroundings.settings.journal_folder == folder


def test_a_new_journal_with_confirmed_words_says_nothing(qtbot, window):
    create_journal(qtbot, window)
    settle(qtbot, window)
    assert note(window) is None
