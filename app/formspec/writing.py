"""Writes a form as the text of a form file, which reads back as the same form."""

from __future__ import annotations

from typing import Any

import tomli_w

from app.domain.form import FormDefinition, Prompt, Section
from app.domain.sharing import sharing_words
from app.formspec.reading import FORMAT

# Every form file has its place in the list of forms; own forms stand by title instead.
_ORDER_OF_OWN_FORMS = 1_000


def form_text(form: FormDefinition) -> str:
    """Give the form as TOML, as forms/README.md tells it."""
    return tomli_w.dumps(form_table(form))


def form_table(form: FormDefinition) -> dict[str, Any]:
    """Give the form as the tables of a form file, right or not."""
    return {
        "format": FORMAT,
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "purpose": form.purpose,
        "when_to_use": form.when_to_use,
        "minutes": form.minutes,
        "order": _ORDER_OF_OWN_FORMS,
        "group": form.group.value,
        "source": form.source,
        "sections": [_section_table(section) for section in form.sections],
    }


def _section_table(section: Section) -> dict[str, Any]:
    table: dict[str, Any] = {"key": section.key, "title": section.title}
    if section.intro:
        table["intro"] = section.intro
    if section.repeat is not None:
        table["repeat"] = {"one": section.repeat.one, "most": section.repeat.most}
    table["prompts"] = [_prompt_table(prompt) for prompt in section.prompts]
    return table


def _prompt_table(prompt: Prompt) -> dict[str, Any]:
    words = sharing_words(prompt.sharing)
    table: dict[str, Any] = {
        "key": prompt.key,
        "kind": prompt.kind.value,
        "text": prompt.text,
        **{name: text for name in ("help", "nudge", "source") if (text := getattr(prompt, name))},
        "sharing": words[0] if len(words) == 1 else words,
    }
    if prompt.summary_role is not None:
        table["summary_role"] = prompt.summary_role.value
    if prompt.cpd_field is not None:
        table["cpd_field"] = prompt.cpd_field.value
    if prompt.options:
        table["options"] = list(prompt.options)
    if prompt.ends is not None:
        table["ends"] = {"zero": prompt.ends.zero, "ten": prompt.ends.ten}
    if prompt.when is not None:
        table["when"] = {"prompt": prompt.when.prompt, "answer": prompt.when.answer}
    return table
