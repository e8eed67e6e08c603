"""Which prompts are asked now, with their numbers and their places in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.form import FormDefinition, Prompt, Section
from app.domain.reflection import Reflection, is_asked


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt that is asked: its number in the form and its place in its section."""

    prompt: Prompt
    section: Section
    section_number: int
    number: int
    place: int
    of: int


def asked_in(form: FormDefinition, reflection: Reflection) -> tuple[Asked, ...]:
    """Give the prompts that are asked, numbered on through the sections."""
    return tuple(_asked(form, reflection))


def section_words(form: FormDefinition, section_number: int) -> str:
    """Say “Section 2 of 6”."""
    words = QCoreApplication.translate("Asked", "Section {number} of {count}")
    return words.format(number=section_number, count=len(form.sections))


def place_words(form: FormDefinition, asked: Asked) -> str:
    """Say “Section 3 of 6, Scaling · prompt 1 of 2”, and how the section begins on its first."""
    words = QCoreApplication.translate("Asked", "{section}, {title} · prompt {place} of {of}")
    place = words.format(
        section=section_words(form, asked.section_number),
        title=asked.section.heading,
        place=asked.place,
        of=asked.of,
    )
    # A prompt that stands alone has no head of its section over it, which would say this.
    intro = asked.section.intro if asked.place == 1 else ""
    return f"{place}\n{intro}" if intro else place


def _asked(form: FormDefinition, reflection: Reflection) -> Iterator[Asked]:
    number = 0
    for section_number, section in enumerate(form.sections, start=1):
        prompts = [prompt for prompt in section.prompts if is_asked(reflection, prompt)]
        for place, prompt in enumerate(prompts, start=1):
            number += 1
            yield Asked(prompt, section, section_number, number, place, len(prompts))
