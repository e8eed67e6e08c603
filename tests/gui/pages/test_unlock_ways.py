"""The closed journal: the ways out of damage, a new passphrase, and the older copy, for real."""

import shutil
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.older_journal_dialog import OlderJournalDialog
from app.ui.dialogs.passphrase_dialog import NewPassphraseDialog
from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.unlock import UnlockPage
from app.ui.pages.welcome import WelcomePage
from app.vault import keys
from tests.gui.standing import held_at, shown, standing, trouble_of, under_way, words_of
from tests.gui.way_in import entered, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE

NEW = "seven kettles on the harbour wall"


@pytest.fixture
def journal(surroundings, tmp_path):
    """A closed journal's folder with a snapshot and a backup beside it, and its words."""
    folder, workshop = tmp_path / "My journal", surroundings.workshop

    def make():
        vault, words = workshop.unlocking.create(folder, PASSPHRASE)
        desk = workshop.desk(vault)
        workshop.fill_sample(desk)
        workshop.backups.snapshot_if_due(vault)
        workshop.backups.back_up(vault, tmp_path / "one.afterword-backup")
        desk.close()
        return words

    return folder, surroundings.lane.run_and_wait(make)


@pytest.fixture
def page(surroundings, journal, qtbot):
    return entered(UnlockPage(surroundings, journal[0]), qtbot, 1280)


def damage(folder):
    path = folder / "journal.db"
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x00" * 200)


def refused(page, qtbot):
    page.passphrase_field.edit.setText(PASSPHRASE)
    page.open_button.click()
    qtbot.waitUntil(page.trouble.isVisible)


def give(dialog, passphrase=PASSPHRASE):
    dialog.entry.passphrase_field.edit.setText(passphrase)
    dialog.go_on.click()


def count_in(surroundings, folder, passphrase=PASSPHRASE):
    def count():
        vault = surroundings.workshop.unlocking.open(folder, passphrase)
        found = len(vault.newest(100))
        vault.close()
        return found

    return surroundings.lane.run_and_wait(count)


def test_damage_at_opening_shows_three_ways_out(page, journal, qtbot):
    damage(journal[0])
    assert page.ways is None
    refused(page, qtbot)
    assert "damaged" in page.trouble.accessibleName()
    for button in (
        page.ways.snapshot_button,
        page.ways.backup_button,
        page.ways.salvage_button,
        page.ways.guide_button,
    ):
        assert button.isVisible()
    assert unnamed_controls(page) == []


def test_the_ways_out_come_right_after_open_by_tab(page, journal, qtbot):
    damage(journal[0])
    refused(page, qtbot)
    page.open_button.setFocus()
    visited = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == [*page.ways.buttons, page.words_button]


def test_what_is_wrong_stays_said_when_the_recovery_words_are_tried(page, journal, qtbot):
    damage(journal[0])
    refused(page, qtbot)
    page.words_button.click()
    assert page.trouble.isVisible()
    assert "damaged" in page.trouble.accessibleName()
    assert page.ways.isVisible()


def test_a_journal_closed_for_mending_says_why_it_is_closed(page):
    page.offer_mending()
    assert page.trouble.isVisible()
    assert "closed so that it can be mended" in page.trouble.accessibleName()


def test_a_wrong_passphrase_shows_no_way_out_of_damage(page, qtbot):
    page.passphrase_field.edit.setText("not this one")
    page.open_button.click()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.ways is None


def test_the_newest_snapshot_is_put_back_and_the_damaged_file_kept(
    page, surroundings, journal, qtbot
):
    damage(journal[0])
    refused(page, qtbot)
    page.ways.snapshot_button.click()
    qtbot.waitUntil(lambda: bool(shown(SnapshotsDialog)))
    shown(SnapshotsDialog)[0].put_back.click()
    give(standing(SecretDialog, qtbot))
    told = standing(ToldDialog, qtbot)
    assert "journal-damaged-" in words_of(told)
    with qtbot.waitSignal(page.folder_asked) as caught:
        told.act_button.click()
    assert caught.args == [journal[0]]
    assert len(list(journal[0].glob("journal-damaged-*.db"))) == 1
    assert count_in(surroundings, journal[0]) == 12


