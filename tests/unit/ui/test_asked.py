"""Where a prompt stands, in words; alone on the page it also says how its section begins."""

from app.assets import forms_folder
from app.domain.records import form_of
from app.formspec.folder import FormFolder
from app.ui.editor.asked import asked_in, place_words
from tests.builders import a_reflection

FORM = next(form for form in FormFolder(forms_folder()).forms() if form.group.value == "self")


def test_the_first_prompt_of_a_section_says_how_it_begins_and_the_others_do_not():
    form = form_of(FORM, ())
    first, second = asked_in(form, a_reflection(form))[:2]
    assert first.section is second.section
    assert "turn to a person" in place_words(form, first)
    assert place_words(form, second) == "Section 1 of 5, How you are · prompt 2 of 3"
