"""Reads what was written under a heading as an answer of a prompt's kind, as far as it is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.action_rows import actions_in
from app.domain.answer import (
    AnswerValue,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.form import Prompt, PromptKind
from app.domain.heading_index import settled
from app.domain.ticked_words import boxes_in, has_box, verdict_in, without_mark
from app.domain.unmarked import unmarked
from app.domain.written_days import day_of

_SCALE = re.compile(r"(?P<number>10|[0-9])(?:\s*(?:/|of|out of)\s*10)?\s*[.,:;–—-]*(?=\s|$)\s*")
_BETWEEN_NAMES = re.compile(r"[\n,;]+")
_LONGEST_THEME = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer that was read, if any, and the words that it has no place for."""

    value: AnswerValue | None
    left: str = ""


def reply_in(prompt: Prompt, text: str) -> Reply:
    """Read a text as the answer to a prompt; every word is in the answer or is left."""
    reader = _READERS.get(prompt.kind)
    reply = reader(prompt, text.strip()) if reader is not None else None
    return reply or Reply(None, text)


def _prose(_prompt: Prompt, text: str) -> Reply:
    return Reply(Prose(text))


def _short_text(_prompt: Prompt, text: str) -> Reply | None:
    return None if "\n" in text else Reply(ShortText(unmarked(text)))


def _date(_prompt: Prompt, text: str) -> Reply | None:
    day = day_of(unmarked(text))
    return Reply(ChosenDate(day)) if day is not None else None


def _choice(prompt: Prompt, text: str) -> Reply | None:
    chosen = _options_in(prompt, text)
    return Reply(Choice(chosen[0])) if chosen is not None and len(chosen) == 1 else None


def _choices(prompt: Prompt, text: str) -> Reply | None:
    chosen = _options_in(prompt, text)
    if chosen is None:
        return None
    return Reply(Choices(tuple(option for option in prompt.options if option in chosen)))


def _options_in(prompt: Prompt, text: str) -> list[str] | None:
    """Give the options that are named or ticked; nothing if anything else stands there."""
    options = {settled(option): option for option in prompt.options}
    if settled(text) in options:
        return [options[settled(text)]]
    lines = [line for line in text.split("\n") if line.strip()]
    if any(has_box(line) for line in lines):
        return _ticked(lines, options)
    names = [without_mark(line) for line in lines]
    if not all(settled(name) in options for name in names):
        names = [name for name in _BETWEEN_NAMES.split(text) if name.strip()]
    if not names or not all(settled(name) in options for name in names):
        return None
    return [options[settled(name)] for name in names]


def _ticked(lines: list[str], options: dict[str, str]) -> list[str] | None:
    ticked: list[str] = []
    for line in lines:
        line_options = boxes_in(without_mark(line))
        for is_on, name in line_options:
            if settled(name) not in options:
                return None
            ticked += [options[settled(name)]] if is_on else []
    return ticked or None


def _yes_no(_prompt: Prompt, text: str) -> Reply | None:
    verdict, rest = verdict_in(text)
    if verdict is None or verdict is Verdict.PARTLY:
        return None
    return Reply(YesNo(verdict, rest))


def _scale(_prompt: Prompt, text: str) -> Reply | None:
    line, _, others = text.partition("\n")
    found = _SCALE.match(unmarked(line))
    if found is None:
        return None
    rest = unmarked(line)[found.end() :]
    left = "\n".join(each for each in (rest, others.strip()) if each)
    return Reply(Scale(int(found["number"])), left)


def _checklist(prompt: Prompt, text: str) -> Reply | None:
    options = {settled(option): option for option in prompt.options}
    checked: dict[str, Checked] = {}
    left: list[str] = []
    for line in filter(str.strip, text.split("\n")):
        item, between, reply = _item_and_reply(without_mark(line))
        option = options.get(settled(item))
        verdict, reason = verdict_in(reply.replace(" | ", "\n", 1)) if between else (None, "")
        if option is None or verdict is None or option in checked:
            left.append(line)
        else:
            checked[option] = Checked(option, verdict, unmarked(reason))
    if not checked:
        return None
    ordered = tuple(checked[option] for option in prompt.options if option in checked)
    return Reply(Checklist(ordered), "\n".join(left))


def _item_and_reply(line: str) -> tuple[str, str, str]:
    return line.partition(" | ") if " | " in line else line.partition(":")


def _themes(_prompt: Prompt, text: str) -> Reply | None:
    lines = (unmarked(without_mark(line)) for line in _BETWEEN_NAMES.split(text))
    names = tuple(dict.fromkeys(filter(None, lines)))
    if not names or any(len(name) > _LONGEST_THEME for name in names):
        return None
    return Reply(ChosenThemes(names))


def _quotation(_prompt: Prompt, text: str) -> Reply:
    return Reply(Quotation(text))


def _actions(_prompt: Prompt, text: str) -> Reply | None:
    actions, left = actions_in(text)
    return Reply(actions, left) if actions.items else None


_READERS: dict[PromptKind, Callable[[Prompt, str], Reply | None]] = {
    PromptKind.PROSE: _prose,
    PromptKind.SHORT_TEXT: _short_text,
    PromptKind.DATE: _date,
    PromptKind.CHOICE: _choice,
    PromptKind.CHOICES: _choices,
    PromptKind.YES_NO: _yes_no,
    PromptKind.SCALE: _scale,
    PromptKind.CHECKLIST: _checklist,
    PromptKind.THEMES: _themes,
    PromptKind.QUOTATION: _quotation,
    PromptKind.ACTIONS: _actions,
}
