"""What is wrong with a form that is being made: at which part and field, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.domain.form_editing import Spot


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing to put right, and where."""

    spot: Spot
    field: str
    words: str


_SECTION = re.compile(r"sections\[(\d+)\]\.?")
_PROMPT = re.compile(r"prompts\[(\d+)\]\.?")


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for translation; Qt's own marker has no useful type."""
    return words


# What the check of a file says, in the words of somebody who sees no file.
_PLAIN = {
    "this is empty": QT_TRANSLATE_NOOP("Troubles", "This needs words."),
    "this needs at least one entry": QT_TRANSLATE_NOOP(
        "Troubles", "This needs at least one prompt."
    ),
    "no earlier prompt has this key": QT_TRANSLATE_NOOP(
        "Troubles", "The prompt that this one waits for is gone."
    ),
    "this prompt comes later; only an earlier one can be waited for": QT_TRANSLATE_NOOP(
        "Troubles", "The prompt that this one waits for comes later now."
    ),
    "only a yes_no or choice prompt can be waited for": QT_TRANSLATE_NOOP(
        "Troubles", "The prompt that this one waits for has no answers to choose from now."
    ),
    "the earlier prompt has no such answer": QT_TRANSLATE_NOOP(
        "Troubles", "The prompt that this one waits for has no such answer. Choose another."
    ),
    "a prompt of a repeated section can only be waited for inside it": QT_TRANSLATE_NOOP(
        "Troubles", "The prompt that this one waits for is asked again for each record."
    ),
    "two of these options are the same": QT_TRANSLATE_NOOP(
        "Troubles", "Two of these answers are the same."
    ),
}


def troubles_of(form: FormDefinition, errors: Iterable[FormError]) -> tuple[Trouble, ...]:
    """Give what is wrong by part and field; each field's first trouble only."""
    found: dict[tuple[Spot, str], Trouble] = {}
    for error in errors:
        spot, field = _place(form, error.place)
        words = _words(field, error.reason)
        found.setdefault((spot, field), Trouble(spot, field, words))
    return tuple(found.values())


def place_words(place: str) -> str:
    """Say a place in a form file as a person counts: “section 1, prompt 3, when.prompt”."""
    words: list[str] = []
    for pattern, name in (
        (_SECTION, QCoreApplication.translate("Troubles", "section {number}")),
        (_PROMPT, QCoreApplication.translate("Troubles", "prompt {number}")),
    ):
        found = pattern.match(place)
        if found is not None:
            words.append(name.format(number=int(found[1]) + 1))
            place = place[found.end() :]
    return ", ".join([*words, place] if place else words)


def _place(form: FormDefinition, place: str) -> tuple[Spot, str]:
    section = _SECTION.match(place)
    if section is None:
        return Spot(), place
    own = form.sections[int(section[1])]
    rest = place[section.end() :]
    prompt = _PROMPT.match(rest)
    if prompt is None:
        return Spot(section=own.key), rest
    key = own.prompts[int(prompt[1])].key
    return Spot(prompt=key), rest[prompt.end() :].partition("[")[0]


def _words(field: str, reason: str) -> str:
    if field == "options" and "at least two" in reason:
        few = "Write at least two answers to choose from, each on a line of its own."
        return QCoreApplication.translate("Troubles", few)
    if reason in _PLAIN:
        return QCoreApplication.translate("Troubles", _PLAIN[reason])
    return f"{reason[:1].upper()}{reason[1:]}."
