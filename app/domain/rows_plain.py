"""Actions and topics as plain tables, and back.

An action is {what, who, by_when, how_known, done_on}, and where they say something {came_of_it,
dropped_on, dropped_because, carried, on_record, checks}. A topic is {words} with, where they say
something, {help, state, carried, came_of_it, source}; its source is {reflection, prompt, position,
theme}. What says nothing is left out, so that what was stored before stays byte for byte the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from app.domain.answer import Action, Actions
from app.domain.plain_shapes import day_in, table_in, text_in
from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState

_ACTION = frozenset(
    {
        "what",
        "who",
        "by_when",
        "how_known",
        "done_on",
        "came_of_it",
        "dropped_on",
        "dropped_because",
        "carried",
        "on_record",
        "checks",
    }
)
_TOPIC = frozenset({"words", "help", "state", "carried", "came_of_it", "source"})
_SOURCE = frozenset({"reflection", "prompt", "position", "theme"})
_Word = TypeVar("_Word", bound=Enum)


def plain_action(action: Action) -> dict[str, Any]:
    """Give the plain table of an action."""
    later = {
        "came_of_it": action.came_of_it,
        "dropped_on": action.dropped_on.isoformat() if action.dropped_on else "",
        "dropped_because": action.dropped_because,
        "carried": action.carried,
        "on_record": action.is_on_record,
        "checks": list(action.checks),
    }
    return {
        "what": action.what,
        "who": action.who,
        "by_when": action.by_when.isoformat() if action.by_when else "",
        "how_known": action.how_known,
        "done_on": action.done_on.isoformat() if action.done_on else "",
        **_said(later),
    }


def actions_in(plain: Any) -> Actions:
    """Read actions.

    Raises:
        ValueError: the shape does not fit.
    """
    if not isinstance(plain, list):
        raise ValueError("actions are a list of tables")  # noqa: TRY004 - one error type at this door
    return Actions(tuple(map(_action_in, plain)))


def plain_topic(topic: Topic) -> dict[str, Any]:
    """Give the plain table of a topic."""
    source = topic.source
    return {
        "words": topic.words,
        **_said(
            {
                "help": topic.help.value if topic.help else "",
                "state": "" if topic.state is TopicState.WAITING else topic.state.value,
                "carried": topic.carried,
                "came_of_it": topic.came_of_it,
                "source": _plain_source(source) if source else {},
            }
        ),
    }


def topics_in(plain: Any) -> Topics:
    """Read topics.

    Raises:
        ValueError: the shape does not fit.
    """
    if not isinstance(plain, list):
        raise ValueError("topics are a list of tables")  # noqa: TRY004 - one error type at this door
    return Topics(tuple(map(_topic_in, plain)))


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _action_in(plain: Any) -> Action:
    table = table_in(plain, _ACTION, "an action")
    checks = table.get("checks", [])
    if not isinstance(checks, list):
        raise ValueError("“checks” are a list of words")  # noqa: TRY004 - one error type at this door
    return Action(
        text_in(table.get("what", ""), "“what”"),
        text_in(table.get("who", ""), "“who”"),
        day_in(table.get("by_when")),
        text_in(table.get("how_known", ""), "“how known”"),
        day_in(table.get("done_on")),
        text_in(table.get("came_of_it", ""), "“came of it”"),
        day_in(table.get("dropped_on")),
        text_in(table.get("dropped_because", ""), "“dropped because”"),
        _count_in(table, "carried"),
        is_on_record=table.get("on_record", False) is True,
        checks=tuple(text_in(each, "“checks”") for each in checks),
    )


def _topic_in(plain: Any) -> Topic:
    table = table_in({"words": plain} if isinstance(plain, str) else plain, _TOPIC, "a topic")
    source = table.get("source")
    return Topic(
        text_in(table.get("words", ""), "“words”"),
        _word_in(Help, table.get("help", ""), "“help”"),
        _word_in(TopicState, table.get("state", ""), "“state”") or TopicState.WAITING,
        _count_in(table, "carried"),
        text_in(table.get("came_of_it", ""), "“came of it”"),
        _source_in(source) if source else None,
    )


def _plain_source(source: TopicSource) -> dict[str, Any]:
    position = {} if source.position < 0 else {"position": source.position}
    fields = {
        "reflection": source.reflection_id,
        "prompt": source.prompt_key,
        "theme": source.theme,
    }
    return {**_said(fields), **position}


def _source_in(plain: Any) -> TopicSource:
    table = table_in(plain, _SOURCE, "a source")
    names = ("reflection", "prompt", "theme")
    reflection, prompt, theme = (text_in(table.get(name, ""), "a source") for name in names)
    position = _count_in(table, "position") if "position" in table else -1
    return TopicSource(reflection, prompt, position, theme)


def _count_in(table: Mapping[str, Any], name: str) -> int:
    count = table.get(name, 0)
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise ValueError(f"“{name}” is a whole number")
    return count


def _word_in(kind: type[_Word], plain: Any, name: str) -> _Word | None:
    word = text_in(plain, name)
    if not word:
        return None
    if word not in {each.value for each in kind}:
        raise ValueError(f"{name} is one of {', '.join(each.value for each in kind)}")
    return kind(word)
