"""The pieces of a portfolio in full, and what was learnt with peers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.calendar_words import plain_date
from app.domain.cpd_piece import FieldWords
from app.domain.regulator import FieldSource
from app.summary.answer_words import plain_as_markdown
from app.summary.cpd_fields import hours_words
from app.summary.document import Block, DocumentSection, Note, Prose, Table
from app.summary.leaving_texts import PIECE
from app.summary.portfolio_basis import PortfolioBasis, PortfolioPiece, part_words, touched

PEERS = "cpd peers"  # what a section holds
PEER_ROLE_COLUMN = 2
_CHOSEN = (FieldSource.DAY, FieldSource.KINDS, FieldSource.HOURS)
_GOES_ON = re.compile(r"\s*(•|[0-9]{1,9}[.])\s|\s+\S")  # an item, or a line within one


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of a piece's section, with the key of the field whose words it holds, if any."""

    block: Block
    key: str = ""


def piece_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give a section for each piece."""
    if not basis.pieces:
        return [DocumentSection("Pieces", (Note("There is no piece in these days yet."),))]
    return [
        DocumentSection(
            piece.standing.title,
            tuple(each.block for each in placed_blocks(piece, basis)),
            aside=f"piece {piece.number}, {plain_date(piece.standing.piece.day)}",
            holds=PIECE,
            of=piece.standing.piece.reflection_id,
        )
        for piece in basis.pieces
    ]


def placed_blocks(piece: PortfolioPiece, basis: PortfolioBasis) -> list[PlacedBlock]:
    """Give what stands in a piece's section: the regulator's fields in order, then what is beside.

    What came out of the release check has the same blocks in the same places.
    """
    blocks = [block for each in piece.standing.fields for block in _field(each, piece)]
    return [*blocks, *(PlacedBlock(each) for each in _beside(piece, basis))]


def peer_pieces(basis: PortfolioBasis) -> tuple[PortfolioPiece, ...]:
    """Give the pieces that say what was learnt with a peer."""
    return tuple(each for each in basis.pieces if peer_learning(each))


def peer_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give who was talked with and when as a table, and what was learnt."""
    pieces = peer_pieces(basis)
    if not pieces:
        return []
    table = Table(("No", "Piece", "With", "When"), tuple(map(_peer_row, pieces)), (0.7, 5, 3, 3.4))
    learnt = (
        Prose(markdown_of_plain(peer_learning(each)), f"Piece {each.number}:") for each in pieces
    )
    return [DocumentSection("Peer reflections", (table, *learnt), holds=PEERS)]


def peer_learning(piece: PortfolioPiece) -> str:
    """Give what was learnt with a peer, without who and when."""
    sources = piece.sources
    words = [
        _without_who(each.words, piece)
        for each in piece.standing.fields
        if sources.get(each.key) is FieldSource.PEER
    ]
    return "\n".join(filter(None, words))


def markdown_of_plain(words: str) -> str:
    """Give plain lines as Markdown: a paragraph each, but for the items of a list."""
    parts: list[str] = []
    for line in plain_as_markdown(words).split("\n"):
        goes_on = parts and _GOES_ON.match(line)
        parts.append(f"\n{line}" if goes_on else f"\n\n{line}")
    return "".join(parts).strip("\n")


def _field(field: FieldWords, piece: PortfolioPiece) -> list[PlacedBlock]:
    source = piece.sources.get(field.key, FieldSource.OWN)
    words, lead = field.words.strip(), f"{field.label}:"
    if source is FieldSource.TITLE and words == piece.standing.title:
        return []  # the heading says it
    if source is FieldSource.PEER:
        return _peer(words, lead, field.key, piece)
    if not words:
        is_missing = field.label in piece.standing.missing
        return [PlacedBlock(Prose("Nothing yet.", lead, is_from_fields=True))] if is_missing else []
    chosen = source in _CHOSEN
    return [PlacedBlock(Prose(markdown_of_plain(words), lead, is_from_fields=chosen), field.key)]


def _peer(words: str, lead: str, key: str, piece: PortfolioPiece) -> list[PlacedBlock]:
    if not words:
        return []
    learnt, who = _without_who(words, piece), _who(piece)
    blocks = [PlacedBlock(Prose(markdown_of_plain(learnt), lead), key)]
    if who:
        # Its day was asked for, not told; the words may tell one.
        talked = Prose(plain_as_markdown(who), "Talked over with:", is_from_fields=True)
        blocks.insert(0, PlacedBlock(talked))
    return blocks


def _who(piece: PortfolioPiece) -> str:
    peer = piece.standing.piece.peer
    if peer is None:
        return ""
    day = plain_date(peer.day) if peer.day else ""
    return ", ".join(filter(None, (peer.role.strip(), day)))


def _without_who(words: str, piece: PortfolioPiece) -> str:
    """Take away the role and the day that the field begins with (app/summary/cpd_fields.py)."""
    who = _who(piece)
    return words.strip().removeprefix(f"{who}. ") if who else words.strip()


def _peer_row(piece: PortfolioPiece) -> tuple[str, ...]:
    peer = piece.standing.piece.peer
    day = plain_date(peer.day) if peer and peer.day else "–"
    when = f"{day} (outside the year)" if piece.standing.peer_is_outside else day
    return str(piece.number), piece.standing.title, (peer.role.strip() if peer else "") or "–", when


def _beside(piece: PortfolioPiece, basis: PortfolioBasis) -> list[Prose]:
    standing, sources = piece.standing, set(piece.sources.values())
    kept, told = standing.piece, []
    if FieldSource.DAY not in sources:
        told.append(("Date:", plain_date(kept.day)))
    if FieldSource.KINDS not in sources and kept.kinds:
        told.append(("Type:", "; ".join(kept.kinds)))
    if FieldSource.HOURS not in sources and kept.hours is not None:
        told.append(("Time:", hours_words(kept.hours)))
    told += _parts(piece, basis)
    submitted = kept.submitted
    if submitted is not None:
        told.append((f"Submitted to {basis.regulator.name}:", plain_date(submitted.day)))
    return [Prose(plain_as_markdown(words), lead, is_from_fields=True) for lead, words in told]


def _parts(piece: PortfolioPiece, basis: PortfolioBasis) -> list[tuple[str, str]]:
    frameworks = (*filter(None, (basis.framework,)), *basis.others)
    found = []
    for framework in frameworks:
        tags = touched(framework, piece)
        if tags:
            words = "; ".join(part_words(framework, tag) for tag in tags)
            suggested = " (suggested, not confirmed)" if piece.standing.is_suggested else ""
            found.append((f"{framework.short}:", f"{words}{suggested}"))
    return found
