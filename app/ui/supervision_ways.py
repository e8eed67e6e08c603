"""The ways to the next supervision, to those that were held, and to the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.placed_action import SESSION_FORM_ID
from app.services.sessions import AGREED, TOPICS

if TYPE_CHECKING:
    from app.ui.open_view import OpenView


class SupervisionWays(QObject):
    """What is being written is put away before anything else is shown."""

    def __init__(self, view: OpenView) -> None:
        """Lead about in this view of an open journal."""
        super().__init__(view)
        self._view = view

    def take(self, reflection_id: str) -> None:
        """Choose a reflection for the summary."""
        self._view.go("supervision")
        self._view.supervision.take(reflection_id)

    def prepare(self) -> None:
        """Write what is wanted from the next supervision."""
        self._open(TOPICS)

    def note_agreed(self) -> None:
        """Write what was agreed, after the session."""
        self._open(AGREED)

    def show_held(self) -> None:
        """Show the sessions in the journal."""
        self._view.show_journal()
        if self._view.current == "journal":
            filters = self._view.journal.list.filters
            filters.clear_quietly()
            filters.form.choose(SESSION_FORM_ID)

    def print_summary(self) -> None:
        """Print the supervision summary as it is chosen."""
        self._show_paper()
        self._view.supervision.print_summary()

    def use_word_form(self) -> None:
        """Fill the organisation's own form from the summary as it is chosen."""
        self._show_paper()
        self._view.supervision.save_as("word_form")

    def _open(self, place: str) -> None:
        if self._view.go_to_editor():
            self._view.editor.open_session(place)

    def _show_paper(self) -> None:
        if self._view.current != "supervision":
            self._view.go("supervision")
