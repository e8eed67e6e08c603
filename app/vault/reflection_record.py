"""A reflection as rows and as one canonical text, which is what the record of changes keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec

from app.domain.answer import KIND_OF, Answer, text_of
from app.domain.answer_plain import from_plain, to_plain
from app.domain.form import PromptKind
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.vault.faults import taken_as_stored
from app.vault.stored_text import cleaned, cleaned_plain

# The columns of the reflection table in the order of ReflectionRecord.head.
HEAD_COLUMNS = "uid, form_id, form_version, title, event_date, begun_at, changed_at, completed_at"

# Looked up once for each answer read: calling an Enum costs several times as much.
_KINDS = {kind.value: kind for kind in PromptKind}
_KINDS_OF_TEXT = frozenset(
    kind.value for kind in (PromptKind.PROSE, PromptKind.SHORT_TEXT, PromptKind.CHOICE)
)
_SHARINGS = {number: Sharing(number) for number in range(4)}

# As json.dumps would write it without spaces, with its names in order, and several times quicker.
_CANONICAL = msgspec.json.Encoder(order="sorted")
_COLUMNS = HEAD_COLUMNS.split(", ")

_TEXT_OR_NONE = (str, type(None))
_HEAD_TYPES = (str, str, int, str, _TEXT_OR_NONE, str, str, _TEXT_OR_NONE)
_ANSWER_TYPES = (str, str, int, str)
_ANOTHER_TYPE = "a column holds another type than was stored"

AnswerRow = tuple[str, str, int, str]
OpenActionRow = tuple[str, int, str | None]


@dataclass(frozen=True, slots=True)
class ReflectionRecord:
    """What the tables hold of one reflection, in the shapes that they hold it in."""

    head: tuple[str, str, int, str, str | None, str, str, str | None]
    answers: tuple[AnswerRow, ...]  # prompt, kind, sharing, JSON
    themes: tuple[str, ...]

    @property
    def uid(self) -> str:
        """Give the reflection's name for ever."""
        return self.head[0]

    @property
    def moment_begun(self) -> str:
        """Give when it was begun, as stored."""
        return self.head[5]

    @property
    def moment_changed(self) -> str:
        """Give when it was last changed, as stored."""
        return self.head[6]

    @property
    def is_complete(self) -> bool:
        """Say whether it was finished."""
        return self.head[7] is not None

    def is_same_but_for_moment(self, other: ReflectionRecord) -> bool:
        """Say whether the head is the other's, but for when it was changed."""
        return self.head[:6] == other.head[:6] and self.head[7:] == other.head[7:]

    def canonical(self) -> bytes:
        """Give the whole as one JSON text, always the same for the same reflection."""
        with taken_as_stored():
            plain = {
                **dict(zip(_COLUMNS, self.head, strict=True)),
                "themes": self.themes,
                "answers": [
                    {
                        "prompt": prompt,
                        "kind": kind,
                        "sharing": sharing,
                        "value": msgspec.json.decode(value),
                    }
                    for prompt, kind, sharing, value in self.answers
                ],
            }
            return _CANONICAL.encode(plain)

    def text(self, position: int) -> str:
        """Give the text of one answer."""
        _, kind, _, value = self.answers[position]
        with taken_as_stored():
            plain = msgspec.json.decode(value)
            if kind in _KINDS_OF_TEXT and isinstance(plain, str):
                return plain
            return text_of(from_plain(_KINDS[kind], plain))

    def words(self) -> tuple[str, ...]:
        """Give every text that a search looks in."""
        texts = (self.text(position) for position in range(len(self.answers)))
        return (self.head[3], *texts, *self.themes)

    def has_same_words(self, other: ReflectionRecord) -> bool:
        """Say whether a search finds both alike, without reading any answer."""
        answers = [row[1::2] for row in self.answers] == [row[1::2] for row in other.answers]
        return answers and (self.head[3], self.themes) == (other.head[3], other.themes)

    def has_same_actions(self, other: ReflectionRecord) -> bool:
        """Say whether both hold the same actions, without reading any answer."""
        return self._actions() == other._actions()

    def open_actions(self) -> tuple[OpenActionRow, ...]:
        """Give prompt, position and day of every action that is still to be done."""
        with taken_as_stored():
            return tuple(
                (prompt, position, action["by_when"] or None)
                for prompt, value in self._actions()
                for position, action in enumerate(json.loads(value))
                if self._is_open(action)
            )

    @staticmethod
    def _is_open(action: dict[str, Any]) -> bool:
        done = action["done_on"] or action.get("dropped_on")
        return bool(action["what"].strip()) and not done

    def _actions(self) -> list[tuple[str, str]]:
        actions = PromptKind.ACTIONS.value
        return [(prompt, value) for prompt, kind, _, value in self.answers if kind == actions]


