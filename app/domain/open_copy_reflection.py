"""A reflection of an open copy as the reflection that it tells of."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType

from app.domain.answer import Answer
from app.domain.answer_plain import from_plain
from app.domain.calendar_words import day_from
from app.domain.form import PromptKind
from app.domain.open_copy import CopiedAnswer, CopiedReflection
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing, sharing_from_words, sharing_words

# Looked up once for each answer: calling an Enum costs several times as much.
_KINDS = {kind.value: kind for kind in PromptKind}


def reflection_from_copy(copied: CopiedReflection) -> Reflection:
    """Read a reflection.

    Raises:
        ValueError: it holds what no reflection holds; the message repeats nothing of it.
    """
    answers = {each.prompt: _answer(each) for each in copied.answers}
    if len(answers) < len(copied.answers):
        raise ValueError("one prompt has two answers")
    return Reflection(
        id=copied.id,
        form_id=copied.form,
        form_version=copied.form_version,
        begun_at=_moment(copied.begun_at),
        changed_at=_moment(copied.changed_at),
        title=copied.title,
        event_date=day_from(copied.event_date) if copied.event_date is not None else None,
        completed_at=_moment(copied.completed_at) if copied.completed_at is not None else None,
        themes=copied.themes,
        answers=MappingProxyType(answers),
    )


def sharing_from_copy(words: tuple[str, ...]) -> Sharing:
    """Read the sharing of an answer.

    Raises:
        ValueError: it is written otherwise than a copy writes it.
    """
    sharing = sharing_from_words([word for word in words if word != "private"])
    if sharing_words(sharing) != list(words):
        raise ValueError("sharing is “private”, “supervision”, “cpd” or the last two")
    return sharing


def _answer(copied: CopiedAnswer) -> Answer:
    kind = _KINDS.get(copied.kind)
    if kind is None:
        raise ValueError("an answer is of a kind that this version does not know")
    value = from_plain(kind, copied.value)
    return Answer(value, sharing_from_copy(copied.sharing))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("a moment is not written as a copy writes it") from None
    if moment.tzinfo is None:
        raise ValueError("a moment has no time zone")
    return moment
