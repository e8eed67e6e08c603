"""What stands over the journal's list: the search, its filters, the way of looking, the count."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.pages.journal_filters import JournalFilters
from app.ui.pages.journal_words import way_words
from app.ui.pages.saved_menu import SavedMenu
from app.ui.parts.button import LinkRow
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.search_field import SearchField
from app.ui.parts.segmented import Segmented
from app.ui.parts.steady_label import SteadyLabel

_SIDE, _BOTTOM = 16, 10


class JournalHead(QWidget):
    """Holds these controls; what they do is the list's business."""

    def __init__(self, look: Look) -> None:
        """Lay them out in reading order."""
        super().__init__()
        self._look = look
        self.search_field = SearchField(look, self.tr("Search the journal"))
        self.saved = SavedMenu(look)
        self.filters = JournalFilters(look, self)
        self.clear_button = LinkRow(look, self.tr("Clear the filters"), is_small=True)
        self.ways = Segmented(look, way_words(), self.tr("Ways of looking through the journal"))
        self.count_label = SteadyLabel(look, "small", "text_muted")
        self.bin_link = LinkRow(look, "", "trash-2", is_small=True)
        self._lay_out()
        self.clear_button.hide()
        self.bin_link.hide()

    def _lay_out(self) -> None:
        filters = FlowLayout()
        for chip in (*self.filters.chips, self.clear_button):
            filters.addWidget(chip)
        counted = QHBoxLayout()
        counted.setSpacing(self._look.space("m"))
        counted.addWidget(self.count_label, 1)
        counted.addWidget(self.bin_link)
        head = QVBoxLayout(self)
        head.setContentsMargins(_SIDE, _SIDE, _SIDE, _BOTTOM)
        head.setSpacing(self._look.space("s"))
        searched = QHBoxLayout()
        searched.setSpacing(self._look.space("s"))
        searched.addWidget(self.search_field, 1)
        searched.addWidget(self.saved)
        head.addLayout(searched)
        head.addSpacing(2)
        head.addLayout(filters)
        head.addWidget(self.ways)
        head.addSpacing(2)
        head.addLayout(counted)


def name_bin(link: LinkRow, count: int) -> None:
    """Say on a link how many lie in the bin; an empty one needs no way to it."""
    words = QCoreApplication.translate("JournalHead", "Bin ({count})")
    link.set_words(words.format(count=f"{count:,}"))
    link.setVisible(count > 0)
