"""The way to a first journal, with real files."""

import os
import random
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.finding import Search
from app.ui.dialogs.why_words_dialog import WhyWordsDialog
from app.ui.pages.welcome import WelcomePage
from tests.gui.way_in import is_freed, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(surroundings, tmp_path, qtbot, printed):
    def print_pages(pages, parent):
        printed.append(pages)
        return True

    welcome = WelcomePage(surroundings, tmp_path / "journals", print_pages)
    qtbot.addWidget(welcome)
    welcome.resize(1280, 740)
    welcome.show()
    welcome.activateWindow()
    welcome.enter()
    yield welcome
    welcome.leave()


def fill(page, name="My journal", passphrase=PASSPHRASE, again=None):
    step = page.passphrase_step
    step.name_field.edit.setText(name)
    step.passphrase_field.edit.setText(passphrase)
    step.again_field.edit.setText(passphrase if again is None else again)
    step.continue_button.click()


def make_journal(page, qtbot):
    fill(page)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    return page._words


def answer(page, words):
    for field, word in zip(page.check_step.fields, words, strict=True):
        field.edit.setText(word)
    page.check_step.open_button.click()


def asked_words(page, words):
    return [words[number - 1] for number in page.check_step.numbers]


def test_a_new_journal_opens_after_passphrase_words_and_check(page, surroundings, tmp_path, qtbot):
    opened = []
    page.opened.connect(lambda *got: opened.append(got))
    words = make_journal(page, qtbot)
    assert len(words) == 24
    page.words_step.written_button.click()
    answer(page, [f"  {word.upper()} " for word in asked_words(page, words)])
    ((desk, folder),) = opened
    assert folder == tmp_path / "journals" / "My journal"
    found = surroundings.lane.run_and_wait(partial(desk.find, Search(limit=1)))
    assert found.in_journal == 0
    surroundings.lane.run_and_wait(desk.close)


def test_while_the_journal_is_made_the_page_says_so_and_waits(page, qtbot):
    fill(page)
    step = page.passphrase_step
    assert step.continue_button.words == "Making the journal…"
    assert not step.continue_button.isEnabled()
    assert "two seconds" in step.progress.text()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    assert step.passphrase_field.text == ""


def test_a_wrong_word_is_named_by_its_number_only(page, qtbot):
    words = make_journal(page, qtbot)
    page.words_step.written_button.click()
    first, _ = asked_words(page, words)
    answer(page, [first, "nonsense"])
    wrong = page.check_step.fields[1]
    assert wrong.error.startswith(f"That is not word {page.check_step.numbers[1]}.")
    assert page.check_step.fields[0].error == ""
    assert wrong.text == "nonsense"
    assert not any(word in wrong.error.split() for word in asked_words(page, words))


def test_an_error_goes_as_soon_as_one_types_and_one_enter_checks_again(page, qtbot):
    words = make_journal(page, qtbot)
    page.words_step.written_button.click()
    first = page.check_step.fields[0]
    right = asked_words(page, words)
    answer(page, ["nonsense", right[1]])
    assert first.error
    first.edit.clear()
    qtbot.keyClicks(first.edit, right[0][:1])
    assert first.error == ""
    qtbot.keyClicks(first.edit, right[0][1:])
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(first.edit, Qt.Key.Key_Return)
    page.surroundings.lane.run_and_wait(opened.args[0].close)


def test_enter_in_the_first_field_goes_to_the_second_while_that_is_empty(page, qtbot):
    words = make_journal(page, qtbot)
    page.words_step.written_button.click()
    first, second = page.check_step.fields
    first.edit.setFocus()
    qtbot.keyClicks(first.edit, asked_words(page, words)[0])
    qtbot.keyClick(first.edit, Qt.Key.Key_Return)
    assert page.focusWidget() is second.edit
    assert second.error == ""


def test_back_from_the_check_shows_the_words_and_asks_for_others(page, qtbot):
    words = make_journal(page, qtbot)
    seen = set()
    for _ in range(12):
        page.words_step.written_button.click()
        seen.add(page.check_step.numbers)
        page.check_step.back_button.click()
    assert page.stack.currentWidget() is page.words_step
    assert page._words == words
    assert len(seen) > 1


def test_back_from_the_words_explains_that_the_journal_is_made(page, qtbot):
    make_journal(page, qtbot)
    page.words_step.back_button.click()
    assert page.stack.currentWidget() is page.words_step
    assert "made already" in page.words_step.note.accessibleName()


