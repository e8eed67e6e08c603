"""A document that went through the release check; nothing else is written or printed."""

from __future__ import annotations

from dataclasses import dataclass

from app.summary.document import Document


@dataclass(frozen=True, slots=True)
class Released:
    """Made by the release check alone (app/services/release_check.py), or of_no_journal."""

    document: Document

    @classmethod
    def of_no_journal(cls, document: Document) -> Released:
        """Let a document pass on which no word of a journal stands, as a form's questions."""
        return cls(document)
