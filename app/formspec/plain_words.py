"""Turns what msgspec says about a misshapen file into a place and a reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.domain.form import CpdField, FormGroup, PromptKind, SummaryRole

_PATH = re.compile(r" - at `\$\.?([^`]*)`\Z")
_LONGEST_NAME = 40

_TYPE_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "nothing",
    "datetime": "a date and time",
    "date": "a date",
    "time": "a time of day",
}
_CHOICES = {
    "group": [group.value for group in FormGroup],
    "kind": [kind.value for kind in PromptKind],
    "summary_role": [role.value for role in SummaryRole],
    "cpd_field": [field.value for field in CpdField],
}

_Worder = Callable[[str, re.Match[str]], tuple[str, str]]


def place_and_reason(message: str) -> tuple[str, str]:
    """Read a message of msgspec.ValidationError: where the file is wrong, and why."""
    path = _PATH.search(message)
    place = path[1] if path else ""
    cause = message[: path.start()] if path else message
    for pattern, worder in _WORDERS:
        match = pattern.match(cause)
        if match:
            return worder(place, match)
    return place or "the whole file", "this does not fit the format of the file"


def _unknown(place: str, match: re.Match[str]) -> tuple[str, str]:
    return below(place, match[1]), "the format has no such word"


def _missing(place: str, match: re.Match[str]) -> tuple[str, str]:
    return below(place, match[1]), "this is missing"


def _not_a_choice(place: str, _match: re.Match[str]) -> tuple[str, str]:
    words = _CHOICES.get(place.rpartition(".")[2], [])
    return place, f"this must be one of {', '.join(words)}"


def _too_long(place: str, match: re.Match[str]) -> tuple[str, str]:
    unit = "characters" if match[1] == "str" else "entries"
    return place, f"this is longer than {match[2]} {unit}"


def _too_short(place: str, _match: re.Match[str]) -> tuple[str, str]:
    return place, "this needs at least one entry"


def _not_a_key(place: str, _match: re.Match[str]) -> tuple[str, str]:
    return place, (
        "this must be made of lower-case letters, digits and underscores, "
        "begin with a letter and have at most 64 characters"
    )


def _out_of_range(place: str, match: re.Match[str]) -> tuple[str, str]:
    bound = "at least" if match[1] == ">=" else "at most"
    return place, f"this must be a whole number of {bound} {match[2]}"


def _wrong_type(place: str, match: re.Match[str]) -> tuple[str, str]:
    wanted = " or ".join(_type_words(name) for name in match[1].split(" | ") if name != "null")
    return place or "the whole file", f"this must be {wanted}, not {_type_words(match[2])}"


_WORDERS: list[tuple[re.Pattern[str], _Worder]] = [
    (re.compile(r"Object contains unknown field `(.*)`\Z", re.DOTALL), _unknown),
    (re.compile(r"Object missing required field `(.*)`\Z"), _missing),
    (re.compile(r"Invalid enum value"), _not_a_choice),
    (re.compile(r"Expected `(str|array)` of length <= (\d+)"), _too_long),
    (re.compile(r"Expected `array` of length >= "), _too_short),
    (re.compile(r"Expected `str` matching regex"), _not_a_key),
    (re.compile(r"Expected `int` (>=|<=) (\d+)"), _out_of_range),
    (re.compile(r"Expected `([^`]*)`, got `([^`]*)`"), _wrong_type),
]


def _type_words(name: str) -> str:
    return _TYPE_WORDS.get(name, "something else")


def below(place: str, name: str) -> str:
    """Give the place of a word inside another place."""
    # A hostile name could be a megabyte long or break the line it is shown on.
    shown = "".join(letter for letter in name[:_LONGEST_NAME] if letter.isprintable())
    return f"{place}.{shown}" if place else shown
