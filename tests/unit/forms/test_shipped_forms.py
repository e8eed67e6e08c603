"""The shipped forms read without a problem and keep the promises made about all of them."""

import re

import pytest

from app.assets import forms_folder
from app.domain.form import PromptKind, SummaryRole
from app.domain.sharing import Sharing
from app.formspec import file_shape
from app.formspec.folder import FormFolder
from app.formspec.reading import FORMAT

IN_ORDER = ["five_minute_capture", "conference_or_case", "practice_review", "fook_two_stages"]

# The prompts that ask what a person feels or brings; they stay private by default.
FEELINGS = {
    "five_minute_capture": {"what_i_felt"},
    "conference_or_case": {"what_i_noticed", "feelings_with_hindsight"},
    "practice_review": {"what_it_stirred"},
    "fook_two_stages": {"why_it_matters_still", "what_i_brought", "feelings", "how_able"},
}
FEELING_WORDS = re.compile(r"\b(you feel|feelings|stir in you|yourself)\b", re.IGNORECASE)
AMERICAN = re.compile(
    r"\b(\w+(?:ize[ds]?|izing|ization)|behavior|color|center|program(?!me)|judgment)\b", re.I
)


def _every_text(form):
    yield from (form.title, form.purpose, form.when_to_use, form.source)
    for section in form.sections:
        yield from (section.title, section.intro)
    for prompt in form.prompts():
        yield from (prompt.text, prompt.help, prompt.nudge, prompt.source, *prompt.options)
        if prompt.ends:
            yield from (prompt.ends.zero, prompt.ends.ten)


def test_every_shipped_form_reads(shipped):
    folder = FormFolder(forms_folder())
    assert folder.problems() == ()
    assert list(shipped) == IN_ORDER


def test_together_the_forms_use_every_kind_and_every_role(shipped):
    prompts = [prompt for form in shipped.values() for prompt in form.prompts()]
    assert {prompt.kind for prompt in prompts} == set(PromptKind)
    assert {prompt.summary_role for prompt in prompts} >= set(SummaryRole)
    assert any(prompt.when for prompt in prompts)


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_every_prompt_can_be_traced_to_a_source(shipped, form_id):
    form = shipped[form_id]
    assert len(form.source) > 40
    for prompt in form.prompts():
        assert prompt.source == "" or len(prompt.source) > 20, prompt.key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_what_a_person_feels_is_private_by_default(shipped, form_id):
    asked = {p.key for p in shipped[form_id].prompts() if FEELING_WORDS.search(p.text)}
    assert asked <= FEELINGS[form_id]
    for key in FEELINGS[form_id]:
        prompt = shipped[form_id].prompt(key)
        assert prompt.sharing is Sharing.PRIVATE, key
        assert prompt.summary_role is None, key
        assert prompt.cpd_field is None, key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_a_role_is_given_only_where_the_answer_is_offered_for_it(shipped, form_id):
    for prompt in shipped[form_id].prompts():
        if prompt.summary_role:
            assert Sharing.SUPERVISION in prompt.sharing, prompt.key
        if prompt.cpd_field and prompt.cpd_field.value != "activity":
            assert Sharing.CPD in prompt.sharing, prompt.key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_a_form_can_feed_the_summary_and_the_year(shipped, form_id):
    prompts = list(shipped[form_id].prompts())
    roles = {prompt.summary_role for prompt in prompts}
    assert {SummaryRole.ACCOUNT, SummaryRole.LEARNING, SummaryRole.QUESTION} <= roles
    fields = {prompt.cpd_field.value for prompt in prompts if prompt.cpd_field}
    assert {"activity", "learning", "impact"} <= fields


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_nobody_is_asked_for_a_name(shipped, form_id):
    for prompt in shipped[form_id].prompts():
        assert not re.search(r"\bnames?\b", prompt.text, re.IGNORECASE), prompt.key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_the_words_are_british_short_and_well_set(shipped, form_id):
    for text in _every_text(shipped[form_id]):
        assert not AMERICAN.search(text), text
        assert " - " not in text, text
        assert "!" not in text, text
        assert "'" not in text, text
    for prompt in shipped[form_id].prompts():
        assert len(prompt.text) <= 130, prompt.key
        assert len(prompt.help) <= 260, prompt.key


def test_the_conference_form_asks_fourteen_prompts_and_a_fifteenth_on_no(shipped):
    prompts = list(shipped["conference_or_case"].prompts())
    assert len(prompts) == 15
    assert [prompt.key for prompt in prompts if prompt.when] == ["why_not_escalate"]


def test_the_three_questions_of_the_guidance_stand_word_for_word(shipped):
    form = shipped["practice_review"]
    assert [form.prompt(key).text for key in ("relates_to_role", "similar_situations")] == [
        "How does this relate to my role?",
        "Have I seen similar situations?",
    ]
    assert form.prompt("do_differently").text == "What would I do differently now?"


def test_the_paper_on_the_format_names_every_word_and_this_version():
    paper = (forms_folder() / "README.md").read_text(encoding="utf-8")
    shapes = (file_shape.FormShape, file_shape.SectionShape, file_shape.PromptShape)
    words = {field for shape in shapes for field in shape.__struct_fields__}
    missing = {word for word in words if not re.search(rf"\b{word}\b", paper)}
    assert missing == set()
    assert f"format = {FORMAT}" in paper
