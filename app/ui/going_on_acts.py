"""Going on from a reflection: in a fuller form, with a copy, with a link to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.errors import AppError, NoSuchReflection
from app.domain.linking import LinkedReflection
from app.services.going_on import Offer
from app.services.journal import Writing
from app.ui.dialogs.confirming import tell_error
from app.ui.dialogs.fuller_form_dialog import FullerFormDialog
from app.ui.dialogs.link_dialog import LinkDialog
from app.ui.dialogs.told_dialog import ToldDialog

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame
    from app.ui.editor.page import EditorPage
    from app.ui.open_view import OpenView
    from app.ui.pages.journal import JournalPage


class GoingOnActs(QObject):
    """Asks over the page that is shown; what is being written is saved before it is read."""

    def __init__(self, view: OpenView) -> None:
        """Act in this view of an open journal."""
        super().__init__(view)
        self._view = view
        self._dialog: LinkDialog | None = None
        self._linked_from = ""
        self._editor: EditorPage | None = None
        self._journal: JournalPage | None = None

    def join_journal(self, journal: JournalPage) -> None:
        """Act on the reflection that is read."""
        self._journal, reading = journal, journal.reading
        reading.fuller_form_asked.connect(self.ask_fuller_form)
        reading.copy_asked.connect(self.duplicate)
        reading.link_asked.connect(self.ask_link)
        reading.linked_asked.connect(self._view.read)
        reading.look_again_asked.connect(self._view.look_again)
        reading.unlinking_asked.connect(self.remove_link)

    def join_editor(self, editor: EditorPage) -> None:
        """Act on the reflection that is written."""
        self._editor = editor
        editor.frame_made.connect(self._join_frame)

    def _join_frame(self, frame: EditorFrame) -> None:
        frame.reflection_opened.connect(self._show_linked)
        frame.side.linked.reflection_asked.connect(self._view.read)
        frame.side.first.reflection_asked.connect(self._view.read)
        frame.side.linked.removal_asked.connect(self._remove_from_written)

    def _remove_from_written(self, other_id: str) -> None:
        if self._editor is not None and self._editor.reflection_id:
            self.remove_link(self._editor.reflection_id, other_id)

    def _show_linked(self, reflection_id: str) -> None:
        lane = self._view.surroundings.lane
        job = lane.job()
        job.setProperty("reflection", reflection_id)
        job.succeeded.connect(self._on_linked)
        lane.start(job, partial(self._view.desk.linking.linked, reflection_id))

    def _on_linked(self, linked: tuple[LinkedReflection, ...]) -> None:
        job, editor = self.sender(), self._editor
        if job is None or editor is None or job.property("reflection") != editor.reflection_id:
            return  # another one is open by now
        editor.ready_frame().side.linked.show_linked(linked)

    def ask_fuller_form(self, reflection_id: str) -> None:
        """Show the forms in which a reflection can go on."""
        work = partial(self._view.desk.going_on.offer, reflection_id)
        self._start(work, self._show_offer)

    def duplicate(self, reflection_id: str) -> None:
        """Make a copy as a new draft, and go on writing there."""
        self._start(partial(self._view.desk.going_on.duplicate, reflection_id), self._edit)

    def ask_link(self, reflection_id: str) -> None:
        """Ask which other reflection belongs to this one."""
        read = partial(self._view.desk.journal.read, reflection_id)
        self._start(read, self._ask_other)

    def _ask_other(self, writing: Writing) -> None:
        self._linked_from = writing.reflection.id
        self._dialog = dialog = LinkDialog(self._view.surroundings.look, self._view)
        dialog.words_changed.connect(self._look_for)
        dialog.link_chosen.connect(self._link)
        dialog.finished.connect(self._forget_dialog)
        self._look_for("")
        dialog.open()

    def remove_link(self, reflection_id: str, other_id: str) -> None:
        """Remove a link; both reflections stay."""
        self._linked_from = reflection_id
        work = partial(self._view.desk.linking.part, reflection_id, other_id)
        self._start(work, self._on_links_changed)

    def _show_offer(self, offer: Offer) -> None:
        dialog = FullerFormDialog(self._view.surroundings.look, offer, self._view)
        dialog.form_chosen.connect(self._go_on)
        dialog.open()

    def _go_on(self, reflection_id: str, form_id: str) -> None:
        work = partial(self._view.desk.going_on.in_form, reflection_id, form_id)
        self._start(work, self._edit)

    def _edit(self, writing: Writing) -> None:
        self._view.edit(writing.reflection.id)

    def _look_for(self, words: str) -> None:
        work = partial(self._view.desk.linking.offered, self._linked_from, words)
        self._start(work, self._show_offered)

    def _show_offered(self, offered: tuple[LinkedReflection, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_offered(offered)

    def _link(self, other_id: str) -> None:
        work = partial(self._view.desk.linking.join, self._linked_from, other_id)
        self._start(work, self._on_links_changed)

    def _on_links_changed(self, _result: object) -> None:
        if self._editor is not None and self._view.current == "editor":
            self._show_linked(self._linked_from)
        elif self._journal is not None:
            self._journal.refresh()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        # What is being written is on the disk before it is read for another draft.
        if self._view.current == "editor" and not self._view.editor.save_all():
            return
        lane = self._view.surroundings.lane
        job = lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._tell)
        lane.start(job, work)

    def _tell(self, error: AppError) -> None:
        look = self._view.surroundings.look
        if not isinstance(error, NoSuchReflection) or self._view.current != "editor":
            tell_error(look, error, self._view)
            return
        # A draft is stored when its first words are.
        dialog = ToldDialog(look, self.tr("Not yet"), "info", self._view)
        lead = self.tr("Nothing is written here yet.")
        dialog.tell(lead, (self.tr("Write something, then go on from it."),))
        dialog.add_ways()
        dialog.open()
