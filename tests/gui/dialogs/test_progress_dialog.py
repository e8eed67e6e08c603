"""The dialog over long work: it tells how far it is, and stops it without leaving halves."""

import time
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.errors import Cancelled, DiskFull
from app.domain.progress import Step
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.lane import Lane
from tests.gui.standing import is_on_screen
from tests.gui.way_in import sideways_range, unnamed_controls


@pytest.fixture
def lane(qapp):
    made = Lane()
    yield made
    made.stop()


@pytest.fixture
def window(qtbot):
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1280, 740)
    behind.show()
    return behind


@pytest.fixture
def dialog(look, lane, window):
    return ProgressDialog(look, lane, "Backing up…", window)


def steps(seen, go_on, progress):
    """Work in steps of a hundredth, each noted; it waits at half until it may go on."""
    for step in range(101):
        progress(step / 100)
        seen.append(step)
        if step == 50:
            go_on.wait(5)
    return "done"


def at_half(dialog, qtbot):
    seen, go_on = [], Event()
    dialog.run(partial(steps, seen, go_on))
    qtbot.waitUntil(lambda: dialog.bar.value() == 50)
    return seen, go_on


def test_it_says_how_far_the_work_is_and_gives_what_it_made(dialog, qtbot):
    with qtbot.waitSignal(dialog.succeeded) as caught:
        _, go_on = at_half(dialog, qtbot)
        assert dialog.said.text() == "50 % done"
        go_on.set()
    assert caught.args == ["done"]


def test_cancel_stops_the_work_at_its_next_step(dialog, qtbot):
    seen, go_on = at_half(dialog, qtbot)
    with qtbot.waitSignal(dialog.failed) as caught:
        dialog.stop_button.click()
        assert dialog.said.text() == "Stopping…"
        assert dialog.isVisible()
        go_on.set()
    assert isinstance(caught.args[0], Cancelled)
    assert seen[-1] == 50


def test_escape_is_cancel_and_the_dialog_stays_until_the_work_has_ended(dialog, qtbot):
    seen, go_on = at_half(dialog, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.failed):
        go_on.set()
    assert seen[-1] == 50


def test_a_cancel_that_comes_too_late_is_told_as_what_happened(dialog, qtbot):
    go_on = Event()

    def too_late(_progress):
        go_on.wait(5)
        return "done"

    dialog.run(too_late)
    dialog.stop()
    with qtbot.waitSignal(dialog.succeeded) as caught, qtbot.assertNotEmitted(dialog.failed):
        go_on.set()
    assert caught.args == ["done"]


def test_a_refusal_of_the_computer_is_told_once_the_dialog_is_closed(dialog, qtbot):
    def refused(_progress):
        raise DiskFull

    with qtbot.waitSignal(dialog.failed) as caught:
        dialog.run(refused)
    assert isinstance(caught.args[0], DiskFull)


def test_when_the_page_goes_the_work_is_stopped_and_nobody_is_told(look, lane, window, qtbot, qapp):
    page = QWidget(window)
    dialog = ProgressDialog(look, lane, "Backing up…", page)
    seen, go_on = at_half(dialog, qtbot)
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    lane.wait()
    assert seen[-1] == 50


def test_a_lock_stops_the_work(dialog, lane, qtbot):
    seen, go_on = at_half(dialog, qtbot)
    with qtbot.waitSignal(dialog.failed), lane.stopping_long_work():
        go_on.set()
        lane.wait()
    assert seen[-1] == 50


def test_the_window_goes_on_living_meanwhile(dialog, qtbot):
    def slow(progress):
        for step in range(10):
            progress(step / 10)
            time.sleep(0.02)

    turns = []
    dialog._timer.timeout.connect(partial(turns.append, 1).__call__)
    with qtbot.waitSignal(dialog.succeeded):
        dialog.run(slow)
    assert len(turns) > 1


LAST = Step("Putting the new key into force", can_stop=False)


