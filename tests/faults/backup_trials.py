"""Attacks on backups, snapshots and restores, each for as many trials as are asked for.

Every function gives what happened, counted; what must never happen fails at once.
"""

import contextlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter

from app.domain.errors import BackupDamaged, NotBackedUp
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.vault.snapshots import FOLDER, snapshots_in
from tests.faults.backup_child import NOON, SECRET
from tests.unit.vault.backups import a_restorer
from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

_REFLECTIONS = 60


def a_journal(place, chance):
    """Make a journal of a few megabytes; give what was written."""
    vault, _ = cheap_keeper().create(place / "journal", PASSPHRASE)
    reflections = [
        a_reflection(f"r{number}", chance.randbytes(15_000).hex(), minutes=number)
        for number in range(_REFLECTIONS)
    ]
    vault.put_all(reflections)
    vault.close()
    return reflections


def killed(place, act, trials, chance, check):
    """Start the child, kill it at a random moment, check what is there; again and again."""
    happened = Counter()
    longest = _time_of_one(place, act)
    for _ in range(trials):
        given = [sys.executable, "-m", "tests.faults.backup_child", str(place), act]
        with subprocess.Popen(given, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 2 * longest))
            child.send_signal(signal.SIGKILL)
            acknowledged = child.stdout.read().split()
        check(acknowledged)
        happened["killed"] += 1
        happened["acknowledged"] += len(acknowledged)
        happened["left unfinished"] += len(unfinished(place))
    return happened


def _time_of_one(place, act):
    given = [sys.executable, "-m", "tests.faults.backup_child", str(place), act]
    with subprocess.Popen(given, stdout=subprocess.PIPE, text=True) as child:
        child.stdout.readline()
        began = time.monotonic()
        assert child.stdout.readline()
        took = time.monotonic() - began
        child.kill()
    return took


def unfinished(place):
    """Give what a killed program left, none of which has a name that counts."""
    return [path for path in place.rglob("*") if path.name.startswith(".")]


def opens_whole(folder, reflections):
    """See that a journal opens and holds all of it."""
    vault = cheap_keeper().open(folder, PASSPHRASE)
    assert vault.trouble() == ()
    assert [vault.get(each.id) for each in reflections] == reflections
    vault.close()


def killed_backups(place, trials, seed=1):
    """Kill while backups are made: each file of a backup's name is whole, the journal opens."""
    chance = random.Random(seed)
    reflections = a_journal(place, chance)

    def check(acknowledged):
        there = {path.name for path in place.glob("*.afterword-backup")}
        assert there >= set(acknowledged)
        for name in there:
            told = a_restorer().look_inside(place / name, SECRET, unwatched)
            assert told.reflections == _REFLECTIONS
        opens_whole(place / "journal", reflections)

    return killed(place, "backup", trials, chance, check)


def killed_snapshots(place, trials, seed=2):
    """Kill while snapshots are made: each one that counts is whole, the journal opens."""
    chance = random.Random(seed)
    reflections = a_journal(place, chance)
    journal, checked = place / "journal", set()

    def check(acknowledged):
        there = {each.name for each in snapshots_in(journal)}
        kept = {each for each in acknowledged if each in there}
        assert bool(kept) == bool(acknowledged), "the newest is never let go"
        for name in there - checked:
            new = place / "new"
            source = (journal, name)
            told = a_restorer().restore_snapshot(source, SECRET, new, unwatched)
            assert told.reflections == _REFLECTIONS + 1
            shutil.rmtree(new)
        checked.update(there)
        opens_whole(journal, reflections)

    return killed(place, "snapshot", trials, chance, check)


def killed_restores(place, trials, seed=3):
    """Kill while restoring: each folder that stands in its place is a whole journal."""
    chance = random.Random(seed)
    reflections = a_journal(place, chance)
    vault = cheap_keeper().open(place / "journal", PASSPHRASE)
    vault.copies.back_up(place / "good.afterword-backup", NOON, unwatched, replaces=False)
    vault.close()

    def check(acknowledged):
        there = {path.name for path in place.glob("new-*")}
        assert there >= set(acknowledged)
        for name in there:
            opens_whole(place / name, reflections)
            shutil.rmtree(place / name)
        for path in place.glob(".afterword-*"):
            shutil.rmtree(path)

    return killed(place, "restore", trials, chance, check)


def killed_put_backs(place, trials, seed=4):
    """Kill while a snapshot is put back: journal.db is the damaged file or a whole journal."""
    chance = random.Random(seed)
    reflections = a_journal(place, chance)
    journal = place / "journal"
    vault = cheap_keeper().open(journal, PASSPHRASE)
    vault.copies.copied_snapshot(NOON, unwatched).settle(unwatched)
    vault.close()
    damaged = b"damaged " * 5000
    happened = Counter()

    def spoil():
        for path in journal.glob("journal-damaged*"):
            path.unlink()
        (journal / "journal.db").write_bytes(damaged)

    def check(_acknowledged):
        kept = [path.read_bytes() for path in journal.glob("journal-damaged*")]
        if (journal / "journal.db").read_bytes() == damaged:
            happened["still the damaged one"] += 1
        else:
            happened["put back"] += 1
            assert damaged in kept
            opens_whole(journal, reflections)
        spoil()

    spoil()
    return killed(place, "put_back", trials, chance, check) + happened


