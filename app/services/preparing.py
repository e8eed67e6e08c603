"""Preparing one summary: what is on offer, what was decided so far, and the paper it makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.answer import Answer, text_of
from app.domain.calendar_words import local_day
from app.domain.errors import NoSuchReflection, NotSaved
from app.domain.finding import Search
from app.services.kept_preparation import KeptPreparation
from app.services.kept_wording import KeptWording
from app.services.offered import Offer, offered_reflection, offered_session
from app.services.ports import Clock, Vault
from app.services.sessions import SessionDetails, Sessions
from app.services.summary_presets import SummaryPresets
from app.services.supervision import Supervision
from app.summary.answer_words import markdown_of
from app.summary.choice import (
    MOST_REFLECTIONS,
    AnswerPlace,
    SharedReflection,
    kept_back_count,
)
from app.summary.document import Document
from app.summary.part_counts import PartCounts, part_counts
from app.summary.preparation import CHOSEN_AT_FIRST, Preparation, Session, Span
from app.summary.session_side import SessionSide
from app.summary.wording import Wording, mark_of

# Two pages hold so many words of answers beside the tables that are filled in by hand.
WORDS_THAT_FIT = 600
_PREPARED_BY = "prepared_by"


@dataclass(frozen=True, slots=True)
class PreparedSummary:
    """The paper of what was chosen, and what there is to say about it.

    Rows name for each section of the document the row that it belongs to.
    """

    document: Document
    rows: tuple[str, ...]
    kept_back: int
    counts: PartCounts


@dataclass(slots=True)
class Preparing:
    """Keeps the decisions until their session is over, so that neither page nor lock loses one."""

    supervision: Supervision
    vault: Vault
    clock: Clock
    sessions: Sessions
    _kept: Preparation = field(default_factory=Preparation)

    def offer(self, preparation: Preparation) -> Offer:
        """Give what is on offer; decisions not begun yet go on from those that were kept.

        The very first look goes back until something is found.
        """
        coming = self.sessions.next()
        session_id = coming.id if coming is not None else ""
        if preparation.session_id not in ("", session_id):
            # That session is over: what was decided was for it; only what came since goes on.
            preparation = Preparation(chosen=preparation.chosen - self._kept.chosen)
        if self._kept.session_id not in ("", session_id):
            self._kept = Preparation()
        begun = preparation if preparation.is_begun else self._resumed(preparation, session_id)
        begun, found, has_more = self._look_back(begun)
        ids = tuple(each.reflection.id for each in found)
        side = self.supervision.side()
        settled = begun.offering(ids, _fitting(found, side))
        by_id = {each.reflection.id: each for each in (*found, *self._still_there(settled, found))}
        settled = settled.without(frozenset(each for each in settled.order if each not in by_id))
        # The session is a reflection too, and may have been written on meanwhile.
        settled = replace(
            settled,
            wording=KeptWording(self.vault).read(),
            session=self.session(),
            session_id=session_id,
        )
        self._kept = settled
        rows = tuple(offered_reflection(by_id[each], settled.wording) for each in settled.order)
        session = offered_session(side, settled.wording)
        newest = "" if rows else self._newest()
        return Offer(settled, rows, self._today(), newest, has_more, session)

    def prepared(self, preparation: Preparation) -> PreparedSummary:
        """Make the paper and remember the decisions.

        Raises:
            NoSuchReflection: a chosen reflection is gone.
        """
        self._kept = preparation
        # Where the disk is full the decisions stay here until it is not; the paper is made.
        with suppress(NotSaved):
            KeptPreparation(self.vault).keep(preparation, self._today())
        choice = preparation.choice()
        made = self.supervision.made(choice)
        return PreparedSummary(
            document=made.arranged.document,
            rows=made.arranged.rows,
            kept_back=kept_back_count(made.reflections, choice),
            counts=part_counts(made.reflections, choice, made.side),
        )

    def words_of(self, place: AnswerPlace) -> str:
        """Give an answer's own words, to write others over them.

        Raises:
            NoSuchReflection: its reflection is gone.
        """
        return markdown_of(self._answer(place).value)

    def word(self, place: AnswerPlace, words: str) -> Wording | None:
        """Keep other words for an answer; its own, or none, forget what was kept.

        Raises:
            NoSuchReflection: its reflection is gone.
            NotSaved: nothing was changed.
        """
        value = self._answer(place).value
        is_own = words.strip() in ("", markdown_of(value).strip())
        wording = None if is_own else Wording(words.strip(), mark_of(value))
        KeptWording(self.vault).keep(place, wording)
        return wording

    @property
    def presets(self) -> SummaryPresets:
        """The layouts that were given a name."""
        return SummaryPresets(self.vault)

    def _answer(self, place: AnswerPlace) -> Answer:
        reflection_id, key = place
        source, *_ = self.supervision.chosen((reflection_id,))
        for prompt, answer in source.asked:
            if prompt.key == key:
                return answer
        raise NoSuchReflection("This answer is not in the journal any more.")

    def set_session(self, session: Session) -> None:
        """Keep whom the summary is for, inside the journal.

        Raises:
            NotSaved: nothing was changed.
        """
        details = SessionDetails(session.day, session.supervisor, session.kind)
        if details != self.sessions.details():
            self.sessions.set_details(details)
        self.vault.set_preference(_PREPARED_BY, session.prepared_by)

    def _resumed(self, asked: Preparation, session_id: str) -> Preparation:
        kept = self._kept
        if not kept.is_begun:
            kept = KeptPreparation(self.vault).read(session_id, self._today()) or kept
        if not kept.is_begun:
            kept = self.presets.last().applied_to(replace(kept, session=self.session()))
        for reflection_id in asked.chosen:
            kept = kept.choosing(reflection_id, is_chosen=True)
        return kept

    def session(self) -> Session:
        """Say when the next session is, with whom, of which kind, and who prepared for it."""
        coming = self.sessions.details()
        prepared_by = self.vault.preference(_PREPARED_BY) or ""
        return Session(coming.day, coming.supervisor, prepared_by, coming.kind)

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


def _fitting(found: tuple[SharedReflection, ...], side: SessionSide) -> frozenset[str]:
    """Choose the newest that probably fit on the pages; drafts only where there is nothing else."""
    complete = [source for source in found if source.reflection.is_complete]
    fitting: list[str] = []
    room = WORDS_THAT_FIT - side.words()
    for source in complete[:CHOSEN_AT_FIRST] or found[:1]:
        # The words of a checklist nobody wrote, but they take up the page all the same.
        room -= sum(len(text_of(answer.value).split()) for _, answer in source.shared())
        if fitting and room < 0:
            break
        fitting.append(source.reflection.id)
    return frozenset(fitting)
