"""Finding and replacing in what a person has written: plain functions on plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.answer import (
    Actions,
    AnswerValue,
    Checklist,
    Prose,
    Quotation,
    Scale,
    ShortText,
    YesNo,
)

Span = tuple[int, int]
# Nobody thinks of which apostrophe or quotation mark was typed.
_ALIKE = ("'’‘ʼ", '"“”„')


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; nothing is found where there are no words."""

    words: str = ""
    is_case_kept: bool = False
    is_whole_word: bool = False


def places_of(text: str, wanted: Wanted) -> tuple[Span, ...]:
    """Give start and end of every place, from the beginning on; no two of them overlap."""
    if not wanted.words:
        return ()
    spelled = "".join(map(_spelled, wanted.words))
    if wanted.is_whole_word:
        spelled = rf"(?<!\w){spelled}(?!\w)"
    flags = re.NOFLAG if wanted.is_case_kept else re.IGNORECASE
    return tuple(hit.span() for hit in re.finditer(spelled, text, flags))


def replaced(text: str, places: Sequence[Span], words: str) -> str:
    """Give the text with these words at every place."""
    pieces, end_before = [], 0
    for start, end in places:
        pieces += [text[end_before:start], words]
        end_before = end
    return "".join((*pieces, text[end_before:]))


def written_parts(value: AnswerValue) -> tuple[str, ...]:
    """Give the texts that a person typed in an answer, in reading order; not what was chosen."""
    return _PARTS.get(type(value), _nothing)(value)


def _spelled(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{alike}]"
    return re.escape(character)


def _nothing(_value: AnswerValue) -> tuple[str, ...]:
    return ()


def _actions(value: Actions) -> tuple[str, ...]:
    return tuple(part for item in value.items for part in (item.what, item.who, item.how_known))


_PARTS: dict[type, Callable[[Any], tuple[str, ...]]] = {
    Prose: lambda value: (value.text,),
    ShortText: lambda value: (value.text,),
    YesNo: lambda value: (value.evidence,),
    Scale: lambda value: (value.why_not_lower, value.one_higher),
    Actions: _actions,
    Checklist: lambda value: tuple(item.reason for item in value.items),
    Quotation: lambda value: (value.words, value.said_by),
}
