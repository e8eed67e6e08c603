"""Changing a form piece by piece: each function gives a new form and leaves the old as it is.

A form that is being made may be unfinished, with no words in it yet; whether it is right is told
elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.form import FormDefinition, Prompt, PromptKind, Section

WAITED_FOR = (PromptKind.YES_NO, PromptKind.CHOICE)


@dataclass(frozen=True, slots=True)
class Removed:
    """A section or a prompt that was taken out, with the place to which it can come back."""

    part: Section | Prompt
    place: int
    section_key: str = ""  # of a prompt


@dataclass(frozen=True, slots=True)
class Spot:
    """Which part of a form is meant: one of its sections, one of its prompts, or the form itself.

    A section and a prompt may have the same key, so each stands in a field of its own.
    """

    section: str = ""
    prompt: str = ""


def section_of(form: FormDefinition, prompt_key: str) -> Section | None:
    """Give the section in which a prompt stands."""
    for section in form.sections:
        if any(prompt.key == prompt_key for prompt in section.prompts):
            return section
    return None


def section_with_key(form: FormDefinition, key: str) -> Section | None:
    """Give the section of this key."""
    return next((section for section in form.sections if section.key == key), None)


def with_section(form: FormDefinition, changed: Section) -> FormDefinition:
    """Give the form with another section of the same key."""
    sections = (changed if each.key == changed.key else each for each in form.sections)
    return replace(form, sections=tuple(sections))


def with_prompt(form: FormDefinition, changed: Prompt) -> FormDefinition:
    """Give the form with another prompt of the same key."""
    section = section_of(form, changed.key)
    if section is None:
        return form
    prompts = (changed if each.key == changed.key else each for each in section.prompts)
    return with_section(form, replace(section, prompts=tuple(prompts)))


def insert_section(form: FormDefinition, place: int, section: Section) -> FormDefinition:
    """Give the form with one more section, before the one at this place."""
    sections = (*form.sections[:place], section, *form.sections[place:])
    return replace(form, sections=sections)


def insert_prompt(
    form: FormDefinition, section_key: str, place: int, prompt: Prompt
) -> FormDefinition:
    """Give the form with one more prompt in a section, before the one at this place."""
    section = section_with_key(form, section_key)
    if section is None:
        return form
    prompts = (*section.prompts[:place], prompt, *section.prompts[place:])
    return with_section(form, replace(section, prompts=prompts))


def without(form: FormDefinition, spot: Spot) -> tuple[FormDefinition, Removed]:
    """Give the form without a section or a prompt, and what brings that back.

    Raises:
        ValueError: there is nothing at this spot, or it is the form itself.
    """
    home = section_of(form, spot.prompt) if spot.prompt else section_with_key(form, spot.section)
    if home is None:
        raise ValueError("there is nothing to remove at this spot")
    if not spot.prompt:
        left = tuple(each for each in form.sections if each is not home)
        return replace(form, sections=left), Removed(home, form.sections.index(home))
    place = _place_in(home, spot.prompt)
    rest = (*home.prompts[:place], *home.prompts[place + 1 :])
    changed = with_section(form, replace(home, prompts=rest))
    return changed, Removed(home.prompts[place], place, home.key)


def brought_back(form: FormDefinition, removed: Removed) -> FormDefinition:
    """Give the form with what was taken out of it; what was changed since stays."""
    if isinstance(removed.part, Section):
        return insert_section(form, removed.place, removed.part)
    home = removed.section_key
    if section_with_key(form, home) is None:
        home = form.sections[-1].key if form.sections else ""
    return insert_prompt(form, home, removed.place, removed.part)


def moved(form: FormDefinition, spot: Spot, step: int) -> FormDefinition:
    """Give the form with a part one place up (-1) or down (1); the same form at its edge.

    A prompt goes on into the section before or after its own.
    """
    if spot.prompt:
        home = section_of(form, spot.prompt)
        return form if home is None else _prompt_moved(form, home, spot.prompt, step)
    section = section_with_key(form, spot.section)
    return form if section is None else _section_moved(form, form.sections.index(section), step)


def waitable(form: FormDefinition, key: str) -> tuple[Prompt, ...]:
    """Give the earlier prompts whose answer a prompt may wait for."""
    found: list[Prompt] = []
    home = section_of(form, key)
    for section in form.sections:
        for prompt in section.prompts:
            if prompt.key == key:
                return tuple(found)
            # A record's answers are no single answer: they are waited for inside it only.
            is_single = section.repeat is None or section is home
            if prompt.kind in WAITED_FOR and is_single:
                found.append(prompt)
    return tuple(found)


def _section_moved(form: FormDefinition, place: int, step: int) -> FormDefinition:
    target = place + step
    if not 0 <= target < len(form.sections):
        return form
    sections = list(form.sections)
    sections[place], sections[target] = sections[target], sections[place]
    return replace(form, sections=tuple(sections))


def _prompt_moved(form: FormDefinition, home: Section, key: str, step: int) -> FormDefinition:
    place = _place_in(home, key)
    target = place + step
    if 0 <= target < len(home.prompts):
        prompts = list(home.prompts)
        prompts[place], prompts[target] = prompts[target], prompts[place]
        return with_section(form, replace(home, prompts=tuple(prompts)))
    neighbour = form.sections.index(home) + step
    if not 0 <= neighbour < len(form.sections):
        return form
    section = form.sections[neighbour]
    left, _ = without(form, Spot(prompt=key))
    end = 0 if step > 0 else len(section.prompts)
    return insert_prompt(left, section.key, end, home.prompts[place])


def _place_in(section: Section, key: str) -> int:
    return next(at for at, prompt in enumerate(section.prompts) if prompt.key == key)
