"""The editor: what is typed is kept, shown in both ways of writing, and reached by keyboard."""

import gc
import resource
import weakref
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QStackedWidget,
    QWidget,
)

from app.domain.answer import (
    Action,
    Actions,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.finding import Search
from app.domain.form import Condition, PromptKind, Section
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics
from app.ui.editor.answer_editors import EDITORS
from app.ui.editor.draft import Draft
from app.ui.editor.finish_dialog import FinishDialog
from app.ui.editor.header import TitleEdit
from app.ui.editor.page import EditorPage
from app.ui.editor.prompt_block import PromptBlock
from app.ui.focus_ring import FocusRing
from app.ui.lane import Lane
from app.ui.pages.home import HomePage
from app.ui.pages.journal import JournalPage
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.face_button import FaceButton
from app.ui.parts.label import Label
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.theme import THEME_NAMES
from app.ui.view_acts import _first_focusable, _regions
from tests.builders import a_form, a_prompt
from tests.fakes import FakeAsker
from tests.gui.spoken import spoken_name
from tests.workshops import a_sample_desk, a_workshop

TITLE = "The conference that ran on"


class Shelf:
    """The forms that a test wants to write on."""

    def __init__(self, *forms):
        self._forms = forms

    def forms(self):
        return self._forms

    def problems(self):
        return ()


@pytest.fixture
def surroundings(look, tmp_path):
    lane = Lane()
    settings = Settings(tmp_path / "settings.ini")
    yield Surroundings(look, lane, a_workshop, FakeAsker(), settings)
    lane.stop()


@pytest.fixture
def desk(surroundings, tmp_path):
    lane = surroundings.lane
    made = lane.run_and_wait(partial(a_sample_desk, tmp_path / "journal", surroundings.workshop))
    yield made
    lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    yield from shown(EditorPage(surroundings, desk), qtbot)


def shown(page, qtbot):
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


def opened(page, qtbot, title=TITLE):
    """Open the sample draft and give its frame."""
    find = partial(page._desk.find, Search(limit=500))
    found = page.surroundings.lane.run_and_wait(find).outlines
    page.open_reflection(next(each.id for each in found if each.title == title))
    return built(page, qtbot)


def begun(page, qtbot, form):
    """Begin a reflection on a form of the test's own."""
    page._desk.journal.shelf = Shelf(form)
    page.begin(form.id)
    return built(page, qtbot)


def built(page, qtbot):
    qtbot.waitUntil(lambda: page._frame is not None and page._frame.form.current is not None)
    qtbot.waitUntil(lambda: page._frame.form.current_block() is not None)
    QApplication.sendPostedEvents()
    return page._frame


def go_to(frame, key):
    prompt = frame.draft.form.prompt(key)
    frame.form.go_to(prompt)
    return frame.form.block(prompt)


def missing_in(frame):
    """Give the rooms whose prompt is not built yet."""
    return frame.form._whole.missing(frame.form._arrangement)


def stored(page, key):
    """Read an answer from the vault, by the lane."""
    read = partial(page._desk.journal.read, page.reflection_id)
    answer = page.surroundings.lane.run_and_wait(read).reflection.answers.get(key)
    return answer.value if answer else None


def box_of(block):
    return block.editor.findChild(AnswerBox)


def undo():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def type_(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


# Opening


def test_every_kind_of_prompt_has_an_editor_that_gives_back_its_answer(look, qtbot):
    day = date(2026, 11, 3)
    values = {
        PromptKind.PROSE: Prose("One\ntwo"),
        PromptKind.SHORT_TEXT: ShortText("One line"),
        PromptKind.CHOICE: Choice("two"),
        PromptKind.YES_NO: YesNo(Verdict.NO, "None covers the afternoons."),
        PromptKind.SCALE: Scale(4, "Grandmother is there", "Two more days"),
        PromptKind.DATE: ChosenDate(day),
        PromptKind.ACTIONS: Actions((Action("Ring the school", "me", day, "She says so", day),)),
        PromptKind.CHOICES: Choices(("two",)),
        PromptKind.CHECKLIST: Checklist(
            (Checked("one", Verdict.PARTLY), Checked("two", None, "Not asked yet."))
        ),
        PromptKind.THEMES: ChosenThemes(("trust", "time")),
        PromptKind.QUOTATION: Quotation("I hide\nunder there.", "the child"),
        PromptKind.EVIDENCE: Evidence((EvidenceFile("a" * 32, "letter.pdf", 2_048, "b" * 64),)),
        PromptKind.TOPICS: Topics((Topic("The letter", Help.DECIDE),)),
    }
    assert set(EDITORS) == set(PromptKind) == set(values)
    for kind, value in values.items():
        editor = EDITORS[kind](look, a_prompt(kind=kind), lambda: day)
        qtbot.addWidget(editor)
        editor.set_value(value)
        assert editor.value == value
        assert editor.isAncestorOf(editor.first_control())


def test_opening_goes_on_with_the_first_prompt_without_an_answer(page, qtbot):
    frame = opened(page, qtbot)
    assert frame.form.current.prompt.key == "professional_input"
    focused = QApplication.focusWidget()
    assert isinstance(focused, AnswerBox)
    assert focused.accessibleName() == "Was what the professionals brought of use to you?"
    assert frame.header.title.text() == TITLE


def test_what_cannot_be_opened_is_said_with_a_way_home(page, qtbot):
    page.open_reflection("0" * 32)
    qtbot.waitUntil(lambda: page._trouble is not None)
    with qtbot.waitSignal(page.left):
        page._trouble.primary.click()


def test_a_late_answer_for_an_older_request_is_not_shown(page, qtbot):
    page.begin("fook_two_stages")
    page.begin("five_minute_capture")
    frame = built(page, qtbot)
    page.surroundings.lane.wait()
    QApplication.sendPostedEvents()
    assert page._frame is frame
    assert frame.draft.form.id == "five_minute_capture"


def test_a_reflection_begun_and_not_written_leaves_nothing_behind(page, qtbot):
    before = page.surroundings.lane.run_and_wait(partial(page._desk.find, Search())).total
    page.begin("five_minute_capture")
    built(page, qtbot)
    assert page.put_away()
    after = page.surroundings.lane.run_and_wait(partial(page._desk.find, Search())).total
    assert after == before


# Nothing typed is lost


def test_a_key_press_is_on_the_disk_within_a_second(page, qtbot):
    draft = opened(page, qtbot).draft
    with qtbot.waitSignal(draft.saved):
        type_("They")
        # Measured on its timer, not by the clock of a machine that may be busy with other tests.
        assert 0 <= draft._pause.remainingTime() < 1000
        assert 0 <= draft._longest.remainingTime() < 1000
    assert stored(page, "professional_input") == Prose("They")
    assert page.status().words.startswith("Saved a moment ago · ")


def test_words_typed_without_a_pause_are_saved_all_the_same(page, qtbot):
    frame = opened(page, qtbot)
    saves = []
    frame.draft.saved.connect(lambda: saves.append(1))
    for _ in range(30):
        type_("a")
        qtbot.wait(50)
    assert saves


def test_putting_away_saves_at_once_and_forgets_the_words(page, qtbot):
    draft = opened(page, qtbot).draft
    type_("Last words")
    reflection_id = page.reflection_id
    assert page.leave()
    read = partial(page._desk.journal.read, reflection_id)
    answers = page.surroundings.lane.run_and_wait(read).reflection.answers
    assert answers["professional_input"].value == Prose("Last words")
    assert page._frame is None
    assert draft.is_saved


def test_home_is_reached_by_escape_with_everything_saved(page, qtbot):
    opened(page, qtbot)
    type_("Before going")
    with qtbot.waitSignal(page.left):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    found = page.surroundings.lane.run_and_wait(partial(page._desk.find, Search(words="going")))
    assert TITLE in [each.title for each in found.outlines]


def test_a_disk_that_refuses_is_said_and_the_words_are_saved_when_it_takes_them(page, qtbot):
    frame = opened(page, qtbot)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        type_("Still here")
        qtbot.waitUntil(lambda: page.status().tone == "warning", timeout=4000)
        assert page.leave() is False
        assert page.status().words.startswith("Not saved: ")
        assert page.status().words.endswith("Your words are still here; trying again.")
        assert box_of(frame.form.current_block()).text == "Still here"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    qtbot.waitUntil(lambda: page.status().tone == "", timeout=5000)
    assert stored(page, "professional_input") == Prose("Still here")


def test_a_change_made_while_a_save_is_on_its_way_is_not_taken_for_saved(desk, surroundings, qtbot):
    lane = surroundings.lane
    writing = lane.run_and_wait(partial(desk.journal.begin, "five_minute_capture"))
    holder = QWidget()
    qtbot.addWidget(holder)
    draft = Draft(desk, lane, writing, holder)
    prompt = next(p for p in writing.form.prompts() if p.kind is PromptKind.PROSE)
    draft.put_value(prompt, Prose("one"))
    draft.save()
    draft.put_value(prompt, Prose("one two"))
    seen = []
    draft.saved.connect(lambda: seen.append(draft.is_saved))
    draft.finish(desk.journal.finish)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [False, True]
    draft.leave()
    lane.wait()


def test_title_day_and_themes_are_saved_like_words(page, qtbot):
    frame = opened(page, qtbot)
    frame.header.title.setFocus()
    frame.header.title.selectAll()
    type_("Another title")
    about = frame.sections.about
    about.day.edit.setFocus()
    about.day.edit.selectAll()
    type_("20/10/26")
    about.themes.add_chip.setFocus()
    QTest.keyClick(about.themes.add_chip, Qt.Key.Key_Return)
    type_("a quiet theme")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    about.themes._chips[0].removed.emit()
    assert page.put_away()
    found = page.surroundings.lane.run_and_wait(
        partial(page._desk.find, Search(theme="a quiet theme"))
    ).outlines
    assert [each.title for each in found] == ["Another title"]
    assert found[0].event_date == date(2026, 10, 20)
    assert found[0].themes == ("voice of the child", "a quiet theme")


def test_the_span_between_event_and_writing_follows_the_day(page, qtbot):
    frame = opened(page, qtbot)
    about = frame.sections.about
    assert about._span.text() == "Writing began the same day"
    about.day.edit.setFocus()
    about.day.edit.selectAll()
    type_("20/10/26")
    QTest.keyClick(about.day.edit, Qt.Key.Key_Return)
    assert about._span.text() == "Writing began the next day"


def test_sharing_is_saved_like_words(page, qtbot):
    frame = opened(page, qtbot)
    page.share_current(Sharing.CPD)
    assert frame.form.current_block().sharing.accessibleName() == "Sharing: CPD"
    reflection_id = page.reflection_id
    assert page.put_away()
    read = partial(page._desk.journal.read, reflection_id)
    answers = page.surroundings.lane.run_and_wait(read).reflection.answers
    assert answers["professional_input"].sharing == Sharing.CPD


# Conditions and progress


def test_a_conditional_prompt_comes_and_goes_and_keeps_its_words(page, qtbot):
    frame = opened(page, qtbot)
    block = go_to(frame, "escalate")
    hidden = frame.draft.form.prompt("why_not_escalate")
    room = frame.form._whole.room("why_not_escalate")
    assert not room.isVisible()
    no = next(radio for radio in block.editor.findChildren(QRadioButton) if radio.text() == "No")
    no.click()
    assert room.isVisible()
    assert next(each.number for each in frame.form.asked if each.prompt == hidden) == 10
    go_to(frame, "why_not_escalate")
    type_("Held already")
    yes = next(radio for radio in block.editor.findChildren(QRadioButton) if radio.text() == "Yes")
    yes.click()
    assert not room.isVisible()
    assert "why_not_escalate" not in [each.prompt.key for each in frame.form.asked]
    no.click()
    assert box_of(frame.form.block(hidden)).text == "Held already"
    row = frame.sections._rows["the_plan"]
    qtbot.waitUntil(lambda: row.accessibleName() == "The plan, 4 of 4")


def test_numbers_go_on_over_the_sections(page, qtbot):
    frame = opened(page, qtbot)
    assert [each.number for each in frame.form.asked] == list(range(1, 15))
    assert [each.section_number for each in frame.form.asked][:4] == [1, 1, 2, 2]


# Both ways of writing


def test_changing_the_way_of_writing_keeps_place_words_and_undo(page, qtbot):
    frame = opened(page, qtbot)
    block = go_to(frame, "what_i_noticed")
    before = box_of(block).text
    type_("Then ")
    page.set_one_at_a_time(True)
    assert page.is_one_at_a_time
    assert QApplication.focusWidget() is box_of(block)
    assert [
        each.prompt.key for each in frame.form.findChildren(PromptBlock) if each.isVisible()
    ] == ["what_i_noticed"]
    undo()
    assert box_of(block).text == before
    page.set_one_at_a_time(False)
    assert frame.form.current.prompt.key == "what_i_noticed"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert box_of(block).text == "Then " + before


@pytest.mark.parametrize("is_alone", [False, True])
def test_undo_works_in_every_kind_of_answer(page, qtbot, is_alone):
    page.set_one_at_a_time(is_alone)
    day = date(2026, 11, 3)
    form = a_form(*(a_prompt(kind.value, kind) for kind in PromptKind))
    frame = begun(page, qtbot, form)
    keys = Qt.Key
    acts = {
        "prose": lambda: type_("word"),
        "short_text": lambda: type_("word"),
        "choice": lambda: QApplication.focusWidget().click(),
        "yes_no": lambda: QApplication.focusWidget().click(),
        "scale": lambda: type_("4"),
        "date": lambda: (
            type_("3/11/26"),
            QTest.keyClick(QApplication.focusWidget(), keys.Key_Return),
        ),
    }
    for key, act in acts.items():
        editor = go_to(frame, key).editor
        empty = editor.value
        act()
        assert editor.value != empty, key
        undo()
        assert editor.value == empty, key
    editor = go_to(frame, "actions").editor
    editor.set_value(Actions((Action("Ring", by_when=day), Action("Write"))))
    editor._field.rows[0].remove.setFocus()
    editor._field.rows[0].remove.click()
    assert len(editor.value.items) == 1
    undo()
    assert [item.what for item in editor.value.items] == ["Ring", "Write"]


def test_undoing_a_number_leaves_what_was_typed_since(page, qtbot):
    frame = opened(page, qtbot)
    editor = go_to(frame, "safety_scale").editor
    type_("7")
    editor.findChildren(AnswerBox)[1].setFocus()
    type_("More days")
    editor.first_control().setFocus()
    undo()
    assert (editor.value.number, editor.value.one_higher) == (4, "More days")
    assert editor.findChildren(AnswerBox)[1].text == "More days"


def test_the_keys_go_through_the_prompts(page, qtbot):
    frame = opened(page, qtbot)
    go_to(frame, "why_this_child")
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, control)
    assert frame.form.current.prompt.key == "learning_need"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, alt)
    assert frame.form.current.prompt.key == "what_happened"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, alt)
    assert frame.form.current.prompt.key == "learning_need"
    assert frame.form.current_block().isAncestorOf(QApplication.focusWidget())
    assert not box_of(frame.form.current_block()).text.endswith("\n")


