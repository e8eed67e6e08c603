"""Layouts of a summary: rows in order, presets that keep them, and how long the pages are."""

from dataclasses import replace

import pytest

from app.domain.answer import Prose
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.lengths import PageLengths
from app.summary.preparation import Preparation
from app.summary.preset import USUAL, preset_of
from app.summary.wording import Wording, mark_of


def offered(*ids):
    return Preparation().offering(ids)


def test_a_part_moves_among_the_reflections_and_the_end_stays():
    moved = offered("a", "b").moved("themes", 3)
    assert moved.rows[:5] == ("actions", "wants", "a", "themes", "b")
    assert moved.moved("agreed", 0) == moved
    assert moved.moved("actions", 99).rows[-3:] == ("actions", "agreed", "record")


def test_a_reflection_that_comes_on_offer_stands_before_those_it_is_newer_than():
    before = offered("b", "a").moved("b", 0)
    after = before.offering(("c", "b", "a"))
    assert after.rows[:3] == ("c", "b", "actions")


def test_a_preset_lays_out_another_summary_alike_and_chooses_nothing():
    first = offered("a", "b").moved("themes", 0).having(SummaryPart.QUESTIONS, is_in=False)
    first = replace(first, print_size=PrintSize.LARGE, is_black_and_white=True, wants=("x",))
    preset = preset_of(first, "Group")
    second = preset.applied_to(offered("c", "d"))
    assert second.rows[:5] == ("themes", "actions", "wants", "c", "d")
    assert second.chosen == {"c", "d"}
    assert (second.preset, second.wants) == ("Group", ())
    assert preset.fits(second)
    assert not preset.fits(second.moved("themes", 3))
    assert not preset.fits(replace(second, is_black_and_white=False))


@pytest.mark.parametrize("ids", [(), ("a",), ("a", "b")])
def test_the_usual_preset_is_what_one_begins_with(ids):
    assert USUAL.fits(offered(*ids))
    assert USUAL.applied_to(offered(*ids)).rows == offered(*ids).rows


def test_other_words_are_taken_back_one_by_one():
    worded = offered("a").worded(("a", "one"), Wording("short")).worded(("a", "two"), Wording("x"))
    assert worded.choice().wording == {("a", "one"): "short", ("a", "two"): "x"}
    assert worded.worded(("a", "one"), None).choice().wording == {("a", "two"): "x"}


def test_a_wording_knows_whether_its_answer_has_changed_since():
    wording = Wording("short", mark_of(Prose("A long answer.")))
    assert wording.is_of(Prose("A long answer."))
    assert not wording.is_of(Prose("A longer answer."))


@pytest.mark.parametrize(
    ("pages", "left", "spare", "over"),
    [(1, 10.0, 60, 0), (2, 4.7, 4, 0), (2, 0.3, 0, 0), (3, 45.5, 0, 5), (4, 0.0, 0, 100)],
)
def test_lines_to_spare_and_lines_too_long_are_counted_from_two_pages(pages, left, spare, over):
    lengths = PageLengths(pages, 50.0, left)
    assert (lengths.spare(2), lengths.over(2)) == (spare, over)


def test_a_row_of_several_sections_takes_the_lines_of_all():
    lengths = PageLengths(1, 50.0, 1.0, (3.4, 10.0, 5.2, 0.2))
    assert lengths.by_row(("a", "agreed", "agreed", "b")) == {"a": 3, "agreed": 15, "b": 1}
