"""Forms taken in from files and given out to files; a form holds no reflection."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.domain.form_keys import is_own_form, own_form_id
from app.domain.identifier_errors import LeavingRefused
from app.services.checked_words import CheckedWords
from app.services.exporting import write_export
from app.services.form_leaving import form_texts, id_that_leaves, name_texts, text_that_leaves
from app.services.own_forms import OwnForms
from app.services.release_check import ReleaseCheck


class Clash(Enum):
    """What a form that is to be taken in meets in the journal."""

    NONE = "none"
    SHIPPED = "shipped"
    OWN = "own"
    SAME = "same"


class Way(Enum):
    """How a form is taken in."""

    AS_IT_IS = "as it is"
    AS_COPY = "as a copy"
    AS_NEWER = "as a newer version"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A form that was read from a file and is right, and what it meets."""

    file: str
    form: FormDefinition
    clash: Clash

    @property
    def words(self) -> str:
        """Say in one sentence what it meets; nothing where it meets nothing."""
        return {
            Clash.NONE: "",
            Clash.SHIPPED: "a form of Afterword’s own has this id; this one can come in as a copy",
            Clash.OWN: (
                "you have a form with this id already; "
                "this one can come in as a copy or as its newer version"
            ),
            Clash.SAME: "you have just this form already, so nothing needs to come in",
        }[self.clash]


@dataclass(frozen=True, slots=True)
class FormExchange:
    """Takes in only what is wholly right, and asks before it meets what is there."""

    own: OwnForms
    check: ReleaseCheck

    def look_at(self, path: Path) -> Incoming:
        """Read a form file that may be taken in, and say what it meets here.

        Raises:
            FormError: it is not right: the place and the reason.
        """
        form = self.own.files.read(path)
        own_id = form.id if is_own_form(form.id) else own_form_id(form.id, ())
        if self.own.is_only_begun(own_id):
            own_id = self.own.free_id(own_id)
        newest = self.own.newest(own_id)
        if form.id in {shipped.id for shipped in self.own.shipped.forms()}:
            clash = Clash.SHIPPED
        elif newest is None:
            clash = Clash.NONE
        else:
            is_same = replace(form, id=own_id, version=newest.version) == newest
            clash = Clash.SAME if is_same else Clash.OWN
        return Incoming(path.name, replace(form, id=own_id), clash)

    def take_in(self, incoming: Incoming, way: Way = Way.AS_IT_IS) -> FormDefinition:
        """Keep a form that was read from a file; give it as it is kept.

        Raises:
            FormError: it meets another form and the way does not say how; nothing was changed.
            NotSaved: nothing was changed.
        """
        newer_than_own = way is Way.AS_NEWER and incoming.clash is Clash.OWN
        if incoming.clash is Clash.NONE or newer_than_own:
            return self.own.keep_version(incoming.form)
        if way is Way.AS_COPY:
            return self.own.keep_version(self.own.copied(incoming.form))
        raise FormError(incoming.file, "id", incoming.words)

    def look_before_export(self, form_id: str) -> CheckedWords:
        """Look for possible identifiers in a form that a person wrote; in others there are none.

        Raises:
            NoSuchForm: there is none with this id.
        """
        if not is_own_form(form_id):
            return self.check.words(())
        text = self.own.files.text(self.own.form(form_id))
        return self.check.words((*form_texts(text), *name_texts(text)))

    def file_stem(self, form_id: str) -> str:
        """Give what a form's file may be called: its id as it leaves.

        Raises:
            NoSuchForm: there is none with this id.
        """
        if not is_own_form(form_id):
            return form_id
        words_of = self.look_before_export(form_id).words_of
        return id_that_leaves(self.own.files.text(self.own.form(form_id)), words_of)

    def export(self, form_id: str, target: Path) -> None:
        """Write a form to a file; it holds no reflection, and who calls this has looked.

        Names of the people key leave as their labels, as on every paper.

        Raises:
            NoSuchForm: there is none with this id.
            LeavingRefused: with the labels it would be no right form; nothing was written.
            ExportError: nothing was written at target.
        """
        text = self.own.files.text(self.own.form(form_id))
        if is_own_form(form_id):
            text = text_that_leaves(text, self.look_before_export(form_id).words_of)
            self._refuse_if_wrong(text)
        write_export(target, text.encode())

    def _refuse_if_wrong(self, text: str) -> None:
        try:
            self.own.files.read_text("", text)
        except FormError as error:
            # Two options may have the same label, or a line may be too long with one.
            raise LeavingRefused(
                "Nothing was written: with the labels of your people key this form would not be "
                f"right, because {error.reason}. Change its words or the labels, and try again."
            ) from error
