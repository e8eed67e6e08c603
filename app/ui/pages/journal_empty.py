"""What the journal's page says while nothing is written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.empty_state import EmptyState

_WIDTH = 560


class JournalEmpty(QWidget):
    """How to begin; and the way to the bin, where everything may lie."""

    def __init__(self, look: Look) -> None:
        """Offer a beginning."""
        super().__init__()
        self._look = look
        self.state = EmptyState(
            look,
            "notebook-pen",
            self.tr("Nothing is written here yet"),
            self.tr(
                "Begin with something small: five minutes after a visit, a call or a meeting. "
                "What you write stands here, newest first, and is found again by its words."
            ),
            primary=self.tr("New reflection"),
            key_hint="Ctrl+N",
        )
        self.bin_link = LinkRow(look, "", "trash-2", is_small=True)
        space = look.theme.tokens.space
        column = QVBoxLayout(self)
        column.setContentsMargins(
            space["page_left"], 2 * space["page_top"], space["xxl"], space["page_top"]
        )
        column.addWidget(self.state)
        column.addWidget(self.bin_link)
        column.addStretch(1)
        self.bin_link.hide()
        look.changed.connect(self._fold)
        self._fold()

    def _fold(self) -> None:
        self.state.setMaximumWidth(round(_WIDTH * self._look.theme.scale))
