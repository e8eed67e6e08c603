"""Going on in a fuller form: no word is lost, and nothing is shared more widely than it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import (
    EMPTY_OF,
    Action,
    Actions,
    Answer,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
    text_of,
)
from app.domain.carrying_over import carried_over, takes_everything, words_of
from app.domain.form import Condition, CpdField, PromptKind, SummaryRole
from app.domain.sharing import Sharing
from tests.builders import a_form, a_prompt, a_reflection

WORDS = st.text(alphabet="ab *>-#\n'é", max_size=20)
OPTIONS = ("one", "two", "three")
SHARINGS = st.sampled_from([Sharing(number) for number in range(4)])
ROLES = st.sampled_from([None, *SummaryRole])
FIELDS = st.sampled_from([None, *CpdField])
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
VALUES = st.one_of(
    st.builds(Prose, WORDS),
    st.builds(ShortText, WORDS),
    st.builds(Choice, st.sampled_from(("", *OPTIONS))),
    st.builds(YesNo, st.none() | st.sampled_from(Verdict), WORDS),
    st.builds(Scale, st.none() | st.integers(0, 10), WORDS, WORDS),
    st.builds(ChosenDate, DAYS),
    st.builds(Actions, st.lists(st.builds(Action, WORDS, WORDS, DAYS, WORDS), max_size=3)),
    st.builds(Choices, st.lists(st.sampled_from(OPTIONS), unique=True).map(tuple)),
    st.builds(
        Checklist,
        st.lists(
            st.builds(Checked, st.sampled_from(OPTIONS), st.sampled_from(Verdict), WORDS),
            max_size=3,
        ).map(tuple),
    ),
    st.builds(ChosenThemes, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(Quotation, WORDS, WORDS),
    st.builds(
        Evidence,
        st.lists(st.builds(EvidenceFile, WORDS, WORDS, st.just(1), st.just("00")), max_size=2).map(
            tuple
        ),
    ),
)
KIND_OF = {type(value): kind for kind, value in EMPTY_OF.items()}


@st.composite
def prompts(draw, key, kind=None):
    kind = kind or draw(st.sampled_from(PromptKind))
    condition = draw(st.none() | st.just(Condition("elsewhere", "one")))
    return a_prompt(
        key,
        kind,
        options=draw(st.sampled_from([OPTIONS, OPTIONS[:1]])),
        summary_role=draw(ROLES),
        cpd_field=draw(FIELDS),
        when=condition,
    )


@st.composite
def moves(draw):
    """A reflection with its form, and a form with at least one place for writing at length."""
    values = draw(st.lists(VALUES, max_size=6))
    keys = [
        draw(st.sampled_from([f"old_{number}", f"p_{number}"])) for number in range(len(values))
    ]
    old = [
        draw(prompts(key, KIND_OF[type(value)])) for key, value in zip(keys, values, strict=True)
    ]
    answers = {key: Answer(value, draw(SHARINGS)) for key, value in zip(keys, values, strict=True)}
    # The form may have lost a prompt, whose answer is there all the same.
    form = a_form(*old[draw(st.integers(0, 1)) :], form_id="old")
    new = [draw(prompts(f"p_{number}")) for number in range(draw(st.integers(0, 6)))]
    new.append(a_prompt("account_here"))
    return a_reflection(form, answers=answers), form, a_form(*new, form_id="new")


@given(moves())
def test_every_word_of_every_answer_is_in_the_new_reflection(move):
    reflection, form, new_form = move
    plan = carried_over(reflection, form, new_form)
    there = "\n".join(
        f"{text_of(answer.value)}\n{words_of(answer.value)}" for answer in plan.answers.values()
    )
    for answer in reflection.answers.values():
        if not answer.is_empty:
            assert set(words_of(answer.value).split()) <= set(there.split())
            for line in words_of(answer.value).split("\n"):
                assert line.strip() in there  # in the order in which they were written


@given(moves())
def test_nothing_is_shared_more_widely_than_it_was(move):
    reflection, form, new_form = move
    plan = carried_over(reflection, form, new_form)
    for each in plan.carried:
        assert plan.answers[each.to.key].sharing in each.answer.sharing


@given(moves())
def test_every_answer_fits_the_prompt_that_takes_it_and_is_asked_for(move):
    reflection, form, new_form = move
    plan = carried_over(reflection, form, new_form)
    for key, answer in plan.answers.items():
        prompt = new_form.prompt(key)
        assert prompt.when is None
        kinds = {KIND_OF[type(answer.value)], PromptKind.PROSE}
        assert (
            prompt.kind in kinds if isinstance(answer.value, ShortText) else {prompt.kind} & kinds
        )
    order = [prompt.key for prompt in new_form.prompts()]
    assert sorted(plan.answers, key=order.index) == list(plan.answers)


def test_the_learning_goes_to_the_learning_and_the_account_to_the_account():
    old = a_form(
        a_prompt("what", summary_role=SummaryRole.ACCOUNT),
        a_prompt("so_what", summary_role=SummaryRole.LEARNING),
        form_id="old",
    )
    new = a_form(
        a_prompt("begin"),
        a_prompt("lesson", summary_role=SummaryRole.LEARNING),
        a_prompt("story", summary_role=SummaryRole.ACCOUNT),
    )
    plan = carried_over(a_reflection(old, what="A door.", so_what="I hurry."), old, new)
    assert {key: answer.value for key, answer in plan.answers.items()} == {
        "lesson": Prose("I hurry."),
        "story": Prose("A door."),
    }
    assert plan.own_places == 2


def test_what_has_no_place_stands_under_its_question_in_the_account():
    old = a_form(a_prompt("what", summary_role=SummaryRole.ACCOUNT), a_prompt("felt"))
    new = a_form(a_prompt("first"), a_prompt("story", summary_role=SummaryRole.ACCOUNT))
    plan = carried_over(a_reflection(old, what="A door.", felt="Cold."), old, new)
    assert plan.answers["story"].value == Prose("A door.\n\n**What about felt?**\n\nCold.")
    assert list(plan.answers) == ["story"]


def test_private_words_make_what_they_join_private_and_it_can_be_said():
    old = a_form(a_prompt("what", summary_role=SummaryRole.ACCOUNT), a_prompt("felt"))
    answers = {
        "what": Answer(Prose("A door."), Sharing.SUPERVISION | Sharing.CPD),
        "felt": Answer(Prose("Cold."), Sharing.PRIVATE),
    }
    new = a_form(a_prompt("story", summary_role=SummaryRole.ACCOUNT, sharing=Sharing.CPD))
    plan = carried_over(a_reflection(old, answers=answers), old, new)
    assert plan.answers["story"].sharing == Sharing.PRIVATE
    assert plan.is_narrowed(new.prompt("story"))


def test_two_lists_of_actions_become_one():
    kind = PromptKind.ACTIONS
    old = a_form(a_prompt("do", kind), a_prompt("also", kind))
    answers = {key: Answer(Actions((Action(key),))) for key in ("do", "also")}
    new = a_form(a_prompt("story"), a_prompt("all_of_it", kind))
    plan = carried_over(a_reflection(old, answers=answers), old, new)
    assert plan.answers["all_of_it"].value == Actions((Action("do"), Action("also")))


def test_an_action_put_into_the_account_keeps_its_days():
    old = a_form(a_prompt("do", PromptKind.ACTIONS))
    action = Action("Ring", "me", date(2026, 3, 2), "She says so", date(2026, 3, 4))
    answers = {"do": Answer(Actions((action,)))}
    new = a_form(a_prompt("story"))
    plan = carried_over(a_reflection(old, answers=answers), old, new)
    words = plan.answers["story"].value.text
    for part in ("Ring", "me", "by 2 March 2026", "She says so", "done on 4 March 2026"):
        assert part in words


def test_a_form_without_a_place_for_writing_takes_nothing():
    form = a_form(a_prompt("only", PromptKind.SCALE))
    assert not takes_everything(form)
    with pytest.raises(ValueError, match="no place"):
        carried_over(a_reflection(), a_form(), form)
