"""How calendar, timeline or themes and the list of what is found share the room they have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.pages.journal_overview import CALENDAR, LIST, THEMES, TIMELINE, JournalOverview
from app.ui.parts.button import LinkRow
from app.ui.parts.divider import Divider
from app.ui.parts.scroll_page import ScrollPage

_SIDE = 16
_LEAST_LIST = 150  # a month's heading and a reflection, at the usual text size
_ENDLESS = 16_777_215


class JournalBody(QWidget):
    """One above the other; where that is too much, the overview first and then what it leads to."""

    def __init__(self, look: Look, overview: JournalOverview, found: QWidget) -> None:
        """Begin with the list alone."""
        super().__init__()
        self._look, self._overview, self._found = look, overview, found
        self._is_further = False  # past the overview, where only one of both fits
        self.back_link = LinkRow(look, "", "arrow-left", is_small=True)
        self._back = QWidget()
        back = QHBoxLayout(self._back)
        back.setContentsMargins(_SIDE, 4, _SIDE, 4)
        back.addWidget(self.back_link)
        back.addStretch(1)
        self._divider = Divider(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(overview)
        column.addWidget(self._divider)
        column.addWidget(self._back)
        column.addWidget(found, 1)
        self.back_link.clicked.connect(self._go_back)
        look.changed.connect(self.fold)
        # It tells so while it is being laid out itself.
        overview.height_changed.connect(self.fold, Qt.ConnectionType.QueuedConnection)
        self.fold()

    def show_way(self) -> None:
        """Begin with the overview again: another one is shown, or none."""
        self._is_further = False
        self.fold()

    def go_further(self) -> bool:
        """Show the list where only one of both fits; say whether it was out of sight."""
        was_hidden = not self.shows_list
        self._is_further = True
        self.fold()
        return was_hidden

    @property
    def shows_list(self) -> bool:
        """Say whether the list is in sight."""
        return not self._found.isHidden()

    def focus_overview(self) -> None:
        """Go to what stands over the list."""
        if self._overview.pane is not None:
            self._overview.pane.take_focus()

    def fold(self) -> None:
        """Show both, or the one that is wanted."""
        pane, room = self._overview.pane, self.height()
        wanted = pane.wanted_height(room) if pane is not None else 0
        least = round(_LEAST_LIST * self._look.theme.scale)
        is_alone = pane is not None and room < wanted + least
        shows_overview = pane is not None and not (is_alone and self._is_further)
        shows_found = pane is None or not is_alone or self._is_further
        # What goes goes first: both at once would ask for more height than there is.
        if not shows_found:
            self._found.hide()
        self._overview.setVisible(shows_overview)
        self._overview.setMinimumHeight(0 if is_alone else wanted)
        self._overview.setMaximumHeight(_ENDLESS if is_alone else wanted)
        self._divider.setVisible(shows_overview and shows_found)
        self._back.setVisible(is_alone and self._is_further)
        if shows_found:
            self._found.show()
        self.back_link.set_words(_back_words(self._overview.way))

    def _go_back(self) -> None:
        self._is_further = False
        self.fold()
        self.focus_overview()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is too little room for both."""
        super().resizeEvent(event)
        self.fold()


def with_room(look: Look, widget: QWidget) -> QWidget:
    """Give a widget room around it, in the place of the list; what is too high for it scrolls."""
    page = ScrollPage(look)
    room = look.space("xl")
    page.margins.setContentsMargins(_SIDE, room, _SIDE, room)
    page.column.addWidget(widget)
    return page


def _back_words(way: str) -> str:
    words = {
        LIST: "",
        CALENDAR: QCoreApplication.translate("JournalBody", "Back to the calendar"),
        TIMELINE: QCoreApplication.translate("JournalBody", "Back to the timeline"),
        THEMES: QCoreApplication.translate("JournalBody", "Back to the themes"),
    }
    return words[way]
