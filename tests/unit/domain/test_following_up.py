"""The day on which something comes back, and which of its words say most then."""

from datetime import date

import pytest

from app.domain.answer import Answer, Choice, Scale
from app.domain.following_up import day_after_months, learnt
from app.domain.form import PromptKind, SummaryRole
from app.domain.short_words import shortened, without_marks
from tests.builders import a_form, a_prompt, a_reflection


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 2), 1, date(2026, 4, 2)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 9, 15), 4, date(2027, 1, 15)),
    ],
)
def test_the_same_day_of_a_later_month_or_its_last(day, months, expected):
    assert day_after_months(day, months) == expected


FORM = a_form(
    a_prompt("feeling", PromptKind.CHOICE, options=("Calm", "Cross")),
    a_prompt("noticed"),
    a_prompt("happened", summary_role=SummaryRole.ACCOUNT),
    a_prompt("learning", summary_role=SummaryRole.LEARNING),
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"happened": "It rained.", "learning": "Bring a coat."}, "Bring a coat."),
        ({"happened": "It rained.", "learning": "  ", "noticed": "A puddle."}, "It rained."),
        ({"noticed": "A puddle."}, "A puddle."),
        ({}, "Calm"),
    ],
)
def test_the_learning_says_most_then_the_account_then_any_words(given, expected):
    calm = a_reflection(FORM, **given).with_answer("feeling", Answer(Choice("Calm")))
    assert learnt(calm, FORM) == expected


def test_where_nothing_was_written_nothing_is_given():
    assert learnt(a_reflection(FORM), FORM) == ""


def test_an_answer_that_is_no_prose_says_something_too():
    form = a_form(a_prompt("sure", PromptKind.SCALE))
    reflection = a_reflection(form).with_answer("sure", Answer(Scale(4, "the rain", "")))
    assert learnt(reflection, form) == "4\nthe rain"


def test_marks_are_taken_out_of_short_words():
    assert without_marks("# Head\n\n- one *two*\n2. **three**") == "Head one two three"
    assert shortened("> A *quiet* morning.", 40) == "A quiet morning."
    assert without_marks(r"\# 5: 2\*3, C:\\*") == "# 5: 2*3, C:\\"


def test_long_words_are_cut_after_a_word():
    assert shortened("one two three four", 9) == "one two…"
    assert shortened("one two three", 13) == "one two three"
    assert shortened("x" * 50, 10) == "x" * 10 + "…"
    assert len(shortened("word " * 100_000, 100)) <= 101
    assert shortened("", 10) == ""
