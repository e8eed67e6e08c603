"""The way to a new key: what is shown, what opens afterwards, and every way out of it."""

import shutil
from functools import partial

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import WrongPassphrase, WrongRecoveryWords
from app.domain.secret import Passphrase
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.new_key_wish import NewKeyWish
from app.ui.pages.new_key import NewKeyPage
from app.ui.replacing import KEYS_CHANGING, WORDS_UNSEEN
from app.vault import copying, keys
from app.vault.next_files import NextFiles
from tests.gui.standing import held_at, shown, under_way
from tests.gui.way_in import is_freed, sideways_range, unnamed_controls
from tests.workshops import PASSPHRASE

NEW = "seven kettles on the harbour wall"


@pytest.fixture
def journal(surroundings, tmp_path):
    """A closed journal's folder and its words; a snapshot lies in it."""
    folder = tmp_path / "My journal"

    def make():
        vault, words = surroundings.workshop.unlocking.create(folder, PASSPHRASE)
        surroundings.workshop.fill_sample(surroundings.workshop.desk(vault))
        surroundings.workshop.backups.snapshot_if_due(vault)
        vault.close()
        return words

    return folder, surroundings.lane.run_and_wait(make)


@pytest.fixture
def print_pages():
    printed = []

    def take(pages, _parent):
        printed.append(pages)
        return True

    take.printed = printed
    return take


def page_for(wish, surroundings, qtbot, print_pages=None):
    page = NewKeyPage(surroundings, wish, print_pages or (lambda *_: True))
    qtbot.addWidget(page)
    page.resize(1280, 740)
    page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(surroundings, journal, qtbot, print_pages):
    wish = NewKeyWish(journal[0], Passphrase(PASSPHRASE), NEW)
    return page_for(wish, surroundings, qtbot, print_pages)


def to_words(page, qtbot):
    page.enter()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    return page._making.words


def to_copies(page, qtbot):
    words = to_words(page, qtbot)
    page.words_step.written_button.click()
    for field, number in zip(page.check_step.fields, page.check_step.numbers, strict=True):
        field.set_text(words[number - 1])
    page.check_step.open_button.click()
    qtbot.waitUntil(page.copies_step.remove_button.isVisible)
    return words


def enters(surroundings, folder, *, passphrase=None, words=None):
    unlocking = surroundings.workshop.unlocking

    def enter():
        if words is None:
            unlocking.open(folder, passphrase).close()
        else:
            unlocking.open_with_words(folder, " ".join(words)).close()

    surroundings.lane.run_and_wait(enter)
    return True


def test_the_new_words_open_the_journal_and_the_old_secrets_do_not(
    page, surroundings, journal, qtbot
):
    folder, old_words = journal
    words = to_copies(page, qtbot)
    assert len(words) == 24
    assert set(words) != set(old_words)
    with qtbot.waitSignal(page.opened) as caught:
        page.copies_step.open_button.click()
    desk, opened = caught.args
    assert opened == folder
    surroundings.lane.run_and_wait(desk.close)
    assert enters(surroundings, folder, words=words)
    assert enters(surroundings, folder, passphrase=NEW)
    with pytest.raises(WrongRecoveryWords):
        enters(surroundings, folder, words=old_words)
    with pytest.raises(WrongPassphrase):
        enters(surroundings, folder, passphrase=PASSPHRASE)


def test_no_way_back_is_offered_where_none_leads_anywhere(page, qtbot):
    to_words(page, qtbot)
    assert not page.words_step.back_button.isVisible()
    assert page.words_step.written_button.isVisible()
    page.leave()


def test_new_words_alone_leave_the_passphrase(surroundings, journal, qtbot):
    wish = NewKeyWish(journal[0], Passphrase(PASSPHRASE))
    page = page_for(wish, surroundings, qtbot)
    words = to_copies(page, qtbot)
    page.leave()
    assert enters(surroundings, journal[0], words=words)
    assert enters(surroundings, journal[0], passphrase=PASSPHRASE)


def test_the_check_does_not_let_wrong_words_pass(page, qtbot):
    to_words(page, qtbot)
    page.words_step.written_button.click()
    page.check_step.fields[0].set_text("neither")
    page.check_step.open_button.click()
    assert page.stack.currentWidget() is page.check_step
    assert "not word" in page.check_step.fields[0].error
    page.leave()


def test_the_words_can_be_printed(page, print_pages, qtbot):
    words = to_words(page, qtbot)
    page.words_step.print_button.click()
    qtbot.waitUntil(lambda: bool(print_pages.printed))
    assert words
    assert print_pages.printed[0][0].startswith(b"<svg")
    page.leave()


def test_old_snapshots_are_counted_and_deleted_only_when_asked(page, journal, qtbot):
    snapshots = journal[0] / "snapshots"
    to_copies(page, qtbot)
    assert len(list(snapshots.iterdir())) == 1
    assert "1 snapshot" in page.copies_step.snapshots.accessibleName()
    page.copies_step.remove_button.click()
    qtbot.waitUntil(lambda: not page.copies_step.remove_button.isVisible())
    assert list(snapshots.iterdir()) == []
    assert "deleted" in page.copies_step.snapshots.accessibleName()
    page.leave()


