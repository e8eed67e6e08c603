"""The shell: what stands in the window, what its menus do, and what it remembers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.journeys.test_first_day import create_journal
from tests.workshops import PASSPHRASE


def test_the_sample_journal_is_never_remembered_as_ones_own(qtbot, window):
    create_journal(qtbot, window)
    own = window.surroundings.settings.journal_folder
    window.closed_work.make_another()
    qtbot.waitUntil(lambda: window.open_view is None)
    window.way_in.passphrase_step.sample_button.click()
    window.way_in.passphrase_step.sample_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=20_000)
    assert window.surroundings.settings.journal_folder == own
    window.lock()
    assert window.way_in.name_label.text() == own.name


def test_locking_the_sample_on_the_first_day_leads_back_to_welcome(qtbot, window):
    window.show_way_in(None)
    window.way_in.passphrase_step.sample_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None, timeout=20_000)
    window.lock()
    assert hasattr(window.way_in, "passphrase_step")


def test_f6_goes_round_the_parts_of_the_window(qtbot, window):
    create_journal(qtbot, window)
    view = window.open_view
    qtbot.waitUntil(
        lambda: getattr(QApplication.focusWidget(), "objectName", str)() == "begin_button"
    )
    first = QApplication.focusWidget()
    window.actions_by_name["next_region"].trigger()
    second = QApplication.focusWidget()
    assert second is not first
    assert view.home.isAncestorOf(first)
    assert not view.home.isAncestorOf(second)
    window.actions_by_name["next_region"].trigger()
    assert QApplication.focusWidget() is first


def test_every_page_is_reached_by_its_key(qtbot, window):
    create_journal(qtbot, window)
    for name, place in (
        ("go_journal", "journal"),
        ("go_supervision", "supervision"),
        ("go_actions", "actions"),
        ("go_forms", "forms"),
        ("settings", "settings"),
        ("go_home", "home"),
    ):
        window.actions_by_name[name].trigger()
        assert window.open_view.current == place


def test_the_menu_names_the_usual_forms(qtbot, window):
    create_journal(qtbot, window)
    action = window.actions_by_name["usual_form_1"]
    qtbot.waitUntil(lambda: action.text() == "Five-minute capture")
    action.trigger()
    assert window.open_view.current == "editor"


def test_entries_that_cannot_be_used_are_greyed(qtbot, window):
    window.show_way_in(None)
    assert not window.actions_by_name["search"].isEnabled()
    assert not window.actions_by_name["finish"].isEnabled()
    create_journal(qtbot, window)
    assert window.actions_by_name["search"].isEnabled()
    assert not window.actions_by_name["finish"].isEnabled()


def ticked_ways(window):
    names = ("list", "calendar", "timeline", "themes")
    ways = [window.actions_by_name[f"way_{name}"] for name in names]
    assert {way.actionGroup() for way in ways} == {ways[0].actionGroup()}
    assert ways[0].actionGroup().isExclusive()
    return [name for name, way in zip(names, ways, strict=True) if way.isChecked()]


def test_the_view_menu_ticks_the_way_the_journal_is_shown_in(qtbot, window, monkeypatch):
    create_journal(qtbot, window)
    assert ticked_ways(window) == ["list"]
    window.actions_by_name["way_timeline"].trigger()
    assert ticked_ways(window) == ["timeline"] == [window.open_view.journal.list.overview.way]
    window.open_view.journal.list.head.ways.findChildren(QAbstractButton)[1].click()
    assert ticked_ways(window) == ["calendar"]
    window.actions_by_name["way_calendar"].trigger()
    assert ticked_ways(window) == ["calendar"]
    window.open_view.journal.list.clear_search()
    assert ticked_ways(window) == ["list"]
    window.open_view.go("home")
    monkeypatch.setattr(window.open_view, "put_away", lambda: False)
    window.actions_by_name["way_themes"].trigger()
    assert ticked_ways(window) == ["list"]


def test_text_size_and_theme_change_by_menu_and_are_kept(qtbot, window):
    window.show_way_in(None)
    settings = window.surroundings.settings
    window.actions_by_name["larger"].trigger()
    assert settings.scale == window.surroundings.look.theme.scale == 1.15
    window.actions_by_name["theme_dark"].trigger()
    assert (settings.theme, window.surroundings.look.theme.name) == ("dark", "dark")
    window.actions_by_name["usual_size"].trigger()
    window.actions_by_name["theme_light"].trigger()
    assert window.surroundings.look.theme.scale == 1.0


def test_control_l_locks(qtbot, window):
    create_journal(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.open_view is None)


def test_the_way_of_writing_still_changes_after_locking_and_unlocking(qtbot, window):
    create_journal(qtbot, window)
    for _ in range(2):
        view = window.open_view
        qtbot.waitUntil(lambda: bool(window.open_view.home.usual_form_id(1)))
        view.begin_usual(1)
        before = view.editor.is_one_at_a_time
        window.actions_by_name["one_at_a_time"].trigger()
        assert view.editor.is_one_at_a_time != before
        window.lock()
        QTest.keyClicks(window.way_in.passphrase_field.edit, PASSPHRASE)
        QTest.keyClick(window.way_in.passphrase_field.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.open_view is not None, timeout=10_000)


def test_the_window_is_no_larger_than_the_screen(window):
    screen = window.screen().availableSize()
    assert window.minimumSize().boundedTo(screen) == window.minimumSize()
    assert window.size().boundedTo(screen) == window.size()


def test_a_journal_whose_view_cannot_be_built_is_closed_again(qtbot, window, monkeypatch):
    create_journal(qtbot, window)
    folder = window.surroundings.settings.journal_folder
    window.lock()
    seen = []

    def fails(_surroundings, desk, *_):
        seen.append(desk)
        raise RuntimeError("for this test")

    monkeypatch.setattr("app.ui.open_view.OpenView", fails)
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    vault = lane.run_and_wait(lambda: workshop.unlocking.open(folder, PASSPHRASE))
    with pytest.raises(RuntimeError):
        window.show_desk(workshop.desk(vault), folder)
    assert [desk.vault.is_closed for desk in seen] == [True]
