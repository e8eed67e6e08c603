"""Settings: the windows are left out of shared screens, where the system can do that."""

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui import capture
from app.ui.capture import CaptureShield
from app.ui.pages import settings_capture
from app.ui.pages.settings_capture import CaptureGroup
from app.ui.parts.label import Label
from app.ui.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def told(monkeypatch):
    """What the system is told of each window, on a system that can do it."""
    told = []

    def hide(window, *, is_hidden):
        told.append((window, is_hidden))

    for place in (settings_capture, capture):
        monkeypatch.setattr(place, "can_hide_from_capture", lambda: True)
    monkeypatch.setattr(capture, "hide_from_capture", hide)
    return told


@pytest.fixture
def group(look, settings, told, qtbot):
    return on_screen(CaptureGroup(look, settings), qtbot)


def on_screen(widget, qtbot):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def words_in(group):
    return " ".join(label.text() for label in group.findChildren(Label))


def test_the_windows_are_hidden_until_she_says_otherwise(group, settings):
    assert group.hidden_box.isChecked()
    assert group.hidden_box.isEnabled()
    assert settings.is_hidden_from_capture


def test_the_switch_is_kept_and_told_of_every_shown_window_at_once(
    group, settings, told, qtbot, tmp_path
):
    other, unseen = on_screen(QWidget(), qtbot), QWidget()
    qtbot.addWidget(unseen)
    for is_hidden in (False, True):
        told.clear()
        group.hidden_box.click()
        assert group.hidden_box.isChecked() is is_hidden
        assert Settings(tmp_path / "settings.ini").is_hidden_from_capture is is_hidden
        windows = [window for window, _ in told]
        assert group in windows
        assert other in windows
        assert unseen not in windows
        assert {said for _, said in told} == {is_hidden}


def test_a_window_shown_afterwards_is_left_out_or_in_as_the_switch_says(
    group, settings, told, qtbot
):
    shield = CaptureShield(settings, group)
    for is_hidden in (False, True):
        group.hidden_box.click()
        told.clear()
        later = on_screen(QWidget(), qtbot)
        assert told == [(later, is_hidden)]
    shield.deleteLater()


def test_what_was_chosen_is_shown_again(look, settings, told, qtbot):
    settings.is_hidden_from_capture = False
    again = on_screen(CaptureGroup(look, settings), qtbot)
    assert not again.hidden_box.isChecked()


def test_where_it_cannot_be_done_the_switch_stands_still_and_says_why(look, settings, qtbot):
    # The tests' own screen is such a system.
    group = on_screen(CaptureGroup(look, settings), qtbot)
    assert not group.hidden_box.isEnabled()
    assert not group.hidden_box.isChecked()
    assert "cannot leave a window out" in words_in(group)
    assert group.findChildren(QCheckBox) == [group.hidden_box]
    group.hidden_box.click()
    assert settings.is_hidden_from_capture
