"""What was written elsewhere is looked at, comes in by keys alone, and goes again in one step."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.finding import Search
from app.ui.dialogs.bring_in_dialog import BringInDialog
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.import_plan_dialog import ImportPlanDialog
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.told_dialog import ToldDialog
from tests.fakes import FakeAsker
from tests.gui.standing import shown, standing, words_of
from tests.gui.way_in import unnamed_controls
from tests.journeys.test_first_day import create_journal, on_lane
from tests.journeys.test_keeping import settle
from tests.journeys.test_locking import replacing, unlock  # noqa: F401 - a fixture


@pytest.fixture
def notes(tmp_path):
    folder = tmp_path / "old notes"
    folder.mkdir()
    for day, words in (("04", "The door was ajar."), ("05", "A kettle."), ("06", "Rain.")):
        (folder / f"2019-03-{day}.txt").write_text(words, "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    return folder


@pytest.fixture
def view(qtbot, window, notes):
    create_journal(qtbot, window)
    settle(qtbot, window)
    window.surroundings.asker = FakeAsker(notes)
    return window.open_view


def titles(window):
    outlines = on_lane(window, partial(window.open_view.desk.find, Search())).outlines
    return sorted("".join(piece.text for piece in each.extract) for each in outlines)


def ask(qtbot, window):
    window.actions_by_name["bring_in"].trigger()
    return standing(BringInDialog, qtbot)


def key(qtbot, wanted, pressed=Qt.Key.Key_Return):
    """Go to a control by Tab, and press a key there."""
    dialog = wanted.window()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    for _ in range(20):
        if dialog.focusWidget() is wanted:
            QTest.keyClick(wanted, pressed)
            return
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def look(qtbot, window):
    key(qtbot, ask(qtbot, window).folder)
    return standing(ImportPlanDialog, qtbot)


def bring_in(qtbot, window):
    key(qtbot, look(qtbot, window).go_on)
    notice_says(qtbot, window, "3 reflections brought in.")


def notice_says(qtbot, window, words):
    view = window.open_view
    qtbot.waitUntil(
        lambda: (
            not shown(ProgressDialog)
            and view.bringing_in.notice.isVisible()
            and view.bringing_in.notice.accessibleName() == words
        ),
        timeout=15_000,
    )
    settle(qtbot, window)


def test_the_plan_is_seen_first_and_nothing_comes_in_by_it(qtbot, window, view):
    dialog = look(qtbot, window)
    said = words_of(dialog)
    assert "“old notes”, plain text" in said
    assert "3 entries with 7 words" in said
    assert "Left out" in said
    assert "1 file ending in “.png”" in said
    assert "How it begins" in said
    assert said.index("How it begins") < said.index("The door was ajar.") < said.index("Left out")
    assert unnamed_controls(dialog) == []
    assert dialog.focusWidget() is dialog.leave
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert titles(window) == []
    assert view.current == "home"


def test_all_of_it_comes_in_is_shown_at_once_and_goes_by_ctrl_z(qtbot, window, view):
    bring_in(qtbot, window)
    assert view.current == "journal"
    qtbot.waitUntil(lambda: view.journal.list.model.total == 3)
    assert titles(window) == ["A kettle.", "Rain.", "The door was ajar."]
    window.activateWindow()
    view.journal.list.focus_list()
    qtbot.waitUntil(view.journal.list.view.hasFocus)
    QTest.keyClick(view.journal.list.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    notice_says(qtbot, window, "3 reflections taken out again.")
    assert titles(window) == []
    assert on_lane(window, view.desk.bringing_in.last) is None


def test_what_is_here_already_is_told_and_only_closing_is_offered(qtbot, window, view, notes):
    bring_in(qtbot, window)
    window.surroundings.asker.paths = [notes]
    dialog = look(qtbot, window)
    assert "All of it is in this journal already" in words_of(dialog)
    assert not hasattr(dialog, "go_on")
    dialog.reject()


def test_it_can_be_taken_out_later_too_and_what_was_changed_stays(qtbot, window, view):
    bring_in(qtbot, window)
    (first, *_) = on_lane(window, partial(view.desk.find, Search())).outlines
    on_lane(window, partial(view.desk.retention.hold, first.id, "asked for"))
    view.go("home")
    settle(qtbot, window)
    assert view.bringing_in.notice.isHidden()
    dialog = ask(qtbot, window)
    assert "you brought in 3 reflections from “old notes”" in words_of(dialog)
    key(qtbot, dialog.undo)
    key(qtbot, standing(Confirming, qtbot).go_on)
    told = "2 reflections taken out again. 1 stays, because you have worked with it since."
    notice_says(qtbot, window, told)
    assert titles(window) == ["Rain."]
    dialog = ask(qtbot, window)
    assert not hasattr(dialog, "undo")
    dialog.reject()


def test_a_file_is_told_by_its_kind_and_why_it_cannot_be_read(qtbot, window, view, tmp_path):
    file = tmp_path / "letter.docx"
    file.write_bytes(b"no document")
    window.surroundings.asker.paths = [file]
    dialog = ask(qtbot, window)
    dialog.kinds.setCurrentIndex(dialog.kinds.findText("Word document"))
    key(qtbot, dialog.file)
    told = standing(ToldDialog, qtbot)
    assert "letter.docx" in words_of(told)
    assert "Nothing was brought in." in words_of(told)
    told.reject()
    assert titles(window) == []


def test_nothing_is_asked_where_no_path_was_chosen(qtbot, window, view):
    window.surroundings.asker.paths = []
    key(qtbot, ask(qtbot, window).folder)
    settle(qtbot, window)
    assert shown(ImportPlanDialog) == []
    assert [Path(each[1]) for each in window.surroundings.asker.asked] == [Path.home()]


def until_stopped(progress):
    """Be the last bit of long work, which only ever ends by being stopped."""
    while True:
        progress(0.9)


def planning(*given):
    until_stopped(given[-1])


def storing(real):
    def put(*given):
        *others, progress = given

        def told(share):
            progress(share) if share < 0.5 else until_stopped(progress)

        real(*others, told)

    return put


@pytest.fixture
def endless(view, monkeypatch):
    """Have planning, or storing from its middle on, go on until it is stopped."""

    def make(name):
        service, shelf = type(view.desk.bringing_in), type(view.desk.vault.imports)
        if name == "plan":
            monkeypatch.setattr(service, "plan", planning)
        else:
            monkeypatch.setattr(shelf, "put", storing(shelf.put))

    return make


@pytest.mark.parametrize("name", ["plan", "put"])
def test_cancel_leaves_the_journal_as_it_was(qtbot, window, view, endless, name):
    endless(name)
    if name == "put":
        key(qtbot, look(qtbot, window).go_on)
    else:
        key(qtbot, ask(qtbot, window).folder)
    qtbot.waitUntil(lambda: bool(shown(ProgressDialog)))
    key(qtbot, shown(ProgressDialog)[0].stop_button)
    told = standing(ToldDialog, qtbot)
    assert "Nothing was changed" in words_of(told)
    told.reject()
    assert titles(window) == []
    assert on_lane(window, view.desk.bringing_in.last) is None


def test_a_lock_meanwhile_brings_nothing_in(qtbot, window, view, endless, replacing):  # noqa: F811
    endless("put")
    key(qtbot, look(qtbot, window).go_on)
    qtbot.waitUntil(lambda: bool(shown(ProgressDialog)))
    window.lock()
    unlock(qtbot, window)
    settle(qtbot, window)
    assert titles(window) == []
    assert on_lane(window, window.open_view.desk.bringing_in.last) is None


def test_without_a_journal_nothing_can_be_brought_in(window):
    assert not window.actions_by_name["bring_in"].isEnabled()
