"""The organisation's form in the window: added, mapped by keys, filled, saved, renamed, removed."""

import gc
import weakref
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.domain.word_form import ValueKind, ValueName
from app.summary.preparation import Preparation
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.map_word_form import MapWordFormDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.dialogs.word_forms_dialog import WordFormsDialog
from app.ui.errands.word_forms import WordFormErrand
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from tests.gui.way_in import unnamed_controls
from tests.word_documents import a_document, paragraph
from tests.word_forms import CONTROLS, TABLES, TAGGED, text_of


class Standing:
    """The errand over a page, and the dialog that stands over it."""

    def __init__(self, surroundings, desk, page, qtbot):
        self.surroundings, self.desk, self.page, self.qtbot = surroundings, desk, page, qtbot
        self.errand = WordFormErrand(surroundings, desk, page)
        self.answers = surroundings.asker.paths

    def lane(self, act, *given):
        return self.surroundings.lane.run_and_wait(partial(act, *given))

    def begin(self):
        self.errand.begin(Preparation())
        return self.dialog(WordFormsDialog)

    def dialog(self, kind):
        """Wait for a dialog of this kind."""
        found = []

        def stands():
            found[:] = [each for each in self.page.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(stands, timeout=15_000)
        return found[-1]

    def sentences(self, dialog):
        return " ".join(each.text() for each in dialog.findChildren(Label))


@pytest.fixture
def standing(surroundings, desk, look, qtbot):
    page = ScrollPage(surroundings.look)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    return Standing(surroundings, desk, page, qtbot)


def names_of_boxes(dialog):
    return [row.box.accessibleName() for row in dialog.rows]


def test_the_first_form_is_added_mapped_and_filled_in_a_row(standing, tmp_path):
    target = tmp_path / "filled.docx"
    standing.answers += [TABLES, target]
    standing.errand.begin(Preparation())
    first = standing.dialog(ToldDialog)
    assert "you say once what goes where" in standing.sentences(first)
    assert first.focusWidget() is first.act_button
    first.act_button.click()
    mapping = standing.dialog(MapWordFormDialog)
    assert mapping.rows[1].box.currentText() == "Date of this supervision"
    mapping.fill.click()
    told = standing.dialog(ToldDialog)
    assert "Saved as filled.docx." in standing.sentences(told)
    assert "Not in this form, because no field takes it: " in standing.sentences(told)
    assert "Thursday 22 October 2026" in text_of(target.read_bytes())


def test_the_next_time_it_is_one_act(standing, tmp_path):
    standing.lane(standing.desk.word_forms.add, TAGGED)
    target = tmp_path / "again"
    standing.answers.append(target)
    dialog = standing.begin()
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    standing.dialog(ToldDialog)
    assert target.with_suffix(".docx").exists()
    assert len(standing.surroundings.asker.asked) == 1


def test_a_mapping_is_changed_by_keys_and_kept(standing):
    form = standing.lane(standing.desk.word_forms.add, CONTROLS)
    standing.begin().map.click()
    dialog = standing.dialog(MapWordFormDialog)
    first = dialog.rows[0].box
    first.setFocus()
    assert first.currentText() == "Prepared by"
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.currentText() == "Supervisor"
    QTest.keyClick(dialog.rows[-1].box, Qt.Key.Key_Home)
    dialog.keep.click()
    standing.dialog(WordFormsDialog)
    (kept,) = standing.lane(standing.desk.word_forms.all)
    assert kept.mapping["control:Name of worker"] == ValueName(ValueKind.SUPERVISOR)
    assert "control:Date of next session" not in kept.mapping
    assert "control:Date of next session" in form.mapping


def test_leaving_the_mapping_keeps_what_was(standing):
    form = standing.lane(standing.desk.word_forms.add, CONTROLS)
    standing.begin().map.click()
    dialog = standing.dialog(MapWordFormDialog)
    QTest.keyClick(dialog.rows[0].box, Qt.Key.Key_Home)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert standing.lane(standing.desk.word_forms.all) == (form,)


def test_every_field_says_what_it_is_and_what_would_go_in(standing):
    standing.lane(standing.desk.word_forms.add, CONTROLS)
    standing.begin().map.click()
    dialog = standing.dialog(MapWordFormDialog)
    assert names_of_boxes(dialog)[0] == "What goes into “Name of worker”"
    words = standing.sentences(dialog)
    assert "Only one of these: Planned supervision, Ad hoc supervision" in words
    assert "Now: Thursday 22 October 2026" in words
    assert "“controls”: 9 fields found." in words


def test_tab_goes_from_field_to_field_and_to_the_buttons(standing):
    standing.lane(standing.desk.word_forms.add, CONTROLS)
    standing.begin().map.click()
    dialog = standing.dialog(MapWordFormDialog)
    dialog.rows[0].box.setFocus()
    seen = []
    for _ in range(len(dialog.rows) + 2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())
    boxes = [row.box for row in dialog.rows]
    assert seen[: len(boxes) - 1] == boxes[1:]
    assert {dialog.leave, dialog.keep, dialog.fill} >= set(seen[len(boxes) :])


def test_what_did_not_fit_is_told(standing, tmp_path):
    path = a_document(tmp_path, paragraph("{% if date %}There is a day.{% endif %}"))
    standing.lane(standing.desk.word_forms.add, path)
    standing.answers.append(tmp_path / "filled.docx")
    standing.begin().fill.click()
    told = standing.dialog(ToldDialog)
    assert "“date”: the form does not show it." in standing.sentences(told)


def test_a_form_that_is_refused_is_told_in_one_sentence(standing, tmp_path):
    pdf = tmp_path / "form.docx"
    pdf.write_bytes(b"%PDF-1.7")
    form = standing.lane(standing.desk.word_forms.add, TAGGED)
    standing.answers.append(pdf)
    standing.begin().add.click()
    told = standing.dialog(ToldDialog)
    assert "This is a PDF, though it may be called a Word document" in standing.sentences(told)
    assert standing.lane(standing.desk.word_forms.all) == (form,)


def test_a_file_that_cannot_be_written_is_told(standing, tmp_path):
    standing.lane(standing.desk.word_forms.add, TAGGED)
    standing.answers.append(tmp_path / "no such folder" / "filled.docx")
    standing.begin().fill.click()
    assert "the folder does not exist" in standing.sentences(standing.dialog(ToldDialog))


def test_not_saying_where_to_leaves_everything(standing):
    form = standing.lane(standing.desk.word_forms.add, TAGGED)
    standing.begin().fill.click()
    assert standing.lane(standing.desk.word_forms.all) == (form,)


def test_a_form_is_renamed_by_enter_and_nothing_is_filled(standing):
    standing.lane(standing.desk.word_forms.add, TAGGED)
    dialog = standing.begin()
    dialog.name_field.select_all()
    QTest.keyClicks(dialog.name_field.edit, "Council form")
    QTest.keyClick(dialog.name_field.edit, Qt.Key.Key_Return)
    standing.qtbot.waitUntil(
        lambda: (
            [each.name for each in standing.lane(standing.desk.word_forms.all)] == ["Council form"]
        )
    )
    assert standing.dialog(WordFormsDialog).name_field.text == "Council form"
    assert standing.surroundings.asker.asked == []


def test_a_name_that_is_taken_is_refused_under_the_field(standing):
    standing.lane(standing.desk.word_forms.add, TAGGED)
    standing.lane(standing.desk.word_forms.add, TABLES)
    dialog = standing.begin()
    dialog.name_field.edit.setText("TAGGED")
    dialog.rename.click()
    standing.qtbot.waitUntil(lambda: bool(dialog.name_field.error))
    assert dialog.name_field.error == "Another form has this name already."


def test_a_form_goes_only_after_a_question(standing):
    standing.lane(standing.desk.word_forms.add, TAGGED)
    standing.begin().remove.click()
    question = standing.dialog(Confirming)
    assert len(standing.lane(standing.desk.word_forms.all)) == 1
    question.go_on.click()
    standing.qtbot.waitUntil(lambda: standing.lane(standing.desk.word_forms.all) == ())


def test_a_form_is_filled_for_the_session_that_was_held(standing, tmp_path):
    def hold():
        writing = standing.desk.sessions.open_next()
        held = replace(writing.reflection, event_date=date(2026, 9, 8))
        standing.desk.journal.finish(replace(writing, reflection=held))

    standing.lane(hold)
    standing.lane(standing.desk.word_forms.add, TABLES)
    target = tmp_path / "held.docx"
    standing.answers.append(target)
    dialog = standing.begin()
    assert dialog.occasion.itemText(1) == "The last one held, 8 September 2026"
    QTest.keyClick(dialog.occasion, Qt.Key.Key_Down)
    dialog.fill.click()
    standing.dialog(ToldDialog)
    assert "Tuesday 8 September 2026" in text_of(target.read_bytes())


def test_a_form_that_was_just_added_asks_too_for_which_session_it_is(standing, tmp_path):
    def hold():
        writing = standing.desk.sessions.open_next()
        held = replace(writing.reflection, event_date=date(2026, 9, 8))
        standing.desk.journal.finish(replace(writing, reflection=held))

    standing.lane(hold)
    standing.lane(standing.desk.word_forms.add, TAGGED)
    target = tmp_path / "held.docx"
    standing.answers += [TABLES, target]
    standing.begin().add.click()
    standing.dialog(MapWordFormDialog).fill.click()
    standing.qtbot.waitUntil(lambda: standing.dialog(WordFormsDialog).occasion is not None)
    dialog = standing.dialog(WordFormsDialog)
    assert dialog.list.currentIndex().data() == "tables"
    assert dialog.focusWidget() is dialog.occasion
    QTest.keyClick(dialog.occasion, Qt.Key.Key_Down)
    dialog.fill.click()
    standing.dialog(ToldDialog)
    assert "Tuesday 8 September 2026" in text_of(target.read_bytes())


def test_the_ring_round_what_scrolls_stands_within_the_dialog(standing):
    form = standing.lane(standing.desk.word_forms.add, CONTROLS)
    standing.begin().map.click()
    dialog = standing.dialog(MapWordFormDialog)
    assert form.name in standing.sentences(dialog)
    scroll = dialog.findChild(QScrollArea)
    ring = scroll.ring_rect()
    assert scroll.rect().adjusted(6, 6, -6, -6).contains(ring)


def test_every_control_has_a_name(standing):
    standing.lane(standing.desk.word_forms.add, TABLES)
    first = standing.begin()
    assert unnamed_controls(first) == []
    first.map.click()
    assert unnamed_controls(standing.dialog(MapWordFormDialog)) == []


def test_both_dialogs_are_freed_when_they_close(standing):
    standing.lane(standing.desk.word_forms.add, TABLES)
    first = standing.begin()
    first.map.click()
    second = standing.dialog(MapWordFormDialog)
    gone = [weakref.ref(first), weakref.ref(second)]
    second.reject()
    del first, second
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in gone] == [None, None]
