"""The scenes of keys, backups, damage and mending, for the pictures of every screen."""

import shutil
from datetime import timedelta
from functools import partial

from PySide6.QtTest import QTest

from app.domain.backup import Snapshot
from app.domain.older_journal import Difference, OlderJournal
from app.domain.repair import CheckReport, NextStep, SalvageReport, Trouble
from app.domain.secret import Passphrase
from app.ui.dialogs.older_journal_dialog import OlderJournalDialog
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.snapshots_dialog import SnapshotsDialog
from app.ui.errands.salvaging import Salvaging, _Salvaged
from app.ui.new_key_wish import NewKeyWish
from app.ui.pages.new_key import NewKeyPage
from app.ui.pages.unlock import ToldAtUnlock
from tests.workshops import PASSPHRASE

NEW_PASSPHRASE = "seven kettles on the harbour wall"


def _security(studio):
    view = studio.open(studio.journal)
    view.go("settings")
    page = view.page("settings")
    page.show_group("security")
    studio.settle()
    return page


def _scroll_to(page, widget):
    area = page.stack.currentWidget()
    QTest.qWait(20)
    top = widget.mapTo(area.widget(), widget.rect().topLeft()).y()
    area.verticalScrollBar().setValue(top - 20)


def arrange_keys(studio):
    _security(studio)


def arrange_backups(studio):
    page = _security(studio)
    _scroll_to(page, page.security.backups)
    studio.settle(2)


def arrange_damage(studio):
    page = _security(studio)
    page.security.checking.show_report(
        CheckReport(
            (
                Trouble(
                    "“The conference that ran on” (14 September 2026) cannot be read whole.",
                    NextStep.SALVAGE,
                ),
                Trouble(
                    "“A visit in the rain” (2 October 2026) cannot be read whole.",
                    NextStep.SALVAGE,
                ),
            )
        )
    )
    _scroll_to(page, page.security.checking)
    studio.settle(2)


def arrange_change(studio):
    page = _security(studio)
    page.security.keys.change_button.click()
    dialog = studio.focused_dialog()
    dialog.present.passphrase_field.edit.setText(PASSPHRASE)
    dialog.new.new_field.edit.setText(NEW_PASSPHRASE)
    dialog.new.again_field.edit.setText(NEW_PASSPHRASE)
    dialog.known_line.setChecked(True)
    studio.settle(10)


