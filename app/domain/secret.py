"""What opens a journal: the passphrase, or the 24 recovery words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What the person chose. It is never shown, not even in a traceback."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryWords:
    """The 24 words from paper, with spaces between."""

    text: str = field(repr=False)


Secret = Passphrase | RecoveryWords
