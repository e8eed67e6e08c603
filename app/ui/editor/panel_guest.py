"""What may stand in the side panel instead of the help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class PanelGuest(QWidget):
    """What may stand in the panel instead of the help."""

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside the page, or take all of its room."""
        raise NotImplementedError
