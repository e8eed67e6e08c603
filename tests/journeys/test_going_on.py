"""Finding, focus, quoting, going on, copying and linking in the whole window, all by keys."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.answer import Prose, text_of
from app.ui.act_table import MENUS
from app.ui.dialogs.fuller_form_dialog import FullerFormDialog
from app.ui.dialogs.link_dialog import LinkDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.parts.answer_box import AnswerBox
from tests.gui.standing import shown, standing, words_of
from tests.journeys.test_first_day import on_lane
from tests.journeys.test_keeping import FIRST, SECOND, read, reflection_id, settle  # noqa: F401

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def key(which, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), which, held)


def edit(qtbot, window, uid):
    view = window.open_view
    view.edit(uid)
    qtbot.waitUntil(lambda: view.editor.reflection_id == uid)
    settle(qtbot, window)
    return view


def frame_of(view):
    return view.editor.ready_frame()


def test_control_f_finds_in_what_is_written_and_elsewhere_in_the_journal(
    qtbot,
    window,
    reflection_id,  # noqa: F811
):
    view = edit(qtbot, window, reflection_id)
    key(Qt.Key.Key_F, CONTROL)
    bar = frame_of(view).find_bar
    assert bar.field.edit.hasFocus()
    assert not bar.replacement.isVisible()
    QTest.keyClicks(bar.field.edit, "quiet")
    assert bar.count.text() == "1 of 1"
    key(Qt.Key.Key_F3)
    key(Qt.Key.Key_F3, SHIFT)
    key(Qt.Key.Key_H, CONTROL)
    assert bar.replacement.isVisible()
    key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    key(Qt.Key.Key_F, CONTROL | SHIFT)
    settle(qtbot, window)
    assert view.current == "journal"
    key(Qt.Key.Key_2, CONTROL)
    key(Qt.Key.Key_F, CONTROL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert view.current == "journal"


def test_f11_shows_only_the_form_and_the_saved_state(qtbot, window, reflection_id):  # noqa: F811
    view = edit(qtbot, window, reflection_id)
    action = window.actions_by_name["focus_mode"]
    key(Qt.Key.Key_F11)
    assert frame_of(view).is_focused
    assert action.isChecked()
    assert window.status_line.isVisible()
    assert "saved" in window.status_line.left.lower()
    key(Qt.Key.Key_Escape)
    assert not action.isChecked()
    assert view.current == "editor"
    key(Qt.Key.Key_F11)
    key(Qt.Key.Key_F11)
    assert not frame_of(view).is_focused


def test_the_minutes_are_switched_in_the_menu_and_kept(qtbot, window, reflection_id):  # noqa: F811
    edit(qtbot, window, reflection_id)
    window.actions_by_name["show_time"].trigger()
    assert "0 of about 5 minutes" in window.status_line.left
    assert window.surroundings.settings.is_time_shown
    window.actions_by_name["show_time"].trigger()
    assert "minutes" not in window.status_line.left


def test_what_was_copied_is_pasted_as_a_quotation_or_plain(
    qtbot,
    window,
    reflection_id,  # noqa: F811
):
    view = edit(qtbot, window, reflection_id)
    form = frame_of(view).form
    form.go_to(frame_of(view).draft.form.prompt("what_happened"))
    box = QApplication.focusWidget()
    assert isinstance(box, AnswerBox)
    box.selectAll()
    key(Qt.Key.Key_Delete)
    QApplication.clipboard().setText("She said so.\nTwice.")
    key(Qt.Key.Key_Q, CONTROL | SHIFT)
    QTest.keyClicks(box, "I heard ")
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert box.text == "> She said so.\n> Twice.\n\nI heard She said so.\nTwice."


def test_a_capture_goes_on_in_a_fuller_form(qtbot, window, reflection_id):  # noqa: F811
    view = edit(qtbot, window, reflection_id)
    window.actions_by_name["carry_over"].trigger()
    dialog = standing(FullerFormDialog, qtbot)
    assert dialog.forms.hasFocus()
    assert any("What happened?" in label.text() for label in dialog.preview.labels)
    row = dialog.forms.findData("conference_or_case")
    dialog.forms.setCurrentIndex(row)
    QTest.keyClick(dialog.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.editor.reflection_id not in (None, reflection_id))
    settle(qtbot, window)
    new = on_lane(window, partial(view.desk.journal.read, view.editor.reflection_id)).reflection
    assert new.form_id == "conference_or_case"
    assert any(SECOND in text_of(answer.value) for answer in new.answers.values())
    assert [row.open.accessibleName() for row in frame_of(view).side.linked.rows] == [
        "Five-minute capture"
    ]
    QTest.keyClick(frame_of(view).side.linked.rows[0].open, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.current == "journal")
    settle(qtbot, window)
    assert view.journal.reading.reading.reflection.id == reflection_id
    assert view.journal.reading.reading.reflection.answers["what_happened"].value == Prose(SECOND)


def test_leaving_the_preview_makes_nothing(qtbot, window, reflection_id):  # noqa: F811
    view = read(qtbot, window, reflection_id)
    view.journal.reading.going_on.fuller_form.trigger()
    dialog = standing(FullerFormDialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert len(on_lane(window, partial(view.desk.vault.newest, 9))) == 1


def test_a_copy_is_written_on_at_once(qtbot, window, reflection_id):  # noqa: F811
    view = read(qtbot, window, reflection_id)
    window.actions_by_name["duplicate"].trigger()
    qtbot.waitUntil(lambda: view.current == "editor" and view.editor.reflection_id is not None)
    settle(qtbot, window)
    assert view.editor.reflection_id != reflection_id
    assert frame_of(view).draft.reflection.answers["what_happened"].value == Prose(SECOND)
    assert len(on_lane(window, partial(view.desk.vault.newest, 9))) == 2


@pytest.mark.parametrize("act", ["carry_over", "duplicate", "link"])
def test_where_nothing_is_written_yet_it_is_said_what_to_do_first(
    qtbot,
    window,
    reflection_id,  # noqa: F811
    act,
):
    view = window.open_view
    view.begin("five_minute_capture")
    qtbot.waitUntil(lambda: view.editor.reflection_id not in (None, reflection_id))
    settle(qtbot, window)
    window.actions_by_name[act].trigger()
    told = standing(ToldDialog, qtbot)
    assert "Nothing is written here yet." in words_of(told)
    told.reject()
    assert shown(LinkDialog) == []


def test_undo_in_the_menu_brings_a_removed_record_back(qtbot, window, reflection_id):  # noqa: F811
    view = window.open_view
    view.begin("reliability_audit")
    qtbot.waitUntil(lambda: view.editor.reflection_id not in (None, reflection_id))
    settle(qtbot, window)
    frame = frame_of(view)
    record = next(each.key for each in frame.draft.form.sections if each.repeat)
    frame.records.add(record)
    sections = frame.draft.form.sections
    frame.records.remove(f"{record}#2")
    assert frame.draft.form.sections != sections
    window.actions_by_name["undo"].trigger()
    assert frame.draft.form.sections == sections


def test_two_are_linked_by_title_and_the_link_removed(qtbot, window, reflection_id):  # noqa: F811
    view = window.open_view
    copy = on_lane(window, partial(view.desk.going_on.duplicate, reflection_id)).reflection
    read(qtbot, window, reflection_id)
    window.actions_by_name["link"].trigger()
    dialog = standing(LinkDialog, qtbot)
    settle(qtbot, window)
    QTest.keyClicks(QApplication.focusWidget(), "copy")
    qtbot.waitUntil(lambda: dialog._model.stringList() and dialog.link.isEnabled())
    settle(qtbot, window)
    key(Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.link, Qt.Key.Key_Space)
    content = lambda: view.journal.reading.content  # noqa: E731
    qtbot.waitUntil(lambda: content() is not None and len(content().linked.rows) == 1)
    settle(qtbot, window)
    assert on_lane(window, partial(view.desk.linking.linked, copy.id))[0].id == reflection_id
    QTest.keyClick(content().linked.rows[0].remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not content().linked.rows)
    assert on_lane(window, partial(view.desk.linking.linked, copy.id)) == ()


def test_no_key_does_two_things_where_one_can_be(qtbot, window, reflection_id):  # noqa: F811
    names = {act.name: act for _, acts in MENUS for act in acts if act is not None}
    view = window.open_view
    places = (
        partial(view.go, "home"),
        partial(edit, qtbot, window, reflection_id),
        partial(read, qtbot, window, reflection_id),
    )
    for go in places:
        go()
        settle(qtbot, window)
        held = {}
        for name in names:
            action = window.actions_by_name[name]
            for each in action.shortcuts() if action.isEnabled() else ():
                words = each.toString(QKeySequence.SequenceFormat.PortableText)
                assert words not in held, (view.current, words, name, held[words])
                held[words] = name
        assert "F1" in held
        assert "Ctrl+F" in held


def test_no_letter_of_a_menu_leads_to_two_entries():
    for title, acts in MENUS:
        letters = [
            act.words[act.words.index("&") + 1].lower()
            for act in acts
            # The usual forms bear the names of forms.
            if act and "&" in act.words and not act.name.startswith("usual_form")
        ]
        twice = {letter for letter in letters if letters.count(letter) > 1}
        assert twice == set(), title
