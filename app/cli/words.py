"""Forms, outlines and reflections as JSON tables and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.answer import KIND_OF
from app.domain.answer_plain import to_plain
from app.domain.calendar_words import local_day, long_date, plain_date, span_after
from app.domain.finding import Days, ReflectionOutline
from app.domain.form import FormDefinition, Prompt
from app.domain.listed_title import title_of_reflection
from app.domain.reflection import answer_to
from app.domain.sharing import Sharing, sharing_words
from app.rendering.plain_text import clean_line
from app.services.journal import Writing
from app.summary.answer_words import markdown_of

_COLUMNS = 4


def form_table(form: FormDefinition) -> dict[str, Any]:
    """Give a whole form as a JSON table."""
    sections = [
        {
            "key": section.key,
            "title": section.title,
            "intro": section.intro,
            "prompts": [_prompt_table(prompt) for prompt in section.prompts],
        }
        for section in form.sections
    ]
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "purpose": form.purpose,
        "when_to_use": form.when_to_use,
        "minutes": form.minutes,
        "source": form.source,
        "sections": sections,
    }


def _prompt_table(prompt: Prompt) -> dict[str, Any]:
    table: dict[str, Any] = {
        "key": prompt.key,
        "kind": prompt.kind.value,
        "text": prompt.text,
        "help": prompt.help,
        "nudge": prompt.nudge,
        "sharing": _sharing(prompt.sharing),
    }
    if prompt.options:
        table["options"] = list(prompt.options)
    if prompt.when:
        table["when"] = {"prompt": prompt.when.prompt, "answer": prompt.when.answer}
    return table


def outline_table(outline: ReflectionOutline) -> dict[str, Any]:
    """Give one row of a list as a JSON table."""
    return {
        "id": outline.id,
        "title": outline.title,
        "form": outline.form_id,
        "form_title": outline.form_title,
        "event_date": outline.event_date.isoformat() if outline.event_date else None,
        "begun_at": outline.begun_at.isoformat(),
        "status": "complete" if outline.is_complete else "draft",
        "themes": list(outline.themes),
        "sharing": _sharing(outline.sharing),
        "extract": "".join(piece.text for piece in outline.extract),
    }


def reflection_table(writing: Writing) -> dict[str, Any]:
    """Give a whole reflection as a JSON table; answers stand in the form's order."""
    reflection, form = writing.reflection, writing.form
    order = {prompt.key: place for place, prompt in enumerate(form.prompts())}
    answers = sorted(reflection.answers.items(), key=lambda each: order.get(each[0], len(order)))
    return {
        "id": reflection.id,
        "title": reflection.title,
        "form": form.id,
        "form_version": form.version,
        "form_title": form.title,
        "event_date": reflection.event_date.isoformat() if reflection.event_date else None,
        "begun_at": reflection.begun_at.isoformat(),
        "changed_at": reflection.changed_at.isoformat(),
        "completed_at": reflection.completed_at.isoformat() if reflection.completed_at else None,
        "status": "complete" if reflection.is_complete else "draft",
        "themes": list(reflection.themes),
        "answers": {
            key: {
                "kind": KIND_OF[type(answer.value)].value,
                "value": to_plain(answer.value),
                "sharing": _sharing(answer.sharing),
            }
            for key, answer in answers
        },
    }


def form_lines(form: FormDefinition) -> Iterator[str]:
    """Give a whole form as lines to read."""
    yield f"{form.title} ({form.id}, version {form.version}, about {form.minutes} minutes)"
    yield form.purpose
    yield f"When to use it: {form.when_to_use}"
    yield f"Source: {form.source}"
    for section in form.sections:
        yield ""
        yield section.heading
        for prompt in section.prompts:
            yield f"  {prompt.key} ({prompt.kind.value}, {_and(prompt.sharing)})"
            yield f"      {prompt.text}"


def outline_line(outline: ReflectionOutline, days: Days) -> str:
    """Give one row of a list as a line to read."""
    day = outline.day_by(days)
    state = "complete" if outline.is_complete else "draft"
    title = clean_line(outline.title or outline.form_title)
    return f"{outline.id}  {day.isoformat()}  {title}  ({clean_line(outline.form_title)}, {state})"


def reflection_lines(writing: Writing) -> Iterator[str]:
    """Give a whole reflection as lines to read."""
    reflection, form = writing.reflection, writing.form
    written = local_day(reflection.begun_at)
    yield clean_line(title_of_reflection(reflection, form))
    yield f"{form.title}, {'complete' if reflection.is_complete else 'draft'}"
    if reflection.event_date:
        after = span_after(reflection.event_date, written)
        yield f"About {long_date(reflection.event_date)}, written {after}"
    else:
        yield f"Written {plain_date(written)}"
    if reflection.themes:
        yield f"Themes: {clean_line(', '.join(reflection.themes))}"
    for prompt in form.prompts():
        answer = answer_to(reflection, prompt)
        if not answer.is_empty:
            yield ""
            yield f"{prompt.text}  [{_and(answer.sharing)}]"
            yield markdown_of(answer.value)


def recovery_word_lines(
    words: tuple[str, ...], what_is_done: str = "The journal is ready."
) -> Iterator[str]:
    """Give the recovery words, numbered in columns, and what they are for."""
    yield f"{what_is_done} These 24 recovery words open it without the passphrase."
    yield "Write them down, in order, and keep the paper away from this computer."
    yield "They are shown once, and nobody can show them again."
    yield ""
    height = -(-len(words) // _COLUMNS)
    for row in range(height):
        places = range(row, len(words), height)
        yield "  ".join(f"{place + 1:>2} {words[place]:<10}" for place in places).rstrip()


def _sharing(sharing: Sharing) -> str | list[str]:
    words = sharing_words(sharing)
    return words[0] if len(words) == 1 else words


def _and(sharing: Sharing) -> str:
    return " and ".join(sharing_words(sharing))