def test_salvage_brings_back_what_reads_and_leaves_the_damaged_folder(
    page, surroundings, journal, tmp_path, qtbot
):
    damage(journal[0])
    before = (journal[0] / "journal.db").read_bytes()
    refused(page, qtbot)
    new = tmp_path / "Salvaged here"
    surroundings.asker.paths = [new]
    page.ways.salvage_button.click()
    give(standing(SecretDialog, qtbot))
    told = standing(ToldDialog, qtbot)
    assert told.told.accessibleName() == "All 12 reflections came back."
    assert "The damaged journal was not changed." in words_of(told)
    told.reject()
    assert count_in(surroundings, new) > 0
    assert (journal[0] / "journal.db").read_bytes() == before


def test_salvage_takes_the_recovery_words_too(page, surroundings, journal, tmp_path, qtbot):
    damage(journal[0])
    page.offer_mending()
    surroundings.asker.paths = [tmp_path / "Salvaged here"]
    page.ways.salvage_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.way_button.click()
    dialog.entry.words_field.set_text(" ".join(journal[1]))
    dialog.go_on.click()
    standing(ToldDialog, qtbot).reject()
    assert count_in(surroundings, tmp_path / "Salvaged here") > 0


def test_a_backup_is_restored_from_here(page, surroundings, journal, tmp_path, qtbot):
    page.offer_mending()
    new = tmp_path / "Restored here"
    surroundings.asker.paths = [tmp_path / "one.afterword-backup", new]
    page.ways.backup_button.click()
    give(standing(SecretDialog, qtbot))
    standing(ToldDialog, qtbot).act_button.click()
    told = standing(ToldDialog, qtbot)
    with qtbot.waitSignal(page.folder_asked) as caught:
        told.act_button.click()
    assert caught.args == [new]


def test_a_backup_is_restored_from_the_welcome_page(surroundings, journal, tmp_path, qtbot):
    welcome = entered(WelcomePage(surroundings, tmp_path / "journals"), qtbot, 1280)
    new = tmp_path / "Restored here"
    surroundings.asker.paths = [tmp_path / "one.afterword-backup", new]
    welcome.passphrase_step.restore_button.click()
    give(standing(SecretDialog, qtbot))
    standing(ToldDialog, qtbot).act_button.click()
    told = standing(ToldDialog, qtbot)
    with qtbot.waitSignal(welcome.folder_asked) as caught:
        told.act_button.click()
    assert caught.args == [new]
    suggested = surroundings.asker.asked[-1][1]
    assert suggested.parent == tmp_path / "journals"


def by_words(page, journal):
    page.words_button.click()
    page.words_field.set_text(" ".join(journal[1]))
    page.open_button.click()


def test_the_words_offer_a_new_passphrase_at_once(page, surroundings, journal, qtbot):
    by_words(page, journal)
    dialog = standing(NewPassphraseDialog, qtbot)
    dialog.new.new_field.edit.setText(NEW)
    dialog.new.again_field.edit.setText(NEW)
    dialog.set_button.click()
    told = standing(ToldDialog, qtbot)
    assert "The new passphrase is in force." in words_of(told)
    with qtbot.waitSignal(page.opened) as caught:
        told.reject()
    surroundings.lane.run_and_wait(caught.args[0].close)
    assert page.words_field.text == ""
    assert count_in(surroundings, journal[0], NEW) == 12


def test_setting_the_new_passphrase_can_be_cancelled(
    page, surroundings, journal, qtbot, monkeypatch
):
    by_words(page, journal)
    dialog = standing(NewPassphraseDialog, qtbot)
    dialog.new.new_field.edit.setText(NEW)
    dialog.new.again_field.edit.setText(NEW)
    with held_at(keys, "proven_bytes", monkeypatch):
        dialog.set_button.click()
        under_way("Opening the new key", qtbot).stop_button.click()
    assert trouble_of(dialog, qtbot) == "Stopped. Nothing was changed."
    with qtbot.waitSignal(page.opened) as caught:
        dialog.later.click()
    surroundings.lane.run_and_wait(caught.args[0].close)
    assert count_in(surroundings, journal[0]) == 12


