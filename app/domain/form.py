"""A form: a versioned set of prompts, in sections, with the source it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.sharing import Sharing


class PromptKind(Enum):
    """What sort of reply a prompt asks for."""

    PROSE = "prose"
    SHORT_TEXT = "short_text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SCALE = "scale"
    DATE = "date"
    ACTIONS = "actions"


class SummaryRole(Enum):
    """Which part of the supervision summary an answer feeds when it is shared."""

    ACCOUNT = "account"
    LEARNING = "learning"
    QUESTION = "question"
    DISAGREEMENT = "disagreement"


class CpdField(Enum):
    """Which field of a CPD record an answer feeds when it is shared for CPD."""

    ACTIVITY = "activity"
    LEARNING = "learning"
    IMPACT = "impact"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class Condition:
    """A prompt is asked only when another prompt's answer is this word or option."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class ScaleEnds:
    """What 0 and 10 mean on a scale, in words."""

    zero: str
    ten: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question of a form. Its key never changes meaning between versions."""

    key: str
    kind: PromptKind
    text: str
    help: str = ""
    nudge: str = ""
    source: str = ""
    sharing: Sharing = Sharing.PRIVATE
    summary_role: SummaryRole | None = None
    cpd_field: CpdField | None = None
    options: tuple[str, ...] = ()
    ends: ScaleEnds | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of prompts."""

    key: str
    title: str
    prompts: tuple[Prompt, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """One version of a form. Reflections pin the version they were written on."""

    id: str
    version: int
    title: str
    purpose: str
    when_to_use: str
    minutes: int
    source: str
    sections: tuple[Section, ...]

    def prompts(self) -> Iterator[Prompt]:
        """Give every prompt in reading order."""
        for section in self.sections:
            yield from section.prompts

    def prompt(self, key: str) -> Prompt | None:
        """Find a prompt by its key."""
        return next((prompt for prompt in self.prompts() if prompt.key == key), None)
