"""Settings: the passphrase, new recovery words and what a guess costs, on a real journal."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from app.domain.errors import WrongPassphrase
from app.domain.secret import Passphrase, RecoveryWords
from app.ui.dialogs.passphrase_dialog import ChangePassphraseDialog
from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.settings import SettingsPage
from app.vault import key_changes, keys
from tests.gui.standing import held_at, shown, standing, trouble_of, under_way, words_of
from tests.gui.way_in import entered, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE

NEW = "seven kettles on the harbour wall"


@pytest.fixture
def journal(surroundings, tmp_path):
    """An open journal's desk and its words."""

    def make():
        vault, words = surroundings.workshop.unlocking.create(tmp_path / "journal", PASSPHRASE)
        return surroundings.workshop.desk(vault), words

    desk, words = surroundings.lane.run_and_wait(make)
    yield desk, words
    surroundings.lane.run_and_wait(desk.close)


@pytest.fixture
def page(surroundings, journal, qtbot):
    settings = entered(SettingsPage(surroundings, journal[0]), qtbot)
    settings.show_group("security")
    return settings


@pytest.fixture
def dialog(page, qtbot):
    page.security.keys.change_button.click()
    made = standing(ChangePassphraseDialog, qtbot)
    yield made
    for each in shown(ChangePassphraseDialog):
        each.reject()


def fill(dialog, present=PASSPHRASE, new=NEW, again=None):
    dialog.present.passphrase_field.edit.setText(present)
    dialog.new.new_field.edit.setText(new)
    dialog.new.again_field.edit.setText(new if again is None else again)


def is_in_sight(part, dialog):
    area = dialog._scroll.viewport()
    return area.rect().contains(QRect(part.mapTo(area, QPoint(0, 0)), part.size()))


def opens(surroundings, journal, passphrase):
    """Say whether a passphrase opens the journal, closing it for that."""
    surroundings.lane.run_and_wait(journal[0].close)
    opening = partial(surroundings.workshop.unlocking.open, journal[0].vault.folder, passphrase)
    surroundings.lane.run_and_wait(lambda: opening().close())
    return True


def test_the_new_passphrase_opens_the_journal_and_the_old_one_no_more(
    dialog, surroundings, journal, qtbot
):
    fill(dialog)
    dialog.change.click()
    told = standing(ToldDialog, qtbot)
    assert "The new passphrase is in force." in words_of(told)
    assert "still open with the earlier passphrase" in words_of(told)
    told.reject()
    assert opens(surroundings, journal, NEW)
    with pytest.raises(WrongPassphrase):
        opens(surroundings, journal, PASSPHRASE)


def test_a_wrong_present_passphrase_is_said_and_changes_nothing(
    dialog, surroundings, journal, qtbot
):
    fill(dialog, present="not this one")
    dialog.change.click()
    assert "does not open this journal" in trouble_of(dialog, qtbot)
    assert dialog.present.passphrase_field.edit.selectedText()
    dialog.reject()
    assert opens(surroundings, journal, PASSPHRASE)


def test_a_new_passphrase_that_is_refused_is_told_once(dialog, qtbot):
    fill(dialog, new="password")
    qtbot.waitUntil(lambda: "Too easy" in dialog.new.strength.meter.words)
    dialog.change.click()
    qtbot.waitUntil(lambda: bool(dialog.new.new_field.error))
    assert dialog.new.strength.meter.words == ""


@pytest.mark.parametrize("again", ["", "another"])
def test_at_200_per_cent_a_refused_field_is_in_sight_with_its_error(
    page, dialog, look, qtbot, again
):
    page.window().resize(800, 520)
    look.set_scale(2.0)
    fill(dialog, again=again)
    dialog.change.setFocus()
    qtbot.wait(50)
    dialog.change.click()
    field = dialog.new.again_field
    assert field.edit.hasFocus()
    assert field.error
    qtbot.waitUntil(lambda: is_in_sight(field, dialog))


def test_at_200_per_cent_a_complaint_at_the_end_of_the_dialog_is_in_sight(
    page, dialog, look, qtbot
):
    page.window().resize(800, 520)
    look.set_scale(2.0)
    fill(dialog, present="not this one")
    dialog.change.click()
    trouble_of(dialog, qtbot)
    qtbot.waitUntil(lambda: is_in_sight(dialog.trouble, dialog))


