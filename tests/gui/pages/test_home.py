"""Home: the draft first, what is due, and the next step under the focus."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from app.domain.errors import JournalDamaged
from app.ui.pages.home import HomePage
from app.ui.parts.card import CardButton
from app.ui.parts.row_button import RowButton
from tests.gui.way_in import sideways_range, unnamed_controls
from tests.workshops import a_desk, a_sample_desk


@pytest.fixture
def home_on(surroundings, tmp_path, qtbot):
    opened = []

    def show(make_desk):
        desk = surroundings.lane.run_and_wait(
            partial(make_desk, tmp_path / "My journal", surroundings.workshop)
        )
        opened.append(desk)
        page = HomePage(surroundings, desk)
        qtbot.addWidget(page)
        page.resize(1068, 740)
        page.show()
        page.activateWindow()
        page.enter()
        qtbot.waitUntil(lambda: bool(page.findChildren(QPushButton)))
        return page

    yield show
    for desk in opened:
        surroundings.lane.run_and_wait(desk.close)


def test_the_next_step_has_the_focus_so_that_enter_goes_on(home_on, qtbot):
    page = home_on(a_sample_desk)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().objectName() == "continue_button"
    with qtbot.waitSignal(page.reflection_asked):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_on_the_first_day_the_first_five_minutes_have_the_focus(home_on, qtbot):
    page = home_on(a_desk)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().objectName() == "begin_button"
    with qtbot.waitSignal(page.form_asked) as asked:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["five_minute_capture"]


def test_coming_back_puts_the_focus_on_the_next_step_again(home_on, qtbot):
    page = home_on(a_sample_desk)
    tick = page.findChildren(QCheckBox)[0]
    tick.setFocus()
    page.enter()
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "continue_button")


def test_at_200_per_cent_one_arrives_at_the_top_and_tab_scrolls(home_on, look, qtbot):
    look.set_scale(2.0)
    page = home_on(a_sample_desk)
    page.resize(900, 300)
    page.enter()
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "continue_button")
    bar = page._scroll.verticalScrollBar()
    page.resize(880, 310)
    qtbot.wait(20)
    assert bar.maximum() > 0
    assert bar.value() == 0
    QTest.keyClick(page, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_ticking_what_is_due_marks_the_action_done(home_on, qtbot, surroundings):
    page = home_on(a_sample_desk)
    first = page.findChildren(QCheckBox)[0]
    name = first.accessibleName()
    first.click()
    qtbot.waitUntil(
        lambda: all(
            tick.accessibleName() != name
            for tick in page.findChildren(QCheckBox)
            if tick.isVisible()
        )
    )
    due = surroundings.lane.run_and_wait(page._desk.home).due
    assert all(f"Done: {action.what}" != name for action in due)


def test_an_action_of_what_is_on_hold_stays_open_and_says_why(home_on, qtbot, surroundings):
    page = home_on(a_sample_desk)
    desk = page._desk
    first = surroundings.lane.run_and_wait(desk.home).due[0]
    surroundings.lane.run_and_wait(partial(desk.retention.hold, first.reflection_id, ""))
    with qtbot.waitSignal(page.status_changed) as told:
        page.findChildren(QCheckBox)[0].setChecked(True)
    assert "is on hold" in told.args[0].words
    qtbot.waitUntil(lambda: not shown_ticks(page)[0].isChecked())
    assert surroundings.lane.run_and_wait(desk.home).due[0] == first


def shown_ticks(page):
    return [tick for tick in page.findChildren(QCheckBox) if tick.isVisible()]


def test_every_control_has_a_name_and_leads_somewhere(home_on, qtbot):
    page = home_on(a_sample_desk)
    assert unnamed_controls(page) == []
    card = page.findChildren(CardButton)[0]
    with qtbot.waitSignal(page.form_asked):
        card.click()
    with qtbot.waitSignal(page.reading_asked):
        page.writing.findChildren(RowButton)[0].click()


@pytest.mark.parametrize("width", [1068, 800, 640])
def test_at_200_per_cent_nothing_scrolls_sideways(home_on, look, width):
    look.set_scale(2.0)
    page = home_on(a_sample_desk)
    page.resize(width, 740)
    assert sideways_range(page) == 0


def test_a_journal_that_cannot_be_read_is_not_shown_as_an_empty_one(home_on, qtbot, monkeypatch):
    def refuse(_desk):
        raise JournalDamaged("Part of this journal’s file is damaged. Nothing was changed.")

    page = home_on(a_sample_desk)
    with monkeypatch.context() as patch:
        patch.setattr(type(page._desk), "home", refuse)
        page.enter()
        qtbot.waitUntil(lambda: page._trouble is not None)
    assert "damaged" in page._trouble.callout.accessibleName()
    assert not page._columns.isVisible()
    assert page._trouble.mend_button.hasFocus()
    with qtbot.waitSignal(page.mending_asked):
        page._trouble.mend_button.click()
    page.enter()
    qtbot.waitUntil(page._columns.isVisible)
    assert page._trouble is None