def arrange_found(studio):
    """Break pages of an open journal, and let its own check find them."""
    page = _security(studio)
    path = studio.journal / "journal.db"
    whole = path.read_bytes()
    broken = bytearray(whole)
    for number in range(8, len(whole) // 4096, 3):
        broken[number * 4096 + 100 : number * 4096 + 164] = bytes(64)
    path.write_bytes(broken)
    page.security.checking.check.button.setFocus()
    page.security.checking.check.button.click()
    studio.settle(12)
    studio.after = partial(_put_back, studio, path, whole)


def _put_back(studio, path, whole):
    studio.shut()
    path.write_bytes(whole)


def _new_key_page(studio):
    studio.shut()
    studio.scratch = studio.folder / "Scratch" / "My journal"
    shutil.rmtree(studio.scratch.parent, ignore_errors=True)
    shutil.copytree(studio.journal, studio.scratch)
    page = NewKeyPage(studio.surroundings, NewKeyWish(studio.scratch, Passphrase(PASSPHRASE)))
    studio.window.show_page(page)
    studio.settle(12)
    return page


def arrange_refused_change(studio):
    page = _security(studio)
    page.security.keys.change_button.click()
    dialog = studio.focused_dialog()
    dialog.present.passphrase_field.edit.setText(PASSPHRASE)
    dialog.new.new_field.edit.setText(NEW_PASSPHRASE)
    studio.settle(10)
    dialog.change.click()
    studio.settle(2)


def arrange_weak(studio):
    page = _security(studio)
    page.security.keys.change_button.click()
    dialog = studio.focused_dialog()
    dialog.present.passphrase_field.edit.setText(PASSPHRASE)
    dialog.new.new_field.edit.setText("password")
    dialog.new.again_field.edit.setText("password")
    studio.settle(10)
    dialog.change.click()
    studio.settle(12)


def arrange_new_words(studio):
    _new_key_page(studio)


def arrange_old_copies(studio):
    page = _new_key_page(studio)
    page._on_confirmed()
    studio.settle(4)
    page.copies_step.show_count(3)
    studio.settle(2)


def arrange_back_up(studio):
    page = _security(studio)
    look, lane = studio.surroundings.look, studio.surroundings.lane
    dialog = ProgressDialog(look, lane, "Backing up…", page)
    dialog.open()
    dialog._watch.share = 0.62
    dialog._look_now()
    studio.settle(2)


def _given_backup(studio):
    file = studio.folder / "Afterword 2026-10-22.afterword-backup"
    view = studio.window.open_view
    backing_up = partial(studio.workshop.backups.back_up, view.desk.vault, file, replaces=True)
    studio.surroundings.lane.run_and_wait(backing_up)
    studio.surroundings.asker = _Given(file)


def arrange_look_inside(studio):
    page = _security(studio)
    _given_backup(studio)
    page.security.backups._restoring.look_inside()
    dialog = studio.focused_dialog()
    dialog.entry.passphrase_field.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    studio.settle(12)


def arrange_secret(studio):
    page = _security(studio)
    _given_backup(studio)
    page.security.backups._restoring.restore()
    dialog = studio.focused_dialog()
    dialog.entry.passphrase_field.edit.setText("not this one")
    dialog.go_on.click()
    studio.settle(12)


def arrange_snapshots(studio):
    page = _security(studio)
    now = studio.workshop.clock.now()
    made = [Snapshot(f"{n}", now - timedelta(days=n * n), 1_400_000 - n * 90_000) for n in range(9)]
    SnapshotsDialog(studio.surroundings.look, made, page, can_put_back=True).open()
    studio.settle(2)


def arrange_damaged_unlock(studio):
    studio.shut()
    studio.window.show_way_in(studio.journal)
    page = studio.window.way_in
    lead = "The journal’s file is damaged."
    rest = "It is not the passphrase. Nothing was changed. Look for a snapshot or a backup."
    page.offer_mending(ToldAtUnlock("error", lead, rest))
    studio.settle(2)


def arrange_older(studio):
    studio.shut()
    studio.window.show_way_in(studio.journal)
    day = studio.workshop.clock.now().date()
    warning = OlderJournal(Difference.OLDER, day - timedelta(days=9), 12)
    OlderJournalDialog(studio.surroundings.look, warning, studio.window.way_in).open()
    studio.settle(2)


def arrange_reminder(studio):
    view = studio.open(studio.journal)
    forget = partial(view.desk.vault.set_preference, "last_backup", "")
    studio.surroundings.lane.run_and_wait(forget)
    view.go("home")
    studio.settle(8)


def _unread(studio, place):
    """Open a journal whose pages are broken in that very moment, as a failing disk does it."""
    studio.shut()
    folder = studio.folder / "Broken" / "My journal"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(studio.journal, folder)
    opening = partial(studio.workshop.unlocking.open, folder, PASSPHRASE)
    vault = studio.surroundings.lane.run_and_wait(opening)
    path = folder / "journal.db"
    path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096))
    studio.window.show_desk(studio.workshop.desk(vault), folder)
    studio.settle()
    studio.window.open_view.go(place)
    studio.settle()
    studio.after = studio.shut


def arrange_unread_home(studio):
    _unread(studio, "home")


def arrange_unread_journal(studio):
    _unread(studio, "journal")


def arrange_salvaged(studio):
    arrange_damaged_unlock(studio)
    page = studio.window.way_in
    salvaging = Salvaging(studio.surroundings, page, studio.journal)
    report = SalvageReport(whole=0, unproven=12, versions_missing=12)
    salvaging._on_salvaged(_Salvaged(studio.folder / "My journal salvaged", report))
    studio.settle(2)


class _Given:
    def __init__(self, file):
        self._file = file

    def open_path(self, parent, title, kind):
        return self._file


SCENES = {
    "50-security-keys": arrange_keys,
    "51-security-backups": arrange_backups,
    "52-security-damage": arrange_damage,
    "53-change-passphrase": arrange_change,
    "54-new-words": arrange_new_words,
    "55-old-copies": arrange_old_copies,
    "56-back-up-progress": arrange_back_up,
    "57-look-inside": arrange_look_inside,
    "58-wrong-secret": arrange_secret,
    "59-snapshots": arrange_snapshots,
    "60-unlock-damaged": arrange_damaged_unlock,
    "61-older-journal": arrange_older,
    "62-home-reminder": arrange_reminder,
    "63-home-cannot-be-read": arrange_unread_home,
    "64-journal-cannot-be-read": arrange_unread_journal,
    "65-salvaged": arrange_salvaged,
    "66-passphrase-refused": arrange_refused_change,
    "67-weak-passphrase": arrange_weak,
    "68-check-found": arrange_found,
}
