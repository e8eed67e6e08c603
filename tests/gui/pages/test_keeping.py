"""Review date, hold and bin in the journal's page, on a real journal."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import DiskFull
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.keeping_dialogs import HoldDialog, ReviewDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.editor.page import EditorPage
from app.ui.pages.home import HomePage
from app.ui.pages.home_due import ReviewRow
from app.ui.pages.journal import JournalPage
from app.ui.parts.label import Label
from app.ui.parts.typed_date import read_day
from tests.gui import rewriting
from tests.gui.rewriting import THIRD, dialogs, rewrite, the_dialog, titles_found, words_now, write
from tests.gui.way_in import sideways_range, unnamed_controls

ONE, OTHER = "The first visit", "The second visit"


@pytest.fixture
def place(tmp_path, look):
    with rewriting.desk_in(tmp_path, look) as (surroundings, desk):
        yield surroundings, desk


@pytest.fixture
def ids(place):
    written = {}
    for title in (ONE, OTHER):
        written[title] = write(*place, title)
        place[0].workshop.clock.moment += timedelta(minutes=1)
    return written


@pytest.fixture
def page(place, ids, qtbot):
    page = rewriting.shown(JournalPage(*place), qtbot)
    page.show_reflection(ids[ONE])
    settle(page, qtbot)
    yield page
    page.close()


def settle(page, qtbot):
    for _ in range(3):
        page.surroundings.lane.wait()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: not page._search.is_running)
    page.surroundings.lane.wait()
    qtbot.wait(1)


def decide(page, qtbot, act, *given):
    page.surroundings.lane.run_and_wait(partial(act, *given))
    page.refresh()
    settle(page, qtbot)


def put_on_hold(page, qtbot, why="records have been requested"):
    page.reading.menu.hold.trigger()
    dialog = the_dialog(qtbot, HoldDialog)
    dialog.why_field.set_text(why)
    dialog.hold.click()
    settle(page, qtbot)


def move_to_bin(page, qtbot):
    page.reading.menu.to_bin.trigger()
    the_dialog(qtbot, Confirming).go_on.click()
    settle(page, qtbot)


def told(qtbot):
    dialog = the_dialog(qtbot, ToldDialog)
    words = dialog.told.accessibleName()
    dialog.reject()
    return words


def spoken(page, reflection_id):
    index = page.list.model.index_of(reflection_id)
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def rows(page):
    model = page.list.model
    outlines = [model.outline(model.index(row)) for row in range(model.rowCount())]
    return [outline.title for outline in outlines if outline]


# Hold


def test_what_is_on_hold_says_since_when_and_why_and_cannot_be_edited(page, ids, qtbot):
    put_on_hold(page, qtbot)
    assert page.reading.content.banner.accessibleName() == (
        "On hold since 22 October 2026: records have been requested. "
        "It can be read and printed, not changed."
    )
    assert not page.reading.edit_button.isEnabled()
    assert page.reading.supervision_button.isEnabled()
    assert "on hold" in spoken(page, ids[ONE])
    assert "on hold" not in spoken(page, ids[OTHER])


def test_a_hold_needs_no_reason(page, qtbot):
    put_on_hold(page, qtbot, "")
    name = page.reading.content.banner.accessibleName()
    assert name.startswith("On hold since 22 October 2026. It can be read")


def test_going_to_what_is_on_hold_begins_at_the_banner(page, ids, qtbot):
    put_on_hold(page, qtbot)
    page.show_reflection(ids[ONE])
    settle(page, qtbot)
    assert page.focusWidget() is page.reading.content.banner


def test_escape_puts_nothing_on_hold(page, place, ids, qtbot):
    page.reading.menu.hold.trigger()
    qtbot.keyClick(the_dialog(qtbot, HoldDialog), Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert page.reading.content.banner is None
    assert place[0].lane.run_and_wait(place[1].retention.held) == ()


def test_a_hold_is_released_after_a_question(page, qtbot):
    put_on_hold(page, qtbot)
    assert page.reading.menu.release.isVisible()
    assert not page.reading.menu.hold.isVisible()
    page.reading.menu.release.trigger()
    dialog = the_dialog(qtbot, Confirming)
    assert "records have been requested" in " ".join(
        label.text() for label in dialog.findChildren(Label)
    )
    dialog.go_on.click()
    settle(page, qtbot)
    assert page.reading.content.banner is None
    assert page.reading.edit_button.isEnabled()
    assert page.reading.menu.hold.isVisible()


def test_what_is_on_hold_is_not_moved_to_the_bin(page, qtbot):
    put_on_hold(page, qtbot)
    page.reading.menu.to_bin.trigger()
    assert "is on hold" in told(qtbot)
    assert ONE in rows(page)


def test_a_hold_that_came_meanwhile_keeps_it_out_of_the_bin(page, place, ids, qtbot):
    page.reading.menu.to_bin.trigger()
    dialog = the_dialog(qtbot, Confirming)
    place[0].lane.run_and_wait(partial(place[1].retention.hold, ids[ONE], ""))
    dialog.go_on.click()
    assert "is on hold" in told(qtbot)
    assert ONE in titles_found(*place)


def test_the_editor_does_not_open_what_is_on_hold(place, ids, qtbot):
    surroundings, desk = place
    surroundings.lane.run_and_wait(partial(desk.retention.hold, ids[ONE], ""))
    editor = rewriting.shown(EditorPage(*place), qtbot)
    with qtbot.waitSignal(editor.held) as held:
        editor.open_reflection(ids[ONE])
    assert held.args == [ids[ONE]]
    assert editor.reflection_id is None
    editor.open_reflection(ids[OTHER])
    qtbot.waitUntil(lambda: editor.reflection_id == ids[OTHER])
    assert editor.leave()
    editor.close()


# Bin


def test_the_warning_names_days_snapshots_and_duties(page, qtbot):
    page.reading.menu.to_bin.trigger()
    dialog = the_dialog(qtbot, Confirming)
    words = " ".join(label.text() for label in dialog.findChildren(Label))
    for said in ("30 days", "Older snapshots and backups may still hold it", "duties"):
        assert said in words
    assert dialog.focusWidget() is dialog.stay
    assert not dialog.go_on.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert rows(page) == [OTHER, ONE]


def test_what_is_moved_to_the_bin_leaves_list_and_search_and_the_next_is_read(page, place, qtbot):
    move_to_bin(page, qtbot)
    assert rows(page) == titles_found(*place) == [OTHER]
    assert page.reading.content.title.text() == OTHER
    assert page.list.bin_link.words == "Bin (1)"
    assert page.list.bin_link.isVisible()
    assert page.focusWidget() is page.list.view


def test_after_one_is_moved_the_one_under_it_is_read(page, place, ids, qtbot):
    write(*place, "The third visit")
    page.refresh()
    settle(page, qtbot)
    page.show_reflection(ids[OTHER])
    settle(page, qtbot)
    assert rows(page) == ["The third visit", OTHER, ONE]
    move_to_bin(page, qtbot)
    assert page.reading.content.title.text() == ONE


def test_undo_brings_it_back_and_shows_it(page, place, ids, qtbot):
    move_to_bin(page, qtbot)
    notice = page.keeping.notice
    assert notice.accessibleName() == "Moved to the bin for 30 days."
    assert notice.property("region")
    notice.focus_act()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    settle(page, qtbot)
    assert titles_found(*place) == [OTHER, ONE]
    assert page.reading.reading.reflection.id == ids[ONE]
    assert page.list.bin_link.isHidden()


def test_the_bin_is_reached_by_its_link_also_where_nothing_else_is_left(page, qtbot):
    move_to_bin(page, qtbot)
    move_to_bin(page, qtbot)
    assert page.empty.isVisible()
    assert page.empty_bin_link.words == "Bin (2)"
    page.empty_bin_link.setFocus()
    with qtbot.waitSignal(page.bin_asked):
        qtbot.keyClick(page.empty_bin_link, Qt.Key.Key_Return)


def test_what_cannot_be_written_is_told_and_stays(page, place, ids, qtbot, monkeypatch):
    def fails(*_):
        raise DiskFull

    monkeypatch.setattr(type(place[1].vault.bin), "put", fails)
    page.reading.menu.to_bin.trigger()
    the_dialog(qtbot, Confirming).go_on.click()
    assert "the disk is full" in told(qtbot)
    settle(page, qtbot)
    assert rows(page) == [OTHER, ONE]
    assert not page.keeping.notice.isVisible()


# Review date


def test_a_review_date_is_set_changed_and_removed(page, place, ids, qtbot):
    for typed, shown in (("3 May 2027", "3 May 2027"), ("4/6/27", "4 June 2027")):
        page.reading.menu.review.trigger()
        dialog = the_dialog(qtbot, ReviewDialog)
        dialog.day_field.set_text(typed)
        dialog.use.click()
        settle(page, qtbot)
        assert page.reading.content.review.words == f"Review date: {shown}"
    page.reading.content.review.click()
    dialog = the_dialog(qtbot, ReviewDialog)
    assert dialog.day_field.text == "4 June 2027"
    dialog.none.click()
    settle(page, qtbot)
    assert page.reading.content.review is None


@pytest.mark.parametrize("typed", ["31 February 2027", ""])
def test_a_day_that_does_not_exist_is_asked_for_again(page, place, qtbot, typed):
    page.reading.menu.review.trigger()
    dialog = the_dialog(qtbot, ReviewDialog)
    dialog.day_field.set_text(typed)
    dialog.use.click()
    assert dialog.isVisible()
    assert dialog.day_field.error
    assert not dialog.none.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert place[0].lane.run_and_wait(place[1].retention.reviews) == ()


def test_the_dialog_grows_for_what_is_wrong_with_the_day(page, place, look, qtbot):
    look.set_scale(2.0)
    page.reading.menu.review.trigger()
    dialog = the_dialog(qtbot, ReviewDialog)
    qtbot.wait(50)
    for leave_by in (dialog.use.click, dialog.use.setFocus):
        before = dialog.height()
        dialog.day_field.edit.setFocus()
        dialog.day_field.set_text("soon")
        leave_by()
        assert dialog.day_field.error
        assert dialog.height() > before
        qtbot.waitUntil(lambda: dialog._scroll.verticalScrollBar().maximum() == 0)
        dialog.day_field.set_error("")
        dialog.fit()


def test_the_example_of_a_review_date_is_to_come(page, place, qtbot):
    page.reading.menu.review.trigger()
    dialog = the_dialog(qtbot, ReviewDialog)
    today = place[0].workshop.clock.now().date()
    example = dialog.day_field.edit.placeholderText().removeprefix("e.g. ")
    assert read_day(example, today).day > today
    dialog.use.click()
    assert dialog.day_field.error == f"Type a day, such as {example}."


def test_home_lists_what_has_a_review_date_that_has_come_and_leads_there(place, ids, qtbot):
    surroundings, desk = place
    for title, day in ((ONE, date(2026, 10, 20)), (OTHER, date(2026, 10, 23))):
        set_date = partial(desk.retention.set_review_date, ids[title], day)
        surroundings.lane.run_and_wait(set_date)
    home = rewriting.shown(HomePage(*place), qtbot)
    home.enter()
    qtbot.waitUntil(lambda: bool(home.due.findChildren(ReviewRow)))
    (row,) = home.due.findChildren(ReviewRow)
    assert row.accessibleName() == f"Review date, since 20 October: {ONE}"
    with qtbot.waitSignal(home.reading_asked) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [ids[ONE]]
    home.close()


# The rest


def test_earlier_versions_are_asked_for_where_there_are_any(page, place, ids, qtbot):
    assert page.reading.versions_button.isHidden()
    rewrite(*place, ids[ONE], THIRD)
    page.refresh()
    qtbot.waitUntil(page.reading.versions_button.isVisible)
    with qtbot.waitSignal(page.versions_asked) as asked:
        page.reading.versions_button.click()
    assert asked.args == [ids[ONE]]


def test_a_dialog_decides_about_what_it_was_opened_for(page, place, ids, qtbot):
    page.reading.menu.to_bin.trigger()
    dialog = the_dialog(qtbot, Confirming)
    page.show_reflection(ids[OTHER])
    settle(page, qtbot)
    dialog.go_on.click()
    settle(page, qtbot)
    assert titles_found(*place) == [OTHER]
    assert words_now(*place, ids[OTHER])


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("act", ["ask_review_date", "ask_hold", "ask_bin"])
def test_the_dialogs_have_names_and_room(page, look, qtbot, scale, act):
    look.set_scale(scale)
    page.resize(1280, 740)
    getattr(page.keeping, act)()
    (dialog,) = dialogs()
    qtbot.wait(20)
    labels = [label for label in dialog.findChildren(Label) if label.wordWrap()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    assert unnamed_controls(dialog) == []
    assert sideways_range(dialog) == 0
    dialog.reject()
