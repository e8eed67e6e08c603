"""Preparing one summary: what is on offer, what was decided so far, and the paper it makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.answer import text_of, word_count
from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.services.ports import Clock, Vault
from app.services.supervision import Supervision
from app.summary.choice import (
    MOST_REFLECTIONS,
    PartCounts,
    SharedReflection,
    kept_back_count,
    part_counts,
)
from app.summary.document import Document, PrintSize
from app.summary.preparation import CHOSEN_AT_FIRST, Preparation, Session, Span

# Two pages hold so many words of answers beside the tables that are filled in by hand.
WORDS_THAT_FIT = 600
PAGES_AT_MOST = 2  # what a supervisor takes in at the start of an hour; large print needs more
_DAY, _SUPERVISOR, _PREPARED_BY = "session_date", "supervisor", "prepared_by"


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """One answer that is marked for supervision."""

    prompt_key: str
    question: str
    words: int


@dataclass(frozen=True, slots=True)
class OfferedReflection:
    """What the page may know of a reflection: private answers are only counted."""

    id: str
    title: str
    is_draft: bool
    answered: int
    shared: tuple[OfferedAnswer, ...]


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


@dataclass(frozen=True, slots=True)
class PreparedSummary:
    """The paper of what was chosen, and what there is to say about it."""

    document: Document
    kept_back: int
    counts: PartCounts
    longest_title: str
    is_large: bool

    def is_over(self, page_count: int) -> bool:
        """Say whether the paper has become longer than a supervisor can take in."""
        return not self.is_large and page_count > PAGES_AT_MOST


@dataclass(slots=True)
class Preparing:
    """Keeps the decisions while the journal is open, so that leaving the page loses none."""

    supervision: Supervision
    vault: Vault
    clock: Clock
    _kept: Preparation = field(default_factory=Preparation)

    def offer(self, preparation: Preparation) -> Offer:
        """Give what is on offer; decisions not begun yet go on from those that were kept.

        The very first look goes back until something is found.
        """
        begun = preparation if preparation.is_begun else self._resumed(preparation)
        begun, found, has_more = self._look_back(begun)
        ids = tuple(each.reflection.id for each in found)
        settled = begun.offering(ids, _fitting(found))
        by_id = {each.reflection.id: each for each in (*found, *self._still_there(settled, found))}
        settled = settled.without(frozenset(each for each in settled.order if each not in by_id))
        self._kept = settled
        rows = tuple(_offered(by_id[each]) for each in settled.order)
        return Offer(settled, rows, self._today(), "" if rows else self._newest(), has_more)

    def prepared(self, preparation: Preparation) -> PreparedSummary:
        """Make the paper and remember the decisions.

        Raises:
            NoSuchReflection: a chosen reflection is gone.
        """
        self._kept = preparation
        choice = preparation.choice()
        reflections = self.supervision.chosen(choice.reflection_ids)
        return PreparedSummary(
            document=self.supervision.document(choice),
            kept_back=kept_back_count(reflections, choice),
            counts=part_counts(reflections, choice),
            longest_title=_longest_title(reflections, preparation),
            is_large=preparation.print_size is PrintSize.LARGE,
        )

    def set_session(self, session: Session) -> None:
        """Keep whom the summary is for, inside the journal.

        Raises:
            NotSaved: nothing was changed.
        """
        self.vault.set_preference(_DAY, session.day.isoformat() if session.day else "")
        self.vault.set_preference(_SUPERVISOR, session.supervisor)
        self.vault.set_preference(_PREPARED_BY, session.prepared_by)

    def _resumed(self, asked: Preparation) -> Preparation:
        kept = self._kept
        if not kept.is_begun:
            kept = replace(kept, session=self._session())
        for reflection_id in asked.chosen:
            kept = kept.choosing(reflection_id, is_chosen=True)
        return kept

    def _session(self) -> Session:
        day = None
        with suppress(ValueError):
            day = date.fromisoformat(self.vault.preference(_DAY) or "")
        # A session that has been is not the one to prepare for; its people probably are.
        upcoming = day if day and day >= self._today() else None
        supervisor = self.vault.preference(_SUPERVISOR) or ""
        return Session(upcoming, supervisor, self.vault.preference(_PREPARED_BY) or "")

    def _look_back(
        self, preparation: Preparation
    ) -> tuple[Preparation, tuple[SharedReflection, ...], bool]:
        spans = [preparation.span] if preparation.is_begun else list(Span)
        for span in spans:
            since = span.since(self._today())
            found = self.supervision.offered(Search(since=since, limit=MOST_REFLECTIONS + 1))
            if found or span is spans[-1]:
                has_more = len(found) > MOST_REFLECTIONS
                return replace(preparation, span=span), found[:MOST_REFLECTIONS], has_more
        raise AssertionError("there is always a span")

    def _still_there(
        self, preparation: Preparation, found: tuple[SharedReflection, ...]
    ) -> Iterator[SharedReflection]:
        offered = {each.reflection.id for each in found}
        for reflection_id in preparation.order:
            if reflection_id not in offered:
                with suppress(NoSuchReflection):
                    yield from self.supervision.chosen((reflection_id,))

    def _newest(self) -> str:
        outlines = self.vault.find(Search(limit=1)).outlines
        return outlines[0].id if outlines else ""

    def _today(self) -> date:
        return local_day(self.clock.now())


def _fitting(found: tuple[SharedReflection, ...]) -> frozenset[str]:
    """Choose the newest that probably fit on the pages; drafts only where there is nothing else."""
    complete = [source for source in found if source.reflection.is_complete]
    fitting: list[str] = []
    room = WORDS_THAT_FIT
    for source in complete[:CHOSEN_AT_FIRST] or found[:1]:
        # The words of a checklist nobody wrote, but they take up the page all the same.
        room -= sum(len(text_of(answer.value).split()) for _, answer in source.shared())
        if fitting and room < 0:
            break
        fitting.append(source.reflection.id)
    return frozenset(fitting)


def _offered(source: SharedReflection) -> OfferedReflection:
    shared = tuple(
        OfferedAnswer(prompt.key, source.question(prompt), word_count(answer.value))
        for prompt, answer in source.shared()
    )
    answered = sum(1 for _ in source.answered())
    is_draft = not source.reflection.is_complete
    return OfferedReflection(source.reflection.id, source.title, is_draft, answered, shared)


def _longest_title(reflections: tuple[SharedReflection, ...], preparation: Preparation) -> str:
    words: Counter[str] = Counter()
    for each in reflections:
        for prompt, answer in each.shared():
            if (each.reflection.id, prompt.key) not in preparation.left_out:
                words[each.title] += word_count(answer.value)
    return words.most_common(1)[0][0] if words else ""
