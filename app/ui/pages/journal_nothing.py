"""What stands in the list's place where nothing was found, with what was probably meant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.announcing import announce
from app.ui.look import Look
from app.ui.pages.journal_words import nothing_found_help, nothing_found_words, shown
from app.ui.parts.button import LinkRow
from app.ui.parts.empty_state import EmptyState
from app.ui.parts.label import Label

_UNDER_TEXT = 4  # the place in the empty state's column


class NothingFound(EmptyState):
    """Says so, offers other words, and the way back to what there was."""

    likely_chosen = Signal(str)  # words to search for instead

    def __init__(self, look: Look) -> None:
        """Offer no other words yet."""
        super().__init__(look, "search", "", plain=self.tr("Clear the filters"))
        self._look = look
        self.likely_links: list[LinkRow] = []
        self._likely = QWidget()
        self._rows = QVBoxLayout(self._likely)
        self._rows.setContentsMargins(0, look.space("m"), 0, 0)
        self._rows.setSpacing(0)
        self._question = Label(look, self.tr("Did you mean"), "small", "text_muted")
        self._rows.addWidget(self._question)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(_UNDER_TEXT, self._likely)
        self._likely.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._likely.hide()

    def show_search(self, words: str, filter_count: int, where: str = "") -> None:
        """Say what was not found and where, and what would find more."""
        self.set_words(nothing_found_words(words, where), nothing_found_help(words, where))
        remedy = self.tr("Clear the filters") if filter_count else self.tr("Clear the search")
        if where:
            remedy = self.tr("Show the whole journal")
        self.plain.set_words(remedy)

    def show_likely(self, likely: tuple[str, ...]) -> None:
        """Offer other words, or none."""
        for link in self.likely_links:
            self._rows.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.likely_links = [self._link(words) for words in likely]
        for link in self.likely_links:
            self._rows.addWidget(link)
        self._likely.setVisible(bool(likely))
        if likely:
            self._question.setAccessibleName(
                self.tr("Did you mean “{words}”?").format(words=shown(likely[0]))
            )
            announce(self._question)

    def _link(self, words: str) -> LinkRow:
        link = LinkRow(self._look, shown(words), parent=self._likely)
        link.setProperty("words", words)
        link.setAccessibleName(self.tr("Search for “{words}” instead").format(words=shown(words)))
        link.clicked.connect(self._on_clicked)
        return link

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, LinkRow):
            self.likely_chosen.emit(str(link.property("words")))
