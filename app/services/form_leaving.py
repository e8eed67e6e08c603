"""A person's own form before it is given out: she wrote it, and may have named somebody in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

import tomli_w

from app.summary.leaving_texts import LeavingText, Origin

# What a form's file says in the code's own words.
_NOT_HERS = frozenset(
    ("id", "key", "prompt", "kind", "group", "sharing", "cpd_field", "summary_role", "language")
)
_OF_KEYS = ("key", "prompt")  # what a question is called, and what another waits for
_NAME_PLACE = "The form’s own names"
_NEUTRAL_ID = "own_form"


def form_texts(file_text: str) -> tuple[LeavingText, ...]:
    """Give every stretch of words of a form's file, each with the question it belongs to."""
    return tuple(_texts(tomllib.loads(file_text), ""))


def name_texts(file_text: str) -> tuple[LeavingText, ...]:
    """Give the words of a form's id and keys, which were made of its title and its questions."""
    table = tomllib.loads(file_text)
    of_id = _name_text(str(table.get("id", "")), Origin.PERSON)
    return of_id, *map(_name_text, dict(_keyed(table)))


def text_that_leaves(file_text: str, words_of: Callable[[LeavingText], str]) -> str:
    """Give a form's file with what stands for each stretch of words when it leaves.

    An id or a key in which something would be exchanged gives way to one that tells nothing.
    """
    table = tomllib.loads(file_text)
    keyed = tuple(_keyed(table))
    named = dict.fromkeys(key for key, words in keyed if _tells(_name_text(key), words, words_of))
    # With the version: a later one that is taken in gives no key a second meaning.
    part = f"part_{table.get('version', 1)}"
    neutral = {name: f"{part}_{number}" for number, name in enumerate(named, 1)}
    neutral = {name: _free(each, dict(keyed)) for name, each in neutral.items()}
    left = _exchanged(_renamed(table, neutral), "", words_of)
    left["id"] = id_that_leaves(file_text, words_of)
    return tomli_w.dumps(left)


def id_that_leaves(file_text: str, words_of: Callable[[LeavingText], str]) -> str:
    """Give a form's id, or one that tells nothing where something in it would be exchanged."""
    table = tomllib.loads(file_text)
    own_id = str(table.get("id", ""))
    id_text = _name_text(own_id, Origin.PERSON)
    return _NEUTRAL_ID if _tells(id_text, _beside(table), words_of) else own_id


def _name_text(name: str, origin: Origin = Origin.PROGRAM) -> LeavingText:
    """Give the words of a name; in keys only names of the people key are looked for."""
    return LeavingText(name.replace("_", " "), _NAME_PLACE, origin)


def _tells(name: LeavingText, beside: str, words_of: Callable[[LeavingText], str]) -> bool:
    """Say whether something would be exchanged in a name, or in the words that it was made of.

    A name is cut and holds plain letters only: what is left there of somebody's, nobody finds.
    """
    return any(words_of(each) != each.words for each in (name, LeavingText(beside, beside)))


def _free(name: str, taken: Container[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _keyed(value: Any) -> Iterator[tuple[str, str]]:
    """Give every key with the words of its section or question."""
    if isinstance(value, dict):
        if isinstance(value.get("key"), str):
            yield value["key"], _beside(value)
        for each in value.values():
            yield from _keyed(each)
    elif isinstance(value, list):
        for each in value:
            yield from _keyed(each)


def _beside(table: Mapping[str, Any], otherwise: str = "") -> str:
    return str(table.get("text") or table.get("title") or otherwise)


def _renamed(value: Any, names: Mapping[str, str], *, is_name: bool = False) -> Any:
    """Give a table with other keys, also where a question hangs on another's answer."""
    if isinstance(value, dict):
        return {key: _renamed(each, names, is_name=key in _OF_KEYS) for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, names, is_name=is_name) for each in value]
    return names.get(value, value) if is_name and isinstance(value, str) else value


def _exchanged(value: Any, place: str, words_of: Callable[[LeavingText], str]) -> Any:
    if isinstance(value, dict):
        place = _beside(value, place)
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
        place = _beside(value, place)
        for key, each in value.items():
            if key not in _NOT_HERS:
                yield from _texts(each, place)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, place)
    elif isinstance(value, str) and value.strip():
        yield LeavingText(value, place)
