"""The pieces of a portfolio as a table for a spreadsheet, in CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

from app.summary.portfolio_data import PieceData, PortfolioData

_BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes the letters for another alphabet
_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"
_Cell = Callable[[PortfolioData, PieceData], Any]
_COLUMNS: dict[str, _Cell] = {
    "Registration year": lambda _, piece: piece.registration_year,
    "Title": lambda _, piece: piece.title,
    "Type": lambda _, piece: piece.type,
    "Date": lambda _, piece: piece.date,
    "Description and relevance": lambda _, piece: piece.description,
    "Learning": lambda _, piece: piece.learning,
    "Impact": lambda _, piece: piece.impact,
    "Discussed with a peer": lambda _, piece: "yes" if piece.peer_discussed else "no",
    "Peer (role only)": lambda _, piece: piece.peer_role,
    "Peer date": lambda _, piece: piece.peer_date or "",
    "Learning from the peer": lambda _, piece: piece.peer_learning,
    "Hours": lambda _, piece: "" if piece.hours is None else f"{piece.hours:g}",
    "Parts": lambda _, piece: "; ".join(piece.parts),
    "Parts are only suggested": lambda _, piece: "yes" if piece.parts_are_suggested else "no",
    "Other tags": lambda _, piece: "; ".join(piece.other_tags),
    "Every field": lambda _, piece: "\n\n".join(
        f"{each.label}: {each.words}" for each in piece.fields
    ),
    "Evidence": lambda _, piece: "\n".join(piece.evidence),
    "Submitted on": lambda _, piece: piece.submitted_on or "",
    "Exported on": lambda data, _: data.exported_on,
    "Identifier check": lambda data, _: data.identifier_check,
}
COLUMNS = tuple(_COLUMNS)


def sheet(data: PortfolioData) -> bytes:
    """Give the table: a row for each piece, in UTF-8 with its mark, every cell in quotes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for piece in data.pieces:
        writer.writerow([guarded(str(cell(data, piece))) for cell in _COLUMNS.values()])
    return f"{_BYTE_ORDER_MARK}{text.getvalue()}".encode()


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet runs: an apostrophe stands before what it would run."""
    first = cell.lstrip(" \n")
    return f"{_GUARD}{cell}" if first.startswith(_RUNS) else cell
