"""A portfolio's pieces as data: every text of a person's is taken from what the check let pass.

The names and their order are those of data/pieces.json in the ZIP file, and so may only change
together with FORMAT_VERSION; app/summary/portfolio_schema.py tells them as a JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.cpd_piece import Submission
from app.domain.evidence import clean_file_name
from app.domain.regulator import FieldSource
from app.summary.answer_words import plain_as_markdown
from app.summary.cpd_fields import Plain
from app.summary.document import Document, DocumentSection, Prose, Table
from app.summary.leaving_texts import PIECE
from app.summary.portfolio_basis import PortfolioBasis, PortfolioPiece, touched
from app.summary.portfolio_evidence import EVIDENCE, FILE_COLUMN, PortfolioFile, files_of
from app.summary.portfolio_pieces import (
    PEER_ROLE_COLUMN,
    PEERS,
    peer_pieces,
    placed_blocks,
)

FORMAT, FORMAT_VERSION = "afterword-portfolio", 1
FOLDER = "evidence"
_MOST_NAME_BYTES = 200  # of 255 that file systems take, in letters of any script


@dataclass(frozen=True, slots=True)
class FieldData:
    """A field of the regulator’s form, with the words in it; '' where nothing is yet."""

    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class PieceData:
    """A piece.

    Days are YYYY-MM-DD; null where there is none. Type, description, learning, impact and peer
    learning are the words of those of the fields that ask for them. Parts are the keys of the
    framework that the regulator’s coverage goes by, other tags “framework/key” of others; where
    they are only suggested, nobody has confirmed them. Evidence are paths in the ZIP file.
    """

    number: int
    registration_year: str
    title: str
    type: str
    date: str
    description: str
    learning: str
    impact: str
    peer_discussed: bool
    peer_role: str
    peer_date: str | None
    peer_learning: str
    hours: float | None
    parts: tuple[str, ...]
    other_tags: tuple[str, ...]
    parts_are_suggested: bool
    fields: tuple[FieldData, ...]
    evidence: tuple[str, ...]
    submitted_on: str | None


@dataclass(frozen=True, slots=True)
class FileData:
    """A file of the evidence: its path in the ZIP file, its piece, and its SHA-256 in hex."""

    number: int
    path: str
    piece: int
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PortfolioData:
    """A portfolio: the pieces of the days from first to last, both included.

    The framework is the one that the parts are of, '' where the regulator names none. The
    identifier check says what was replaced, kept or not decided when it left the journal.
    """

    format: str
    format_version: int
    regulator: str
    framework: str
    first_day: str
    last_day: str
    exported_on: str
    identifier_check: str
    pieces: tuple[PieceData, ...]
    files: tuple[FileData, ...]


def portfolio_data(
    basis: PortfolioBasis, released: Document, plain: Plain, checked: str
) -> PortfolioData:
    """Give the data of a portfolio whose document went through the release check."""
    names = _names(released)
    files = tuple(_file(each, name) for each, name in zip(files_of(basis), names, strict=True))
    sections = _holding(released, PIECE)
    roles = _roles(basis, released)
    pieces = tuple(
        _Piece(each, basis, section, plain).data(roles.get(each.number, ""), files)
        for each, section in zip(basis.pieces, sections, strict=True)
    )
    return PortfolioData(
        FORMAT,
        FORMAT_VERSION,
        basis.regulator.name,
        basis.framework.name if basis.framework else "",
        basis.first.isoformat(),
        basis.last.isoformat(),
        basis.today.isoformat(),
        checked,
        pieces,
        files,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Reads one piece's words back from the section that the check let pass."""

    piece: PortfolioPiece
    basis: PortfolioBasis
    section: DocumentSection
    plain: Plain

    def data(self, role: str, files: Iterable[FileData]) -> PieceData:
        piece, kept = self.piece, self.piece.standing.piece
        words = self._words()
        peer_words = self._of(FieldSource.PEER, words)
        return PieceData(
            number=piece.number,
            registration_year=piece.year.year.name,
            title=self._of(FieldSource.TITLE, words) or self._line(self.section.heading),
            type=self._of(FieldSource.KINDS, words),
            date=kept.day.isoformat(),
            description=self._of(FieldSource.ACTIVITY, words),
            learning=self._of(FieldSource.LEARNING, words),
            impact=self._of(FieldSource.IMPACT, words),
            peer_discussed=bool(peer_words),
            peer_role=self._line(role),
            peer_date=_iso(kept.peer.day if kept.peer else None),
            peer_learning=peer_words,
            hours=kept.hours,
            parts=self._parts(),
            other_tags=self._other_tags(),
            parts_are_suggested=piece.standing.is_suggested,
            fields=tuple(
                FieldData(each.key, each.label, words.get(each.key, ""))
                for each in piece.standing.fields
            ),
            evidence=tuple(each.path for each in files if each.piece == piece.number),
            submitted_on=_iso(_day_of(kept.submitted)),
        )

    def _words(self) -> dict[str, str]:
        placed = placed_blocks(self.piece, self.basis)
        words = {
            before.key: "\n".join(self.plain(block.markdown))
            for before, block in zip(placed, self.section.blocks, strict=True)
            if before.key and isinstance(block, Prose)
        }
        titles = self._keys(FieldSource.TITLE)
        return {**dict.fromkeys(titles, self._line(self.section.heading)), **words}

    def _line(self, text: str) -> str:
        return " ".join(self.plain(plain_as_markdown(text)))

    def _keys(self, source: FieldSource) -> list[str]:
        return [key for key, each in self.piece.sources.items() if each is source]

    def _of(self, source: FieldSource, words: dict[str, str]) -> str:
        found = (words.get(key, "") for key in self._keys(source))
        return "\n".join(each for each in found if each)

    def _parts(self) -> tuple[str, ...]:
        framework = self.basis.framework
        return tuple(tag.key for tag in touched(framework, self.piece)) if framework else ()

    def _other_tags(self) -> tuple[str, ...]:
        return tuple(
            f"{framework.id}/{tag.key}"
            for framework in self.basis.others
            for tag in touched(framework, self.piece)
        )


def _holding(released: Document, holds: str) -> list[DocumentSection]:
    return [section for section in released.sections if section.holds == holds]


def _column(released: Document, holds: str, place: int) -> list[str]:
    """Give a column of the table in the section that holds this."""
    return [
        str(row[place])
        for section in _holding(released, holds)
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def _roles(basis: PortfolioBasis, released: Document) -> dict[int, str]:
    told = _column(released, PEERS, PEER_ROLE_COLUMN)
    pieces = peer_pieces(basis)
    return {
        piece.number: "" if role == "–" else role for piece, role in zip(pieces, told, strict=True)
    }


def _names(released: Document) -> list[str]:
    """Give each file's name in the ZIP file; its number keeps it apart from all others."""
    shown = _column(released, EVIDENCE, FILE_COLUMN)
    wide = len(str(len(shown)))
    return [
        f"{number:0{max(wide, 2)}} {_short(clean_file_name(name))}"
        for number, name in enumerate(shown, 1)
    ]


def _short(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = ending, ""
    room = _MOST_NAME_BYTES - len((dot + ending).encode())
    cut = stem.encode()[:room].decode(errors="ignore").rstrip(". ")
    return f"{cut}{dot}{ending}"


def _file(each: PortfolioFile, name: str) -> FileData:
    file = each.file
    return FileData(each.number, f"{FOLDER}/{name}", each.piece, file.size_bytes, file.sha256)


def _day_of(submission: Submission | None) -> date | None:
    return submission.day if submission else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
