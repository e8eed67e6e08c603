"""The words in a regulator's fields: from answers that are marked for CPD, or for CPD alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.domain.answer import Answer
from app.domain.calendar_words import plain_date
from app.domain.cpd_piece import CpdPiece, FieldWords
from app.domain.cpd_year import PieceStanding, PieceTrouble
from app.domain.form import CpdField, Prompt, SummaryRole
from app.domain.framework import Framework
from app.domain.registration_year import RegistrationYear
from app.domain.regulator import CpdRules, FieldSource, RegulatorField
from app.domain.sharing import Sharing
from app.summary.answer_words import markdown_of
from app.summary.choice import SharedReflection
from app.summary.leaving_texts import LeavingText, Origin

Plain = Callable[[str], tuple[str, ...]]  # a person's Markdown as plain lines
_FROM_ANSWERS = {
    FieldSource.ACTIVITY: CpdField.ACTIVITY,
    FieldSource.LEARNING: CpdField.LEARNING,
    FieldSource.IMPACT: CpdField.IMPACT,
    FieldSource.PEER: CpdField.PEER,
}
_BY_ROLE = {SummaryRole.ACCOUNT: CpdField.ACTIVITY, SummaryRole.LEARNING: CpdField.LEARNING}

NOT_READ = "A reflection that cannot be read"
# The day of a piece and of a talk are asked for by the regulator: they are chosen, not told.
_ORIGINS = {
    FieldSource.DAY: Origin.PROGRAM,
    FieldSource.KINDS: Origin.PROGRAM,
    FieldSource.HOURS: Origin.PROGRAM,
    FieldSource.PEER: Origin.BESIDE,
}


@dataclass(frozen=True, slots=True)
class PieceReader:
    """Fills the fields of pieces by the rules of one year."""

    rules: CpdRules
    year: RegistrationYear
    framework: Framework | None
    plain: Plain

    def standing(self, piece: CpdPiece, source: SharedReflection) -> PieceStanding:
        """Give a piece with the words of its fields and what they lack.

        What was submitted is shown as it was, whatever became of the reflection.
        """
        said = self._said(source)
        fields = self._submitted(piece) or tuple(
            FieldWords(each.key, each.label, self._words(each, piece, source, said))
            for each in self.rules.fields
        )
        words = {each.key: each.words for each in fields}
        is_outside = self._is_outside(piece)
        return PieceStanding(
            piece,
            source.title,
            source.form.title,
            fields,
            tuple(
                each.label
                for each in self.rules.fields
                if each.is_required and not words.get(each.key, "").strip()
            ),
            says_impact=self._says(FieldSource.IMPACT, words),
            has_peer=self._says(FieldSource.PEER, words) and not is_outside,
            peer_is_outside=is_outside,
            tags=self.suggested(source) if piece.tags is None else piece.tags,
            is_suggested=piece.tags is None,
            from_answers={
                each.key: said.get(_FROM_ANSWERS[each.source], "")
                for each in self.rules.fields
                if each.source in _FROM_ANSWERS
            },
            trouble=_trouble(piece, source),
        )

    def unread(self, piece: CpdPiece) -> PieceStanding:
        """Give a piece whose reflection does not read: with what was submitted, if anything was."""
        fields = self._submitted(piece)
        words = {each.key: each.words for each in fields}
        is_outside = self._is_outside(piece)
        return PieceStanding(
            piece,
            NOT_READ,
            "",
            fields,
            (),
            says_impact=self._says(FieldSource.IMPACT, words),
            has_peer=self._says(FieldSource.PEER, words) and not is_outside,
            peer_is_outside=is_outside,
            tags=piece.tags or frozenset(),
            is_suggested=False,
            trouble=PieceTrouble.NOT_AS_SAVED,
        )

    def suggested(self, source: SharedReflection) -> frozenset[str]:
        """Give the tags that the reflection's form or its own words for CPD point to."""
        if self.framework is None:
            return frozenset()
        shared = (markdown_of(answer.value) for _, answer in _shared(source))
        words = "\n".join(shared).casefold()
        form = source.reflection.form_id
        return frozenset(
            f"{self.framework.id}/{tag.key}"
            for tag in self.framework.tags
            if form in tag.forms or (tag.words and _beginnings(tag.words).search(words))
        )

    def outlook(self, source: SharedReflection) -> tuple[frozenset[CpdField], frozenset[str]]:
        """Give what a reflection has words for and what it may touch; quick, for looking ahead."""
        return frozenset(field for field, _ in _shared(source)), self.suggested(source)

    def _is_outside(self, piece: CpdPiece) -> bool:
        """Say whether it was talked over on a day outside the year."""
        day = piece.peer.day if piece.peer else None
        return day is not None and not self.year.holds(day)

    def _submitted(self, piece: CpdPiece) -> tuple[FieldWords, ...]:
        return piece.submitted.fields if piece.submitted else ()

    def _says(self, source: FieldSource, words: dict[str, str]) -> bool:
        return any(
            words.get(each.key, "").strip() for each in self.rules.fields if each.source is source
        )

    def _said(self, source: SharedReflection) -> dict[CpdField, str]:
        said: dict[CpdField, list[str]] = {}
        for field, answer in _shared(source):
            said.setdefault(field, []).extend(self.plain(markdown_of(answer.value)))
        return {field: "\n".join(lines) for field, lines in said.items()}

    def _words(
        self,
        field: RegulatorField,
        piece: CpdPiece,
        source: SharedReflection,
        said: dict[CpdField, str],
    ) -> str:
        own = piece.wording.get(field.key)
        if field.source is FieldSource.PEER:
            return _peer_words(piece, said.get(CpdField.PEER, "") if own is None else own)
        if own is not None:
            return own
        if field.source in _FROM_ANSWERS:
            return said.get(_FROM_ANSWERS[field.source], "")
        return _told(field.source, piece, source)


