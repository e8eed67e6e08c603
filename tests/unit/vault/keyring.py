"""A keeper and the changes of keys that share what is open, with cheap keys."""

from dataclasses import dataclass, field

from app.domain.errors import Cancelled
from app.vault.keeper import Keeper
from app.vault.key_changes import KeyChanges
from app.vault.open_journals import OpenJournals
from app.vault.seen_heads import SeenHeads
from tests.unit.vault.samples import CHEAP


def keeper_and_changes(seen_folder=None, cost=CHEAP):
    open_journals = OpenJournals()
    seen_heads = SeenHeads(seen_folder) if seen_folder else None
    keeper = Keeper(CHEAP, floor_checked=False, open_journals=open_journals, seen_heads=seen_heads)
    return keeper, KeyChanges(open_journals, cost, floor_checked=False)


@dataclass
class Noted:
    """A progress that notes what it is told, and stops the work at one of its calls."""

    stops_at: int | None = None
    shares: list = field(default_factory=list)
    steps: list = field(default_factory=list)

    def __call__(self, share, step=None):
        self.shares.append(share)
        self.steps.append(step)
        if len(self.shares) - 1 == self.stops_at:
            raise Cancelled
