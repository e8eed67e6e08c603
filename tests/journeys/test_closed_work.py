"""The whole window: what needs the journal closed, and a lock in the middle of any of it."""

from threading import Timer

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import JournalDamaged
from app.domain.repair import CheckReport, NextStep, Trouble
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.passphrase_dialog import ChangePassphraseDialog
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.new_key import NewKeyPage
from app.ui.replacing import KEYS_CHANGING, TO_MEND, WORDS_UNSEEN, NextStart
from app.vault import key_changes, keys
from tests.gui.standing import held_at, shown, standing, under_way
from tests.journeys.test_first_day import create_journal
from tests.workshops import PASSPHRASE

NEW = "seven kettles on the harbour wall"


class Replacing:
    """Notes what the next process would have begun with, and lets this one go on."""

    def __init__(self):
        self.starts = []

    def replace(self, start):
        self.starts.append(start)


@pytest.fixture
def replacing(window):
    window.surroundings.replacing = made = Replacing()
    return made


@pytest.fixture
def security(qtbot, window, replacing):
    """The security settings of an open journal with something in it."""
    create_journal(qtbot, window)
    desk, workshop = window.open_view.desk, window.surroundings.workshop
    window.surroundings.lane.run_and_wait(lambda: workshop.fill_sample(desk))
    window.open_view.go("settings")
    page = window.open_view._pages["settings"]
    page.show_group("security")
    return page.security


def ask_for_new_key(security, qtbot):
    security.keys.change_button.click()
    dialog = standing(ChangePassphraseDialog, qtbot)
    dialog.present.passphrase_field.edit.setText(PASSPHRASE)
    dialog.new.new_field.edit.setText(NEW)
    dialog.new.again_field.edit.setText(NEW)
    dialog.known_line.setChecked(True)
    dialog.change.click()


def change_passphrase(security, qtbot):
    security.keys.change_button.click()
    dialog = standing(ChangePassphraseDialog, qtbot)
    dialog.present.passphrase_field.edit.setText(PASSPHRASE)
    dialog.new.new_field.edit.setText(NEW)
    dialog.new.again_field.edit.setText(NEW)
    dialog.change.click()


def at_the_words(window, security, qtbot):
    ask_for_new_key(security, qtbot)
    qtbot.waitUntil(lambda: isinstance(window.way_in, NewKeyPage))
    page = window.way_in
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    return page


def unlock(window, qtbot, passphrase):
    window.way_in.passphrase_field.edit.setText(passphrase)
    window.way_in.open_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None)


def count(window):
    desk = window.open_view.desk
    return window.surroundings.lane.run_and_wait(lambda: len(desk.vault.newest(100)))


def test_a_new_key_from_the_settings_to_the_open_journal(qtbot, window, security, replacing):
    page = at_the_words(window, security, qtbot)
    assert window.open_view is None
    words = page._making.words
    page.words_step.written_button.click()
    for field, number in zip(page.check_step.fields, page.check_step.numbers, strict=True):
        field.set_text(words[number - 1])
    page.check_step.open_button.click()
    page.copies_step.open_button.click()
    qtbot.waitUntil(lambda: window.open_view is not None)
    assert count(window) == 12
    window.lock()
    unlock(window, qtbot, NEW)
    assert count(window) == 12


def test_a_lock_while_the_new_words_are_shown_takes_them_away_and_says_so(
    qtbot, window, security, replacing
):
    page = at_the_words(window, security, qtbot)
    window.lock()
    assert page.words_step.grid._words == ()
    assert replacing.starts == [NextStart(note=WORDS_UNSEEN)]
    assert "recovery words" in window.status_line.left
    unlock(window, qtbot, NEW)


def test_a_window_with_unconfirmed_words_closes_only_when_asked_twice(
    qtbot, window, security, replacing
):
    at_the_words(window, security, qtbot)
    assert not window.close()
    assert "not confirmed yet" in window.status_line.left
    assert window.isVisible()
    assert window.close()


