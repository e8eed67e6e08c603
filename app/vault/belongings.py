"""What hangs on a reflection in tables of their own, and goes when it is gone for good."""

from __future__ import annotations

from app.vault.connection import Database

_FORGET = (
    "DELETE FROM link WHERE one_uid = ?",
    "DELETE FROM link WHERE other_uid = ?",
    "DELETE FROM follow_up WHERE reflection_uid = ?",
    # That somebody looked again stays true; where, nobody can read any more.
    "UPDATE follow_up SET answered_uid = '' WHERE answered_uid = ?",
    "DELETE FROM imported WHERE reflection_uid = ?",
    # Other words for its answers on the summary (app/services/kept_wording.py).
    "DELETE FROM preference WHERE name = 'summary_wording/' || ?",
)


def forget_belongings(database: Database, uid: str) -> None:
    """Remove what hangs on a reflection that is gone for good; within a transaction."""
    for statement in _FORGET:
        database.run(statement, (uid,))
