"""The part of a summary that is written by hand in the session: what is agreed, and who signs."""

from __future__ import annotations

from app.summary.document import DocumentSection, Signatures, Table, Tick

_ROWS_FOR_ACTIONS = 4
_ROWS_FOR_DECISIONS = 2


def agreed_sections() -> tuple[DocumentSection, ...]:
    """Give the part that is written by hand in the session."""
    actions = Table(
        ("What", "Who", "By when", "On the child’s record"),
        tuple(("", "", "", Tick.OPEN) for _ in range(_ROWS_FOR_ACTIONS)),
        (5, 2, 1.5, 1.5),
    )
    decisions = Table(
        ("Decision", "Reason"), tuple(("", "") for _ in range(_ROWS_FOR_DECISIONS)), (1, 1)
    )
    following = Table(("Next supervision: date and time", "Place"), (("", ""),), (1, 1))
    return (
        DocumentSection("Agreed actions", (actions,)),
        DocumentSection("Decisions and reasons", (decisions, following)),
        DocumentSection("Signatures", (Signatures(("Supervisee", "Supervisor")),)),
    )
