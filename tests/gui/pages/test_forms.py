"""The forms library: each form whole, with its source; a damaged file hides no other."""

import shutil
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app import assets
from app.domain.form import FormGroup, PromptKind
from app.formspec.folder import FormFolder
from app.services.journal import About
from app.ui.pages.forms import FormsPage
from tests.builders import a_form, a_prompt
from tests.gui.way_in import unnamed_controls
from tests.workshops import a_desk


@pytest.fixture
def forms_page(surroundings, tmp_path, qtbot):
    folder = tmp_path / "forms"
    shutil.copytree(assets.forms_folder(), folder)
    (folder / "broken.toml").write_text("format = 1\nid = 'broken'\n")
    workshop = replace(surroundings.workshop, shelf=FormFolder(folder))
    desk = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "My journal", workshop))
    page = FormsPage(surroundings, desk)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: bool(page.list.rows()))
    yield page
    surroundings.lane.run_and_wait(desk.close)


@pytest.fixture
def long_page(forms_page, surroundings, qtbot):
    """The page in an active window, with thirty forms in two groups, three of them used."""
    lane, desk = surroundings.lane, forms_page._desk
    desk.shelf = desk.journal.shelf = FullShelf()
    for number in (4, 9, 9, 20):
        writing = desk.journal.begin(f"form_{number}")
        lane.run_and_wait(partial(desk.journal.write, writing.form, {}, About()))
    forms_page.enter()
    qtbot.waitUntil(lambda: forms_page.list.rows()[0].key == "form_20")
    with qtbot.waitActive(forms_page):
        forms_page.activateWindow()
    forms_page.list.focus_current()
    return forms_page


class FullShelf:
    """Thirty forms in two groups."""

    def __init__(self):
        self._forms = tuple(
            replace(
                a_form(a_prompt("what", PromptKind.PROSE), form_id=f"form_{number}"),
                title=f"Form {number}",
                purpose="To look at a huddle." if number == 12 else "To look back.",
                group=FormGroup.TEAM if number < 15 else FormGroup.REFLECT,
            )
            for number in range(30)
        )

    def forms(self):
        return self._forms

    def problems(self):
        return ()


def row_of(page, key):
    return next(row for row in page.list.rows() if row.key == key)


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_every_form_is_listed_and_a_damaged_file_is_named(forms_page):
    listed = {row.key for row in forms_page.list.rows()}
    assert listed == {form.id for form in forms_page._desk.shelf.forms()}
    words = words_of(forms_page)
    assert "broken.toml cannot be used." in words


def test_choosing_a_form_shows_what_it_asks_and_begin_asks_for_it(forms_page, qtbot):
    row_of(forms_page, "practice_review").click()
    assert "How does this relate to my role?" in words_of(forms_page.details)
    with qtbot.waitSignal(forms_page.form_asked) as asked:
        forms_page.details.begin.click()
    assert asked.args == ["practice_review"]


def test_where_there_is_no_room_a_press_begins_the_form(forms_page, qtbot, look):
    look.set_scale(2.0)
    forms_page.resize(900, 740)
    qtbot.waitUntil(lambda: not forms_page.details.isVisible())
    with qtbot.waitSignal(forms_page.form_asked):
        forms_page.list.rows()[0].click()


def test_every_control_has_a_name(forms_page):
    assert unnamed_controls(forms_page) == []


def test_forms_stand_in_their_groups_under_those_used_lately(long_page):
    words = [label.text() for label in long_page.list.findChildren(QLabel)]
    headings = ["Used lately", "Reflecting on your work", "With your team"]
    assert [each for each in words if each in headings] == headings
    keys = [row.key for row in long_page.list.rows()]
    assert keys[:4] == ["form_20", "form_9", "form_4", "form_15"]
    assert keys[-1] == "form_14"


