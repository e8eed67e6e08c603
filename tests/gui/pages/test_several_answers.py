"""The editors of answers that hold several things, by keyboard and by mouse, with undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.answer import Checked, Checklist, Choices, ChosenThemes, Quotation, Verdict
from app.domain.form import PromptKind
from app.domain.theme_groups import ThemeCaution, ThemeGroup, ThemeVocabulary
from app.ui.editor.answer_editors import EDITORS
from app.ui.editor.page import EditorPage
from app.ui.models.theme_rows import GROUP_ROLE
from tests.builders import a_form, a_prompt

THEMES = ThemeVocabulary(
    (
        ThemeGroup("The child", ("voice of the child", "lived experience")),
        ThemeGroup("Myself", ("hope", "my own history")),
    ),
    (ThemeCaution("hope", "What for?"),),
)
OPTIONS = ("She was seen alone", "Her words are there", "The plan says who")


@pytest.fixture
def editor(look, qtbot, request):
    kind = request.param
    has_options = kind in (PromptKind.CHOICES, PromptKind.CHECKLIST)
    prompt = a_prompt(kind=kind, **({"options": OPTIONS} if has_options else {}))
    made = EDITORS[kind](look, prompt, lambda: date(2026, 11, 3))
    made.resize(660, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def of_kind(kind):
    return pytest.mark.parametrize("editor", [kind], indirect=True)


# Choices


@of_kind(PromptKind.CHOICES)
def test_several_are_ticked_by_space_and_given_in_the_order_of_the_form(editor):
    lines = editor._field.lines
    for line in reversed(lines[:2]):
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Space)
    assert editor.value == Choices(OPTIONS[:2])
    assert editor.undo()
    assert editor.value == Choices(OPTIONS[1:2])
    assert not lines[0].isChecked()
    assert editor.redo()
    assert editor.value == Choices(OPTIONS[:2])


# Checklist


@of_kind(PromptKind.CHECKLIST)
def test_a_letter_or_an_arrow_chooses_and_delete_takes_back(editor):
    control = editor._field.rows[0].control
    control.stop().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P)
    assert editor.value == Checklist((Checked(OPTIONS[0], Verdict.PARTLY),))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert control.verdict is Verdict.NO
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert editor.value == Checklist()
    QTest.mouseClick(control.stop(), Qt.MouseButton.LeftButton)
    assert control.verdict is Verdict.YES
    QTest.mouseClick(control.stop(), Qt.MouseButton.LeftButton)
    assert control.verdict is None


@of_kind(PromptKind.CHECKLIST)
def test_the_line_for_a_reason_comes_with_the_focus_or_the_verdict_and_folds_behind_tab(editor):
    first, second, third = editor._field.rows
    assert third.reason is None
    first.control.stop().setFocus(Qt.FocusReason.TabFocusReason)
    assert first.reason.isVisible()
    second.control.stop().setFocus(Qt.FocusReason.TabFocusReason)
    assert first.reason.isHidden()
    assert second.reason.isVisible()
    second.control.choose(Verdict.NO)
    first.control.stop().setFocus(Qt.FocusReason.BacktabFocusReason)
    assert second.reason.isVisible()
    assert second.reason.edit.accessibleName() == f"Reason: {OPTIONS[1]}"


@of_kind(PromptKind.CHECKLIST)
def test_nothing_moves_away_from_under_the_pointer(editor):
    first, second, _ = editor._field.rows
    first.control.stop().setFocus(Qt.FocusReason.MouseFocusReason)
    second.control.stop().setFocus(Qt.FocusReason.MouseFocusReason)
    assert first.reason.isVisible()


@of_kind(PromptKind.CHECKLIST)
def test_undo_takes_back_a_verdict_and_leaves_the_reason(editor):
    row = editor._field.rows[1]
    row.control.choose(Verdict.YES)
    QTest.keyClicks(row.reason.edit, "second page")
    row.control.choose(Verdict.NO)
    assert editor.undo()
    assert editor.value == Checklist((Checked(OPTIONS[1], Verdict.YES, "second page"),))
    assert row.reason.text == "second page"
    assert editor.undo()
    assert editor.value == Checklist((Checked(OPTIONS[1], None, "second page"),))


@of_kind(PromptKind.CHECKLIST)
def test_a_checklist_is_whole_at_any_width_and_size(editor, look):
    for scale in (1.0, 2.0):
        look.set_scale(scale)
        for width in (900, 660, 420, 320):
            for _ in range(3):  # a page gives the new height once the rows have turned
                editor.resize(width, editor.heightForWidth(width))
                QApplication.sendPostedEvents()
            for row in editor._field.rows:
                assert row.control.geometry().right() <= editor.width(), (scale, width)
                assert row.height() >= row.heightForWidth(row.width())
                words = {each.accessibleName() for each in row.control.findChildren(QWidget)}
                assert "Not applicable" in words


# Themes


@of_kind(PromptKind.THEMES)
def test_a_theme_is_found_by_any_of_its_words_and_chosen_by_keyboard(editor):
    editor.offer_themes(THEMES)
    QTest.keyClick(editor.first_control(), Qt.Key.Key_Return)
    line = editor._field.field
    model = line.popup.model()
    assert line.popup.isVisible()
    groups = [model.index(row, 0).data(GROUP_ROLE) for row in range(model.rowCount())]
    assert groups == ["The child", "", "Myself", ""]
    QTest.keyClicks(line.edit, "expe")
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["lived experience"]
    QTest.keyClick(line.popup, Qt.Key.Key_Down)
    QTest.keyClick(line.popup, Qt.Key.Key_Return)
    assert editor.value == ChosenThemes(("lived experience",))
    assert QApplication.focusWidget() is editor._field.add_chip


@of_kind(PromptKind.THEMES)
def test_an_own_theme_is_typed_and_a_known_one_is_spelt_as_it_stands(editor):
    editor.offer_themes(THEMES)
    for words in ("a quiet room", "HOPE"):
        editor._field.begin_adding()
        line = editor._field.field
        QTest.keyClicks(line.edit, words)
        line.popup.hide()
        QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert editor.value == ChosenThemes(("a quiet room", "hope"))
    assert editor._field.caution.text() == "What for?"
    QTest.keyClick(editor._field.chips[1], Qt.Key.Key_Delete)
    assert editor.value == ChosenThemes(("a quiet room",))
    assert editor._field.caution.isHidden()
    assert editor.undo()
    assert editor.value == ChosenThemes(("a quiet room", "hope"))
    assert [chip.accessibleName() for chip in editor._field.chips] == [
        "Theme: a quiet room",
        "Theme: hope",
    ]


@of_kind(PromptKind.THEMES)
def test_escape_gives_up_what_was_typed(editor):
    editor.offer_themes(THEMES)
    QTest.keyClick(editor.first_control(), Qt.Key.Key_Return)
    line = editor._field.field
    QTest.keyClicks(line.edit, "zzz")
    line.popup.hide()
    QTest.keyClick(line.edit, Qt.Key.Key_Escape)
    assert editor.value == ChosenThemes(())
    assert QApplication.focusWidget() is editor._field.add_chip


@of_kind(PromptKind.THEMES)
def test_the_list_of_themes_is_as_high_as_its_rows_and_scrolls_only_beyond_twelve(editor):
    many = ThemeGroup("Many", tuple(f"theme {number}" for number in range(30)))
    editor.offer_themes(ThemeVocabulary((*THEMES.groups, many)))
    QTest.keyClick(editor.first_control(), Qt.Key.Key_Return)
    line = editor._field.field
    row = line.popup.visualRect(line.popup.model().index(1, 0)).height()
    assert line.popup.verticalScrollBar().maximum() > 0
    assert line.popup.height() < 17 * row
    QTest.keyClicks(line.edit, "hope")
    assert line.popup.isVisible()
    assert line.popup.verticalScrollBar().maximum() == 0


# A quotation


@of_kind(PromptKind.QUOTATION)
def test_a_quotation_takes_the_words_and_the_role_and_says_that_it_is_verbatim(editor):
    editor.take_focus()
    QTest.keyClicks(QApplication.focusWidget(), "I count the stairs.")
    QTest.keyClicks(editor._field.said_by.edit, "the child")
    assert editor.value == Quotation("I count the stairs.", "the child")
    assert editor._field.words.accessibleDescription().startswith("Word for word")


# On the page


class Shelf:
    """The one form of this test."""

    def __init__(self, form):
        self._form = form

    def forms(self):
        return (self._form,)

    def problems(self):
        return ()


@pytest.fixture
def frame(surroundings, desk, qtbot):
    form = a_form(a_prompt("themes", PromptKind.THEMES))
    desk.journal.shelf = Shelf(form)
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin(form.id)
    qtbot.waitUntil(lambda: page._frame is not None and page._frame.form.current is not None)
    qtbot.waitUntil(lambda: page._frame.form.current_block() is not None)
    yield page._frame
    page.put_away()
    page.close()
    page.deleteLater()


def test_both_places_offer_the_journals_own_themes_before_those_of_the_field(frame):
    for box in (frame.sections.about.themes, frame.form.current_block().editor._field):
        titles = [group.title for group in box.field.vocabulary.groups]
        assert titles[:2] == ["In your journal", "The child"]


def test_a_theme_in_an_answer_is_one_of_the_reflection_and_shown_beside_it(frame):
    box = frame.form.current_block().editor._field
    box.field.theme_given.emit("lived experience")
    assert frame.draft.reflection.themes == ("lived experience",)
    assert frame.sections.about.themes.themes == ("lived experience",)


def test_a_theme_left_half_typed_is_saved_when_the_page_goes(frame):
    page = frame.parentWidget()
    box = frame.form.current_block().editor._field
    box.begin_adding()
    QTest.keyClicks(box.field.edit, "a quiet room")
    box.field.popup.hide()
    reflection_id = page.reflection_id
    assert page.put_away()
    saved = page.surroundings.lane.run_and_wait(lambda: page._desk.vault.get(reflection_id))
    assert saved.themes == ("a quiet room",)
    side = page._kept.sections.about.themes.field.edit
    assert side.text() == ""
    assert not side.isUndoAvailable()


def test_a_theme_given_beside_the_answers_leaves_no_undo_behind(frame):
    box = frame.sections.about.themes
    box.begin_adding()
    QTest.keyClicks(box.field.edit, "a quiet room")
    box.field.popup.hide()
    QTest.keyClick(box.field.edit, Qt.Key.Key_Return)
    assert box.themes == ("a quiet room",)
    assert not box.field.edit.isUndoAvailable()
