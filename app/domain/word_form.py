"""The organisation's own Word form: the fields found in it, and which of our values fill them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

_ENDS = ":.!?…"


class ValueKind(Enum):
    """What the journal can give for a field of a form."""

    DATE = "date"
    SUPERVISOR = "supervisor"
    PREPARED_BY = "prepared_by"
    SESSION_KIND = "kind"
    NEXT_DATE = "next_date"
    LAST_ACTIONS = "actions"
    WANTS = "wants"
    REFLECTIONS = "reflections"
    REFLECTION = "reflection"
    THEMES = "themes"
    QUESTIONS = "questions"
    DISAGREEMENTS = "disagreements"
    CAPACITY = "capacity"
    DECISIONS = "decisions"
    AGREED = "agreed"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class ValueName:
    """Names one value. A reflection by its place on the paper, from 1; an answer by its prompt."""

    kind: ValueKind
    detail: str = ""

    def text(self) -> str:
        """Write it on one line: "date", "reflection:2"."""
        return f"{self.kind.value}:{self.detail}" if self.detail else self.kind.value

    @classmethod
    def from_text(cls, text: str) -> ValueName | None:
        """Read what text() wrote; None for what this version does not know."""
        word, _, detail = text.partition(":")
        kind = next((each for each in ValueKind if each.value == word), None)
        return None if kind is None else cls(kind, detail)


class Column(Enum):
    """What one cell of a value's row tells, so that it finds its column in the form's table."""

    TITLE = "title"
    WHAT = "what"
    WHO = "who"
    WHEN = "when"
    STATE = "state"
    HOW_KNOWN = "how_known"
    REASON = "reason"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ValueCell:
    """One cell of a row: its lines in plain words."""

    column: Column
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One action, one decision, one reflection: what goes into one row of a table."""

    cells: tuple[ValueCell, ...]

    def lines(self) -> tuple[str, ...]:
        """Give it without a table: its title on a line of its own, short cells side by side."""
        title = [line for cell in self.cells if cell.column is Column.TITLE for line in cell.lines]
        others = [cell.lines for cell in self.cells if not self._is_apart(cell)]
        if all(len(lines) <= 1 for lines in others):
            beside = joined(line for lines in others for line in lines if line)
            return tuple(line for line in (*title, beside) if line)
        return tuple(line for line in (*title, *(each for one in others for each in one)) if line)

    def covers(self, column: Column) -> bool:
        """Say whether the state tells the day of this column anyhow: "by 3 November 2026"."""
        days = [line for cell in self.cells if cell.column is column for line in cell.lines]
        states = [cell.lines for cell in self.cells if cell.column is Column.STATE]
        told = [line for lines in states for line in lines]
        return column is Column.WHEN and all(any(day in one for one in told) for day in days)

    def _is_apart(self, cell: ValueCell) -> bool:
        return cell.column is Column.TITLE or self.covers(cell.column)


def joined(parts: Iterable[str]) -> str:
    """Put short parts side by side: a dot between them, but none behind a colon or a full stop."""
    words = ""
    for part in parts:
        gap = "" if not words else " " if words[-1] in _ENDS else " · "
        words += gap + part
    return words


@dataclass(frozen=True, slots=True)
class Value:
    """What goes into a field, in finished plain words."""

    rows: tuple[ValueRow, ...]

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> Value:
        """Make a value of paragraphs, a row each."""
        return cls(tuple(ValueRow((ValueCell(Column.WHAT, (line,)),)) for line in lines if line))

    def lines(self) -> tuple[str, ...]:
        """Give it as paragraphs; the rows of a list begin with a mark."""
        is_list = len(self.rows) > 1 and any(len(row.cells) > 1 for row in self.rows)
        return tuple(line for row in self.rows for line in _marked(row, is_list=is_list))


def _marked(row: ValueRow, *, is_list: bool) -> tuple[str, ...]:
    lines = row.lines()
    return (f"• {lines[0]}",) if is_list and len(lines) == 1 else lines


class FieldKind(Enum):
    """How a form asks for something."""

    TAG = "tag"  # {{ supervisor }}
    REPEATED = "repeated"  # {% for action in actions %}
    CELL = "cell"  # an empty cell beside or under a label
    ROWS = "rows"  # empty rows under a row of headings
    LINE = "line"  # a label with room behind or under it
    CONTROL = "control"  # a content control
    CHOICE = "choice"  # a content control that offers its own answers


@dataclass(frozen=True, slots=True)
class WordField:
    """One field of a form. The key holds its label, so that it means the same for ever."""

    key: str
    kind: FieldKind
    label: str
    columns: tuple[str, ...] = ()  # the headings of rows
    offered: tuple[str, ...] = ()  # what a choice allows


FieldMapping = Mapping[str, ValueName]  # by the field's key; a field that is not in it stays empty


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form as it is kept: its file apart, for that is large."""

    uid: str
    name: str
    mapping: FieldMapping
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field that could not take its value, or these cells of it, which are not in the form."""

    label: str
    reason: str
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A filled form, and what did not fit."""

    data: bytes
    misfits: tuple[Misfit, ...] = ()