def test_enter_begins_the_form_whose_row_has_the_focus(long_page, qtbot):
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(long_page.form_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["form_9"]


def test_tab_leads_from_the_list_to_begin_and_back(long_page):
    press(Qt.Key.Key_End)
    assert long_page.details.begin.accessibleName() == "Begin Form 14"
    press(Qt.Key.Key_Tab)
    assert long_page.details.begin.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is long_page.list.rows()[-1]


def test_arrows_go_through_the_list_and_show_each_form(long_page):
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert long_page.details.begin.accessibleName() == "Begin Form 15"
    for _ in range(4):
        press(Qt.Key.Key_Up)
    assert long_page.search_field.hasFocus()


@pytest.mark.parametrize("typed", ["huddle", "FORM 12", "team huddle"])
def test_words_find_a_form_by_title_purpose_and_group(long_page, qtbot, typed):
    long_page.search_field.setFocus()
    QTest.keyClicks(long_page.search_field, typed)
    assert [row.key for row in long_page.list.rows()] == ["form_12"]
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(long_page.form_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["form_12"]


def test_who_comes_back_to_a_search_without_a_find_is_in_the_search(long_page):
    long_page.search_field.setText("xyzzy")
    long_page.details.begin.setFocus()
    long_page.enter()
    assert long_page.search_field.hasFocus()
    assert long_page.search_field.selectedText() == "xyzzy"


def test_a_form_is_found_by_who_thought_of_it(forms_page):
    forms_page.search_field.setText("driscoll")
    found = {row.key for row in forms_page.list.rows()}
    assert "driscoll_rolfe" in found
    assert "gibbs" not in found


def test_what_is_found_is_shown_once_and_escape_shows_all_again(long_page):
    long_page.search_field.setFocus()
    QTest.keyClicks(long_page.search_field, "form 20")
    assert [row.key for row in long_page.list.rows()] == ["form_20"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert len(long_page.list.rows()) == 33
    assert long_page.list.isAncestorOf(QApplication.focusWidget())


def test_words_that_no_form_has_are_told_of(long_page):
    long_page.search_field.setText("xyzzy")
    assert long_page.list.rows() == []
    assert long_page.list._nothing.isVisible()
    long_page.search_field.clear()
    assert not long_page.list._nothing.isVisible()


def test_letters_typed_in_the_list_begin_a_search(long_page):
    QTest.keyClicks(QApplication.focusWidget(), "h")
    assert long_page.search_field.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "uddle")
    assert long_page.search_field.text() == "huddle"


@pytest.mark.parametrize("place", ["list", "search"])
def test_escape_leads_back_when_nothing_is_searched_for(long_page, qtbot, place):
    if place == "search":
        long_page.search_field.setFocus()
    with qtbot.waitSignal(long_page.back_asked):
        press(Qt.Key.Key_Escape)


def test_a_form_is_retired_and_brought_back_at_once(forms_page, surroundings, qtbot):
    key = forms_page.list.rows()[0].key
    forms_page.list.focus_current()
    shown = forms_page.details._form_id
    forms_page.details.retire_button.click()
    qtbot.waitUntil(lambda: shown not in [row.key for row in forms_page.list.rows()])
    assert forms_page.details._form_id != shown
    forms_page.retiring.notice.focus_act()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown in [row.key for row in forms_page.list.rows()])
    assert key in [row.key for row in forms_page.list.rows()]


def test_a_form_is_copied_or_if_it_is_ones_own_changed(forms_page, surroundings, qtbot):
    assert not forms_page.details.change_button.isVisible()
    with qtbot.waitSignal(forms_page.copy_asked) as copied:
        forms_page.details.copy_button.click()
    own = forms_page._desk.own_forms
    made = surroundings.lane.run_and_wait(lambda: own.save(own.copy_of(copied.args[0])))
    forms_page.enter()
    qtbot.waitUntil(lambda: made.id in [row.key for row in forms_page.list.rows()])
    forms_page._show_form(made.id)
    with qtbot.waitSignal(forms_page.change_asked) as changed:
        forms_page.details.change_button.click()
    assert changed.args == [made.id]
