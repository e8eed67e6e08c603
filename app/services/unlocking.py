"""Making, opening and trying journals."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from app.services.keeper_ports import VaultKeeper
from app.services.ports import Vault
from app.services.strength import refuse_if_too_easy


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The ways into a journal."""

    keeper: VaultKeeper

    def create(self, folder: Path, passphrase: str) -> tuple[Vault, tuple[str, ...]]:
        """Make a journal; give it open, with the 24 recovery words that are shown once.

        Raises:
            SecretError: the passphrase is too easy to guess.
            JournalError: the journal cannot be made there; nothing half-made is left.
        """
        refuse_if_too_easy(passphrase)
        return self.keeper.create(folder, passphrase)

    def discard(self, folder: Path) -> None:
        """Remove a journal that was made just now and whose recovery words nobody has seen."""
        shutil.rmtree(folder, ignore_errors=True)

    def open(self, folder: Path, passphrase: str) -> Vault:
        """Open a journal by its passphrase.

        Raises:
            JournalError: one of its kinds.
        """
        return self.keeper.open(folder, passphrase)

    def open_with_words(self, folder: Path, words: str) -> Vault:
        """Open a journal by its recovery words.

        Raises:
            JournalError: one of its kinds.
        """
        return self.keeper.open_with_words(folder, words)

    def is_journal(self, folder: Path) -> bool:
        """Say whether a folder looks like a journal."""
        return self.keeper.is_journal(folder)