def test_a_lock_while_the_key_is_made_leaves_the_old_one_or_the_new_one(
    qtbot, window, security, replacing
):
    ask_for_new_key(security, qtbot)
    qtbot.waitUntil(lambda: isinstance(window.way_in, NewKeyPage))
    window.lock()
    assert shown(Dialog) == []
    (start,) = replacing.starts
    unlock(window, qtbot, NEW if start.note == WORDS_UNSEEN else PASSPHRASE)
    assert count(window) == 12


def test_leaving_everything_as_it_was_ends_at_the_closed_journal(
    qtbot, window, security, replacing, monkeypatch
):
    with held_at(key_changes, "replaced_data_key", monkeypatch):  # a new key is made in no time
        ask_for_new_key(security, qtbot)
        qtbot.waitUntil(lambda: isinstance(window.way_in, NewKeyPage))
        page = window.way_in
        shown(ProgressDialog)[0].stop()
    qtbot.waitUntil(page.work_step.trouble.isVisible)
    page.work_step.leave_button.click()
    assert replacing.starts == [NextStart()]
    unlock(window, qtbot, PASSPHRASE)


# Where the work is held, what is said there, and what opens the journal after a lock.
MOMENTS = [
    ((keys, "proven_bytes"), "Opening the new key", PASSPHRASE),
    ((key_changes, "write_durably"), "This last step cannot be stopped", NEW),
]


@pytest.fixture(params=MOMENTS)
def moment(request):
    return request.param


def test_a_lock_while_the_passphrase_changes_is_told_at_the_next_start(
    qtbot, window, security, monkeypatch, moment
):
    held, words, opens = moment
    with held_at(*held, monkeypatch) as go_on:
        change_passphrase(security, qtbot)
        under_way(words, qtbot)
        Timer(0.2, go_on.set).start()  # the lock waits for the lane
        window.lock()
    assert window.surroundings.replacing.starts == [NextStart(note=KEYS_CHANGING)]
    assert "the one before it does" in window.status_line.left
    unlock(window, qtbot, opens)


def test_ctrl_l_locks_over_a_dialog_over_a_dialog(qtbot, window, security, replacing, monkeypatch):
    with held_at(keys, "proven_bytes", monkeypatch) as go_on:
        change_passphrase(security, qtbot)
        progress = under_way("Opening the new key", qtbot)
        progress.late_timer.timeout.emit()
        progress.activateWindow()
        qtbot.waitUntil(progress.isActiveWindow)
        Timer(0.2, go_on.set).start()
        qtbot.keyClick(progress, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: len(replacing.starts) == 1)
    unlock(window, qtbot, PASSPHRASE)


def test_ctrl_l_locks_over_a_dialog_and_what_was_typed_goes(qtbot, window, security, replacing):
    security.keys.change_button.click()
    dialog = standing(ChangePassphraseDialog, qtbot)
    field = dialog.present.passphrase_field.edit
    field.setText(PASSPHRASE)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.open_view is None)
    assert len(replacing.starts) == 1
    qtbot.waitUntil(lambda: shown(Dialog) == [])
    unlock(window, qtbot, PASSPHRASE)


def test_a_lock_in_the_middle_of_a_backup_leaves_no_file(
    qtbot, window, security, replacing, tmp_path
):
    path = tmp_path / "one.afterword-backup"
    window.surroundings.asker.paths = [path]
    security.backups.back_up_button.click()
    assert shown(ProgressDialog)
    window.lock()
    assert not path.exists()
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    qtbot.waitUntil(lambda: shown(Dialog) == [])
    unlock(window, qtbot, PASSPHRASE)
    assert count(window) == 12


