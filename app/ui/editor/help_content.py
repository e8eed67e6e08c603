"""What the help says: headings with words under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.sharing import Sharing
from app.ui.look import Look
from app.ui.parts.divider import Divider
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel
from app.ui.parts.sharing_control import sharing_mark, sharing_word


class HelpContent(QWidget):
    """Headings with words under them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def add_lead(self, words: str) -> None:
        """Add a line in the stronger weight."""
        self._add(words, "subheading", "text")

    def add_words(self, heading: str, words: str) -> None:
        """Add a paragraph, unless there is nothing to say."""
        if not words:
            return
        if heading:
            self._column.addSpacing(10)
            self._add(heading, "small_strong", "text_muted")
        self._add(words, "body", "text")

    def add_source(self, words: str) -> None:
        """Add where it comes from."""
        if not words:
            return
        self._column.addSpacing(10)
        self._add(self.tr("Where this comes from"), "small_strong", "text_muted")
        self._add(words, "small", "text")

    def add_sharing(self) -> None:
        """Add who may see an answer."""
        self._column.addSpacing(13)
        self._column.addWidget(Divider(self._look))
        self._column.addSpacing(13)
        self._add(self.tr("Who may see this answer"), "small_strong", "text_muted")
        meanings = (
            (Sharing.PRIVATE, self.tr("only in the journal")),
            (Sharing.SUPERVISION, self.tr("offered for the summary")),
            (Sharing.CPD, self.tr("offered for the year")),
        )
        for sharing, meaning in meanings:
            icon = IconLabel(self._look, *sharing_mark(sharing), size="s")
            icon.stand_beside("small")
            lead = self.tr("{sharing}:").format(sharing=sharing_word(sharing))
            row = QHBoxLayout()
            row.setContentsMargins(0, 3, 0, 3)
            row.setSpacing(self._look.space("s"))
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(LeadLabel(self._look, lead, meaning, "small"), 1)
            self._column.addLayout(row)

    def _add(self, words: str, style: str, colour: str) -> None:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        self._column.addWidget(label)
