"""Joins the entries of the menus for the reflection that is read: versions, review, hold, bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.actions import Actions

if TYPE_CHECKING:
    from app.services.browsing import Reading
    from app.ui.window import Window

_ANY = ("look_again", "look_again_on", "review_date", "to_bin", "print_reflection")


class KeepingMenuActs(QObject):
    """They are enabled while the journal's page shows a reflection."""

    def __init__(self, window: Window, actions: Actions) -> None:
        """Join the entries."""
        super().__init__(window)
        self._window, self._actions = window, actions
        actions["versions"].triggered.connect(self._ask_versions)
        actions["look_again"].triggered.connect(self._look_again)
        actions["look_again_on"].triggered.connect(self._ask_look_again)
        actions["review_date"].triggered.connect(self._ask_review_date)
        actions["hold"].triggered.connect(self._ask_hold)
        actions["release_hold"].triggered.connect(self._ask_release)
        actions["to_bin"].triggered.connect(self._ask_bin)
        actions["print_reflection"].triggered.connect(self._print)

    def allow_at(self, place: str) -> None:
        """Enable what fits this place."""
        view = self._window.open_view
        is_there = view is not None and place == "journal"
        self.allow(view.journal.reading.reading if view is not None and is_there else None)

    def allow(self, reading: Reading | None) -> None:
        """Enable what fits the reflection that is read."""
        view = self._window.open_view
        if view is None or view.current != "journal":
            reading = None
        is_held = reading is not None and reading.keeping.is_held
        for name in _ANY:
            self._actions[name].setEnabled(reading is not None)
        self._actions["versions"].setEnabled(reading is not None and reading.version_count > 1)
        self._actions["hold"].setEnabled(reading is not None and not is_held)
        self._actions["release_hold"].setEnabled(is_held)

    def _ask_versions(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.reading.ask_versions()

    def _look_again(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.reading.going_on.look_again_asked.emit()

    def _print(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.reading.print_menu.reflection_asked.emit()

    def _ask_look_again(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.keeping.ask_look_again()

    def _ask_review_date(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.keeping.ask_review_date()

    def _ask_hold(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.keeping.ask_hold()

    def _ask_release(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.keeping.ask_release()

    def _ask_bin(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.journal.keeping.ask_bin()
