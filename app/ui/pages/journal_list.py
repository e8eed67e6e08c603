"""The journal's left column: what is searched for, how many were found, and the list of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.filters import Filters
from app.domain.finding import Found, ReflectionOutline, Search
from app.services.browsing import FilterChoices
from app.ui.look import Look
from app.ui.models.reflection_delegate import ReflectionDelegate
from app.ui.models.reflection_list import PAGE_SIZE, ReflectionListModel
from app.ui.pages.journal_body import JournalBody, with_room
from app.ui.pages.journal_head import JournalHead, name_bin
from app.ui.pages.journal_nothing import NothingFound
from app.ui.pages.journal_overview import LIST, JournalOverview
from app.ui.pages.journal_words import count_words
from app.ui.parts.divider import Divider
from app.ui.parts.reflection_list_view import ReflectionListView

_MOST_KEPT_LOADED = 500
_LEAST_SCREENFUL, _ROWS_TO_SPARE = 8, 2


class JournalList(QWidget):
    """Search field, filters, count and list. It tells what is wanted and shows what was found."""

    search_changed = Signal()
    current_changed = Signal(str)  # reflection id
    reading_asked = Signal()  # by Enter in the search field or, where folded, on a row
    edit_asked = Signal(str)  # reflection id
    whole_journal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._current_id = ""
        self._is_own_choice = True
        self._is_folded = False
        self.model = ReflectionListModel(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.head = JournalHead(look)
        self.search_field, self.filters = self.head.search_field, self.head.filters
        self.clear_button, self.bin_link = self.head.clear_button, self.head.bin_link
        self.count_label = self.head.count_label
        self.view = ReflectionListView()
        self.view.setAccessibleName(self.tr("Reflections"))
        self.view.setModel(self.model)
        self.delegate = ReflectionDelegate(look, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.layout_began.connect(self.delegate.begin_layout)
        self.overview = JournalOverview(look, self.bin_link)
        self.nothing_found = NothingFound(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(with_room(look, self.nothing_found))
        self.body = JournalBody(look, self.overview, self._stack)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.head)
        inner.addWidget(Divider(self._look))
        inner.addWidget(self.body, 1)
        row = QHBoxLayout(self)
        # The line towards the reading view is painted in this pixel.
        row.setContentsMargins(0, 0, 1, 0)
        row.addLayout(inner)
        QWidget.setTabOrder(self.body.back_link, self.view)

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self._on_changed)
        self.search_field.returnPressed.connect(self.reading_asked)
        self.search_field.left_downwards.connect(self.focus_list)
        self.search_field.escaped.connect(self.focus_list)
        self.filters.changed.connect(self._on_changed)
        self.clear_button.clicked.connect(self.clear_filters)
        self.nothing_found.plain_clicked.connect(self._clear_something)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(self._on_opened)
        self.view.opened.connect(self._on_entered)
        self.view.left_upwards.connect(self.focus_search)
        self.overview.narrowed.connect(self._on_changed)
        self.overview.theme_chosen.connect(self.filters.theme.choose)
        self.overview.opened.connect(self._on_overview_opened)
        self._look.changed.connect(self._on_look_changed)

    @property
    def words(self) -> str:
        """The words that are searched for."""
        return self.search_field.text()

    @property
    def current_id(self) -> str:
        """The reflection that is chosen, also while the list does not hold it."""
        return self._current_id

    def search(self, today: date, *, keeps_pages: bool = False) -> Search:
        """Give what is searched for: of words the first screenful, or as much as is loaded."""
        wide = self.wide_search(today)
        return replace(self.overview.narrow(wide), limit=self._limit(keeps_pages=keeps_pages))

    def wide_search(self, today: date) -> Search:
        """Give the same search without what is chosen in calendar or timeline."""
        return self.filters.chosen.search(self.words, today)

    def show_way(self, way: str, today: date, start: date) -> None:
        """Show another overview, or none."""
        self.overview.show_way(way, today, start)
        self.body.show_way()

    def _limit(self, *, keeps_pages: bool) -> int:
        """Give how many to ask for; what a person has chosen herself is looked for further down."""
        if keeps_pages:
            return max(PAGE_SIZE, min(self.model.loaded, _MOST_KEPT_LOADED))
        if self.words and not (self._current_id and self._is_own_choice):
            return self._screenful()
        return PAGE_SIZE

    def _screenful(self) -> int:
        """Count the rows that could be seen at once, were they as low as a found one can be."""
        rows = self.view.viewport().height() // self.delegate.least_height() + _ROWS_TO_SPARE
        return min(max(_LEAST_SCREENFUL, rows), PAGE_SIZE)

    def show_found(self, found: Found) -> None:
        """Show what was found; the chosen reflection stays chosen if it is among them."""
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self.model.show(found)
        index = self.model.index_of(self._current_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            bar.setValue(place)
            self.view.scrollTo(index)
        where = self.overview.where
        self.count_label.setText(count_words(found, self.words, where))
        if not found.outlines:
            self.nothing_found.show_search(self.words, self.filters.count, where)
        self._stack.setCurrentIndex(0 if found.outlines else 1)

    def show_choices(self, choices: FilterChoices) -> None:
        """Offer the filters in use, mark what is on hold, and lead to the bin."""
        self.filters.offer(choices)
        self.model.mark_held(choices.held)
        name_bin(self.bin_link, choices.in_bin)

    def load_page(self) -> None:
        """Ask for the rest of the first page, unless the screenful was all there is."""
        if self.model.loaded < PAGE_SIZE:
            self.model.forget_waiting()
            self.model.fetchMore(QModelIndex())

    def append(self, found: Found) -> None:
        """Add the next page."""
        self.model.append(found)
        index = self.model.index_of(self._current_id)
        if index.isValid() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(index)

    def choose(self, reflection_id: str) -> None:
        """Choose a reflection without telling anyone; its row is found when it is loaded."""
        self._current_id = reflection_id
        self._is_own_choice = True
        index = self.model.index_of(reflection_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.selectionModel().clear()

    def choose_first(self, *, is_own_choice: bool = True) -> None:
        """Choose the newest of what was found, as a person does."""
        index = self.model.first_index()
        if index.isValid():
            self.view.setCurrentIndex(index)
            self._is_own_choice = is_own_choice

    def focus_search(self) -> None:
        """Go to the search field, ready to be typed over."""
        self.search_field.select_all()

    def focus_list(self) -> None:
        """Go to the list, or stay where nothing was found."""
        if not self.body.shows_list:
            self.body.focus_overview()
        elif self.model.loaded:
            if not self.view.currentIndex().isValid():
                self.choose_first()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_folded(self, is_folded: bool) -> None:
        """Let a row lead to the reading view, where list and reading view alternate."""
        self._is_folded = is_folded
        self.update()

    def clear_filters(self) -> None:
        """Turn every filter off; the words stay."""
        is_on = self.filters.count > 0
        self.filters.clear_quietly()
        if is_on:
            self._on_changed()

    def clear_search(self) -> None:
        """Turn every filter off and forget the words, without telling anyone."""
        self.search_field.set_quietly("")
        self.filters.clear_quietly()
        self._leave_overview()
        self._show_clear()

    def show_theme(self, theme: str) -> None:
        """Show every reflection that has a theme, within the other filters."""
        self._leave_overview()
        self.filters.theme.set_value(theme)
        self._on_changed()

    def show_search(self, words: str, filters: Filters) -> None:
        """Search for these words within these filters, whatever was searched for before."""
        self.search_field.set_quietly(words)
        self.filters.show_quietly(filters)
        self._on_changed()

    def _leave_overview(self) -> None:
        self.head.ways.set_chosen(LIST)
        self.overview.show_list()
        self.body.show_way()

    def _clear_something(self) -> None:
        if self.overview.where:
            self.whole_journal_asked.emit()
        elif self.filters.count:
            self.clear_filters()
        else:
            self.search_field.clear()
        self.search_field.setFocus()

    def _show_clear(self) -> None:
        # A single filter is turned off in its own menu.
        self.clear_button.setVisible(self.filters.count > 1)

    def _on_overview_opened(self) -> None:
        """Where the list was out of sight, what was chosen over it leads there."""
        if self.body.go_further():
            self.focus_list()

    def _on_changed(self, _value: object = None) -> None:
        self._show_clear()
        self.search_changed.emit()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        outline = self.model.outline(current)
        if outline is not None and outline.id != self._current_id:
            self._current_id = outline.id
            self._is_own_choice = True
            self.current_changed.emit(outline.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._is_own_choice = True
        if self._is_folded and self.model.outline(index) is not None:
            self.reading_asked.emit()

    def _on_entered(self, index: QModelIndex) -> None:
        if self._is_folded:
            self._on_clicked(index)
        else:
            self._on_opened(index)

    def _on_opened(self, index: QModelIndex) -> None:
        outline: ReflectionOutline | None = self.model.outline(index)
        if outline is not None:
            self.edit_asked.emit(outline.id)

    def _on_look_changed(self) -> None:
        self.delegate.forget()
        self.view.doItemsLayout()
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line towards the reading view."""
        if not self._is_folded:
            colour = self._look.colour("line")
            QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), colour)

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow as the page does."""
        return QSize(160, 200)
