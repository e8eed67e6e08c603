"""The ways into the form studio, from the forms and from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.ui.open_view import OpenView


class OwnFormWays(QObject):
    """What is being written is put away before the studio is shown."""

    def __init__(self, view: OpenView) -> None:
        """Lead about in this view of an open journal."""
        super().__init__(view)
        self._view = view

    def show_list(self) -> None:
        """Show the person's own forms."""
        self._view.go("studio")
        if self._view.current == "studio":
            self._view.studio.show_list()

    def make(self) -> None:
        """Make a form."""
        self._view.studio.wish_new()
        self._view.go("studio")

    def copy(self, form_id: str) -> None:
        """Copy a form, and change the copy."""
        self._view.studio.wish_copy(form_id)
        self._view.go("studio")

    def change(self, form_id: str) -> None:
        """Change an own form."""
        self._view.studio.wish_change(form_id)
        self._view.go("studio")
