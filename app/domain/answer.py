"""An answer: the reply to one prompt, one frozen value per kind, with its own sharing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.domain.form import PromptKind
from app.domain.sharing import Sharing
from app.domain.topic import Topic, Topics

SCALE_LOWEST, SCALE_HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class Prose:
    """Writing at length, in Markdown."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class ShortText:
    """A line of plain writing."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the prompt's options; empty while none is chosen."""

    option: str = ""


class Verdict(Enum):
    """The replies of a yes/no prompt; “partly” is for the items of a checklist alone."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


YES_NO_VERDICTS = (Verdict.YES, Verdict.NO, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class YesNo:
    """A verdict with the evidence for it."""

    verdict: Verdict | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """A judgement from 0 to 10 and the two questions that matter more than the number.

    Source: scaling questions of solution-focused practice, as used in Signs of Safety.
    """

    number: int | None = None
    why_not_lower: str = ""
    one_higher: str = ""

    def __post_init__(self) -> None:
        if self.number is not None and not SCALE_LOWEST <= self.number <= SCALE_HIGHEST:
            raise ValueError("a scale goes from 0 to 10")


@dataclass(frozen=True, slots=True)
class ChosenDate:
    """A calendar day; None while none is chosen."""

    day: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: what, who, by when, how one will know; done, dropped or still open.

    Carried counts how often its day was moved on; checks are the SMARTer words that were ticked.
    """

    what: str
    who: str = ""
    by_when: date | None = None
    how_known: str = ""
    done_on: date | None = None
    came_of_it: str = ""
    dropped_on: date | None = None
    dropped_because: str = ""
    carried: int = 0
    is_on_record: bool = False  # it stands on the child's record too
    checks: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions that a prompt asked for, in the order they were written."""

    items: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Several of the prompt's options, in the prompt's order."""

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """One item of a checklist: how far it holds, and why one says so."""

    item: str
    verdict: Verdict | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items of the prompt that have a verdict or a reason, in the prompt's order."""

    items: tuple[Checked, ...] = ()


@dataclass(frozen=True, slots=True)
class ChosenThemes:
    """Themes that the prompt asked for; the reflection itself carries them too."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words, verbatim, and whose by role: "the child", never a name."""

    words: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file kept encrypted in the journal: its id there, name, size in bytes and SHA-256 (hex)."""

    id: str
    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The files that were added to an answer, in the order of adding."""

    files: tuple[EvidenceFile, ...] = ()


AnswerValue = (
    Prose
    | ShortText
    | Choice
    | YesNo
    | Scale
    | ChosenDate
    | Actions
    | Choices
    | Checklist
    | ChosenThemes
    | Quotation
    | Evidence
    | Topics
)

KIND_OF: dict[type, PromptKind] = {
    Prose: PromptKind.PROSE,
    ShortText: PromptKind.SHORT_TEXT,
    Choice: PromptKind.CHOICE,
    YesNo: PromptKind.YES_NO,
    Scale: PromptKind.SCALE,
    ChosenDate: PromptKind.DATE,
    Actions: PromptKind.ACTIONS,
    Choices: PromptKind.CHOICES,
    Checklist: PromptKind.CHECKLIST,
    ChosenThemes: PromptKind.THEMES,
    Quotation: PromptKind.QUOTATION,
    Evidence: PromptKind.EVIDENCE,
    Topics: PromptKind.TOPICS,
}
EMPTY_OF: dict[PromptKind, AnswerValue] = {kind: value() for value, kind in KIND_OF.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply and who may see it."""

    value: AnswerValue
    sharing: Sharing = Sharing.PRIVATE

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been answered yet."""
        return not text_of(self.value).strip()


def text_of(value: AnswerValue) -> str:
    """Give everything a person wrote or chose in this answer, a line per part.

    Search, word counts and emptiness all rest on it, so each part must be here.
    """
    return _TEXTS[type(value)](value)


def _yes_no_text(value: YesNo) -> str:
    return _lines(verdict_words(value.verdict), value.evidence)


def _scale_text(value: Scale) -> str:
    number = "" if value.number is None else str(value.number)
    return _lines(number, value.why_not_lower, value.one_higher)


def _actions_text(value: Actions) -> str:
    return _lines(*map(_action_text, value.items))


def _action_text(item: Action) -> str:
    return _lines(item.what, item.who, item.how_known, item.came_of_it, item.dropped_because)


def _topic_text(item: Topic) -> str:
    return _lines(item.words, item.came_of_it)


def _checked_text(checked: Checked) -> str:
    if not checked.verdict and not checked.reason.strip():
        return ""  # the item's own words are nobody's answer
    return _lines(checked.item, verdict_words(checked.verdict), checked.reason)


_VERDICT_WORDS: dict[Verdict | None, str] = {
    Verdict.YES: "Yes",
    Verdict.PARTLY: "Partly",
    Verdict.NO: "No",
    Verdict.NOT_APPLICABLE: "Not applicable",
}


def verdict_words(verdict: Verdict | None) -> str:
    """Give a verdict as it is read: "Yes", "Partly", "No", "Not applicable" or nothing."""
    return _VERDICT_WORDS.get(verdict, "")


def word_count(value: AnswerValue) -> int:
    """Count the words a person wrote; what was ticked, checked or chosen was written by others."""
    return len(_WRITTEN.get(type(value), text_of)(value).split())


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


_TEXTS: dict[type, Callable[[Any], str]] = {
    Prose: lambda value: value.text,
    ShortText: lambda value: value.text,
    Choice: lambda value: value.option,
    YesNo: _yes_no_text,
    Scale: _scale_text,
    ChosenDate: lambda value: value.day.isoformat() if value.day else "",
    Actions: _actions_text,
    Choices: lambda value: _lines(*value.options),
    Checklist: lambda value: _lines(*map(_checked_text, value.items)),
    ChosenThemes: lambda value: _lines(*value.names),
    Quotation: lambda value: _lines(value.words, value.said_by),
    Evidence: lambda value: _lines(*(file.name for file in value.files)),
    Topics: lambda value: _lines(*map(_topic_text, value.items)),
}

_WRITTEN: dict[type, Callable[[Any], str]] = {
    Choices: lambda _value: "",
    Checklist: lambda value: _lines(*(checked.reason for checked in value.items)),
    ChosenThemes: lambda _value: "",
    Evidence: lambda _value: "",
}
