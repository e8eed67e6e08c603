"""A form looked through, or filled: the two things that are done with one, in its own process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from app.domain.errors import WordFormRefused
from app.domain.word_form import Column, FilledForm, Misfit, Value, ValueRow, WordField
from app.word_forms.cleaning import clean
from app.word_forms.finding import FoundField, found_fields
from app.word_forms.lines import text_in
from app.word_forms.making import fit, shielded, unshield
from app.word_forms.package import FormPackage
from app.word_forms.safety import refuse_unsafe
from app.word_forms.tag_fields import fill_tags, refuse_unfinished, tag_fields
from app.word_xml import Tree

_NOTHING_FOUND = (
    "There is no field in this form that could be filled: no tag, no content control, and no "
    "empty cell or line beside a label."
)
_WORDS_MISSING = (
    "This form could not take all the words that belong in it, so nothing was written. "
    "Map the field elsewhere, or print the summary instead."
)
_LEFT_OUT = "the form does not show it"
_MOST_FIELDS = 500
_BY = "by "  # before a day; a column of days tells that by its heading


def fields_of(data: bytes) -> tuple[WordField, ...]:
    """Give the fields of a form, in reading order, tags first.

    Raises:
        WordFormRefused: it is no form that is filled.
    """
    package = FormPackage(data)
    refuse_unsafe(package)
    trees = _trees(package)
    for tree in trees:
        refuse_unfinished(deepcopy(tree))
    fields = (*tag_fields(trees), *(each.field for each in found_fields(trees)))
    if not fields:
        raise WordFormRefused(_NOTHING_FOUND)
    if len(fields) > _MOST_FIELDS:
        raise WordFormRefused(f"This form has more than {_MOST_FIELDS} fields, too many to map.")
    return fields


def fill(data: bytes, values: Mapping[str, Value]) -> FilledForm:
    """Fill a form: values by the keys of its fields; a field without one stays as it is.

    Raises:
        WordFormRefused: it is no form that is filled, or a word would be missing in it.
    """
    package = FormPackage(data)
    refuse_unsafe(package)
    trees = _trees(package)
    given = {key: _shielded(value) for key, value in values.items() if value.lines()}
    asked = [each for each in tag_fields(trees) if each.key in given]
    found = [each for each in found_fields(trees) if each.field.key in given]
    refused = _put(found, given)
    for tree in trees:
        fill_tags(tree, given)
        unshield(tree)
    clean(package)
    filled = package.to_bytes()
    text = _text_of(filled)
    placed = [each.field for each in found if each.field.key not in refused]
    if list(_missing(text, placed, values)):
        raise WordFormRefused(_WORDS_MISSING)
    misfits = [
        Misfit(each.field.label, refused[each.field.key])
        for each in found
        if each.field.key in refused
    ]
    return FilledForm(filled, (*_missing(text, asked, values), *misfits))


def _shielded(value: Value) -> Value:
    return Value(
        tuple(
            ValueRow(
                tuple(
                    replace(cell, lines=tuple(shielded(line) for line in cell.lines))
                    for cell in row.cells
                )
            )
            for row in value.rows
        )
    )


def _put(found: list[FoundField], values: Mapping[str, Value]) -> dict[str, str]:
    """Fill from the end, so that what was put in is never taken for room; give the refusals."""
    reasons = {each.field.key: each.room.put(values[each.field.key]) for each in reversed(found)}
    return {key: reason for key, reason in reasons.items() if reason}


def _text_of(filled: bytes) -> str:
    """Read the filled form back, as anybody would who was sent it."""
    return _settled(" ".join(text_in(tree) for tree in _trees(FormPackage(filled))))


def _missing(
    text: str, fields: Sequence[WordField], values: Mapping[str, Value]
) -> Iterator[Misfit]:
    """Name the fields of which a line does not stand in the filled form."""
    for field in fields:
        lost = {
            cell.column
            for row in values[field.key].rows
            for cell in row.cells
            if any(_settled(line.removeprefix(_BY)) not in text for line in cell.lines)
        }
        if lost:
            columns = [each for each in Column if each in lost]
            whole = {cell.column for row in values[field.key].rows for cell in row.cells}
            yield Misfit(field.label, _LEFT_OUT if lost == whole else "", tuple(columns))


def _settled(text: str) -> str:
    return " ".join(fit(text.replace("\n", " ")).split())


def _trees(package: FormPackage) -> list[Tree]:
    return [tree for _, tree in package.stories()]
