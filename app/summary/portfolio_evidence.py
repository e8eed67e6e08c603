"""What came of a portfolio's pieces, and what lies beside them: plans, actions and files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.answer import Actions, Evidence, EvidenceFile
from app.domain.calendar_words import local_day, plain_date
from app.domain.evidence import clean_file_name
from app.domain.size_words import size_words
from app.summary.actions_table import actions_table
from app.summary.choice import SharedReflection
from app.summary.document import DocumentSection, Note, Table
from app.summary.portfolio_basis import PortfolioBasis
from app.summary.printed_reflection import Extent, answer_prose, answers_in

EVIDENCE = "cpd evidence"  # what the section of files holds
FILE_COLUMN = 1
_FILE_SHARES = (0.8, 3.6, 1.6, 1.5, 4.4)
_ACTION_SHARES = (0.8, 1.1, 3.9, 2.4, 2.2)
_JOINTS = re.compile(r"[-_.+\s]+")
_ENDING = re.compile(r"\.[a-z0-9]{1,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PortfolioFile:
    """A file kept with a piece's reflection, in an answer that is marked for CPD."""

    number: int
    file: EvidenceFile
    piece: int

    @property
    def name(self) -> str:
        """Its name in words, so that a name of somebody in it is seen: no path, no joints."""
        name = clean_file_name(self.file.name)
        ending = _ENDING.search(name)
        stem = name[: ending.start()] if ending else name
        return f"{_JOINTS.sub(' ', stem).strip() or 'file'}{ending[0] if ending else ''}"


def files_of(basis: PortfolioBasis) -> tuple[PortfolioFile, ...]:
    """Give every file once, in the order of the pieces."""
    found: dict[str, tuple[EvidenceFile, int]] = {}
    for piece in basis.pieces:
        for _, answer in piece.answers:
            if isinstance(answer.value, Evidence):
                for file in answer.value.files:
                    found.setdefault(file.id, (file, piece.number))
    return tuple(PortfolioFile(at, *each) for at, each in enumerate(found.values(), 1))


def files_kept_back(basis: PortfolioBasis) -> int:
    """Count the files of the pieces' reflections that are not marked for CPD."""
    taken = {each.file.id for each in files_of(basis)}
    return len(
        {
            file.id
            for piece in basis.pieces
            for _, answer in piece.source.answered
            if isinstance(answer.value, Evidence)
            for file in answer.value.files
        }
        - taken
    )


def plan_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give the answers of each development plan that are marked for CPD."""
    return [each for plan in basis.plans for each in _plan(plan)]


def _plan(plan: SharedReflection) -> list[DocumentSection]:
    answers = answers_in(plan, Extent.CPD)
    if not answers:
        return []
    day = plan.reflection.event_date or local_day(plan.reflection.begun_at)
    blocks = tuple(answer_prose(answer, plan.question(prompt)) for prompt, answer in answers)
    return [
        DocumentSection("Development plan", blocks, aside=plain_date(day), of=plan.reflection.id)
    ]


def action_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give the actions of the pieces' reflections that are marked for CPD, with their state."""
    placed = [
        (str(piece.number), action)
        for piece in basis.pieces
        for _, answer in piece.answers
        if isinstance(answer.value, Actions)
        for action in answer.value.items
    ]
    if not placed:
        return []
    table = actions_table(action for _, action in placed)
    rows = tuple((number, *row) for (number, _), row in zip(placed, table.rows, strict=True))
    numbered = Table(("No", *table.headings), rows, _ACTION_SHARES)
    told = Note("The number is that of the piece from which an action came.")
    return [DocumentSection("Actions that came of it", (numbered, told))]


def evidence_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """List the files."""
    files = files_of(basis)
    if not files:
        return []
    rows = tuple(
        (str(each.number), each.name, str(each.piece), size_words(each.file.size_bytes),
         each.file.sha256)
        for each in files
    )  # fmt: skip
    table = Table(("No", "File", "Of piece", "Size", "SHA-256"), rows, _FILE_SHARES)
    told = "The files themselves stand beside this document where it is kept as a ZIP file."
    return [DocumentSection("Evidence", (table, Note(told)), holds=EVIDENCE)]
