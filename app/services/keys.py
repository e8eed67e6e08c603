"""Changing the passphrase, making new recovery words, and locking out who knows the old ones."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.errors import SecretError
from app.domain.key_change import KeysChanged
from app.domain.progress import SteppedProgress, unwatched
from app.domain.secret import Passphrase, Secret
from app.services.key_ports import KeyChanger
from app.services.strength import refuse_if_too_easy


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person can do about the keys of a journal."""

    changer: KeyChanger

    def change_passphrase(
        self, folder: Path, secret: Secret, new: str, progress: SteppedProgress = unwatched
    ) -> KeysChanged:
        """Put a new passphrase into force; the same as before is allowed, and told.

        Raises:
            SecretError: the new passphrase is too easy to guess.
            Cancelled, JournalError: the present passphrase stays in force.
        """
        refuse_if_too_easy(new)
        changed = self.changer.change_passphrase(folder, secret, new, progress)
        return replace(changed, is_same_passphrase=_are_same(secret, new))

    def retune(
        self, folder: Path, passphrase: str, progress: SteppedProgress = unwatched
    ) -> KeysChanged:
        """Measure this computer anew, and make guessing the same passphrase as dear as it bears.

        Raises:
            Cancelled, JournalError: nothing was changed.
        """
        return self.changer.retune(folder, passphrase, progress)

    def new_recovery_words(
        self, folder: Path, passphrase: str, progress: SteppedProgress = unwatched
    ) -> tuple[str, ...]:
        """Make new recovery words, to be shown once; the passphrase stays. It must be closed.

        Raises:
            Cancelled, JournalError: everything is as before.
        """
        return self.changer.replace_data_key(folder, Passphrase(passphrase), passphrase, progress)

    def lock_others_out(
        self, folder: Path, secret: Secret, new: str, progress: SteppedProgress = unwatched
    ) -> tuple[str, ...]:
        """Put a new passphrase and new recovery words into force: “I think somebody knows it”.

        The journal must be closed. Who has an old key file and the old passphrase reads no later
        copy of the journal.

        Raises:
            SecretError: the new passphrase is too easy to guess, or is the one that is known.
            Cancelled, JournalError: everything is as before.
        """
        refuse_if_too_easy(new)
        if _are_same(secret, new):
            raise SecretError("That is the passphrase somebody may know. Choose another.")
        return self.changer.replace_data_key(folder, secret, new, progress)

    def old_copies(self, folder: Path) -> tuple[Path, ...]:
        """List the snapshots in the folder that only the earlier recovery words open."""
        return self.changer.old_copies(folder)

    def remove_old_copies(self, folder: Path) -> int:
        """Remove those snapshots; give how many could not be removed."""
        return self.changer.remove_old_copies(folder)


def _are_same(secret: Secret, new: str) -> bool:
    # As the key is derived: however a keyboard composed the letters.
    return isinstance(secret, Passphrase) and _plain(secret.text) == _plain(new)


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)
