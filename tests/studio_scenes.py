"""The scenes of the form studio, for the pictures of every screen."""

from functools import partial

from PySide6.QtTest import QTest

from app.domain.errors import FormError


def with_own_form(studio):
    """Make sure that there is an own form; give its id."""
    view = studio.open(studio.journal)
    own = view.desk.own_forms
    lane = studio.surroundings.lane
    rows = lane.run_and_wait(own.rows)
    studio.window.activateWindow()
    found = next((row.form for row in rows if row.is_own), None)
    if found is None:
        copy = lane.run_and_wait(partial(own.copy_of, "five_minute_capture"))
        found = lane.run_and_wait(partial(own.save, copy))
        lane.run_and_wait(partial(own.retire, "practice_review"))
    return found.id


def arrange_list(studio):
    with_own_form(studio)
    studio.window.open_view.own_forms.show_list()
    studio.settle()


def arrange_prompt(studio):
    form_id = with_own_form(studio)
    view = studio.window.open_view
    view.own_forms.change(form_id)
    studio.settle()
    bench = view.studio.bench
    view_of_rows = bench.outline.view
    view_of_rows.setCurrentIndex(bench.outline.model.index(3))
    bench.focus_fields()
    studio.settle()


def arrange_trouble(studio):
    view = studio.open(studio.journal)
    studio.window.activateWindow()
    view.own_forms.make()
    studio.settle()
    bench = view.studio.bench
    QTest.keyClicks(bench.fields.form_fields.title.edit, "After a hard phone call")
    studio.settle(14)
    studio.after = partial(_drop, studio)


def _drop(studio):
    studio.window.open_view.studio.bench._drop(None)
    studio.settle(2)


def arrange_preview(studio):
    arrange_prompt(studio)
    studio.window.open_view.studio.bench.show_side("preview")
    studio.settle()


def arrange_meeting(studio):
    form_id = with_own_form(studio)
    view = studio.window.open_view
    target = studio.folder / "from a colleague.toml"
    lane = studio.surroundings.lane
    lane.run_and_wait(partial(view.desk.form_exchange.export, form_id, target))
    text = target.read_text("utf-8")
    target.write_text(text.replace("minutes = 5", "minutes = 6"), "utf-8")
    view.own_forms.show_list()
    studio.settle()
    incoming = lane.run_and_wait(partial(view.desk.form_exchange.look_at, target))
    view.studio.files._on_looked_at(incoming)
    studio.settle(2)


def arrange_refused(studio):
    with_own_form(studio)
    view = studio.window.open_view
    view.own_forms.show_list()
    studio.settle()
    place = "sections[0].prompts[2].when.prompt"
    reason = "this prompt comes later; only an earlier one can be waited for"
    view.studio.files._refuse(FormError("from a colleague.toml", place, reason))
    studio.settle(2)


SCENES = {
    "50-own-forms": arrange_list,
    "51-studio-prompt": arrange_prompt,
    "52-studio-to-put-right": arrange_trouble,
    "53-studio-preview": arrange_preview,
    "54-form-meets-another": arrange_meeting,
    "55-form-refused": arrange_refused,
}
