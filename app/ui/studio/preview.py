"""The form as the editor shows it, to try out; nothing that is typed in it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_words import local_day
from app.domain.form import FormDefinition, Prompt, PromptKind
from app.domain.form_editing import Spot, section_with_key
from app.domain.records import form_of
from app.domain.reflection import Reflection
from app.services.journal import Writing
from app.services.workshop import Desk
from app.ui.editor.draft import Draft
from app.ui.editor.record_acts import RecordActs
from app.ui.editor.whole_form import WholeForm
from app.ui.parts.callout import Callout
from app.ui.studio.words import WITH_OPTIONS, prompt_words, section_title_words
from app.ui.surroundings import Surroundings


class ThrowawayDraft(Draft):
    """A reflection that is written on and never saved."""

    def save(self) -> None:
        """Keep nothing."""
        self._stop_timers()

    def save_and_wait(self) -> None:
        """Keep nothing."""
        self._stop_timers()

    def leave(self) -> None:
        """There is no version to close."""

    def finish(self, finish: Callable[[Writing], Writing]) -> None:
        """There is nothing to finish."""


class Preview(QWidget):
    """Shows one form at a time; each showing begins without answers."""

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin empty."""
        super().__init__()
        self._surroundings, self._desk = surroundings, desk
        look = surroundings.look
        self.note = Callout(look, "info", "")
        self.form: WholeForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(look.space("xl"), look.space("m"), look.space("xl"), look.space("s"))
        top.addWidget(self.note)
        self._column.addLayout(top)

    def show_form(self, form: FormDefinition, spot: Spot) -> None:
        """Show a form with the prompt of this spot current, or a section's first one."""
        self.clear()
        form = _made_ready(form)
        self._say_what_is_kept(form)
        if not form.sections:
            return
        now = self._surroundings.workshop.clock.now().astimezone(UTC)
        reflection = Reflection("preview", form.id, form.version, begun_at=now, changed_at=now)
        writing = Writing(reflection, form_of(form, ()))
        key = _prompt_key(form, spot)
        whole = _whole_form(self._surroundings, self._desk, writing, key, self)
        self.form = whole
        self._column.addWidget(whole, 1)

    def _say_what_is_kept(self, form: FormDefinition) -> None:
        takes_files = any(prompt.kind is PromptKind.EVIDENCE for prompt in form.prompts())
        nothing = self.tr("Nothing that you type or choose here is saved.")
        no_files = self.tr("Nothing that you type or choose here is saved, and no file is taken.")
        self.note.set_words(self.tr("Try it out."), no_files if takes_files else nothing)

    def clear(self) -> None:
        """Let go what was typed."""
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None


def _whole_form(
    surroundings: Surroundings, desk: Desk, writing: Writing, key: str, parent: QWidget
) -> WholeForm:
    holder = QObject(parent)
    draft = ThrowawayDraft(desk, surroundings.lane, writing, holder, key)
    clock = surroundings.workshop.clock

    def today() -> date:
        return local_day(clock.now())

    whole = WholeForm(surroundings.look, draft, today, parent)
    holder.setParent(whole)
    RecordActs(surroundings.look, draft, whole)  # the form owns them
    return whole


def _made_ready(form: FormDefinition) -> FormDefinition:
    """Give a form that can be shown, whatever is still missing in it."""
    sections = tuple(
        replace(
            section,
            title=section_title_words(section.title),
            prompts=tuple(_prompt_made_ready(prompt) for prompt in section.prompts),
        )
        for section in form.sections
        if section.prompts
    )
    return replace(form, sections=sections)


def _prompt_made_ready(prompt: Prompt) -> Prompt:
    options = prompt.options
    if prompt.kind in WITH_OPTIONS and not options:
        options = ("…",)
    return replace(prompt, text=prompt_words(prompt.text), options=options)


def _prompt_key(form: FormDefinition, spot: Spot) -> str:
    section = section_with_key(form, spot.section)
    if spot.prompt or section is None or not section.prompts:
        return spot.prompt
    return section.prompts[0].key
