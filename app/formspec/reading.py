"""Reads one form file, wholly right or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from app.bounded_toml import TomlRefused, read_bounded_toml, read_toml_text
from app.domain.errors import FormError
from app.domain.form import Condition, FormDefinition, Prompt, Repeat, ScaleEnds, Section
from app.domain.sharing import sharing_from_words
from app.formspec.checking import all_troubles
from app.formspec.file_shape import MOST_MEBIBYTES, FormShape, PromptShape, SectionShape
from app.formspec.plain_words import place_and_reason
from app.formspec.rules import broken_rules

FORMAT = 1


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """A form and its place in the list of forms."""

    order: int
    form: FormDefinition


def read_form(path: Path) -> FormDefinition:
    """Read a form file.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    return read_placed_form(path).form


def read_placed_form(path: Path) -> PlacedForm:
    """Read a form file together with the place its author gave it among the forms.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    return _placed_form(path.name, _table(path), path.stem)


def read_form_anywhere(path: Path) -> FormDefinition:
    """Read a form file that may have any name, as one that is taken in may.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    return _placed_form(path.name, _table(path), None).form


def read_form_text(name: str, text: str) -> FormDefinition:
    """Read the text of a form file.

    Raises:
        FormError: names the form, the place in it and the reason.
    """
    try:
        table = read_toml_text(text)
    except TomlRefused as refusal:
        raise FormError(name, refusal.place, refusal.reason) from None
    return _placed_form(name, table, None).form


def file_troubles(path: Path) -> tuple[FormError, ...]:
    """Give everything that is wrong with a form file, in its order; nothing when it is right."""
    try:
        table = _table(path)
        _demand_known_format(path.name, table)
    except FormError as error:
        return (error,)
    return tuple(
        FormError(path.name, place, reason) for place, reason in all_troubles(table, path.stem)
    )


def _placed_form(name: str, table: dict[str, Any], stem: str | None) -> PlacedForm:
    _demand_known_format(name, table)
    try:
        shape = msgspec.convert(table, FormShape)
    except msgspec.ValidationError as error:
        raise FormError(name, *place_and_reason(str(error))) from None
    for place, reason in broken_rules(shape, stem):
        raise FormError(name, place, reason)
    return PlacedForm(shape.order, _form(shape))


def _table(path: Path) -> dict[str, Any]:
    try:
        return read_bounded_toml(path, MOST_MEBIBYTES, follows_link=False)
    except TomlRefused as refusal:
        raise FormError(path.name, refusal.place, refusal.reason) from None


def _demand_known_format(name: str, table: dict[str, Any]) -> None:
    """Tell a later format before its new words are taken for mistakes."""
    given = table.get("format")
    if isinstance(given, int) and given > FORMAT:
        reason = "this form was made for a later Afterword; this one reads format 1"
        raise FormError(name, "format", reason)


def _form(shape: FormShape) -> FormDefinition:
    return FormDefinition(
        id=shape.id,
        version=shape.version,
        title=shape.title,
        purpose=shape.purpose,
        when_to_use=shape.when_to_use,
        minutes=shape.minutes,
        source=shape.source,
        sections=tuple(_section(section) for section in shape.sections),
        group=shape.group,
    )


def _section(shape: SectionShape) -> Section:
    return Section(
        key=shape.key,
        title=shape.title,
        prompts=tuple(_prompt(prompt) for prompt in shape.prompts),
        intro=shape.intro,
        repeat=Repeat(shape.repeat.one, shape.repeat.most) if shape.repeat else None,
    )


def _prompt(shape: PromptShape) -> Prompt:
    return Prompt(
        key=shape.key,
        kind=shape.kind,
        text=shape.text,
        help=shape.help,
        nudge=shape.nudge,
        source=shape.source,
        sharing=sharing_from_words(shape.sharing),
        summary_role=shape.summary_role,
        cpd_field=shape.cpd_field,
        options=tuple(shape.options or ()),
        ends=ScaleEnds(shape.ends.zero, shape.ends.ten) if shape.ends else None,
        when=Condition(shape.when.prompt, shape.when.answer) if shape.when else None,
    )
