"""What a person wants a new data key for; the journal is closed before it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.progress import SteppedProgress
from app.domain.secret import Passphrase, Secret
from app.services.keys import Keys


@dataclass(frozen=True, slots=True)
class NewKeyWish:
    """The journal's folder, what opens it now, and the new passphrase, if it is to change."""

    folder: Path
    secret: Secret = field(repr=False)
    new_passphrase: str = field(default="", repr=False)

    @property
    def passphrase(self) -> str:
        """The passphrase that opens the journal afterwards."""
        if self.new_passphrase or not isinstance(self.secret, Passphrase):
            return self.new_passphrase
        return self.secret.text

    def fulfil(self, keys: Keys, progress: SteppedProgress) -> tuple[str, ...]:
        """Make the new key; give the new recovery words.

        Raises:
            Cancelled, SecretError, JournalError: everything is as before.
        """
        if self.new_passphrase:
            return keys.lock_others_out(self.folder, self.secret, self.new_passphrase, progress)
        return keys.new_recovery_words(self.folder, self.passphrase, progress)
