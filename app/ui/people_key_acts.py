"""Joins the menu's entry for the people key to the journal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.actions import Actions

if TYPE_CHECKING:
    from app.ui.open_view import OpenView
    from app.ui.window import Window


class PeopleKeyActs(QObject):
    """Names can belong to the reflection that is written or read, or to the whole journal."""

    def __init__(self, window: Window, actions: Actions) -> None:
        """Join the entry."""
        super().__init__(window)
        self._window = window
        actions["people_key"].triggered.connect(self._show_key)

    def _show_key(self) -> None:
        """Show the key over whatever page is shown."""
        view = self._window.open_view
        if view is None:
            return
        from app.ui.errands.people_key import PeopleKeyErrand  # here, for a quick start

        errand = PeopleKeyErrand(view.surroundings, view, view.desk)
        errand.changed.connect(self._on_changed)
        errand.begin(reflection_id_of(view))

    def _on_changed(self) -> None:
        view = self._window.open_view
        if view is not None and view.current == "supervision":
            view.supervision.enter()  # its paper shows the labels


def reflection_id_of(view: OpenView) -> str:
    """Give the id of the reflection that is written or read, or nothing."""
    if view.current == "editor":
        return view.editor.reflection_id or ""
    reading = view.journal.reading.reading if view.current == "journal" else None
    return reading.reflection.id if reading is not None else ""