def at_last_step(dialog, qtbot):
    go_on = Event()

    def work(progress):
        progress(0.4, Step("Making the new key"))
        progress(0.9, LAST)
        go_on.wait(5)
        progress(1)
        return "done"

    dialog.run(work)
    qtbot.waitUntil(lambda: not dialog.stop_button.isEnabled())
    return go_on


def test_each_step_is_named_while_it_is_taken(dialog, qtbot):
    go_on = Event()

    def work(progress):
        progress(0.4, Step("Making the new key"))
        go_on.wait(5)

    dialog.run(work)
    qtbot.waitUntil(lambda: dialog.said.text() == "Making the new key…")
    assert dialog.bar.value() == 40
    assert dialog.stop_button.isEnabled()
    with qtbot.waitSignal(dialog.succeeded):
        go_on.set()


def test_once_it_cannot_be_stopped_it_says_so_and_no_key_stops_it(dialog, qtbot):
    go_on = at_last_step(dialog, qtbot)
    assert dialog.said.text() == (
        "Putting the new key into force. This last step cannot be stopped. It takes a moment."
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.stop()
    assert dialog.isVisible()
    assert dialog.said.text().endswith("It takes a moment.")
    with qtbot.waitSignal(dialog.succeeded), qtbot.assertNotEmitted(dialog.failed):
        go_on.set()


def test_a_lock_waits_for_what_cannot_be_stopped(dialog, lane, qtbot):
    go_on = at_last_step(dialog, qtbot)
    with qtbot.waitSignal(dialog.succeeded), lane.stopping_long_work():
        go_on.set()
        lane.wait()


# Seen only when the work takes longer than a moment


def test_it_is_not_seen_for_work_of_a_moment(dialog, qtbot):
    dialog.late_timer.setInterval(60_000)
    seen = []
    dialog.create()
    dialog.windowHandle().visibleChanged.connect(seen.append)
    with qtbot.waitSignal(dialog.succeeded):
        dialog.run(lambda _progress: "done")
    assert not dialog.late_timer.isActive()
    assert True not in seen


def test_it_comes_up_when_the_work_takes_longer(dialog, qtbot):
    assert dialog.late_timer.interval() == 400
    dialog.late_timer.setInterval(60_000)
    _, go_on = at_half(dialog, qtbot)
    assert dialog.late_timer.isActive()
    assert not is_on_screen(dialog)
    with qtbot.assertNotEmitted(dialog.finished):
        dialog.late_timer.timeout.emit()
    assert is_on_screen(dialog)
    assert dialog.said.text() == "50 % done"
    with qtbot.waitSignal(dialog.succeeded):
        go_on.set()


@pytest.mark.parametrize("is_late", [False, True])
def test_the_window_behind_takes_no_key_and_no_click_meanwhile(dialog, window, qtbot, is_late):
    pressed = []
    button = QPushButton("Begin", window)
    button.clicked.connect(partial(pressed.append, 1).__call__)
    button.show()
    button.setFocus()
    dialog.late_timer.setInterval(60_000)
    _, go_on = at_half(dialog, qtbot)
    if is_late:
        dialog.late_timer.timeout.emit()

    def press():
        qtbot.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, pos=button.geometry().center()
        )
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Space)

    press()
    assert pressed == []
    with qtbot.waitSignal(dialog.succeeded):
        go_on.set()
    press()
    assert pressed


def test_work_that_cannot_be_stopped_offers_no_button(look, lane, window, qtbot):
    dialog = ProgressDialog(look, lane, "Changing the passphrase…", window, can_stop=False)
    go_on = Event()

    def whole(progress):
        go_on.wait(5)
        progress(1)
        return "done"

    dialog.run(whole)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.succeeded):
        go_on.set()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(dialog, look, qtbot, scale):
    look.set_scale(scale)
    _, go_on = at_half(dialog, qtbot)
    assert sideways_range(dialog) == 0
    assert unnamed_controls(dialog) == []
    assert dialog.bar.accessibleName() == "Backing up…"
    with qtbot.waitSignal(dialog.succeeded):
        go_on.set()
