"""One reflection on paper: what she chose and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, Prose, ShortText, YesNo
from app.domain.brought_in import FORM_ID
from app.domain.form import Condition, PromptKind, Repeat, Section
from app.domain.records import form_of
from app.domain.sharing import Sharing
from app.summary.choice import SharedReflection
from app.summary.document import PrintSize
from app.summary.document import Prose as Written
from app.summary.printed_reflection import Extent, printed_reflection
from tests.builders import a_form, a_prompt, a_reflection

FORM = a_form(
    a_prompt("seen"),
    a_prompt("felt"),
    a_prompt("learnt"),
    a_prompt("was_there", PromptKind.YES_NO),
    a_prompt("hidden", when=Condition("was_there", "yes")),
    a_prompt("actions", PromptKind.ACTIONS),
)
ACTION = Action("Ring the school", "me", date(2026, 11, 9), "she answers", is_on_record=True)


def a_source(**more):
    answers = {
        "seen": Answer(Prose("SEEN"), Sharing.SUPERVISION),
        "felt": Answer(Prose("FELT")),
        "learnt": Answer(Prose("LEARNT"), Sharing.CPD),
        "was_there": Answer(YesNo(), Sharing.SUPERVISION),
        "hidden": Answer(Prose("HIDDEN"), Sharing.SUPERVISION | Sharing.CPD),
        "actions": Answer(Actions((ACTION,)), Sharing.SUPERVISION),
    }
    return SharedReflection(a_reflection(FORM, answers=answers, **more), FORM)


def words(extent, **more):
    return repr(printed_reflection(a_source(**more), extent))


@pytest.mark.parametrize(
    ("extent", "there", "absent"),
    [
        (Extent.ALL, {"SEEN", "FELT", "LEARNT", "HIDDEN", "Ring the school"}, set()),
        (Extent.SUPERVISION, {"SEEN", "Ring the school"}, {"FELT", "LEARNT", "HIDDEN"}),
        (Extent.CPD, {"LEARNT"}, {"SEEN", "FELT", "HIDDEN", "Ring"}),
    ],
)
def test_only_what_was_chosen_is_on_the_paper(extent, there, absent):
    said = words(extent)
    assert all(each in said for each in there)
    assert not any(each in said for each in absent)


def test_what_stays_is_counted_and_never_named():
    assert "3 answers were kept back" in words(Extent.SUPERVISION)
    assert "4 answers were kept back" in words(Extent.CPD)
    assert "kept back" not in words(Extent.ALL)


def test_everything_that_stands_in_an_action_is_on_the_paper():
    said = words(Extent.ALL)
    for part in ("me", "she answers", "on the child’s record", "9 November 2026"):
        assert part in said


def test_themes_are_hers_and_stand_on_the_whole_paper_only():
    assert "neglect" in words(Extent.ALL, themes=("neglect",))
    assert "neglect" not in words(Extent.SUPERVISION, themes=("neglect",))


def test_the_head_says_form_days_and_draft():
    document = printed_reflection(a_source(title="The long one"), Extent.ALL, PrintSize.LARGE)
    assert document.title == "The long one"
    assert document.subtitle.startswith("A test form · event Wednesday 21 October 2026 · written")
    assert document.subtitle.endswith("· draft")
    assert document.print_size is PrintSize.LARGE


def test_a_paper_of_nothing_shared_says_so_and_holds_no_question():
    form = a_form(a_prompt("seen", text="What did you see?"))
    source = SharedReflection(a_reflection(form, seen="PRIVATE"), form)
    document = printed_reflection(source, Extent.SUPERVISION)
    assert "PRIVATE" not in repr(document)
    assert "What did you see?" not in repr(document)
    assert "1 answer was kept back" in repr(document)


def test_a_brought_in_part_stands_under_its_own_heading():
    prompts = (a_prompt("heading", PromptKind.SHORT_TEXT), a_prompt("words"))
    section = Section("parts", "Parts", prompts, repeat=Repeat("part", 100))
    form = replace(a_form(form_id=FORM_ID), sections=(section,))
    answers = {
        "heading": Answer(ShortText("At the door")),
        "words": Answer(Prose("I waited.")),
        "heading#2": Answer(ShortText("Nobody")),
    }
    source = SharedReflection(a_reflection(form, answers=answers), form_of(form, answers))
    sections = printed_reflection(source, Extent.ALL).sections
    assert [(each.heading, each.blocks) for each in sections] == [
        ("At the door", (Written("I waited."),)),
        ("Nobody", ()),
    ]
