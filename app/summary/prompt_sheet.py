"""The questions of a form on one sheet, for a team to think with; nothing of a journal is on it."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.domain.sharing import Sharing
from app.summary.answer_words import plain_as_markdown
from app.summary.document import Block, Bullet, Bullets, Document, DocumentSection, Note, Prose

FOOTER = "Questions only: write nothing on this sheet that names a person or a case"
_FOR_THE_PAGE_ALONE = {PromptKind.EVIDENCE, PromptKind.THEMES, PromptKind.TOPICS, PromptKind.DATE}
_SEVERAL = {PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST}
_MANNERS = (
    "Anyone may pass",
    "Questions come before advice",
    "People and places by role only",
    "A question with a ring (○) is for thinking on your own",
)


class Fullness(Enum):
    """How much stands under each question; the fullest that fits one page is taken."""

    WITH_HELP = "with help"
    WITH_NUDGES = "with nudges"
    QUESTIONS = "questions"
    BARE = "questions without options"


_NO_NUDGES = {Fullness.QUESTIONS, Fullness.BARE}


def prompt_sheet(form: FormDefinition, fullness: Fullness) -> Document:
    """Make the sheet."""
    sections = [_section(section, fullness) for section in form.sections]
    asking = [section for section in sections if section.blocks]
    return Document(
        title=form.title,
        subtitle=f"About {form.minutes} minutes · {form.purpose}",
        sections=tuple(_framed(asking, form.source, fullness)),
        footer=FOOTER,
    )


def _framed(
    asking: list[DocumentSection], source: str, fullness: Fullness
) -> list[DocumentSection]:
    """Say before the questions how to use them, and after them where they come from."""
    manners, origin = Note(_manners_beside(asking)), Note(source)
    if fullness is Fullness.BARE and asking:
        asking[0] = replace(asking[0], blocks=(manners, *asking[0].blocks))
        asking[-1] = replace(asking[-1], blocks=(*asking[-1].blocks, origin))
        return asking
    before = DocumentSection("How to use it", (manners,))
    return [before, *asking, DocumentSection("Where it comes from", (origin,))]


def _manners_beside(sections: list[DocumentSection]) -> str:
    """Say how to use the sheet, but for what a form says itself where it is shown."""
    leads = [block for each in sections for block in each.blocks if isinstance(block, Prose)]
    said = " ".join(block.markdown for block in leads)
    return " ".join(f"{manner}." for manner in _MANNERS if manner not in said)


def _section(section: Section, fullness: Fullness) -> DocumentSection:
    asked = [each for each in section.prompts if each.kind not in _FOR_THE_PAGE_ALONE]
    items = tuple(_question(prompt, fullness) for prompt in asked)
    if not items:
        return DocumentSection(section.title, ())
    aside = f"for each {section.repeat.one}" if section.repeat else ""
    return DocumentSection(section.title, (*_intro(section, fullness), Bullets(items)), aside)


def _intro(section: Section, fullness: Fullness) -> tuple[Block, ...]:
    if not section.intro or fullness in _NO_NUDGES:
        return ()
    return (Prose(plain_as_markdown(section.intro)),)


def _question(prompt: Prompt, fullness: Fullness) -> Bullet:
    ring = "○ " if prompt.sharing is Sharing.PRIVATE else ""
    parts = [] if fullness is Fullness.BARE else [_options(prompt)]
    if fullness is Fullness.WITH_HELP:
        parts.append(prompt.help)
    if fullness not in _NO_NUDGES:
        parts.append(prompt.nudge)
    words = " ".join(part for part in parts if part)
    return Bullet(plain_as_markdown(words), f"{ring}{prompt.text}")


def _options(prompt: Prompt) -> str:
    if prompt.ends is not None:
        return f"0: {prompt.ends.zero}. 10: {prompt.ends.ten}."
    return f"{' · '.join(prompt.options)}." if prompt.kind in _SEVERAL else ""
