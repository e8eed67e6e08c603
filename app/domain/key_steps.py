"""The steps of changing keys, in the order in which they are taken.

Deriving a key from a passphrase cannot be interrupted, so stopping takes effect between two steps.
"""

from __future__ import annotations

from app.domain.progress import Step
from app.domain.secret import Passphrase, Secret

MEASURING = Step("Measuring this computer")
MAKING = Step("Making the new key")
PROVING = Step("Opening the new key, to be sure of it")
ENCRYPTING = Step("Encrypting the journal anew")
READING_BACK = Step("Reading it back")
PUTTING_INTO_FORCE = Step("Putting the new key into force", can_stop=False)


def checking(secret: Secret) -> Step:
    """Name the first step after what opens the journal."""
    if isinstance(secret, Passphrase):
        return Step("Checking the passphrase")
    return Step("Checking the recovery words")
