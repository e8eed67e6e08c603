"""The forms library: each form whole, with its source; a damaged file hides no other."""

import shutil
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from app import assets
from app.formspec.folder import FormFolder
from app.ui.pages.forms import FormsPage
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
    qtbot.waitUntil(lambda: bool(page._rows))
    yield page
    surroundings.lane.run_and_wait(desk.close)


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_every_form_is_listed_and_a_damaged_file_is_named(forms_page):
    assert [row.key for row in forms_page._rows] == [
        "five_minute_capture",
        "conference_or_case",
        "practice_review",
        "fook_two_stages",
    ]
    words = words_of(forms_page)
    assert "broken.toml cannot be used." in words


def test_choosing_a_form_shows_what_it_asks_and_begin_asks_for_it(forms_page, qtbot):
    forms_page._rows[2].click()
    assert "How does this relate to my role?" in words_of(forms_page.details)
    with qtbot.waitSignal(forms_page.form_asked) as asked:
        forms_page.details.begin.click()
    assert asked.args == ["practice_review"]


def test_where_there_is_no_room_a_press_begins_the_form(forms_page, qtbot, look):
    look.set_scale(2.0)
    forms_page.resize(900, 740)
    qtbot.waitUntil(lambda: not forms_page.details.isVisible())
    with qtbot.waitSignal(forms_page.form_asked):
        forms_page._rows[0].click()


def test_every_control_has_a_name(forms_page):
    assert unnamed_controls(forms_page) == []
