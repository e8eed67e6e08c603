"""Every action of the journal, read in one go, whatever became of it."""

from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import JournalDamaged
from tests.unit.vault.samples import MORNING, a_form, a_reflection, every_kind

DONE = Action("Write", done_on=date(2026, 3, 9), came_of_it="They answered.")
DROPPED = Action("Ask", dropped_on=date(2026, 3, 9), dropped_because="They moved.", carried=2)


def read(vault):
    return [(each.reflection_id, each.prompt_key, each.position) for each in vault.actions.read()]


@pytest.fixture
def written(vault):
    vault.keep_form(a_form())
    vault.put(a_reflection(answers=every_kind(), title="The late visit", completed_at=MORNING))
    items = (DONE, Action(""), DROPPED)
    day = date(2026, 2, 27)
    answers = {"agreed": Answer(Actions(items))}
    vault.put(a_reflection("r2", minutes=5, event_date=day, answers=answers))
    return vault


def test_each_comes_with_its_place_and_its_reflection(written):
    assert read(written) == [("r1", "do", 0), ("r2", "agreed", 0), ("r2", "agreed", 2)]
    ring, done, dropped = written.actions.read()
    assert (ring.reflection_title, ring.form_title, ring.is_complete) == (
        "The late visit",
        "Daily pause",
        True,
    )
    assert ring.day == MORNING.date()
    assert (done.action, dropped.action) == (DONE, DROPPED)
    assert (done.day, done.is_complete) == (date(2026, 2, 27), False)


def test_a_reflection_in_the_bin_brings_none(written):
    written.bin.put("r2", MORNING)
    assert read(written) == [("r1", "do", 0)]
    written.bin.take_back("r2", MORNING)
    assert len(read(written)) == 3


def test_those_due_by_a_day_are_counted_closed_ones_never(written):
    assert written.actions.count_due(date(2026, 3, 8)) == 0
    assert written.actions.count_due(date(2026, 3, 9)) == 1
    answers = {"do": Answer(Actions((Action("Ring", by_when=date(2026, 3, 9), done_on=MORNING),)))}
    written.put(a_reflection(answers=answers))
    assert written.actions.count_due(date(2026, 12, 31)) == 0


def test_the_list_reads_no_other_answers(written):
    from app.vault import all_actions

    plan = written._database.rows(f"EXPLAIN QUERY PLAN {all_actions._ALL}")
    assert any("USING INDEX answer_actions" in row[3] for row in plan)
    written.put(a_reflection("r3", answers={"what": Answer(Prose("No action."))}))
    assert len(read(written)) == 3


def test_a_value_of_another_shape_is_damage_and_nothing_else(written):
    written._database.run("UPDATE answer SET value = '[7]' WHERE kind = 'actions'")
    with pytest.raises(JournalDamaged):
        written.actions.read()