def test_a_wrong_passphrase_can_be_typed_again_and_changes_nothing(surroundings, journal, qtbot):
    page = page_for(NewKeyWish(journal[0], Passphrase("not this"), NEW), surroundings, qtbot)
    page.enter()
    qtbot.waitUntil(page.work_step.trouble.isVisible)
    assert "does not open" in page.work_step.trouble.accessibleName()
    assert enters(surroundings, journal[0], passphrase=PASSPHRASE)
    page.work_step.entry.passphrase_field.edit.setText(PASSPHRASE)
    page.work_step.again_button.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    assert page.work_step.entry.secret is None
    page.leave()
    assert enters(surroundings, journal[0], passphrase=NEW)


def test_cancel_leaves_everything_as_it_was(page, surroundings, journal, qtbot):
    page.enter()
    (dialog,) = shown(ProgressDialog)
    dialog.stop()
    qtbot.waitUntil(page.work_step.trouble.isVisible)
    assert page.work_step.trouble.accessibleName() == "Stopped. Nothing was changed."
    assert enters(surroundings, journal[0], passphrase=PASSPHRASE)
    assert enters(surroundings, journal[0], words=journal[1])
    with qtbot.waitSignal(page.left):
        page.work_step.leave_button.click()
    assert page.note_of_lock == ""


WORK_OF_STEPS = {
    "Opening the new key": (keys, "proven_bytes"),
    "Encrypting the journal anew": (copying, "copy_database"),
    "Reading it back": (copying, "contents_of"),
}


@pytest.fixture(params=WORK_OF_STEPS)
def stopped_page(request, page, qtbot, monkeypatch):
    """The page, its work cancelled in the middle of a step."""
    with held_at(*WORK_OF_STEPS[request.param], monkeypatch):
        page.enter()
        under_way(request.param, qtbot).stop_button.click()
    return page


def test_cancel_at_any_step_leaves_everything_as_it_was(stopped_page, surroundings, journal, qtbot):
    trouble = stopped_page.work_step.trouble
    qtbot.waitUntil(trouble.isVisible)
    assert trouble.accessibleName() == "Stopped. Nothing was changed."
    assert enters(surroundings, journal[0], passphrase=PASSPHRASE)
    assert enters(surroundings, journal[0], words=journal[1])
    stopped_page.leave()


def test_once_the_new_key_is_put_into_force_no_cancel_is_offered(
    page, surroundings, journal, qtbot, monkeypatch
):
    with held_at(NextFiles, "put_database_in_place", monkeypatch):
        page.enter()
        progress = under_way("This last step cannot be stopped.", qtbot)
        assert not progress.stop_button.isEnabled()
        qtbot.keyClick(progress, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.words_step)
    words = page._making.words
    page.leave()
    assert enters(surroundings, journal[0], words=words)


def test_leaving_while_it_works_leaves_the_old_key_or_the_new_one_whole(
    page, surroundings, journal, qtbot
):
    page.enter()
    with surroundings.lane.stopping_long_work():
        page.leave()
    assert shown(ProgressDialog) == []
    assert page.note_of_lock == KEYS_CHANGING  # a new passphrase was wished for
    assert enters(surroundings, journal[0], passphrase=PASSPHRASE)
    assert enters(surroundings, journal[0], words=journal[1])


def test_leaving_before_the_words_were_confirmed_is_said_at_the_next_start(page, qtbot):
    to_words(page, qtbot)
    page.leave()
    assert page.note_of_lock == WORDS_UNSEEN
    assert page.words_step.grid._words == ()
    assert page._wish is None


def test_a_journal_that_is_gone_is_told_and_nothing_is_made(surroundings, journal, qtbot):
    shutil.rmtree(journal[0])
    page = page_for(NewKeyWish(journal[0], Passphrase(PASSPHRASE), NEW), surroundings, qtbot)
    page.enter()
    qtbot.waitUntil(page.work_step.trouble.isVisible)
    assert "no journal" in page.work_step.trouble.accessibleName()
    assert not journal[0].exists()
    page.leave()


@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_scrolls_sideways_at_200_per_cent(page, look, qtbot, width):
    page.resize(width, 480)
    look.set_scale(2.0)
    to_copies(page, qtbot)
    for step in (page.work_step, page.words_step, page.check_step, page.copies_step):
        page.stack.setCurrentWidget(step)
        assert sideways_range(page) == 0
    assert unnamed_controls(page) == []
    page.leave()


def test_a_closed_page_is_freed(surroundings, tmp_path, qapp):
    wish = NewKeyWish(tmp_path, Passphrase(PASSPHRASE))
    assert is_freed(partial(NewKeyPage, surroundings, wish), qapp)
