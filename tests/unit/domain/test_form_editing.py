"""Changing a form piece by piece: what is meant changes, and nothing else."""

from app.domain.form import FormDefinition, Prompt, PromptKind, Repeat, Section
from app.domain.form_editing import Spot, brought_back, moved, waitable, with_prompt, without


def prompt(key, kind=PromptKind.PROSE):
    return Prompt(key, kind, f"{key}?")


# A section and a prompt may have the same key.
FORM = FormDefinition(
    id="own_form",
    version=1,
    title="A form",
    purpose="For tests.",
    when_to_use="Always.",
    minutes=5,
    source="Ours.",
    sections=(
        Section("one", "One", (prompt("one", PromptKind.YES_NO), prompt("two"))),
        Section("audit", "Audit", (prompt("found", PromptKind.YES_NO),), repeat=Repeat("file", 9)),
        Section("last", "Last", (prompt("five", PromptKind.CHOICE), prompt("six"))),
    ),
)


def outline(form):
    return [(each.key, [prompt.key for prompt in each.prompts]) for each in form.sections]


def test_a_prompt_moves_inside_its_section_and_on_into_the_next():
    down = moved(FORM, Spot(prompt="one"), 1)
    assert outline(down)[0] == ("one", ["two", "one"])
    further = moved(down, Spot(prompt="one"), 1)
    assert outline(further)[:2] == [("one", ["two"]), ("audit", ["one", "found"])]
    assert outline(moved(further, Spot(prompt="one"), -1)) == outline(down)


def test_a_part_at_the_edge_stays():
    assert moved(FORM, Spot(prompt="one"), -1) == FORM
    assert moved(FORM, Spot(prompt="six"), 1) == FORM
    assert moved(FORM, Spot(section="one"), -1) == FORM


def test_a_section_moves_with_its_prompts():
    assert outline(moved(FORM, Spot(section="one"), 1))[1] == ("one", ["one", "two"])


def test_what_was_removed_comes_back_to_its_place_and_later_changes_stay():
    for spot in (Spot(prompt="one"), Spot(section="one"), Spot(prompt="six")):
        less, removed = without(FORM, spot)
        assert less != FORM
        assert brought_back(less, removed) == FORM
    less, removed = without(FORM, Spot(prompt="one"))
    other = Prompt("two", PromptKind.PROSE, "Changed?")
    assert brought_back(with_prompt(less, other), removed) == with_prompt(FORM, other)


def test_a_prompt_comes_back_even_when_its_section_has_gone():
    less, removed = without(FORM, Spot(prompt="two"))
    less, _ = without(less, Spot(section="one"))
    assert outline(brought_back(less, removed))[-1] == ("last", ["five", "two", "six"])


def test_only_earlier_prompts_with_set_answers_can_be_waited_for():
    assert [each.key for each in waitable(FORM, "six")] == ["one", "five"]
    assert [each.key for each in waitable(FORM, "two")] == ["one"]
    assert waitable(FORM, "one") == ()
