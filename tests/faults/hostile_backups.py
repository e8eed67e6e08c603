"""Hostile backups, many to one process, whose memory is measured: refused at once, nothing left."""

import os
import random
import re
import subprocess
import sys
import tempfile
import textwrap
import time
import zipfile
from pathlib import Path

from app.domain.errors import BackupDamaged
from app.domain.progress import unwatched
from tests.faults.attacks import Result, reason_of
from tests.unit.vault.backups import SECRET, a_restorer, backed_up, written
from tests.unit.vault.samples import PASSPHRASE, cheap_keeper
from tests.unit.vault.test_hostile_backups import framed, stored

MOST_MEMORY_MIB = 100
MOST_SECONDS = 2
_NAMES = ("keys.json", "journal.db", "manifest.json")
_EVIL = (
    *("../../evil", "/tmp/evil", "C:\\evil", "journal.db/", "a\0b", ".", "", "keys.json"),
    "x" * 60_000,
)
_CHILD = textwrap.dedent("""
    import sys
    from pathlib import Path
    from tests.faults.hostile_backups import tried
    tried(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
""")


def hostile_backups(folder, trials, seed):
    """Give so many hostile files to a process of their own."""
    vault, _ = cheap_keeper().create(folder / "journal", PASSPHRASE)
    written(vault)
    backed_up(vault, folder / "good")
    vault.close()
    given = [sys.executable, "-c", _CHILD, str(folder), str(trials), str(seed)]
    run = subprocess.run(given, capture_output=True, text=True, check=False)
    result = Result()
    if run.returncode:
        result.fail(f"hostile backups, seed {seed}: the process ended with {run.returncode}")
    for line in run.stdout.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "memory":
            if float(rest) > MOST_MEMORY_MIB:
                result.fail(f"hostile backups, seed {seed}: {rest} MiB of memory")
        else:
            result.trials += 1
            if kind == "failed":
                result.fail(f"hostile backups, seed {seed}: {rest}")
    result.figures["hostile backups refused"] += result.trials - len(result.failures)
    return result


def tried(folder, trials, seed):
    """Try to look inside and to restore each; print what came of it, and the memory it took."""
    chance = random.Random(seed)
    with zipfile.ZipFile(folder / "good") as good:
        parts = [(name, good.read(name)) for name in _NAMES]
    for _ in range(trials):
        make = chance.choice(_MAKERS)
        file = folder / "hostile"
        make(file, parts, chance)
        # Making it may have taken much: only what reading it takes is to be counted.
        Path("/proc/self/clear_refs").write_text("5")
        print(_told_of(file, folder, make.__name__), flush=True)
        status = Path("/proc/self/status").read_text()
        print("memory", int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024)
        file.unlink()


def _told_of(file, folder, name):
    before = {path.name for path in folder.iterdir()}
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        try:
            a_restorer().restore(file, SECRET, Path(scratch) / "new", unwatched)
            return f"failed {name}: it was restored"
        except BackupDamaged:
            pass
        except Exception as error:
            return f"failed {name}: {reason_of(error)}"
        if any(Path(scratch).iterdir()):
            return f"failed {name}: something is left"
    if {path.name for path in folder.iterdir()} != before:
        return f"failed {name}: something is left elsewhere"
    took = time.monotonic() - began
    return f"failed {name}: {took:.1f} s" if took > MOST_SECONDS else "refused"


def _bombs(file, parts, chance):
    """Name a part that unpacks to a hundred megabytes."""
    size = chance.choice((1, 20, 100)) * 1_000_000
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts:
            if name == "journal.db":
                with packed.open(name, "w") as goal:
                    for _ in range(size // 100_000):
                        goal.write(bytes(100_000))
            else:
                packed.writestr(name, data)


def _other_names(file, parts, chance):
    place = chance.randrange(len(parts))
    names = [name for name, _ in parts]
    names[place] = chance.choice([each for each in _EVIL if each != names[place]])
    members = [(name, data) for name, (_, data) in zip(names, parts, strict=True)]
    file.write_bytes(framed(members))


def _links(file, parts, chance):
    """Let a part be a symbolic link to somewhere else."""
    chosen = chance.choice(_NAMES)
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in parts:
            told = zipfile.ZipInfo(name)
            told.create_system = 3
            told.external_attr = (0o120777 if name == chosen else 0o100600) << 16
            packed.writestr(told, b"/etc/passwd" if name == chosen else data)


def _other_tools(file, parts, chance):
    kind = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    file.write_bytes(stored(parts, kind))


def _lying_sizes(file, parts, chance):
    data = bytearray(framed(parts))
    tail = len(data) - 22 - 3 * 90
    for _ in range(chance.randint(1, 3)):
        place = chance.choice((chance.randrange(120), chance.randrange(tail, len(data) - 4)))
        value = chance.choice((0, 0xFFFFFFFF, 0x7FFFFFFF, len(data), chance.getrandbits(32)))
        data[place : place + 4] = value.to_bytes(4, "little")
    if bytes(data) == framed(parts):
        data += b"x"
    file.write_bytes(bytes(data))


def _cut_or_longer(file, parts, chance):
    good = framed(parts)
    piece = good[: chance.randrange(len(good))]
    file.write_bytes(chance.choice((piece, good + piece, piece + good, good + b"\0")))


def _huge(file, parts, chance):
    """A gigabyte of nothing, with the beginning and the end of a backup."""
    good = framed(parts)
    with file.open("wb") as goal:
        goal.write(good)
        goal.truncate(chance.choice((1 << 28, 1 << 30)))
        goal.seek(0, os.SEEK_END)
        goal.write(good[-400:])


def _huge_parts(file, parts, chance):
    """Let the keys or the manifest be far too long."""
    chosen = chance.choice(("keys.json", "manifest.json"))
    size = chance.choice((20_000, 1_000_000, 30_000_000))
    members = [(name, data.ljust(size) if name == chosen else data) for name, data in parts]
    file.write_bytes(framed(members))


def _nested(file, parts, chance):
    chosen = chance.choice(("keys.json", "manifest.json"))
    text = chance.choice((b"[" * 9000, b'{"a":' * 3000, b"9" * 9000, b"\xff" * 200, b"null", b"{}"))
    file.write_bytes(framed([(name, text if name == chosen else data) for name, data in parts]))


_MAKERS = (
    *(_bombs, _other_names, _links, _other_tools, _lying_sizes, _cut_or_longer, _huge),
    *(_huge_parts, _nested),
)
