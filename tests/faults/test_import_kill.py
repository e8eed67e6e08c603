"""A journal killed while much comes in or goes out again holds all of it, or nothing."""

import random
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from app.domain.finding import Search
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, cheap_keeper

COUNT = 120
WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from app.domain.arrivals import Arrival
    from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection, cheap_keeper
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    count, number, told = int(sys.argv[2]), int(sys.argv[3]), set()

    def tell(share):
        if not told:
            told.add(1)
            print("under way", flush=True)

    while True:
        last = vault.imports.last()
        if last is not None:
            vault.imports.undo(last.id, MORNING, tell)
            print("out", flush=True)
        else:
            made = [a_reflection(f"i{number}-{n}", f"w{n}x " * 60, minutes=n) for n in range(count)]
            arrivals = [Arrival(each, bytes([n]) * 32) for n, each in enumerate(made)]
            vault.imports.put(f"import {number}", "notes", arrivals, MORNING, tell)
            print("in", flush=True)
        told.clear()
        number += 1
""")


@pytest.mark.slow
def test_what_comes_in_or_goes_out_does_so_wholly_or_not_at_all(tmp_path):
    folder, chance = tmp_path / "journal", random.Random(11)
    vault = cheap_keeper().create(folder, PASSPHRASE)[0]
    vault.keep_form(a_form())
    vault.put(a_reflection("before", "A door."))
    vault.close()
    seen = set()
    for round_ in range(16):
        given = [sys.executable, "-c", WRITER, str(folder), str(COUNT), str(1000 * round_)]
        with subprocess.Popen(given, stdout=subprocess.PIPE, text=True) as writer:
            first = writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.5))
            writer.send_signal(signal.SIGKILL)
            lines = (first + writer.stdout.read()).splitlines()
        is_in = held(folder)
        seen.add(is_in)
        done = [line for line in lines if line in ("in", "out")]
        if done and lines[-1] == done[-1]:  # killed before the next had stored anything
            assert is_in == (done[-1] == "in")
    assert seen == {True, False}


def held(folder):
    """Say whether all is in; anything between is a fault."""
    vault = cheap_keeper().open(folder, PASSPHRASE)
    try:
        found = vault.find(Search(limit=2 * COUNT)).outlines
        last = vault.imports.last()
        assert len(found) in (1, COUNT + 1)
        assert "before" in {each.id for each in found}
        assert (last is not None) == (len(found) > 1)
        assert last is None or len(last.reflection_ids) == COUNT
        assert vault.find(Search(words="w7x")).total == (len(found) > 1)
        assert vault.trouble() == ()
        return last is not None
    finally:
        vault.close()