def test_alt_and_down_goes_on_from_a_day_and_f4_opens_its_calendar(page, qtbot):
    form = a_form(a_prompt("day", PromptKind.DATE), a_prompt("then"))
    frame = begun(page, qtbot, form)
    edit = go_to(frame, "day").editor.first_control()
    QTest.keyClick(edit, Qt.Key.Key_F4)
    month = page.findChild(QCalendarWidget)
    assert month.isVisible()
    month.window().close()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert frame.form.current.prompt.key == "then"


def test_tab_reaches_a_prompt_far_below_a_long_answer(page, qtbot):
    frame = opened(page, qtbot)
    block = go_to(frame, "what_i_noticed")
    box_of(block).set_text("line\n" * 100)
    QTest.keyClick(box_of(block), Qt.Key.Key_Tab)
    assert frame.form.current.prompt.key == "professional_input"


def test_a_whole_section_has_a_tick_in_the_accent(page, qtbot, look):
    frame = opened(page, qtbot)
    row = frame.sections._rows["what_prompted_it"]
    assert (row._icon, row._icon_colour) == ("circle-check", "accent")
    edges = row.grab().toImage()
    colours = {edges.pixelColor(x, y).name() for x in range(40) for y in range(edges.height())}
    assert look.colour("accent").name() in colours