def test_damage_is_mended_at_the_closed_journal(qtbot, window, security, replacing):
    desk, workshop = window.open_view.desk, window.surroundings.workshop
    lane, folder = window.surroundings.lane, window.open_view.desk.vault.folder
    lane.run_and_wait(lambda: workshop.backups.snapshot_if_due(desk.vault))
    path = folder / "journal.db"
    with path.open("r+b") as file:
        for number in range(8, path.stat().st_size // 4096, 3):
            file.seek(number * 4096 + 100)
            file.write(b"\x00" * 64)
    security.checking.check.button.click()
    qtbot.waitUntil(security.checking.mend_button.isVisible)
    security.checking.mend_button.click()
    assert replacing.starts == [NextStart(note=TO_MEND)]
    assert NextStart.from_arguments(replacing.starts[0].arguments()[1:]) == NextStart(note=TO_MEND)
    assert window.open_view is None
    window.way_in.ways.snapshot_button.click()
    qtbot.waitUntil(lambda: bool(shown(SnapshotsDialog)))
    shown(SnapshotsDialog)[0].put_back.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    standing(ToldDialog, qtbot).act_button.click()
    unlock(window, qtbot, PASSPHRASE)
    assert count(window) == 12


def test_back_from_making_a_journal_still_says_what_is_wrong(qtbot, window, security):
    path = window.open_view.desk.vault.folder / "journal.db"
    window.lock()
    path.write_bytes(path.read_bytes()[:4096] + bytes(8192))
    window.way_in.passphrase_field.edit.setText(PASSPHRASE)
    window.way_in.open_button.click()
    qtbot.waitUntil(lambda: window.way_in.ways is not None)
    said = window.way_in.trouble.accessibleName()
    window.way_in.new_button.click()
    window.way_in.passphrase_step.back_button.click()
    assert window.way_in.ways.salvage_button.isVisible()
    assert "damaged" in said
    assert window.way_in.trouble.accessibleName() == said
    assert window.way_in.trouble.isVisible()
    assert window.way_in.passphrase_field.edit.hasFocus()


def test_a_journal_page_that_reads_again_shows_its_list(qtbot, window, security, monkeypatch):
    def refuse(*_):
        raise JournalDamaged("Part of this journal’s file is damaged. Nothing was changed.")

    view = window.open_view
    with monkeypatch.context() as patch:
        patch.setattr(type(view.desk.vault), "find", refuse)
        view.go("journal")
        qtbot.waitUntil(lambda: view.journal.faces.trouble is not None)
    view.go("settings")
    view.go("journal")
    qtbot.waitUntil(lambda: view.journal.list.model.loaded > 0)
    assert view.journal.faces.trouble is None
    assert view.journal.list.isVisible()
    assert window.status_line.left == "All changes are saved"


def test_an_unreadable_journal_page_closes_it_for_mending(
    qtbot, window, security, replacing, monkeypatch
):
    def refuse(*_):
        raise JournalDamaged("Part of this journal’s file is damaged. Nothing was changed.")

    view = window.open_view
    monkeypatch.setattr(type(view.desk.vault), "find", refuse)
    view.go("journal")
    qtbot.waitUntil(lambda: view.journal.faces.trouble is not None)
    assert view.journal.faces.trouble.mend_button.hasFocus()
    assert window.status_line.left == "The journal cannot be read as it is."
    view.journal.faces.trouble.mend_button.click()
    assert replacing.starts == [NextStart(note=TO_MEND)]


def test_a_check_that_finds_something_takes_all_changes_are_saved_away(qtbot, window, security):
    report = CheckReport((Trouble("A sentence.", NextStep.SALVAGE),))
    security.checking.show_report(report)
    assert window.status_line.left == "The check of the journal found something."
    window.open_view.go("home")
    assert window.status_line.left == "All changes are saved"
    window.open_view.go("settings")
    found = "The check of the journal found something."
    qtbot.waitUntil(lambda: window.status_line.left == found)
    security.checking.show_report(CheckReport())
    assert window.status_line.left == "All changes are saved"


def test_a_restored_journal_is_opened_by_way_of_a_lock(
    qtbot, window, security, replacing, tmp_path
):
    file, new = tmp_path / "one.afterword-backup", tmp_path / "Restored here"
    window.surroundings.asker.paths = [file, file, new]
    security.backups.back_up_button.click()
    standing(ToldDialog, qtbot).reject()
    security.backups.restore_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    standing(ToldDialog, qtbot).act_button.click()
    standing(ToldDialog, qtbot).act_button.click()
    assert replacing.starts == [NextStart(folder=new)]
    assert window.way_in.name_label.text() == "Restored here"
    unlock(window, qtbot, PASSPHRASE)
    assert count(window) == 12
