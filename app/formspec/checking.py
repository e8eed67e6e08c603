"""Finds everything that is wrong with a form's tables, not only what comes first.

msgspec stops at its first mistake. So each value is converted by itself; what does not fit is told
and a stand-in takes its place, so that the rules can look at all the rest. A rule that would only
stumble over a stand-in is not told: it comes up once the mistake itself is mended.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from app.domain.form import PromptKind
from app.formspec.file_shape import FormShape
from app.formspec.plain_words import below, place_and_reason
from app.formspec.rules import MOST_PROMPTS, TOO_MANY_PROMPTS, Broken, broken_rules, placed_prompts

_NUMBERS = re.compile(r"\d+")
_PROMPT = re.compile(r"sections\[\d+\]\.prompts\[\d+\]")
_PATH_BEGINS = " - at `$"
_OWN_TABLES = ("options", "ends")
_STAND_INS: dict[str, object] = {"kind": PromptKind.PROSE, "sections": [], "prompts": []}


def all_troubles(table: Any, stem: str | None) -> tuple[Broken, ...]:
    """Give the place and the reason of every mistake, in the order of the file."""
    if _prompt_count(table) > MOST_PROMPTS:
        return (TOO_MANY_PROMPTS,)  # no more is looked at, so that no file takes long
    reader = _PatientReader()
    shape = reader.struct(table, FormShape, "")
    if not isinstance(shape, FormShape):
        return tuple(reader.broken)
    echoes = _Echoes(shape, {place for place, _ in reader.broken})
    found = list(reader.broken)
    found += [each for each in broken_rules(shape, stem) if not echoes.holds(each[0])]
    return tuple(sorted(found, key=_place_order))


def _prompt_count(table: Any) -> int:
    sections = table.get("sections") if isinstance(table, dict) else None
    lists = (each.get("prompts") for each in sections or () if isinstance(each, dict))
    return sum(len(each) for each in lists if isinstance(each, list))


class _PatientReader:
    """Reads tables into structs; whatever is wrong is noted, and reading goes on."""

    def __init__(self) -> None:
        self.broken: list[Broken] = []

    def struct(self, table: Any, shape: type[msgspec.Struct], place: str) -> msgspec.Struct | None:
        """Read a table as a struct."""
        if not isinstance(table, dict):
            self.value(table, shape, place)
            return None
        given: dict[str, Any] = {}
        for field in _fields(shape):
            where = below(place, field.name)
            if field.name in table:
                given[field.name] = self.value(table[field.name], field.type, where)
            elif field.required:
                self.broken.append((where, "this is missing"))
                given[field.name] = None
            if field.name in given and given[field.name] is None and field.required:
                given[field.name] = self._stand_in(field.name)
            elif given.get(field.name, ...) is None:
                del given[field.name]  # what may be left out is taken as left out
        known = {field.name for field in _fields(shape)}
        for name in table.keys() - known:
            self.broken.append((below(place, name), "the format has no such word"))
        return shape(**given)

    def value(self, value: Any, type_: Any, place: str) -> Any:
        """Read one value; None where it is wrong."""
        struct, is_list = _struct_in(type_)
        if struct is not None and is_list and isinstance(value, list) and value:
            return [self._item(each, struct, f"{place}[{at}]") for at, each in enumerate(value)]
        if struct is not None and not is_list and isinstance(value, dict):
            return self.struct(value, struct, place)
        try:
            return msgspec.convert(value, type_)
        except msgspec.ValidationError as error:
            self.broken.append(place_and_reason(_placed(str(error), place)))
            return None

    def _item(self, value: Any, struct: type[msgspec.Struct], place: str) -> Any:
        if isinstance(value, dict):
            return self.struct(value, struct, place)
        self.value(value, struct, place)
        # One must stand here, or all that follow would be told at a wrong place.
        return _PatientReader().struct({}, struct, place)

    def _stand_in(self, name: str) -> object:
        if name == "key":
            return f"missing_{len(self.broken)}"
        return _STAND_INS.get(name, "x")


@cache
def _fields(shape: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(shape)


@cache
def _struct_in(type_: Any) -> tuple[type[msgspec.Struct] | None, bool]:
    """Find the struct that a field holds, alone, in a list or perhaps."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return type_, False
    is_list = get_origin(type_) is list
    for inner in get_args(type_):
        found, is_inner_list = _struct_in(inner)
        if found is not None:
            return found, is_list or is_inner_list
    return None, False


def _placed(message: str, place: str) -> str:
    """Put the place of a value before the path that msgspec tells inside it."""
    if not place:
        return message
    cause, begins, path = message.rpartition(_PATH_BEGINS)
    return f"{cause}{begins}.{place}{path}" if begins else f"{message}{_PATH_BEGINS}.{place}`"


class _Echoes:
    """Tells which broken rules only follow from mistakes that are told already."""

    def __init__(self, shape: FormShape, damaged: set[str]) -> None:
        self._damaged = damaged
        placed = dict(placed_prompts(shape))
        self._waits = {place: each.when.prompt for place, each in placed.items() if each.when}
        self._unsure = {
            prompt.key
            for place, prompt in placed.items()
            if not damaged.isdisjoint({place, f"{place}.kind", f"{place}.options"})
        }
        self._has_unsure_keys = any(each.endswith(".key") for each in damaged)

    def holds(self, place: str) -> bool:
        """Say whether what is wrong at this place is such an echo."""
        ends = (at for at, letter in enumerate(place) if letter in ".[")
        if place in self._damaged or any(place[:end] in self._damaged for end in ends):
            return True
        prompt = _PROMPT.match(place)
        if prompt is not None and ".when" in place:
            return self._has_unsure_keys or self._waits.get(prompt[0]) in self._unsure
        if prompt is None or not place.removeprefix(f"{prompt[0]}.").startswith(_OWN_TABLES):
            return False
        return f"{prompt[0]}.kind" in self._damaged


def _place_order(broken: Broken) -> tuple[bool, tuple[int, ...]]:
    place = broken[0]
    return place.startswith("sections["), tuple(int(each) for each in _NUMBERS.findall(place))
