"""The keys of own forms: made once from a title or a question, and never given a second meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from secrets import token_hex

from app.domain.form import FormDefinition, Prompt, Section

# No shipped form begins so; neither a later one can ever take the id of an own form.
OWN_FORM_MARK = "own_"
_NEW_MARK = "+"  # stands in no form file, where a key begins with a letter
_LONGEST = 60
_LONGEST_FROM_WORDS = 40
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
_RESERVED = frozenset({"sharing"})


def is_own_form(form_id: str) -> bool:
    """Say whether this is the id of an own form."""
    return form_id.startswith(OWN_FORM_MARK)


def own_form_id(words: str, taken: Collection[str]) -> str:
    """Make the id of an own form, one that no other form has."""
    bare = words.removeprefix(OWN_FORM_MARK)
    return _free(OWN_FORM_MARK + _slug(bare, "form"), taken)


def new_key() -> str:
    """Make a key for a part that has no words yet; it is settled when the form is saved."""
    return f"{_NEW_MARK}{token_hex(4)}"


def with_settled_keys(form: FormDefinition, taken: Collection[str]) -> FormDefinition:
    """Give the form with keys made from their words for all parts that are new in it.

    Taken are the keys of every earlier version: what was removed never lends its key.
    """
    settled = _settled(form, taken)
    if not settled:
        return form
    sections = tuple(_renamed_section(section, settled) for section in form.sections)
    return replace(form, sections=sections)


def keys_of(form: FormDefinition) -> Iterator[str]:
    """Give every key of sections and prompts."""
    for section in form.sections:
        yield section.key
        for prompt in section.prompts:
            yield prompt.key


def _settled(form: FormDefinition, taken: Collection[str]) -> dict[str, str]:
    used = {*taken, *keys_of(form), *_RESERVED}
    settled: dict[str, str] = {}
    for section in form.sections:
        parts = [(section.key, section.title, "section")]
        parts += [(prompt.key, prompt.text, "prompt") for prompt in section.prompts]
        for key, words, otherwise in parts:
            if key.startswith(_NEW_MARK):
                settled[key] = _free(_slug(words, otherwise), used)
                used.add(settled[key])
    return settled


def _renamed_section(section: Section, names: Mapping[str, str]) -> Section:
    prompts = tuple(_renamed_prompt(prompt, names) for prompt in section.prompts)
    return replace(section, key=names.get(section.key, section.key), prompts=prompts)


def _renamed_prompt(prompt: Prompt, names: Mapping[str, str]) -> Prompt:
    when = prompt.when
    if when is not None:
        when = replace(when, prompt=names.get(when.prompt, when.prompt))
    return replace(prompt, key=names.get(prompt.key, prompt.key), when=when)


def _slug(words: str, otherwise: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    # An apostrophe stands inside a word: “what's” is “whats”.
    bare = _NOT_IN_KEY.sub("_", plain.replace("'", "")).strip("_")
    if not bare or not bare[0].isalpha():
        bare = f"{otherwise}_{bare}".strip("_")
    return bare[:_LONGEST_FROM_WORDS].strip("_")


def _free(key: str, taken: Collection[str]) -> str:
    if key not in taken:
        return key
    number = 2
    while f"{key[: _LONGEST - 6]}_{number}" in taken:
        number += 1
    return f"{key[: _LONGEST - 6]}_{number}"