def test_a_change_that_is_cancelled_leaves_the_passphrase_and_what_was_typed(
    dialog, surroundings, journal, qtbot, monkeypatch
):
    fill(dialog)
    with held_at(keys, "proven_bytes", monkeypatch):
        dialog.change.click()
        progress = under_way("Opening the new key", qtbot)
        assert progress.stop_button.isEnabled()
        progress.stop_button.click()
        assert progress.said.text() == "Stopping…"
    assert trouble_of(dialog, qtbot) == "Stopped. Nothing was changed."
    assert dialog.new.new_field.text == NEW
    dialog.reject()
    assert opens(surroundings, journal, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        opens(surroundings, journal, NEW)


def test_once_the_new_key_is_being_written_no_cancel_is_offered(
    dialog, surroundings, journal, qtbot, monkeypatch
):
    fill(dialog)
    with held_at(key_changes, "write_durably", monkeypatch):
        dialog.change.click()
        progress = under_way("This last step cannot be stopped.", qtbot)
        assert not progress.stop_button.isEnabled()
        qtbot.keyClick(progress, Qt.Key.Key_Escape)
    told = standing(ToldDialog, qtbot)
    assert "The new passphrase is in force." in words_of(told)
    told.reject()
    assert opens(surroundings, journal, NEW)


def test_measuring_anew_can_be_cancelled(page, surroundings, journal, qtbot, monkeypatch):
    page.security.keys.measure_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    with held_at(key_changes, "unlock_by", monkeypatch):
        dialog.go_on.click()
        under_way("Checking the passphrase", qtbot).stop_button.click()
    assert trouble_of(dialog, qtbot) == "Stopped. Nothing was changed."
    dialog.reject()
    assert opens(surroundings, journal, PASSPHRASE)


def test_two_that_differ_are_not_taken(dialog, qtbot):
    fill(dialog, again="seven kettles on the harbour wal")
    dialog.change.click()
    assert "not the same" in dialog.new.again_field.error
    assert dialog.isVisible()


@pytest.mark.parametrize("is_known", [False, True])
def test_a_passphrase_that_is_too_easy_is_refused_under_the_field(
    dialog, surroundings, journal, qtbot, is_known
):
    fill(dialog, new="password")
    dialog.known_line.setChecked(is_known)
    with qtbot.assertNotEmitted(dialog.new_key_asked):
        dialog.change.click()
        qtbot.waitUntil(lambda: "too easy" in dialog.new.new_field.error)
    dialog.reject()
    assert opens(surroundings, journal, PASSPHRASE)


def test_the_strength_is_said_in_words(dialog, qtbot):
    fill(dialog)
    meter = dialog.new.strength.meter
    qtbot.waitUntil(lambda: "strong" in meter.accessibleName().lower())


def test_somebody_knows_it_asks_for_a_new_key_and_changes_nothing_yet(
    page, dialog, surroundings, journal, qtbot
):
    fill(dialog)
    dialog.known_line.setChecked(True)
    assert dialog.change.words == "Close the journal and go on"
    with qtbot.waitSignal(page.new_key_asked) as caught:
        dialog.change.click()
    wish = caught.args[0]
    assert (wish.secret, wish.new_passphrase) == (Passphrase(PASSPHRASE), NEW)
    assert NEW not in repr(wish)
    assert PASSPHRASE not in repr(wish)
    assert opens(surroundings, journal, PASSPHRASE)


def test_the_passphrase_somebody_knows_is_no_new_one(page, dialog, qtbot):
    fill(dialog, new=PASSPHRASE)
    dialog.known_line.setChecked(True)
    with qtbot.assertNotEmitted(page.new_key_asked):
        dialog.change.click()
    assert "somebody may know" in dialog.new.new_field.error


def test_the_recovery_words_are_taken_instead_of_the_present_one(
    dialog, surroundings, journal, qtbot
):
    dialog.present.way_button.click()
    dialog.present.words_field.set_text(" ".join(journal[1]))
    fill(dialog)
    assert dialog.present.secret == RecoveryWords(" ".join(journal[1]))
    dialog.change.click()
    standing(ToldDialog, qtbot).reject()
    assert opens(surroundings, journal, NEW)


def test_no_secret_stays_in_a_dialog_that_was_left(dialog):
    fill(dialog)
    fields = dialog.present.passphrase_field, dialog.new.new_field, dialog.new.again_field
    dialog.done(0)
    assert [field.text for field in fields] == ["", "", ""]


def test_by_the_keys_alone_from_the_first_field_to_the_change(dialog, surroundings, journal, qtbot):
    qtbot.waitUntil(dialog.present.passphrase_field.edit.hasFocus)
    for text, key in ((PASSPHRASE, Qt.Key.Key_Return), (NEW, Qt.Key.Key_Return)):
        field = dialog.focusWidget()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, key)
    qtbot.keyClicks(dialog.focusWidget(), NEW)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    standing(ToldDialog, qtbot).reject()
    assert opens(surroundings, journal, NEW)


def test_new_words_are_asked_for_with_the_passphrase(page, journal, qtbot):
    page.security.keys.words_button.click()
    dialog = standing(SecretDialog, qtbot)
    assert not dialog.entry.way_button.isVisible()
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(page.new_key_asked) as caught:
        dialog.go_on.click()
    wish = caught.args[0]
    assert wish.folder == journal[0].vault.folder
    assert wish.new_passphrase == ""
    assert wish.passphrase == PASSPHRASE


def test_measuring_anew_says_what_a_guess_costs(page, surroundings, journal, qtbot):
    page.security.keys.measure_button.click()
    dialog = standing(SecretDialog, qtbot)
    dialog.entry.passphrase_field.edit.setText("not this one")
    dialog.go_on.click()
    assert "does not open" in trouble_of(dialog, qtbot)
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    told = standing(ToldDialog, qtbot)
    assert "MB of memory" in words_of(told)
    told.reject()
    assert opens(surroundings, journal, PASSPHRASE)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_sideways_and_every_control_has_a_name(dialog, look, scale):
    look.set_scale(scale)
    assert sideways_range(dialog) == 0
    assert unnamed_controls(dialog) == []
