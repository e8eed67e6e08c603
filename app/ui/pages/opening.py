"""One journal on its way to being open, so that none stays open that nobody took."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import JournalError

if TYPE_CHECKING:
    from app.domain.older_journal import OlderJournal
    from app.services.workshop import Desk, Workshop


class Opening:
    """Runs on the lane; the page takes the desk, or leaves and has it closed again."""

    def __init__(self, workshop: Workshop, folder: Path) -> None:
        """Nothing is open yet."""
        self._workshop = workshop
        self.folder = folder
        self._desk: Desk | None = None
        self.warning: OlderJournal | None = None

    def create(self, passphrase: str) -> tuple[str, ...]:
        """Make the journal; give its recovery words.

        Raises:
            SecretError: the passphrase is too easy to guess.
            JournalError: it cannot be made there.
        """
        vault, words = self._workshop.unlocking.create(self.folder, passphrase)
        self._desk = self._workshop.desk(vault)
        with contextlib.suppress(JournalError):  # the journal is there, and its words are shown
            vault.words_mark.note_shown()
        return words

    def open(self, passphrase: str) -> Opening:
        """Open the journal by its passphrase.

        Raises:
            JournalError: one of its kinds.
        """
        vault = self._workshop.unlocking.open(self.folder, passphrase)
        self._desk, self.warning = self._workshop.desk(vault), vault.warning
        return self

    def open_confirmed(self, passphrase: str) -> Opening:
        """Open the journal by its passphrase, and note that its recovery words were confirmed.

        Raises:
            JournalError: one of its kinds.
        """
        opening = self.open(passphrase)
        if self._desk is not None:
            confirm_words(self._desk)
        return opening

    def open_with_words(self, words: str) -> Opening:
        """Open the journal by its recovery words.

        Raises:
            JournalError: one of its kinds.
        """
        vault = self._workshop.unlocking.open_with_words(self.folder, words)
        self._desk, self.warning = self._workshop.desk(vault), vault.warning
        return self

    def accept_as_newest(self) -> None:
        """Go on with this journal in spite of its warning."""
        if self._desk is not None:
            self._desk.vault.accept_as_newest()

    def hand_over(self) -> Desk | None:
        """Give the desk away, once; from now on whoever takes it closes it."""
        desk, self._desk = self._desk, None
        return desk

    def abandon(self) -> None:
        """Close what was opened and not taken."""
        desk = self.hand_over()
        if desk is not None:
            desk.close()


def confirm_words(desk: Desk) -> None:
    """Note that the recovery words were confirmed; where it cannot be noted, home asks again."""
    with contextlib.suppress(JournalError):
        desk.vault.words_mark.note_confirmed()
