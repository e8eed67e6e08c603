"""Home reminds of a backup quietly, and leaves it at that."""

from datetime import timedelta
from functools import partial

import pytest

from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.home import HomePage
from tests.gui.standing import standing
from tests.gui.way_in import sideways_range, unnamed_controls
from tests.workshops import a_desk


def home_of(surroundings, desk, qtbot):
    page = HomePage(surroundings, desk)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    come_back_to(page, surroundings, qtbot)
    return page


def come_back_to(page, surroundings, qtbot):
    page.enter()
    surroundings.lane.wait()
    qtbot.wait(30)


@pytest.fixture
def page(surroundings, desk, qtbot):
    return home_of(surroundings, desk, qtbot)


def test_a_journal_without_a_backup_is_reminded_of(page):
    assert page.reminder.isVisible()
    assert "It is time for a backup." in page.reminder.callout.accessibleName()
    assert "None has been made yet" in page.reminder.callout.accessibleName()
    assert unnamed_controls(page.reminder) == []


def test_an_empty_journal_is_left_in_peace(surroundings, tmp_path, qtbot):
    making = partial(a_desk, tmp_path / "empty", surroundings.workshop)
    desk = surroundings.lane.run_and_wait(making)
    page = home_of(surroundings, desk, qtbot)
    assert not page.reminder.isVisible()
    assert page.reminder.callout is None
    surroundings.lane.run_and_wait(desk.close)


def test_it_can_be_put_off_for_a_week_and_then_comes_back(page, surroundings, qtbot):
    page.reminder.later_button.click()
    qtbot.waitUntil(lambda: not page.reminder.isVisible())
    surroundings.workshop.clock.moment += timedelta(days=6)
    come_back_to(page, surroundings, qtbot)
    assert not page.reminder.isVisible()
    surroundings.workshop.clock.moment += timedelta(days=1)
    come_back_to(page, surroundings, qtbot)
    assert page.reminder.isVisible()


def test_after_a_backup_it_is_gone_for_a_month(page, surroundings, tmp_path, qtbot):
    surroundings.asker.paths = [tmp_path / "one.afterword-backup"]
    page.reminder.back_up_button.click()
    standing(ToldDialog, qtbot).reject()
    qtbot.waitUntil(lambda: not page.reminder.isVisible())
    surroundings.workshop.clock.moment += timedelta(days=30)
    come_back_to(page, surroundings, qtbot)
    assert page.reminder.isVisible()
    assert "22 October 2026" in page.reminder.callout.accessibleName()


def test_the_focus_is_not_taken_by_it(page):
    assert not page.reminder.isAncestorOf(page.focusWidget())


@pytest.mark.parametrize("width", [640, 1068])
def test_it_fits_at_200_per_cent(page, look, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    assert sideways_range(page) == 0
