"""Reads a framework's tags from one TOML file, wholly right or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from app.bounded_toml import TomlRefused, read_bounded_toml
from app.domain.errors import FormError
from app.domain.framework import Framework, FrameworkTag
from app.formspec.file_shape import Heading, Line, Paragraph
from app.formspec.hidden_signs import hidden_signs
from app.formspec.plain_words import place_and_reason
from app.formspec.regulator_file import FORMAT, demand_format

_MOST_MEBIBYTES = 1
_FEW = Meta(max_length=100)


class _TagShape(msgspec.Struct, forbid_unknown_fields=True):
    key: Heading
    label: Heading
    gist: Line = ""
    confirmed: bool = True
    words: Annotated[list[Heading], _FEW] = msgspec.field(default_factory=list)
    forms: Annotated[list[Heading], _FEW] = msgspec.field(default_factory=list)


class _FrameworkShape(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    id: Heading
    name: Heading
    short: Heading
    source: Paragraph
    checked_on: datetime.date
    tags: Annotated[list[_TagShape], _FEW]
    since: datetime.date | None = None
    until: datetime.date | None = None
    note: Paragraph = ""


def read_framework(path: Path) -> Framework:
    """Read a file of tags.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    try:
        table = read_bounded_toml(path, _MOST_MEBIBYTES, follows_link=False)
        demand_format(table, path.name)
        shape = msgspec.convert(table, _FrameworkShape)
    except TomlRefused as refusal:
        raise FormError(path.name, refusal.place, refusal.reason) from None
    except msgspec.ValidationError as error:
        raise FormError(path.name, *place_and_reason(str(error))) from None
    for place, reason in (*hidden_signs(table), *_broken(shape, path.stem)):
        raise FormError(path.name, place, reason)
    tags = tuple(
        FrameworkTag(
            each.key, each.label, each.gist, each.confirmed, tuple(each.words), tuple(each.forms)
        )
        for each in shape.tags
    )
    return Framework(
        shape.id,
        shape.name,
        shape.short,
        shape.since,
        shape.until,
        shape.source,
        shape.checked_on,
        tags,
        shape.note,
    )


def _broken(shape: _FrameworkShape, stem: str) -> Iterator[tuple[str, str]]:
    if shape.format != FORMAT:
        yield "format", f"this one reads format {FORMAT}"
    if shape.id != stem:
        yield "id", "the id must be the file’s name without its ending"
    if shape.since and shape.until and shape.until < shape.since:
        yield "until", "this framework ends before it begins"
    if not shape.tags:
        yield "tags", "at least one tag must stand here"
    yield from _broken_tags(shape.tags)


def _broken_tags(tags: list[_TagShape]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for at, tag in enumerate(tags):
        if not tag.key.strip() or "/" in tag.key or tag.key in seen:
            yield f"tags[{at}].key", "a key is not empty, has no “/” and stands only once"
        seen.add(tag.key)
        if not tag.label.strip():
            yield f"tags[{at}].label", "this is empty"
        if any(each != each.casefold() or not each.strip() for each in tag.words):
            yield f"tags[{at}].words", "words stand here in small letters"
