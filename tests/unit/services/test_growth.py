"""Gaps and growth of a real journal: parts by year, themes by months, and the plan's goals."""

from dataclasses import replace
from datetime import date

import pytest

from app.assets import forms_folder
from app.domain.answer import Answer, ChosenDate, Prose
from app.domain.registration import Registration
from app.domain.sharing import Sharing
from app.formspec.folder import FormFolder
from app.services.growth import GrowthView
from app.services.journal import About
from app.services.portfolio import PLAN_FORM
from app.summary.growth_words import goal_line, row_words, untouched
from tests.cpd_scenes import FORM, SWE, TODAY, a_piece
from tests.workshops import FixedClock, a_workshop

PRIVATE = Sharing.PRIVATE
LAST_YEAR = date(2025, 5, 4)


@pytest.fixture
def workshop():
    return a_workshop(FixedClock(TODAY))


def growth(desk, day=None) -> GrowthView:
    mine = Registration(SWE)
    year = mine.year_on(desk.cpd.regulator(SWE), day) if day else None
    return desk.growing.view(mine, year)


def plan(desk, *goals, day=date(2026, 1, 10), is_complete=True):
    form = next(each for each in FormFolder(forms_folder()).forms() if each.id == PLAN_FORM)
    answers = {}
    for number, (words, by_when) in enumerate(goals, 1):
        mark = "" if number == 1 else f"#{number}"
        answers[f"need{mark}"] = Answer(Prose(words), PRIVATE)
        answers[f"by_when{mark}"] = Answer(ChosenDate(by_when), PRIVATE)
    about = About("My plan", day)
    return desk.journal.write(form, answers, about, is_complete=is_complete).id


def write(desk, title, words, *, day, themes=(), is_complete=True):
    about = About(title, day, themes)
    answers = {"activity": Answer(Prose(words), PRIVATE)}
    return desk.journal.write(FORM, answers, about, is_complete=is_complete).id


def ticked(desk, day, *parts):
    uid = a_piece(desk, f"Piece of {day}", day=day)
    tags = frozenset(f"swe_standard_4/{each}" for each in parts)
    desk.cpd.keep(replace(desk.cpd.pieces.of(uid, SWE), tags=tags))


def test_an_empty_journal_has_nothing_to_count_and_no_plan(desk):
    view = growth(desk)
    assert (view.plan, view.parts, view.themes) == (None, None, None)


def test_parts_are_counted_year_by_year_from_the_first_with_pieces(desk):
    ticked(desk, LAST_YEAR, "4.1")
    ticked(desk, date(2026, 5, 4), "4.1", "4.2")
    ticked(desk, date(2026, 6, 4), "4.2")
    bars = growth(desk).parts
    assert bars.headings == ("Part", "2024–25", "2025–26")
    counts = {row.label.split()[0]: row.counts for row in bars.rows}
    assert (counts["4.1"], counts["4.2"], counts["4.8"]) == ((1, 1), (0, 2), (0, 0))
    assert row_words(bars, bars.rows[1]) == "4.2 Supervision. 2024–25: none. 2025–26: 2."
    assert growth(desk, LAST_YEAR).parts.headings == ("Part", "2024–25")
    gaps = [part for _, part in untouched(growth(desk).year.framework, growth(desk).year.standing)]
    assert "4.8 Values and ethics" in gaps
    assert not any(part.startswith(("4.1", "4.2")) for part in gaps)


def test_themes_are_counted_by_stretches_of_the_year_up_to_today(desk):
    write(desk, "One", "x", day=date(2025, 12, 1), themes=("court", "risk"))
    write(desk, "Two", "x", day=date(2026, 11, 22), themes=("court",))
    write(desk, "Before", "x", day=date(2025, 11, 30), themes=("court",))
    write(desk, "Draft", "x", day=date(2026, 3, 1), themes=("risk",), is_complete=False)
    bars = growth(desk).themes
    assert bars.headings[0] == "Theme"
    assert [(row.label, sum(row.counts)) for row in bars.rows] == [("court", 2), ("risk", 1)]
    assert (bars.rows[0].counts[0], bars.rows[0].counts[-1]) == (1, 1)


def test_goals_stand_with_what_was_finished_from_the_plans_day_on(desk):
    uid = plan(
        desk, ("Direct work with anxious teenagers", date(2026, 6, 1)), ("Court skills", None)
    )
    near = write(desk, "Room", "An anxious teenager drew it.", day=date(2026, 2, 1))
    write(desk, "Earlier", "anxious teenagers", day=date(2026, 1, 9))
    write(desk, "Draft", "anxious teenagers", day=date(2026, 3, 1), is_complete=False)
    found = growth(desk).plan
    assert (found.id, found.title, found.day_words) == (uid, "My plan", "10 January 2026")
    first, second = found.goals
    assert first.goal.words == "Direct work with anxious teenagers"
    assert [(each.id, each.title) for each in first.near] == [(near, "Room")]
    assert (second.goal.by_when, second.count) == (None, 0)
    today = TODAY.date()
    assert goal_line(first.goal, first.count, today) == (
        "Was to be done by 1 June 2026. 1 finished reflection shares its words."
    )
    assert goal_line(second.goal, 0, today) == (
        "Nothing that you have finished since shares its words."
    )


def test_the_plan_of_a_past_year_is_the_newest_up_to_its_end(desk):
    old = plan(desk, ("Old goal here", None), day=date(2025, 1, 10))
    new = plan(desk, ("New goal here", None), day=date(2026, 1, 10), is_complete=False)
    assert growth(desk).plan.id == new
    assert growth(desk, LAST_YEAR).plan.id == old


def test_a_plan_without_goals_is_a_plan(desk):
    plan(desk)
    assert growth(desk).plan.goals == ()


def test_a_goal_is_told_as_it_reads_without_its_marks(desk):
    plan(desk, ("To *listen* \\#first", None))
    assert growth(desk).plan.goals[0].goal.words == "To listen #first"
