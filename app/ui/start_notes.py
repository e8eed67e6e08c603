"""What the status line says at a start that a lock led to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.replacing import KEYS_CHANGING, WORDS_UNSEEN


def words_of_note(note: str) -> str:
    """Say it in words; a bug's kind is a name from the code, never content."""
    if note == WORDS_UNSEEN:
        return QCoreApplication.translate(
            "Window",
            "The recovery words were not confirmed before this journal was locked. Open it with "
            "its passphrase and make new words in Settings.",
        )
    if note == KEYS_CHANGING:
        return QCoreApplication.translate(
            "Window",
            "The passphrase was being changed when Afterword locked: if the new one does not open "
            "the journal, the one before it does.",
        )
    words = QCoreApplication.translate(
        "Window",
        "Something went wrong inside Afterword ({kind}). What was saved is safe; the journal was "
        "locked.",
    )
    return words.format(kind=note)
