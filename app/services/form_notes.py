"""The person's own lines beside a form: signposts for a bad day, local procedures, phone lines."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.ports import Vault

MOST_CHARACTERS = 4_000
_NAME = "form_note:"


@dataclass(frozen=True, slots=True)
class FormNotes:
    """Kept inside the vault, one text for each form; every reflection on the form shows it."""

    vault: Vault

    def of(self, form_id: str) -> str:
        """Give the lines beside a form, or nothing."""
        return self.vault.preference(_NAME + form_id) or ""

    def keep(self, form_id: str, text: str) -> None:
        """Keep other lines; what is longer than MOST_CHARACTERS is the caller's to prevent.

        Raises:
            NotSaved: the lines are as they were.
            ValueError: the text is too long.
        """
        if len(text) > MOST_CHARACTERS:
            raise ValueError("these lines are too long")
        self.vault.set_preference(_NAME + form_id, text.strip())
