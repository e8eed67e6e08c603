"""Key files that ask for too much are refused at once, in little memory, wherever they are read."""

import hashlib
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.vault import kdf, key_file
from app.vault.kdf import KdfCost
from tests.unit.vault.samples import PASSPHRASE, cheap_keeper

MOST_MEMORY_MIB = 100
MOST_SECONDS = 0.05

OPENING = textwrap.dedent("""
    import re, sys, time
    from pathlib import Path
    from app.domain.errors import JournalError
    from app.domain.secret import Passphrase
    from tests.unit.vault.keyring import keeper_and_changes
    folder = Path(sys.argv[1])
    keeper, changes = keeper_and_changes()
    for way in (
        lambda: keeper.open(folder, "x"),
        lambda: changes.change_passphrase(folder, Passphrase("x"), "y"),
        lambda: changes.replace_data_key(folder, Passphrase("x"), "y"),
    ):
        started = time.perf_counter()
        try:
            way()
        except JournalError as error:
            print(type(error).__name__, time.perf_counter() - started)
    # Not by getrusage: its figure outlives exec, and would be that of the tests themselves.
    status = Path("/proc/self/status").read_text()
    print("memory", int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1024)
""")


def with_cost(plain, **cost):
    plain["slots"][0].update(cost)
    return resummed(plain)


def resummed(plain):
    rest = {name: value for name, value in plain.items() if name != "sum"}
    canonical = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return json.dumps({**rest, "sum": hashlib.sha256(canonical.encode()).hexdigest()}).encode()


def huge(_plain):
    return None


HOSTILE = {
    "1 GiB of slots": huge,
    "64 GiB of memory": lambda plain: with_cost(plain, m=64 * 1024 * 1024),
    "1 GiB and four passes": lambda plain: with_cost(plain, m=1024 * 1024, t=4),
    "just over 1 GiB": lambda plain: with_cost(plain, m=1024 * 1024 + 1, t=1),
    "2^31 passes": lambda plain: with_cost(plain, t=2**31),
    "17 passes": lambda plain: with_cost(plain, t=17),
    "2^24 lanes": lambda plain: with_cost(plain, p=2**24),
    "17 lanes": lambda plain: with_cost(plain, p=17, m=1024),
    "no lanes": lambda plain: with_cost(plain, p=0),
    "less than nothing": lambda plain: with_cost(plain, m=-1),
    "two slots": lambda plain: resummed({**plain, "slots": plain["slots"] * 2}),
    "nine slots": lambda plain: resummed({**plain, "slots": plain["slots"] * 9}),
    "no slots": lambda plain: resummed({**plain, "slots": []}),
    "one byte over 16 KiB": lambda plain: resummed(plain).ljust(key_file.LARGEST_BYTES + 1),
    "deeply nested": lambda _plain: b"[" * 16_000,
    "a number of 5,000 digits": lambda _plain: b'{"gen": ' + b"9" * 5000 + b"}",
}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "journal"
    cheap_keeper().create(folder, PASSPHRASE)[0].close()
    return folder


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no such figures here")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_key_file_costs_neither_time_nor_memory(pattern, name):
    plain = json.loads(pattern.joinpath("keys-copy.json").read_text())
    kept = {each: (pattern / each).read_bytes() for each in key_file.NAMES}
    data = HOSTILE[name](plain)
    try:
        # Also in the place of keys that are only there while the data key is replaced.
        for each in (*key_file.NAMES, "keys-next.json"):
            with (pattern / each).open("wb") as file:
                if data is None:
                    file.write(b'{"slots": [')
                    file.truncate(1 << 30)
                else:
                    file.write(data)
        given = [sys.executable, "-c", OPENING, str(pattern)]
        told = subprocess.run(given, capture_output=True, text=True, check=True).stdout.split("\n")
    finally:
        (pattern / "keys-next.json").unlink(missing_ok=True)
        for each, bytes_ in kept.items():
            (pattern / each).write_bytes(bytes_)
    assert len(told) == 5, told
    for line in told[:3]:
        kind, seconds = line.split()
        assert kind == "JournalDamaged"
        assert float(seconds) < MOST_SECONDS
    assert float(told[3].split()[1]) < MOST_MEMORY_MIB


def test_the_limits_leave_twice_of_what_is_ever_written():
    gib = 1024 * 1024
    bearable = [(19 * 1024, 1, 1), (gib, 3, 16), (192 * 1024, 16, 4), (64 * 1024, 3, 4)]
    unbearable = [(gib + 1, 1, 1), (gib, 4, 1), (64 * 1024, 17, 1), (64 * 1024, 3, 17)]
    unbearable += [(64 * 1024, 0, 1), (64 * 1024, 1, 0), (0, 1, 1), (193 * 1024, 16, 4)]
    assert all(KdfCost(*each).is_bearable() and KdfCost(*each).is_strong() for each in bearable)
    assert not any(KdfCost(*each).is_bearable() for each in unbearable)
    assert not KdfCost(19 * 1024 - 1, 1, 1).is_strong()


def test_whatever_is_written_here_is_opened_also_beside_another_copy():
    dearest = KdfCost(max(kdf._CALIBRATION_MIB) * 1024)
    assert dearest.is_bearable()
    assert 2 * dearest.kib_passes <= kdf.MOST_KIB_PASSES
