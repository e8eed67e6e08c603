"""The sheet of a form's questions: one page, every question, nothing of a journal."""

from dataclasses import replace

import pytest

from app.assets import forms_folder
from app.domain.form import PromptKind
from app.formspec.folder import FormFolder
from app.rendering.typst_pages import PageSetter, PageSvgMaker
from app.services.papers import PromptSheets
from app.summary.document import Bullets
from app.summary.prompt_sheet import FOOTER, Fullness, prompt_sheet
from tests.builders import a_form, a_prompt

pytestmark = pytest.mark.printing
FORMS = {form.id: form for form in FormFolder(forms_folder()).forms()}
NOT_ASKED_IN_A_TEAM = {
    PromptKind.EVIDENCE, PromptKind.THEMES, PromptKind.TOPICS, PromptKind.DATE,
}  # fmt: skip


@pytest.fixture(scope="module")
def maker():
    return PageSvgMaker(PageSetter())


@pytest.mark.parametrize("form_id", sorted(FORMS))
def test_every_form_fits_one_page_with_every_question(maker, form_id):
    form = FORMS[form_id]
    document = PromptSheets(maker).sheet(form)
    assert len(maker.pages(document)) == 1
    leads = [
        item.lead.removeprefix("○ ")
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]
    asked = [prompt.text for prompt in form.prompts() if prompt.kind not in NOT_ASKED_IN_A_TEAM]
    assert leads == asked
    assert form.source in repr(document)


def test_the_fullest_that_fits_is_taken(maker):
    short = PromptSheets(maker).sheet(FORMS["monthly_case_huddle"])
    assert short == prompt_sheet(FORMS["monthly_case_huddle"], Fullness.WITH_HELP)
    long = PromptSheets(maker).sheet(FORMS["practice_review"])
    assert long == prompt_sheet(FORMS["practice_review"], Fullness.BARE)


def test_a_private_question_has_a_ring():
    form = a_form(a_prompt("own", text="What did it stir?"))
    assert "○ What did it stir?" in repr(prompt_sheet(form, Fullness.WITH_HELP))


def test_options_and_ends_of_a_scale_are_told():
    form = a_form(a_prompt("which", PromptKind.CHOICE), a_prompt("how", PromptKind.SCALE))
    said = repr(prompt_sheet(form, Fullness.QUESTIONS))
    assert "one · two." in said
    assert "0: not at all. 10: wholly." in said
    assert "one · two." not in repr(prompt_sheet(form, Fullness.BARE))


def test_a_form_too_long_for_any_page_keeps_every_question(maker):
    form = a_form(*(a_prompt(f"key{n}", text=f"Question {n}, " * 12) for n in range(60)))
    document = PromptSheets(maker).sheet(form)
    assert len(maker.pages(document)) > 1
    assert all(f"Question {n}," in repr(document) for n in range(60))
    assert document.footer == FOOTER


def test_what_the_form_says_of_manners_itself_is_not_said_twice():
    prompt = a_prompt("one")
    form = a_form(prompt)
    polite = replace(form, sections=(replace(form.sections[0], intro="Anyone may pass. Listen."),))
    words = repr(prompt_sheet(polite, Fullness.WITH_HELP))
    assert words.count("Anyone may pass") == 1
    assert "Questions come before advice." in words
    assert "Anyone may pass. Questions" in repr(prompt_sheet(polite, Fullness.BARE))