def _trouble(piece: CpdPiece, source: SharedReflection) -> PieceTrouble | None:
    is_draft = not source.reflection.is_complete and piece.submitted is None
    return PieceTrouble.DRAFT_AGAIN if is_draft else None


def _shared(source: SharedReflection) -> Iterator[tuple[CpdField, Answer]]:
    """Give the answers that are marked for CPD and feed a field."""
    for prompt, answer in source.asked:
        field = _field_of(prompt)
        if Sharing.CPD in answer.sharing and not answer.is_empty and field is not None:
            yield field, answer


@cache
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    """Find words by how they begin, and not in the middle of one: “law” is not in “flaw”."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})")


def _told(source: FieldSource, piece: CpdPiece, shared: SharedReflection) -> str:
    match source:
        case FieldSource.TITLE:
            return shared.title
        case FieldSource.DAY:
            return plain_date(piece.day)
        case FieldSource.KINDS:
            return "; ".join(piece.kinds)
        case FieldSource.HOURS:
            return "" if piece.hours is None else hours_words(piece.hours)
    return ""


def _peer_words(piece: CpdPiece, said: str) -> str:
    """Give the role and the day before what was learnt; nothing where nobody was spoken with."""
    peer = piece.peer
    if peer is None or not said.strip():
        return said.strip()
    who = ", ".join(each for each in (peer.role.strip(), _day(peer.day)) if each)
    return f"{who}. {said.strip()}" if who else said.strip()


def _day(day: date | None) -> str:
    return plain_date(day) if day else ""


def _field_of(prompt: Prompt) -> CpdField | None:
    """Give the field that a prompt feeds; one that says nothing about it goes by its role."""
    return prompt.cpd_field or (_BY_ROLE.get(prompt.summary_role) if prompt.summary_role else None)


def hours_words(hours: float) -> str:
    """Give hours as “1 hour”, “2.5 hours”."""
    return "1 hour" if hours == 1 else f"{hours:g} hours"


def leaving_fields(standing: PieceStanding, rules: CpdRules) -> tuple[LeavingText, ...]:
    """Give the filled fields as they would leave, in the form's order."""
    sources = {each.key: each.source for each in rules.fields}
    return tuple(
        LeavingText(
            each.words,
            each.label,
            _ORIGINS.get(sources.get(each.key, FieldSource.OWN), Origin.PERSON),
            of=standing.piece.reflection_id,
        )
        for each in standing.fields
        if each.words.strip()
    )
