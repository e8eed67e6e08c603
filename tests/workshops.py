"""Real services on real files for tests: only the clock stands still, and keys are cheap."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app import bootstrap
from app.data_folder import data_folder
from app.services.backups import Backups
from app.services.keys import Keys
from app.services.repairing import Repairing
from app.services.unlocking import Unlocking
from app.vault.kdf import KdfCost
from app.vault.keeper import Keeper
from app.vault.key_changes import KeyChanges
from app.vault.open_journals import OpenJournals
from app.vault.restoring import Restorer
from app.vault.salvage import Salvage
from app.vault.seen_heads import SeenHeads

PASSPHRASE = "lantern under the slow grey bridge"
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


@dataclass
class FixedClock:
    """Stands still until a test moves it."""

    moment: datetime = datetime(2026, 10, 22, 18, 42, tzinfo=UTC)

    def now(self):
        return self.moment


def a_workshop(clock=None):
    """Join the real parts with cheap keys and a clock that stands still."""
    open_journals, seen_heads = OpenJournals(), SeenHeads(data_folder() / "seen")
    keeper = Keeper(CHEAP, floor_checked=False, open_journals=open_journals, seen_heads=seen_heads)
    clock = clock or FixedClock()
    workshop = bootstrap.build_workshop()
    salvage = Salvage(open_journals, floor_checked=False, seen_heads=seen_heads)
    return replace(
        workshop,
        repairing=Repairing(salvage, workshop.shelf),
        unlocking=Unlocking(keeper),
        keys=Keys(KeyChanges(open_journals, CHEAP, floor_checked=False)),
        clock=clock,
        backups=Backups(Restorer(floor_checked=False, seen_heads=seen_heads), clock),
    )


def a_desk(folder, workshop=None):
    """Make and open an empty journal in a new folder."""
    workshop = workshop or a_workshop()
    vault, _ = workshop.unlocking.create(folder, PASSPHRASE)
    return workshop.desk(vault)


def a_sample_desk(folder, workshop=None):
    """Make and open a journal filled with the sample reflections."""
    workshop = workshop or a_workshop()
    desk = a_desk(folder, workshop)
    workshop.fill_sample(desk)
    return desk
