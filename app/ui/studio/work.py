"""The form on the bench: changed piece by piece, checked, kept as a draft, saved as a version."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from app.domain.errors import AppError, FormError
from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.domain.form_editing import (
    Removed,
    Spot,
    brought_back,
    insert_prompt,
    insert_section,
    moved,
    section_of,
    section_with_key,
    with_prompt,
    with_section,
    without,
)
from app.domain.form_keys import new_key
from app.services.own_forms import OwnForms
from app.ui.lane import Lane
from app.ui.studio.troubles import Trouble, troubles_of

_CHECK_AFTER_MS = 200
_KEEP_AFTER_MS = 900  # after the first change that is not kept: a crash costs a second's typing
_KEEP_AGAIN_MS = 4_000  # after a refusal


class FormWork(QObject):
    """Owned by the window's thread; checking and keeping run on the lane with frozen values."""

    changed = Signal()  # words of a part
    arranged = Signal(object)  # parts were added, removed or moved: the Spot to show
    checked = Signal()  # troubles holds the newest
    kept = Signal()  # as a draft
    not_kept = Signal(object)  # AppError
    saving = Signal()
    saved = Signal()
    not_saved = Signal(object)  # AppError

    def __init__(self, own_forms: OwnForms, lane: Lane, parent: QObject) -> None:
        """Begin without a form."""
        super().__init__(parent)
        self._own_forms, self._lane = own_forms, lane
        self._form: FormDefinition | None = None
        self._troubles: tuple[Trouble, ...] = ()
        self._has_changes = self._is_kept = False
        self._check_soon = _single_shot(self, _CHECK_AFTER_MS)
        self._keep_soon = _single_shot(self, _KEEP_AFTER_MS)
        self._is_saving = False
        self._check_soon.timeout.connect(self._check)
        self._keep_soon.timeout.connect(self._keep)

    @property
    def form(self) -> FormDefinition:
        """The form as it stands on the screen."""
        assert self._form is not None
        return self._form

    @property
    def is_open(self) -> bool:
        """Say whether there is a form on the bench."""
        return self._form is not None

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What keeps it from being saved, as far as it was looked at."""
        return self._troubles

    @property
    def has_changes(self) -> bool:
        """Say whether there is something that no version holds."""
        return self._has_changes

    def open(self, form: FormDefinition, *, has_changes: bool) -> None:
        """Take a form on the bench."""
        self._form, self._has_changes, self._is_kept = form, has_changes, True
        self._troubles = ()
        self._check()

    def close(self) -> None:
        """Let the form go; what was changed was kept before."""
        self._stop()
        self._form, self._troubles, self._has_changes = None, (), False

    # Changing

    def put_form(self, form: FormDefinition) -> None:
        """Change what stands over the sections."""
        self._take(form)

    def put_section(self, section: Section) -> None:
        """Change a section's own fields."""
        self._take(with_section(self.form, section))

    def put_prompt(self, prompt: Prompt) -> None:
        """Change a prompt."""
        self._take(with_prompt(self.form, prompt))

    def add_prompt(self, after: Spot) -> None:
        """Put a new prompt behind a prompt, or at the end of a section or of the form."""
        home = self._section_at(after)
        if home is None:
            self.add_section(after)
            return
        keys = [prompt.key for prompt in home.prompts]
        place = keys.index(after.prompt) + 1 if after.prompt in keys else len(keys)
        prompt = Prompt(new_key(), PromptKind.PROSE, "")
        self._arrange(insert_prompt(self.form, home.key, place, prompt), Spot(prompt=prompt.key))

    def add_section(self, after: Spot) -> None:
        """Put a new section with one prompt behind the one meant."""
        home = self._section_at(after)
        place = self.form.sections.index(home) + 1 if home else len(self.form.sections)
        section = Section(new_key(), "", (Prompt(new_key(), PromptKind.PROSE, ""),))
        self._arrange(insert_section(self.form, place, section), Spot(section=section.key))

    def remove(self, spot: Spot) -> Removed:
        """Take a part out; what is given brings it back."""
        form, removed = without(self.form, spot)
        near = removed.section_key or (form.sections[-1].key if form.sections else "")
        self._arrange(form, _neighbour(form, removed) or Spot(section=near))
        return removed

    def bring_back(self, removed: Removed) -> None:
        """Put back what was taken out; what was changed since stays."""
        is_section = isinstance(removed.part, Section)
        key = removed.part.key
        spot = Spot(section=key) if is_section else Spot(prompt=key)
        self._arrange(brought_back(self.form, removed), spot)

    def move(self, spot: Spot, step: int) -> None:
        """Move a part one place up or down."""
        form = moved(self.form, spot, step)
        if form != self.form:
            self._arrange(form, spot)

    # Keeping and saving

    def save(self) -> None:
        """Keep the form as a new version."""
        self._stop()
        job = self._lane.job()
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_not_saved)
        self._is_saving = True
        self.saving.emit()
        self._lane.start(job, partial(_saved, self._own_forms, self.form))

    def keep_and_wait(self) -> None:
        """Have every change on the disk before this returns: for leaving, locking and closing.

        Raises:
            AppError: it could not be kept; it is still here.
        """
        self._keep_soon.stop()
        if self._is_saving:
            self._lane.wait()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)  # how it went
        if self._form is not None and not self._is_kept:
            self._lane.run_and_wait(partial(self._own_forms.keep_draft, self._form))
            self._is_kept = True

    def drop(self) -> None:
        """Let go what no version holds."""
        form_id = self.form.id
        self.close()
        self._lane.start(self._lane.job(), partial(self._own_forms.drop_draft, form_id))

    def _take(self, form: FormDefinition) -> None:
        if form == self._form:
            return
        self._form, self._has_changes, self._is_kept = form, True, False
        self._check_soon.start()
        if not self._keep_soon.isActive():
            self._keep_soon.start(_KEEP_AFTER_MS)
        self.changed.emit()

    def _arrange(self, form: FormDefinition, spot: Spot) -> None:
        self._take(form)
        self.arranged.emit(spot)

    def _section_at(self, spot: Spot) -> Section | None:
        if spot.prompt:
            return section_of(self.form, spot.prompt)
        if spot.section:
            return section_with_key(self.form, spot.section)
        return self.form.sections[-1] if self.form.sections else None

    def _check(self) -> None:
        if self._form is None:
            return
        form = self._form
        job = self._lane.job()
        job.succeeded.connect(self._on_checked)
        self._lane.start(job, partial(_checked, self._own_forms, form))

    def _on_checked(self, checked: tuple[FormDefinition, tuple[FormError, ...]]) -> None:
        form, errors = checked
        if form is self._form:  # else a newer check is on its way
            self._troubles = troubles_of(form, errors)
            self.checked.emit()

    def _keep(self) -> None:
        if self._form is None:
            return
        job = self._lane.job()
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_not_kept)
        self._lane.start(job, partial(_kept, self._own_forms, self.form))

    def _on_kept(self, form: FormDefinition) -> None:
        if form is self._form:
            self._is_kept = True
            self.kept.emit()

    def _on_not_kept(self, error: AppError) -> None:
        if self._form is None:
            return
        if not self._keep_soon.isActive():
            self._keep_soon.start(_KEEP_AGAIN_MS)
        self.not_kept.emit(error)

    def _on_saved(self, form: FormDefinition) -> None:
        self._is_saving = False
        self.open(form, has_changes=False)
        self.saved.emit()

    def _on_not_saved(self, error: AppError) -> None:
        self._is_saving = False
        self._check_soon.start()
        self._keep_soon.start(_KEEP_AFTER_MS)
        self.not_saved.emit(error)

    def _stop(self) -> None:
        self._check_soon.stop()
        self._keep_soon.stop()


def _neighbour(form: FormDefinition, removed: Removed) -> Spot | None:
    """Give what stands where a part was taken out, or before it."""
    if isinstance(removed.part, Section):
        at = min(removed.place, len(form.sections) - 1)
        return Spot(section=form.sections[at].key) if form.sections else Spot()
    home = section_with_key(form, removed.section_key)
    if home is None or not home.prompts:
        return None
    return Spot(prompt=home.prompts[min(removed.place, len(home.prompts) - 1)].key)


def _checked(
    own_forms: OwnForms, form: FormDefinition
) -> tuple[FormDefinition, tuple[FormError, ...]]:
    return form, own_forms.troubles(form)


def _saved(own_forms: OwnForms, form: FormDefinition) -> FormDefinition:
    own_forms.keep_draft(form)  # so that a refusal, or a lock at this moment, costs nothing
    return own_forms.save(form)


def _kept(own_forms: OwnForms, form: FormDefinition) -> FormDefinition:
    own_forms.keep_draft(form)
    return form


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
