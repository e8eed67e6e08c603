"""What a supervision summary gives for an organisation's form: its own words, part by part.

The values are taken from the finished document, so that the form and the summary say the same;
what the document has no part for comes from the session itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.answer import Action, Actions, Answer
from app.domain.calendar_words import plain_date
from app.domain.records import published_key
from app.domain.topic import Topic, Topics
from app.domain.word_form import Column, Value, ValueCell, ValueKind, ValueName, ValueRow
from app.summary.actions_table import actions_table
from app.summary.answer_words import action_state, markdown_of
from app.summary.choice import SharedReflection, SummaryPart
from app.summary.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    DocumentSection,
    Note,
    Prose,
    Table,
    Tick,
)
from app.summary.session_side import HELP_LEADS

Plain = Callable[[str], tuple[str, ...]]  # a person's Markdown as plain lines

REFLECTION = "reflection"  # what a section of the summary holds
_TICKS = "Done"
_KINDS = {
    SummaryPart.ACTIONS.value: ValueKind.LAST_ACTIONS,
    SummaryPart.WANTS.value: ValueKind.WANTS,
    SummaryPart.THEMES.value: ValueKind.THEMES,
    SummaryPart.DISAGREEMENTS.value: ValueKind.DISAGREEMENTS,
    SummaryPart.QUESTIONS.value: ValueKind.QUESTIONS,
    SummaryPart.WELLBEING.value: ValueKind.CAPACITY,
}
_COLUMNS = {
    "What": Column.WHAT,
    "Who": Column.WHO,
    "By when": Column.WHEN,
    "How it stands": Column.STATE,
    "What came of it": Column.HOW_KNOWN,
}
RECORD_LEAD = "Record of changes on "  # how the summary says where its record ends
_LEAD_AND_LINE = 2
_ON_RECORD = "on the child’s record"
_CAPACITY_KEYS = ("capacity", "capacity_trend", "wellbeing")


@dataclass(frozen=True, slots=True)
class FormValues:
    """Makes the values; unsaid are sentences of the summary about itself, which no form takes."""

    plain: Plain
    unsaid: frozenset[str] = frozenset()

    def of_document(self, document: Document) -> dict[ValueName, Value]:
        """Give the value of every part of a summary that holds something."""
        values: dict[ValueName, Value] = {}
        reflections: list[ValueRow] = []
        for section in document.sections:
            if section.holds == REFLECTION:
                row = self._reflection(section)
                reflections.append(row)
                place = ValueName(ValueKind.REFLECTION, str(len(reflections)))
                values[place] = Value((row,))
            elif section.holds in _KINDS:
                values[ValueName(_KINDS[section.holds])] = Value(tuple(self._rows(section)))
        values[ValueName(ValueKind.REFLECTIONS)] = Value(tuple(reflections))
        return {name: value for name, value in values.items() if value.lines()}

    def of_actions(self, actions: Iterable[Action]) -> dict[ValueName, Value]:
        """Give actions as the summary's table has them, and their days in cells of their own."""
        table = actions_table(actions := tuple(actions))
        rows = (
            _with_day(_table_row(table, row), action)
            for row, action in zip(table.rows, actions, strict=True)
        )
        return _that_hold_something({ValueKind.LAST_ACTIONS: Value(tuple(rows))})

    def of_session(self, session: SharedReflection) -> dict[ValueName, Value]:
        """Give what stands in the session itself and is marked for supervision."""
        shared = [(published_key(prompt.key), answer) for prompt, answer in session.shared()]
        found = {
            ValueKind.SESSION_KIND: self._joined(shared, ("kind",)),
            ValueKind.DECISIONS: Value(tuple(self._decisions(shared))),
            ValueKind.AGREED: _actions_of(session),
        }
        return _that_hold_something(found)

    def of_held(
        self, session: SharedReflection, before: Iterable[Action]
    ) -> dict[ValueName, Value]:
        """Give what a session that was held began with: its topics, and the actions before it."""
        shared = [(published_key(prompt.key), answer) for prompt, answer in session.shared()]
        topics = (answer.value for _, answer in shared if isinstance(answer.value, Topics))
        found = {
            ValueKind.SUPERVISOR: self._joined(shared, ("supervisor",)),
            ValueKind.WANTS: Value(tuple(_topic(each) for one in topics for each in one.items)),
            ValueKind.CAPACITY: self._joined(shared, _CAPACITY_KEYS),
        }
        began = {**_that_hold_something(found), **self.of_actions(before)}
        return {**began, **self.of_session(session)}

    def of_answer(self, markdown: str) -> Value:
        """Give one answer."""
        return Value.of_lines(self.plain(markdown))

    def _joined(self, answers: list[tuple[str, Answer]], keys: tuple[str, ...]) -> Value:
        lines = (self._said(answer) for key, answer in answers if key in keys)
        return Value.of_lines(line for each in lines for line in each)

    def _said(self, answer: Answer) -> tuple[str, ...]:
        return self.plain(markdown_of(answer.value))

    def _decisions(self, answers: list[tuple[str, Answer]]) -> Iterator[ValueRow]:
        """Give each decision with the reason that follows it."""
        columns = {"decision": Column.WHAT, "reason": Column.REASON}
        cells: list[tuple[Column, tuple[str, ...]]] = []
        for key, answer in answers:
            if key == "decision" and cells:
                yield _row(*cells)
                cells = []
            if key in columns:
                cells.append((columns[key], self._said(answer)))
        if cells:
            yield _row(*cells)

    def _reflection(self, section: DocumentSection) -> ValueRow:
        lines = [line for block in section.blocks for line in self._lines(block)]
        return _row((Column.TITLE, (section.heading,)), (Column.WHAT, tuple(lines)))

    def _rows(self, section: DocumentSection) -> Iterator[ValueRow]:
        for block in section.blocks:
            match block:
                case Table():
                    yield from (_table_row(block, row) for row in block.rows)
                case Bullets():
                    for item in block.items:
                        lead = (item.lead,) if item.lead else ()
                        yield _row((Column.HELP, lead), (Column.WHAT, self.plain(item.markdown)))
                case _:
                    yield from (_row((Column.WHAT, (line,))) for line in self._lines(block))

    def _is_about_the_paper(self, text: str) -> bool:
        return text in self.unsaid or text.startswith(RECORD_LEAD)

    def _words(self, block: Prose | Bullet) -> tuple[str, ...]:
        return tuple(line for line in (block.lead, *self.plain(block.markdown)) if line)

    def _lines(self, block: Block) -> Iterator[str]:
        match block:
            case Prose():
                lines = self._words(block)
                is_short = bool(block.lead) and len(lines) == _LEAD_AND_LINE
                yield from (" ".join(lines),) if is_short else lines
            case Note():
                if not self._is_about_the_paper(block.text):
                    yield block.text
            case Bullets():
                yield from (f"• {' '.join(self._words(item))}" for item in block.items)
            case Table():
                yield from (_beside(row) for row in block.rows)


