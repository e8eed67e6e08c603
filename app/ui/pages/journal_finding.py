"""What helps to find beside typing: saved searches, own days, and what was probably meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.filters import OwnDays, SavedSearch
from app.domain.finding import Days, Found
from app.services.workshop import Desk
from app.ui.dialogs.keep_search_dialog import KeepSearchDialog
from app.ui.dialogs.own_days_dialog import OwnDaysDialog
from app.ui.dialogs.saved_searches_dialog import SavedSearchesDialog
from app.ui.models.journal_search import JournalSearch
from app.ui.pages.journal_list import JournalList
from app.ui.pages.journal_words import search_about
from app.ui.surroundings import Surroundings

_PAUSE_MS = 250  # without a key, before other words are looked for


class JournalFinding(QObject):
    """Asks over the journal's page; what was chosen there goes to its list."""

    def __init__(
        self, surroundings: Surroundings, desk: Desk, list_: JournalList, search: JournalSearch
    ) -> None:
        """Help this list of an open journal."""
        super().__init__(list_)
        self._surroundings, self._desk, self._list = surroundings, desk, list_
        self._lane = surroundings.lane
        self._keeping: KeepSearchDialog | None = None
        self._changing: SavedSearchesDialog | None = None
        self._asked_words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_likely)
        menu = list_.head.saved
        menu.opened.connect(self._on_menu_opened)
        menu.chosen.connect(self._use)
        menu.keep_asked.connect(self.ask_name)
        menu.change_asked.connect(self.ask_changes)
        list_.search_changed.connect(self._pause.stop)
        list_.filters.dates.own_days_asked.connect(self.ask_days)
        list_.nothing_found.likely_chosen.connect(self._use_words)
        search.answered.connect(self._on_found)
        self.load()

    def load(self) -> None:
        """Ask the journal for its saved searches."""
        # Where this fails the list says so by itself.
        self._start(self._desk.saved_searches.all, self._show_saved)

    def ask_name(self) -> None:
        """Ask under which name the present search is kept."""
        about, words = self._about(self._present()), self._list.words.strip()
        look, saved = self._surroundings.look, self._list.head.saved.saved
        name = words or about
        self._keeping = dialog = KeepSearchDialog(look, about, name, saved, self._page())
        dialog.name_chosen.connect(self._keep)
        dialog.finished.connect(self._forget_dialogs)
        dialog.open()

    def ask_changes(self) -> None:
        """Show the saved searches, to rename and remove them."""
        look = self._surroundings.look
        self._changing = dialog = SavedSearchesDialog(look, self._about, self._page())
        dialog.renamed.connect(self._rename)
        dialog.removed.connect(self._remove)
        dialog.put_back.connect(self._put_back)
        dialog.finished.connect(self._forget_dialogs)
        dialog.show_saved(self._list.head.saved.saved)
        dialog.open()

    def ask_days(self) -> None:
        """Ask between which days to look."""
        dates = self._list.filters.dates
        own = dates.dates if isinstance(dates.dates, OwnDays) else OwnDays()
        today = self._surroundings.workshop.clock.now().date()
        dialog = OwnDaysDialog(self._surroundings.look, own, dates.days, today, self._page())
        dialog.days_chosen.connect(self._use_days)
        dialog.open()

    def _page(self) -> QWidget:
        return self._list.parentWidget() or self._list

    def _present(self, name: str = "") -> SavedSearch:
        return SavedSearch(name, self._list.words.strip(), self._list.filters.chosen)

    def _about(self, saved: SavedSearch) -> str:
        return search_about(saved.words, self._list.filters.words(saved.filters))

    def _use(self, saved: SavedSearch) -> None:
        self._list.show_search(saved.words, saved.filters)

    def _use_words(self, words: str) -> None:
        self._list.show_search(words, self._list.filters.chosen)
        self._list.search_field.setFocus()

    def _use_days(self, own: OwnDays, days: Days) -> None:
        self._list.filters.dates.choose_dates(own, days)

    def _keep(self, name: str) -> None:
        kept = partial(self._desk.saved_searches.keep, self._present(name))
        self._start(kept, self._on_kept, self._on_not_kept)

    def _on_kept(self, saved: tuple[SavedSearch, ...]) -> None:
        self._show_saved(saved)
        if self._keeping is not None:
            self._keeping.accept()

    def _on_not_kept(self, error: AppError) -> None:
        if self._keeping is not None:
            self._keeping.refuse(str(error))

    def _rename(self, name: str, new_name: str) -> None:
        self._change(partial(self._desk.saved_searches.rename, name, new_name))

    def _remove(self, name: str) -> None:
        self._change(partial(self._desk.saved_searches.remove, name))

    def _put_back(self, saved: SavedSearch) -> None:
        self._change(partial(self._desk.saved_searches.keep, saved))

    def _change(self, work: Callable[[], tuple[SavedSearch, ...]]) -> None:
        self._start(work, self._show_saved, self._on_not_changed)

    def _on_not_changed(self, error: AppError) -> None:
        if self._changing is not None:
            self._changing.refuse(str(error))

    def _show_saved(self, saved: tuple[SavedSearch, ...]) -> None:
        self._list.head.saved.show_saved(saved)
        if self._changing is not None:
            self._changing.show_saved(saved)

    def _forget_dialogs(self) -> None:
        self._keeping = self._changing = None

    def _on_menu_opened(self) -> None:
        present = self._present()
        can_keep = bool(present.words) or present.filters.count > 0
        self._list.head.saved.set_can_keep(can_keep=can_keep)

    def _on_found(self, found: Found) -> None:
        if self._list.words != self._asked_words:
            self._asked_words = ""
            self._list.nothing_found.show_likely(())
        if not found.total and self._list.words.strip():
            self._pause.start()

    def _ask_likely(self) -> None:
        if self._desk.vault.is_closed:
            return  # the page outlives its journal by a moment
        self._asked_words = self._list.words
        search = self._list.search(self._surroundings.workshop.clock.now().date())
        self._start(partial(self._desk.likely_searches, search), self._show_likely)

    def _show_likely(self, likely: tuple[str, ...]) -> None:
        if self._list.words == self._asked_words:
            self._list.nothing_found.show_likely(likely)

    def _start(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        job = self._lane.job()
        job.succeeded.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        self._lane.start(job, work)
