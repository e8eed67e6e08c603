"""The shipped forms read without a problem and keep the promises made about all of them."""

import re

import pytest

from app.assets import forms_folder
from app.domain.form import CpdField, FormGroup, PromptKind, SummaryRole
from app.domain.sharing import Sharing
from app.formspec import file_shape
from app.formspec.folder import FormFolder
from app.formspec.reading import FORMAT

IN_ORDER = [
    "five_minute_capture",
    "verbatim_and_feeling",
    "conference_or_case",
    "chair_self_check",
    "practice_review",
    "fook_two_stages",
    "fook_team_check",
    "review_stage_by_stage",
    "case_to_learning",
    "after_action_review",
    "monthly_case_huddle",
    "cross_disciplinary_debrief",
    "reliability_audit",
    "challenge_and_escalation",
    "disproportionality_and_bias",
    "supervision_as_safe_space",
    "difficult_conversation",
    "wellbeing_and_exposure",
    "safety_scaling_look_back",
    "child_or_adult_at_the_centre",
    "learning_week",
    "gibbs",
    "kolb",
    "driscoll_rolfe",
    "johns",
    "era",
    "four_by_four_by_four",
    "cpd_piece",
    "peer_reflection",
    "feedback_received",
    "reading_or_training",
    "newly_qualified_progress",
    "development_plan",
]
# Private from the first word to the last: what somebody brings here is offered to nobody.
ALL_PRIVATE = {"wellbeing_and_exposure"}
# Somebody’s own words are private until the person decides; the part they play then is known.
PRIVATE_UNTIL_CHOSEN = ALL_PRIVATE | {"verbatim_and_feeling"}
# What these lack would be out of place: they are pages about one thing.
WITHOUT_ROLES = {
    "cpd_piece": {SummaryRole.QUESTION},
    "peer_reflection": {SummaryRole.QUESTION},
    "development_plan": {SummaryRole.LEARNING},
}
WITHOUT_FIELDS = {
    "verbatim_and_feeling": {CpdField.ACTIVITY, CpdField.LEARNING, CpdField.IMPACT},
    "peer_reflection": {CpdField.LEARNING},  # what was learnt stands in the field for the peer
    "development_plan": {CpdField.LEARNING},
}

# The prompts that ask what a person feels or brings; they stay private by default.
FEELINGS = {
    "five_minute_capture": {"what_i_felt"},
    "conference_or_case": {"what_i_noticed", "feelings_with_hindsight"},
    "practice_review": {"what_it_stirred"},
    "fook_two_stages": {"why_it_matters_still", "what_i_brought", "feelings", "how_able"},
    "verbatim_and_feeling": {"what_they_stirred"},
    "chair_self_check": {"in_the_chair"},
    "fook_team_check": {"able_to_cope"},
    "cross_disciplinary_debrief": {"not_said"},
    "challenge_and_escalation": {"what_it_felt_like"},
    "difficult_conversation": {"how_i_am"},
    "wellbeing_and_exposure": {"what_you_notice", "look_in_again_on"},
    "safety_scaling_look_back": {"feelings_with_hindsight"},
    "child_or_adult_at_the_centre": {"what_they_stir"},
    "gibbs": {"feelings"},
    "driscoll_rolfe": {"feelings"},
    "johns": {"thoughts_and_feelings", "where_my_feelings_came_from"},
    "era": {"feeling"},
    "four_by_four_by_four": {"feelings"},
    "cpd_piece": {"what_it_stirred"},
    "reading_or_training": {"what_it_stirred"},
    "development_plan": {"what_you_want"},
}
# Here “yourself” is what one has learnt or will do, not what one feels.
NO_FEELINGS = {"gibbs": {"conclusion_about_myself"}, "johns": {"actions"}}
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
    # Topics are asked for by the form of a session, which stands on no shelf.
    assert {prompt.kind for prompt in prompts} == set(PromptKind) - {PromptKind.TOPICS}
    assert {prompt.summary_role for prompt in prompts} >= set(SummaryRole)
    assert any(prompt.when for prompt in prompts)
    assert {form.group for form in shipped.values()} == set(FormGroup)
    assert any(section.repeat for form in shipped.values() for section in form.sections)


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_every_prompt_can_be_traced_to_a_source(shipped, form_id):
    form = shipped[form_id]
    assert len(form.source) > 40 or form.source == "Afterword’s own form."
    for prompt in form.prompts():
        assert prompt.source == "" or len(prompt.source) > 20, prompt.key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_what_a_person_feels_is_private_by_default(shipped, form_id):
    asked = {p.key for p in shipped[form_id].prompts() if FEELING_WORDS.search(p.text)}
    feelings = FEELINGS.get(form_id, set())
    assert asked <= feelings | NO_FEELINGS.get(form_id, set())
    for key in feelings:
        prompt = shipped[form_id].prompt(key)
        assert prompt.sharing is Sharing.PRIVATE, key
        assert prompt.summary_role is None, key
        assert prompt.cpd_field is None, key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_a_role_is_given_only_where_the_answer_is_offered_for_it(shipped, form_id):
    for prompt in shipped[form_id].prompts():
        if prompt.summary_role and form_id not in PRIVATE_UNTIL_CHOSEN:
            assert Sharing.SUPERVISION in prompt.sharing, prompt.key
        if prompt.cpd_field and prompt.cpd_field.value != "activity":
            assert Sharing.CPD in prompt.sharing, prompt.key


@pytest.mark.parametrize("form_id", IN_ORDER)
def test_a_form_can_feed_the_summary_and_the_year(shipped, form_id):
    prompts = list(shipped[form_id].prompts())
    if form_id in ALL_PRIVATE:
        assert {prompt.sharing for prompt in prompts} == {Sharing.PRIVATE}
        return
    roles = {SummaryRole.ACCOUNT, SummaryRole.LEARNING, SummaryRole.QUESTION}
    lacking = roles - {prompt.summary_role for prompt in prompts}
    assert lacking == WITHOUT_ROLES.get(form_id, set())
    fields = {CpdField.ACTIVITY, CpdField.LEARNING, CpdField.IMPACT}
    missing = fields - {prompt.cpd_field for prompt in prompts}
    assert missing == WITHOUT_FIELDS.get(form_id, set())


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
