"""What an open journal asks for and what needs it closed first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.replacing import TO_MEND, WORDS_UNSEEN, FirstPage, NextStart

if TYPE_CHECKING:
    from app.ui.locking import Locking
    from app.ui.new_key_wish import NewKeyWish
    from app.ui.open_view import OpenView
    from app.ui.page import Page
    from app.ui.window import Window


class ClosedWork(QObject):
    """Closes the journal of one window, and goes on with what was asked for."""

    def __init__(self, window: Window, locking: Locking) -> None:
        """Whatever ends at the closed journal goes by a lock, which forgets what was shown."""
        super().__init__(window)
        self._window, self._locking = window, locking
        self._held_page: Page | None = None

    def join_view(self, view: OpenView) -> None:
        """Listen to a journal just opened."""
        view.new_key_asked.connect(self._make_new_key)
        view.mending_asked.connect(self._mend)
        view.folder_asked.connect(self._open_other)

    def holds_words_back(self) -> bool:
        """Stay once where new recovery words are shown that nobody confirmed, and say so."""
        page = self._window.way_in
        shown = self._window.folder_of_shown_words()
        if page is None or shown is None or page.note_of_lock != WORDS_UNSEEN:
            return False
        # From here on the next start leads to this journal, however this page is left.
        self._window.surroundings.settings.journal_folder = shown
        if page is self._held_page:
            return False
        self._held_page = page
        words = self.tr(
            "These recovery words are shown only here, and are not confirmed yet. Asking the same "
            "once more leaves them."
        )
        self._window.status_line.set_left("triangle-alert", words, "trouble")
        return True

    def make_another(self) -> None:
        """Lock what is open and show the page that makes a journal."""
        if self.holds_words_back():
            return
        if self._window.open_view is None:
            self._window.show_welcome()
        else:
            self._locking.lock(NextStart(FirstPage.WELCOME, self._window.folder))

    def open_another(self) -> None:
        """Ask for another journal's folder, lock what is open, and show the way into the other."""
        if self.holds_words_back():
            return
        if self._window.open_view is None:
            self._window.choose_folder()
            return
        folder = self._window.chosen_folder()
        if folder is not None:
            self._locking.lock(NextStart(folder=folder))

    def _make_new_key(self, wish: NewKeyWish) -> None:
        if not self._window.close_journal():
            return
        from app.ui.pages.new_key import NewKeyPage

        page = NewKeyPage(self._window.surroundings, wish)
        page.opened.connect(self._window.show_desk)
        page.left.connect(self._leave)
        self._window.show_page(page)

    def _leave(self) -> None:
        self._locking.lock(NextStart(folder=self._window.folder))

    def _mend(self) -> None:
        view = self._window.open_view
        if view is not None:
            self._locking.lock(NextStart(folder=view.desk.vault.folder, note=TO_MEND))

    def _open_other(self, folder: Path) -> None:
        self._locking.lock(NextStart(folder=folder))
