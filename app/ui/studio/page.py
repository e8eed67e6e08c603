"""The form studio: the list of own forms, or one form on the bench."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.errors import AppError
from app.domain.form import FormDefinition
from app.services.own_forms import FormRow
from app.services.workshop import Desk
from app.ui.dialogs.confirming import tell_error
from app.ui.page import Page, StatusWords
from app.ui.studio.bench import Bench
from app.ui.studio.files import FormFilesDoor
from app.ui.studio.listing import OwnFormListing
from app.ui.surroundings import Surroundings


class StudioPage(Page):
    """What is changed here is kept in the journal; reflections keep the versions they are on."""

    back_asked = Signal()  # to the forms

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin with the list."""
        super().__init__(surroundings)
        self._desk = desk
        self._return_to = ""
        self._wish: Callable[[], FormDefinition] | None = None
        self._is_new = False
        self.listing = OwnFormListing(self.look)
        self.bench = Bench(surroundings, desk)
        self.files = FormFilesDoor(surroundings, desk.form_exchange, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.listing)
        self._stack.addWidget(self.bench)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        listing, bench = self.listing, self.bench
        listing.back_asked.connect(self.back_asked)
        listing.library_asked.connect(self.back_asked)
        listing.new_asked.connect(self.make)
        listing.import_asked.connect(self.files.ask_to_take_in)
        self.files.taken_in.connect(self._on_taken_in)
        self.files.given_out.connect(self._on_given_out)
        bench.back_asked.connect(self.show_list)
        bench.dropped.connect(self._on_dropped)
        bench.saved.connect(self._on_saved)

    @property
    def is_on_bench(self) -> bool:
        """Say whether a form is being made."""
        return self._stack.currentWidget() is self.bench

    def enter(self) -> None:
        """Show the list, or go on with what is asked for."""
        if self._wish is not None:
            wish, self._wish = self._wish, None
            self._fetch(wish)
        elif self.is_on_bench:
            self.bench.focus_fields()
        else:
            self._load()

    def leave(self) -> bool:
        """Have what was changed on the disk, as a draft."""
        if not self.bench.work.is_open:
            return True
        try:
            self.bench.work.keep_and_wait()
        except AppError as error:
            tell_error(self.look, error, self)
            return False
        self.bench.leave_preview()
        return True

    # What is asked for

    def wish_new(self) -> None:
        """Make a form at the next entering."""
        self._want(self._desk.own_forms.blank, is_new=True)

    def wish_copy(self, form_id: str) -> None:
        """Copy a form at the next entering, and change the copy."""
        self._want(partial(self._desk.own_forms.copy_of, form_id), is_new=True)

    def wish_change(self, form_id: str) -> None:
        """Go on with an own form at the next entering."""
        self._want(partial(self._desk.own_forms.to_change, form_id), is_new=False)

    def make(self) -> None:
        """Make a form."""
        self.wish_new()
        self.enter()

    def copy(self, form_id: str) -> None:
        """Copy a form and change the copy."""
        self.wish_copy(form_id)
        self.enter()

    def change(self, form_id: str) -> None:
        """Change an own form."""
        self.wish_change(form_id)
        self.enter()

    def show_list(self) -> None:
        """Put the form away and show the list."""
        if self.bench.work.is_open:
            self._return_to = self.bench.work.form.id
        if not self.leave():
            return
        self.bench.close_form()
        self._load()

    def _want(self, wish: Callable[[], FormDefinition], *, is_new: bool) -> None:
        self._wish, self._is_new = wish, is_new

    def _fetch(self, wish: Callable[[], FormDefinition]) -> None:
        self.listing.setEnabled(False)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_fetched)
        job.failed.connect(self._on_not_done)
        self.surroundings.lane.start(job, partial(_fetched, self._desk, wish))

    def _on_fetched(self, fetched: tuple[FormDefinition, bool]) -> None:
        form, is_draft = fetched
        self.listing.setEnabled(True)
        self._stack.setCurrentWidget(self.bench)
        self.bench.open(form, has_changes=is_draft or self._is_new)

    # The list

    def _load(self) -> None:
        self._stack.setCurrentWidget(self.listing)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_not_done)
        self.surroundings.lane.start(job, self._desk.own_forms.rows)

    def _show(self, rows: tuple[FormRow, ...]) -> None:
        for row in self.listing.show_rows(rows):
            row.change_asked.connect(self.change)
            row.copy_asked.connect(self.copy)
            row.export_asked.connect(self.files.ask_to_give_out)
            row.retire_asked.connect(self._retire)
            row.bring_back_asked.connect(self._bring_back)
        if self.isVisible() and not self.is_on_bench:
            self.listing.focus_on(self._return_to)

    def _retire(self, form_id: str) -> None:
        self._do(form_id, partial(self._desk.own_forms.retire, form_id))
        self._say(self.tr("Retired: it is not offered any more. Its reflections keep it."))

    def _bring_back(self, form_id: str) -> None:
        self._do(form_id, partial(self._desk.own_forms.bring_back, form_id))
        self._say(self.tr("It is offered again."))

    def _do(self, form_id: str, work: Callable[[], object]) -> None:
        self._return_to = form_id
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_not_done)
        self.surroundings.lane.start(job, work)

    def _on_done(self, _result: object) -> None:
        self._load()

    def _on_not_done(self, error: AppError) -> None:
        self.listing.setEnabled(True)
        tell_error(self.look, error, self)
        self._load()

    def _on_dropped(self) -> None:
        self._say(self.tr("The changes were dropped."))
        self._load()

    def _on_saved(self) -> None:
        number = self.bench.work.form.version
        self._say(self.tr("Saved as version {number}").format(number=number))

    def _on_taken_in(self, form: FormDefinition) -> None:
        self._return_to = form.id
        self._say(self.tr("Taken in as one of your own forms."))
        self._load()

    def _on_given_out(self, name: str) -> None:
        words = self.tr("Saved as {name}. A form holds no reflection.")
        self._say(words.format(name=name))

    def _say(self, words: str) -> None:
        self.status_changed.emit(StatusWords("check", words))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back: from the bench to the list, from the list to the forms."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_on_bench:
            self.show_list()
        else:
            self.back_asked.emit()


def _fetched(desk: Desk, wish: Callable[[], FormDefinition]) -> tuple[FormDefinition, bool]:
    form = wish()
    return form, any(draft.id == form.id for draft in desk.vault.own_forms.drafts())
