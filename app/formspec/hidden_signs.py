"""Finds signs in a file’s texts that show nothing, or turn the words around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

_MAY_STAND = frozenset("\n\t")


def hidden_signs(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each place of a TOML table whose text holds one, with the reason."""
    yield from _in(table, "")


def _in(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _in(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _in(inner, f"{place}[{at}]")
    elif isinstance(value, str) and any(map(_is_hidden, value)):
        yield place, "this holds a sign that cannot be seen"


def _is_hidden(sign: str) -> bool:
    return sign not in _MAY_STAND and unicodedata.category(sign)[0] == "C"
