"""The tags that a form may hold, and nothing else: a name, a list gone through, a condition.

    {{ supervisor }}   {% for action in actions %} {{ action.what }} {% endfor %}
    {% if questions %} … {% else %} … {% endif %}

There is no engine behind them that could be asked for more: a tag is read by its shape, and
what has another shape is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.errors import WordFormRefused
from app.domain.word_form import Column

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BEGUN = re.compile(r"\{\{|\{%|\{#")
_NAME = r"[^\W\d_]\w*(?: \w+){0,5}"
_WORD = r"[^\W\d_]\w*"
# Some makers of forms tell by a letter how far a tag reaches; here that is seen from its place.
_REACH = r"(?:(?:tr|tc|p|r) )? ?"
_VALUE = re.compile(rf"\{{\{{(?:r )?\s*({_NAME})(?:\.({_WORD}))?\s*\}}\}}")
_FOR = re.compile(rf"\{{%{_REACH}for ({_WORD}) in ({_WORD})\s*%\}}")
_IF = re.compile(rf"\{{%{_REACH}if (not )?({_WORD})(?:\.({_WORD}))?\s*%\}}")
_PLAIN = re.compile(rf"\{{%{_REACH}(else|endif|endfor)\s*%\}}")
_RESERVED = {"if", "else", "for", "in", "not", "and", "or", "is"}
_SHOWN = 40
_MEMBERS = {
    **{each.value: each for each in Column},
    "action": Column.WHAT,
    "words": Column.WHAT,
    "text": Column.WHAT,
    "by": Column.WHEN,
    "by_when": Column.WHEN,
    "done": Column.STATE,
}


class TagKind(Enum):
    """What a tag does."""

    VALUE = auto()
    FOR = auto()
    END_FOR = auto()
    IF = auto()
    ELSE = auto()
    END_IF = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: the name it asks for; of which row, and which cell of it."""

    kind: TagKind
    name: str = ""
    column: Column | None = None
    variable: str = ""  # what a row is called within its list
    is_negated: bool = False


_PLAIN_KINDS = {"else": TagKind.ELSE, "endif": TagKind.END_IF, "endfor": TagKind.END_FOR}


def read_tag(text: str) -> Tag:
    """Read one tag.

    Raises:
        WordFormRefused: it asks for anything but a name, a list or a condition.
    """
    text = " ".join(text.split())
    if text.startswith("{#"):
        return Tag(TagKind.REMARK)
    if match := _VALUE.fullmatch(text):
        if not _RESERVED & set(match[1].split()):
            return Tag(TagKind.VALUE, match[1], _column(match[2], text))
    elif match := _FOR.fullmatch(text):
        return Tag(TagKind.FOR, match[2], variable=match[1])
    elif match := _IF.fullmatch(text):
        column = _column(match[3], text)
        return Tag(TagKind.IF, match[2], column, is_negated=bool(match[1]))
    elif match := _PLAIN.fullmatch(text):
        return Tag(_PLAIN_KINDS[match[1]])
    raise _asks_too_much(text)


def refuse_unclosed(text: str) -> None:
    """Refuse a line in which a tag begins and does not end.

    Raises:
        WordFormRefused: there is one.
    """
    rest = TAG.sub("", text)
    if begun := _BEGUN.search(rest):
        shown = rest[begun.start() : begun.start() + _SHOWN].strip()
        raise WordFormRefused(
            f"The tag that begins “{shown}” is not closed in its line: correct it in the form."
        )


def _column(member: str | None, text: str) -> Column | None:
    if member is None:
        return None
    if member not in _MEMBERS:
        raise _asks_too_much(text)
    return _MEMBERS[member]


def _asks_too_much(text: str) -> WordFormRefused:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return WordFormRefused(
        f"The tag “{shown}” asks for more than a form may: only names, lists and conditions "
        "are filled in, and nothing is worked out. Correct it in the form."
    )
