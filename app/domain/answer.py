"""An answer: the reply to one prompt, one frozen value per kind, with its own sharing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.form import PromptKind
from app.domain.sharing import Sharing

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
    """The three replies of a yes/no prompt."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


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
    """Something to do: what, who, by when, how one will know; done on a day or still open."""

    what: str
    who: str = ""
    by_when: date | None = None
    how_known: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions that a prompt asked for, in the order they were written."""

    items: tuple[Action, ...] = ()


AnswerValue = Prose | ShortText | Choice | YesNo | Scale | ChosenDate | Actions

KIND_OF: dict[type, PromptKind] = {
    Prose: PromptKind.PROSE,
    ShortText: PromptKind.SHORT_TEXT,
    Choice: PromptKind.CHOICE,
    YesNo: PromptKind.YES_NO,
    Scale: PromptKind.SCALE,
    ChosenDate: PromptKind.DATE,
    Actions: PromptKind.ACTIONS,
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
    match value:
        case Prose(text) | ShortText(text):
            return text
        case Choice(option):
            return option
        case YesNo(verdict, evidence):
            return _lines(_VERDICT_WORDS.get(verdict, ""), evidence)
        case Scale(number, why_not_lower, one_higher):
            return _lines("" if number is None else str(number), why_not_lower, one_higher)
        case ChosenDate(day):
            return "" if day is None else day.isoformat()
        case Actions(items):
            return _lines(*(_lines(item.what, item.who, item.how_known) for item in items))


_VERDICT_WORDS: dict[Verdict | None, str] = {
    Verdict.YES: "Yes",
    Verdict.NO: "No",
    Verdict.NOT_APPLICABLE: "Not applicable",
}


def verdict_words(verdict: Verdict | None) -> str:
    """Give a verdict as it is read: "Yes", "No", "Not applicable" or nothing."""
    return _VERDICT_WORDS.get(verdict, "")


def word_count(value: AnswerValue) -> int:
    """Count the words a person wrote."""
    return len(text_of(value).split())


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
