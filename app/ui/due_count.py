"""Beside the way to the actions stands how many are late or due within a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.ui.open_view import OpenView


class DueCount(QObject):
    """Counts anew whenever another page is shown, and when an action changed."""

    def __init__(self, view: OpenView) -> None:
        """Belong to the open journal's view."""
        super().__init__(view)
        self._view = view
        view.place_changed.connect(self.refresh)

    def refresh(self, _what_changed: object = None) -> None:
        """Count on the lane."""
        if self._view.desk.vault.is_closed:
            return
        lane = self._view.surroundings.lane
        job = lane.job()
        job.succeeded.connect(self._show)  # where it cannot be read, the page itself tells why
        lane.start(job, self._view.desk.actions.due_count)

    def _show(self, count: int) -> None:
        words = self.tr("{count} due").format(count=f"{count:,}") if count else ""
        self._view.side_bar.set_count("actions", words)
        self._view.top_bar.set_count("actions", words)
