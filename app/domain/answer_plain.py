"""Answers as plain data (strings, numbers, lists, tables) and back, for storage and files.

The plain shapes are the ones a person writes in an answers file:
prose, short_text and choice are a string; yes_no is "yes", "no", "not_applicable" or a table
{verdict, evidence}; scale is a number or a table {number, why_not_lower, one_higher}; date is a
date or "YYYY-MM-DD"; actions is a list of {what, who, by_when, how_known, done_on}.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from app.domain.answer import (
    Action,
    Actions,
    AnswerValue,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.calendar_words import day_from
from app.domain.form import PromptKind


def to_plain(value: AnswerValue) -> Any:
    """Give the plain shape of an answer, fit for JSON."""
    match value:
        case Prose(text) | ShortText(text):
            return text
        case Choice(option):
            return option
        case YesNo(verdict, evidence):
            return {"verdict": verdict.value if verdict else "", "evidence": evidence}
        case Scale(number, why_not_lower, one_higher):
            return {"number": number, "why_not_lower": why_not_lower, "one_higher": one_higher}
        case ChosenDate(day):
            return day.isoformat() if day else ""
        case Actions(items):
            return [_plain_action(item) for item in items]


def from_plain(kind: PromptKind, plain: Any) -> AnswerValue:
    """Read an answer of this kind from its plain shape.

    Raises:
        ValueError: the shape does not fit the kind; the message says what would, and never
            repeats what the person wrote.
    """
    return _READERS[kind](plain)


def _plain_action(action: Action) -> dict[str, str]:
    return {
        "what": action.what,
        "who": action.who,
        "by_when": action.by_when.isoformat() if action.by_when else "",
        "how_known": action.how_known,
        "done_on": action.done_on.isoformat() if action.done_on else "",
    }


def _text(plain: Any, name: str = "this answer") -> str:
    if not isinstance(plain, str):
        raise ValueError(f"{name} is text")  # noqa: TRY004 - one error type at this door
    return plain


def _day(plain: Any) -> date | None:
    if plain in ("", None):
        return None
    if isinstance(plain, date) and not isinstance(plain, datetime):
        return plain
    return day_from(plain if isinstance(plain, str) else "")


def _table(plain: Any, allowed: frozenset[str], what: str) -> Mapping[str, Any]:
    if not isinstance(plain, Mapping) or not set(plain) <= allowed:
        raise ValueError(f"{what} is a table of {', '.join(sorted(allowed))}")
    return plain


def _read_yes_no(plain: Any) -> YesNo:
    table = (
        {"verdict": plain}
        if isinstance(plain, str)
        else _table(plain, frozenset({"verdict", "evidence"}), "yes/no")
    )
    word = table.get("verdict", "")
    if word not in ("", *(verdict.value for verdict in Verdict)):
        raise ValueError("yes/no is “yes”, “no” or “not_applicable”")
    return YesNo(Verdict(word) if word else None, _text(table.get("evidence", ""), "the evidence"))


def _read_scale(plain: Any) -> Scale:
    fields = frozenset({"number", "why_not_lower", "one_higher"})
    table = {"number": plain} if isinstance(plain, int) else _table(plain, fields, "a scale")
    number = table.get("number")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise ValueError("a scale is a whole number from 0 to 10")
    return Scale(
        number,
        _text(table.get("why_not_lower", ""), "“why not lower”"),
        _text(table.get("one_higher", ""), "“one higher”"),
    )


def _read_actions(plain: Any) -> Actions:
    if not isinstance(plain, list):
        raise ValueError("actions are a list of tables")  # noqa: TRY004 - one error type at this door
    return Actions(tuple(_read_action(item) for item in plain))


def _read_action(plain: Any) -> Action:
    fields = frozenset({"what", "who", "by_when", "how_known", "done_on"})
    table = _table(plain, fields, "an action")
    return Action(
        _text(table.get("what", ""), "“what”"),
        _text(table.get("who", ""), "“who”"),
        _day(table.get("by_when")),
        _text(table.get("how_known", ""), "“how known”"),
        _day(table.get("done_on")),
    )


_READERS: dict[PromptKind, Callable[[Any], AnswerValue]] = {
    PromptKind.PROSE: lambda plain: Prose(_text(plain)),
    PromptKind.SHORT_TEXT: lambda plain: ShortText(_text(plain)),
    PromptKind.CHOICE: lambda plain: Choice(_text(plain)),
    PromptKind.YES_NO: _read_yes_no,
    PromptKind.SCALE: _read_scale,
    PromptKind.DATE: lambda plain: ChosenDate(_day(plain)),
    PromptKind.ACTIONS: _read_actions,
}
