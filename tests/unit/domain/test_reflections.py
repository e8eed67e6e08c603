"""Reflections: conditions, progress and sharing."""

import pytest

from app.domain.answer import Answer, Choice, Prose, Verdict, YesNo
from app.domain.form import Condition, PromptKind
from app.domain.reflection import Progress, is_asked, progress_of, sharing_in
from app.domain.sharing import Sharing, sharing_from_words, sharing_words
from tests.builders import a_form, a_prompt, a_reflection

ESCALATED = a_prompt("escalated", PromptKind.YES_NO)
WHY_NOT = a_prompt("why_not", when=Condition("escalated", "no"))


def test_a_conditional_prompt_is_asked_only_when_its_condition_holds():
    form = a_form(ESCALATED, WHY_NOT)
    unanswered = a_reflection(form)
    said_no = unanswered.with_answer("escalated", Answer(YesNo(Verdict.NO)))
    said_yes = unanswered.with_answer("escalated", Answer(YesNo(Verdict.YES)))
    assert not is_asked(unanswered, WHY_NOT)
    assert is_asked(said_no, WHY_NOT)
    assert not is_asked(said_yes, WHY_NOT)


def test_a_condition_can_rest_on_a_choice():
    reflection = a_reflection().with_answer("escalated", Answer(Choice("later")))
    assert is_asked(reflection, a_prompt("x", when=Condition("escalated", "later")))


def test_progress_counts_only_what_is_asked():
    form = a_form(ESCALATED, WHY_NOT, a_prompt("noticed"))
    reflection = a_reflection(form, noticed="rain")
    assert progress_of(reflection, form) == Progress(1, 2)
    said_no = reflection.with_answer("escalated", Answer(YesNo(Verdict.NO)))
    assert progress_of(said_no, form) == Progress(2, 3)


def test_an_answer_of_spaces_is_no_answer():
    assert progress_of(a_reflection(noticed="  \n"), a_form()) == Progress(0, 1)


def test_only_answers_with_words_count_as_shared():
    shared = a_reflection().with_answer("noticed", Answer(Prose(""), Sharing.CPD))
    assert sharing_in(shared) == Sharing.PRIVATE
    assert sharing_in(a_reflection(noticed="rain", shared=Sharing.CPD)) == Sharing.CPD


@pytest.mark.parametrize(
    "words", [3, True, None, 1.5, [[1]], [["cpd"]], {"cpd": 1}, ["cpd", 3], "", ["private"], b"cpd"]
)
def test_what_is_no_sharing_is_refused_in_words(words):
    with pytest.raises(ValueError, match="sharing is “private”"):
        sharing_from_words(words)


def test_sharing_words_read_back():
    for sharing in (
        Sharing.PRIVATE,
        Sharing.CPD,
        Sharing.SUPERVISION,
        Sharing.SUPERVISION | Sharing.CPD,
    ):
        assert (
            sharing_from_words(
                sharing_words(sharing)[0]
                if len(sharing_words(sharing)) == 1
                else sharing_words(sharing)
            )
            == sharing
        )
