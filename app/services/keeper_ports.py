"""What the services need to make and open vaults, named as a Protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.services.ports import Vault


class VaultKeeper(Protocol):
    """Makes and opens vaults."""

    def create(self, folder: Path, passphrase: str) -> tuple[Vault, tuple[str, ...]]:
        """Make a journal in a new or empty folder; give it open, with its 24 recovery words.

        Raises:
            JournalExists: the folder holds something already.
            NotSaved: the folder cannot be written; nothing half-made is left.
        """
        ...

    def open(self, folder: Path, passphrase: str) -> Vault:
        """Open a journal.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        ...

    def open_with_words(self, folder: Path, words: str) -> Vault:
        """Open a journal by its 24 recovery words, written with spaces between.

        Raises:
            JournalError: one of its kinds, each a different sentence.
        """
        ...

    def is_journal(self, folder: Path) -> bool:
        """Say whether the folder looks like a journal."""
        ...