def test_tab_leaves_a_text_box_for_the_next_prompts_sharing(page, qtbot):
    frame = opened(page, qtbot)
    go_to(frame, "what_i_noticed")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    following = frame.form.block(frame.draft.form.prompt("professional_input"))
    assert QApplication.focusWidget() is following.sharing
    assert frame.form.current.prompt.key == "professional_input"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box_of(following)
    assert frame.form.current.prompt.key == "professional_input"


def test_the_current_prompt_stays_in_sight(page, qtbot):
    frame = opened(page, qtbot)
    for each in frame.form.asked:
        block = go_to(frame, each.prompt.key)
        top = frame.form.top_of(block)
        assert 0 <= top < frame.form.viewport().height() - 60, each.prompt.key


def test_a_section_is_reached_by_its_row_in_both_ways(page, qtbot):
    frame = opened(page, qtbot)
    frame.sections._rows["with_hindsight"].click()
    assert frame.form.current.prompt.key == "feelings_with_hindsight"
    page.set_one_at_a_time(True)
    frame.sections._rows["scaling"].click()
    assert frame.form.current.prompt.key == "safety_scale"
    assert frame.sections._rows["scaling"].isChecked()


def test_one_at_a_time_leads_from_the_first_prompt_to_finishing(page, qtbot):
    page.set_one_at_a_time(True)
    frame = opened(page, qtbot)
    go_to(frame, "why_this_child")
    assert not frame.footer.back.isEnabled()
    seen = [frame.form.current.prompt.key]
    while frame.footer.next.words == "Next prompt":
        frame.footer.next.click()
        seen.append(frame.form.current.prompt.key)
    assert seen == [each.prompt.key for each in frame.form.asked]
    assert frame.footer.next.words == "Finish…"
    assert not frame.footer.skip.isVisible()
    frame.footer.back.click()
    assert frame.form.current.prompt.key == seen[-2]
    assert page.status().words.endswith("0 words in this answer")


