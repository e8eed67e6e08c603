"""Spelling in the editor: what is marked and when, by mouse and by key, and nothing disturbed."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.form import PromptKind
from app.ui.editor.page import EditorPage
from app.ui.editor.spell_marks import SpellMarks
from app.ui.pages.settings import SettingsPage
from app.ui.parts.answer_box import AnswerBox
from tests.builders import a_form, a_prompt
from tests.gui.way_in import entered, unnamed_controls
from tests.workshops import a_desk

EMOJI = "🙂"


class Shelf:
    """The one form that these tests write on."""

    def forms(self):
        return (a_form(a_prompt("what")),)

    def problems(self):
        return ()


@pytest.fixture
def desk(surroundings, tmp_path):
    made = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "journal"))
    made.journal.shelf = Shelf()
    yield made
    surroundings.lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin(Shelf().forms()[0].id)
    qtbot.waitUntil(lambda: page._frame is not None)
    qtbot.waitUntil(lambda: bool(page.findChildren(SpellMarks)))
    surroundings.lane.wait()
    QApplication.sendPostedEvents()
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


@pytest.fixture
def box(page):
    box = page.findChildren(AnswerBox)[0]
    box.setFocus()
    return box


def type_(box, words):
    QTest.keyClicks(box, words)


def marked(box, look):
    """Say what of a box is drawn in the colour of the wavy line, as a count of its dots."""
    QApplication.sendPostedEvents()
    image = box.viewport().grab().toImage()
    wanted = look.colour("spelling").rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def select(box, words):
    place = box.toPlainText().index(words)
    cursor = box.textCursor()
    cursor.setPosition(place)
    box.setTextCursor(cursor)


def menu_by_key(box):
    """Open the menu as the menu key does, and give it."""
    at = box.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(box, QContextMenuEvent(reason, at, box.mapToGlobal(at)))
    return box.findChild(QMenu)


def menu_by_mouse(box, place):
    cursor = QTextCursor(box.document())
    cursor.setPosition(place)
    at = box.cursorRect(cursor).center() + QPoint(2, 0)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, box.viewport().mapToGlobal(at))
    QApplication.sendEvent(box.viewport(), event)
    return box.findChild(QMenu)


def choose(menu, words):
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    QApplication.sendPostedEvents()


def entries(menu):
    return [each.text() for each in menu.actions() if each.text()]


def test_a_word_is_marked_when_it_is_left_and_not_while_it_is_typed(box, look):
    type_(box, "we saw neglegt")
    assert marked(box, look) == 0
    type_(box, " ")
    assert marked(box, look) > 10


def test_a_word_stays_marked_when_the_cursor_comes_back_to_it(box, look):
    type_(box, "we saw neglegt ")
    select(box, "neglegt")
    assert marked(box, look) > 10


def test_nothing_is_marked_when_it_is_switched_off(box, look, surroundings):
    type_(box, "we saw neglegt ")
    surroundings.settings.is_spelling_marked = False
    assert marked(box, look) == 0


def test_marking_writes_nothing_into_the_document_and_leaves_undo_as_it_was(box, look, page):
    type_(box, "we saw neglegt ")
    revision, steps = box.document().revision(), box.document().availableUndoSteps()
    assert marked(box, look) > 10
    assert box.document().revision() == revision
    assert box.document().availableUndoSteps() == steps
    assert box.text == "we saw neglegt "


def test_the_menu_key_offers_what_was_meant_and_enter_takes_it(box, look):
    type_(box, "we saw neglegt today")
    select(box, "neglegt")
    menu = menu_by_key(box)
    assert entries(menu)[0] == "neglect"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert box.text == "we saw neglect today"
    assert marked(box, look) == 0


def test_taking_a_suggestion_is_one_step_that_undo_takes_back(box):
    type_(box, "we saw neglegt today")
    select(box, "neglegt")
    choose(menu_by_key(box), "neglect")
    assert box.text == "we saw neglect today"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text == "we saw neglegt today"


def test_the_mouse_opens_the_menu_on_the_word_under_it(box):
    type_(box, "first neglegt then saftey today")
    menu = menu_by_mouse(box, box.toPlainText().index("saftey") + 3)
    assert entries(menu)[0] == "safety"
    choose(menu, "safety")
    assert box.text == "first neglegt then safety today"


def test_a_right_word_has_the_usual_menu_alone(box):
    type_(box, "we saw neglect today")
    select(box, "saw")
    menu = menu_by_key(box)
    assert "Add to my words" not in entries(menu)
    assert any("Copy" in each for each in entries(menu))
    # The keys stand in the menus of the window; Qt would tell another for one of them alone.
    assert not [each for each in entries(menu) if "\t" in each]
    assert "Select all" in entries(menu)
    menu.close()


def test_a_word_that_is_added_is_kept_in_the_journal_and_no_longer_marked(
    box, look, desk, page, qtbot
):
    type_(box, "we used a mindscape today ")
    assert marked(box, look) > 10
    select(box, "mindscape")
    with qtbot.waitSignal(page.spelling.changed):
        choose(menu_by_key(box), "Add to my words")
    assert marked(box, look) == 0
    lane = page.surroundings.lane
    assert lane.run_and_wait(desk.vault.own_words.all) == ("mindscape",)


def test_a_word_that_is_ignored_is_not_kept(box, look, desk, surroundings):
    type_(box, "we used a mindscape today ")
    select(box, "mindscape")
    choose(menu_by_key(box), "Ignore for now")
    assert marked(box, look) == 0
    assert surroundings.lane.run_and_wait(desk.vault.own_words.all) == ()


def test_the_next_misspelt_word_is_selected_and_the_search_goes_round(box, page):
    type_(box, "a neglegt here")
    box.textCursor().insertText(f"\n{EMOJI} then saftey there")
    select(box, "here")
    found = []
    for _ in range(3):
        page.spelling.show_next()
        found.append(box.textCursor().selectedText())
    assert found == ["saftey", "neglegt", "saftey"]


def test_where_nothing_is_misspelt_it_is_said(box, page, qtbot):
    type_(box, "we saw neglect")
    with qtbot.waitSignal(page.status_changed) as told:
        page.spelling.show_next()
    assert "looks misspelt" in told.args[0].words


def test_the_wave_stands_under_the_word_behind_a_character_beyond_the_first_plane(box, look):
    box.textCursor().insertText(f"{EMOJI}{EMOJI} then saftey today")
    marks = box.findChild(SpellMarks)
    (word,) = marks._unknown_in(box.document().begin())
    cursor = QTextCursor(box.document())
    cursor.setPosition(word.start)
    cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "saftey"


def test_what_was_typed_since_is_not_written_over(box):
    type_(box, "we saw neglegt today")
    select(box, "neglegt")
    menu = menu_by_key(box)
    cursor = box.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=3)
    cursor.insertText("un")
    choose(menu, "neglect")
    assert box.text == "we saw negunlegt today"


def test_a_quotation_is_not_marked(page, look, qtbot, surroundings):
    quotation = a_form(a_prompt("said", kind=PromptKind.QUOTATION), a_prompt("what"))
    shelf = Shelf()
    shelf.forms = lambda: (quotation,)
    page._desk.journal.shelf = shelf
    page.begin(quotation.id)
    qtbot.waitUntil(lambda: len(page.findChildren(AnswerBox)) == 2)
    said, what = page.findChildren(AnswerBox)
    assert said.findChild(SpellMarks) is None
    assert what.findChild(SpellMarks) is not None


def test_the_settings_show_my_words_and_take_one_off_by_key(surroundings, desk, qtbot):
    for word in ("mindscape", "Akosua"):
        surroundings.lane.run_and_wait(partial(desk.spelling.add, word))
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    settings.show_group("writing")
    qtbot.waitUntil(lambda: len(settings.spelling.chips) == 2)
    assert [chip.words for chip in settings.spelling.chips] == ["Akosua", "mindscape"]
    assert unnamed_controls(settings.spelling) == []
    settings.spelling.chips[0].setFocus()
    QTest.keyClick(settings.spelling.chips[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(settings.spelling.chips) == 1)
    assert surroundings.lane.run_and_wait(desk.vault.own_words.all) == ("mindscape",)
    assert settings.spelling.chips[0].hasFocus()
    assert desk.spelling.unknown("we met Akosua", is_beginning=True) == ()


def test_the_switch_is_kept(surroundings, desk, qtbot):
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    settings.show_group("writing")
    assert settings.spelling.mark_box.isChecked()
    settings.spelling.mark_box.click()
    assert not surroundings.settings.is_spelling_marked
