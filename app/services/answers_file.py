"""Reads a person's answers to a form from a TOML file: prompt key = answer.

A table named `sharing` may say who may see each answer. Where it is silent, the prompt's own
default holds. Source of the plain shapes: app/domain/answer_plain.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.bounded_toml import TomlRefused, read_bounded_toml
from app.domain.answer import Answer, AnswerValue, Checklist, Choice, Choices, Evidence
from app.domain.answer_plain import from_plain
from app.domain.errors import AnswerError
from app.domain.form import FormDefinition, Prompt
from app.domain.records import form_of, published_key
from app.domain.sharing import sharing_from_words

_MOST_MEBIBYTES = 64
_SHARING = "sharing"
_RECORD_KEY = re.compile(r"[a-z][a-z0-9_]{0,63}(#[1-9][0-9]{0,2})?")


def read_toml(file: Path) -> dict[str, Any]:
    """Read a TOML file at the door.

    Raises:
        AnswerError: the file cannot be read or is not TOML; names the file and the place in it.
    """
    try:
        return read_bounded_toml(file, _MOST_MEBIBYTES, follows_link=True)
    except TomlRefused as refusal:
        raise AnswerError(file.name, str(refusal)) from None


def answers_from_plain(form: FormDefinition, table: Mapping[str, Any]) -> Mapping[str, Answer]:
    """Read answers from plain data, checked against the form.

    Raises:
        AnswerError: a prompt is unknown, or an answer does not fit it; names the prompt's key.
            Or nothing is answered at all.
    """
    form = _with_records(form, table)
    sharing = _sharing_table(form, table.get(_SHARING, {}))
    answers = {}
    for key, plain in table.items():
        if key == _SHARING:
            continue
        prompt = _known(form, key)
        answers[key] = Answer(_value(prompt, plain), sharing.get(key, prompt.sharing))
    if all(answer.is_empty for answer in answers.values()):
        raise AnswerError(
            "the answers", "there is none; write at least one as: prompt key = answer"
        )
    return MappingProxyType(answers)


def _with_records(form: FormDefinition, table: Mapping[str, Any]) -> FormDefinition:
    """Give the form with the records that the answers tell of: "key#2" is of the second."""
    own = form_of(form, [key for key in table if _RECORD_KEY.fullmatch(key)])
    counts = Counter(published_key(section.key) for section in own.sections)
    for section in form.sections:
        if section.repeat and counts[section.key] > section.repeat.most:
            raise AnswerError(section.key, f"has more than {section.repeat.most} records")
    return own


def _sharing_table(form: FormDefinition, table: Any) -> dict[str, Any]:
    if not isinstance(table, Mapping):
        raise AnswerError(_SHARING, "is a table: prompt key = “private”, “supervision” or “cpd”")
    marks = {}
    for key, words in table.items():
        _known(form, key)
        try:
            marks[key] = sharing_from_words(words)
        except ValueError as error:
            raise AnswerError(f"{_SHARING}.{key}", str(error)) from None
    return marks


def _known(form: FormDefinition, key: str) -> Prompt:
    prompt = form.prompt(key)
    if prompt is None:
        # What stands in place of a key may be an answer that lost its key.
        place = key if _RECORD_KEY.fullmatch(key) else "a key of this file"
        raise AnswerError(place, f"“{form.title}” has no prompt with this key")
    return prompt


def _value(prompt: Prompt, plain: Any) -> AnswerValue:
    try:
        value = from_plain(prompt.kind, plain)
    except ValueError as error:
        raise AnswerError(prompt.key, str(error)) from None
    offered = ("", *prompt.options)
    if isinstance(value, Choice) and value.option not in offered:
        raise AnswerError(prompt.key, f"is one of: {', '.join(prompt.options)}")
    if isinstance(value, Choices) and not {*value.options} <= {*offered}:
        raise AnswerError(prompt.key, f"is some of: {', '.join(prompt.options)}")
    if isinstance(value, Checklist):
        return _checked_against(prompt, value)
    if isinstance(value, Evidence) and value.files:
        raise AnswerError(prompt.key, "takes files in the window only")
    return value


def _checked_against(prompt: Prompt, value: Checklist) -> Checklist:
    items = [each.item for each in value.items]
    if len(set(items)) < len(items) or not {*items} <= {*prompt.options}:
        raise AnswerError(
            prompt.key, f"has each of these once at most: {', '.join(prompt.options)}"
        )
    return Checklist(tuple(sorted(value.items, key=lambda each: prompt.options.index(each.item))))
