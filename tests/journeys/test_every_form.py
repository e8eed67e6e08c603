"""Every shipped form is filled at random, saved, opened again and printed: nothing is lost."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.assets import forms_folder
from app.domain.answer import text_of
from app.formspec.folder import FormFolder
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.typst_pages import PdfWriter
from app.services.journal import Writing
from app.summary.choice import SharedReflection, SummaryChoice, part_of
from app.summary.supervision import supervision_summary
from tests.filled_forms import asked_marks, filled, shared_with_supervision
from tests.html_words import words_of_html
from tests.printing.paper import page_texts
from tests.workshops import PASSPHRASE, a_desk, a_workshop

FORMS = [form.id for form in FormFolder(forms_folder()).forms()]
MARK = re.compile(r"qa\d+zq")
FEW = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@pytest.fixture
def folder(tmp_path, workshop):
    a_desk(tmp_path / "journal", workshop).close()
    return tmp_path / "journal"


@pytest.mark.parametrize("form_id", FORMS)
@FEW
@given(data=st.data())
def test_a_filled_form_is_saved_and_opened_again_whole_and_in_order(
    form_id, data, folder, workshop
):
    desk = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    begun = desk.journal.begin(form_id)
    form, steps = data.draw(filled(begun))
    for step in steps:
        saved = desk.journal.save(Writing(step, form))
    desk.close()

    desk = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    again = desk.journal.read(begun.reflection.id)
    desk.close()
    assert again.reflection == saved.reflection
    assert dict(again.reflection.answers) == dict(steps[-1].answers)
    answered = {key for key, answer in steps[-1].answers.items() if not answer.is_empty}
    in_order = [prompt.key for prompt in form.prompts() if prompt.key in answered]
    assert [p.key for p in again.form.prompts() if p.key in answered] == in_order


@pytest.mark.parametrize("form_id", FORMS)
@FEW
@given(data=st.data())
def test_a_filled_form_is_printed_whole_and_in_order(form_id, data, workshop, folder):
    desk = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    begun = desk.journal.begin(form_id)
    desk.close()
    form, steps = data.draw(filled(begun))
    reflection = replace(shared_with_supervision(steps[-1]), themes=())
    document = supervision_summary(
        (SharedReflection(reflection, form),),
        SummaryChoice(reflection_ids=(reflection.id,)),
        begun.reflection.begun_at.date(),
    )

    wanted = asked_marks(form, reflection, text_of)
    markdown = MARK.findall(MarkdownWriter().render(document).decode())
    html = MARK.findall(words_of_html(HtmlWriter().render(document).decode()))
    # A soft hyphen is where a line may break; readers of PDF tell some that nobody sees.
    printed = " ".join(page_texts(PdfWriter().render(document))).replace("\xad", "")
    paper = MARK.findall(printed)
    assert sorted(markdown) == sorted(wanted)
    assert html == markdown
    assert paper == markdown
    # What stands under the reflection's own heading keeps the form's order.
    elsewhere = {
        prompt.key
        for prompt in form.prompts()
        if (answer := reflection.answers.get(prompt.key)) and part_of(prompt, answer)
    }
    own = replace(
        reflection,
        answers={k: v for k, v in reflection.answers.items() if k not in elsewhere},
    )
    in_section = asked_marks(form, own, text_of)
    assert [mark for mark in markdown if mark in set(in_section)] == in_section
