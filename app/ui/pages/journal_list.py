"""The journal's left column: what is searched for, how many were found, and the list of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.date_span import DateSpan, days_of
from app.domain.finding import Found, ReflectionOutline, Search
from app.services.browsing import FilterChoices
from app.ui.look import Look
from app.ui.models.reflection_delegate import ReflectionDelegate
from app.ui.models.reflection_list import PAGE_SIZE, ReflectionListModel
from app.ui.pages.journal_words import (
    count_words,
    nothing_found_help,
    nothing_found_words,
)
from app.ui.parts.button import LinkRow
from app.ui.parts.divider import Divider
from app.ui.parts.empty_state import EmptyState
from app.ui.parts.filter_chip import FilterChip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.reflection_list_view import ReflectionListView
from app.ui.parts.search_field import SearchField

_MOST_KEPT_LOADED = 500
_SIDE, _HEAD_BOTTOM = 16, 10


class JournalList(QWidget):
    """Search field, filters, count and list. It tells what is wanted and shows what was found."""

    search_changed = Signal()
    current_changed = Signal(str)  # reflection id
    reading_asked = Signal()  # by Enter in the search field or, where folded, on a row
    edit_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._current_id = ""
        self._is_folded = False
        self.model = ReflectionListModel(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.search_field = SearchField(look, self.tr("Search the journal"))
        self.status_filter = FilterChip(look, self.tr("Status"), self.tr("Complete and drafts"))
        self.form_filter = FilterChip(look, self.tr("Form"), self.tr("Every form"))
        self.theme_filter = FilterChip(look, self.tr("Theme"), self.tr("Every theme"))
        self.dates_filter = FilterChip(look, self.tr("Dates"), self.tr("All dates of events"))
        self.status_filter.set_options(((True, self.tr("Complete")), (False, self.tr("Draft"))))
        self.dates_filter.set_options(
            (
                (DateSpan.THIS_MONTH, self.tr("This month")),
                (DateSpan.LAST_THREE_MONTHS, self.tr("Last three months")),
                (DateSpan.THIS_YEAR, self.tr("This year")),
            )
        )
        self.clear_button = LinkRow(look, self.tr("Clear the filters"), is_small=True)
        self.count_label = Label(look, "", "small", "text_muted")
        self.count_label.setWordWrap(True)
        self.view = ReflectionListView()
        self.view.setAccessibleName(self.tr("Reflections"))
        self.view.setModel(self.model)
        self.delegate = ReflectionDelegate(look, self.view)
        self.view.setItemDelegate(self.delegate)
        self.nothing_found = EmptyState(look, "search", "", plain=self.tr("Clear the filters"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._with_room(self.nothing_found))
        self._lay_out()

    def _lay_out(self) -> None:
        filters = FlowLayout()
        for chip in (*self.filters, self.clear_button):
            filters.addWidget(chip)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, _SIDE, _SIDE, _HEAD_BOTTOM)
        head.setSpacing(self._look.space("s"))
        head.addWidget(self.search_field)
        head.addSpacing(2)
        head.addLayout(filters)
        head.addSpacing(2)
        head.addWidget(self.count_label)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(Divider(self._look))
        inner.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        # The line towards the reading view is painted in this pixel.
        row.setContentsMargins(0, 0, 1, 0)
        row.addLayout(inner)
        self.clear_button.hide()

    def _with_room(self, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        room = self._look.space("xl")
        column.setContentsMargins(_SIDE, room, _SIDE, room)
        column.addWidget(widget)
        column.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self._on_changed)
        self.search_field.returnPressed.connect(self.reading_asked)
        self.search_field.left_downwards.connect(self.focus_list)
        self.search_field.escaped.connect(self.focus_list)
        for chip in self.filters:
            chip.value_changed.connect(self._on_changed)
        self.clear_button.clicked.connect(self.clear_filters)
        self.nothing_found.plain_clicked.connect(self._clear_something)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_clicked)
        self.view.doubleClicked.connect(self._on_opened)
        self.view.opened.connect(self._on_entered)
        self.view.left_upwards.connect(self.focus_search)
        self._look.changed.connect(self._on_look_changed)

    @property
    def filters(self) -> tuple[FilterChip, ...]:
        """The filters in reading order."""
        return (self.status_filter, self.form_filter, self.theme_filter, self.dates_filter)

    @property
    def words(self) -> str:
        """The words that are searched for."""
        return self.search_field.text()

    @property
    def current_id(self) -> str:
        """The reflection that is chosen, also while the list does not hold it."""
        return self._current_id

    def search(self, today: date, *, keeps_pages: bool = False) -> Search:
        """Give what is searched for; a refresh asks for as much as is loaded."""
        span = self.dates_filter.value
        since, until = days_of(span, today) if isinstance(span, DateSpan) else (None, None)
        form, theme, status = (
            self.form_filter.value,
            self.theme_filter.value,
            self.status_filter.value,
        )
        loaded = min(self.model.loaded, _MOST_KEPT_LOADED) if keeps_pages else 0
        return Search(
            words=self.words,
            form_id=form if isinstance(form, str) else None,
            theme=theme if isinstance(theme, str) else None,
            is_complete=status if isinstance(status, bool) else None,
            since=since,
            until=until,
            limit=max(PAGE_SIZE, loaded),
        )

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
        self.count_label.setText(count_words(found, self.words))
        self._show_nothing_found(found)
        self._stack.setCurrentIndex(0 if found.outlines else 1)

    def append(self, found: Found) -> None:
        """Add the next page."""
        self.model.append(found)
        index = self.model.index_of(self._current_id)
        if index.isValid() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(index)

    def offer(self, choices: FilterChoices) -> None:
        """Offer the forms and themes in use."""
        self.form_filter.set_options(choices.forms)
        self.theme_filter.set_options(tuple((theme, theme) for theme in choices.themes))

    def choose(self, reflection_id: str) -> None:
        """Choose a reflection without telling anyone; its row is found when it is loaded."""
        self._current_id = reflection_id
        index = self.model.index_of(reflection_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.selectionModel().clear()

    def choose_first(self) -> None:
        """Choose the newest of what was found, as a person does."""
        index = self.model.first_index()
        if index.isValid():
            self.view.setCurrentIndex(index)

    def focus_search(self) -> None:
        """Go to the search field, ready to be typed over."""
        self.search_field.select_all()

    def focus_list(self) -> None:
        """Go to the list, or stay where nothing was found."""
        if self.model.loaded:
            if not self.view.currentIndex().isValid():
                self.choose_first()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_folded(self, is_folded: bool) -> None:
        """Let a row lead to the reading view, where list and reading view alternate."""
        self._is_folded = is_folded
        self.update()

    def clear_filters(self) -> None:
        """Turn every filter off; the words stay."""
        is_on = any(chip.value is not None for chip in self.filters)
        for chip in self.filters:
            chip.set_value(None)
        if is_on:
            self._on_changed()

    def clear_search(self) -> None:
        """Turn every filter off and forget the words, without telling anyone."""
        self.search_field.clear_quietly()
        for chip in self.filters:
            chip.set_value(None)
        self._show_clear()

    def _clear_something(self) -> None:
        if any(chip.value is not None for chip in self.filters):
            self.clear_filters()
        else:
            self.search_field.clear()
        self.search_field.setFocus()

    def _show_nothing_found(self, found: Found) -> None:
        if found.outlines:
            return
        words = self.words
        self.nothing_found.set_words(nothing_found_words(words), nothing_found_help(words))
        has_filters = any(chip.value is not None for chip in self.filters)
        remedy = self.tr("Clear the filters") if has_filters else self.tr("Clear the search")
        self.nothing_found.plain.set_words(remedy)

    def _show_clear(self) -> None:
        on = sum(1 for chip in self.filters if chip.value is not None)
        # A single filter is turned off in its own menu.
        self.clear_button.setVisible(on > 1)

    def _on_changed(self, _value: object = None) -> None:
        self._show_clear()
        self.search_changed.emit()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        outline = self.model.outline(current)
        if outline is not None and outline.id != self._current_id:
            self._current_id = outline.id
            self.current_changed.emit(outline.id)

    def _on_clicked(self, index: QModelIndex) -> None:
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
