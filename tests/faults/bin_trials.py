"""A journal killed while its bin is being emptied: all of it is there, or all of it is gone."""

import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date

from app.domain.finding import Search
from app.domain.progress import unwatched
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection, cheap_keeper

REFLECTIONS, BINNED = 40, 12
_PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
EMPTIER = textwrap.dedent("""
    import sys
    from datetime import timedelta
    from pathlib import Path
    from app.domain.progress import unwatched
    from tests.unit.vault.samples import MORNING, PASSPHRASE, cheap_keeper
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    ids = [entry.id for entry in vault.bin.entries()]
    print("open", flush=True)
    sys.stdin.readline()
    vault.bin.empty(ids, MORNING + timedelta(days=40))
    print("emptied", flush=True)
    vault.bin.sweep(unwatched)
    print("swept", flush=True)
""")


def made_with_a_full_bin(folder):
    """Make a journal with a part of its reflections in the bin."""
    vault, _ = cheap_keeper().create(folder, PASSPHRASE)
    for number in range(REFLECTIONS):
        text = f"marker{number} " + "word " * (number * 53 % 700)
        vault.put(a_reflection(f"r{number}", text, minutes=number))
    for number in range(REFLECTIONS):
        vault.follow_ups.set(f"r{number}", date(2026, 6, 2), MORNING)
    for number in range(BINNED):
        vault.bin.put(f"r{number}", MORNING)
    vault.close()


def killed_while_emptying(pattern, folder, trials, seed=1):
    """Kill so many programs at random moments; give how each was found."""
    chance, found = random.Random(seed), []
    longest = 0.02
    for _ in range(trials):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(pattern, folder)
        given = [sys.executable, "-c", EMPTIER, str(folder)]
        with subprocess.Popen(given, **_PIPES) as emptier:
            emptier.stdout.readline()
            _tell_to_go_on(emptier)
            begun = time.monotonic()
            time.sleep(chance.uniform(0, longest))
            emptier.send_signal(signal.SIGKILL)
            told = emptier.stdout.read()
        if "swept" in told:
            longest = max(0.005, longest * 0.8)
        elif "emptied" not in told:
            longest = min(0.5, longest * 1.3 + (time.monotonic() - begun) / 50)
        found.append(found_after(folder, told))
    return found


def killed_after(told, pattern, folder):
    """Kill one program once it has told so much ("open", "emptied" or "swept"), and not before."""
    shutil.copytree(pattern, folder)
    with subprocess.Popen([sys.executable, "-c", EMPTIER, str(folder)], **_PIPES) as emptier:
        said = emptier.stdout.readline()
        if told != "open":
            _tell_to_go_on(emptier)
        while told not in said:
            said += emptier.stdout.readline()
        emptier.send_signal(signal.SIGKILL)
        said += emptier.stdout.read()
    return found_after(folder, said)


def _tell_to_go_on(emptier):
    emptier.stdin.write("\n")
    emptier.stdin.flush()


def found_after(folder, told):
    """Open the journal again, see that it is whole, and say what became of its bin."""
    vault = cheap_keeper().open(folder, PASSPHRASE)
    try:
        assert vault.trouble() == ()
        left = len(vault.bin.entries())
        kept = vault._database.rows("SELECT reflection_uid FROM follow_up")
        assert len(kept) == REFLECTIONS - BINNED + left, "a follow-up goes with its reflection"
        assert left in (0, BINNED)
        assert left == 0 or "emptied" not in told
        assert vault.find(Search()).in_journal == REFLECTIONS - BINNED
        if left:
            vault.bin.take_back("r3", MORNING)
            assert vault.get("r3").answers["what_happened"].value.text.startswith("marker3 ")
            return "all there"
        was_swept = not vault.bin.is_unswept()
        vault.bin.sweep(unwatched)
        rows = vault._database.rows("SELECT content FROM revision WHERE content IS NOT NULL")
        assert rows == []
        return "gone and swept" if was_swept else "gone, traces left for the next opening"
    finally:
        vault.close()
