"""The organisation's own Word forms: added, mapped once, and filled from a summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from itertools import chain, count
from pathlib import Path

from app.bounded_zip import ZipRefused, open_ordinary
from app.domain.errors import NoSuchWordForm, WordFormRefused
from app.domain.word_form import FieldMapping, Misfit, Value, ValueName, WordField, WordForm
from app.domain.word_form_guess import guessed_mapping
from app.services.exporting import write_export
from app.services.ports import Clock
from app.services.word_form_ports import FormReader, WordFormShelf
from app.services.word_form_values import Occasion, SummaryValues
from app.services.word_form_words import (
    ALWAYS_OFFERED,
    beginning,
    in_order,
    unplaced,
    value_words,
)
from app.summary.choice import SummaryChoice

LARGEST_MEBIBYTES = 20
MOST_FORMS, MOST_CHARACTERS = 30, 60


@dataclass(frozen=True, slots=True)
class OfferedValue:
    """A value that a field can take, in words, and how it begins now; empty: nothing yet."""

    name: ValueName
    words: str
    begins: str


@dataclass(frozen=True, slots=True)
class FormInHand:
    """A form with its fields, and everything that could go into them."""

    form: WordForm
    fields: tuple[WordField, ...]
    offered: tuple[OfferedValue, ...]


@dataclass(frozen=True, slots=True)
class MappedValues:
    """What would go into a form: each field's value, which value it is, and what has no field."""

    uid: str
    values: Mapping[str, Value]  # by the field's key
    names: Mapping[str, ValueName]
    questions: Mapping[ValueName, str]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleasedValues:
    """Values that went through the release check (app/services/word_form_leaving.py)."""

    mapped: MappedValues


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled form: its file, what did not fit, and what no field of it was mapped to."""

    data: bytes
    misfits: tuple[Misfit, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordForms:
    """What a person can do with her organisation's forms."""

    shelf: WordFormShelf
    reader: FormReader
    values: SummaryValues
    clock: Clock
    new_id: Callable[[], str]

    def all(self) -> tuple[WordForm, ...]:
        """Give every form that is kept, by name."""
        return self.shelf.all()

    def held_on(self) -> date | None:
        """Give the day of the last session held; None where there was none, or it has no day."""
        return self.values.held_on()

    def named(self, name: str) -> WordForm:
        """Find a form by its name; capitals make no difference.

        Raises:
            NoSuchWordForm: none is called so.
        """
        for form in self.shelf.all():
            if form.name.casefold() == tidy_name(name).casefold():
                return form
        raise NoSuchWordForm("No Word form of this name is kept in this journal.")

    def add(self, path: Path, name: str = "") -> WordForm:
        """Keep a form, with a proposal of what goes where; by its file's name if none is given.

        Raises:
            WordFormRefused: it cannot be read, may not be, or is kept already.
            NotSaved: nothing was changed.
        """
        data = _read(path)
        forms = self.shelf.all()
        if len(forms) >= MOST_FORMS:
            raise WordFormRefused(
                f"There are {MOST_FORMS} forms already. Remove one of them first."
            )
        if any(self.shelf.file(form.uid) == data for form in forms):
            raise WordFormRefused("This form is kept already; nothing was changed.")
        if tidy_name(name):
            self._refuse_taken(tidy_name(name))
        mapping = guessed_mapping(self.reader.fields(data))
        chosen = tidy_name(name) or _free_name(tidy_name(path.stem), forms)
        form = WordForm(self.new_id(), chosen, mapping, self.clock.now().astimezone(UTC))
        self.shelf.add(form, data)
        return form

    def rename(self, uid: str, name: str) -> None:
        """Give a form another name.

        Raises:
            WordFormRefused: it is empty, or another form has it.
            NotSaved: nothing was changed.
        """
        if not tidy_name(name):
            raise WordFormRefused("Give the form a name first.")
        self._refuse_taken(tidy_name(name), but=uid)
        self.shelf.rename(uid, tidy_name(name))

    def map(self, uid: str, mapping: FieldMapping) -> None:
        """Keep what goes where in a form.

        Raises:
            NotSaved: nothing was changed.
        """
        self.shelf.map(uid, mapping)

    def remove(self, uid: str) -> None:
        """Let a form go; what was filled from it stays where it was saved.

        Raises:
            NotSaved: nothing was changed.
        """
        self.shelf.remove(uid)

    def in_hand(
        self, uid: str, choice: SummaryChoice, occasion: Occasion = Occasion.COMING
    ) -> FormInHand:
        """Take a form out with its fields, and what this summary could put into them.

        Raises:
            NoSuchWordForm, NoSuchReflection: one of them is gone.
            WordFormRefused: it cannot be read.
        """
        form = self._kept(uid)
        fields = self.reader.fields(self.shelf.file(uid))
        given = self.values.of(choice, occasion)
        names = {*given.values, *form.mapping.values(), *ALWAYS_OFFERED}
        offered = (
            OfferedValue(
                name, value_words(name, given.questions), beginning(given.values.get(name))
            )
            for name in in_order(names)
        )
        return FormInHand(form, fields, tuple(offered))

    def mapped(
        self, uid: str, choice: SummaryChoice, occasion: Occasion = Occasion.COMING
    ) -> MappedValues:
        """Give what of a summary would go into a form, as it was mapped.

        Raises:
            NoSuchWordForm, NoSuchReflection: one of them is gone.
        """
        mapping = self._kept(uid).mapping
        given = self.values.of(choice, occasion)
        names = {key: name for key, name in mapping.items() if name in given.values}
        values = {key: given.values[name] for key, name in names.items()}
        return MappedValues(
            uid, values, names, given.questions, tuple(unplaced(mapping, given.values))
        )

    def fill(self, released: ReleasedValues) -> Filling:
        """Fill a form with values that may leave.

        Raises:
            NoSuchWordForm: it is gone.
            WordFormRefused: it cannot be filled.
        """
        mapped = released.mapped
        filled = self.reader.fill(self.shelf.file(self._kept(mapped.uid).uid), dict(mapped.values))
        return Filling(filled.data, filled.misfits, mapped.unplaced)

    def fill_to(self, released: ReleasedValues, target: Path) -> Filling:
        """Fill a form and write it to a file, whole, readable by its owner only.

        Raises:
            NoSuchWordForm, WordFormRefused, ExportError: nothing was written.
        """
        filling = self.fill(released)
        write_export(target, filling.data)
        return filling

    def _kept(self, uid: str) -> WordForm:
        form = next((each for each in self.shelf.all() if each.uid == uid), None)
        if form is None:
            raise NoSuchWordForm("This form is not kept in the journal any more.")
        return form

    def _refuse_taken(self, name: str, but: str = "") -> None:
        for form in self.shelf.all():
            if form.uid != but and form.name.casefold() == name.casefold():
                raise WordFormRefused("Another form has this name already.")


def tidy_name(name: str) -> str:
    """Give a name on one line, no longer than names are."""
    return " ".join(name.split())[:MOST_CHARACTERS].strip()


def _free_name(name: str, forms: Sequence[WordForm]) -> str:
    taken = {form.name.casefold() for form in forms}
    name = name or "Form"
    numbered = (f"{name[: MOST_CHARACTERS - 5]} ({number})" for number in count(2))
    return next(each for each in chain((name,), numbered) if each.casefold() not in taken)


def _read(path: Path) -> bytes:
    """Read a file that anybody may have made: no pipe is waited for, and nothing large read."""
    try:
        with open_ordinary(path, LARGEST_MEBIBYTES) as file:
            return file.read()
    except ZipRefused as refused:
        raise WordFormRefused(str(refused)) from None
    except OSError:
        raise WordFormRefused("This file cannot be read.") from None