def corrupted_backups(place, trials, seed=5):
    """Change a backup in every way that disks do: it is refused, or comes back as it was."""
    chance, happened = random.Random(seed), Counter()
    vault, _ = cheap_keeper().create(place / "journal", PASSPHRASE)
    reflections = [
        a_reflection(f"r{number}", f"The {number}. walk. " * 40, minutes=number)
        for number in range(30)
    ]
    vault.put_all(reflections[:15])
    file = place / "good.afterword-backup"
    older = vault.copies.back_up(file, NOON, unwatched, replaces=False) and file.read_bytes()
    vault.put_all(reflections[15:])
    vault.copies.back_up(file, NOON, unwatched, replaces=True)
    vault.close()
    good = file.read_bytes()
    for _ in range(trials):
        kind, data = _changed(good, older, chance)
        file.write_bytes(data)
        new = place / "new"
        try:
            a_restorer().restore(file, SECRET, new, unwatched)
        except BackupDamaged:
            happened[f"{kind}: refused"] += 1
            assert not new.exists()
            continue
        # Neither another kind of refusal nor other words may come of it.
        opens_whole(new, reflections)
        happened[f"{kind}: as it was"] += 1
        shutil.rmtree(new)
    return happened


def _changed(good, older, chance):
    """Give a kind of damage, and the bytes after it."""
    size = len(good)
    place, other = chance.randrange(size), chance.randrange(size)
    page = place // 4096 * 4096
    changes = {
        "bit": lambda: _put(good, place, bytes([good[place] ^ 1 << chance.randrange(8)])),
        "near the end": lambda: _put(good, size - 1 - place % 700, chance.randbytes(1)),
        "zeros": lambda: _put(good, place, bytes(4096)),
        "rubbish": lambda: _put(good, place, chance.randbytes(512)),
        "cut off": lambda: good[:place],
        "appended": lambda: good + chance.randbytes(1 + place % 5000),
        "cut out": lambda: good[:place] + good[place + 1 + other % 5000 :],
        "older page": lambda: _put(good, page, older[page : page + 4096]),
        "swapped": lambda: _put(
            _put(good, place, good[other : other + 4096]), other, good[place : place + 4096]
        ),
    }
    kind = chance.choice(sorted(changes))
    return kind, changes[kind]()


def _put(data, place, piece):
    piece = piece[: len(data) - place]
    return data[:place] + piece + data[place + len(piece) :]


def corrupted_snapshots(place, trials, seed=6):
    """Change a snapshot: it is refused, or comes back as it was."""
    chance, happened = random.Random(seed), Counter()
    vault, _ = cheap_keeper().create(place / "journal", PASSPHRASE)
    reflections = [a_reflection(f"r{number}", "A walk. " * 40) for number in range(30)]
    vault.put_all(reflections)
    made = vault.copies.copied_snapshot(NOON, unwatched).settle(unwatched)
    vault.close()
    file = place / "journal" / FOLDER / made.name
    good = file.read_bytes()
    for _ in range(trials):
        kind, data = _changed(good, good, chance)
        file.write_bytes(data)
        source = (place / "journal", made.name)
        try:
            a_restorer().restore_snapshot(source, SECRET, place / "new", unwatched)
        except BackupDamaged:
            happened[f"{kind}: refused"] += 1
            assert not (place / "new").exists()
            continue
        opens_whole(place / "new", reflections)
        happened[f"{kind}: as it was"] += 1
        shutil.rmtree(place / "new")
    return happened


def filled_disks(disk, elsewhere, trials, seed=7):
    """Leave less and less room on a disk: a copy is whole or not there, and nothing else is left.

    The disk is a small one that holds nothing else.
    """
    chance, happened = random.Random(seed), Counter()
    reflections = a_journal(elsewhere, chance)
    vault = cheap_keeper().open(elsewhere / "journal", PASSPHRASE)
    needed = (elsewhere / "journal" / "journal.db").stat().st_size
    source = elsewhere / "good.afterword-backup"
    vault.copies.back_up(source, NOON, unwatched, replaces=False)
    film = disk / "film"
    for _ in range(trials):
        _fill(film, disk, chance.randrange(3 * needed))
        target, new = disk / "one.afterword-backup", disk / "new"
        with _counting(happened, "backup"):
            vault.copies.back_up(target, NOON, unwatched, replaces=False)
            assert a_restorer().look_inside(target, SECRET, unwatched)
            target.unlink()
        with _counting(happened, "restore"):
            a_restorer().restore(source, SECRET, new, unwatched)
            opens_whole(new, reflections)
            shutil.rmtree(new)
        assert [path.name for path in disk.iterdir()] == ["film"]
        film.unlink()
    vault.close()
    opens_whole(elsewhere / "journal", reflections)
    return happened


@contextlib.contextmanager
def _counting(happened, what):
    try:
        yield
    except NotBackedUp as error:
        if "the disk is full" not in str(error):
            raise
        happened[f"{what}: no room, told"] += 1
    else:
        happened[f"{what}: made"] += 1


def _fill(film, disk, room):
    free = shutil.disk_usage(disk).free
    film.write_bytes(bytes(max(0, free - room)))


def full_for_snapshots(disk, trials, seed=8):
    """Leave no room for a snapshot in the journal's own disk: it is told, and writing goes on."""
    chance, happened = random.Random(seed), Counter()
    a_journal(disk, chance)
    vault = cheap_keeper().open(disk / "journal", PASSPHRASE)
    film = disk / "film"
    for number in range(trials):
        _fill(film, disk, chance.randrange(200_000, 12_000_000))
        with _counting(happened, "snapshot"):
            vault.copies.copied_snapshot(NOON, unwatched).settle(unwatched)
        film.unlink()
        vault.put(a_reflection("after", f"writing goes on {number}"))
        counted = {each.name for each in snapshots_in(disk / "journal")}
        assert {path.name for path in (disk / "journal" / FOLDER).iterdir()} == counted
    assert vault.find(Search()).total == _REFLECTIONS + 1
    vault.close()
    return happened
