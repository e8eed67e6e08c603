"""What can stand on the journal's page: what is written, that nothing is yet, or trouble."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from app.domain.errors import AppError
from app.ui.announcing import announce
from app.ui.look import Look
from app.ui.pages.cannot_read import CannotRead
from app.ui.pages.journal_empty import JournalEmpty
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage

_WIDTH = 780


class JournalFaces(QStackedLayout):
    """Shows one of the three; trouble is made when there is some."""

    mending_asked = Signal()
    reads_again = Signal()  # after trouble that had the focus

    def __init__(self, look: Look, page: QWidget, columns: tuple[QWidget, QWidget]) -> None:
        """Stand on this page, with the list beside the reading view."""
        super().__init__(page)
        self._look = look
        self._browse = QWidget()
        row = QHBoxLayout(self._browse)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(columns[0])
        row.addWidget(columns[1], 1)
        self.empty = JournalEmpty(look)
        self.trouble: CannotRead | None = None
        self.addWidget(self._browse)
        self.addWidget(self.empty)

    def show_journal(self, *, has_writing: bool) -> None:
        """Show the list and what is read, or how to begin."""
        self.setCurrentWidget(self._browse if has_writing else self.empty)
        if self._forget_trouble():
            self.reads_again.emit()

    def show_trouble(self, error: AppError) -> None:
        """Say why nothing is shown; an empty list would look like no writing."""
        if self.trouble is not None:
            return  # each of several questions has failed
        self.trouble = CannotRead(self._look, error)
        self.trouble.mending_asked.connect(self.mending_asked)
        page = ScrollPage(self._look, round(_WIDTH * self._look.theme.scale))
        page.column.setSpacing(self._look.space("l"))
        page.column.addWidget(Label(self._look, self.tr("Journal"), "display"))
        page.column.addWidget(self.trouble)
        self.addWidget(page)
        self.setCurrentWidget(page)
        if self.trouble.mend_button is not None:
            self.trouble.mend_button.setFocus()
        announce(self.trouble.callout)

    def _forget_trouble(self) -> bool:
        """Take trouble away that is over; say whether the focus was there."""
        trouble, self.trouble = self.trouble, None
        if trouble is None:
            return False
        focused = QApplication.focusWidget()
        had_focus = focused is not None and trouble.isAncestorOf(focused)
        page = self.widget(self.count() - 1)
        assert page is not None
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
        return had_focus
