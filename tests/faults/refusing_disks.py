"""Every act on a disk that is full at each of its writes, read-only, oddly named, or late.

The acts and what must hold afterwards are those of the power cuts. The disk is a small one in
memory, which only an administrator can make; without it file calls are refused one by one.
"""

import os
import random
import shutil
import subprocess

from app.domain.errors import AppError
from app.domain.progress import unwatched
from tests.faults.attacks import Result, reason_of
from tests.faults.file_calls import FaultyCalls, PageLimit, end_of
from tests.faults.power.acts import ACTS, small_reserve
from tests.faults.power.scenarios import SCENARIOS, is_whole
from tests.faults.small_disk import small_disk
from tests.unit.vault.backups import NOON, SECRET, a_restorer, a_snapshot, backed_up, later, written
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection

PAGE = 4096
_DISK_MEGABYTES = 4
_SPARE_PAGES = 24
SAFE_ACTS = tuple(name for name in SCENARIOS if name != "save_unforced")
_NAMES = ("with some spaces in it", "café \U0001f600\U0001f3fd \u2026", "x" * 250, "# ? % & '\"")
_write = os.write


class Act:
    """One act of the power cuts, tried again and again from the same beginning."""

    def __init__(self, name, scratch):
        self.name, self._scenario = name, SCENARIOS[name]
        self._pattern, self._marks = scratch / f"{name} pattern", scratch / f"{name} marks"
        self._pattern.mkdir(parents=True)
        self._scenario.prepare(self._pattern / "My journal")

    def put_down(self, folder):
        """Begin anew in this folder."""
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self._pattern, folder, dirs_exist_ok=True)

    def end(self, folder, breaking):
        """Let the act run in a process of its own, with something broken; say how it ended."""
        marks = os.open(self._marks, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

        def work():
            ACTS[self.name](folder / "My journal", lambda mark: _write(marks, f"{mark}\n".encode()))

        try:
            return end_of(work, breaking, AppError)
        finally:
            os.close(marks)

    def check(self, folder, ending):
        """See that nothing acknowledged was lost, now that the disk takes everything again."""
        assert ending.kind != "bug", "something of the disk's came out as an error of the program"
        marks = set(self._marks.read_text().split("\n")) - {""}
        self._scenario.check(folder, marks, is_whole)
        return ending.kind


@small_reserve()
def full_disk(name, folder, trials, seed):
    """Refuse room at every write of one act, or at so many of them chosen by chance."""
    result, chance = Result(), random.Random(seed)
    with small_disk(folder / "disk", _DISK_MEGABYTES) as disk:
        place, act = disk or folder / "disk", Act(name, folder)
        for told, ending in _refused_everywhere(act, place, (trials, chance, disk is not None)):
            _count(result, act, place, (told, ending, seed))
    return result


def _refused_everywhere(act, place, how):
    most, chance, is_small = how
    every = list(_every_refusal(act, place, is_small=is_small))
    for told, breaking, pages in every if most >= len(every) else chance.sample(every, most):
        act.put_down(place)
        film = place / "film"
        if pages is not None:
            film.write_bytes(bytes(max(0, shutil.disk_usage(place).free - pages * PAGE)))
        ending = act.end(place, breaking)
        film.unlink(missing_ok=True)
        yield told, ending


def _every_refusal(act, place, *, is_small):
    """Give what to break: each call, each page of a file, each page that is left on the disk."""
    act.put_down(place)
    begun = shutil.disk_usage(place).free
    calls = act.end(place, FaultyCalls()).calls
    for turn in range(1, calls + 1):
        yield f"call {turn}", FaultyCalls(turn, "ENOSPC", stays=True), None
    size = max((path.stat().st_size for path in place.rglob("journal*.db")), default=0)
    for pages in range(1, size // PAGE + 2):
        yield f"file of {pages} pages", PageLimit(pages, kills=False), None
    if is_small:
        # At most it needs what it keeps, and as much again for what it only makes on the way.
        kept = max(0, begun - shutil.disk_usage(place).free)
        for pages in range(2 * kept // PAGE + size // PAGE + _SPARE_PAGES):
            yield f"room of {pages} pages", FaultyCalls(), pages


def _count(result, act, place, what):
    told, ending, seed = what
    result.trials += 1
    try:
        result.figures[f"{act.name}: {act.check(place, ending)}"] += 1
    except Exception as error:
        reason = ending.outcome.strip().split("\n")[-1][:80] if ending.kind == "bug" else ""
        result.fail(f"{act.name}, {told}, seed {seed}: {reason_of(error)} {reason}")


@small_reserve()
def read_only_disks(folder, trials, seed):
    """Let the disk be read-only during each act: it is told, and all is as it was."""
    result = Result()
    with small_disk(folder / "disk", _DISK_MEGABYTES) as disk:
        if disk is None:
            result.skipped = "only an administrator can make a disk"
            return result
        for name in SAFE_ACTS[:trials]:
            act = Act(name, folder)
            act.put_down(disk)
            before = _bytes_of(disk)
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            ending = act.end(disk, FaultyCalls())
            subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
            if ending.kind != "refused" or _bytes_of(disk) != before:
                result.fail(f"{name} on a read-only disk: {ending.kind}")
            _count(result, act, disk, ("read-only", ending, seed))
    return result


def _bytes_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def strange_places(folder, trials, seed):
    """Do every act below folders with names of every kind."""
    result = Result()
    given = [(name, act) for act in SAFE_ACTS for name in _NAMES][:trials]
    for place, name in given:
        act, target = Act(name, folder / "patterns"), folder / place
        target.mkdir(parents=True, exist_ok=True)
        act.put_down(target)
        ending = act.end(target, FaultyCalls())
        _count(result, act, target, (f"below a folder of {len(place)} characters", ending, seed))
        if ending.kind != "done":
            result.fail(f"{name} below a folder of {len(place)} characters: {ending.kind}")
        shutil.rmtree(folder / "patterns")
    for place in _NAMES:
        what = f"a journal with a name of {len(place)} characters"
        _counted(result, what, _whole_life, folder / "life" / place)
    return result


def _counted(result, what, work, *given):
    result.trials += 1
    try:
        work(*given)
    except Exception as error:
        result.fail(f"{what}: {reason_of(error)}")


def _whole_life(journal):
    """Create, save, back up, keep a snapshot, restore both and open again."""
    keeper, _ = keeper_and_changes(journal.parent / "seen")
    vault, _ = keeper.create(journal, PASSPHRASE)
    kept = written(vault)
    backup = journal.parent / f"{journal.name[:60]}.afterword-backup"
    backed_up(vault, backup)
    snapshot = a_snapshot(vault)
    vault.close()
    one, other = (journal.parent / f"restored {way}" / journal.name for way in ("one", "other"))
    a_restorer().restore(backup, SECRET, one, unwatched)
    a_restorer().restore_snapshot((journal, snapshot.name), SECRET, other, unwatched)
    for folder in (one, other, journal):
        _holds(keeper, folder, kept)


def _holds(keeper, journal, kept):
    vault = keeper.open(journal, PASSPHRASE)
    try:
        assert vault.name == journal.name
        assert vault.warning is None
        assert vault.trouble() == ()
        assert [vault.get(each.id) for each in kept] == kept
    finally:
        vault.close()


def clocks_moved_back(folder, trials, seed):
    """Write, copy and open on days before those that were written on already."""
    result, chance = Result(), random.Random(seed)
    for number in range(trials):
        back = chance.choice((0.01, 1, 30, 400, 8000))
        what = f"clock moved back, seed {seed}"
        _counted(result, what, _written_earlier, folder / str(number), back)
    return result


def _written_earlier(folder, days):
    keeper, _ = keeper_and_changes(folder / "seen")
    journal = folder / "journal"
    vault, _ = keeper.create(journal, PASSPHRASE)
    kept = written(vault)
    first = a_snapshot(vault)
    backed_up(vault, folder / "one.afterword-backup")
    vault.close()
    vault = keeper.open(journal, PASSPHRASE)
    kept += [a_reflection("earlier", minutes=-round(days * 1440))]
    kept[0] = a_reflection(kept[0].id, "Changed, earlier.", minutes=-round(days * 1440) + 5)
    vault.put(kept[-1])
    vault.put(kept[0])
    vault.copies.snapshot_is_due(later(-days))
    second = a_snapshot(vault, later(-days))
    backed_up(vault, folder / "one.afterword-backup", later(-days), replaces=True)
    vault.bin.put("r1", NOON)
    assert vault.bin.due(later(-days)) == ()
    vault.bin.take_back("r1", later(-days))
    there = {each.name for each in vault.copies.snapshots()}
    assert {first.name, second.name} <= there, "a snapshot was let go of"
    vault.close()
    _holds(keeper, journal, kept)
    a_restorer().restore(folder / "one.afterword-backup", SECRET, folder / "new", unwatched)
    _holds(keeper, folder / "new", kept)
