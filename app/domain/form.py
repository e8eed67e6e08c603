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
    CHOICES = "choices"
    CHECKLIST = "checklist"
    THEMES = "themes"
    QUOTATION = "quotation"
    EVIDENCE = "evidence"
    TOPICS = "topics"


class FormGroup(Enum):
    """Which shelf of the library a form stands on, in the order of the shelves."""

    REFLECT = "reflect"
    CASE = "case"
    REVIEW = "review"
    TEAM = "team"
    MODEL = "model"
    CPD = "cpd"
    SELF = "self"


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
class Repeat:
    """A section is answered again for each of several records, as for an audit's sample."""

    one: str  # what one of them is called: "record", "episode"
    most: int


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of prompts.

    Where it repeats, a reflection's own form holds it once per record, each with its place from 1
    (app/domain/records.py); the form itself has no place in it.
    """

    key: str
    title: str
    prompts: tuple[Prompt, ...]
    intro: str = ""
    repeat: Repeat | None = None
    place: int = 0

    @property
    def heading(self) -> str:
        """What stands over the section: its title, and which record this is."""
        if self.repeat is None or not self.place:
            return self.title
        return f"{self.title}: {self.repeat.one} {self.place}"


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
    group: FormGroup = FormGroup.REFLECT

    def prompts(self) -> Iterator[Prompt]:
        """Give every prompt in reading order."""
        for section in self.sections:
            yield from section.prompts

    def prompt(self, key: str) -> Prompt | None:
        """Find a prompt by its key."""
        return next((prompt for prompt in self.prompts() if prompt.key == key), None)
