"""The settings: each takes effect at once and is kept."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from app.ui.dialogs.guide_dialog import GuideDialog
from app.ui.pages.settings import SettingsPage
from app.ui.settings import Settings
from tests.gui.way_in import entered, is_freed, sideways_range, unnamed_controls
from tests.workshops import a_desk


@pytest.fixture
def desk(surroundings, tmp_path):
    made = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "journal"))
    yield made
    surroundings.lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    qtbot.waitUntil(settings.supervision.prepared_field.isEnabled)
    return settings


def choose(box, value):
    index = box.findData(value)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def kept(tmp_path):
    return Settings(tmp_path / "settings.ini")


def test_a_theme_is_shown_at_once_and_kept(page, look, tmp_path):
    choose(page.appearance.theme_box, "dark")
    assert look.theme.name == "dark"
    assert kept(tmp_path).theme == "dark"
    choose(page.appearance.theme_box, "")
    assert look.theme.name in {"light", "dark"}
    assert kept(tmp_path).theme == ""


def test_a_text_size_is_shown_at_once_and_kept(page, look, tmp_path):
    choose(page.appearance.size_box, 1.5)
    assert look.theme.scale == 1.5
    assert kept(tmp_path).scale == 1.5


def test_wider_spacing_is_shown_at_once_and_kept(page, look, tmp_path):
    page.appearance.spacing_box.click()
    assert look.theme.is_dyslexia
    assert kept(tmp_path).is_dyslexia_spacing


def test_what_a_menu_changes_is_shown_here_too(page, look, surroundings):
    surroundings.settings.theme = "high_contrast"
    look.set_theme("high_contrast")
    look.set_scale(1.3)
    assert page.appearance.theme_box.currentData() == "high_contrast"
    assert page.appearance.size_box.currentData() == 1.3


def test_how_a_form_opens_is_kept(page, tmp_path):
    segments = page.writing.mode._group.buttons()
    segments[1].click()
    assert kept(tmp_path).is_one_at_a_time
    segments[0].click()
    assert not kept(tmp_path).is_one_at_a_time


def test_the_time_until_the_lock_is_kept_and_told(page, tmp_path, qtbot):
    with qtbot.waitSignal(page.lock_time_changed) as caught:
        choose(page.security.minutes_box, 15)
    assert caught.args == [15]
    assert kept(tmp_path).lock_after_minutes == 15


def test_an_unusual_time_is_offered_as_it_is(surroundings, desk, qtbot):
    surroundings.settings.lock_after_minutes = 7
    page = SettingsPage(surroundings, desk)
    qtbot.addWidget(page)
    assert page.security.minutes_box.currentText() == "7 minutes"


def test_what_it_protects_is_explained_in_a_dialog(page, qtbot):
    page.show_group("security")
    page.security.protects_button.click()
    (dialog,) = page.findChildren(GuideDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_roles_are_kept_inside_the_journal(page, desk, surroundings, qtbot):
    page.show_group("supervision")
    field = page.supervision.prepared_field
    field.edit.setText("Social worker")
    field.editing_finished.emit()
    page.supervision.supervisor_field.edit.setText("Team manager")
    page.leave()
    stored = [
        surroundings.lane.run_and_wait(partial(desk.vault.preference, name))
        for name in ("prepared_by", "supervisor")
    ]
    assert stored == ["Social worker", "Team manager"]
    again = SettingsPage(surroundings, desk)
    qtbot.addWidget(again)
    again.enter()
    qtbot.waitUntil(again.supervision.prepared_field.isEnabled)
    assert again.supervision.supervisor_field.text == "Team manager"


def test_the_groups_are_walked_by_the_arrow_keys(page, qtbot):
    page.groups.set_current("appearance")
    page.groups.focus_current()
    row = page.groups._rows["appearance"]
    qtbot.waitUntil(row.hasFocus)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert page.groups.current == "writing"
    assert page.stack.currentWidget().objectName() == "writing"


def test_every_control_has_a_name(page):
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("width", [640, 1068])
def test_nothing_scrolls_sideways_at_200_per_cent(page, look, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    for key in ("appearance", "writing", "security", "supervision"):
        page.show_group(key)
        assert sideways_range(page) == 0


def test_a_closed_page_is_freed(surroundings, desk, qapp):
    assert is_freed(lambda: SettingsPage(surroundings, desk), qapp)
