"""The journal's page: the list of reflections beside the one that is read."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.finding import Found
from app.domain.topic import Topic
from app.services.browsing import FilterChoices, Reading, filter_choices, read_reflection
from app.services.workshop import Desk
from app.ui.errands.copying_files import CopyingFiles
from app.ui.models.journal_search import JournalSearch
from app.ui.models.reflection_list import PAGE_SIZE
from app.ui.page import Page, StatusWords
from app.ui.pages.journal_faces import JournalFaces
from app.ui.pages.journal_finding import JournalFinding
from app.ui.pages.journal_head import name_bin
from app.ui.pages.journal_list import JournalList
from app.ui.pages.journal_looking import JournalLooking
from app.ui.pages.keeping_acts import KeepingActs
from app.ui.pages.reading_view import ReadingView
from app.ui.surroundings import Surroundings

_ENDLESS = 16_777_215
_WIDEST_LIST = 0.44
_PAUSE_MS = 120  # without a key, before the reading view follows a search


class JournalPage(Page):
    """Finds reflections as one types, and shows one of them."""

    edit_asked = Signal(str)  # reflection id
    supervision_asked = Signal(str)  # reflection id
    new_asked = Signal()
    versions_asked = Signal(str)  # reflection id
    bin_asked = Signal()
    mending_asked = Signal()

    def __init__(
        self, surroundings: Surroundings, desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(surroundings, parent)
        self._desk = desk
        self._search = JournalSearch(surroundings.lane, desk, self)
        self._reading_asked, self._is_choosing, self._to_read = 0, False, ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._catch_up)
        self._is_reading = self._opens_reading = self._focuses_reading = False
        self._has_trouble = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = self.look
        self.list = JournalList(look)
        self.reading = ReadingView(look)
        for region in (self.list, self.reading):
            region.setProperty("region", True)
        self.keeping = KeepingActs(self.surroundings, self._desk, self.reading, self)
        copying = CopyingFiles(self.surroundings, self, self._desk.files)
        self.reading.file_asked.connect(copying.ask)
        self.finding = JournalFinding(self.surroundings, self._desk, self.list, self._search)
        self.looking = JournalLooking(self.surroundings, self._desk, self.list, self._search)
        self.faces = JournalFaces(look, self, (self.list, self.reading))
        self.empty, self.empty_bin_link = self.faces.empty.state, self.faces.empty.bin_link
        self._fold()

    def _connect(self) -> None:
        self.list.search_changed.connect(self._ask)
        self.looking.changed.connect(self.refresh)
        self.list.current_changed.connect(self._read)
        self.list.reading_asked.connect(self._open_reading)
        self.list.edit_asked.connect(self.edit_asked)
        self.list.model.more_wanted.connect(self._on_more_wanted)
        self.reading.back_asked.connect(self._go_back)
        self.reading.edit_asked.connect(self.edit_asked)
        self.reading.supervision_asked.connect(self.supervision_asked)
        self.reading.theme_asked.connect(self._on_theme_asked)
        self.reading.versions_asked.connect(self.versions_asked)
        self.keeping.changed.connect(self.refresh)
        self.keeping.binned.connect(self._on_binned)
        self.keeping.brought_back.connect(self.show_reflection)
        for link in (self.list.bin_link, self.empty_bin_link):
            link.clicked.connect(self.bin_asked)
        self.empty.primary_clicked.connect(self.new_asked)
        self.faces.mending_asked.connect(self.mending_asked)
        self.faces.reads_again.connect(self.list.search_field.setFocus)
        self._search.answered.connect(self._on_found)
        self._search.more_answered.connect(self._on_more_found)
        self._search.failed.connect(self._on_failed)
        self.look.changed.connect(self._fold)

    def enter(self) -> None:
        """Bring list, filters and reading view up to date; go to the list or the search field."""
        self.refresh()
        if self.list.isHidden():
            self.reading.take_focus()
        elif self.list.current_id and self.list.model.loaded:
            self.list.focus_list()
        else:
            self.list.search_field.setFocus()

    def topic(self) -> Topic | None:
        """Give the theme that one is at, or what is read."""
        return self.looking.topic() or self.reading.topic()

    def refresh(self) -> None:
        """Ask again for everything that is shown."""
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_choices)
        job.failed.connect(self._on_failed)
        work = partial(filter_choices, self._desk.vault, self._desk.shelf)
        self.surroundings.lane.start(job, work)
        self._ask(keeps_pages=True)
        if self.list.current_id:
            self._read(self.list.current_id)

    def focus_search(self) -> None:
        """Go to the search field."""
        self._show_list()
        self.list.focus_search()

    def show_reflection(self, reflection_id: str) -> None:
        """Choose a reflection and show it, whatever was searched for before."""
        if self.list.model.index_of(reflection_id).isValid():
            self.list.choose(reflection_id)
        else:
            self.list.clear_search()
            self.list.choose(reflection_id)
            self._ask()
        self._read(reflection_id)
        self._open_reading()

    def _ask(self, *, keeps_pages: bool = False) -> None:
        today = self.surroundings.workshop.clock.now().date()
        self._search.ask(self.list.search(today, keeps_pages=keeps_pages))

    def _on_more_wanted(self, loaded: int) -> None:
        self._search.ask_more(loaded, PAGE_SIZE)

    def _on_found(self, found: Found) -> None:
        self._clear_trouble()
        self.faces.show_journal(has_writing=found.in_journal > 0)
        self.list.show_found(found)
        if not found.outlines:
            self.list.choose("")
            self._show_nothing()
        elif not self._is_chosen_shown():
            self._is_choosing = True
            self.list.choose_first(is_own_choice=False)
            self._is_choosing = False
        # While words are typed the list comes first; the reading view follows in the next pause.
        self._pause.start(_PAUSE_MS if self.list.words else 0)
        if self._opens_reading:
            self._open_reading()

    def _catch_up(self) -> None:
        """Read what the search has chosen, or mark the words in it; complete the first page."""
        if self._desk.vault.is_closed:
            return  # the page outlives its journal by a moment
        chosen, self._to_read = self._to_read, ""
        if chosen and chosen == self.list.current_id:
            self._read(chosen)
        elif self._is_chosen_read():
            self.reading.mark(self.list.words)
        self.list.load_page()

    def _is_chosen_shown(self) -> bool:
        """Say whether the chosen reflection may stay: it is in the list, or nothing is sought."""
        chosen = self.list.current_id
        if self.list.model.index_of(chosen).isValid():
            return True
        model, is_sought = self.list.model, bool(self.list.words.strip())
        return bool(chosen) and not is_sought and model.loaded < model.total

    def _on_more_found(self, found: Found) -> None:
        self._clear_trouble()
        self.list.append(found)

    def _on_choices(self, choices: FilterChoices) -> None:
        self.list.show_choices(choices)
        name_bin(self.empty_bin_link, choices.in_bin)

    def _on_binned(self, reflection_id: str) -> None:
        if self.list.current_id == reflection_id:
            self._show_list()
            self.list.choose(self.list.model.neighbour_of(reflection_id))
        self.refresh()
        self.list.view.setFocus()

    def _on_theme_asked(self, theme: str) -> None:
        self._go_back()
        self.list.show_theme(theme)

    def _on_failed(self, error: AppError) -> None:
        self.list.model.forget_waiting()
        self._has_trouble = True
        words = str(error)
        if not (self.list.model.loaded or self.list.words):
            self.faces.show_trouble(error)
            words = self.tr("The journal cannot be read as it is.")
        self.status_changed.emit(StatusWords("triangle-alert", words, "warning"))

    def _clear_trouble(self) -> None:
        if self._has_trouble:
            self._has_trouble = False
            self.status_changed.emit(StatusWords("", ""))

    def _read(self, reflection_id: str) -> None:
        self._reading_asked += 1
        self.keeping.notice.next_act()
        if self._is_choosing:
            self._to_read = reflection_id
            return
        job = self.surroundings.lane.job()
        job.setProperty("number", self._reading_asked)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_not_read)
        work = partial(read_reflection, self._desk.vault, reflection_id)
        self.surroundings.lane.start(job, work)

    def _is_late(self) -> bool:
        job = self.sender()
        return job is not None and bool(job.property("number") != self._reading_asked)

    def _on_read(self, reading: Reading) -> None:
        if not self._is_late():
            self.reading.show_reading(reading, self.list.words)
            if self._focuses_reading:
                self._focus_reading()

    def _on_not_read(self, error: AppError) -> None:
        if not self._is_late():
            self._focuses_reading = False
            self.reading.show_nothing(str(error))

    def _show_nothing(self) -> None:
        self._reading_asked += 1
        self.reading.show_nothing("")
        self._show_list()

    def _open_reading(self) -> None:
        """Go to the reading view, once the search has settled."""
        self._opens_reading = self._search.is_running and not self.list.current_id
        if self._opens_reading or not self.list.current_id:
            return
        self._is_reading = True
        self._fold()
        self._focus_reading()

    def _focus_reading(self) -> None:
        """Go into the words, now or as soon as they are read."""
        self._focuses_reading = not self._is_chosen_read()
        if not self._focuses_reading:
            self.reading.take_focus()

    def _is_chosen_read(self) -> bool:
        reading = self.reading.reading
        return reading is not None and reading.reflection.id == self.list.current_id

    def _show_list(self) -> None:
        self._is_reading = self._opens_reading = self._focuses_reading = False
        self._fold()

    def _go_back(self) -> None:
        self._show_list()
        self.list.focus_list()

    def _fold(self) -> None:
        """Show both columns, or the one that is wanted where both are too much."""
        is_folded = self.look.is_narrow(self, "two_columns_become_one")
        if is_folded:
            # What goes goes first: both at once would make the window wider.
            hidden, shown = (self.list, self.reading)[:: 1 if self._is_reading else -1]
            hidden.hide()
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(_ENDLESS)
            shown.show()
        self.list.set_folded(is_folded)
        self.reading.set_folded(is_folded)
        if not is_folded:
            wanted = round(self.look.px("list_width") * math.sqrt(self.look.theme.scale))
            self.list.setFixedWidth(min(wanted, round(self.width() * _WIDEST_LIST)))
            self.list.show()
            self.reading.show()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where two columns are too much."""
        super().resizeEvent(event)
        self._fold()
