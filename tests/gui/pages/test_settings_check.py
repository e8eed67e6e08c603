"""Settings: the journal's own check names what is damaged and offers what mends it."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect

from app.domain.finding import Search
from app.domain.repair import CheckReport, NextStep, Trouble
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.pages.settings import SettingsPage
from tests.gui.standing import is_on_screen, shown
from tests.gui.way_in import entered, sideways_range, unnamed_controls


@pytest.fixture
def page(surroundings, desk, qtbot):
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    settings.show_group("security")
    return settings


@pytest.fixture
def group(page):
    return page.security.checking


def break_pages(desk):
    path = desk.vault.folder / "journal.db"
    with path.open("r+b") as file:
        for number in range(8, path.stat().st_size // 4096, 3):
            file.seek(number * 4096 + 100)
            file.write(b"\x00" * 64)


def checked(group, qtbot):
    group.check.button.click()
    qtbot.waitUntil(lambda: group.check.button.isEnabled() and not shown(ProgressDialog))
    return group.check.result.text()


def steps_offered(group):
    buttons = (group.index_button, group.snapshots_button, group.mend_button)
    return [button for button in buttons if button.isVisible()]


def test_a_whole_journal_is_said_to_be_good(group, qtbot):
    group.check.button.click()
    assert group.check.result.text() == "Checking…"
    assert not group.check.button.isEnabled()
    (dialog,) = shown(ProgressDialog)
    assert not is_on_screen(dialog)
    qtbot.waitUntil(group.check.button.isEnabled)
    assert group.check.result.text() == "Good, a moment ago"
    assert not group.trouble.isVisible()
    assert steps_offered(group) == []


def test_damaged_pages_are_told_and_mending_is_offered(page, group, desk, qtbot):
    break_pages(desk)
    assert checked(group, qtbot) == "Not good: see below"
    assert "The check found something." in group.trouble.accessibleName()
    assert "The reflection begun on 11 February 2026" in group.trouble.accessibleName()
    qtbot.waitUntil(lambda: all(label.isVisible() for label in group._found))
    assert steps_offered(group) == [group.mend_button]
    with qtbot.waitSignal(page.mending_asked):
        group.mend_button.click()


def test_a_search_index_that_is_wrong_is_made_anew_here(group, desk, surroundings, qtbot):
    spoiling = partial(desk.vault._database.run, "DELETE FROM word_index WHERE rowid < 5")
    surroundings.lane.run_and_wait(spoiling)
    assert checked(group, qtbot) == "Not good: see below"
    assert steps_offered(group) == [group.index_button]
    group.index_button.click()
    qtbot.waitUntil(lambda: group.check.result.text() == "Good, a moment ago")
    assert not group.trouble.isVisible()
    found = surroundings.lane.run_and_wait(partial(desk.find, Search("conference")))
    assert found.outlines


def test_an_older_part_put_back_leads_to_the_snapshots(group, qtbot):
    trouble = Trouble("“A visit” is not as it was last saved.", NextStep.LOOK_FOR_NEWER)
    group.show_report(CheckReport((trouble,)))
    assert steps_offered(group) == [group.snapshots_button]
    group.snapshots_button.click()
    qtbot.waitUntil(lambda: bool(shown(SnapshotsDialog)))
    shown(SnapshotsDialog)[0].reject()


def test_a_check_that_was_stopped_says_so_and_calls_nothing_bad(group, qtbot):
    group.check.button.click()
    (dialog,) = shown(ProgressDialog)
    dialog.stop()
    qtbot.waitUntil(group.check.button.isEnabled)
    assert group.check.result.text() == "Stopped"
    assert group.trouble.tone == "info"
    assert checked(group, qtbot) == "Good, a moment ago"
    assert not group.trouble.isVisible()


@pytest.mark.parametrize("width", [640, 1068])
def test_what_was_found_is_not_cut_at_200_per_cent(page, group, look, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    steps = (NextStep.REBUILD_INDEX, NextStep.LOOK_FOR_NEWER, NextStep.SALVAGE)
    group.show_report(CheckReport(tuple(Trouble("A sentence.", step) for step in steps)))
    assert sideways_range(page) == 0
    assert unnamed_controls(page) == []


def test_the_focus_stays_on_the_button_that_was_pressed(group, qtbot):
    group.check.button.setFocus()
    assert checked(group, qtbot) == "Good, a moment ago"
    assert group.check.button.hasFocus()


def test_the_focus_stays_there_when_the_check_was_stopped(group, qtbot):
    group.check.button.setFocus()
    group.check.button.click()
    shown(ProgressDialog)[0].stop()
    qtbot.waitUntil(lambda: group.check.button.isEnabled() and not shown(ProgressDialog))
    assert group.check.button.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_focus_goes_to_what_mends_it_and_that_is_in_sight(page, group, desk, qtbot, scale):
    page.resize(1068, 640)
    page.look.set_scale(scale)
    break_pages(desk)
    group.check.button.setFocus()
    assert checked(group, qtbot) == "Not good: see below"
    assert group.mend_button.hasFocus()
    area = page.stack.currentWidget().viewport()

    def is_in_sight():
        place = group.mend_button.mapTo(area, QPoint(0, 0))
        return area.rect().contains(QRect(place, group.mend_button.size()))

    qtbot.waitUntil(is_in_sight)


def test_the_journal_is_still_read_after_a_check(group, desk, surroundings, qtbot):
    checked(group, qtbot)
    found = surroundings.lane.run_and_wait(partial(desk.find, Search()))
    assert found.in_journal == 12
