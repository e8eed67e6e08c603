"""Locking: the words saved, the journal closed, the clipboard cleared, the process replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.ui.clipboard import ClipboardGuard
from app.ui.pages.unlock import UnlockPage
from app.ui.replacing import NextStart

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.pages.not_locked import NotLockedPage
    from app.ui.window import Window


class Locking(QObject):
    """Locks one window, one lock at a time."""

    def __init__(self, window: Window, stack: QStackedWidget) -> None:
        """The stack is where a page over the words would stand."""
        super().__init__(window)
        self._window, self._stack = window, stack
        self.clipboard = ClipboardGuard(self)
        self._is_locking = False
        self._cover: NotLockedPage | None = None
        self._focus: QWidget | None = None

    def lock(self, start: NextStart) -> None:
        """Lock, and go on at this start; words that cannot be saved are covered instead."""
        if self._is_locking:
            return
        self._is_locking = True
        try:
            with self._window.surroundings.lane.stopping_long_work():
                self._lock(start)
        finally:
            self._is_locking = False

    def forget_copied(self) -> None:
        """Take back what was copied out of the journal and is still on the clipboard."""
        self.clipboard.clear()

    def _lock(self, start: NextStart) -> None:
        view = self._window.open_view
        start = replace(start, note=start.note or _note_of_dialogs(self._window))
        if view is None:
            self._lock_way_in()
        elif view.put_away():
            self._cover = None
            try:
                self._window.let_go(view)
            finally:
                # Whatever closing meets: the words are saved, and a fresh process holds none.
                self._go_on(start)
        elif self._cover is None:
            self._cover_words()

    def _lock_way_in(self) -> None:
        page = self._window.way_in
        made = self._window.folder_of_shown_words()
        if page is None or (made is None and not isinstance(page, UnlockPage)):
            return
        page.leave()
        if made is not None:
            self._window.surroundings.settings.journal_folder = made
            self._go_on(NextStart(folder=made, note=page.note_of_lock))

    def _go_on(self, start: NextStart) -> None:
        self.forget_copied()
        settings = self._window.surroundings.settings
        settings.window_geometry = self._window.saveGeometry()
        settings.save()
        self._window.surroundings.replacing.replace(_without_known(start, settings.journal_folder))
        self._window.begin(start, self._window.surroundings.workshop.unlocking.is_journal)
        self._window.locked.emit()

    def _cover_words(self) -> None:
        from app.ui.pages.not_locked import NotLockedPage

        self._focus = QApplication.focusWidget()
        self._cover = cover = NotLockedPage(self._window.surroundings.look)
        cover.tried_again.connect(self._window.lock)
        cover.back_asked.connect(self._ask_who)
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._window.actions_by_name.allow(in_journal=False, in_editor=False)
        cover.back_button.setFocus()

    def _ask_who(self) -> None:
        from app.ui.dialogs.secret_dialog import SecretDialog, SecretWords

        view = self._window.open_view
        if view is None or self._cover is None:
            return
        surroundings = self._window.surroundings
        words = SecretWords(
            self.tr("Go back to your words"),
            self.tr("They are shown to nobody who cannot open this journal."),
            self.tr("Go back"),
            self.tr("Trying the passphrase…"),
            can_stop=False,
        )
        work = view.desk.prove
        dialog = SecretDialog(surroundings.look, surroundings.lane, words, work, self._cover)
        dialog.succeeded.connect(self._uncover)
        dialog.open()

    def _uncover(self, _result: object = None) -> None:
        cover, self._cover = self._cover, None
        if cover is None or self._window.open_view is None:
            return
        self._stack.setCurrentWidget(self._window.open_view)
        self._stack.removeWidget(cover)
        self._window.show_place()
        cover.uncover()
        cover.deleteLater()
        if self._focus is not None:
            self._focus.setFocus()


def _note_of_dialogs(window: QWidget) -> str:
    from app.ui.dialogs.dialog import Dialog  # here, for a quick start

    notes = (dialog.note_of_lock for dialog in window.findChildren(Dialog))
    return next(filter(None, notes), "")


def _without_known(start: NextStart, known: Path | None) -> NextStart:
    # The settings hold it already, and the list of programs shows every person's arguments.
    if start.folder is not None and start.folder == known:
        return NextStart(start.page, None, start.note)
    return start
