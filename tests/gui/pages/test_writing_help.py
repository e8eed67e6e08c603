"""What helps a person write: finding and replacing, only the form, the time, undo, word counts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Action, Actions, Prose, Scale, ShortText
from app.domain.form import PromptKind
from tests.builders import a_form, a_prompt
from tests.gui.pages.test_editor import (  # noqa: F401 - fixtures and ways about the editor
    begun,
    box_of,
    desk,
    go_to,
    page,
    stored,
    surroundings,
    type_,
    undo,
)
from tests.gui.spoken import spoken_name

SHIFT = Qt.KeyboardModifier.ShiftModifier
KINDS = (PromptKind.PROSE, PromptKind.SHORT_TEXT, PromptKind.SCALE, PromptKind.ACTIONS)
FORM = a_form(*(a_prompt(kind.value, kind) for kind in KINDS), a_prompt("last"))
ANSWERS = {
    "prose": Prose("A kettle 🙂 sang.\nNobody heard the Kettle."),
    "short_text": ShortText("kettles everywhere"),
    "scale": Scale(4, "the kettle", "no kettle"),
    "actions": Actions((Action("Buy a kettle", "me"),)),
}


def key(which, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), which, held)


@pytest.fixture(params=[False, True], ids=["whole form", "one prompt"])
def frame(request, page, qtbot):  # noqa: F811
    page.set_one_at_a_time(request.param)
    frame = begun(page, qtbot, FORM)
    frame.draft.put_title("The kettle")
    frame.show_reflection()
    for name, value in ANSWERS.items():
        prompt = FORM.prompt(name)
        frame.draft.put_value(prompt, value)
        frame.form.block(prompt).editor.set_value(value)
    go_to(frame, "prose")
    return frame


def look_for(page, words, *, replaces=False):  # noqa: F811
    page.show_find(replaces=replaces)
    type_(words)


def marked(frame):
    block = frame.form.current_block()
    title = frame.header.title.selectedText()
    boxes = [*block.editor.findChildren(type(box_of(frame.form.block(FORM.prompt("prose")))))]
    found = [box.textCursor().selectedText() for box in boxes if box.textCursor().hasSelection()]
    return block.prompt.key, found, title


def count(frame):
    return frame.find_bar.count.text()


def test_every_place_is_counted_and_reached_in_turn(page, frame):  # noqa: F811
    look_for(page, "kettle")
    assert count(frame) == "2 of 7"  # the title is the first; one is in the first answer
    assert marked(frame)[:2] == ("prose", ["kettle"])
    key(Qt.Key.Key_Return)
    assert marked(frame)[:2] == ("prose", ["Kettle"])
    for place, name in ((4, "short_text"), (5, "scale"), (6, "scale"), (7, "actions")):
        key(Qt.Key.Key_Return)
        assert count(frame) == f"{place} of 7"
        assert frame.form.current.prompt.key == name
    key(Qt.Key.Key_Return)
    assert count(frame) == "1 of 7"
    assert marked(frame)[2] == "kettle"
    key(Qt.Key.Key_Return, SHIFT)
    assert count(frame) == "7 of 7"
    assert frame.find_bar.field.edit.hasFocus()


@pytest.mark.parametrize("button", ["replace", "replace_all"])
def test_the_focus_stays_in_the_bar_when_nothing_is_left_to_replace(page, frame, button):  # noqa: F811
    look_for(page, "everywhere", replaces=True)
    pressed = getattr(frame.find_bar, button)
    pressed.setFocus()
    key(Qt.Key.Key_Space)
    assert not pressed.isEnabled()
    assert QApplication.focusWidget() is frame.find_bar.field.edit


def test_case_and_whole_words_can_be_minded(page, frame):  # noqa: F811
    look_for(page, "kettle")
    frame.find_bar.whole.click()
    assert count(frame).endswith("of 6")
    frame.find_bar.case.click()
    assert count(frame).endswith("of 5")
    frame.find_bar.field.select_all()
    type_("nowhere at all")
    assert count(frame) == "Nothing found"
    assert not frame.find_bar.next.isEnabled()


def test_what_is_found_can_be_seen(page, frame, qtbot):  # noqa: F811
    prompt = FORM.prompt("last")
    long = Prose("line\n" * 60 + "a heron\n" + "line\n" * 60)
    frame.draft.put_value(prompt, long)
    frame.form.block(prompt).editor.set_value(long)
    look_for(page, "heron")
    box = box_of(frame.form.block(prompt))
    assert box.textCursor().selectedText() == "heron"
    rect = box.cursorRect()
    view = frame.form.viewport()
    place = box.viewport().mapTo(view, rect.center())
    assert view.rect().contains(place)
    assert box.viewport().rect().contains(rect)


def test_one_is_replaced_and_the_next_is_shown(page, frame, qtbot):  # noqa: F811
    look_for(page, "kettle", replaces=True)
    frame.find_bar.replacement.edit.setFocus()
    type_("big kettle")
    key(Qt.Key.Key_Return)
    assert frame.draft.reflection.answers["prose"].value.text.startswith("A big kettle 🙂 sang.")
    assert marked(frame)[1] == ["Kettle"]  # not the one inside what was just put there
    frame.close_find()
    undo()
    assert frame.draft.reflection.answers["prose"].value == ANSWERS["prose"]


def test_all_are_replaced_and_one_step_of_undo_brings_each_text_back(page, frame):  # noqa: F811
    look_for(page, "kettle", replaces=True)
    frame.find_bar.replacement.edit.setText("pot")
    frame.find_bar.replace_all.click()
    assert count(frame) == "7 replaced"
    answers = frame.draft.reflection.answers
    assert answers["prose"].value == Prose("A pot 🙂 sang.\nNobody heard the pot.")
    assert answers["short_text"].value == ShortText("pots everywhere")
    assert answers["scale"].value == Scale(4, "the pot", "no pot")
    assert answers["actions"].value.items[0].what == "Buy a pot"
    assert frame.draft.reflection.title == "The pot"
    frame.close_find()
    for name in ("prose", "short_text"):
        go_to(frame, name)
        undo()
        assert frame.draft.reflection.answers[name].value == ANSWERS[name]
    assert stored(page, "last") is None


def test_two_parts_of_an_answer_that_say_the_same_are_both_replaced(page, frame):  # noqa: F811
    same = {
        "scale": Scale(4, "a kettle", "a kettle"),
        "actions": Actions((Action("a", "kettle"),) * 2),
    }
    for name, value in same.items():
        frame.draft.put_value(FORM.prompt(name), value)
        frame.form.block(FORM.prompt(name)).editor.set_value(value)
    QTest.qWait(1)  # new rows are shown a moment later
    look_for(page, "kettle", replaces=True)
    frame.find_bar.replacement.edit.setText("pot")
    frame.find_bar.replace_all.click()
    assert count(frame) == "8 replaced"
    answers = frame.draft.reflection.answers
    assert answers["scale"].value == Scale(4, "a pot", "a pot")
    assert answers["actions"].value == Actions((Action("a", "pot"),) * 2)


def test_a_title_that_would_be_cut_off_is_left_and_it_is_said(page, frame):  # noqa: F811
    look_for(page, "The kettle", replaces=True)
    frame.find_bar.replacement.edit.setText("x" * 250)
    frame.find_bar.case.click()
    frame.find_bar.replace_all.click()
    assert count(frame) == "0 replaced; 1 left, for want of room"
    assert frame.draft.reflection.title == "The kettle"


def test_the_words_are_replaced_in_a_paragraph_laid_out_in_pieces(page, frame):  # noqa: F811
    prompt = FORM.prompt("prose")
    long = Prose("a kettle 🙂 and more. " * 3_000)
    frame.draft.put_value(prompt, long)
    frame.form.block(prompt).editor.set_value(long)
    page.show_find(replaces=True)
    frame.find_bar.field.edit.setText("kettle 🙂")
    frame.find_bar.replacement.edit.setText("pot")
    frame.find_bar.replace_all.click()
    assert frame.draft.reflection.answers["prose"].value == Prose("a pot and more. " * 3_000)


def test_escape_closes_the_bar_and_leaves_the_words_marked(page, frame):  # noqa: F811
    look_for(page, "kettle")
    key(Qt.Key.Key_Escape)
    assert not frame.find_bar.isVisible()
    assert QApplication.focusWidget() is box_of(frame.form.block(FORM.prompt("prose")))
    assert QApplication.focusWidget().textCursor().selectedText() == "kettle"


def test_nothing_that_was_looked_for_is_kept(page, frame, qtbot):  # noqa: F811
    look_for(page, "kettle", replaces=True)
    frame.find_bar.replacement.edit.setText("pot")
    assert page.put_away()
    for field in (frame.find_bar.field, frame.find_bar.replacement):
        assert field.text == ""
        field.edit.undo()
        assert field.text == ""
    assert "kettle" not in str(vars(frame.finding))
    page.surroundings.settings.save()
    assert "kettle" not in (page.surroundings.settings.folder / "settings.ini").read_text()


def test_the_bar_is_named_and_reached_by_tab(page, frame):  # noqa: F811
    look_for(page, "kettle", replaces=True)
    names = []
    for _ in range(9):
        names.append(spoken_name(QApplication.focusWidget()))
        key(Qt.Key.Key_Tab)
    assert names == [
        "Find in this reflection",
        "Previous",
        "Next",
        "Match case",
        "Whole word",
        "Replace with",
        "Replace",
        "Replace all",
        "Close the search",
    ]


# Focus mode


def test_focus_mode_leaves_the_form_and_what_is_said_of_saving(page, frame):  # noqa: F811
    frame.set_focused(True)
    assert not any(
        part.isVisible() for part in (frame.sections, frame.side, frame.header, frame.bar)
    )
    assert frame.form.isVisible()
    assert frame.focus_strip.leave.isVisible()
    assert page.status() is not None
    frame.go_on()
    type_("x")
    key(Qt.Key.Key_Escape)
    assert not frame.is_focused
    assert frame.sections.isVisible()
    assert frame.header.isVisible()
    assert frame.side.isVisible()
    assert frame.draft.reflection.answers["prose"].value.text.count("x") == 1


def test_focus_mode_holds_in_a_narrow_window_and_while_it_is_resized(page, frame):  # noqa: F811
    frame.set_focused(True)
    page.resize(700, 740)
    QApplication.sendPostedEvents()
    assert not frame.bar.isVisible()
    page.resize(1280, 740)
    QApplication.sendPostedEvents()
    assert not frame.sections.isVisible()
    assert not frame.header.isVisible()
    page.resize(700, 740)
    frame.set_focused(False)
    assert frame.bar.isVisible()


def test_help_leaves_focus_mode_and_the_next_reflection_keeps_it(page, frame, qtbot):  # noqa: F811
    frame.set_focused(True)
    frame.toggle_help()
    assert not frame.is_focused
    frame.set_focused(True)
    begun(page, qtbot, FORM)
    assert not page._frame.sections.isVisible()


# The time


def test_the_time_is_shown_only_if_it_is_wished(page, frame):  # noqa: F811
    assert "minutes" not in page.status().words
    frame.set_time_shown(True)
    assert page.status().words.endswith(" · 0 of about 5 minutes")
    for _ in range(12 * 7):
        frame.time.count(5_000)
    assert page.status().words.endswith(" · 7 of about 5 minutes")
    assert page.status().tone == ""
    frame.set_time_shown(False)
    assert "minutes" not in page.status().words


def test_time_spent_elsewhere_or_asleep_is_not_counted(page, frame):  # noqa: F811
    frame.time.count(3_600_000)
    frame.hide()
    for _ in range(30):
        frame.time.count(5_000)
    frame.show()
    assert frame.time.minutes == 0
    assert page.put_away()
    assert not frame.time.isActive()


# Undo and counts


@pytest.mark.parametrize("is_alone", [False, True])
def test_undo_goes_on_where_it_was_after_another_prompt(page, qtbot, is_alone):  # noqa: F811
    page.set_one_at_a_time(is_alone)
    frame = begun(page, qtbot, FORM)
    go_to(frame, "prose")
    type_("first words")
    page.show_next_prompt()
    type_("another")
    page.show_previous_prompt()
    undo()
    assert frame.draft.reflection.answers["prose"].value == Prose("")
    assert frame.draft.reflection.answers["short_text"].value == ShortText("another")
    page.show_next_prompt()
    undo()
    assert frame.draft.reflection.answers["short_text"].value == ShortText("")


def test_the_words_of_the_answer_and_of_all_stand_side_by_side(page, frame, qtbot):  # noqa: F811
    frame.draft.put_value(FORM.prompt("last"), Prose("one two three"))
    go_to(frame, "last")
    in_answer = " · 3 words in this answer" if frame.is_alone else ""
    words = f" words in all{in_answer}"
    qtbot.waitUntil(lambda: page.status().words.endswith(words))


def test_a_hidden_prompt_is_not_searched(page, qtbot):  # noqa: F811
    from app.domain.form import Condition

    hidden = replace(a_prompt("hidden"), when=Condition("kind", "two"))
    form = a_form(a_prompt("seen"), a_prompt("kind", PromptKind.CHOICE), hidden)
    frame = begun(page, qtbot, form)
    frame.draft.put_value(hidden, Prose("heron"))
    look_for(page, "heron")
    assert count(frame) == "Nothing found"
