"""What was written elsewhere, as a reflection on the form for it; no word of it is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType

from app.domain.answer import Answer, Prose, ShortText
from app.domain.form import FormDefinition
from app.domain.incoming import IncomingEntry, IncomingPart
from app.domain.records import record_key

FORM_ID = "brought_in"
_TEXT, _HEADING, _WORDS, _CAME_FROM = "text", "heading", "words", "came_from"


def brought_in_answers(entry: IncomingEntry, form: FormDefinition) -> Mapping[str, Answer]:
    """Give an entry's words as answers, all private: what has no heading first, then each part.

    Parts that are more than the form takes stand in the last one, under their headings.
    """
    first = list(takewhile(lambda part: not part.heading, entry.parts))
    text = "\n\n".join(part.text for part in first if part.text.strip())
    answers = {_TEXT: Answer(Prose(text))}
    for number, part in enumerate(_at_most(_most(form), entry.parts[len(first) :]), start=1):
        answers[record_key(_HEADING, number)] = Answer(ShortText(_on_one_line(part.heading)))
        answers[record_key(_WORDS, number)] = Answer(Prose(part.text))
    answers[_CAME_FROM] = Answer(ShortText(_on_one_line(entry.place)))
    return MappingProxyType({key: each for key, each in answers.items() if not each.is_empty})


def _at_most(most: int, parts: Sequence[IncomingPart]) -> list[IncomingPart]:
    kept, more = list(parts[:most]), parts[most:]
    if more:
        pieces = [kept[-1].text, *(piece for part in more for piece in _as_markdown(part))]
        text = "\n\n".join(piece for piece in pieces if piece.strip())
        kept[-1] = IncomingPart(text, kept[-1].heading)
    return kept


def _as_markdown(part: IncomingPart) -> tuple[str, str]:
    return (f"## {_on_one_line(part.heading)}" if part.heading else "", part.text)


def _most(form: FormDefinition) -> int:
    return next(section.repeat.most for section in form.sections if section.repeat is not None)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
