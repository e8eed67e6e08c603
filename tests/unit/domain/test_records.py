"""Records of a repeated section: whatever comes and goes, every answer stays with its record."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import Answer, ChosenThemes, Prose, Verdict, YesNo
from app.domain.form import Condition, PromptKind, Repeat, Section
from app.domain.records import (
    as_published,
    form_of,
    is_removable,
    record_of,
    record_words,
    takes_record_after,
    with_record,
    with_record_back,
    without_record,
)
from app.domain.reflection import is_asked
from tests.builders import a_form, a_prompt, a_reflection

_MOST = 5
RECORD = Section(
    "each",
    "Each record",
    (
        a_prompt("which"),
        a_prompt("there", PromptKind.YES_NO),
        a_prompt("why", when=Condition("there", "no")),
    ),
    repeat=Repeat("record", _MOST),
)
FORM = replace(
    a_form(a_prompt("before")),
    sections=(
        Section("first", "First", (a_prompt("before"),)),
        RECORD,
        Section("last", "Last", (a_prompt("after"),)),
    ),
)


def records_in(form):
    return [section for section in form.sections if section.repeat]


@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "put back"]), st.integers(0, _MOST))))
def test_any_adding_and_removing_leaves_every_answer_with_its_record(steps):
    own = form_of(FORM, ())
    reflection = a_reflection(FORM, before="B", after="A", which="written in 0")
    told, count, removed = ["written in 0"], 0, None
    for act, place in steps:
        records = records_in(own)
        if act == "add" and takes_record_after(own, records[-1]):
            count, removed = count + 1, None
            own, added = with_record(own, records[-1].key)
            answer = Answer(Prose(f"written in {count}"))
            reflection = reflection.with_answer(added.prompts[0].key, answer)
            told.append(answer.value.text)
        elif act == "remove" and place < len(records) and is_removable(own, records[place]):
            removed = (place, told.pop(place), record_of(reflection, own, records[place].key))
            reflection, own = without_record(reflection, own, records[place].key)
        elif act == "put back" and removed is not None:
            reflection, own = with_record_back(reflection, own, removed[2])
            told.insert(*removed[:2])
            removed = None
        read = [reflection.answers[each.prompts[0].key].value.text for each in records_in(own)]
        assert read == told
        assert [each.place for each in records_in(own)] == list(range(1, len(told) + 1))
        assert form_of(FORM, reflection.answers) == own  # as it will be opened again
        assert as_published(own) == FORM
    assert reflection.answers["before"].value.text == "B"
    assert reflection.answers["after"].value.text == "A"


@given(st.sets(st.integers(1, 30)))
def test_the_form_comes_back_from_any_own_form(numbers):
    keys = ["which" if number == 1 else f"which#{number}" for number in numbers]
    assert as_published(form_of(FORM, keys)) == FORM


def test_a_condition_looks_at_its_own_record():
    own = form_of(FORM, ["which", "which#2"])
    reflection = a_reflection(FORM, answers={"there#2": Answer(YesNo(Verdict.NO))})
    first, second = (section.prompts[2] for section in records_in(own))
    assert not is_asked(reflection, first)
    assert is_asked(reflection, second)


def test_no_more_records_come_than_the_form_allows():
    own = form_of(FORM, [f"which#{number}" for number in range(2, 2 + _MOST)])
    with pytest.raises(ValueError, match="no more records"):
        with_record(own, "each")
    with pytest.raises(ValueError, match="no more records"):
        with_record(own, "first")


def test_the_only_record_is_not_removable_and_a_number_taken_again_is_not_put_back():
    own = form_of(FORM, ())
    assert not is_removable(own, records_in(own)[0])
    own, added = with_record(own, "each")
    removed = record_of(a_reflection(FORM), own, added.key)
    with pytest.raises(ValueError, match="already"):
        with_record_back(a_reflection(FORM), own, removed)
    assert not removed.says_something


def test_a_record_takes_its_themes_with_it_and_brings_them_back_in_the_forms_order():
    section = replace(RECORD, prompts=(a_prompt("which"), a_prompt("about", PromptKind.THEMES)))
    form = replace(FORM, sections=(section, Section("last", "Last", (a_prompt("after"),))))
    own, added = with_record(form_of(form, ()), "each")
    reflection = a_reflection(form, which="one", themes=("Own",))
    for key, *themes in (("about", "Hope", "Home"), ("about#2", "Home", "Health")):
        reflection = reflection.with_answer(key, Answer(ChosenThemes(tuple(themes))))
    reflection = reflection.with_answer("after", Answer(Prose("A")))
    removed = record_of(reflection, own, added.key)
    left, own_left = without_record(reflection, own, added.key)
    assert left.themes == ("Own", "Hope", "Home"), "the first record still names this home"
    back, _ = with_record_back(left, own_left, removed)
    assert set(back.themes) == set(reflection.themes)
    assert list(back.answers) == list(reflection.answers) == ["which", "about", "about#2", "after"]


def test_each_question_of_a_record_tells_which_record_it_is_of():
    own = form_of(FORM, ["which#7", "which"])
    assert record_words(own)["which#7"] == "record 2"
    assert "before" not in record_words(own)
    assert [section.heading for section in records_in(own)] == [
        "Each record: record 1",
        "Each record: record 2",
    ]
