"""Presets of the summary: kept by name inside the vault, the usual one always there."""

import json
from dataclasses import replace

import pytest

from app.domain.errors import PresetNotKept
from app.services.summary_presets import MOST_PRESETS
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.preparation import Preparation
from app.summary.preset import USUAL, Preset, preset_of

GROUP = replace(
    preset_of(Preparation().moved("themes", 0).having(SummaryPart.QUESTIONS, is_in=False), "Group"),
    print_size=PrintSize.LARGE,
    is_black_and_white=True,
)


@pytest.fixture
def presets(desk):
    return desk.preparing.presets


def test_the_usual_preset_is_there_from_the_start_and_others_follow_by_name(presets):
    assert presets.all() == (USUAL,)
    presets.keep(replace(GROUP, name="Two pages"))
    assert presets.keep(GROUP) == (USUAL, GROUP, replace(GROUP, name="Two pages"))


def test_a_preset_is_read_back_as_it_was_kept_by_a_new_desk(desk, workshop, presets):
    presets.keep(GROUP)
    assert workshop.desk(desk.vault).preparing.presets.all() == (USUAL, GROUP)


def test_one_of_the_same_name_takes_its_place(presets):
    presets.keep(GROUP)
    changed = Preset("GROUP")
    assert presets.keep(changed) == (USUAL, changed)


def test_renaming_and_removing_leave_the_others(presets):
    presets.keep(GROUP)
    presets.keep(Preset("Short"))
    presets.rename("group", "  Team  session ")
    assert [each.name for each in presets.all()] == ["Usual", "Short", "Team session"]
    presets.remove("SHORT")
    assert [each.name for each in presets.all()] == ["Usual", "Team session"]


@pytest.mark.parametrize("name", ["", "  ", "usual", "Usual"])
def test_a_preset_needs_a_name_of_its_own(presets, name):
    presets.keep(GROUP)
    with pytest.raises(PresetNotKept):
        presets.keep(Preset(name))
    with pytest.raises(PresetNotKept):
        presets.rename("Group", name)
    assert presets.all() == (USUAL, GROUP)


def test_two_presets_never_get_one_name(presets):
    presets.keep(GROUP)
    presets.keep(Preset("Short"))
    with pytest.raises(PresetNotKept, match="Another preset has this name"):
        presets.rename("Short", "group")


def test_there_are_so_many_presets_at_most(presets):
    for number in range(MOST_PRESETS):
        presets.keep(Preset(f"Number {number}"))
    with pytest.raises(PresetNotKept, match="Remove one"):
        presets.keep(GROUP)
    presets.keep(Preset("number 3"))


def test_the_next_summary_begins_with_the_preset_taken_last(desk, workshop, presets):
    presets.keep(GROUP)
    presets.note_taken("Group")
    begun = workshop.desk(desk.vault).preparing.offer(Preparation()).preparation
    assert begun.preset == "Group"
    assert GROUP.fits(begun)
    presets.remove("Group")
    begun = workshop.desk(desk.vault).preparing.offer(Preparation()).preparation
    assert USUAL.fits(begun)


@pytest.mark.parametrize(
    "stored",
    [
        "not json",
        "7",
        '["words"]',
        json.dumps([{"name": "Later", "parts": [], "rows": [], "colour": "blue"}]),
        json.dumps([{"name": "Odd", "parts": ["unheard of"], "rows": [], "large_print": False,
                     "black_and_white": False}]),
        json.dumps([{"name": "Odd", "parts": 5, "rows": None}]),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_left_out_and_breaks_nothing(desk, presets, stored):
    desk.vault.set_preference("summary_presets", stored)
    assert presets.all() == (USUAL,)
    assert presets.keep(GROUP) == (USUAL, GROUP)


def test_what_a_later_version_kept_stays_when_another_is_kept(desk, presets):
    later = {"name": "Later", "parts": [], "rows": [], "colour": "blue"}
    desk.vault.set_preference("summary_presets", json.dumps([later]))
    presets.keep(GROUP)
    assert later in json.loads(desk.vault.preference("summary_presets"))
