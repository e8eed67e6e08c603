"""Records in the editor: they come and go under the writing, and no answer is lost by it."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Checklist, ChosenThemes, ShortText, Verdict
from app.domain.finding import Search
from app.domain.form import PromptKind, Repeat, Section
from app.ui.dialogs.confirming import Confirming
from app.ui.editor.page import EditorPage
from tests.builders import a_form, a_prompt

FORM = replace(
    a_form(),
    sections=(
        Section(
            "each",
            "Each record",
            (
                a_prompt("which", PromptKind.SHORT_TEXT),
                a_prompt("list", PromptKind.CHECKLIST, options=("seen", "heard")),
            ),
            repeat=Repeat("record", 4),
        ),
        Section("last", "And then", (a_prompt("after", PromptKind.SHORT_TEXT),)),
    ),
)


class Shelf:
    """The one form of this test."""

    def forms(self):
        return (FORM,)

    def problems(self):
        return ()


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    desk.journal.shelf = Shelf()
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


def begun(page, qtbot):
    page.begin(FORM.id)
    return built(page, qtbot)


def built(page, qtbot):
    qtbot.waitUntil(lambda: page._frame is not None and page._frame.form.current is not None)
    qtbot.waitUntil(lambda: page._frame.form.current_block() is not None)
    QApplication.sendPostedEvents()
    return page._frame


def foot(frame, key):
    return frame.form._whole.feet[key]


def written(frame):
    answers = frame.draft.reflection.answers
    return {
        section.heading: answers[section.prompts[0].key].value.text
        for section in frame.draft.form.sections
        if section.prompts[0].key in answers
    }


def three_records(page, qtbot):
    frame = begun(page, qtbot)
    QTest.keyClicks(QApplication.focusWidget(), "one")
    for words in ("two", "three"):
        last = frame.draft.form.sections[-2].key
        foot(frame, last).add.click()
        QTest.keyClicks(QApplication.focusWidget(), words)
    return frame


def test_another_record_begins_with_its_first_prompt_and_the_panel_knows_it(page, qtbot):
    frame = begun(page, qtbot)
    assert foot(frame, "each").add.words == "Add another record"
    foot(frame, "each").add.click()
    assert frame.form.current.prompt.key == "which#2"
    assert QApplication.focusWidget().accessibleName() == "What about which?"
    assert frame.form.current.section.heading == "Each record: record 2"
    assert list(frame.sections._rows) == ["each", "each#2", "last"]
    assert frame.sections._rows["each#2"].isChecked()
    assert foot(frame, "each").add.isHidden()
    assert not foot(frame, "each#2").add.isHidden()


@pytest.mark.parametrize("is_alone", [False, True])
def test_three_records_one_removed_and_opened_again_keep_their_answers(page, qtbot, is_alone):
    page.set_one_at_a_time(is_alone)
    frame = begun(page, qtbot)
    QTest.keyClicks(QApplication.focusWidget(), "one")
    for words in ("two", "three"):
        page.show_next_prompt()
        add = frame.form._alone_foot.add if is_alone else foot(frame, last_record(frame)).add
        assert add.isVisible()
        add.click()
        QTest.keyClicks(QApplication.focusWidget(), words)
    frame.records.remove("each#2")
    expected = {"Each record: record 1": "one", "Each record: record 2": "three"}
    assert written(frame) == expected
    reflection_id = page.reflection_id
    assert page.put_away()
    page.open_reflection(reflection_id)
    assert written(built(page, qtbot)) == expected


def test_the_panel_shows_the_themes_of_the_records_that_are_there(page, desk, qtbot):
    about = a_prompt("about", PromptKind.THEMES)
    form = replace(FORM, sections=(replace(FORM.sections[0], prompts=(about,)),))
    shelf = Shelf()
    shelf.forms = lambda: (form,)
    desk.journal.shelf = shelf
    frame = begun(page, qtbot)
    frame.draft.put_value(about, ChosenThemes(("Home",)))
    foot(frame, "each").add.click()
    frame.draft.put_value(frame.draft.form.prompt("about#2"), ChosenThemes(("Health",)))
    panel = frame.sections.about.themes
    assert panel.themes == ("Home", "Health")
    frame.records.remove("each#2")
    assert panel.themes == frame.draft.reflection.themes == ("Home",)
    frame.records.put_back()
    assert panel.themes == ("Home", "Health")


def last_record(frame):
    return [each.key for each in frame.draft.form.sections if each.repeat][-1]


def test_what_stands_in_other_prompts_stays_with_its_undo(page, qtbot):
    frame = three_records(page, qtbot)
    block = frame.form.block(frame.draft.form.prompt("which"))
    frame.records.remove("each#2")
    assert frame.form.block(frame.draft.form.prompt("which")) is block
    frame.form.go_to(block.prompt)
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+Z")
    assert block.editor.value == ShortText("")


def test_a_record_with_words_is_removed_only_after_a_question(page, qtbot):
    frame = three_records(page, qtbot)
    foot(frame, "each#2").remove.click()
    (question,) = page.window().findChildren(Confirming)
    assert question.title_label.text() == "Remove record 2?"
    assert len(written(frame)) == 3
    question.stay.click()
    assert len(written(frame)) == 3
    foot(frame, "each#2").remove.click()
    page.window().findChildren(Confirming)[-1].go_on.click()
    assert list(written(frame).values()) == ["one", "three"]


def test_an_empty_record_goes_at_once_and_the_last_one_cannot(page, qtbot):
    frame = begun(page, qtbot)
    assert foot(frame, "each").remove.isHidden()
    foot(frame, "each").add.click()
    foot(frame, "each").remove.click()
    assert page.window().findChildren(Confirming) == []
    assert [each.key for each in frame.draft.form.sections] == ["each#2", "last"]
    assert foot(frame, "each#2").remove.isHidden()


@pytest.mark.parametrize("is_alone", [False, True])
def test_a_removed_record_comes_back_by_its_button_or_by_undo(page, qtbot, is_alone):
    page.set_one_at_a_time(is_alone)
    frame = begun(page, qtbot)
    QTest.keyClicks(QApplication.focusWidget(), "one")
    frame.records.add("each")
    QTest.keyClicks(QApplication.focusWidget(), "two")
    before = written(frame)
    frame.records.remove("each#2")
    back = QApplication.focusWidget()
    assert back.words == "Put record 2 back"
    QTest.keySequence(back, "Ctrl+Z")
    assert written(frame) == before
    assert frame.form.current.section.heading == "Each record: record 2"
    frame.records.remove("each")
    QApplication.focusWidget().click()
    assert written(frame) == before


def test_no_more_records_are_offered_than_the_form_takes(page, qtbot):
    frame = three_records(page, qtbot)
    frame.records.add("each")
    assert not any(each.takes_more for each in frame.form._whole.feet.values())


def test_the_feet_of_records_far_away_are_made_when_they_come_near(page, qtbot):
    page.resize(1280, 300)
    frame = three_records(page, qtbot)
    reflection_id = page.reflection_id
    assert page.put_away()
    page.open_reflection(reflection_id)
    frame = built(page, qtbot)
    qtbot.waitUntil(lambda: frame.form.current.prompt.key == "which#3")
    assert not foot(frame, "each").is_filled
    frame.form.go_to(frame.draft.form.prompt("list"))
    assert foot(frame, "each").is_filled
    assert foot(frame, "each").remove.isVisible()


def test_a_record_that_goes_leaves_the_parts_of_the_others_as_they_are(page, qtbot):
    frame = three_records(page, qtbot)
    column, rows = frame.form._whole, frame.sections._rows
    kept = (column._heads["each#3"], column.feet["each#3"], rows["each#3"])
    frame.records.remove("each#2")
    rows = frame.sections._rows
    assert (column._heads["each#3"], column.feet["each#3"], rows["each#3"]) == kept
    head, _, row = kept
    assert head._title.text() == "Each record: record 2"
    assert head._place.text() == "Section 2 of 3"
    assert row.accessibleName().startswith("Record 2")
    column.stack.activate()
    parts = [column.stack.itemAt(place).widget() for place in range(column.stack.count())]
    assert parts.index(head) < parts.index(column.room("which#3")) < parts.index(kept[1])


def test_a_removed_record_takes_its_room_away_and_what_stays_is_whole(page, qtbot):
    frame = three_records(page, qtbot)
    frame.records.remove("each#2")
    rooms = [room for room in frame.form._whole.rooms() if room.block is not None]
    qtbot.waitUntil(
        lambda: all(room.height() >= room.heightForWidth(room.width()) for room in rooms)
    )


def test_tab_goes_through_records_and_their_buttons(page, qtbot):
    frame = begun(page, qtbot)
    frame.records.add("each")
    seen = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert foot(frame, "each#2").add in seen
    assert foot(frame, "each#2").remove in seen


def test_the_words_of_a_removed_record_are_not_counted(page, qtbot):
    frame = three_records(page, qtbot)
    frame.records.remove("each#2")
    assert frame._tally.total == 2


def test_the_verdicts_of_an_audit_are_rates_in_the_reading(page, qtbot):
    from app.services.browsing import read_reflection

    frame = begun(page, qtbot)
    frame.records.add("each")
    for key, verdict in (("list", Verdict.YES), ("list#2", Verdict.PARTLY)):
        editor = frame.form.block(frame.draft.form.prompt(key)).editor
        editor._field.rows[0].control.choose(verdict)
        assert isinstance(editor.value, Checklist)
    assert page.put_away()
    lane, vault = page.surroundings.lane, page._desk.vault
    (outline,) = lane.run_and_wait(partial(page._desk.find, Search(form_id=FORM.id))).outlines
    reading = lane.run_and_wait(partial(read_reflection, vault, outline.id))
    (rates,) = reading.rates
    assert [each.now.said for each in rates.rates] == ["Yes in 1 of 2 · partly in 1"]
