"""The versions of forms that reflections were written on, kept with the journal."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec

from app.domain.errors import NoSuchForm
from app.domain.form import FormDefinition
from app.domain.sharing import sharing_from_words, sharing_words
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.stored_text import cleaned, cleaned_plain


class KeptForms:
    """Keeps a form version once and for ever: a later edit never changes an old reflection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Asked at every save; a version once kept is never changed or removed.
        self._kept: set[tuple[str, int]] = set()
        self._read: dict[tuple[str, int], FormDefinition] = {}

    def keep(self, form: FormDefinition) -> None:
        """Keep this version, unless it is kept already."""
        key = (cleaned(form.id), form.version)
        if key in self._kept:
            return
        query = "SELECT 1 FROM form WHERE id = ? AND version = ?"
        if self._database.row(query, key) is None:
            values = (*key, cleaned(form.title), form_to_json(form))
            self._database.write(
                lambda: self._database.run("INSERT INTO form VALUES (?, ?, ?, ?)", values)
            )
        self._kept.add(key)

    def form(self, form_id: str, version: int) -> FormDefinition:
        """Give a version that was kept.

        Raises:
            NoSuchForm: it was not.
        """
        key = (cleaned(form_id), version)
        if key not in self._read:
            query = "SELECT definition FROM form WHERE id = ? AND version = ?"
            found = self._database.row(query, key)
            if found is None:
                raise NoSuchForm("The form of this reflection is not kept in the journal.")
            self._read[key] = form_from_json(found[0])
        return self._read[key]

    def titles(self) -> dict[tuple[str, int], str]:
        """Give the title of every version."""
        rows = self._database.rows("SELECT id, version, title FROM form")
        return {(form_id, version): title for form_id, version, title in rows}


def form_to_json(form: FormDefinition) -> str:
    """Give a form as it is kept, right or unfinished."""
    plain: dict[str, Any] = msgspec.to_builtins(form)
    # A mark is stored by its word: numbers of a Flag would mean whatever the code says that day.
    for written, prompt in zip(_prompts(plain), form.prompts(), strict=True):
        written["sharing"] = sharing_words(prompt.sharing)
    return json.dumps(cleaned_plain(plain), ensure_ascii=False)


def form_from_json(text: str) -> FormDefinition:
    """Read a form as it is kept."""
    with taken_as_stored():
        plain = json.loads(text)
        words = [prompt.pop("sharing") for prompt in _prompts(plain)]
        form = msgspec.convert(plain, FormDefinition)
        sharing = (
            sharing_from_words([word for word in each if word != "private"]) for each in words
        )
        sections = tuple(
            replace(
                section,
                prompts=tuple(replace(prompt, sharing=next(sharing)) for prompt in section.prompts),
            )
            for section in form.sections
        )
        return replace(form, sections=sections)


def _prompts(plain: dict[str, Any]) -> list[dict[str, Any]]:
    return [prompt for section in plain["sections"] for prompt in section["prompts"]]
