"""The person's own lines beside a form, at the end of the side panel and changed from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.form import FormDefinition, FormGroup
from app.services.form_notes import MOST_CHARACTERS, FormNotes
from app.ui.complaints import complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.page import StatusWords
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame
    from app.ui.editor.page import EditorPage

_SAVED_AFTER_MS, _TRIED_AGAIN_AFTER_MS = 500, 5_000
_LINES, _LEAST_LINES = 8, 3


class FormNote(QWidget):
    """Shows the lines, or what could stand there, and a button to change them."""

    change_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = ""
        self._is_for_oneself = self._is_about_form = False
        self._heading = Label(look, "", "small_strong", "text_muted")
        self._words = Label(look, "", "body", "text")
        self._words.setWordWrap(True)
        self.change = Button(look, "", "flat", "pencil", is_small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 13, 0, 0)
        column.setSpacing(3)
        column.addWidget(Divider(look))
        column.addSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.change.clicked.connect(self.change_asked)
        self.show_note(None, "")

    @property
    def title(self) -> str:
        """What the lines are called beside this form."""
        if self._is_for_oneself:
            return self.tr("My signposts")
        return self.tr("My own notes on this form")

    def show_note(self, form: FormDefinition | None, text: str) -> None:
        """Show the lines beside a form; none for no form."""
        self.lines = text
        self._is_for_oneself = form is not None and form.group is FormGroup.SELF
        self._arrange()
        self._heading.setText(self.title)
        self._words.setText(text or self._invitation())
        self._words.set_colour("text" if text else "text_muted")
        words = self.tr("Change…") if text else self.tr("Write them down…")
        self.change.set_words(words)
        self.change.setAccessibleName(f"{self.title}: {words}")

    def set_about_form(self, is_about_form: bool) -> None:
        """Stand under what is said about the form, or under the help with one prompt."""
        self._is_about_form = is_about_form
        self._arrange()

    def _arrange(self) -> None:
        # Beside a prompt there is room for what somebody wrote, and for signposts always.
        self.setVisible(self._is_about_form or self._is_for_oneself or bool(self.lines))

    def _invitation(self) -> str:
        if self._is_for_oneself:
            return self.tr("People, lines and services you would turn to on a bad day.")
        return self.tr("Where to learn more here: local procedures, pathways, phone lines.")


class FormNoteDialog(Dialog):
    """Changes the lines; they are saved as they are typed."""

    text_changed = Signal(str)

    def __init__(self, look: Look, title: str, text: str, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self.add_text(
            self.tr(
                "Kept in this journal, encrypted like everything in it, and shown beside this form "
                "whenever you use it. Never part of a reflection or a summary."
            ),
            "small",
            "text_muted",
        )
        self.box = AnswerBox(look, self.tr("One line for each is enough."), self)
        self.box.set_least_lines(max(_LEAST_LINES, round(_LINES / look.theme.scale)))
        self.box.setAccessibleName(title)
        self.box.set_text(text)
        self.add_content(self.box)
        self._trouble = self.add_text("", "small", "danger")
        self._trouble.hide()
        self.add_button(self.tr("Done"), "primary").clicked.connect(self.accept)
        self.box.text_changed.connect(self._on_text_changed)
        self.box.setFocus()

    def complain(self, words: str) -> None:
        """Say why the lines are not saved; nothing where they are."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.fit()

    def complain_of_length(self) -> None:
        """Say what is too long, or nothing: all that could be saved is."""
        over = len(self.box.text) - MOST_CHARACTERS
        words = self.tr("This is {number} characters too long; the end is not saved.")
        self.complain(words.format(number=over) if over > 0 else "")

    def _on_text_changed(self, text: str) -> None:
        self.complain_of_length()
        self.text_changed.emit(text[:MOST_CHARACTERS])


class FormNoteKeeper(QObject):
    """Reads the lines when a form is opened, and saves what is typed into the dialog."""

    def __init__(self, page: EditorPage, notes: FormNotes) -> None:
        super().__init__(page)
        self._page, self._notes = page, notes
        self._note: FormNote | None = None
        self._form: FormDefinition | None = None
        self._dialog: FormNoteDialog | None = None
        # By form: what the disk refuses is tried again while another form is open already.
        self._unsaved: dict[str, str] = {}
        self._saving: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)
        page.frame_made.connect(self.watch)

    def watch(self, frame: EditorFrame) -> None:
        """Show the lines in this frame’s side panel."""
        self._note = frame.side.note
        frame.side.begun.connect(self._on_begun)
        frame.side.ended.connect(self._on_ended)
        self._note.change_asked.connect(self._on_change_asked)

    def _on_begun(self, form: FormDefinition) -> None:
        self._form = form
        self._read()

    def _on_ended(self) -> None:
        """Have what is still unsaved on the disk before the journal may close, as at a lock."""
        texts = {**self._saving, **self._unsaved}
        self._timer.stop()
        self._saving, self._unsaved = {}, {}
        if not texts:
            return
        try:
            self._page.surroundings.lane.run_and_wait(partial(self._keep, texts))
        except AppError:  # told already: the disk refuses the reflection’s words too
            self._unsaved = texts
            self._timer.start(_TRIED_AGAIN_AFTER_MS)

    def _read(self) -> None:
        if self._form is None:
            return
        job = self._page.surroundings.lane.job()
        job.succeeded.connect(self._on_read)
        self._page.surroundings.lane.start(job, partial(self._told, self._form.id))

    def _told(self, form_id: str) -> tuple[str, str]:
        return form_id, self._notes.of(form_id)

    def _on_read(self, told: tuple[str, str]) -> None:
        if self._note is not None and self._form is not None and told[0] == self._form.id:
            self._note.show_note(self._form, self._unsaved.get(*told))

    def _on_change_asked(self) -> None:
        assert self._note is not None
        note = self._note
        self._dialog = dialog = FormNoteDialog(self._page.look, note.title, note.lines, self._page)
        dialog.text_changed.connect(self._on_text_changed)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_text_changed(self, text: str) -> None:
        if self._form is not None:
            self._unsaved[self._form.id] = text
            self._timer.start(_SAVED_AFTER_MS)

    def _on_closed(self) -> None:
        self._dialog = None
        self._timer.stop()
        self._save()

    def _save(self) -> None:
        if self._saving:  # one after the other, so that it is known what was refused
            self._timer.start(_SAVED_AFTER_MS)
            return
        if not self._unsaved:
            return
        self._saving, self._unsaved = self._unsaved, {}
        job = self._page.surroundings.lane.job()
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_not_saved)
        self._page.surroundings.lane.start(job, partial(self._keep, self._saving))

    def _keep(self, texts: dict[str, str]) -> None:
        for form_id, text in texts.items():
            self._notes.keep(form_id, text)

    def _on_saved(self, _result: object) -> None:
        self._saving = {}
        if self._dialog is not None:
            self._dialog.complain_of_length()
        self._read()

    def _on_not_saved(self, error: AppError) -> None:
        if not self._saving:  # the reflection was closed since, and tried it again
            return
        self._saving, self._unsaved = {}, {**self._saving, **self._unsaved}
        self._timer.start(_TRIED_AGAIN_AFTER_MS)
        complaint = complaint_of(error)
        if self._dialog is not None:
            self._dialog.complain(f"{complaint.lead} {complaint.rest}")
        else:
            words = self.tr("Your notes on this form are not saved. {lead}")
            self._page.status_changed.emit(
                StatusWords("circle-alert", words.format(lead=complaint.lead), "warning")
            )
