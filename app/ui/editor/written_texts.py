"""The texts of a reflection: its title and every part of an answer that a person typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.form import Prompt
from app.domain.text_finding import written_parts
from app.ui.editor.draft import Draft
from app.ui.editor.text_controls import TextControl, control_with
from app.ui.editor.whole_form import WholeForm


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text: the title, or a part of an answer."""

    prompt: Prompt | None
    text: str
    before: int = 0  # how many parts of the same answer say the same before it


def texts_of(prompt: Prompt, draft: Draft) -> Iterator[WrittenText]:
    """Give the texts of an answer; what is empty is none."""
    parts = written_parts(draft.answer(prompt).value)
    for place, text in enumerate(parts):
        if text:
            yield WrittenText(prompt, text, parts[:place].count(text))


def all_texts(form: WholeForm, draft: Draft) -> Iterator[WrittenText]:
    """Give the title, though it may be empty, and the texts of what is asked, in reading order."""
    yield WrittenText(None, draft.reflection.title)
    for asked in form.asked:
        yield from texts_of(asked.prompt, draft)


def control_of(form: WholeForm, title: TextControl, text: WrittenText) -> TextControl | None:
    """Give what shows a text; its prompt is built if it was not yet."""
    if text.prompt is None:
        return title
    return control_with(form.block(text.prompt).editor, text.text, text.before)