def test_the_new_passphrase_can_wait(page, surroundings, journal, qtbot):
    by_words(page, journal)
    dialog = standing(NewPassphraseDialog, qtbot)
    with qtbot.waitSignal(page.opened) as caught:
        dialog.later.click()
    surroundings.lane.run_and_wait(caught.args[0].close)
    assert count_in(surroundings, journal[0]) == 12


def test_a_lock_in_the_middle_of_that_question_closes_the_journal(
    page, surroundings, journal, qtbot
):
    by_words(page, journal)
    standing(NewPassphraseDialog, qtbot)
    with qtbot.assertNotEmitted(page.opened):
        page.leave()
    assert shown(Dialog) == []
    assert page.words_field.text == ""
    assert count_in(surroundings, journal[0]) == 12


@pytest.fixture
def older(surroundings, journal, tmp_path):
    """The journal's folder after an older copy was put back."""
    folder, workshop = journal[0], surroundings.workshop
    shutil.copytree(folder, tmp_path / "copy")

    def write():
        vault = workshop.unlocking.open(folder, PASSPHRASE)
        workshop.fill_sample(workshop.desk(vault))
        vault.close()

    surroundings.lane.run_and_wait(write)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copy", folder)
    return folder


def open_older(page, qtbot):
    page.passphrase_field.edit.setText(PASSPHRASE)
    page.open_button.click()
    return standing(OlderJournalDialog, qtbot)


def test_an_older_journal_is_told_before_it_is_shown(page, older, surroundings, qtbot):
    with qtbot.assertNotEmitted(page.opened):
        dialog = open_older(page, qtbot)
    assert "older than the one last opened on this computer" in words_of(dialog)
    assert dialog.focusWidget() is dialog.close_button
    dialog.close_button.click()
    assert "closed again" in page.trouble.accessibleName()
    assert page.ways.snapshot_button.isVisible()
    assert page.passphrase_field.text == ""
    # It was closed, and nothing was accepted: the next opening asks again.
    again = open_older(page, qtbot)
    again.reject()
    page.leave()


def test_going_on_with_it_is_asked_only_once(page, older, surroundings, qtbot):
    dialog = open_older(page, qtbot)
    with qtbot.waitSignal(page.opened) as caught:
        dialog.go_on.click()
    surroundings.lane.run_and_wait(caught.args[0].close)
    page.passphrase_field.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(page.opened) as caught:
        page.open_button.click()
    surroundings.lane.run_and_wait(caught.args[0].close)
    assert shown(OlderJournalDialog) == []


def test_a_lock_in_the_middle_of_the_warning_closes_the_journal(page, older, surroundings, qtbot):
    open_older(page, qtbot)
    with qtbot.assertNotEmitted(page.opened):
        page.leave()
    assert shown(Dialog) == []
    opening = partial(surroundings.workshop.unlocking.open, older, PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    assert vault.warning is not None
    surroundings.lane.run_and_wait(vault.close)


def test_a_lock_takes_a_half_typed_secret_away(page, surroundings, tmp_path, qtbot):
    page.offer_mending()
    surroundings.asker.paths = [tmp_path / "Salvaged here"]
    page.ways.salvage_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    page.leave()
    assert shown(Dialog) == []
    assert not (tmp_path / "Salvaged here").exists()


def test_a_lock_in_the_middle_of_salvage_leaves_no_folder(page, surroundings, tmp_path, qtbot):
    page.offer_mending()
    surroundings.asker.paths = [tmp_path / "Salvaged here"]
    page.ways.salvage_button.click()
    give(standing(SecretDialog, qtbot))
    with surroundings.lane.stopping_long_work():
        page.leave()
        surroundings.lane.wait()
    assert shown(Dialog) == []
    assert not (tmp_path / "Salvaged here").exists()


@pytest.mark.parametrize("width", [640, 1280])
def test_the_ways_out_fit_at_200_per_cent(page, look, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    page.offer_mending()
    assert sideways_range(page) == 0
