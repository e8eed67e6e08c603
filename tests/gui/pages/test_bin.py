"""The bin's page, on a real journal: what lies there, and the ways out of it."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import NoSuchReflection
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.bin import BinPage
from app.ui.parts.label import Label
from tests.gui import rewriting
from tests.gui.rewriting import dialogs, the_dialog, titles_found, write
from tests.gui.way_in import is_freed, sideways_range, unnamed_controls

TITLES = ("The first visit", "The second visit", "The third visit")


@pytest.fixture
def place(tmp_path, look):
    with rewriting.desk_in(tmp_path, look) as (surroundings, desk):
        yield surroundings, desk


@pytest.fixture
def ids(place):
    surroundings, desk = place
    written = {}
    for title in TITLES:
        written[title] = write(*place, title)
        surroundings.lane.run_and_wait(partial(desk.retention.move_to_bin, written[title]))
        surroundings.workshop.clock.moment += timedelta(days=1)
    return written


@pytest.fixture
def page(place, ids, qtbot):
    page = rewriting.shown(BinPage(*place), qtbot)
    page.enter()
    settle(page, qtbot)
    yield page
    page.close()


def settle(page, qtbot):
    for _ in range(3):
        page.surroundings.lane.wait()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: not any(isinstance(each, ProgressDialog) for each in dialogs()))
    page.surroundings.lane.wait()
    qtbot.wait(1)


def titles(page):
    return [row.title.text() for row in page.rows]


def in_bin(place):
    surroundings, desk = place
    return [entry.title for entry in surroundings.lane.run_and_wait(desk.retention.bin)]


def confirm(page, qtbot):
    the_dialog(qtbot, Confirming).go_on.click()
    settle(page, qtbot)


def test_what_lies_there_stands_newest_first_with_the_days_left(page):
    assert titles(page) == list(reversed(TITLES))
    about = [row.about.text() for row in page.rows]
    assert about[0] == "Five-minute capture · moved here on 24 October 2026 · 29 days left"
    assert about[2].endswith("moved here on 22 October 2026 · 27 days left")


def test_buttons_are_told_apart_by_what_they_act_on(page):
    row = page.rows[0]
    assert row.back_button.accessibleName() == "Bring back “The third visit”"
    assert row.remove_button.accessibleName() == "Remove now… “The third visit”"
    assert "29 days left" in row.remove_button.accessibleDescription()


def test_bringing_back_puts_it_into_the_journal_and_goes_to_the_next(page, place, qtbot):
    page.rows[1].back_button.setFocus()
    qtbot.keyClick(page.rows[1].back_button, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert titles_found(*place) == ["The second visit"]
    assert titles(page) == ["The third visit", "The first visit"]
    assert page.focusWidget() is page.rows[1].back_button


def test_escape_removes_nothing(page, place, qtbot):
    page.rows[0].remove_button.click()
    dialog = the_dialog(qtbot, Confirming)
    assert dialog.focusWidget() is dialog.stay
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert len(in_bin(place)) == 3


def test_what_is_removed_is_gone_for_good(page, place, ids, qtbot):
    surroundings, desk = place
    page.rows[0].remove_button.click()
    dialog = the_dialog(qtbot, Confirming)
    words = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "goes for good" in words
    assert "Nobody can bring it back" in words
    with qtbot.waitSignal(page.status_changed) as told:
        confirm(page, qtbot)
    assert told.args[0].words == "Removed for good"
    assert in_bin(place) == titles(page) == ["The second visit", "The first visit"]
    gone = partial(desk.history.version, ids["The third visit"], 1)
    with pytest.raises(NoSuchReflection):
        surroundings.lane.run_and_wait(gone)


def test_emptying_leaves_what_is_on_hold(page, place, ids, qtbot):
    surroundings, desk = place
    surroundings.lane.run_and_wait(partial(desk.retention.hold, ids["The first visit"], ""))
    page.enter()
    settle(page, qtbot)
    assert "on hold, so it stays" in page.rows[2].about.text()
    page.empty_button.click()
    dialog = the_dialog(qtbot, Confirming)
    assert "These 2 reflections go for good" in " ".join(
        label.text() for label in dialog.findChildren(Label)
    )
    confirm(page, qtbot)
    assert in_bin(place) == ["The first visit"]
    page.empty_button.click()
    told = the_dialog(qtbot, ToldDialog)
    assert "is on hold" in told.told.accessibleName()
    told.reject()
    page.rows[0].remove_button.click()
    the_dialog(qtbot, ToldDialog).reject()
    assert in_bin(place) == ["The first visit"]


def test_a_hold_that_came_meanwhile_keeps_everything(page, place, ids, qtbot):
    surroundings, desk = place
    page.empty_button.click()
    dialog = the_dialog(qtbot, Confirming)
    surroundings.lane.run_and_wait(partial(desk.retention.hold, ids["The first visit"], ""))
    dialog.go_on.click()
    told = the_dialog(qtbot, ToldDialog)
    assert "is on hold" in told.told.accessibleName()
    told.reject()
    assert len(in_bin(place)) == 3


def test_an_empty_bin_says_so(page, qtbot):
    page.empty_button.click()
    confirm(page, qtbot)
    assert page.rows == ()
    assert page.said.text() == "The bin is empty."
    assert page.empty_button.isHidden()
    assert page.focusWidget() is page.leave_button


def test_escape_leads_back(page, qtbot):
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page.rows[0].back_button, Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name_and_room(page, look, qtbot, scale):
    look.set_scale(scale)
    page.resize(800, 740)
    qtbot.wait(20)
    assert unnamed_controls(page) == []
    assert sideways_range(page) == 0


def test_the_page_is_freed(place, ids, qtbot, qapp):
    def make():
        page = rewriting.shown(BinPage(*place), qtbot)
        page.enter()
        settle(page, qtbot)
        return page

    assert is_freed(make, qapp)