def test_leaving_before_the_check_closes_the_journal_and_the_passphrase_opens_it(
    page, surroundings, tmp_path, qtbot
):
    make_journal(page, qtbot)
    page.leave()
    assert page._words == ()
    folder = tmp_path / "journals" / "My journal"
    opening = partial(surroundings.workshop.unlocking.open, folder, PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    surroundings.lane.run_and_wait(vault.close)


def test_leaving_in_the_middle_of_making_leaves_nothing_open(page, surroundings, tmp_path, qtbot):
    fill(page)
    page.leave()
    folder = tmp_path / "journals" / "My journal"
    opening = partial(surroundings.workshop.unlocking.open, folder, PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    surroundings.lane.run_and_wait(vault.close)
    qtbot.wait(10)
    assert page.stack.currentWidget() is page.passphrase_step


def test_a_folder_that_is_taken_is_told_at_the_name(page, tmp_path, qtbot):
    taken = tmp_path / "journals" / "My journal"
    taken.mkdir(parents=True)
    (taken / "letter.txt").write_text("something else")
    fill(page)
    field = page.passphrase_step.name_field
    qtbot.waitUntil(lambda: bool(field.error))
    assert "of this name already" in field.error
    assert page.passphrase_step.continue_button.isEnabled()
    assert page.passphrase_step.passphrase_field.text == PASSPHRASE
    assert sorted(path.name for path in taken.iterdir()) == ["letter.txt"]


def test_a_place_that_cannot_be_written_is_told_in_words(surroundings, tmp_path, qtbot):
    (tmp_path / "file").write_text("no folder")
    page = WelcomePage(surroundings, tmp_path / "file" / "journals")
    qtbot.addWidget(page)
    page.show()
    fill(page)
    qtbot.waitUntil(page.passphrase_step.trouble.isVisible)
    assert page.passphrase_step.trouble.accessibleName().startswith("Not saved:")
    assert page.passphrase_step.passphrase_field.text == PASSPHRASE


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to any folder"
)
def test_a_read_only_folder_is_told_in_words(page, tmp_path, qtbot):
    (tmp_path / "journals").mkdir(mode=0o500)
    fill(page)
    qtbot.waitUntil(page.passphrase_step.trouble.isVisible)
    assert "cannot be written" in page.passphrase_step.trouble.accessibleName()


@pytest.mark.parametrize("name", ["", "a/b", "what?", "nul", ".hidden", "x" * 61])
def test_a_name_that_no_folder_can_have_is_refused_in_words(page, name, tmp_path):
    fill(page, name=name)
    assert page.passphrase_step.name_field.error
    assert not (tmp_path / "journals").exists()


def test_a_passphrase_that_is_too_easy_is_refused_and_kept(page, tmp_path, qtbot):
    fill(page, passphrase="password")
    field = page.passphrase_step.passphrase_field
    qtbot.waitUntil(lambda: bool(field.error))
    assert "too easy to guess" in field.error
    assert field.text == "password"
    # It is said once: the meter is quiet until something else is typed.
    meter = page.passphrase_step.strength.meter
    qtbot.wait(200)
    assert meter.words == ""
    field.edit.setText("seven kettles")
    qtbot.waitUntil(lambda: bool(meter.words))
    assert not (tmp_path / "journals").exists()


def test_two_that_differ_are_told_at_the_second_field(page):
    fill(page, again="lantern under the slow gray bridge")
    assert "not the same" in page.passphrase_step.again_field.error


def test_the_strength_of_the_newest_typing_is_shown(page, qtbot):
    step = page.passphrase_step
    for typed in ("password", PASSPHRASE):
        step.passphrase_field.edit.setText(typed)
    meter = step.strength.meter
    qtbot.waitUntil(lambda: meter.accessibleName().startswith("Very strong."), timeout=10_000)
    step.passphrase_field.edit.setText("")
    assert "as you type" in meter.accessibleName()


def test_equal_passphrases_are_said_to_match(page):
    step = page.passphrase_step
    step.passphrase_field.edit.setText(PASSPHRASE)
    step.again_field.edit.setText(PASSPHRASE)
    assert step.again_field._state.text() == "They match"
    step.again_field.edit.setText("another")
    assert step.again_field._state.text() == ""


def test_the_passphrase_is_hidden_until_shown(page):
    edit = page.passphrase_step.passphrase_field.edit
    assert edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_words_are_printed_only_on_request(page, printed, qtbot):
    words = make_journal(page, qtbot)
    assert printed == []
    page.words_step.print_button.click()
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=30_000)
    ((svg,),) = printed
    assert svg.lstrip().startswith(b"<svg")
    assert len(words) == 24


def test_why_words_opens_a_dialog_that_escape_closes(page, qtbot):
    make_journal(page, qtbot)
    page.words_step.why_button.click()
    (dialog,) = page.findChildren(WhyWordsDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_sample_and_another_folder_can_be_asked_for(page, qtbot):
    with qtbot.waitSignal(page.sample_asked):
        page.passphrase_step.sample_button.click()
    with qtbot.waitSignal(page.open_asked):
        page.passphrase_step.open_button.click()


def test_every_control_has_a_name(page, qtbot):
    make_journal(page, qtbot)
    page.words_step.written_button.click()
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_scrolls_sideways_at_200_per_cent(page, look, qtbot, width):
    make_journal(page, qtbot)
    page.resize(width, 480)
    look.set_scale(2.0)
    for step in range(page.stack.count()):
        page.stack.setCurrentIndex(step)
        assert sideways_range(page) == 0


def test_a_closed_page_is_freed_with_its_words(surroundings, tmp_path, qapp):
    assert is_freed(lambda: WelcomePage(surroundings, tmp_path), qapp)


def test_the_grid_folds_before_a_word_is_cut(page, look, qtbot):
    words = list(make_journal(page, qtbot))
    random.Random(1).shuffle(words)
    grid = page.words_step.grid
    grid.set_words(["butterfly"] * 24)
    assert grid.columns_at(720) == 4
    look.set_scale(2.0)
    assert grid.columns_at(720) < 4
    assert grid.heightForWidth(300) > grid.heightForWidth(720)
