"""A person's own form before it is given out: she wrote it, and may have named somebody in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

import tomli_w

from app.summary.leaving_texts import LeavingText, Origin

# What a form's file says in the code's own words.
_NOT_HERS = frozenset(
    ("id", "key", "kind", "group", "sharing", "cpd_field", "summary_role", "only_if", "language")
)
_NAME_PLACE = "The form’s own names"
_NEUTRAL_ID = "own_form"


def form_texts(file_text: str) -> tuple[LeavingText, ...]:
    """Give every stretch of words of a form's file, each with the question it belongs to."""
    return tuple(_texts(tomllib.loads(file_text), ""))


def name_texts(file_text: str) -> tuple[LeavingText, ...]:
    """Give the words of a form's id and keys, which were made of its title and its questions."""
    table = tomllib.loads(file_text)
    of_id = _name_text(str(table.get("id", "")), Origin.PERSON)
    return of_id, *map(_name_text, dict.fromkeys(_keys(table)))


def text_that_leaves(file_text: str, words_of: Callable[[LeavingText], str]) -> str:
    """Give a form's file with what stands for each stretch of words when it leaves.

    An id or a key in which something would be exchanged gives way to one that tells nothing.
    """
    table = tomllib.loads(file_text)
    keys = dict.fromkeys(_keys(table))
    named = [each for each in keys if _tells(_name_text(each), words_of)]
    neutral = {name: f"part_{number}" for number, name in enumerate(named, 1)}
    neutral = {name: _free(each, keys) for name, each in neutral.items()}
    left = _exchanged(_renamed(table, neutral), "", words_of)
    if _tells(_name_text(str(table.get("id", "")), Origin.PERSON), words_of):
        left["id"] = _NEUTRAL_ID
    return tomli_w.dumps(left)


def _name_text(name: str, origin: Origin = Origin.PROGRAM) -> LeavingText:
    """Give the words of a name; in keys only names of the people key are looked for."""
    return LeavingText(name.replace("_", " "), _NAME_PLACE, origin)


def _tells(text: LeavingText, words_of: Callable[[LeavingText], str]) -> bool:
    return words_of(text) != text.words


def _free(name: str, taken: Container[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("key"), str):
            yield value["key"]
        for each in value.values():
            yield from _keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from _keys(each)


def _renamed(value: Any, names: Mapping[str, str], *, is_name: bool = False) -> Any:
    """Give a table with other keys, also where a question hangs on another's answer."""
    if isinstance(value, dict):
        return {
            key: _renamed(each, names, is_name=is_name or key in ("key", "only_if"))
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_renamed(each, names, is_name=is_name) for each in value]
    return names.get(value, value) if is_name and isinstance(value, str) else value


def _exchanged(value: Any, place: str, words_of: Callable[[LeavingText], str]) -> Any:
    if isinstance(value, dict):
        place = str(value.get("text") or value.get("title") or place)
        return {
            key: each if key in _NOT_HERS else _exchanged(each, place, words_of)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_exchanged(each, place, words_of) for each in value]
    if isinstance(value, str) and value.strip():
        return words_of(LeavingText(value, place))
    return value


def _texts(value: Any, place: str) -> Iterator[LeavingText]:
    if isinstance(value, dict):
        place = str(value.get("text") or value.get("title") or place)
        for key, each in value.items():
            if key not in _NOT_HERS:
                yield from _texts(each, place)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, place)
    elif isinstance(value, str) and value.strip():
        yield LeavingText(value, place)
