"""The evidence sheet: what was read and how it is used, from what is marked for CPD."""

import pytest

from app.assets import forms_folder
from app.domain.answer import Action, Actions, Answer, Choice, Prose, ShortText
from app.domain.sharing import Sharing
from app.formspec.folder import FormFolder
from app.summary.choice import SharedReflection
from app.summary.document import Signatures, Table
from app.summary.review_learning import review_learning_sheet, takes_evidence_sheet
from tests.builders import a_reflection


@pytest.fixture(scope="module")
def forms():
    return {form.id: form for form in FormFolder(forms_folder()).forms()}


@pytest.fixture
def sheet(forms):
    form = forms["practice_review"]
    answers = {
        "what_i_read": Answer(ShortText("A published review"), Sharing.CPD),
        "kind_of_review": Answer(Choice("Rapid review or briefing"), Sharing.CPD),
        "what_it_stirred": Answer(Prose("MARKER"), Sharing.PRIVATE),
        "relates_to_role": Answer(Prose("MARKER"), Sharing.SUPERVISION),
        "lesson": Answer(Prose("Ask who is not in the room."), Sharing.CPD),
        "small_change": Answer(ShortText("One question first"), Sharing.CPD),
        "risk_factors": Answer(Prose("An empty chair"), Sharing.CPD),
        "learnt_with_others": Answer(Prose("With the health visitor"), Sharing.CPD),
        "actions": Answer(Actions((Action("Write it on the agenda", "me"),)), Sharing.CPD),
    }
    source = SharedReflection(a_reflection(form, title="My title", answers=answers), form)
    return review_learning_sheet(source)


def words_under(sheet, heading):
    return repr(next(each for each in sheet.sections if each.heading == heading).blocks)


def test_the_parts_stand_in_the_order_of_the_work(sheet):
    assert [each.heading for each in sheet.sections] == [
        "What I read",
        "What I learnt",
        "How I use it",
        "With others",
        "What I do about it",
        "What came of it",
        "Seen by",
    ]


def test_each_answer_stands_where_it_belongs(sheet):
    assert "A published review" in words_under(sheet, "What I read")
    assert "Rapid review or briefing" in words_under(sheet, "What I read")
    assert "who is not in the room" in words_under(sheet, "What I learnt")
    assert "One question first" in words_under(sheet, "How I use it")
    assert "An empty chair" in words_under(sheet, "How I use it")
    assert "health visitor" in words_under(sheet, "With others")
    assert "Write it on the agenda" in words_under(sheet, "What I do about it")


def test_what_is_not_marked_for_cpd_is_not_on_it(sheet):
    assert "MARKER" not in repr(sheet)


def test_there_is_room_for_what_came_of_it_and_to_sign(sheet):
    *_, came_of_it, seen = sheet.sections
    assert isinstance(came_of_it.blocks[0], Table)
    assert all(cell == "" for row in came_of_it.blocks[0].rows for cell in row)
    assert isinstance(seen.blocks[0], Signatures)


def test_nothing_marked_is_said_in_words(forms):
    form = forms["practice_review"]
    document = review_learning_sheet(SharedReflection(a_reflection(form, lesson="x"), form))
    assert "No answer of this reflection is marked for CPD yet." in repr(document)


def test_forms_about_reviews_have_it_and_no_others(forms):
    having = {form.id for form in forms.values() if takes_evidence_sheet(form)}
    assert having == {"practice_review", "case_to_learning", "review_stage_by_stage"}
