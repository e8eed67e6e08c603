"""The panel of possible identifiers: gone through by keyboard, decided about, and undone."""

import gc
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.errors import NotSaved
from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Verdict
from app.ui.editor.identifier_marks import IdentifierMarks
from app.ui.editor.page import EditorPage
from app.ui.pages.settings import SettingsPage
from app.ui.parts.answer_box import AnswerBox
from tests.gui.way_in import entered, sideways_range, unnamed_controls

WORDS = "We saw Kayleigh in Leeds. Kayleigh was late."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def written(box, boxes, settled):
    """Two answers with four possible identifiers, the cursor at the beginning of the first."""
    box.textCursor().insertText(WORDS)
    boxes[1].textCursor().insertText("Nothing of Leeds.")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.setFocus()
    settled()
    return box


@pytest.fixture
def panel(page, written, settled):
    page.noticing.show_next()
    settled()
    return page.noticing.deciding.panel


def current_words(box):
    cursor = box.findChild(IdentifierMarks)._current
    return cursor.selectedText() if cursor is not None else ""


def shown(panel):
    return panel.card._words.text(), panel.position.text()


def feet(page):
    """Give what is said under the answers that say anything of it."""
    said = {}
    for block in page._frame.form.blocks():
        link = block.foot.identifiers
        if link is not None and not link.isHidden():
            said[block.prompt.key] = link.words
    return said


def test_the_foot_says_how_many_and_nothing_where_there_is_none(page, written, boxes, settled):
    assert feet(page) == {"what": "3 possible identifiers", "more": "1 possible identifier"}
    boxes[1].selectAll()
    QTest.keyClicks(boxes[1], "Nothing at all.")
    settled()
    assert feet(page) == {"what": "3 possible identifiers"}


def test_the_foot_opens_the_panel_at_the_first_of_its_answer(page, written, boxes, settled):
    block = next(each for each in page._frame.form.blocks() if each.prompt.key == "more")
    block.foot.identifiers.click()
    settled()
    panel = page.noticing.deciding.panel
    assert panel.isVisible()
    assert shown(panel) == ("Leeds", "4 of 4")
    assert current_words(boxes[1]) == "Leeds"


def test_the_first_shown_is_the_one_behind_the_cursor(page, written, settled):
    cursor = written.textCursor()
    cursor.setPosition(len("We saw Kay leigh "))
    written.setTextCursor(cursor)
    page.noticing.show_next()
    assert shown(page.noticing.deciding.panel) == ("Leeds", "2 of 4")


def test_the_first_shown_going_back_is_the_one_before_the_cursor(page, written):
    cursor = written.textCursor()
    cursor.setPosition(len("We saw Kayleigh "))
    written.setTextCursor(cursor)
    page.noticing.show_previous()
    assert shown(page.noticing.deciding.panel) == ("Kayleigh", "1 of 4")


def test_next_goes_round_and_back(page, panel):
    seen = [shown(panel)]
    for _ in range(4):
        page.noticing.show_next()
        seen.append(shown(panel))
    assert [words for words, _ in seen] == ["Kayleigh", "Leeds", "Kayleigh", "Leeds", "Kayleigh"]
    assert [place for _, place in seen] == ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 4"]
    page.noticing.show_previous()
    assert shown(panel) == ("Leeds", "4 of 4")


def test_it_says_what_was_found_and_why_and_offers_the_suggestion(panel):
    card = panel.card
    assert card._kind.text() == "Name"
    assert card._reason.text() == "A first name."
    assert card.field.text == "the child"
    assert panel.card.accessibleName() == "1 of 4. Kayleigh. Name. A first name"
    assert card.field.edit.accessibleName() == "Replace “Kayleigh” with"


def test_every_control_has_a_name(panel):
    assert unnamed_controls(panel) == []
    panel.card.ask_reason()
    assert unnamed_controls(panel) == []
    panel.card.ask_label()
    assert unnamed_controls(panel) == []


def test_the_current_one_is_tinted_and_the_cursor_stays(panel, written, page):
    assert current_words(written) == "Kayleigh"
    assert written.textCursor().position() == 0
    assert not written.textCursor().hasSelection()
    page.noticing.show_next()
    assert current_words(written) == "Leeds"


def test_escape_closes_it_and_puts_the_cursor_back(panel, written, page):
    page.noticing.show_next()
    assert panel.card.field.edit.hasFocus()
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page._frame is not None  # the editor is still there
    assert written.hasFocus()
    assert written.textCursor().position() == 0
    assert current_words(written) == ""
    assert page._frame.side.title == "Help with this prompt"


def test_replacing_is_one_step_of_undo_and_goes_on(panel, written, settled):
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Return)
    settled()
    assert written.text == "We saw the child in Leeds. Kayleigh was late."
    assert shown(panel) == ("Leeds", "1 of 3")
    # From the panel, too, Ctrl+Z brings the name back.
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Z, CONTROL)
    settled()
    assert written.text == WORDS