def stored_record(
    head: Sequence[Any], answers: Iterable[Sequence[Any]], themes: Iterable[Any]
) -> ReflectionRecord:
    """Take the rows of a reflection as the tables gave them.

    Raises:
        JournalDamaged: they are not of the types that we store.
    """
    with taken_as_stored():
        answer_rows = tuple(map(tuple, answers))
        # Hundreds of rows pass here with each key of a search: they are compared all at once.
        if not {tuple(map(type, row)) for row in answer_rows} <= {_ANSWER_TYPES}:
            raise TypeError(_ANOTHER_TYPE)
        names = tuple(_typed((name,), (str,))[0] for name in themes)
        return ReflectionRecord(_typed(head, _HEAD_TYPES), answer_rows, names)


def record_of(
    reflection: Reflection, answers: tuple[AnswerRow, ...] | None = None
) -> ReflectionRecord:
    """Give the rows for a reflection, its texts cleaned so that they can be stored."""
    completed = reflection.completed_at
    if answers is None:
        answers = tuple(answer_row(key, answer) for key, answer in reflection.answers.items())
    return ReflectionRecord(
        head=(
            cleaned(reflection.id),
            cleaned(reflection.form_id),
            reflection.form_version,
            cleaned(reflection.title),
            reflection.event_date.isoformat() if reflection.event_date else None,
            moment_text(reflection.begun_at),
            moment_text(reflection.changed_at),
            moment_text(completed) if completed else None,
        ),
        answers=answers,
        themes=tuple(cleaned(theme) for theme in reflection.themes),
    )


def reflection_of(record: ReflectionRecord) -> Reflection:
    """Read a reflection back from its rows.

    Raises:
        JournalDamaged: the rows hold something that no reflection holds.
    """
    uid, form_id, form_version, title, event_date, begun_at, changed_at, completed_at = record.head
    with taken_as_stored():
        return Reflection(
            id=uid,
            form_id=form_id,
            form_version=form_version,
            begun_at=datetime.fromisoformat(begun_at),
            changed_at=datetime.fromisoformat(changed_at),
            title=title,
            event_date=date.fromisoformat(event_date) if event_date else None,
            completed_at=datetime.fromisoformat(completed_at) if completed_at else None,
            themes=record.themes,
            answers=MappingProxyType({row[0]: _answer(row) for row in record.answers}),
        )


def day_of(reflection: Reflection) -> str:
    """Give the day that filters compare: the event's, or that of writing where she was."""
    day = reflection.event_date or reflection.begun_at.astimezone().date()
    return day.isoformat()


def answer_row(key: str, answer: Answer) -> AnswerRow:
    """Give the row of one answer."""
    value = msgspec.json.encode(cleaned_plain(to_plain(answer.value))).decode()
    return (cleaned(key), KIND_OF[type(answer.value)].value, answer.sharing.value, value)


def _answer(row: AnswerRow) -> Answer:
    _, kind, sharing, value = row
    return Answer(from_plain(_KINDS[kind], json.loads(value)), _SHARINGS[sharing])


def _typed(row: Sequence[Any], types: Sequence[Any]) -> Any:
    if len(row) != len(types) or not all(map(isinstance, row, types)):
        raise TypeError(_ANOTHER_TYPE)
    return tuple(row)


@lru_cache(maxsize=16)  # a reflection that is being written has the same ones at every save
def moment_text(moment: datetime) -> str:
    """Give a moment as it is stored, so that text order is time order."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone cannot be stored")
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="microseconds") + "Z"
