"""What the services need for changing keys, named as Protocols; bootstrap hands it in."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.domain.key_change import KeysChanged
from app.domain.progress import SteppedProgress
from app.domain.secret import Secret


class WordsMark(Protocol):
    """Knows whether somebody holds the recovery words of an open journal."""

    def are_confirmed(self) -> bool:
        """Say whether words that were shown were confirmed."""
        ...

    def note_shown(self) -> None:
        """The words of a new journal are about to be shown.

        Raises:
            NotSaved: it could not be noted.
        """
        ...

    def note_confirmed(self) -> None:
        """Somebody has given back words that were asked for.

        Raises:
            NotSaved: it could not be noted.
        """
        ...


class KeyChanger(Protocol):
    """Changes what opens the journal in a folder."""

    def change_passphrase(
        self, folder: Path, secret: Secret, new: str, progress: SteppedProgress
    ) -> KeysChanged:
        """Put a new passphrase into force; the journal may be open meanwhile.

        Raises:
            Cancelled, JournalError: the present passphrase stays in force.
        """
        ...

    def retune(self, folder: Path, passphrase: str, progress: SteppedProgress) -> KeysChanged:
        """Measure this computer anew, and wrap the same passphrase at what it can bear.

        Raises:
            Cancelled, JournalError: nothing was changed.
        """
        ...

    def replace_data_key(
        self, folder: Path, secret: Secret, new_passphrase: str, progress: SteppedProgress
    ) -> tuple[str, ...]:
        """Encrypt the whole journal anew; give the new recovery words. It must be closed.

        Raises:
            Cancelled, JournalError: everything is as before.
        """
        ...

    def old_copies(self, folder: Path) -> tuple[Path, ...]:
        """List the snapshots in a journal's folder that only its earlier recovery words open."""
        ...

    def remove_old_copies(self, folder: Path) -> int:
        """Remove those snapshots; give how many could not be removed."""
        ...
