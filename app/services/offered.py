"""What the supervision page may know of what it offers: questions, lengths and how it begins.

Of an answer that is not marked for supervision it knows no word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.answer import Actions, Answer, text_of, word_count
from app.domain.form import Prompt
from app.domain.sharing import Sharing
from app.domain.topic import Topics
from app.summary.choice import AnswerPlace, SharedReflection
from app.summary.preparation import Preparation
from app.summary.session_side import HELP_LEADS, SessionSide
from app.summary.wording import Wording

_LONGEST_BEGINNING = 60


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """One answer that can go in.

    Begins are its first words, if it is marked for supervision. Has_changed tells that it says
    something else than when other words were written for it.
    """

    prompt_key: str
    question: str
    words: int
    can_be_worded: bool = True
    has_changed: bool = False
    begins: str = ""


@dataclass(frozen=True, slots=True)
class OfferedReflection:
    """What the page may know of a reflection: private answers by question and length only."""

    id: str
    title: str
    is_draft: bool
    answered: int
    shared: tuple[OfferedAnswer, ...]
    unmarked: tuple[OfferedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferedTopic:
    """A topic of the session to come, with the lead that it has on the paper."""

    words: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class OfferedSession:
    """What the session to come can bring: topics, prepared answers, and how one is."""

    topics: tuple[OfferedTopic, ...] = ()
    prepared: OfferedReflection | None = None
    wellbeing: OfferedReflection | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The reflections on offer in page order, with the decisions they fit to.

    Newest is a reflection to mark answers in; empty where the journal holds none. Has_more tells
    that older ones share something too, beyond what one summary takes.
    """

    preparation: Preparation
    reflections: tuple[OfferedReflection, ...]
    today: date
    newest: str = ""
    has_more: bool = False
    session: OfferedSession = OfferedSession()


Worded = Mapping[AnswerPlace, Wording]


def offered_reflection(source: SharedReflection, worded: Worded) -> OfferedReflection:
    """Give what the page may know of a reflection."""
    return _offered(source, source.asked, worded)


def offered_session(side: SessionSide, worded: Worded) -> OfferedSession:
    """Give what the page may know of the session to come."""
    if side.coming is None:
        return OfferedSession()
    topics = tuple(
        OfferedTopic(each.words.strip(), HELP_LEADS[each.help] if each.help else "")
        for each in side.every_topic()
    )
    prepared = _offered(side.coming, side.every_prepared(), worded)
    wellbeing = _offered(side.coming, side.every_wellbeing(), worded)
    return OfferedSession(topics, prepared, wellbeing)


def _offered(
    source: SharedReflection, answers: Iterable[tuple[Prompt, Answer]], worded: Worded
) -> OfferedReflection:
    found = tuple(answers)
    marked = tuple(each for each in found if Sharing.SUPERVISION in each[1].sharing)
    unmarked = tuple(each for each in found if each not in marked)
    return OfferedReflection(
        id=source.reflection.id,
        title=source.title,
        is_draft=not source.reflection.is_complete,
        answered=len(source.answered),
        shared=tuple(_answer(source, *each, worded) for each in marked),
        unmarked=tuple(_answer(source, *each, worded) for each in unmarked),
    )


def _answer(
    source: SharedReflection, prompt: Prompt, answer: Answer, worded: Worded
) -> OfferedAnswer:
    wording = worded.get((source.reflection.id, prompt.key))
    is_marked = Sharing.SUPERVISION in answer.sharing
    return OfferedAnswer(
        prompt.key,
        source.question(prompt),
        word_count(answer.value),
        can_be_worded=not isinstance(answer.value, Actions | Topics),
        has_changed=wording is not None and not wording.is_of(answer.value),
        begins=_beginning(answer) if is_marked else "",
    )


def _beginning(answer: Answer) -> str:
    words = " ".join(text_of(answer.value).split())
    return words if len(words) <= _LONGEST_BEGINNING else f"{words[:_LONGEST_BEGINNING].rstrip()}…"
