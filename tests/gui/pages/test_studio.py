"""The form studio, driven as a person does: by keyboard, over a real journal."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app import assets
from app.domain.answer import Answer, Prose, Verdict, YesNo
from app.domain.errors import DiskFull
from app.domain.form import Condition, PromptKind
from app.domain.reflection import is_asked
from app.services.journal import Writing
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.studio.clash_dialog import ClashDialog
from app.ui.studio.page import StudioPage
from tests.gui.way_in import entered, is_freed, sideways_range, unnamed_controls

SHIPPED = "five_minute_capture"
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = entered(StudioPage(surroundings, desk), qtbot)
    surroundings.lane.wait()
    qtbot.waitUntil(lambda: page.listing._said.text() != "")
    return page


def on_lane(page, work, *given):
    return page.surroundings.lane.run_and_wait(partial(work, *given))


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_over(words):
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), words)


def copy(page, qtbot, form_id=SHIPPED):
    page.copy(form_id)
    qtbot.waitUntil(lambda: page.is_on_bench)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.bench.fields.form_fields.title.edit)
    return page.bench


def saved(page, qtbot):
    bench = page.bench
    qtbot.waitUntil(bench.head.save_button.isEnabled)
    with qtbot.waitSignal(bench.saved):
        bench.head.save_button.setFocus()
        press(Qt.Key.Key_Space)
    return bench.work.form


def go_to_row(bench, row):
    view = bench.outline.view
    view.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(row):
        press(Qt.Key.Key_Down)


def a_saved_copy(page, qtbot):
    copy(page, qtbot)
    return saved(page, qtbot)


def add_prompts(bench):
    """Add a yes-or-no prompt, and behind it one that waits for its answer."""
    fields = bench.fields.prompt_fields
    for words in ("Did anybody answer?", "What did you do then?"):
        bench.outline.add_prompt.setFocus()
        press(Qt.Key.Key_Space)
        QTest.keyClicks(QApplication.focusWidget(), words)
        if words.startswith("Did"):
            fields.kind.box.setFocus()
            press(Qt.Key.Key_Y)
    fields.condition.asked.box.setFocus()
    press(Qt.Key.Key_Down)
    fields.condition.answer.box.setFocus()
    press(Qt.Key.Key_N)


def test_a_form_is_copied_changed_written_on_and_changed_again_by_keyboard(page, desk, qtbot):
    bench = copy(page, qtbot)
    type_over("After a visit")
    go_to_row(bench, 2)
    press(Qt.Key.Key_Return)
    type_over("What did you see at the door?")
    add_prompts(bench)
    form = saved(page, qtbot)

    asked, then = (form.prompt(key) for key in ("did_anybody_answer", "what_did_you_do_then"))
    assert form.title == "After a visit"
    assert next(form.prompts()).text == "What did you see at the door?"
    assert asked.kind is PromptKind.YES_NO
    assert then.when == Condition(asked.key, "no")

    writing = on_lane(page, desk.journal.begin, form.id)
    written = writing.reflection.with_answer(asked.key, Answer(YesNo(Verdict.NO)))
    assert is_asked(written, then)
    on_lane(page, desk.journal.save, Writing(written, writing.form))

    go_to_row(bench, 2)
    press(Qt.Key.Key_Return)
    type_over("And now?")
    assert saved(page, qtbot).version == 2
    old = on_lane(page, desk.journal.read, written.id).form
    assert next(old.prompts()).text == "What did you see at the door?"
    assert next(on_lane(page, desk.journal.begin, form.id).form.prompts()).text == "And now?"


def test_a_part_moves_by_alt_and_arrow_and_goes_by_delete_and_comes_back(page, qtbot):
    bench = copy(page, qtbot)
    before = bench.work.form
    first = next(before.prompts())
    go_to_row(bench, 2)
    press(Qt.Key.Key_Down, ALT)
    assert list(bench.work.form.prompts())[1] == first
    assert bench.outline.spot.prompt == first.key
    press(Qt.Key.Key_Up, ALT)
    assert bench.work.form == before
    press(Qt.Key.Key_Delete)
    assert bench.work.form.prompt(first.key) is None
    bench.notice.focus_act()
    press(Qt.Key.Key_Space)
    assert bench.work.form == before
    assert bench.outline.spot.prompt == first.key


def test_what_is_wrong_is_told_beside_its_field_and_saving_waits(page, qtbot):
    page.listing.new_button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.is_on_bench)
    bench = page.bench
    fields = bench.fields.form_fields
    qtbot.waitUntil(lambda: fields.title.error == "This needs words.")
    assert not bench.head.save_button.isEnabled()
    assert "5 things" in bench.head.trouble.text()
    for field, words in (
        (fields.title, "Calls"),
        (fields.purpose, "To put them down."),
        (fields.when_to_use, "After one."),
    ):
        field.edit.setFocus()
        QTest.keyClicks(field.edit, words)
    qtbot.waitUntil(lambda: "2 things" in bench.head.trouble.text())
    assert fields.title.error == ""
    fields.minutes.edit.setFocus()
    type_over("ages")
    qtbot.waitUntil(lambda: "at least 1" in fields.minutes.error)
    type_over("15")
    qtbot.waitUntil(lambda: fields.minutes.error == "")
    bench.head.trouble.setFocus()
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is bench.fields.section_fields.title.edit
    QTest.keyClicks(QApplication.focusWidget(), "The call")
    qtbot.waitUntil(lambda: "One thing" in bench.head.trouble.text())
    bench.head.trouble.click()
    assert QApplication.focusWidget() is bench.fields.prompt_fields.text.box
    QTest.keyClicks(QApplication.focusWidget(), "Who rang?")
    assert saved(page, qtbot).id == "own_calls"


def test_a_condition_whose_prompt_is_gone_is_told(page, qtbot):
    bench = copy(page, qtbot)
    waiting = next(prompt for prompt in bench.work.form.prompts() if prompt.when)
    rows = [bench.outline.model.row(bench.outline.model.index(at)) for at in range(20)]
    spots = [row.spot.prompt for row in rows if row]
    go_to_row(bench, spots.index(waiting.when.prompt))
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(bench.work.troubles))
    bench.head.trouble.click()
    asked = bench.fields.prompt_fields.condition.asked
    assert asked.error == "The prompt that this one waits for is gone."
    assert QApplication.focusWidget() is asked.box
    press(Qt.Key.Key_Home)
    qtbot.waitUntil(bench.head.save_button.isEnabled)


def test_options_and_ends_are_only_there_for_the_kinds_that_need_them(page, qtbot):
    bench = copy(page, qtbot)
    go_to_row(bench, 2)
    fields = bench.fields.prompt_fields
    for kind in PromptKind:
        bench.work.put_prompt(replace(bench.work.form.prompt(bench.outline.spot.prompt), kind=kind))
        bench._on_arranged(bench.outline.spot)
        has_options = kind in (PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST)
        assert fields.options.isVisible() == has_options
        assert fields.zero.isVisible() == (kind is PromptKind.SCALE)


def test_what_is_not_saved_is_there_when_one_comes_back(page, desk, surroundings, qtbot):
    form = a_saved_copy(page, qtbot)
    go_to_row(page.bench, 0)
    press(Qt.Key.Key_Return)
    type_over("Half a title")
    assert page.leave()  # as a lock and a close do
    other = entered(StudioPage(surroundings, desk), qtbot)
    other.change(form.id)
    qtbot.waitUntil(lambda: other.is_on_bench)
    assert other.bench.fields.form_fields.title.text == "Half a title"
    assert other.bench.work.has_changes
    assert on_lane(page, desk.journal.form, form.id) == form


def test_a_page_whose_words_cannot_be_kept_is_not_left(page, desk, qtbot, monkeypatch):
    copy(page, qtbot)
    type_over("Kept?")

    def refuse(_table, _form):
        raise DiskFull

    monkeypatch.setattr(type(desk.vault.own_forms), "keep_draft", refuse)
    assert not page.leave()
    dialog = page.findChild(ToldDialog)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: "Not kept" in page.bench.head.state.text() or page.bench.work.is_open)
    assert page.bench.fields.form_fields.title.text == "Kept?"
    monkeypatch.undo()
    assert page.leave()


def test_a_refusal_that_is_told_after_the_form_was_put_away_does_no_harm(
    page, desk, qtbot, monkeypatch
):
    copy(page, qtbot)
    type_over("Gone by then")

    def refuse(_table, _form):
        raise DiskFull

    monkeypatch.setattr(type(desk.vault.own_forms), "keep_draft", refuse)
    work = page.bench.work
    refused = []
    work.not_kept.connect(refused.append)
    work._keep()  # as its timer does
    page.surroundings.lane.wait()
    work.drop()
    QTest.qWait(50)
    assert not refused


def test_a_save_refused_while_the_page_is_left_keeps_the_page(page, desk, qtbot, monkeypatch):
    copy(page, qtbot)
    type_over("Saved, or here")

    def refuse(_table, _form):
        raise DiskFull

    monkeypatch.setattr(type(desk.vault.own_forms), "keep_draft", refuse)
    page.bench.work.save()
    assert not page.leave()
    assert page.bench.fields.form_fields.title.text == "Saved, or here"
    for dialog in page.findChildren(ToldDialog):
        dialog.reject()
    monkeypatch.undo()
    assert page.leave()


def test_changes_are_dropped_only_after_a_question(page, desk, qtbot):
    form = a_saved_copy(page, qtbot)
    go_to_row(page.bench, 0)
    press(Qt.Key.Key_Return)
    type_over("Not this")
    page.bench.head.drop_button.click()
    dialog = page.findChild(Confirming)
    assert dialog.stay.isDefault() or not dialog.go_on.isDefault()
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not page.is_on_bench)
    page.surroundings.lane.wait()
    assert on_lane(page, desk.own_forms.to_change, form.id) == form


def test_nothing_typed_in_the_preview_is_kept(page, desk, qtbot):
    form = a_saved_copy(page, qtbot)
    count = on_lane(page, desk.home).in_journal
    page.bench.show_side("preview")
    block = page.bench.preview.form.current_block()
    block.editor.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "A try")
    QTest.qWait(900)  # longer than the editor leaves words unsaved
    page.surroundings.lane.wait()
    page.bench.show_side("fields")
    assert on_lane(page, desk.home).in_journal == count
    assert page.bench.work.form == form
    assert page.bench.preview.form is None


def test_a_record_can_be_added_in_the_preview(page, qtbot):
    bench = copy(page, qtbot, "reliability_audit")
    bench.show_side("preview")
    whole = bench.preview.form
    before = len(whole._draft.form.sections)
    repeated = next(each for each in whole._draft.form.sections if each.repeat)
    whole.add_record_asked.emit(repeated.key)
    assert len(whole._draft.form.sections) == before + 1
    assert not bench.preview.note.accessibleName().endswith("no file is taken.")


def test_the_preview_shows_a_form_that_is_far_from_right(page, qtbot):
    page.make()
    qtbot.waitUntil(lambda: page.is_on_bench)
    bench = page.bench
    for kind in PromptKind:
        spot = bench.outline.model.row(bench.outline.model.index(2)).spot
        bench.work.put_prompt(replace(bench.work.form.prompt(spot.prompt), kind=kind))
        bench.show_side("preview")
        assert bench.preview.form is not None
        bench.preview.form.current_block()
        bench.show_side("fields")
    bench.work.remove(spot)
    bench.show_side("preview")
    assert bench.preview.form is None


def test_a_form_is_retired_and_offered_again_from_the_list(page, desk, qtbot):
    form = a_saved_copy(page, qtbot)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.listing.rows) == 1)
    page.listing.rows[0].buttons[-1].click()
    qtbot.waitUntil(lambda: len(page.listing.rows[0].buttons) == 4)
    qtbot.waitUntil(lambda: page.listing.rows[0].buttons[1].text() == "Offer it again")
    assert form not in on_lane(page, desk.shelf.forms)
    page.listing.rows[0].buttons[1].click()
    qtbot.waitUntil(lambda: page.listing.rows[0].buttons[-1].text() == "Retire")
    assert form in on_lane(page, desk.shelf.forms)


def test_a_form_goes_out_to_a_file_and_a_changed_one_comes_in_after_a_question(
    page, desk, qtbot, tmp_path
):
    form = a_saved_copy(page, qtbot)
    target = tmp_path / "mine.toml"
    page.surroundings.asker.paths = [target, target]
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.listing.rows) == 1)
    with qtbot.waitSignal(page.files.given_out):
        page.listing.rows[0].buttons[2].click()
    target.write_text(target.read_text("utf-8").replace("minutes = 5", "minutes = 7"), "utf-8")
    page.listing.import_button.click()
    qtbot.waitUntil(lambda: page.findChild(ClashDialog) is not None)
    with qtbot.waitSignal(page.files.taken_in):
        page.findChild(ClashDialog).newer_button.click()
    newer = on_lane(page, desk.journal.form, form.id)
    assert (newer.version, newer.minutes) == (2, 7)


def test_a_form_that_names_somebody_goes_out_only_when_that_was_read(page, desk, qtbot, tmp_path):
    target = tmp_path / "mine.toml"
    page.surroundings.asker.paths = [target, target]
    copy = on_lane(page, desk.own_forms.copy_of, "five_minute_capture")
    named = replace(copy, title="Kayleigh Boothroyd again")
    form = on_lane(page, desk.own_forms.save, named)
    page.files.ask_to_give_out(form.id)
    qtbot.waitUntil(lambda: page.findChild(Confirming) is not None)
    asked = page.findChild(Confirming)
    asked.stay.click()
    assert not target.exists()
    page.files.ask_to_give_out(form.id)
    qtbot.waitUntil(lambda: page.findChild(Confirming) not in (None, asked))
    with qtbot.waitSignal(page.files.given_out):
        page.findChild(Confirming).go_on.click()
    assert target.exists()


@pytest.mark.parametrize("name", ["1.Zorblatt", "visit to zorblatt.toml"])
def test_no_name_of_the_people_key_is_in_a_forms_file_name_unasked(
    page, desk, qtbot, tmp_path, name
):
    target = tmp_path / name
    page.surroundings.asker.paths = [target]
    copy = on_lane(page, desk.own_forms.copy_of, "five_minute_capture")
    form = on_lane(page, desk.own_forms.save, replace(copy, title="After seeing Zorblatt"))
    on_lane(page, desk.people_key.add, "Zorblatt", "Child Z")
    page.files.ask_to_give_out(form.id)
    qtbot.waitUntil(lambda: page.findChild(Confirming) is not None)
    assert page.surroundings.asker.asked[-1][1] == "own_form.toml"
    words = " ".join(label.text() for label in page.findChild(Confirming).findChildren(QLabel))
    assert f"“{name.removesuffix('.toml')}”" in words
    page.findChild(Confirming).stay.click()
    assert not target.exists()


def test_a_wrong_file_is_told_and_nothing_comes_in(page, desk, qtbot, tmp_path):
    wrong = tmp_path / "wrong.toml"
    shipped = assets.forms_folder() / f"{SHIPPED}.toml"
    text = shipped.read_text("utf-8").replace(f'id = "{SHIPPED}"', 'id = "wrong"', 1)
    wrong.write_text(text.replace('kind = "prose"', 'kind = "smell"', 1), "utf-8")
    page.surroundings.asker.paths = [wrong]
    page.listing.import_button.click()
    qtbot.waitUntil(lambda: page.findChild(ToldDialog) is not None)
    dialog = page.findChild(ToldDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "wrong.toml, section 1, prompt 1, kind: this must be one of" in words
    dialog.reject()
    assert on_lane(page, desk.own_forms.rows) == ()


def test_every_control_has_a_name_and_nothing_scrolls_sideways(page, qtbot, look):
    bench = copy(page, qtbot)
    for row in (0, 1, 2):
        go_to_row(bench, row)
        assert [each for each in unnamed_controls(page) if each.isVisible()] == []
    for scale in (1.0, 2.0):
        look.set_scale(scale)
        page.resize(1280, 640)
        assert sideways_range(page) == 0


def test_where_it_is_narrow_outline_and_fields_stand_in_one_place(page, qtbot, look):
    bench = copy(page, qtbot)
    assert bench.outline.isVisible()
    assert bench.fields.isVisible()
    look.set_scale(2.0)
    page.resize(1000, 640)
    qtbot.waitUntil(lambda: not bench.outline.isVisible())
    bench.show_side("outline")
    assert bench.outline.isVisible()
    assert not bench.fields.isVisible()
    bench.outline.view.setFocus()
    press(Qt.Key.Key_Return)
    assert bench.fields.isVisible()


def test_nothing_of_the_page_is_left_when_it_goes(surroundings, desk, qapp):
    assert is_freed(lambda: StudioPage(surroundings, desk), qapp)


def test_a_prose_answer_is_what_a_preview_begins_without(page, qtbot):
    bench = copy(page, qtbot)
    bench.show_side("preview")
    whole = bench.preview.form
    first = next(bench.work.form.prompts())
    whole._draft.put_value(first, Prose("gone"))
    bench.show_side("fields")
    bench.show_side("preview")
    assert bench.preview.form._draft.answer(first).is_empty
