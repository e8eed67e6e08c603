"""The scenes of the organisation's own Word form, for the pictures of every screen."""

from datetime import date
from functools import partial

from app.domain.errors import WordFormRefused
from app.services.word_forms import ReleasedValues
from tests.word_forms import CONTROLS, TABLES, TAGGED


def on_the_lane(studio, act, *given):
    return studio.surroundings.lane.run_and_wait(partial(act, *given))


def the_errand(studio, *paths):
    """Open the supervision page over a journal that keeps just these forms."""
    view = studio.open(studio.journal)
    forms = view.desk.word_forms
    for form in on_the_lane(studio, forms.all):
        on_the_lane(studio, forms.remove, form.uid)
    added = [on_the_lane(studio, forms.add, path) for path in paths]
    view.go("supervision")
    studio.settle()
    return view.supervision, added


def arrange_none(studio):
    page, _ = the_errand(studio)
    page.save_as("word_form")
    studio.settle()


def arrange_several(studio):
    page, _ = the_errand(studio, TABLES, TAGGED, CONTROLS)
    page.save_as("word_form")
    studio.settle()


def arrange_after_a_session(studio):
    page, forms = the_errand(studio, TABLES, TAGGED)
    errand = page.leaving.word_forms
    errand._show((page._preparation.choice(), tuple(forms), date(2026, 10, 6)))
    studio.settle()


def arrange_mapping(studio, path=TABLES):
    page, _ = the_errand(studio, path)
    page.save_as("word_form")
    studio.settle()
    dialog = studio.focused_dialog()
    dialog.map.click()
    studio.settle(12)


def arrange_mapping_of_controls(studio):
    arrange_mapping(studio, CONTROLS)


def arrange_filled(studio):
    page, (form,) = the_errand(studio, TAGGED)
    errand = page.leaving.word_forms
    choice = page._preparation.choice()
    errand._target = studio.folder / "supervision-form.docx"
    mapped = on_the_lane(studio, errand._forms.mapped, form.uid, choice)
    errand._on_filled(on_the_lane(studio, errand._forms.fill, ReleasedValues(mapped)))
    studio.settle()


def arrange_refused(studio):
    page, _ = the_errand(studio)
    sentence = (
        "This form holds macros, which are programs. Ask for the form without them, "
        "or save a copy without them, and add that."
    )
    page.leaving.word_forms.complain(WordFormRefused(sentence))
    studio.settle()


SCENES = {
    "160-word-forms-none": arrange_none,
    "161-word-forms": arrange_several,
    "162-word-form-mapping": arrange_mapping,
    "163-word-form-controls": arrange_mapping_of_controls,
    "164-word-form-filled": arrange_filled,
    "165-word-form-refused": arrange_refused,
    "166-word-forms-after-a-session": arrange_after_a_session,
}
