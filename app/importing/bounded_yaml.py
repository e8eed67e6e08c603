"""Reads YAML that anyone may have made as texts, lists and pairs: no objects, no references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

_DEEPEST = 20
_MOST_PIECES = 2_000_000
_EMPTY = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values, in the order of the file; a name may stand twice."""

    items: tuple[tuple[str, Yaml], ...]


Yaml: TypeAlias = "str | tuple[Yaml, ...] | Pairs | None"


class YamlRefused(Exception):
    """A text cannot be read as YAML; the reason is one finished sentence."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.line = reason, line


def read_yaml(text: str) -> Yaml:
    """Read a text as one YAML document, in time that grows with its length only.

    Raises:
        YamlRefused: it is not YAML, or nested, referring to itself or of more pieces than a
            person's file ever is.
    """
    # The parser for files of any size is part of every wheel; without it one waits longer.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = _checked(yaml.parse(text, Loader=loader))
        for event in events:
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                return _whole(event, events)
        return None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise YamlRefused("This is not whole: it was cut off or is damaged.", line) from None
    except (yaml.YAMLError, ValueError):
        raise YamlRefused("There are characters in it that are not text.") from None


def _checked(events: Iterable[yaml.Event]) -> Iterator[yaml.Event]:
    depth = 0
    for count, event in enumerate(events):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise YamlRefused("It is nested too deeply to be read.", _line_of(event))
        if isinstance(event, yaml.AliasEvent):
            reason = "It refers to its own parts, which no journal does."
            raise YamlRefused(reason, _line_of(event))
        if count > _MOST_PIECES:
            raise YamlRefused(f"It is made of more than {_MOST_PIECES // 2:,} pieces.")
        yield event


def _whole(first: yaml.Event, events: Iterator[yaml.Event]) -> Yaml:
    value = _value(first, events)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise YamlRefused("It holds several documents in one.", _line_of(event))
    return value


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> Yaml:
    if isinstance(event, yaml.ScalarEvent):
        return None if event.implicit[0] and event.value in _EMPTY else str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return tuple(_value(each, events) for each in _until_end(events))
    if isinstance(event, yaml.MappingStartEvent):
        return Pairs(tuple(_pair(each, events) for each in _until_end(events)))
    return None  # an empty stream


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


def _pair(key: yaml.Event, events: Iterator[yaml.Event]) -> tuple[str, Yaml]:
    if not isinstance(key, yaml.ScalarEvent):
        raise YamlRefused("A name in it is not a word.", _line_of(key))
    return str(key.value), _value(next(events), events)


def _line_of(event: yaml.Event) -> int | None:
    return event.start_mark.line + 1 if event.start_mark else None
