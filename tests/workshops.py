"""Real services on real files for tests: only the clock stands still, and keys are cheap."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app import bootstrap
from app.services.unlocking import Unlocking
from app.vault.kdf import KdfCost
from app.vault.keeper import Keeper

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
    keeper = Keeper(CHEAP, floor_checked=False)
    return replace(
        bootstrap.build_workshop(), unlocking=Unlocking(keeper), clock=clock or FixedClock()
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
