"""The release check of what goes into the organisation's own Word form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.word_form import Column, Value, ValueCell, ValueKind, ValueRow
from app.services.checked_words import CheckedWords
from app.services.release_check import ReleaseCheck
from app.services.word_form_values import Occasion
from app.services.word_form_words import value_words
from app.services.word_forms import MappedValues, ReleasedValues, WordForms
from app.summary.choice import SummaryChoice
from app.summary.leaving_texts import LeavingText, Origin

_DAYS_AND_CHOSEN = (
    ValueKind.DATE,
    ValueKind.NEXT_DATE,
    ValueKind.SUPERVISOR,
    ValueKind.PREPARED_BY,
)
_DAYS = (Column.WHEN, Column.STATE)
_Exchange = Callable[[LeavingText], str]


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """Values that were looked at, and what was found in them."""

    mapped: MappedValues
    choice: SummaryChoice
    checked: CheckedWords


@dataclass(frozen=True, slots=True)
class FormLeaving:
    """Looks at what would go into a form, and lets it pass once it is decided."""

    forms: WordForms
    check: ReleaseCheck

    def look(
        self, uid: str, choice: SummaryChoice, occasion: Occasion = Occasion.COMING
    ) -> CheckedForm:
        """Look at everything that would go into a form.

        Raises:
            NoSuchWordForm, NoSuchReflection: one of them is gone.
        """
        return self._looked_at(self.forms.mapped(uid, choice, occasion), choice)

    def look_again(self, form: CheckedForm) -> CheckedForm:
        """Look once more at the same values, because something was decided."""
        return self._looked_at(form.mapped, form.choice)

    def _looked_at(self, mapped: MappedValues, choice: SummaryChoice) -> CheckedForm:
        texts: list[LeavingText] = []

        def note(text: LeavingText) -> str:
            texts.append(text)
            return text.words

        _exchanged(mapped, note)
        chosen = tuple(filter(None, (choice.supervisor.strip(), choice.prepared_by.strip())))
        return CheckedForm(mapped, choice, self.check.words(texts, chosen, choice.reflection_ids))

    def release(self, form: CheckedForm, *, because: str = "") -> ReleasedValues:
        """Let the values leave, with what was decided; what is undecided needs a reason.

        Raises:
            LeavingRefused: something is undecided and no reason was given; says how many.
            NotSaved: the reason could not be remembered.
        """
        self.check.let_pass(form.checked, because=because)
        return self.release_undecided(form)

    def release_undecided(self, form: CheckedForm) -> ReleasedValues:
        """Let the values leave as they stand; who calls this tells what is undecided."""
        return ReleasedValues(_exchanged(form.mapped, form.checked.words_of))


def _exchanged(mapped: MappedValues, exchange: _Exchange) -> MappedValues:
    values = {
        key: Value(tuple(_row(mapped, key, row, exchange) for row in value.rows))
        for key, value in mapped.values.items()
    }
    return replace(mapped, values=values)


def _row(mapped: MappedValues, key: str, row: ValueRow, exchange: _Exchange) -> ValueRow:
    name = mapped.names[key]
    place = value_words(name, dict(mapped.questions))
    is_day = name.kind in _DAYS_AND_CHOSEN

    def cell(each: ValueCell) -> ValueCell:
        origin = Origin.BESIDE if is_day or each.column in _DAYS else Origin.PERSON
        lines = (
            exchange(LeavingText(line, place, origin)) if line else line for line in each.lines
        )
        return ValueCell(each.column, tuple(lines))

    return ValueRow(tuple(map(cell, row.cells)))
