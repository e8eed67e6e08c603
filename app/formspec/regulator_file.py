"""Reads a regulator's rules from one TOML file, wholly right or not at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from app.bounded_toml import TomlRefused, read_bounded_toml
from app.domain.errors import FormError
from app.domain.registration_year import YearStart
from app.domain.regulator import CpdRules, FieldSource, Regulator, RegulatorField
from app.formspec.file_shape import Heading, Line, Paragraph
from app.formspec.hidden_signs import hidden_signs
from app.formspec.plain_words import place_and_reason

FORMAT = 1
_MOST_MEBIBYTES = 1
_MOST = 1000  # pieces or hours in a year: more is a slip of the pen
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_YEAR_STARTS = re.compile(r"([0-9]{2})-([0-9]{2})")


class _FieldShape(msgspec.Struct, forbid_unknown_fields=True):
    key: Heading
    label: Heading
    source: Heading
    required: bool = True
    help: Line = ""


class _RulesShape(msgspec.Struct, forbid_unknown_fields=True):
    since: datetime.date
    fields: Annotated[list[_FieldShape], Meta(max_length=40)]
    note: Paragraph
    source: Paragraph
    checked_on: datetime.date
    pieces: int = 0
    until: datetime.date | None = None
    year_starts: Heading = ""
    with_peer: int = 0
    with_impact: int = 0
    must_differ: bool = False
    hours: float | None = None
    coverage: Heading = ""
    kinds: Annotated[list[Heading], Meta(max_length=40)] = msgspec.field(default_factory=list)


class _RegulatorShape(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    id: Heading
    short: Heading
    name: Heading
    rules: Annotated[list[_RulesShape], Meta(max_length=40)]


def read_regulator(path: Path, frameworks: frozenset[str]) -> Regulator:
    """Read a file of rules; coverage must name one of these frameworks.

    Raises:
        FormError: names the file, the place in it and the reason.
    """
    try:
        table = read_bounded_toml(path, _MOST_MEBIBYTES, follows_link=False)
        demand_format(table, path.name)
        shape = msgspec.convert(table, _RegulatorShape)
    except TomlRefused as refusal:
        raise FormError(path.name, refusal.place, refusal.reason) from None
    except msgspec.ValidationError as error:
        raise FormError(path.name, *place_and_reason(str(error))) from None
    for place, reason in (*hidden_signs(table), *_broken(shape, path.stem, frameworks)):
        raise FormError(path.name, place, reason)
    return Regulator(shape.id, shape.short, shape.name, tuple(map(_rules, shape.rules)))


def demand_format(table: dict[str, Any], name: str) -> None:
    """Refuse a file that a later program wrote, before anything else in it is called wrong.

    Raises:
        FormError: names the file and the format that this program reads.
    """
    given = table.get("format")
    if isinstance(given, int) and given > FORMAT:
        reason = f"this file was made for a later Afterword; this one reads format {FORMAT}"
        raise FormError(name, "format", reason)


def _rules(shape: _RulesShape) -> CpdRules:
    fields = tuple(
        RegulatorField(each.key, each.label, FieldSource(each.source), each.required, each.help)
        for each in shape.fields
    )
    return CpdRules(
        shape.since,
        shape.until,
        _year_start(shape.year_starts),
        shape.pieces,
        shape.with_peer,
        shape.with_impact,
        shape.must_differ,
        shape.hours,
        shape.coverage,
        tuple(shape.kinds),
        fields,
        shape.note,
        shape.source,
        shape.checked_on,
    )


def _year_start(words: str) -> YearStart | None:
    match = _YEAR_STARTS.fullmatch(words)
    return YearStart(int(match[1]), int(match[2])) if match else None


_Broken = Iterator[tuple[str, str]]


def _broken(shape: _RegulatorShape, stem: str, frameworks: frozenset[str]) -> _Broken:
    yield from _broken_head(shape, stem)
    for at, rules in enumerate(shape.rules):
        for place, reason in _broken_rules(rules, frameworks):
            yield f"rules[{at}].{place}", reason
    for at, (earlier, later) in enumerate(pairwise(shape.rules), 1):
        if earlier.until is None or earlier.until >= later.since:
            yield f"rules[{at}].since", "these rules begin before the ones above them end"


def _broken_head(shape: _RegulatorShape, stem: str) -> _Broken:
    if shape.format != FORMAT:
        yield "format", f"this one reads format {FORMAT}"
    for place in ("id", "short"):
        if not _ID.fullmatch(getattr(shape, place)):
            yield place, "small letters, digits and underscores only, beginning with a letter"
    if shape.id != stem:
        yield "id", "the id must be the file’s name without its ending"
    if not shape.name.strip():
        yield "name", "this is empty"
    if not shape.rules:
        yield "rules", "at least one table of rules must stand here"


def _broken_rules(rules: _RulesShape, frameworks: frozenset[str]) -> _Broken:
    if rules.until is not None and rules.until < rules.since:
        yield "until", "these rules end before they begin"
    yield from _broken_start(rules.year_starts)
    for place in ("pieces", "with_peer", "with_impact", "hours"):
        if not 0 <= (getattr(rules, place) or 0) <= _MOST:
            yield place, f"this must lie between 0 and {_MOST}"
    if max(rules.with_peer, rules.with_impact) > rules.pieces:
        yield "pieces", "more pieces are asked for with a peer or an impact than in all"
    if rules.coverage and rules.coverage not in frameworks:
        yield "coverage", "there is no framework of this name"
    yield from _broken_fields(rules.fields)


def _broken_start(words: str) -> _Broken:
    if not words:
        return
    try:
        start = _year_start(words)
    except ValueError:
        start = None
    if start is None:
        yield "year_starts", "this must be a month and a day of the calendar, such as “12-01”"


def _broken_fields(fields: list[_FieldShape]) -> _Broken:
    if not fields:
        yield "fields", "at least one field must stand here"
    seen: set[str] = set()
    for at, field in enumerate(fields):
        if not _ID.fullmatch(field.key) or field.key in seen:
            yield f"fields[{at}].key", "small letters and underscores, and each key only once"
        seen.add(field.key)
        if not field.label.strip():
            yield f"fields[{at}].label", "this is empty"
        if field.source not in {each.value for each in FieldSource}:
            known = ", ".join(each.value for each in FieldSource)
            yield f"fields[{at}].source", f"this must be one of {known}"