def _beside(row: Iterable[str | Tick]) -> str:
    return " · ".join(cell for cell in row if isinstance(cell, str) and cell)


def _that_hold_something(found: Mapping[ValueKind, Value]) -> dict[ValueName, Value]:
    return {ValueName(kind): value for kind, value in found.items() if value.lines()}


def _actions_of(session: SharedReflection) -> Value:
    values = [answer.value for _, answer in session.shared()]
    lists = [value for value in values if isinstance(value, Actions)]
    return Value(tuple(_action(each) for one in lists for each in one.items))


def _topic(topic: Topic) -> ValueRow:
    return _row(
        (Column.HELP, (HELP_LEADS[topic.help] if topic.help else "",)),
        (Column.WHAT, (topic.words.strip(),)),
        (Column.STATE, (topic.came_of_it.strip(),)),
    )


def _action(action: Action) -> ValueRow:
    by_when = plain_date(action.by_when) if action.by_when else ""
    return _row(
        (Column.WHAT, (action.what.strip(),)),
        (Column.WHO, (action.who.strip(),)),
        (Column.WHEN, (by_when,)),
        (Column.HOW_KNOWN, (action.how_known.strip(),)),
        (Column.STATE, (action_state(action) if not action.is_open else "",)),
        (Column.STATE, (_ON_RECORD if action.is_on_record else "",)),
    )


def _table_row(table: Table, row: Iterable[str | Tick]) -> ValueRow:
    cells = zip(table.headings, row, strict=True)
    return _row(
        *(
            (_COLUMNS.get(heading, Column.WHAT), tuple(cell.strip().split("\n")))
            for heading, cell in cells
            # A tick says in a box what the row says in words.
            if isinstance(cell, str) and heading != _TICKS
        )
    )


def _with_day(row: ValueRow, action: Action) -> ValueRow:
    """Give an open action's day a cell too: its state tells the day among other things."""
    if not (action.is_open and action.by_when):
        return row
    return ValueRow((*row.cells, ValueCell(Column.WHEN, (plain_date(action.by_when),))))


def _row(*cells: tuple[Column, tuple[str, ...]]) -> ValueRow:
    kept = ((column, tuple(line for line in lines if line)) for column, lines in cells)
    return ValueRow(tuple(ValueCell(column, lines) for column, lines in kept if lines))
