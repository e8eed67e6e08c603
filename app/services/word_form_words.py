"""What the values for a form are called, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from app.domain.word_form import FieldMapping, Misfit, Value, ValueKind, ValueName

_WORDS = {
    ValueKind.DATE: "Date of this supervision",
    ValueKind.SUPERVISOR: "Supervisor",
    ValueKind.PREPARED_BY: "Prepared by",
    ValueKind.SESSION_KIND: "Kind of supervision",
    ValueKind.NEXT_DATE: "Date of the next supervision",
    ValueKind.LAST_ACTIONS: "Actions from last time",
    ValueKind.WANTS: "What I want from today",
    ValueKind.REFLECTIONS: "All chosen reflections",
    ValueKind.REFLECTION: "Reflection {detail}",
    ValueKind.THEMES: "Themes",
    ValueKind.QUESTIONS: "Questions",
    ValueKind.DISAGREEMENTS: "Disagreements and escalations",
    ValueKind.CAPACITY: "Capacity and wellbeing",
    ValueKind.DECISIONS: "Decisions and reasons",
    ValueKind.AGREED: "Actions agreed",
    ValueKind.ANSWER: "Answer: {question}",
}
_ORDER = tuple(_WORDS)
# What only says whose and when the paper is; a form that does not ask for it lacks nothing.
_ABOUT_THE_PAPER = {
    ValueKind.DATE,
    ValueKind.SUPERVISOR,
    ValueKind.PREPARED_BY,
    ValueKind.SESSION_KIND,
    ValueKind.NEXT_DATE,
}
_LONGEST_BEGINNING = 60
_LONGEST_QUESTION = 70

ALWAYS_OFFERED = tuple(
    ValueName(kind) for kind in _ORDER if kind not in {ValueKind.REFLECTION, ValueKind.ANSWER}
)


def value_words(name: ValueName, questions: Mapping[ValueName, str]) -> str:
    """Say what a value is."""
    question = _cut(questions.get(name, "one that is not chosen now"), _LONGEST_QUESTION)
    return _WORDS[name.kind].format(detail=name.detail, question=question)


def in_order(names: Collection[ValueName]) -> list[ValueName]:
    """Give names in the order in which they are offered."""
    return sorted(names, key=lambda name: (_ORDER.index(name.kind), _place(name), name.detail))


def beginning(value: Value | None) -> str:
    """Give how a value begins, on one line."""
    lines = value.lines() if value is not None else ()
    return _cut(" · ".join(line.removeprefix("• ") for line in lines), _LONGEST_BEGINNING)


def unplaced(mapping: FieldMapping, values: Mapping[ValueName, Value]) -> Iterator[str]:
    """Name what the summary holds and no field takes: a form need not have room for all of it."""
    mapped = set(mapping.values())
    has_all = ValueName(ValueKind.REFLECTIONS) in mapped
    for name in in_order(values):
        if name in mapped or name.kind in _ABOUT_THE_PAPER:
            continue
        if name.kind in {ValueKind.ANSWER, ValueKind.REFLECTIONS}:
            continue  # they are in the summary under their reflection
        if name.kind is not ValueKind.REFLECTION:
            yield value_words(name, {})
        elif not has_all:
            yield f"“{values[name].rows[0].cells[0].lines[0]}”"


def misfit_sentence(misfit: Misfit) -> str:
    """Say what did not fit, and why."""
    if misfit.columns and not misfit.reason:
        words = ", ".join(each.value.replace("_", " ") for each in misfit.columns)
        return f"“{misfit.label}”: the form has no place for this part of it: {words}."
    return f"“{misfit.label}”: {misfit.reason}."


def _place(name: ValueName) -> int:
    return int(name.detail) if name.detail.isdecimal() else 0


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
