"""Forms of the person's own: made, copied, changed, retired, taken in and given out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC

from app.domain.errors import FormError, NoSuchForm
from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.domain.form_keys import (
    keys_of,
    new_key,
    own_form_id,
    with_settled_keys,
)
from app.services.desk_shelf import DeskShelf
from app.services.form_ports import FormFiles
from app.services.ports import Clock, FormShelf, Vault

_LONGEST_TITLE, _LONGEST_SOURCE = 120, 1_500
_USUAL_MINUTES = 10
_COPY = "Copy of "
_ADAPTED = "Adapted from "


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form as the studio lists it."""

    form: FormDefinition
    is_own: bool
    is_retired: bool = False
    is_unfinished: bool = False  # something was changed in it and is not saved as a version
    has_versions: bool = True


@dataclass(frozen=True, slots=True)
class OwnForms:
    """What a person can do with forms of her own. Shipped forms are copied, never altered."""

    vault: Vault
    shelf: DeskShelf
    shipped: FormShelf
    files: FormFiles
    clock: Clock

    def rows(self) -> tuple[FormRow, ...]:
        """Give the own forms by title, begun ones first, and the shipped ones that are retired."""
        retired = self.vault.own_forms.retired()
        drafts = {form.id: form for form in self.vault.own_forms.drafts()}
        own = self.shelf.own()
        known = {form.id for form in own}
        begun = [form for form in drafts.values() if form.id not in known]
        rows = [FormRow(form, True, False, True, has_versions=False) for form in begun]
        rows += [FormRow(form, True, form.id in retired, form.id in drafts) for form in own]
        shipped = (form for form in self.shipped.forms() if form.id in retired)
        return (*rows, *(FormRow(form, is_own=False, is_retired=True) for form in shipped))

    # Making and changing

    def blank(self) -> FormDefinition:
        """Begin a form with one section and one prompt; nothing is stored yet."""
        prompt = Prompt(new_key(), PromptKind.PROSE, "")
        section = Section(new_key(), "", (prompt,))
        return FormDefinition(
            id=own_form_id("form", self._taken_ids()),
            version=1,
            title="",
            purpose="",
            when_to_use="",
            minutes=_USUAL_MINUTES,
            source="Made for my own use.",
            sections=(section,),
        )

    def copy_of(self, form_id: str) -> FormDefinition:
        """Begin a copy of a form, shipped or own; nothing is stored yet.

        Raises:
            NoSuchForm: there is none with this id.
        """
        return self.copied(self.form(form_id))

    def to_change(self, form_id: str) -> FormDefinition:
        """Give an own form to go on with: as it was being changed, else its newest version.

        Raises:
            NoSuchForm: no own form has this id.
        """
        for draft in self.vault.own_forms.drafts():
            if draft.id == form_id:
                return draft
        return self._own(form_id)

    def troubles(self, form: FormDefinition) -> tuple[FormError, ...]:
        """Give everything that keeps a form from being saved."""
        return self.files.troubles(with_settled_keys(form, ()))

    def save(self, form: FormDefinition) -> FormDefinition:
        """Keep a form as a new version, if anything was changed; give it as it is kept.

        Raises:
            FormError: it is not right; nothing was changed.
            NotSaved: nothing was changed.
        """
        newest = self.newest(form.id)
        if newest is not None and newest == replace(form, version=newest.version):
            self.vault.own_forms.drop_draft(form.id)
            return newest
        begun_as = form.id
        if newest is None:
            form = replace(form, id=own_form_id(form.title or "form", self._taken_ids(begun_as)))
        return self.keep_version(form, begun_as)

    def keep_draft(self, form: FormDefinition) -> None:
        """Keep what is being made, right or not, so that closing and locking lose nothing.

        Raises:
            NotSaved: it is only in the window.
        """
        self.vault.own_forms.keep_draft(form)

    def drop_draft(self, form_id: str) -> None:
        """Let go what was being made; the versions that were saved stay.

        Raises:
            NotSaved: nothing was changed.
        """
        self.vault.own_forms.drop_draft(form_id)

    def version_count(self, form_id: str) -> int:
        """Say how many versions of an own form are kept."""
        return len(self.vault.own_forms.versions(form_id))

    # Retiring

    def retire(self, form_id: str) -> None:
        """Offer a form no longer, own or shipped; reflections written on it stay as they are.

        Raises:
            NoSuchForm, NotSaved: nothing was changed.
        """
        self.form(form_id)
        self.vault.own_forms.retire(form_id, self.clock.now().astimezone(UTC))
        self.shelf.forget()

    def bring_back(self, form_id: str) -> None:
        """Offer a retired form again.

        Raises:
            NotSaved: nothing was changed.
        """
        self.vault.own_forms.bring_back(form_id)
        self.shelf.forget()

    def keep_version(self, form: FormDefinition, made_as: str = "") -> FormDefinition:
        """Keep a form as its next version; give it as it is kept.

        What was being made under the id that is given goes; what is being made otherwise stays.

        Raises:
            FormError: it is not right; nothing was changed.
            NotSaved: nothing was changed.
        """
        version = self.vault.own_forms.last_version(form.id) + 1
        settled = replace(self._settled(form), version=version)
        for trouble in self.files.troubles(settled):
            raise trouble
        now = self.clock.now().astimezone(UTC)
        self.vault.own_forms.put(settled, self.files.text(settled), now, made_as)
        self.shelf.forget()
        return settled

    def _settled(self, form: FormDefinition) -> FormDefinition:
        texts = self.vault.own_forms.versions(form.id)
        taken = {key for text in texts for key in keys_of(self.files.read_text(form.id, text))}
        return with_settled_keys(form, taken)

    def copied(self, form: FormDefinition) -> FormDefinition:
        """Give a form as a copy that is an own form; its source says where it comes from."""
        title = form.title if form.title.startswith(_COPY) else f"{_COPY}{form.title}"
        source = form.source
        if not source.startswith(_ADAPTED):
            source = f"{_ADAPTED}“{form.title}”. {source}"
        return replace(
            form,
            id=self.free_id(form.id),
            version=1,
            title=_shortened(title, _LONGEST_TITLE),
            source=_shortened(source, _LONGEST_SOURCE),
        )

    def form(self, form_id: str) -> FormDefinition:
        """Give the newest version of a form, own or shipped, retired or not.

        Raises:
            NoSuchForm: there is none with this id.
        """
        for form in (*self.shipped.forms(), *self.shelf.own()):
            if form.id == form_id:
                return form
        raise NoSuchForm("There is no form with this id. “afterword forms” lists them.")

    def _own(self, form_id: str) -> FormDefinition:
        newest = self.newest(form_id)
        if newest is None:
            raise NoSuchForm("None of your own forms has this id.")
        return newest

    def newest(self, form_id: str) -> FormDefinition | None:
        """Give the newest version of an own form, or None."""
        return next((form for form in self.shelf.own() if form.id == form_id), None)

    def is_only_begun(self, form_id: str) -> bool:
        """Say whether a form with this id is being made and has no version yet."""
        begun = (draft.id for draft in self.vault.own_forms.drafts())
        return form_id in begun and self.newest(form_id) is None

    def free_id(self, form_id: str) -> str:
        """Make the id of an own form from another form's, one that no form has."""
        return own_form_id(form_id, self._taken_ids())

    def _taken_ids(self, but: str = "") -> set[str]:
        drafts = (form.id for form in self.vault.own_forms.drafts() if form.id != but)
        kept = (form_id for form_id, _ in self.vault.own_forms.newest())
        used = (form_id for form_id, _ in self.vault.form_use())
        shipped = (form.id for form in self.shipped.forms())
        return {*shipped, *kept, *used, *drafts}


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
