"""What an open journal asks for and what needs it closed first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.replacing import TO_MEND, NextStart

if TYPE_CHECKING:
    from app.ui.locking import Locking
    from app.ui.new_key_wish import NewKeyWish
    from app.ui.open_view import OpenView
    from app.ui.window import Window


class ClosedWork(QObject):
    """Closes the journal of one window, and goes on with what was asked for."""

    def __init__(self, window: Window, locking: Locking) -> None:
        """Whatever ends at the closed journal goes by a lock, which forgets what was shown."""
        super().__init__(window)
        self._window, self._locking = window, locking

    def join_view(self, view: OpenView) -> None:
        """Listen to a journal just opened."""
        view.new_key_asked.connect(self._make_new_key)
        view.mending_asked.connect(self._mend)
        view.folder_asked.connect(self._open_other)

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
