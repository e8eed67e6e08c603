"""Kills a real editing session at random moments: for any number of kills.

`killed_while_typing(folder, kills)` gives one Kill each; `python -m tests.faults.typing_trials 200`
prints what was lost.
"""

import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import NoSuchReflection
from tests.faults.child_typing import letters
from tests.workshops import PASSPHRASE, a_desk, a_workshop

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Kill:
    """What one kill left."""

    acknowledged: int  # letters that were said to be saved
    kept: int  # letters that were there at the next opening
    typed: int
    lost_seconds: float  # from the oldest letter that is gone to the kill
    starved_seconds: float  # of these, those in which a thread had to wait for a processor
    is_told: bool  # whether the next opening says that the session was not closed
    troubles: tuple  # what the whole check found


def killed_while_typing(folder, kills, seed=1):
    """Type and be killed; each session goes on in the same journal."""
    a_desk(folder).close()
    chance = random.Random(seed)
    return [_killed(folder, chance.uniform(0.05, 3), number) for number in range(kills)]


def _killed(folder, seconds, number):
    given = [sys.executable, "-m", "tests.faults.child_typing", str(folder), str(number)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=PROJECT, env=environment
    ) as child:
        begun = child.stdout.readline().split()
        assert begun[:1] == [b"begun"], child.stderr.read().decode()[-2000:]
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        killed_at = time.monotonic()
        told = [line.split() for line in child.stdout.read().split(b"\n")[:-1]]
    moments = {int(count): float(at) for what, count, at, _ in told if what == b"typed"}
    waited = {int(count): float(wait) for what, count, _, wait in told if what == b"typed"}
    saved = [int(count) for what, count, *_ in told if what == b"saved"]
    uid, key = begun[1].decode(), begun[2].decode()
    text, is_told, troubles = _left(folder, uid, key)
    assert text == "".join(itertools.islice(letters(), len(text))), "other words than were typed"
    lost = [at for count, at in moments.items() if count > len(text)]
    waits = [wait for count, wait in waited.items() if count > len(text)]
    return Kill(
        max(saved, default=0),
        len(text),
        max(moments, default=0),
        killed_at - min(lost) if lost else 0.0,
        max(waits) - min(waits) if waits else 0.0,
        is_told,
        troubles,
    )


def _left(folder, uid, key):
    vault = a_workshop().unlocking.open(folder, PASSPHRASE)
    try:
        told = vault.left_open
        try:
            text = vault.get(uid).answers[key].value.text
        except NoSuchReflection:
            return "", told is None, vault.trouble()
        return text, told is not None and told.reflection_id == uid, vault.trouble()
    finally:
        vault.close()


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        found = killed_while_typing(Path(home) / "journal", kills)
    print(f"kills {len(found)}")
    print(f"acknowledged letters lost {sum(max(0, k.acknowledged - k.kept) for k in found)}")
    print(f"most typing lost {max(k.lost_seconds for k in found):.2f} s")
    print(f"most waiting for a processor {max(k.starved_seconds for k in found):.2f} s")
    print(f"not told at the next start {sum(not k.is_told for k in found)}")
    print(f"damaged {sum(bool(k.troubles) for k in found)}")


if __name__ == "__main__":
    main()