def test_own_words_can_be_typed_and_undone_in_the_field_first(panel, written, settled):
    QTest.keyClicks(panel.card.field.edit, "Child A")
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Z, CONTROL)
    assert written.text == WORDS
    panel.card.field.select_all()
    QTest.keyClicks(panel.card.field.edit, "Child A")
    panel.card.replace.click()
    assert written.text.startswith("We saw Child A in")


def test_without_words_nothing_is_replaced(panel, written):
    panel.card.field.select_all()
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Delete)
    panel.card.replace.click()
    assert written.text == WORDS
    assert panel.card.field.error == "Write what is to stand there."


def test_keeping_asks_for_a_reason_and_holds_it(page, panel, desk, surroundings, settled):
    page.noticing.ask_reason()
    field = panel.card.keeping.field
    assert field.edit.hasFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.error
    QTest.keyClicks(field.edit, "She asked for it.")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settled()
    assert shown(panel) == ("Leeds", "1 of 3")
    watched = surroundings.lane.run_and_wait(lambda: desk.noticing.watch(page.reflection_id))
    (decision,) = watched.decisions.values()
    assert (decision.verdict, decision.words) == (Verdict.KEPT, "She asked for it.")


def test_a_ready_reason_is_taken_by_one_press_and_can_be_changed(page, panel):
    page.noticing.ask_reason()
    chip = panel.card.keeping._chips.buttons()[0]
    chip.click()
    assert panel.card.keeping.field.text == chip.words
    assert panel.card.keeping.field.edit.hasFocus()


