"""Settings: a backup made, looked into and restored, and the snapshots, with real files."""

from datetime import timedelta
from functools import partial

import pytest

from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.settings import SettingsPage
from tests.gui.standing import shown, standing, trouble_of, words_of
from tests.gui.way_in import entered, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE, a_sample_desk

SUGGESTED = "Afterword 2026-10-22.afterword-backup"


@pytest.fixture
def desk(surroundings, tmp_path):
    making = partial(a_sample_desk, tmp_path / "Kept by R", surroundings.workshop)
    made = surroundings.lane.run_and_wait(making)
    yield made
    surroundings.lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    settings = entered(SettingsPage(surroundings, desk), qtbot)
    settings.show_group("security")
    return settings


@pytest.fixture
def group(page):
    return page.security.backups


@pytest.fixture
def file(surroundings, group, tmp_path, qtbot):
    """A backup that was made by the button."""
    path = tmp_path / "stick" / SUGGESTED
    path.parent.mkdir()
    surroundings.asker.paths = [path]
    group.back_up_button.click()
    standing(ToldDialog, qtbot).reject()
    return path


def give(dialog, passphrase=PASSPHRASE):
    dialog.entry.passphrase_field.edit.setText(passphrase)
    dialog.go_on.click()


def opens(surroundings, folder):
    opening = partial(surroundings.workshop.unlocking.open, folder, PASSPHRASE)
    vault = surroundings.lane.run_and_wait(opening)
    count = surroundings.lane.run_and_wait(lambda: len(vault.newest(100)))
    surroundings.lane.run_and_wait(vault.close)
    return count


def test_a_backup_is_made_checked_and_told_with_its_size(group, surroundings, tmp_path, qtbot):
    qtbot.waitUntil(lambda: "None has been made yet" in words_of(group.last_row))
    path = tmp_path / SUGGESTED
    surroundings.asker.paths = [path]
    group.back_up_button.click()
    told = standing(ToldDialog, qtbot)
    said = words_of(told)
    assert "Checked: it opens." in said
    assert SUGGESTED in said
    assert "12 reflections" in said
    assert ("KB" in said) or ("MB" in said)
    told.reject()
    assert path.stat().st_size > 10_000
    qtbot.waitUntil(lambda: "22 October 2026" in words_of(group.last_row))


def test_the_suggested_name_says_nothing_of_the_journal(group, surroundings):
    group.back_up_button.click()
    _, suggested, kind = surroundings.asker.asked[0]
    assert suggested == SUGGESTED
    assert "afterword-backup" in kind
    assert "Kept by R" not in str(surroundings.asker.asked)
    assert shown(ProgressDialog) == []


def test_a_name_without_the_ending_gets_it_and_replaces_nothing(
    group, surroundings, tmp_path, qtbot
):
    there = tmp_path / "old.afterword-backup"
    there.write_bytes(b"something else")
    surroundings.asker.paths = [tmp_path / "old"]
    group.back_up_button.click()
    told = standing(ToldDialog, qtbot)
    assert told.told.tone == "error"
    told.reject()
    assert there.read_bytes() == b"something else"


def test_a_file_that_the_system_asked_about_is_replaced(group, surroundings, file, qtbot):
    file.write_bytes(b"an earlier one")
    surroundings.asker.paths = [file]
    group.back_up_button.click()
    told = standing(ToldDialog, qtbot)
    assert told.told.tone == "success"
    told.reject()
    assert file.stat().st_size > 10_000


def test_cancel_leaves_no_file_and_no_date(group, surroundings, desk, tmp_path, qtbot):
    path = tmp_path / SUGGESTED
    surroundings.asker.paths = [path]
    group.back_up_button.click()
    (progress,) = shown(ProgressDialog)
    progress.stop()
    told = standing(ToldDialog, qtbot)
    assert "Stopped. Nothing was changed." in words_of(told)
    told.reject()
    assert not path.exists()
    last = partial(surroundings.workshop.backups.last_backup, desk.vault)
    assert surroundings.lane.run_and_wait(last) is None


def test_looking_inside_says_what_it_holds(group, surroundings, file, qtbot):
    surroundings.asker.paths = [file]
    group.look_button.click()
    assert surroundings.asker.asked[-1][0] == "Look inside: choose a backup"
    give(standing(SecretDialog, qtbot))
    told = standing(ToldDialog, qtbot)
    said = words_of(told)
    for words in ("22 October 2026, 18:42", "12 reflections", "The first is of", "the last of"):
        assert words in said
    told.reject()
    qtbot.waitUntil(lambda: group._restoring._looked is None)


