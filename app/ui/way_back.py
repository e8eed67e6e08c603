"""The way back from making a journal to the closed one, which still says what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.pages.unlock import ToldAtUnlock, UnlockPage

if TYPE_CHECKING:
    from app.ui.pages.welcome import WelcomePage
    from app.ui.window import Window


class WayBack(QObject):
    """Leads back in one window: the page of the closed journal is made anew there."""

    def __init__(self, window: Window) -> None:
        """Know no way back yet."""
        super().__init__(window)
        self._window = window
        self._told: ToldAtUnlock | None = None

    def join_welcome(self, welcome: WelcomePage) -> None:
        """Offer the way back from this page, if it takes the place of a closed journal's."""
        unlock = self._window.way_in
        self._told = unlock.told_of_damage if isinstance(unlock, UnlockPage) else None
        welcome.set_can_go_back(isinstance(unlock, UnlockPage))
        welcome.back_asked.connect(self._go_back)

    def _go_back(self) -> None:
        self._window.show_way_in(self._window.folder)
        unlock = self._window.way_in
        if self._told is not None and isinstance(unlock, UnlockPage):
            unlock.offer_mending(self._told)