# Finishing


def test_finishing_says_what_is_shared_and_marks_the_reflection_complete(page, qtbot):
    opened(page, qtbot)
    page.ask_to_finish()
    dialog = page.findChild(FinishDialog)
    words = [label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")]
    assert "6 answers are offered for the supervision summary." in words
    assert "6 prompts have no answer. They may stay so." in words
    reflection_id = page.reflection_id
    with qtbot.waitSignal(page.finished) as finished:
        dialog._finish.click()
    assert finished.args == [reflection_id]
    read = partial(page._desk.journal.read, reflection_id)
    assert page.surroundings.lane.run_and_wait(read).reflection.is_complete


def test_finishing_asks_for_a_title_only_where_there_is_none(page, qtbot):
    page.begin("five_minute_capture")
    draft = built(page, qtbot).draft
    type_("A few words")
    page.ask_to_finish()
    dialog = page.findChild(FinishDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog._title.edit)
    type_("Found again")
    with qtbot.waitSignal(page.finished):
        dialog._finish.click()
    assert draft.reflection.title == "Found again"


def test_keep_writing_changes_nothing(page, qtbot):
    frame = opened(page, qtbot)
    page.ask_to_finish()
    dialog = page.findChild(FinishDialog)
    dialog._keep_writing.click()
    assert not frame.draft.reflection.is_complete
    assert page._frame is frame


def test_what_is_complete_is_not_finished_again_but_saved_and_left_to_be_read(page, qtbot):
    frame = opened(page, qtbot)
    prompt = frame.form.current.prompt
    reflection_id = page.reflection_id
    page.ask_to_finish()
    with qtbot.waitSignal(page.finished):
        page.findChild(FinishDialog)._finish.click()
    page.open_reflection(reflection_id)
    frame = built(page, qtbot)
    assert frame.header.finish.words == "Back to the journal"
    assert frame.bar.finish.words == "Done"
    page.set_one_at_a_time(True)
    frame.form.go_to(frame.form.asked[-1].prompt)
    assert frame.footer.next.words == "Back to the journal"
    # Straight into the box: without a screen no window is active after a dialog.
    QTest.keyClicks(box_of(go_to(frame, prompt.key)), "An afterthought")
    with qtbot.waitSignal(page.finished) as finished:
        frame.header.finish.click()
    assert finished.args == [reflection_id]
    assert page.findChild(FinishDialog) is None or not page.findChild(FinishDialog).isVisible()
    read = partial(page._desk.journal.read, reflection_id)
    reflection = page.surroundings.lane.run_and_wait(read).reflection
    assert reflection.answers[prompt.key].value == Prose("An afterthought")
    assert reflection.is_complete


def test_finishing_is_tried_again_when_the_disk_has_refused(page, qtbot):
    frame = opened(page, qtbot)
    reflection_id = page.reflection_id
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        page.ask_to_finish()
        page.findChild(FinishDialog)._finish.click()
        qtbot.waitUntil(lambda: page.status().tone == "warning", timeout=4000)
        assert page.leave() is False
        assert not frame.draft.is_saved
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with qtbot.waitSignal(page.finished) as finished:
        frame.draft._retry.timeout.emit()
    assert finished.args == [reflection_id]
    read = partial(page._desk.journal.read, reflection_id)
    assert page.surroundings.lane.run_and_wait(read).reflection.is_complete


def test_a_finish_that_was_refused_is_saved_on_the_way_out(page, qtbot):
    frame = opened(page, qtbot)
    reflection_id = page.reflection_id
    frame.draft._is_finishing = True
    frame.draft._changes += 1
    assert page.leave()
    read = partial(page._desk.journal.read, reflection_id)
    assert page.surroundings.lane.run_and_wait(read).reflection.is_complete


def test_one_broken_save_is_not_the_last(desk, surroundings, qtbot):
    lane = surroundings.lane
    writing = lane.run_and_wait(partial(desk.journal.begin, "five_minute_capture"))
    holder = QWidget()
    qtbot.addWidget(holder)
    draft = Draft(desk, lane, writing, holder)
    prompt = next(p for p in writing.form.prompts() if p.kind is PromptKind.PROSE)
    keep = desk.vault.put
    desk.vault.put = broken
    draft.put_value(prompt, Prose("one"))
    with qtbot.waitSignal(draft.not_saved):
        draft.save()
    desk.vault.put = keep
    with qtbot.waitSignal(draft.saved):
        draft.save()
    assert draft.is_saved


def broken(_reflection):
    raise RuntimeError


# Panels, folding, names


def test_help_opens_closes_and_follows_the_prompt(page, qtbot):
    frame = opened(page, qtbot)
    assert frame.side.isVisible()
    page.toggle_help()
    assert not frame.side.isVisible()
    page.toggle_help()
    assert frame.side.isVisible()
    go_to(frame, "safety_scale")
    words = [label.text() for label in frame.side.findChildren(QWidget) if hasattr(label, "text")]
    assert any("If the child drew the scale" in word for word in words)


@pytest.mark.parametrize("is_alone", [False, True])
def test_at_200_per_cent_the_side_columns_fold_and_nothing_scrolls_sideways(
    page, qtbot, look, is_alone
):
    page.set_one_at_a_time(is_alone)
    frame = opened(page, qtbot)
    look.set_scale(2.0)
    QApplication.sendPostedEvents()
    assert frame.bar.isVisible()
    assert not frame.sections.isVisible()
    assert not frame.side.isVisible()
    assert frame.bar.sections.words == "Section 2 of 6: In the conference"
    assert page.width() == 1280
    for each in frame.form.asked:
        block = go_to(frame, each.prompt.key)
        QApplication.sendPostedEvents()
        assert frame.form.widget().width() <= frame.form.viewport().width(), each.prompt.key
        assert block.sizeHint().height() > 0
    page.toggle_help()
    assert frame.side.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not frame.side.isVisible()
    assert frame.form.isVisible()
    assert frame.footer.isVisible() == is_alone
    look.set_scale(1.0)
    QApplication.sendPostedEvents()
    assert frame.sections.isVisible()
    assert frame.side.isVisible()


def test_every_control_has_a_name(page, qtbot, look):
    frame = opened(page, qtbot)
    for each in frame.form.asked:
        go_to(frame, each.prompt.key)
    for scale in (1.0, 2.0):
        look.set_scale(scale)
        for control in page.findChildren(QWidget):
            if control.focusPolicy() == Qt.FocusPolicy.NoFocus or control.focusProxy():
                continue
            assert spoken_name(control), (control, control.parent())


def test_the_editor_is_drawn_in_every_theme(page, qtbot, look):
    frame = opened(page, qtbot)
    for name in THEME_NAMES:
        look.set_theme(name)
        picture = page.grab().toImage()
        below = frame.header.height() + 4
        found = picture.pixelColor(frame.form.x() + frame.sections.width() + 4, below).name()
        assert found == look.colour("page").name()


def test_a_closed_editor_is_freed_with_its_words(surroundings, desk, qtbot, qapp):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    page.show()
    frame = opened(page, qtbot)
    seen = [weakref.ref(page), weakref.ref(frame), weakref.ref(frame.draft)]
    seen += [weakref.ref(box) for box in frame.findChildren(AnswerBox)]
    page.put_away()
    page.close()
    page.deleteLater()
    del page, frame
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert [ref() for ref in seen if ref() is not None] == []


def a_long_form(count):
    prompts = tuple(a_prompt(f"p{number}", nudge="Why?", help="Help.") for number in range(count))
    form = a_form(*prompts)
    sections = tuple(
        Section(f"s{place}", f"Part {place}", prompts[place : place + 20])
        for place in range(0, count, 20)
    )
    return replace(form, sections=sections)


def test_a_form_of_200_prompts_is_built_as_it_comes_near(page, qtbot):
    frame = begun(page, qtbot, a_long_form(200))
    assert len(missing_in(frame)) > 150
    last = go_to(frame, "p199")
    assert last.isVisible()
    assert QApplication.focusWidget() is box_of(last)
    bar = frame.form.verticalScrollBar()
    for _ in range(12):
        seen = next(e for e in frame.form._whole.rooms() if frame.form.top_of(e) >= 0)
        top, value = frame.form.top_of(seen), bar.value()
        bar.setValue(value - 150)
        # What is built above must not push away what is being read.
        assert abs(frame.form.top_of(seen) - top - 150) <= 2
    assert len(missing_in(frame)) > 150


def test_only_what_can_be_seen_is_built_before_a_form_is_shown(page, qtbot):
    page.resize(1280, 900)
    form = a_long_form(200)
    page._desk.journal.shelf = Shelf(form)
    page.begin(form.id)
    qtbot.waitUntil(lambda: page._frame is not None)
    seen_at_once = len(list(page._frame.form._whole.blocks()))
    assert 2 <= seen_at_once <= 5
    qtbot.waitUntil(lambda: len(list(page._frame.form._whole.blocks())) > seen_at_once)


def test_tab_goes_from_the_header_into_the_first_prompt(page, qtbot):
    frame = opened(page, qtbot)
    first = go_to(frame, "why_this_child")
    frame.header.finish.setFocus()
    QTest.keyClick(frame.header.finish, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.sharing


def test_the_current_prompt_is_found_again_after_the_text_has_grown(page, qtbot, look):
    frame = opened(page, qtbot)
    block = go_to(frame, "professional_input")
    look.set_scale(2.0)
    height = frame.form.viewport().height()
    qtbot.waitUntil(lambda: 0 <= frame.form.top_of(block) < height // 2)


def test_a_condition_over_sections_is_kept_in_one_at_a_time(page, qtbot):
    page.set_one_at_a_time(True)
    asks = a_prompt("asks", PromptKind.CHOICE)
    then = a_prompt("then", when=Condition("asks", "two"))
    frame = begun(page, qtbot, a_form(asks, then))
    assert frame.footer.next.words == "Finish…"
    frame.form.current_block().editor.findChildren(QRadioButton)[1].click()
    assert frame.footer.next.words == "Next prompt"
    assert not frame.form._whole.room("then").isVisible()


# The keyboard alone


def stops_in(page):
    """Give every control that can be seen and takes Tab; of several choices one is a stop."""
    found, groups = set(), set()
    for control in page.findChildren(QWidget):
        if not control.isVisible() or not control.isEnabled() or control.focusProxy():
            continue
        group = control.group() if isinstance(control, QAbstractButton) else None
        if group is not None:
            groups.add(group)
        elif control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.add(control)
    return found, groups


def walked(page, key, most=200):
    """Press Tab until the focus is back where it began; give every stop."""
    begun_at = page.window().focusWidget()
    stops = []
    while len(stops) < most:
        QTest.keyClick(page.window().focusWidget(), key)
        stops.append(page.window().focusWidget())
        if stops[-1] is begun_at:
            break
    return stops


def place_of(page, control):
    return next(
        name
        for name, part in (
            ("sections", page._frame.sections),
            ("header", page._frame.header),
            ("form", page._frame.form),
            ("footer", page._frame.footer),
            ("help", page._frame.side),
        )
        if part is control or part.isAncestorOf(control)
    )


@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize("is_alone", [False, True])
@pytest.mark.parametrize("kind", list(PromptKind))
def test_the_ring_of_tab_visits_every_control_once_and_comes_back(
    page, qtbot, kind, is_alone, width
):
    page.resize(width, 740)
    page.set_one_at_a_time(is_alone)
    frame = begun(page, qtbot, a_form(a_prompt("one", kind, help="Help."), a_prompt("two", kind)))
    if kind is PromptKind.ACTIONS:
        frame.form.block(frame.draft.form.prompt("one")).editor._field.add()
    if kind is PromptKind.CHECKLIST:  # where nothing is said, the reason's line comes and goes
        for key in ("one", "two"):
            for row in frame.form.block(frame.draft.form.prompt(key)).editor._field.rows:
                row.control.choose(Verdict.PARTLY)
    go_to(frame, "two")
    go_to(frame, "one")
    QApplication.sendPostedEvents()
    forth, back = walked(page, Qt.Key.Key_Tab), walked(page, Qt.Key.Key_Backtab)
    assert len(forth) == len(set(forth)) == len(back) == len(set(back))
    assert forth[:-1] == back[:-1][::-1]
    plain, groups = stops_in(page)
    grouped = [each for each in forth if isinstance(each, QAbstractButton) and each.group()]
    assert set(forth) - set(grouped) == plain
    assert {each.group() for each in grouped} == groups
    assert len(grouped) == len(groups)


def test_one_at_a_time_tab_goes_in_reading_order_and_every_stop_has_a_ring(page, qtbot):
    page.set_one_at_a_time(True)
    frame = opened(page, qtbot)
    go_to(frame, "what_i_noticed")
    frame.sections.home.setFocus()
    stops = [frame.sections.home]
    ring = page.window().findChild(FocusRing)
    while len(stops) < 100:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert ring.isVisible(), QApplication.focusWidget()
        if QApplication.focusWidget() is frame.sections.home:
            break
        stops.append(QApplication.focusWidget())
    places = list(dict.fromkeys(place_of(page, each) for each in stops))
    assert places == ["sections", "header", "form", "footer", "help"]
    in_header = [each for each in stops if place_of(page, each) == "header"]
    assert (in_header[0], in_header[-1]) == (frame.header.title, frame.header.finish)
    block = frame.form.current_block()
    place = stops.index(box_of(block))
    assert stops[place - 1] is block.sharing
    footer = [each for each in stops if place_of(page, each) == "footer"]
    assert stops[place + 1 : place + 4] == footer
    assert footer == [frame.footer.back, frame.footer.skip, frame.footer.next]


def test_tab_comes_into_a_long_form_at_its_first_prompt_and_back_at_its_last(page, qtbot):
    frame = begun(page, qtbot, a_long_form(200))
    go_to(frame, "p100")
    frame.header.finish.setFocus()
    QTest.keyClick(frame.header.finish, Qt.Key.Key_Tab)
    assert frame.form.current.prompt.key == "p0"
    frame.side._close.setFocus()
    QTest.keyClick(frame.side._close, Qt.Key.Key_Backtab)
    assert frame.form.current.prompt.key == "p199"


def test_help_that_is_longer_than_its_panel_scrolls_by_keyboard(page, qtbot):
    frame = opened(page, qtbot)
    page.resize(1280, 320)
    QApplication.sendPostedEvents()
    bar = frame.side._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    frame.side._close.setFocus()
    QTest.keyClick(frame.side._close, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_what_is_typed_after_a_choice_and_tab_leaves_the_choice(page, qtbot):
    form = a_form(a_prompt("scale", PromptKind.SCALE), a_prompt("yes_no", PromptKind.YES_NO))
    frame = begun(page, qtbot, form)
    go_to(frame, "scale")
    type_("7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_(" Because")
    assert frame.draft.answer(form.prompt("scale")).value == Scale(7, " Because", "")
    go_to(frame, "yes_no")
    type_(" ")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_(" So")
    assert frame.draft.answer(form.prompt("yes_no")).value == YesNo(Verdict.YES, " So")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
@pytest.mark.parametrize("kind", [PromptKind.SCALE, PromptKind.CHOICE, PromptKind.YES_NO])
def test_an_answer_cleared_by_a_key_or_by_clear_comes_back_by_undo(page, qtbot, kind, key):
    frame = begun(page, qtbot, a_form(a_prompt("one", kind)))
    editor = go_to(frame, "one").editor
    empty = editor.value
    type_("4" if kind is PromptKind.SCALE else " ")
    chosen = editor.value
    assert chosen != empty
    QTest.keyClick(QApplication.focusWidget(), key)
    assert editor.value == empty
    undo()
    assert editor.value == chosen
    clear = next(each for each in editor.findChildren(FaceButton) if each.words == "Clear")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert editor.value == empty
    undo()
    assert editor.value == chosen


class Holder(QMainWindow):
    """A window like the program's: the regions are looked for in it."""


def test_f6_goes_through_the_columns_and_back_into_the_same_answer(page, qtbot):
    holder = Holder()
    qtbot.addWidget(holder)
    holder.setCentralWidget(page)
    holder.resize(1280, 740)
    with qtbot.waitActive(holder):
        holder.show()
    frame = opened(page, qtbot)
    for width in (1280, 700, 1280):
        holder.resize(width, 740)
        QApplication.sendPostedEvents()
        box = box_of(go_to(frame, "what_i_noticed"))
        regions = _regions(holder)
        if width < 1000:
            assert regions == [frame._middle]
            continue
        assert regions == [frame.sections, frame._middle, frame.side]
        _first_focusable(frame.side).setFocus()
        _first_focusable(frame.sections).setFocus()
        assert _first_focusable(frame._middle) is box
    holder.takeCentralWidget()


# Nothing typed goes nowhere


def menu_of_sections(page):
    page._frame.bar.sections.setFocus()


def sharing(page):
    page._frame.form.current_block().sharing.setFocus()


def event_and_themes(page):
    page._frame._show_about()


@pytest.mark.parametrize(
    "begin_in",
    [EditorPage.enter, EditorPage.toggle_help, event_and_themes, menu_of_sections, sharing],
)
def test_after_unfolding_and_another_way_of_writing_typed_keys_are_saved(page, qtbot, begin_in):
    page.resize(700, 500)
    page.begin("five_minute_capture")
    frame = built(page, qtbot)
    begin_in(page)
    page.resize(1280, 800)
    page.set_one_at_a_time(True)
    for is_alone in (True, False, True):
        page.set_one_at_a_time(is_alone)
        key = frame.form.current.prompt.key
        box = QApplication.focusWidget()
        assert isinstance(box, AnswerBox)
        assert box.isVisible()
        with qtbot.waitSignal(frame.draft.saved, timeout=1000):
            for letter in "Typed on":
                QTest.keyClick(QApplication.focusWidget(), letter)
                QApplication.processEvents()
        assert "Typed on" in stored(page, key).text


def test_the_focus_is_kept_by_folding_and_unfolding(page, qtbot):
    frame = opened(page, qtbot)
    box = QApplication.focusWidget()
    for keeper in (box, frame.header.title):
        keeper.setFocus()
        for width in (700, 1280, 700, 1000, 1280):
            page.resize(width, 600)
            QApplication.sendPostedEvents()
            assert page.window().focusWidget() is keeper, width


def test_the_focus_goes_to_the_answer_where_what_had_it_is_folded_away(page, qtbot):
    frame = opened(page, qtbot)
    frame.sections.about.day.edit.setFocus()
    page.resize(700, 600)
    QApplication.sendPostedEvents()
    assert QApplication.focusWidget() is box_of(frame.form.current_block())


def test_another_way_of_writing_leads_from_the_side_columns_into_the_answer(page, qtbot):
    frame = opened(page, qtbot)
    for place in (frame.sections.home, frame.side._close):
        place.setFocus()
        page.set_one_at_a_time(not page.is_one_at_a_time)
        assert QApplication.focusWidget() is box_of(frame.form.current_block())


# What is said once, and seen whole


def test_the_words_are_counted_only_where_there_are_words_to_count(page, qtbot):
    page.set_one_at_a_time(True)
    kinds = (PromptKind.CHOICE, PromptKind.SCALE, PromptKind.DATE, PromptKind.PROSE)
    frame = begun(page, qtbot, a_form(*(a_prompt(kind.value, kind) for kind in kinds)))
    for kind in kinds[:-1]:
        go_to(frame, kind.value)
        assert page.status().words == "Everything is saved as you write"
    go_to(frame, "prose")
    assert page.status().words.endswith(" · 0 words in this answer")


@pytest.mark.parametrize("is_alone", [False, True])
def test_help_and_nudge_stand_in_one_place_only(page, qtbot, is_alone):
    page.set_one_at_a_time(is_alone)
    prompt = a_prompt("one", help="Some help.", nudge="What else?")
    frame = begun(page, qtbot, a_form(prompt))
    block = go_to(frame, "one")

    def seen(part):
        return {label.text() for label in part.findChildren(Label) if label.isVisible()}

    both = {"Some help.", "A nudge: What else?"}
    assert not both & seen(block)
    assert "Some help." in seen(frame.side)
    page.toggle_help()
    assert both <= seen(block)
    page.toggle_help()
    assert not both & seen(block)
    frame.sections.form_link.click()
    assert both <= seen(block)


def test_an_answer_below_the_fold_is_scrolled_into_sight_with_its_foot(page, qtbot):
    frame = opened(page, qtbot)
    go_to(frame, "why_this_child")
    for each in frame.form.asked:
        block = frame.form.block(each.prompt)
        frame.form.settle()
        block.editor.first_control().setFocus(Qt.FocusReason.TabFocusReason)
        foot = frame.form.top_of(block) + block.height()
        if block.height() < frame.form.viewport().height() - 20:
            assert foot <= frame.form.viewport().height(), each.prompt.key


def with_another_font(page, look):
    """Give what is shown in another font than the look's."""
    seen = [each for each in page.findChildren(QWidget) if each.isVisible()]
    fonts = [(each, look.font(each._style)) for each in seen if isinstance(each, Label)]
    fonts += [(each, each._font()) for each in seen if isinstance(each, FaceButton | TitleEdit)]
    fonts += [(each, look.font("prose")) for each in seen if isinstance(each, AnswerBox)]
    assert fonts
    return [each for each, font in fonts if each.font() != font]


@pytest.mark.parametrize("kind", [HomePage, JournalPage])
def test_a_text_size_once_left_is_on_no_other_page_either(page, qtbot, look, kind):
    opened(page, qtbot)
    surroundings = page.surroundings
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    other = kind(surroundings, page._desk)
    pages.addWidget(other)
    pages.addWidget(page)
    pages.resize(1280, 740)
    pages.show()
    other.enter()
    surroundings.lane.wait()
    QApplication.sendPostedEvents()
    for scales in ((2.0, 1.0), (1.0, 2.0, 1.0)):
        for hidden in (page, other):
            for scale in scales:
                look.set_scale(scale)
                QApplication.sendPostedEvents()
            for shown_page in (hidden, other, page):
                pages.setCurrentWidget(shown_page)
                QApplication.sendPostedEvents()
                assert with_another_font(shown_page, look) == []
    pages.removeWidget(page)
    page.setParent(None)


def test_a_text_size_once_left_is_nowhere_left_behind(page, qtbot, look):
    opened(page, qtbot)

    def wrong():
        return with_another_font(page, look)

    for scale in (2.0, 1.0, 2.0, 1.0, 1.5, 1.0):
        look.set_scale(scale)
        QApplication.sendPostedEvents()
        assert wrong() == [], scale
    page.resize(700, 500)
    QApplication.sendPostedEvents()
    look.set_scale(2.0)
    look.set_scale(1.0)
    page.resize(1280, 740)
    QApplication.sendPostedEvents()
    assert wrong() == []


# One frame for every reflection, and a form that is built as it is read


def words_in(page):
    """Give every word that any part of the page holds."""
    boxes = [each.toPlainText() for each in page.findChildren(AnswerBox)]
    lines = [each.text() for each in page.findChildren(QLineEdit)]
    return " ".join([*boxes, *lines, *(each.words for each in page.findChildren(FaceButton))])


def test_nothing_of_a_closed_reflection_stays_in_the_kept_frame(page, qtbot):
    frame = opened(page, qtbot)
    frame.sections.about.themes.set_themes(("heather",))
    type_("Heath and gorse")
    frame.header.title.setFocus()
    type_("Lapwing")
    assert page.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = words_in(page)
    for word in ("heather", "gorse", "Lapwing", TITLE):
        assert word not in left
    assert not any(each.isUndoAvailable() for each in page.findChildren(QLineEdit))
    assert frame.sections.about.day.day is None
    assert frame.sections.about.themes.field.vocabulary.groups == ()


def test_the_same_frame_shows_the_next_reflection_whole(page, qtbot):
    first = begun(page, qtbot, a_long_form(40))
    first.show_help()
    first._explain_form()
    title = first.draft.form.title
    assert page.put_away()
    second = begun(page, qtbot, replace(a_long_form(60), id="other", title="Another form"))
    assert second is first
    assert title != "Another form"
    assert len(second.sections._rows) == len(second.bar._by_section) == 3
    assert second.header._kind.text().startswith("Another form")
    assert not second.side.is_about_form
    type_("Here")
    box = QApplication.focusWidget()
    assert box.text == "Here"


def test_the_last_prompt_is_reached_right_after_opening(page, qtbot):
    page._desk.journal.shelf = Shelf(a_long_form(200))
    page.begin(a_long_form(200).id)
    qtbot.waitUntil(lambda: page._frame is not None)
    last = go_to(page._frame, "p199")
    assert last.isVisible()
    type_("At the end")
    assert box_of(last).text == "At the end"


def test_closing_while_the_form_is_still_being_built_harms_nothing(page, qtbot):
    page._desk.journal.shelf = Shelf(a_long_form(200))
    for _ in range(3):
        page.begin(a_long_form(200).id)
        qtbot.waitUntil(lambda: page._frame is not None)
        assert page.put_away()
        qtbot.wait(30)
    frame = begun(page, qtbot, a_long_form(200))
    assert box_of(frame.form.current_block()).hasFocus()


def test_the_current_prompt_is_built_first_and_what_is_around_it_after_its_paint(page, qtbot):
    before_paint = []

    def note(_words):
        form = page._frame.form
        blocks = [block.prompt.key for block in form._whole.blocks()]
        before_paint.append((blocks, form.top_of(form.current_block())))

    page._desk.journal.shelf = Shelf(a_long_form(200))
    page.status_changed.connect(note)  # told last of all when a reflection is opened
    page.begin(a_long_form(200).id)
    qtbot.waitUntil(lambda: page._frame is not None)
    form = page._frame.form
    blocks, top = before_paint[-1]
    assert blocks == [form.current.prompt.key]
    assert box_of(form.current_block()).hasFocus()
    qtbot.waitUntil(lambda: not form._missing_within(form.height() // 2))
    assert form.top_of(form.current_block()) == top


class PaintedTops(QObject):
    """Notes at each paint of the form where the current prompt stands, and how many are built."""

    def __init__(self, page):
        super().__init__(page)
        self._page = page
        self.tops, self.blocks = [], []
        page.status_changed.connect(self._watch)

    def _watch(self, _words):
        self._page._frame.form.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self._page._frame is not None:
            form = self._page._frame.form
            self.tops.append(form.top_of(form.current_block()))
            self.blocks.append(len(list(form._whole.blocks())))
        return False


def test_going_on_in_the_middle_of_a_form_moves_nothing_after_the_first_paint(page, qtbot):
    painted = PaintedTops(page)
    frame = opened(page, qtbot)
    form = frame.form
    qtbot.waitUntil(lambda: not form._missing_within(form.height() // 2))
    assert form.neighbour(-1) is not None  # so that something is built above it
    assert len(painted.blocks) > 1
    assert painted.blocks[0] == 1
    assert set(painted.tops) == {form.top_of(form.current_block())}
