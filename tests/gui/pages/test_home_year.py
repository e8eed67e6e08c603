"""Home tells of a registration year that is near its end and lacks something, and leads there."""

from datetime import UTC, datetime
from functools import partial

import pytest

from app.domain.registration import Registration
from app.ui.pages.home import HomePage
from tests.cpd_scenes import SWE
from tests.gui.way_in import unnamed_controls
from tests.workshops import FixedClock, a_desk, a_workshop


@pytest.fixture
def home_at(surroundings, tmp_path, qtbot):
    opened = []

    def show(moment):
        workshop = a_workshop(FixedClock(moment))
        desk = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "My journal", workshop))
        opened.append(desk)
        keep = partial(desk.cpd.registrations.keep, (Registration(SWE),))
        surroundings.lane.run_and_wait(keep)
        page = HomePage(surroundings, desk)
        qtbot.addWidget(page)
        page.show()
        page.enter()
        qtbot.waitUntil(lambda: page.writing.next_step is not None)
        surroundings.lane.run_and_wait(desk.cpd.today)  # what was asked before has been answered
        qtbot.wait(50)
        return page

    yield show
    for desk in opened:
        surroundings.lane.run_and_wait(desk.close)


def test_in_november_it_says_what_is_missing_and_leads_there(home_at, qtbot):
    page = home_at(datetime(2026, 11, 24, 9, tzinfo=UTC))
    qtbot.waitUntil(page.year.isVisible)
    told = page.year.callout.accessibleName()
    assert "Your CPD year with Social Work England ends: 6 days left." in told
    assert "2 more pieces to finish." in told
    with qtbot.waitSignal(page.year_asked):
        page.year.open_button.click()
    assert unnamed_controls(page) == []


def test_in_december_home_says_nothing_of_it(home_at):
    assert not home_at(datetime(2026, 12, 2, 9, tzinfo=UTC)).year.isVisible()
