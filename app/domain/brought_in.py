"""What was written elsewhere, as a reflection on the form for it; no word of it is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType

from app.domain.answer import Answer, Prose, ShortText, text_of
from app.domain.form import FormDefinition, Prompt
from app.domain.incoming import IncomingEntry, IncomingPart
from app.domain.records import published_key, record_key
from app.domain.short_words import shortened

FORM_ID = "brought_in"
Answered = tuple[Prompt, Answer]
_LONGEST_TITLE = 60
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


def first_words(entry: IncomingEntry) -> str:
    """Give what an entry without a title is called by."""
    texts = (text for part in entry.parts for text in (part.text, part.heading))
    return next(filter(None, (shortened(text, _LONGEST_TITLE) for text in texts)), "")


def under_own_headings(form: FormDefinition, answered: Sequence[Answered]) -> tuple[Answered, ...]:
    """Give each part's words with the part's own heading in place of the prompt, as it was written.

    A heading that is shared otherwise than its words stays an answer by itself.
    """
    if form.id != FORM_ID:
        return tuple(answered)
    return tuple(_under_own_headings({prompt.key: (prompt, answer) for prompt, answer in answered}))


def _under_own_headings(answered: Mapping[str, Answered]) -> Iterator[Answered]:
    for prompt, answer in answered.values():
        number = prompt.key.removeprefix(published_key(prompt.key))
        heading, words = (answered.get(f"{key}{number}") for key in (_HEADING, _WORDS))
        is_part = prompt.key in (f"{_HEADING}{number}", f"{_WORDS}{number}")
        if not is_part or heading is None or (words and words[1].sharing != heading[1].sharing):
            yield prompt, answer
        elif words is None:
            text = text_of(answer.value)
            yield replace(prompt, text=text), replace(answer, value=Prose(""))
        elif prompt is words[0]:
            yield replace(prompt, text=text_of(heading[1].value)), answer


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
