"""Runs one part of one attack, in whichever process it is handed to."""

import os
import tempfile
from pathlib import Path

from tests.faults import breaking
from tests.faults.attacks import Result, reason_of
from tests.faults.rows import ATTACKS

_IN_MEMORY = Path("/dev/shm")


def run_part(name, trials, seed, *, is_broken=False):
    """Run it in a folder of its own; give its name and what came of it."""
    attack = next(each for each in ATTACKS if each.name == name)
    result = Result()
    with tempfile.TemporaryDirectory(prefix="faults-", dir=_scratch()) as folder:
        try:
            if is_broken:
                breaking.break_for(name)
            result = attack.run(Path(folder), trials, seed)
        except Exception as error:
            result.fail(f"{name}, seed {seed}: the attack itself ended: {reason_of(error)}")
    return name, result


def _scratch():
    """Prefer a disk in memory: none of this is to last, and forcing it to a disk takes long."""
    return _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
