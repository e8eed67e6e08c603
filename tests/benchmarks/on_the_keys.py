"""Changing the passphrase, snapshots and backups: over real files, as the window does them."""

from pathlib import Path

from app.domain.secret import Passphrase
from app.vault.kdf import KdfCost, derived_key
from app.vault.key_file import parse
from tests.benchmarks.journals import PASSPHRASE
from tests.benchmarks.measuring import Samples, by_addition, only_told, timed

_MOST_AROUND_DERIVATIONS_MS = 150
_DERIVATIONS = 3  # to open, to wrap, and to prove that what was wrapped opens


def passphrase_rows(workshop, journal, rounds):
    """Compare a change of the passphrase with the key derivations that it takes."""
    secret, floor, ours = Passphrase(PASSPHRASE), [], []
    for _ in range(rounds):
        ours.append(timed(lambda: workshop.keys.change_passphrase(
            journal.folder, secret, PASSPHRASE))[1])  # fmt: skip
        cost = parse((journal.folder / "keys.json").read_bytes()).slots[0].cost
        once = timed(lambda cost=cost: derived_key(PASSPHRASE, bytes(16), cost))[1]
        measuring = timed(lambda: derived_key("", bytes(16), KdfCost()))[1]
        floor.append(_DERIVATIONS * once + measuring)
    what = "changing the passphrase (its Argon2id: open, wrap, prove, and measure)"
    derivations, changing = Samples(tuple(floor)).median, Samples(tuple(ours)).median
    return [by_addition(what, derivations, changing, _MOST_AROUND_DERIVATIONS_MS)]


def copy_rows(workshop, desk, journal):
    """Tell how long a snapshot and a backup of the whole journal take."""
    size = f"{journal.size:,}"
    copied, copying_ms = timed(lambda: workshop.backups.begin_snapshot(desk.vault))
    _, settling_ms = timed(lambda: copied.settle(lambda _share: None))
    target = Path(journal.folder).parent / "bench.afterword-backup"
    _, backup_ms = timed(lambda: workshop.backups.back_up(desk.vault, target, replaces=True))
    target.unlink()
    return [
        only_told(f"snapshot, {size}: copied on the lane", copying_ms, "ms"),
        only_told("  proved beside it", settling_ms, "ms"),
        only_told(f"backup, {size}: written, read back and checked", backup_ms, "ms"),
    ]
