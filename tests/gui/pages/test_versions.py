"""The page of earlier versions, on a real journal: reading, comparing, bringing back."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.version_pane import ComparedColumn
from app.ui.pages.versions import VersionsPage
from app.ui.parts.compared_text import ComparedPartView
from app.ui.parts.label import Label
from app.ui.parts.prose_view import ProseView
from app.ui.parts.unchanged_parts import UnchangedParts
from tests.gui import rewriting
from tests.gui.rewriting import FIRST, SECOND, THIRD, rewrite, the_dialog, words_now, write
from tests.gui.way_in import is_freed, sideways_range, unnamed_controls


@pytest.fixture
def place(tmp_path, look):
    with rewriting.desk_in(tmp_path, look) as (surroundings, desk):
        yield surroundings, desk


@pytest.fixture
def reflection_id(place):
    written = write(*place)
    rewrite(*place, written, SECOND)
    rewrite(*place, written, THIRD)
    return written


@pytest.fixture
def page(place, reflection_id, qtbot):
    page = rewriting.shown(VersionsPage(*place), qtbot)
    show(page, reflection_id, qtbot)
    yield page
    page.close()


def show(page, reflection_id, qtbot):
    page.show_versions(reflection_id)
    page.enter()
    settle(page, qtbot)


def settle(page, qtbot):
    qtbot.waitUntil(lambda: page.versions is not None)
    lane = page.surroundings.lane
    for _ in range(3):
        lane.wait()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: not page._is_asking)


def rows(page):
    model = page.model
    return [str(model.index(row).data()).split("\n") for row in range(model.rowCount())]


def changed(page):
    views = page.pane.content.findChildren(ComparedPartView)
    return [view for view in views if view.part.is_changed]


def said(page):
    return " ".join(label.text() for label in page.pane.findChildren(Label) if label.isVisible())


def press(page, key, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), key)
    settle(page, qtbot)


def bring_back(page, qtbot):
    page.pane.back_button.click()
    return the_dialog(qtbot, Confirming)


def test_versions_stand_newest_first_with_what_each_changed(page, qtbot):
    qtbot.waitUntil(lambda: page.model.next_untold() is None)
    lines = rows(page)
    assert [line[0] for line in lines] == ["22 October 2026, 18:42"] * 3
    assert [line[1] for line in lines] == [
        "Version 3, the newest · draft · 8 words",
        "Version 2 · draft · 14 words",
        "Version 1 · draft · 10 words",
    ]
    assert lines[0][2] == "1 answer · 6 words removed"
    assert lines[1][2] == "1 answer · 6 words added, 2 removed"
    assert lines[2][2] == "The first version"


def test_the_newest_is_compared_with_the_one_before(page):
    (view,) = changed(page)
    spoken = view.accessibleName()
    assert "removed: Nobody spoke for a while, and" in spoken
    assert "The room was quiet." in spoken
    assert "removed" in view.amount.text()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_added_and_removed_differ_in_more_than_colour(page, qtbot):
    press(page, Qt.Key.Key_Down, qtbot)
    (view,) = changed(page)
    runs = view.texts[0]._runs()
    added = [run for run in runs if run.font.underline()]
    removed = [run for run in runs if run.font.strikeOut()]
    assert [run.text.strip() for run in added] == ["while, and I let it be."]
    assert [run.text.strip() for run in removed] == ["long while."]
    assert added[0].colour != removed[0].colour
    assert "added: while, and I let it be." in view.accessibleName()
    assert "removed: long while." in view.accessibleName()


def test_what_stayed_is_folded_until_it_is_asked_for(page, qtbot):
    (folded, *_) = page.pane.content.findChildren(UnchangedParts)
    assert folded.holder.isHidden()
    assert "folded" in folded.toggle.accessibleName()
    folded.toggle.setFocus()
    qtbot.keyClick(folded.toggle, Qt.Key.Key_Return)
    shown = folded.findChildren(ComparedPartView)
    assert shown[0].part.heading == "Title"
    assert len(shown) == folded.count
    assert "shown" in folded.toggle.accessibleName()


def test_the_arrow_keys_go_through_the_versions(page, qtbot):
    for number in (2, 1):
        press(page, Qt.Key.Key_Down, qtbot)
        assert page.pane.heading.text().startswith(f"Version {number} · ")
    assert "This is the first version, so here is all of it." in said(page)
    assert words_in(page) == FIRST
    press(page, Qt.Key.Key_Up, qtbot)
    assert isinstance(page.pane.content, ComparedColumn)


def words_in(page):
    return page.pane.content.findChild(ProseView).toPlainText()


def test_any_version_can_be_read_whole(page, qtbot):
    page.pane.ways.set_chosen("whole")
    page.pane.way_chosen.emit("whole")
    settle(page, qtbot)
    assert words_in(page) == THIRD
    press(page, Qt.Key.Key_Down, qtbot)
    assert words_in(page) == SECOND


def test_any_two_versions_can_be_compared(page, qtbot):
    actions = page.pane.against_button.menu().actions()
    assert [action.data() for action in actions] == [2, 1]
    actions[1].trigger()
    settle(page, qtbot)
    assert page.pane.content.legend.text().startswith("From version 1 to version 3.")
    (view,) = changed(page)
    assert "removed: Nobody spoke for a long while." in view.accessibleName()
    assert page.pane.against_button.words == "Compared with version 1"


def test_of_many_quick_steps_the_last_is_shown(page, qtbot):
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle(page, qtbot)
    assert page.pane.heading.text().startswith("Version 1 · ")
    assert words_in(page) == FIRST


def test_a_version_brought_back_is_a_new_one_and_nothing_is_lost(page, place, reflection_id, qtbot):
    press(page, Qt.Key.Key_Down, qtbot)
    dialog = bring_back(page, qtbot)
    words = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "Bring back version 2?" in words
    assert "stays as version 3" in words
    with qtbot.waitSignal(page.status_changed) as told:
        dialog.go_on.click()
    assert told.args[0].words == "Version 2 was brought back as version 4"
    settle(page, qtbot)
    assert words_now(*place, reflection_id) == SECOND
    assert [outline.number for outline in page.model.outlines] == [4, 3, 2, 1]
    assert page.pane.heading.text().startswith("Version 4 · ")


def test_escape_brings_nothing_back(page, place, reflection_id, qtbot):
    press(page, Qt.Key.Key_Down, qtbot)
    dialog = bring_back(page, qtbot)
    assert dialog.focusWidget() is dialog.stay
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert words_now(*place, reflection_id) == THIRD
    assert len(page.model.outlines) == 3


def test_nothing_is_brought_back_into_what_is_on_hold(page, place, reflection_id, qtbot):
    surroundings, desk = place
    surroundings.lane.run_and_wait(partial(desk.retention.hold, reflection_id, ""))
    show(page, reflection_id, qtbot)
    press(page, Qt.Key.Key_Down, qtbot)
    page.pane.back_button.click()
    told = the_dialog(qtbot, ToldDialog)
    assert "is on hold" in told.told.accessibleName()
    told.reject()
    assert words_now(*place, reflection_id) == THIRD


def test_a_hold_that_came_meanwhile_refuses_too(page, place, reflection_id, qtbot):
    surroundings, desk = place
    press(page, Qt.Key.Key_Down, qtbot)
    dialog = bring_back(page, qtbot)
    surroundings.lane.run_and_wait(partial(desk.retention.hold, reflection_id, ""))
    dialog.go_on.click()
    told = the_dialog(qtbot, ToldDialog)
    assert "is on hold" in told.told.accessibleName()
    told.reject()
    assert words_now(*place, reflection_id) == THIRD


def test_a_version_without_words_says_so(page, place, reflection_id, qtbot):
    surroundings, desk = place
    surroundings.lane.run_and_wait(partial(desk.history.purge_old_versions, reflection_id))
    show(page, reflection_id, qtbot)
    assert "The version before has no words any more" in said(page)
    assert words_in(page) == THIRD
    press(page, Qt.Key.Key_Down, qtbot)
    assert rows(page)[1][1] == "Version 2 · words removed for good"
    assert "were removed for good" in said(page)
    assert page.pane.back_button.isHidden()
    assert page.pane.against_button.isHidden()


def test_escape_leads_back_to_the_reflection(page, reflection_id, qtbot):
    with qtbot.waitSignal(page.back_asked) as back:
        qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert back.args == [reflection_id]


def test_enter_goes_from_the_list_to_what_changed(page, qtbot):
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert page.pane.isAncestorOf(focused)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name_and_room(page, look, qtbot, scale):
    look.set_scale(scale)
    page.resize(1280, 740)
    qtbot.wait(20)
    assert unnamed_controls(page) == []
    assert sideways_range(page) == 0
    assert page.list.height() >= page.list.sizeHintForRow(0)
    assert page.pane.height() > 250


def test_the_page_is_freed(place, reflection_id, qtbot, qapp):
    def make():
        page = rewriting.shown(VersionsPage(*place), qtbot)
        show(page, reflection_id, qtbot)
        return page

    assert is_freed(make, qapp)
