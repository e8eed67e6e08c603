"""What is told of changed keys, once they have changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

# Said after a new passphrase, which alone does not change what encrypts the journal.
OLD_COPIES_STILL_OPEN = (
    "Backups and copies of the folder made before now still open with the earlier passphrase. "
    "If somebody may know it, replace the key as well: choose “I think somebody knows it”."
)
# Said after new recovery words, which are a new data key.
OLD_COPIES_AND_OLD_WORDS = (
    "The earlier recovery words no longer open this journal. Backups, snapshots and copies of the "
    "folder made before now still open with them and with the passphrase of that time. "
    "Make a new backup now, then delete the old ones."
)
SECOND_COPY_WAITS = (
    "The new passphrase is in force. The second copy of the key file could not be written; "
    "it is repaired when the journal is next opened."
)


class GuessCost(Enum):
    """What became of the cost of guessing the passphrase."""

    KEPT = auto()
    RAISED = auto()
    LOWERED = auto()


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """A change of the key files that has happened."""

    guess_cost: GuessCost
    memory_mib: int
    is_second_copy_written: bool = True
    is_same_passphrase: bool = False

    def words(self) -> tuple[str, ...]:
        """Say what is in force now."""
        told = ["The new passphrase is in force."]
        if self.is_same_passphrase:
            told = ["The passphrase is the same as before; it was wrapped anew."]
        if not self.is_second_copy_written:
            told = [SECOND_COPY_WAITS]
        return (*told, OLD_COPIES_STILL_OPEN)

    def cost_words(self) -> str:
        """Say what a guess of the passphrase costs now."""
        each = f"each guess of the passphrase takes {self.memory_mib} MB of memory"
        if self.guess_cost is GuessCost.RAISED:
            return f"This computer can do more than before: {each} now."
        if self.guess_cost is GuessCost.LOWERED:
            return f"Opening took this computer over three seconds. It is quicker now: {each}."
        return f"Nothing needed to change: {each}, as before."
