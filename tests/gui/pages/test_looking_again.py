"""Looking again in the pages: the day, home, finishing, and what stands beside the writing."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Answer, Prose
from app.domain.errors import DiskFull
from app.services.journal import Writing
from app.ui.dialogs.follow_up_dialog import FollowUpDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.editor.finish_dialog import FinishDialog
from app.ui.editor.page import EditorPage
from app.ui.pages.home import HomePage
from app.ui.pages.home_looks import LookRow
from app.ui.pages.journal import JournalPage
from tests.gui import rewriting
from tests.gui.rewriting import FIRST, the_dialog, write
from tests.gui.way_in import sideways_range, unnamed_controls

ONE, OTHER, THIRD = "The first visit", "The second visit", "The third visit"
DUE = date(2026, 10, 20)


@pytest.fixture
def place(tmp_path, look):
    with rewriting.desk_in(tmp_path, look) as (surroundings, desk):
        yield surroundings, desk


@pytest.fixture
def ids(place):
    return {title: write(*place, title) for title in (ONE, OTHER, THIRD)}


@pytest.fixture
def page(place, ids, qtbot):
    page = rewriting.shown(JournalPage(*place), qtbot)
    page.show_reflection(ids[ONE])
    settle(page, qtbot)
    yield page
    page.close()


@pytest.fixture
def home(place, ids, qtbot):
    for number, title in enumerate((ONE, OTHER, THIRD)):
        on_lane(place, place[1].following_up.set_day, ids[title], DUE + timedelta(days=number))
    home = rewriting.shown(HomePage(*place), qtbot)
    home.enter()
    qtbot.waitUntil(lambda: len(looks(home)) == 2)
    yield home
    home.close()


@pytest.fixture
def editor(place, ids, qtbot):
    page = rewriting.shown(EditorPage(*place), qtbot)
    yield page
    page.put_away()
    page.close()


def on_lane(place, act, *given):
    return place[0].lane.run_and_wait(partial(act, *given))


def settle(page, qtbot):
    for _ in range(4):
        page.surroundings.lane.wait()
        qtbot.wait(2)


def looks(home):
    rows = home.due.findChildren(LookRow)
    return [row for row in rows if row.isVisible()]


def names(home):
    return [row.look_again.accessibleDescription() for row in looks(home)]


def answered(desk, uid):
    begun = desk.following_up.look_again(uid)
    changed = begun.reflection.with_answer("what_difference", Answer(Prose("They rang back.")))
    return desk.journal.finish(Writing(changed, begun.form)).reflection.id


# The day


def test_the_day_to_look_again_is_set_changed_and_removed(page, qtbot):
    for typed, shown in (("3 May 2027", "3 May 2027"), ("4/6/27", "4 June 2027")):
        page.reading.menu.look_again.trigger()
        dialog = the_dialog(qtbot, FollowUpDialog)
        dialog.day_field.set_text(typed)
        dialog.use.click()
        settle(page, qtbot)
        assert page.reading.content.looking.ahead.words == f"Look again on {shown}"
    page.reading.content.looking.ahead.click()
    dialog = the_dialog(qtbot, FollowUpDialog)
    assert dialog.day_field.text == "4 June 2027"
    dialog.none.click()
    settle(page, qtbot)
    assert page.reading.content.looking.ahead is None


def test_a_usual_span_fills_the_day_and_enter_takes_it(place, page, ids, qtbot):
    page.reading.menu.look_again.trigger()
    dialog = the_dialog(qtbot, FollowUpDialog)
    assert [span.words for span in dialog.spans] == [
        "In a month",
        "In 3 months",
        "In 6 months",
        "In a year",
    ]
    dialog.spans[1].click()
    assert dialog.day_field.text == "22 January 2027"
    assert dialog.focusWidget() is dialog.use
    QTest.keyClick(dialog.use, Qt.Key.Key_Return)
    settle(page, qtbot)
    waiting = on_lane(place, place[1].following_up.waiting, ids[ONE])
    assert waiting.due_on == date(2027, 1, 22)


def test_the_dialog_has_a_name_for_every_control_and_fits_at_200_per_cent(page, look, qtbot):
    for scale in (1.0, 2.0):
        look.set_scale(scale)
        page.reading.menu.look_again.trigger()
        dialog = the_dialog(qtbot, FollowUpDialog)
        assert unnamed_controls(dialog) == []
        assert sideways_range(dialog) == 0
        dialog.reject()


# Reading


def test_the_first_writing_tells_when_it_was_looked_at_and_leads_there_and_back(
    place, page, ids, qtbot
):
    answer = on_lane(place, answered, place[1], ids[ONE])
    page.refresh()
    settle(page, qtbot)
    (row,) = page.reading.content.looked_again.rows
    assert row.words == "Looked again on 22 October 2026"
    with qtbot.waitSignal(page.reading.linked_asked) as asked:
        row.click()
    assert asked.args == [answer]
    page.show_reflection(answer)
    settle(page, qtbot)
    first = page.reading.content.looking.first
    assert first.words == f"Looks again at “{ONE}”"
    with qtbot.waitSignal(page.reading.linked_asked) as asked:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked.args == [ids[ONE]]
    assert unnamed_controls(page.reading.content) == []


def test_what_was_never_looked_at_says_nothing_of_it(page):
    content = page.reading.content
    assert (content.looking.first, content.looking.ahead) == (None, None)
    assert not content.looked_again.isVisible()


def test_looking_again_now_is_asked_for_from_the_menu(page, ids, qtbot):
    with qtbot.waitSignal(page.reading.look_again_asked) as asked:
        page.reading.going_on.look_again.trigger()
    assert asked.args == [ids[ONE]]


# Home


def test_home_brings_back_the_first_two_with_what_was_written_and_says_how_many_more(home):
    assert names(home) == [ONE, OTHER]
    row = looks(home)[0]
    assert row.first.accessibleName() == f"Look again · from 22 October: {ONE}"
    assert row.first.accessibleDescription() == FIRST
    assert "And 1 more to look at again." in [
        label.text() for label in home.due.findChildren(type(home._greeting)) if label.isVisible()
    ]
    assert unnamed_controls(home) == []


def test_on_home_the_writing_and_the_look_lead_on(home, ids, qtbot):
    with qtbot.waitSignal(home.reading_asked) as read:
        QTest.keyClick(looks(home)[0].first, Qt.Key.Key_Return)
    assert read.args == [ids[ONE]]
    with qtbot.waitSignal(home.look_asked) as look:
        QTest.keyClick(looks(home)[1].look_again, Qt.Key.Key_Space)
    assert look.args == [ids[OTHER]]


@pytest.mark.parametrize(
    ("act", "told"),
    [("put_off", "It comes back on 22 November."), ("let_go", "It does not come back.")],
)
def test_what_is_put_off_or_let_go_makes_room_is_told_and_can_be_undone(
    home, place, qtbot, act, told
):
    desk = place[1]
    getattr(looks(home)[0], act).setFocus()
    QTest.keyClick(getattr(looks(home)[0], act), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(home) == [OTHER, THIRD])
    assert home.looks.notice.accessibleName() == told
    assert QApplication.focusWidget() is looks(home)[0].first
    is_put_off = [each.due_on for each in on_lane(place, desk.vault.follow_ups.due, date.max)]
    assert (date(2026, 11, 22) in is_put_off) == (act == "put_off")
    assert home.looks.notice.act()
    qtbot.waitUntil(lambda: names(home) == [ONE, OTHER])
    assert on_lane(place, desk.following_up.due)[0].due_on == DUE
    assert not home.looks.notice.act()


def test_what_cannot_be_written_is_told_and_stays_on_home(home, place, qtbot, monkeypatch):
    def fails(*_):
        raise DiskFull

    monkeypatch.setattr(type(place[1].vault.follow_ups), "let_go", fails)
    looks(home)[0].let_go.click()
    dialog = the_dialog(qtbot, ToldDialog)
    assert "the disk is full" in dialog.told.accessibleName()
    dialog.reject()
    assert names(home) == [ONE, OTHER]


def test_leaving_home_takes_the_notice_away(home, qtbot):
    looks(home)[0].let_go.click()
    qtbot.waitUntil(home.looks.notice.isVisible)
    home.leave()
    assert not home.looks.notice.isVisible()


def test_home_at_200_per_cent_scrolls_down_only(home, look, qtbot):
    look.set_scale(2.0)
    home.resize(900, 600)
    qtbot.wait(20)
    assert sideways_range(home) == 0


def test_at_midnight_what_is_due_stands_in_the_words_of_the_new_day(home, place, qtbot):
    place[0].workshop.clock.moment += timedelta(days=100)
    home.refresh()
    qtbot.waitUntil(
        lambda: (
            looks(home)[0].first.accessibleName().startswith("Look again · from 22 October 2026")
        )
    )


# Finishing and writing


def begun(editor, qtbot, form_id="five_minute_capture"):
    editor.begin(form_id)
    qtbot.waitUntil(lambda: editor.reflection_id is not None)
    draft = editor._frame.draft
    draft.put_value(draft.form.prompt("what_happened"), Prose("The bus was late."))
    return draft.reflection.id


def finished(editor, qtbot, choice=None):
    editor.ask_to_finish()
    dialog = the_dialog(qtbot, FinishDialog)
    offered = [dialog.again.itemText(index) for index in range(dialog.again.count())]
    chosen = dialog.again.currentText()
    if choice is not None:
        dialog.again.setCurrentIndex(offered.index(choice))
    with qtbot.waitSignal(editor.finished):
        dialog._finish.click()
    return offered, chosen


def test_finishing_offers_three_months_and_remembers_another_choice(editor, place, qtbot):
    uid = begun(editor, qtbot)
    offered, chosen = finished(editor, qtbot)
    assert offered == [
        "Not",
        "In a month, on 22 November",
        "In 3 months, on 22 January 2027",
        "In 6 months, on 22 April 2027",
        "In a year, on 22 October 2027",
    ]
    assert chosen == "In 3 months, on 22 January 2027"
    assert on_lane(place, place[1].following_up.waiting, uid).due_on == date(2027, 1, 22)
    other = begun(editor, qtbot)
    finished(editor, qtbot, "Not")
    assert on_lane(place, place[1].following_up.waiting, other) is None
    begun(editor, qtbot)
    assert finished(editor, qtbot)[1] == "Not"


def test_a_day_that_is_set_already_stays_unless_another_is_chosen(editor, place, ids, qtbot):
    on_lane(place, place[1].following_up.set_day, ids[ONE], date(2027, 5, 3))
    editor.open_reflection(ids[ONE])
    qtbot.waitUntil(lambda: editor.reflection_id == ids[ONE])
    offered, chosen = finished(editor, qtbot)
    assert offered[0] == chosen == "On 3 May 2027, as you set it"
    assert on_lane(place, place[1].following_up.waiting, ids[ONE]).due_on == date(2027, 5, 3)
    assert on_lane(place, place[1].following_up.months) == 3


def test_while_looking_again_the_first_writing_stands_beside(editor, place, ids, qtbot):
    editor.look_again(ids[ONE])
    qtbot.waitUntil(lambda: editor.reflection_id is not None)
    box = editor._frame.side.first
    assert box.isVisible()
    assert (box.open.words, box.words) == (ONE, FIRST)
    with qtbot.waitSignal(box.reflection_asked) as asked:
        QTest.keyClick(box.open, Qt.Key.Key_Return)
    assert asked.args == [ids[ONE]]
    editor.put_away()
    assert (box.open.words, box.words) == ("What you wrote first", "")
    editor.open_reflection(ids[OTHER])
    qtbot.waitUntil(lambda: editor.reflection_id == ids[OTHER])
    assert not box.isVisible()


def test_finishing_a_look_does_not_bring_it_back_unless_it_is_asked_for(editor, place, ids, qtbot):
    editor.look_again(ids[ONE])
    qtbot.waitUntil(lambda: editor.reflection_id is not None)
    answer = editor.reflection_id
    draft = editor._frame.draft
    draft.put_value(draft.form.prompt("what_difference"), Prose("They rang back."))
    assert finished(editor, qtbot)[1] == "Not"
    assert on_lane(place, place[1].following_up.waiting, answer) is None
    assert on_lane(place, place[1].following_up.months) == 3
    (closed,) = on_lane(place, place[1].following_up.of, ids[ONE])
    assert closed.answered_id == answer


def test_a_look_that_is_left_without_a_word_stores_nothing(editor, place, ids, qtbot):
    on_lane(place, place[1].following_up.set_day, ids[ONE], DUE)
    editor.look_again(ids[ONE])
    qtbot.waitUntil(lambda: editor.reflection_id is not None)
    assert editor.put_away()
    assert on_lane(place, place[1].home).in_journal == 3
    assert [each.first.id for each in on_lane(place, place[1].following_up.due)] == [ids[ONE]]


def test_the_way_to_finish_has_a_name_for_every_control_at_both_sizes(editor, look, qtbot):
    begun(editor, qtbot)
    for scale in (1.0, 2.0):
        look.set_scale(scale)
        editor.ask_to_finish()
        dialog = the_dialog(qtbot, FinishDialog)
        assert unnamed_controls(dialog) == []
        assert dialog.again.accessibleName() == "Look again"
        assert sideways_range(dialog) == 0
        dialog.reject()
