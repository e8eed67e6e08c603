"""What hangs on a reflection in tables of their own, and goes when it is gone for good."""

from __future__ import annotations

from app.vault.connection import Database

_FORGET = (
    "DELETE FROM link WHERE one_uid = ?",
    "DELETE FROM link WHERE other_uid = ?",
    "DELETE FROM follow_up WHERE reflection_uid = ?",
    "DELETE FROM follow_up WHERE answered_uid = ? AND due_on = '' AND closed_at = ''",
    # That somebody looked again stays true; where, nobody can read any more.
    "UPDATE follow_up SET answered_uid = '' WHERE answered_uid = ?",
    "DELETE FROM imported WHERE reflection_uid = ?",
    # Other words for its answers on the summary (app/services/kept_wording.py).
    "DELETE FROM preference WHERE name = 'summary_wording/' || ?",
    # Its people key and what was decided about names in it (app/services/people_key.py).
    "DELETE FROM preference WHERE name = 'people_key/' || ?",
    "DELETE FROM preference WHERE name = 'identifier_decisions/' || ?",
    # Its CPD piece, with what was submitted (app/services/cpd_pieces.py).
    "DELETE FROM preference WHERE name = 'cpd_piece/' || ?",
    # How many of its versions came of other names for themes (app/vault/renaming.py).
    "DELETE FROM preference WHERE name = 'renamed_in/' || ?",
)
# What serves an undo only. The name of a source is a person's own words, and goes with the last
# reflection that came from it.
_FORGET_OF_IMPORTS = (
    """
DELETE FROM preference WHERE substr(name, 1, 12) = 'import_name/'
AND substr(name, 13) NOT IN (SELECT import_uid FROM imported)
""",
    """
DELETE FROM preference WHERE substr(name, 1, 11) = 'renamed_in/'
AND substr(name, 12) IN (SELECT reflection_uid FROM imported WHERE import_uid = '')
""",
)


def forget_belongings(database: Database, uid: str) -> None:
    """Remove what hangs on a reflection that is gone for good; within a transaction."""
    for statement in _FORGET:
        database.run(statement, (uid,))


def forget_ended_imports(database: Database) -> None:
    """Remove what is kept for undoing what cannot be undone any more; within a transaction."""
    for statement in _FORGET_OF_IMPORTS:
        database.run(statement)
