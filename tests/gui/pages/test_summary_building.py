"""Building a summary: cut, order, single answers, wording, presets, and how the paper looks."""

import gc
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.answer import Action
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.preset import USUAL
from app.ui.dialogs.choose_answers import ChooseAnswersDialog
from app.ui.dialogs.edit_wants import EditWantsDialog
from app.ui.dialogs.preset_name_dialog import PresetNameDialog
from app.ui.dialogs.wording_dialog import WordingDialog
from app.ui.theme import Theme
from tests.gui.pages.test_supervision import (
    PRIVATE,
    SHARED,
    Place,
    a_finished_desk,
    a_marked_desk,
    headings,
    press,
    words_of,
)
from tests.gui.spoken import spoken_name
from tests.supervised import TOPICS, hold_a_session, prepare_the_next, with_sessions


@pytest.fixture
def place(look, tmp_path, qtbot):
    place = Place(look, tmp_path, qtbot)
    yield place
    place.close()


def a_supervised_desk(folder, workshop):
    desk = a_finished_desk(folder, workshop)
    with_sessions(desk)
    return desk


def a_desk_with_much_agreed(folder, workshop):
    desk = a_finished_desk(folder, workshop)
    hold_a_session(desk, tuple(Action(f"Ring number {number}") for number in range(90)))
    return desk


def a_prepared_desk(folder, workshop):
    desk = a_marked_desk(folder, workshop)
    prepare_the_next(desk)
    return desk


def dialog_of(page, kind):
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    return found[-1] if found else None


def opened(place, page, kind):
    place.qtbot.waitUntil(lambda: dialog_of(page, kind) is not None)
    return dialog_of(page, kind)


def paper(place, page):
    place.settle(page)
    return words_of(place.prepared(page).document)


def the_marked(page):
    return page._preparation.order[0]


def test_a_paper_too_long_names_what_to_cut_and_one_press_leaves_it_out(place):
    page = place.page()
    for identity in page._preparation.order[2:]:
        press(page.column.parts.row_of(identity))
    place.settle(page)
    foot = page.column.foot
    row, lines = page._paper.longest()
    title = page._offered(row).title
    assert foot.budget.text().endswith(f"The longest part is “{title}” with {lines} lines.")
    assert f"about {page._paper.lengths.over(2)} lines too long." in foot.budget.text()
    assert spoken_name(foot.cut) == f"Leave out “{title}”"
    foot.cut.setFocus()
    QTest.keyClick(foot.cut, Qt.Key.Key_Space)
    place.settle(page)
    assert row not in page._preparation.chosen
    assert title not in headings(place.prepared(page).document)


def test_what_fits_offers_nothing_to_cut_and_counts_no_lines(place):
    page = place.page()
    assert page.column.foot.cut.isHidden()
    details = [row.check.detail for row in page.column.parts._rows.values()]
    assert not any("lines ·" in detail for detail in details)


def test_the_focus_is_never_lost_with_the_cut(place):
    page = place.page()
    press(page.column.parts.row_of(page._preparation.order[2]))
    place.settle(page)
    foot = page.column.foot
    while not foot.cut.isHidden():
        foot.cut.setFocus()
        foot.cut.click()
        place.settle(page)
    assert page.focusWidget() is foot.print_button


def test_a_part_too_can_be_what_is_too_long(place):
    page = place.page(a_supervised_desk)
    page.deciding.leave_out("actions")
    place.settle(page)
    assert SummaryPart.ACTIONS not in page._preparation.parts
    assert not page.column.parts.part_row(SummaryPart.ACTIONS).check.isChecked()


