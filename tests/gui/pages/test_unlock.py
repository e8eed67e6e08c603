"""The closed journal: right, wrong, damaged, missing and in use, with real files."""

from functools import partial

import pytest

from app.ui.dialogs.passphrase_dialog import NewPassphraseDialog
from app.ui.pages.unlock import UnlockPage
from tests.gui.standing import standing
from tests.gui.way_in import entered, is_freed, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE


@pytest.fixture
def journal(surroundings, tmp_path):
    """A closed journal's folder and its words."""
    folder = tmp_path / "My journal"

    def make():
        vault, words = surroundings.workshop.unlocking.create(folder, PASSPHRASE)
        vault.close()
        return words

    return folder, surroundings.lane.run_and_wait(make)


@pytest.fixture
def page(surroundings, journal, qtbot):
    return entered(UnlockPage(surroundings, journal[0]), qtbot, 1280)


def try_to_open(page, qtbot, text=PASSPHRASE):
    page.passphrase_field.edit.setText(text)
    page.open_button.click()
    qtbot.waitUntil(page.trouble.isVisible)
    return page.trouble.accessibleName()


def opens(page, surroundings, qtbot):
    with qtbot.waitSignal(page.opened) as caught:
        page._field().return_pressed.emit()
        assert page.open_button.words == "Opening…"
        assert not page.open_button.isEnabled()
    desk, folder = caught.args
    surroundings.lane.run_and_wait(desk.close)
    return folder


def test_enter_in_the_field_opens_the_journal(page, surroundings, journal, qtbot):
    page.passphrase_field.edit.setText(PASSPHRASE)
    assert opens(page, surroundings, qtbot) == journal[0]
    assert page.passphrase_field.text == ""


def test_a_wrong_passphrase_is_kept_selected_and_asks_for_caps_lock(page, qtbot):
    said = try_to_open(page, qtbot, "not this one")
    assert said.startswith("That passphrase does not open this journal.")
    assert said.endswith("Is Caps Lock on?")
    edit = page.passphrase_field.edit
    assert edit.selectedText() == edit.text() != ""
    assert edit.displayText() != "not this one"
    qtbot.waitUntil(edit.hasFocus)
    assert page.open_button.isEnabled()


def test_the_callout_stands_between_field_and_button(page, qtbot):
    try_to_open(page, qtbot, "not this one")
    tops = [w.mapTo(page, w.rect().topLeft()).y() for w in (page.passphrase_field, page.trouble)]
    button = page.open_button.mapTo(page, page.open_button.rect().topLeft()).y()
    assert tops[0] < tops[1] < button


def test_the_recovery_words_open_the_journal(page, surroundings, journal, qtbot):
    page.words_button.click()
    assert page.is_by_words
    page.words_field.set_text(" ".join(journal[1]).upper())
    page.open_button.click()
    assert page.open_button.words == "Opening…"
    offered = standing(NewPassphraseDialog, qtbot)
    with qtbot.waitSignal(page.opened) as caught:
        offered.later.click()
    desk, folder = caught.args
    surroundings.lane.run_and_wait(desk.close)
    assert folder == journal[0]
    assert page.words_field.text == ""


def test_too_few_words_are_told_without_repeating_one(page, journal, qtbot):
    page.words_button.click()
    page.words_field.set_text(" ".join(journal[1][:23]))
    page.open_button.click()
    qtbot.waitUntil(page.trouble.isVisible)
    assert "you gave 23" in page.trouble.accessibleName()


def test_the_way_back_to_the_passphrase_empties_both_fields(page):
    page.words_button.click()
    page.words_field.set_text("some words")
    page.words_button.click()
    assert not page.is_by_words
    assert page.words_field.text == ""


def test_damaged_key_files_are_not_called_a_wrong_passphrase(page, journal, qtbot):
    for name in ("keys.json", "keys-copy.json"):
        (journal[0] / name).write_bytes(b"{ broken")
    said = try_to_open(page, qtbot)
    assert "Caps Lock" not in said
    assert "does not open" not in said
    assert said


def test_one_damaged_key_file_does_not_keep_the_person_out(page, surroundings, journal, qtbot):
    (journal[0] / "keys.json").write_bytes(b"{ broken")
    page.passphrase_field.edit.setText(PASSPHRASE)
    assert opens(page, surroundings, qtbot) == journal[0]


def test_a_journal_in_use_is_told_as_such(page, surroundings, journal, qtbot):
    opening = partial(surroundings.workshop.unlocking.open, journal[0], PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    said = try_to_open(page, qtbot)
    assert said.startswith("This journal is already open in another window.")
    surroundings.lane.run_and_wait(vault.close)


def test_a_missing_folder_is_told_with_what_to_do_next(surroundings, tmp_path, qtbot):
    page = entered(UnlockPage(surroundings, tmp_path / "Gone"), qtbot, 1280)
    said = try_to_open(page, qtbot)
    assert "no journal" in said
    assert "Connect the disk" in said


def test_an_empty_field_opens_nothing_and_says_nothing(page):
    page.open_button.click()
    assert page.open_button.isEnabled()
    assert not page.trouble.isVisible()


def test_leaving_while_it_opens_closes_it_again(page, surroundings, journal, qtbot):
    page.passphrase_field.edit.setText(PASSPHRASE)
    with qtbot.assertNotEmitted(page.opened, wait=50):
        page.open_button.click()
        page.leave()
    opening = partial(surroundings.workshop.unlocking.open, journal[0], PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    surroundings.lane.run_and_wait(vault.close)


def test_other_ways_can_be_asked_for(page, qtbot):
    with qtbot.waitSignal(page.other_asked):
        page.other_button.click()
    with qtbot.waitSignal(page.new_asked):
        page.new_button.click()


def test_every_control_has_a_name(page):
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_scrolls_sideways_at_200_per_cent(page, look, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    assert sideways_range(page) == 0
    page.words_button.click()
    assert sideways_range(page) == 0


def test_a_closed_page_is_freed(surroundings, tmp_path, qapp):
    assert is_freed(lambda: UnlockPage(surroundings, tmp_path), qapp)
