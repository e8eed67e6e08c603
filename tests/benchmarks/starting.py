"""Start, unlocking and memory: whole processes, as a person has them."""

import json
import statistics

from tests.benchmarks.measuring import Samples, by_addition, by_limit, by_ratio, only_told

_MOST_START, _MOST_AFTER_DERIVATION_MS, _MOST_MEMORY = 1.3, 150, 2
_MOST_LOCKING_MS = 500


def start_rows(children, journal, rounds):
    """Compare the start of the program with that of a bare window."""
    bare, ours = [], []
    # One round more: the first one finds nothing compiled and nothing in the system's cache.
    for _ in range(rounds + 1):
        bare.append(children.run("child_bare")[0])
        ours.append(children.run("child_start", journal.folder)[0])
    floor, start = Samples(tuple(bare[1:])), Samples(tuple(ours[1:]))
    what = "start to first paint of the unlock page (bare window)"
    return [by_ratio(what, floor.median, start.median, _MOST_START)]


def unlock_rows(children, journal, rounds):
    """Compare unlocking with the one key derivation in it, and give what was held in memory."""
    told = [json.loads(children.run("child_unlock", journal.folder)[1][0]) for _ in range(rounds)]
    derivation = statistics.median(each["derivation_ms"] for each in told)
    rest = statistics.median(each["unlock_ms"] - each["derivation_ms"] for each in told)
    what = f"passphrase to home painted, {journal.size:,} (its Argon2id)"
    row = by_addition(what, derivation, derivation + rest, _MOST_AFTER_DERIVATION_MS)
    return [row], {key: statistics.median(each[key] for each in told) for key in told[0]}


def lock_rows(children, journal, rounds):
    """Time a lock until the new unlock page is painted in the process that replaced this one."""
    children.run("child_lock", journal.folder)  # the first finds nothing in the system's cache
    told = [float(children.run("child_lock", journal.folder)[1][0]) for _ in range(rounds)]
    what = f"lock to the new unlock page painted, {journal.size:,}"
    return [by_limit(what, statistics.median(told), _MOST_LOCKING_MS)]


def memory_rows(children, journal, held):
    """Compare what is held with home shown with what a bare window holds."""
    bare = float(children.run("child_bare")[1][1])
    size = f"{journal.size:,}"
    peak = held["unlock_peak_mib"]
    return [
        by_ratio(
            f"memory, home shown, {size} (bare window)",
            bare,
            held["home_peak_mib"],
            _MOST_MEMORY,
            unit="MiB",
        ),
        only_told("  of that before unlocking", held["locked_mib"], "MiB"),
        only_told("  Argon2id's share while unlocking", peak - held["locked_mib"], "MiB"),
    ]