def test_a_wrong_passphrase_for_a_backup_is_said_where_it_was_typed(
    group, surroundings, file, qtbot
):
    surroundings.asker.paths = [file]
    group.look_button.click()
    dialog = standing(SecretDialog, qtbot)
    give(dialog, "not this one")
    assert "does not open this backup" in trouble_of(dialog, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.entry.passphrase_field.edit.selectedText()))
    dialog.reject()
    assert dialog.entry.secret is None


def test_a_file_that_is_no_backup_is_not_called_a_wrong_passphrase(
    group, surroundings, tmp_path, qtbot
):
    other = tmp_path / "holiday.afterword-backup"
    other.write_bytes(b"not a backup at all")
    surroundings.asker.paths = [other]
    group.look_button.click()
    dialog = standing(SecretDialog, qtbot)
    give(dialog)
    assert "does not open" not in trouble_of(dialog, qtbot)
    dialog.reject()


def test_a_backup_becomes_a_new_journal_and_is_offered_to_be_opened(
    page, surroundings, file, tmp_path, qtbot
):
    new, group = tmp_path / "Restored here", page.security.backups
    surroundings.asker.paths = [file, new]
    group.restore_button.click()
    assert surroundings.asker.asked[-1][0] == "Restore: choose a backup"
    give(standing(SecretDialog, qtbot))
    inside = standing(ToldDialog, qtbot)
    assert not new.exists()
    inside.act_button.click()
    told = standing(ToldDialog, qtbot)
    assert "Restored here" in words_of(told)
    with qtbot.waitSignal(page.folder_asked) as caught:
        told.act_button.click()
    assert caught.args == [new]
    assert opens(surroundings, new) == 12
    folders = {each.name for each in tmp_path.iterdir() if each.is_dir()}
    assert folders == {"Kept by R", "stick", "Restored here"}


def test_a_place_that_holds_something_is_refused_and_left_alone(
    group, surroundings, file, tmp_path, qtbot
):
    occupied = tmp_path / "occupied"
    occupied.mkdir()
    (occupied / "letter.txt").write_text("mine")
    surroundings.asker.paths = [file, occupied]
    group.restore_button.click()
    give(standing(SecretDialog, qtbot))
    standing(ToldDialog, qtbot).act_button.click()
    told = standing(ToldDialog, qtbot)
    assert told.told.tone == "error"
    told.reject()
    assert [each.name for each in occupied.iterdir()] == ["letter.txt"]


def test_the_snapshots_are_listed_newest_first_and_restored(
    page, surroundings, desk, tmp_path, qtbot
):
    workshop, group = surroundings.workshop, page.security.backups
    making = partial(workshop.backups.snapshot_if_due, desk.vault)
    surroundings.lane.run_and_wait(making)
    workshop.clock.moment += timedelta(days=3)
    surroundings.lane.run_and_wait(partial(workshop.fill_sample, desk))
    surroundings.lane.run_and_wait(making)
    group.snapshots_button.click()
    qtbot.waitUntil(lambda: bool(shown(SnapshotsDialog)))
    (dialog,) = shown(SnapshotsDialog)
    rows = [button.text() for button in dialog.group.buttons()]
    assert rows[0].startswith("25 October 2026")
    assert rows[1].startswith("22 October 2026")
    assert not hasattr(dialog, "put_back")  # the journal is open
    new = tmp_path / "From a snapshot"
    surroundings.asker.paths = [new]
    dialog.restore.click()
    give(standing(SecretDialog, qtbot))
    told = standing(ToldDialog, qtbot)
    with qtbot.waitSignal(page.folder_asked) as caught:
        told.act_button.click()
    assert caught.args == [new]
    assert opens(surroundings, new) == 24


def test_a_journal_without_snapshots_says_when_the_first_is_made(group, qtbot):
    group.snapshots_button.click()
    qtbot.waitUntil(lambda: bool(shown(SnapshotsDialog)))
    (dialog,) = shown(SnapshotsDialog)
    assert "none yet" in words_of(dialog)
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_dialog_fits_and_names_its_controls(group, surroundings, file, qtbot, scale):
    surroundings.look.set_scale(scale)
    surroundings.asker.paths = [file]
    group.look_button.click()
    dialog = standing(SecretDialog, qtbot)
    assert sideways_range(dialog) == 0
    assert unnamed_controls(dialog) == []
    give(dialog)
    told = standing(ToldDialog, qtbot)
    assert sideways_range(told) == 0
    assert unnamed_controls(told) == []
    told.reject()
