"""A journal killed while files are added to it: each is there wholly, or not at all."""

import itertools
import os
import random
import time

from app.domain.answer import Answer, Evidence
from app.domain.errors import NoSuchReflection
from app.domain.progress import unwatched
from tests.faults.attacks import Result, reason_of
from tests.faults.editing_kills import Place
from tests.faults.forked import Forked
from tests.unit.vault.samples import MORNING, a_reflection

_LARGEST = 3_000_000
_KILLS_OF_ONE_JOURNAL = 6


def killed_while_adding(folder, trials, seed):
    """Kill so many programs that add one file after the other."""
    result, chance = Result(), random.Random(seed)
    place, added = None, 0
    for number in range(trials):
        if number % _KILLS_OF_ONE_JOURNAL == 0:
            place, added = Place.made(folder / f"{number}"), 0
        letter = folder / f"{number}.pdf"
        letter.write_bytes(os.urandom(chance.randrange(1, _LARGEST)))
        work = _adding(place, letter, added)
        child = Forked.begun(work)
        time.sleep(chance.uniform(0.02, 0.3))
        told = child.killed()
        result.trials += 1
        try:
            assert told is not None, "the session ended by itself"
            added = _added_after(place, max(map(int, told), default=added), result)
        except Exception as error:
            result.fail(f"adding, seed {seed}, trial {number}: {reason_of(error)}")
            place, added = Place.made(folder / f"{number} anew"), 0
    return result


def _adding(place, letter, added):
    def work(tell):
        vault = place.opened()
        for number in itertools.count(added + 1):
            file = vault.evidence.add(f"r{number}", letter, MORNING, unwatched)
            vault.put(_naming(number, file))
            tell(str(number))

    return work


def _naming(number, file):
    return a_reflection(f"r{number}", minutes=number, answers={"proof": Answer(Evidence((file,)))})


def _added_after(place, acknowledged, result):
    """See that every acknowledged file reads back, and that a half-added one leaves nothing."""
    vault = place.opened()
    try:
        assert vault.trouble() == ()
        files = [_file_of(vault, number) for number in range(1, acknowledged + 2)]
        assert None not in files[:-1], "an acknowledged file is gone"
        named = [file for file in files if file]
        for file in named:
            assert len(vault.evidence.read(file, unwatched)) == file.size_bytes
        loose = vault.evidence.sweep()
        assert loose <= 1
        assert vault.evidence.used_bytes() == sum(file.size_bytes for file in named)
        result.figures["files added before a kill that no answer named yet"] += loose
        return len(named)
    finally:
        vault.close()


def _file_of(vault, number):
    try:
        return vault.get(f"r{number}").answers["proof"].value.files[0]
    except NoSuchReflection:
        return None