def test_parts_move_by_keyboard_and_the_paper_follows(place):
    page = place.page(a_supervised_desk)
    row = page.column.parts.part_row(SummaryPart.WANTS)
    row.check.setFocus()
    QTest.keyClick(row.check, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    place.settle(page)
    assert page._preparation.rows[:2] == ("wants", "actions")
    assert page.focusWidget() is row.check
    said = headings(place.prepared(page).document)
    assert said[:2] == ["What I want from today", "Actions from last time"]


def test_a_row_moves_by_the_same_keys_where_its_button_has_the_focus(place):
    page = place.page(a_supervised_desk)
    row = page.column.parts.part_row(SummaryPart.WANTS)
    row.more.setFocus()
    QTest.keyClick(row.more, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    place.settle(page)
    assert page._preparation.rows[:2] == ("wants", "actions")
    assert page.focusWidget() is row.more


def test_the_first_words_of_an_answer_are_shown_only_if_it_is_marked(place):
    page = place.page(a_marked_desk)
    offers = [answer for each in page._offer.reflections for answer in each.shared]
    assert all(answer.begins for answer in offers if answer.words)
    hidden = [answer for each in page._offer.reflections for answer in each.unmarked]
    assert hidden
    assert not any(answer.begins for answer in hidden)


def test_what_to_cut_is_named_as_it_stands_on_the_paper(place):
    page = place.page(a_desk_with_much_agreed)
    assert "The longest part is “Actions from last time”" in page.column.foot.budget.text()


def test_who_signs_stays_at_the_end(place):
    page = place.page()
    for part in (SummaryPart.AGREED, SummaryPart.RECORD):
        row = page.column.parts.part_row(part)
        assert row.grip.isHidden()
        QTest.keyClick(row.check, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page._preparation.rows[-2:] == ("agreed", "record")


def test_what_is_not_marked_goes_in_only_after_it_was_asked_for_and_said(place):
    page = place.page(a_marked_desk)
    assert PRIVATE not in paper(place, page)
    page.column.parts.row_of(the_marked(page)).more.click()
    dialog = opened(place, page, ChooseAnswersDialog)
    (line,) = dialog.answers.unmarked_lines.values()
    assert line.isHidden()
    assert dialog.answers.warning.isHidden()
    dialog.answers.reveal.click()
    assert line.isVisible()
    assert dialog.focusWidget() is line.check
    assert "stay private in the journal" in dialog.answers.warning.text()
    assert "not marked for supervision; in this summary only" in line.check.detail
    line.check.click()
    dialog.use.click()
    assert PRIVATE in paper(place, page)
    detail = page.column.parts.row_of(the_marked(page)).check.detail
    assert detail.endswith("1 added for this summary")


def test_what_was_put_in_is_shown_at_once_and_can_be_taken_out_again(place):
    page = place.page(a_marked_desk)
    for expected in (True, False):
        page.deciding.ask_answers(the_marked(page))
        dialog = opened(place, page, ChooseAnswersDialog)
        (line,) = dialog.answers.unmarked_lines.values()
        assert line.isVisible() is not expected
        line.check.click()
        dialog.use.click()
        assert (PRIVATE in paper(place, page)) is expected


def test_leaving_the_choice_as_it_was_changes_nothing(place):
    page = place.page(a_marked_desk)
    before = page._preparation
    page.deciding.ask_answers(the_marked(page))
    dialog = opened(place, page, ChooseAnswersDialog)
    for line in (*dialog.answers.lines.values(), *dialog.answers.unmarked_lines.values()):
        line.check.click()
    dialog.back.click()
    assert page._preparation is before


def word(place, page, words):
    page.deciding.ask_answers(the_marked(page))
    choosing = opened(place, page, ChooseAnswersDialog)
    (line,) = choosing.answers.lines.values()
    line.wording.click()
    dialog = opened(place, page, WordingDialog)
    dialog.box.selectAll()
    QTest.keyClicks(dialog.box, words)
    return choosing, dialog, line


def test_an_answer_is_worded_for_the_paper_and_the_reflection_stays(place):
    page = place.page(a_marked_desk)
    choosing, dialog, line = word(place, page, "A shorter sentence.")
    assert dialog.note.text().startswith("Other words than in your reflection")
    dialog.use.click()
    place.qtbot.waitUntil(lambda: bool(page._preparation.wording))
    assert line.check.detail.endswith("reworded for this paper")
    choosing.use.click()
    said = paper(place, page)
    assert "A shorter sentence." in said
    assert SHARED not in said
    row = page.column.parts.row_of(the_marked(page))
    assert row.check.detail.endswith("1 reworded")
    read = partial(place.desk.journal.read, the_marked(page))
    assert SHARED in repr(place.lane.run_and_wait(read).reflection.answers)


def test_the_way_back_to_ones_own_words(place):
    page = place.page(a_marked_desk)
    choosing, dialog, line = word(place, page, "A shorter sentence.")
    dialog.use.click()
    place.qtbot.waitUntil(lambda: bool(page._preparation.wording))
    line.wording.click()
    dialog = opened(place, page, WordingDialog)
    assert dialog.box.text == "A shorter sentence."
    dialog.own_words.click()
    assert dialog.box.text == SHARED
    assert dialog.note.text().startswith("These are your words")
    QTest.keyClick(dialog.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.box.text == "A shorter sentence."
    dialog.own_words.click()
    QTest.keyClick(dialog.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place.qtbot.waitUntil(lambda: not page._preparation.wording)
    choosing.use.click()
    assert SHARED in paper(place, page)


def test_escape_loses_no_words_in_the_wording(place):
    page = place.page(a_marked_desk)
    _, dialog, _ = word(place, page, "Typed already.")
    QTest.keyClick(dialog.box, Qt.Key.Key_Escape)
    place.qtbot.waitUntil(lambda: bool(page._preparation.wording))
    assert "Typed already." in paper(place, page)


def test_topics_and_prepared_answers_are_ticked_where_wants_are_written(place):
    page = place.page(a_prepared_desk)
    page.column.parts.part_row(SummaryPart.WANTS).more.click()
    dialog = opened(place, page, EditWantsDialog)
    assert list(dialog.topics) == [topic.words for topic in TOPICS]
    first = dialog.topics[TOPICS[0].words]
    assert first.detail == "Think aloud with me"
    first.click()
    (prepared,) = dialog.prepared.lines.values()
    prepared.check.click()
    QTest.keyClicks(dialog.box, "A line of my own")
    dialog.use.click()
    said = paper(place, page)
    assert TOPICS[0].words not in said
    assert TOPICS[1].words in said
    assert "A line of my own" in said
    assert "My calm" not in said
    row = page.column.parts.part_row(SummaryPart.WANTS)
    assert row.check.detail.endswith("3 topics")


def test_wellbeing_is_off_and_says_when_nothing_of_it_is_marked(place):
    page = place.page(a_prepared_desk)
    row = page.column.parts.part_row(SummaryPart.WELLBEING)
    assert row.check.detail == "off unless you turn it on"
    assert not row.check.isChecked()
    press(row)
    place.settle(page)
    assert "choose what to bring" in row.check.detail
    row.more.click()
    dialog = opened(place, page, ChooseAnswersDialog)
    dialog.answers.reveal.click()
    dialog.answers.unmarked_lines["capacity"].check.click()
    dialog.use.click()
    assert "Two reports wait." in paper(place, page)
    assert row.check.detail.endswith("1 answer")


def test_what_is_chosen_of_wellbeing_leaves_what_was_prepared_alone(place):
    page = place.page(a_prepared_desk)
    session = page._offer.session.prepared.id
    for part, key in ((SummaryPart.WANTS, "avoiding"), (SummaryPart.WELLBEING, "capacity")):
        page.deciding.set_part(part, is_in=True)
        if part is SummaryPart.WANTS:
            page.deciding.ask_wants()
            dialog = opened(place, page, EditWantsDialog)
            answers = dialog.prepared
        else:
            page.deciding.ask_answers(part.value)
            dialog = opened(place, page, ChooseAnswersDialog)
            answers = dialog.answers
        answers.reveal.click()
        answers.unmarked_lines[key].check.click()
        dialog.use.click()
    assert page._preparation.put_in == {(session, "avoiding"), (session, "capacity")}


def test_the_line_of_the_record_is_off_until_it_is_turned_on(place):
    page = place.page()
    assert "Record of changes" not in paper(place, page)
    press(page.column.parts.part_row(SummaryPart.RECORD))
    assert "Record of changes on 22 October 2026" in paper(place, page)


def test_black_and_white_changes_the_paper_and_nothing_else(place):
    page = place.page()
    pages = place.surroundings.workshop.pages.pages
    before = pages(page._paper.prepared.document)
    assert any(b"#595959" in each or b"#a6a6a6" in each.lower() for each in before)
    page.preview.bar.black_and_white.click()
    place.settle(page)
    assert page._preparation.is_black_and_white
    after = pages(page._paper.prepared.document)
    assert len(after) == len(before) == page.preview.view.page_count
    for each in after:
        greys = {word for word in each.split(b'"') if word.startswith(b"#") and len(word) == 7}
        assert greys <= {b"#000000", b"#ffffff"}


def keep(place, page, name):
    page.column.presets.save_as.trigger()
    dialog = opened(place, page, PresetNameDialog)
    QTest.keyClicks(dialog.name_field.edit, name)
    QTest.keyClick(dialog.name_field.edit, Qt.Key.Key_Return)
    place.qtbot.waitUntil(lambda: page.column.presets.current.name == name)
    place.settle(page)


def test_a_preset_is_kept_changed_updated_and_taken_again(place):
    page = place.page()
    menu = page.column.presets
    assert menu.words == "Preset: Usual"
    page.deciding.move("themes", 0)
    page.preview.bar.large.click()
    place.settle(page)
    assert menu.words == "Preset: Usual, changed"
    keep(place, page, "Group")
    assert menu.words == "Preset: Group"
    page.deciding.set_black_and_white(True)
    assert menu.words == "Preset: Group, changed"
    menu.update_it.trigger()
    place.qtbot.waitUntil(lambda: menu.words == "Preset: Group")
    menu._on_name_triggered(menu._names.actions()[0])
    place.settle(page)
    assert USUAL.fits(page._preparation)
    menu._on_name_triggered(menu._names.actions()[1])
    place.settle(page)
    assert page._preparation.rows[0] == "themes"
    assert page._preparation.print_size is PrintSize.LARGE
    assert page._preparation.is_black_and_white


def test_a_preset_is_renamed_and_removed_and_the_page_stays(place):
    page = place.page()
    page.deciding.move("themes", 0)
    keep(place, page, "Group")
    menu = page.column.presets
    menu.rename.trigger()
    dialog = opened(place, page, PresetNameDialog)
    dialog.name_field.edit.selectAll()
    QTest.keyClicks(dialog.name_field.edit, "Team")
    dialog.keep.click()
    place.qtbot.waitUntil(lambda: menu.words == "Preset: Team")
    menu.remove.trigger()
    place.qtbot.waitUntil(lambda: menu.words == "Preset: Usual, changed")
    assert page._preparation.rows[0] == "themes"
    assert "“Team” was removed" in page.column.foot.callout.accessibleName()
    assert not menu.remove.isVisible()


def test_a_name_that_cannot_be_is_said_at_its_field(place):
    page = place.page()
    page.column.presets.save_as.trigger()
    dialog = opened(place, page, PresetNameDialog)
    QTest.keyClicks(dialog.name_field.edit, "Usual")
    dialog.keep.click()
    place.qtbot.waitUntil(lambda: "always there" in dialog.name_field.error)
    assert dialog.isVisible()
    assert dialog.keep.isEnabled()


def test_every_control_of_the_dialogs_has_a_name(place):
    page = place.page(a_prepared_desk)
    page.deciding.ask_wants()
    page.deciding.ask_answers(the_marked(page))
    page.column.presets.save_as.trigger()
    _, *_ = word(place, page, "x")
    for kind in (EditWantsDialog, ChooseAnswersDialog, PresetNameDialog, WordingDialog):
        for control in opened(place, page, kind).findChildren(QWidget):
            is_reached = control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.isHidden()
            if is_reached and control.focusProxy() is None:
                assert spoken_name(control), (kind, control)


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_the_list_is_no_wider_than_its_place(place, look, size):
    page = place.page(a_supervised_desk, size=(1280, 690))
    look.set_to(Theme.load("light", size))
    page.deciding.set_part(SummaryPart.WELLBEING, is_in=True)
    place.settle(page)
    assert page.column.parts.minimumSizeHint().width() <= page.column.parts.width()


def test_a_closed_wording_is_freed_with_its_words(place, qapp):
    page = place.page(a_marked_desk)
    choosing, dialog, _ = word(place, page, "x")
    seen = [weakref.ref(dialog), weakref.ref(choosing)]
    dialog.reject()
    choosing.reject()
    del choosing, dialog, _
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in seen] == [None, None]
