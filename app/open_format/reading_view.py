"""A reflection as Markdown with TOML front matter, for people; what is read back is the record.

A person's own Markdown stands as she wrote it; what was chosen or ticked stands in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import tomli_w

from app.domain.answer import Answer, Evidence
from app.domain.form import FormDefinition
from app.domain.open_copy import CopiedReflection, FormsOfCopy
from app.domain.open_copy_reflection import reflection_from_copy
from app.domain.records import form_of
from app.domain.reflection import Reflection
from app.summary.answer_words import markdown_of, plain_as_markdown

_FENCE = "+++\n"


def reading_view(
    copied: CopiedReflection, forms: FormsOfCopy, attachments: Mapping[str, str]
) -> str:
    """Give a reflection to read; attachments are the paths of kept files by their ids."""
    reflection = reflection_from_copy(copied)
    form = forms.form(copied.form, copied.form_version)
    own_form = form_of(form, tuple(reflection.answers)) if form else None
    title = copied.title or (form.title if form else copied.form)
    front = tomli_w.dumps(_front(copied, form, _paths(reflection, attachments)))
    parts = [f"# {_line(title)}", *_answered(reflection, own_form)]
    return f"{_FENCE}{front}{_FENCE}\n" + "\n\n".join(parts) + "\n"


def _front(
    copied: CopiedReflection, form: FormDefinition | None, attachments: list[str]
) -> dict[str, Any]:
    front: dict[str, Any] = {
        "id": copied.id,
        "title": copied.title,
        "day": date.fromisoformat(copied.day),
        "state": "complete" if copied.completed_at else "draft",
        "form": copied.form,
        "form_version": copied.form_version,
        "form_title": form.title if form else "",
        "begun_at": datetime.fromisoformat(copied.begun_at),
        "changed_at": datetime.fromisoformat(copied.changed_at),
    }
    if copied.event_date:
        front["event_date"] = date.fromisoformat(copied.event_date)
    if copied.completed_at:
        front["completed_at"] = datetime.fromisoformat(copied.completed_at)
    front["themes"] = list(copied.themes)
    front["attachments"] = attachments
    front["sharing"] = {each.prompt: _one_or_list(each.sharing) for each in copied.answers}
    return front


def _one_or_list(words: tuple[str, ...]) -> Any:
    return words[0] if len(words) == 1 else list(words)


def _paths(reflection: Reflection, attachments: Mapping[str, str]) -> list[str]:
    values = (answer.value for answer in reflection.answers.values())
    files = (file for value in values if isinstance(value, Evidence) for file in value.files)
    return [attachments[file.id] for file in files if attachments.get(file.id)]


def _answered(reflection: Reflection, form: FormDefinition | None) -> Iterator[str]:
    left = dict(reflection.answers)
    for section in form.sections if form else ():
        answered = [prompt for prompt in section.prompts if prompt.key in left]
        said = [(prompt, left.pop(prompt.key)) for prompt in answered]
        said = [(prompt, answer) for prompt, answer in said if not answer.is_empty]
        if said:
            yield f"## {_line(section.heading)}"
        for prompt, answer in said:
            yield from _asked(prompt.text, answer)
    for key, answer in left.items():
        if not answer.is_empty:
            yield from _asked(key, answer)


def _asked(question: str, answer: Answer) -> Iterator[str]:
    yield f"### {_line(question)}"
    yield markdown_of(answer.value)


def _line(text: str) -> str:
    return plain_as_markdown(" ".join(text.split()))
