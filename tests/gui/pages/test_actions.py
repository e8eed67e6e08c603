"""Actions: the list, the card under it, and what is asked before anything is done."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel

from app.domain.answer import Action, Actions, Answer
from app.domain.placed_action import ActionState
from app.services.journal import About
from app.ui.models.action_layout import columns_of
from app.ui.pages.actions import ActionsPage
from app.ui.pages.home import HomePage
from tests.gui.spoken import spoken_names_within
from tests.gui.way_in import entered, is_freed, sideways_range, unnamed_controls
from tests.workshops import a_desk

Key = Qt.Key
LATE = Action("Ring the school", "me", date(2026, 10, 20), "they answer", checks=("timely",))
NEAR = Action("Write to the panel", "me", date(2026, 10, 24))
SOME_DAY = Action("Read the review", carried=2)
CLOSED = Action("Ask the nurse", done_on=date(2026, 10, 1), came_of_it="She rang back.")


@pytest.fixture
def desk(surroundings, tmp_path):
    made = surroundings.lane.run_and_wait(partial(written, tmp_path, surroundings.workshop))
    yield made
    surroundings.lane.run_and_wait(made.close)


def written(folder, workshop):
    desk = a_desk(folder / "journal", workshop)
    form = desk.journal.form("five_minute_capture")
    items = (SOME_DAY, NEAR, CLOSED, LATE)
    desk.journal.write(form, {"now_what": Answer(Actions(items))}, About("The late visit"))
    return desk


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = entered(ActionsPage(surroundings, desk), qtbot)
    qtbot.waitUntil(page.view.hasFocus)
    return page


def listed(page):
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def stored(page):
    return page.surroundings.lane.run_and_wait(page._desk.actions.all)


def dialog_of(page, qtbot):
    qtbot.waitUntil(lambda: bool(dialogs(page)))
    return dialogs(page)[0]


def dialogs(page):
    return [each for each in page.findChildren(QDialog) if each.isVisible()]


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def test_they_stand_under_when_they_are_due_and_the_first_has_the_focus(page):
    assert listed(page) == [
        "Late: 1",
        "Ring the school",
        "This week: 1",
        "Write to the panel",
        "No day: 1",
        "Read the review",
    ]
    assert page.filters.count_label.text() == "3 open, 2 of them due within a week"
    assert page.current.action == LATE
    assert page.card.what.text() == "Ring the school"


def test_arrow_keys_pass_over_headings_and_the_card_follows(page):
    press(page.view, Key.Key_Down)
    assert page.card.what.text() == "Write to the panel"
    press(page.view, Key.Key_Up)
    press(page.view, Key.Key_Up)
    assert page.filters.chips[ActionState.OPEN].hasFocus()


def test_a_row_is_spoken_whole(page):
    spoken = [name for name in spoken_names_within(page.view) if name]
    assert "Ring the school. me. 2 days late. from The late visit" in spoken
    assert "Read the review. carried forward twice. from The late visit" in spoken


def test_done_by_keys_alone_with_what_came_of_it(page, qtbot):
    press(page.view, Key.Key_Return)
    assert page.card.done.hasFocus()
    press(page.card.done, Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    qtbot.waitUntil(dialog.field.edit.hasFocus)
    QTest.keyClicks(dialog.field.edit, "They will meet us.")
    press(dialog.field.edit, Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 2)
    done = next(each.action for each in stored(page) if each.action.what == LATE.what)
    assert (done.done_on, done.came_of_it) == (date(2026, 10, 22), "They will meet us.")
    assert page.current.action == NEAR
    assert page.acts.notice.isVisible()
    assert page.window().focusWidget() is page.view


def test_a_notice_takes_it_back_and_goes_there(page, qtbot):
    page.acts.done(page.current, "")
    qtbot.waitUntil(lambda: page.model.count == 2)
    assert page.acts.notice.act()
    qtbot.waitUntil(lambda: page.model.count == 3)
    assert page.current.action == LATE


def test_carried_forward_it_stays_chosen_on_its_new_day(page, qtbot):
    page.card.carry.click()
    dialog = dialog_of(page, qtbot)
    dialog.day_field.edit.setFocus()
    QTest.keyClicks(dialog.day_field.edit, "20 October 2026")
    dialog.use.click()
    assert dialog.day_field.error == "This day has passed. Choose one to come."
    dialog.day_field.edit.selectAll()
    QTest.keyClicks(dialog.day_field.edit, "3 November 2026")
    dialog.use.click()
    qtbot.waitUntil(lambda: "Later: 1" in listed(page))
    assert (page.current.action.by_when, page.current.action.carried) == (date(2026, 11, 3), 1)
    page.filters.chips[ActionState.CARRIED].click()
    assert listed(page) == ["Later: 1", "Ring the school", "No day: 1", "Read the review"]


def test_it_can_be_carried_forward_without_a_day(page, qtbot):
    page.card.carry.click()
    dialog_of(page, qtbot).none.click()
    qtbot.waitUntil(lambda: "No day: 2" in listed(page))


def test_dropped_with_a_reason_it_is_found_under_dropped(page, qtbot):
    page.card.drop.click()
    dialog = dialog_of(page, qtbot)
    dialog.field.set_text("  The family moved. ")
    dialog.use.click()
    qtbot.waitUntil(lambda: page.model.count == 2)
    page.filters.chips[ActionState.DROPPED].click()
    assert listed(page) == ["October 2026: 1", "Ring the school"]
    assert page.current.action.dropped_because == "The family moved."
    assert page.card.first_act is page.card.reopen
    page.card.reopen.click()
    qtbot.waitUntil(lambda: not page.model.count)
    assert page.nothing.isVisible()
    assert not page.card.isVisible()
    page.filters.chips[ActionState.OPEN].click()
    assert page.model.count == 3


def test_leaving_a_question_changes_nothing(page, qtbot):
    before = stored(page)
    for button in (page.card.done, page.card.drop, page.card.carry, page.head.add_button):
        button.click()
        press(dialog_of(page, qtbot), Key.Key_Escape)
        qtbot.waitUntil(lambda: not dialogs(page))
    assert stored(page) == before


def test_what_is_done_is_listed_by_month_with_what_came_of_it(page):
    page.filters.chips[ActionState.DONE].click()
    assert listed(page) == ["October 2026: 1", "Ask the nurse"]
    assert page.filters.count_label.text() == "1 done"
    words = [page.card._lines.itemAt(row).widget().text() for row in range(2)]
    assert words == ["What came of it: She rang back.", "Came from: The late visit"]


def test_one_is_added_and_gone_to_whatever_was_shown(page, qtbot):
    page.filters.chips[ActionState.DONE].click()
    page.head.add_button.click()
    dialog = dialog_of(page, qtbot)
    dialog.use.click()
    assert dialog.row.what.error == "Say what is to be done first."
    QTest.keyClicks(dialog.row.what.edit, "Book the quiet room")
    QTest.keyClicks(dialog.row.by_when.edit, "the day after never")
    dialog.use.click()
    assert dialog.row.by_when.error
    dialog.row.by_when.edit.clear()
    dialog.row.smarter.on_record.click()
    dialog.row.smarter.toggle.click()
    dialog.row.smarter.chips["recorded"].click()
    dialog.use.click()
    qtbot.waitUntil(lambda: page.model.count == 4)
    assert page.filters.state is ActionState.OPEN
    assert page.current.action == Action(
        "Book the quiet room", is_on_record=True, checks=("recorded",)
    )
    page.filters.source.choose("to_do")
    assert listed(page) == ["No day: 1", "Book the quiet room"]


def test_f4s_act_leads_to_where_it_was_written(page, qtbot):
    with qtbot.waitSignal(page.answer_asked) as asked:
        page.go_to_source()
    assert asked.args == [page.current.reflection_id, page.current.prompt_key]


def test_what_is_on_hold_says_so_and_stays(page, qtbot, surroundings):
    held = page.current.reflection_id
    surroundings.lane.run_and_wait(partial(page._desk.retention.hold, held, ""))
    page.acts.done(page.current, "")
    dialog = dialog_of(page, qtbot)
    assert "is on hold" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.done(0)
    assert [each.action.done_on for each in stored(page)].count(None) == 3


def test_what_was_changed_elsewhere_is_read_again(page, qtbot, surroundings):
    seen = page.current
    surroundings.lane.run_and_wait(partial(page._desk.actions.drop, seen, "Elsewhere."))
    page.acts.done(seen, "")
    dialog_of(page, qtbot).done(0)
    qtbot.waitUntil(lambda: page.model.count == 2)


def test_coming_back_stays_on_the_same_action(page, qtbot):
    press(page.view, Key.Key_Down)
    page.leave()
    page.enter()
    qtbot.waitUntil(lambda: page._wants_focus is False)
    assert page.current.action == NEAR


def test_every_control_has_a_name(page):
    assert [each for each in unnamed_controls(page) if each.isVisible()] == []


@pytest.mark.parametrize("width", [1068, 700, 560])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_any_width(page, look, width, scale):
    look.set_scale(scale)
    page.resize(width, 500)
    QApplication.processEvents()
    assert sideways_range(page) == 0
    for row in range(page.model.rowCount()):
        rect = page.view.visualRect(page.model.index(row))
        assert rect.width() <= page.view.viewport().width()
    narrow = columns_of(look, page.view.viewport().width()).is_narrow
    assert (page.names.height() == 0) == narrow


def test_three_hundred_are_reached_by_keys(surroundings, tmp_path, qtbot):
    def many():
        desk = a_desk(tmp_path / "many", surroundings.workshop)
        form = desk.journal.form("five_minute_capture")
        for day in range(6):
            items = tuple(Action(f"Ring family {day * 50 + each}") for each in range(50))
            desk.journal.write(form, {"now_what": Answer(Actions(items))}, About(f"Day {day}"))
        return desk

    desk = surroundings.lane.run_and_wait(many)
    page = entered(ActionsPage(surroundings, desk), qtbot)
    qtbot.waitUntil(page.view.hasFocus)
    assert page.model.rowCount() == 200
    for _ in range(3):
        press(page.view, Key.Key_End)
        QApplication.processEvents()
    assert page.model.rowCount() == 301
    assert page.current.action.what == "Ring family 299"
    surroundings.lane.run_and_wait(desk.close)


def test_a_page_that_is_left_is_freed(surroundings, desk, qapp):
    assert is_freed(partial(ActionsPage, surroundings, desk), qapp)


def test_a_tick_on_home_is_taken_back_by_its_notice(surroundings, desk, qtbot):
    page = entered(HomePage(surroundings, desk), qtbot)
    qtbot.waitUntil(lambda: len(page.due.findChildren(QCheckBox)) == 3)
    page.due.findChildren(QCheckBox)[0].click()
    qtbot.waitUntil(lambda: page.ticks._is_noticed and page.ticks.notice.isVisible())
    assert len(surroundings.lane.run_and_wait(desk.home).due) == 2
    assert page.ticks.notice.act()
    qtbot.waitUntil(lambda: len(surroundings.lane.run_and_wait(desk.home).due) == 3)
