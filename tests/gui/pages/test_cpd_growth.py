"""Gaps and growth in the window: gaps, goals, and bars that read as words too."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.answer import Answer, ChosenDate, Prose
from app.domain.registration import Registration
from app.services.journal import About
from app.services.portfolio import PLAN_FORM
from app.ui.pages.cpd import CpdPage
from app.ui.pages.cpd_growth import CpdGrowthPage
from app.ui.parts.button import LinkRow
from tests.cpd_scenes import SWE, write
from tests.gui.way_in import unnamed_controls

MINE = Registration(SWE, date(2020, 1, 1))
LONG = "A title that goes on and on, as those do that are taken from the first line " * 3


@pytest.fixture
def on_lane(surroundings):
    def run(act, *given, **named):
        return surroundings.lane.run_and_wait(partial(act, *given, **named))

    return run


@pytest.fixture
def registered(desk, on_lane):
    for piece in on_lane(desk.cpd.pieces.all):
        on_lane(desk.cpd.pieces.remove, piece.reflection_id, piece.regulator)
    on_lane(desk.cpd.registrations.keep, (MINE,))
    return desk


def year_of(desk):
    regulator = desk.cpd.regulator(SWE)
    return MINE.year_on(regulator, desk.cpd.today())


def page_of(surroundings, desk, qtbot, on_lane):
    page = CpdGrowthPage(surroundings, desk)
    page.aim_at(MINE, on_lane(year_of, desk))
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: bool(page.about.text()))
    return page


def write_plan(desk, day):
    answers = {
        "need": Answer(Prose("To listen to anxious teenagers")),
        "by_when": Answer(ChosenDate(day)),
        "need#2": Answer(Prose("Court statements")),
    }
    return desk.journal.write(desk.journal.form(PLAN_FORM), answers, About("My plan", day)).id


def test_gaps_goals_and_bars_are_shown_and_lead_to_what_was_written(
    surroundings, registered, qtbot, on_lane
):
    day = on_lane(registered.cpd.today)
    plan = on_lane(write_plan, registered, day)
    uid = on_lane(write, registered, LONG, day=day, impact="An anxious teenager listened.")
    on_lane(registered.cpd.make, uid, SWE)
    page = page_of(surroundings, registered, qtbot, on_lane)
    assert "2 more pieces to finish." in page.gaps.words()
    assert page.goals.begin.isHidden()
    first, second = (page.goals.lines[at] for at in (-2, -1))
    assert first.words()[0] == "To listen to anxious teenagers"
    assert second.words()[1] == "Nothing that you have finished since shares its words."
    with qtbot.waitSignal(page.reading_asked) as asked:
        QTest.keyClick(first.links[0], Qt.Key.Key_Return)
    assert asked.args == [uid]
    with qtbot.waitSignal(page.reading_asked) as asked:
        page.goals.links[0].click()
    assert asked.args == [plan]
    assert first.links[0].width() <= page._scroll.viewport().width()
    assert page.parts.bars.labels[0].accessibleName().startswith("4.1 Feedback. ")
    assert any("4.1 Feedback, " in cell.accessibleName() for cell in page.parts.bars.cells)
    assert unnamed_controls(page) == []


def test_without_a_plan_it_leads_to_the_form(surroundings, registered, qtbot, on_lane):
    page = page_of(surroundings, registered, qtbot, on_lane)
    assert page.parts.words() == ["No pieces yet, so there is nothing to count."]
    assert page.parts.bars.isHidden()
    assert len(page.goals.findChildren(LinkRow)) == 1
    with qtbot.waitSignal(page.form_asked) as asked:
        QTest.keyClick(page.goals.begin, Qt.Key.Key_Return)
    assert asked.args == [PLAN_FORM]


def test_where_it_is_narrow_the_numbers_stand_without_bars(
    surroundings, registered, qtbot, on_lane
):
    uid = on_lane(write, registered, day=on_lane(registered.cpd.today), impact="x")
    on_lane(registered.cpd.make, uid, SWE)
    page = page_of(surroundings, registered, qtbot, on_lane)
    cells = page.parts.bars.cells
    assert all(cell._has_bar for cell in cells)
    page.resize(260, 740)
    qtbot.waitUntil(lambda: not any(cell._has_bar for cell in page.parts.bars.cells))


def test_the_year_leads_there(surroundings, registered, qtbot, on_lane):
    page = CpdPage(surroundings, registered)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page._view is not None)
    with qtbot.waitSignal(page.growth_asked) as asked:
        page.head.growth.click()
    assert asked.args[0].standing.year == on_lane(year_of, registered)