def test_escape_leaves_a_question_before_it_leaves_the_panel(page, panel):
    page.noticing.ask_reason()
    QTest.keyClick(panel.card.keeping.field.edit, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert panel.card.field.edit.hasFocus()
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_not_an_identifier_is_gone_at_once(panel, settled, page):
    panel.card.not_one.click()
    settled()
    assert shown(panel) == ("Leeds", "1 of 3")
    assert feet(page)["what"] == "2 possible identifiers"


def test_everywhere_replaces_in_every_answer_and_remembers(panel, written, page, desk, settled):
    boxes = page.findChildren(AnswerBox)
    boxes[2].textCursor().insertText("Kayleigh said so.")
    page._frame.header.title.setFocus()
    QTest.keyClicks(page._frame.header.title, "A day with Kayleigh")
    line = next(each for each in page.findChildren(QLineEdit) if "A line" in each.placeholderText())
    QTest.keyClicks(line, "Kayleigh")
    settled()
    panel.card.everywhere.click()
    field = panel.card.remembering.field
    assert field.text == ""  # whose name it is is to be thought of
    QTest.keyClicks(field.edit, "Child A")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settled()
    QTest.qWait(50)
    settled()
    assert written.text == "We saw Child A in Leeds. Child A was late."
    assert boxes[2].text == "Child A said so."
    assert page._frame.header.title.text() == "A day with Child A"
    assert line.text() == "Child A"
    people = page.surroundings.lane.run_and_wait(desk.people_key.people)
    assert people == (KeptPerson("Child A", ("Kayleigh",)),)
    assert "5 replaced." in panel._told.text()
    QTest.keyClick(written, Qt.Key.Key_Z, CONTROL)
    assert written.text == WORDS


def test_a_name_of_the_people_key_is_marked_with_its_label(page, written, desk, settled, qtbot):
    lane = page.surroundings.lane
    lane.run_and_wait(lambda: desk.people_key.add("Thornmere", "the estate"))
    page.begin(desk.journal.shelf.form.id)
    assert page._frame is None
    qtbot.waitUntil(lambda: page._frame is not None)
    box = page._frame.form.current_block().editor.first_control()
    box.setFocus()
    QTest.keyClicks(box, "Back to Thornmere.")
    settled()
    page.noticing.show_next()
    card = page.noticing.deciding.panel.card
    assert card._kind.text() == "Name, in your people key"
    assert card.field.text == "the estate"


def test_what_cannot_be_kept_is_said_and_nothing_is_changed(
    panel, written, desk, monkeypatch, settled
):
    def refuse(*_given):
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(type(desk.noticing.decisions), "keep", refuse)
    panel.card.not_one.click()
    settled()
    assert panel.card._trouble.text() == "The disk is full."
    assert shown(panel) == ("Kayleigh", "1 of 4")


def test_a_label_that_cannot_be_kept_is_said(panel, written, settled):
    panel.card.everywhere.click()
    QTest.keyClicks(panel.card.remembering.field.edit, "Kayleigh")
    QTest.keyClick(panel.card.remembering.field.edit, Qt.Key.Key_Return)
    settled()
    assert "must differ" in panel.card._trouble.text()
    assert written.text == WORDS


def test_the_switch_is_for_this_reflection_and_is_kept(page, panel, written, desk, settled):
    panel.switch.click()
    settled()
    assert not page.noticing.is_on
    assert feet(page) == {}
    assert not panel.card.isVisible()
    assert "while you write this reflection" in panel._about.text()
    uid = page.reflection_id
    assert page.surroundings.lane.run_and_wait(lambda: desk.noticing.watch(uid)).is_off
    panel.switch.click()
    settled()
    assert feet(page) == {"what": "3 possible identifiers", "more": "1 possible identifier"}


def test_typing_beside_the_open_panel_keeps_its_place(panel, written, settled):
    written.setFocus()
    QTest.keyClicks(written, "So. ")
    settled()
    assert shown(panel) == ("Kayleigh", "1 of 4")
    assert current_words(written) == "Kayleigh"
    assert written.hasFocus()
    assert written.textCursor().position() == len("So. ")


def test_where_there_is_none_it_says_so(page, box, settled):
    page.noticing.show_next()
    settled()
    panel = page.noticing.deciding.panel
    assert not panel.card.isVisible()
    assert "It can miss some" in panel._about.text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert box.hasFocus()


def test_on_a_small_screen_it_stands_beside_the_writing(page, written, settled):
    page.resize(1024, 700)
    page.noticing.show_next()
    settled()
    assert page.noticing.deciding.panel.isVisible()
    assert written.isVisible()
    assert sideways_range(page) == 0


def test_where_there_is_little_room_it_covers_the_form_and_shows_the_words_around(
    page, written, look, settled
):
    look.set_scale(2.0)
    page.noticing.show_next()
    settled()
    panel = page.noticing.deciding.panel
    assert panel.isVisible()
    assert not written.isVisible()
    assert "We saw Kayleigh in Leeds" in panel.card._place.text()
    assert sideways_range(page) == 0
    QTest.keyClick(panel.card.field.edit, Qt.Key.Key_Return)
    settled()
    assert written.text.startswith("We saw the child in")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert written.isVisible()
    assert written.hasFocus()
    look.set_scale(1.0)


def test_one_prompt_at_a_time_it_goes_to_the_prompt_and_comes_back(page, written, boxes, settled):
    page.set_one_at_a_time(True)
    written.setFocus()
    page.noticing.show_previous()
    settled()
    assert page._frame.form.current.prompt.key == "more"
    QTest.keyClick(page.noticing.deciding.panel.card.field.edit, Qt.Key.Key_Escape)
    assert page._frame.form.current.prompt.key == "what"
    assert written.hasFocus()
    page.set_one_at_a_time(False)


def test_nothing_of_the_reflection_stays_when_it_is_closed(page, panel, settled):
    assert page.put_away()
    assert panel.card._words.text() == ""
    assert panel.card.field.text == ""
    assert page.noticing.places == ()
    assert page.noticing.examined._found == {}


def test_the_setting_switches_it_off_everywhere(surroundings, desk, qtbot):
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    settings.show_group("writing")
    assert settings.identifiers.mark_box.isChecked()
    settings.identifiers.mark_box.click()
    assert not surroundings.settings.is_identifier_marked


def test_what_another_window_put_into_the_people_key_is_known(
    page, written, desk, surroundings, qtbot
):
    surroundings.lane.run_and_wait(lambda: desk.people_key.add("Kayleigh", "Child A"))
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: page.noticing.places[0].found.label_of == "Child A")


def test_a_page_with_its_panel_is_freed(surroundings, desk, qtbot, qapp):
    page = EditorPage(surroundings, desk)
    page.show()
    page.begin(desk.journal.shelf.form.id)
    noticing = page.noticing
    qtbot.waitUntil(partial(getattr, noticing, "is_on"))
    noticing.show_next()
    assert page.put_away()
    seen = [weakref.ref(each) for each in (page, noticing.deciding.panel, noticing)]
    page.close()
    page.deleteLater()
    del page, noticing
    surroundings.lane.wait()
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert [each() for each in seen] == [None] * 3


def test_replacing_right_after_typing_hits_the_place_where_it_stands_now(panel, written):
    written.setFocus()
    QTest.keyClicks(written, "So: ")
    panel.card.ask_to_replace()
    assert written.text == "So: We saw the child in Leeds. Kayleigh was late."


def test_what_is_written_while_the_panel_is_open_and_empty_comes_into_it(page, box, settled):
    page.noticing.show_next()
    panel = page.noticing.deciding.panel
    box.setFocus()
    QTest.keyClicks(box, "In Leeds.")
    settled()
    assert shown(panel) == ("Leeds", "1 of 1")
    assert box.hasFocus()
