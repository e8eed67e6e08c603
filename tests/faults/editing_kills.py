"""An editing session killed at random moments: what it acknowledged is there, and it opens.

`killed_while_typing` types as a person does and saves when the window does; what was typed since
is the loss, in seconds. `killed_while_saving` saves without a pause, so that most kills hit a save.
"""

import itertools
import random
import time
from dataclasses import dataclass

from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.ui.editor.draft import _LONGEST_UNSAVED_MS, _PAUSE_MS
from tests.faults.attacks import Result, reason_of
from tests.faults.forked import Forked
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection

MOST_SECONDS_LOST = 1.0
_AT_ONCE = 10
_KILLS_OF_ONE_JOURNAL = 8


@dataclass(frozen=True)
class Place:
    """A journal and where this computer remembers it."""

    journal: object
    seen: object

    @classmethod
    def made(cls, folder):
        place = cls(folder / "journal", folder / "seen")
        place.keeper().create(place.journal, PASSPHRASE)[0].close()
        return place

    def keeper(self):
        return keeper_and_changes(self.seen)[0]

    def opened(self):
        return self.keeper().open(self.journal, PASSPHRASE)


def killed_while_typing(folder, trials, seed):
    """Kill so many sessions in which somebody types."""
    result, chance = Result(seconds_lost=0.0), random.Random(seed)
    for number in range(0, trials, _AT_ONCE):
        places = [
            Place.made(folder / f"{number}-{each}")
            for each in range(min(_AT_ONCE, trials - number))
        ]
        begun = time.monotonic()
        children = [
            (chance.uniform(0.15, 4), place, Forked.begun(_typing(place, chance.random())))
            for place in places
        ]
        for until, place, child in sorted(children, key=lambda each: each[0]):
            time.sleep(max(0, begun + until - time.monotonic()))
            told = child.killed()
            result.trials += 1
            try:
                _look_after_typing(place, told, result)
            except Exception as error:
                result.fail(f"typing, seed {seed}: {reason_of(error)}")
    return result


def _typing(place, seed):
    def work(tell):
        vault, chance = place.opened(), random.Random(seed)
        typed = saved = 0
        next_key = last_key = first_unsaved = time.monotonic()
        while True:
            now = time.monotonic()
            if now >= next_key:
                first_unsaved = first_unsaved if typed > saved else now
                typed, last_key = typed + 1, now
                tell(f"typed {typed} {now}")
                pause = chance.random() < 0.05
                next_key = now + (chance.uniform(0.5, 1.2) if pause else chance.uniform(0.03, 0.2))
            is_time = now - last_key >= _PAUSE_MS / 1000
            is_time = is_time or now - first_unsaved >= _LONGEST_UNSAVED_MS / 1000
            if typed > saved and is_time:
                vault.put(a_reflection("r1", _text_of(typed), minutes=typed))
                saved = typed
                tell(f"saved {saved}")
            time.sleep(0.002)

    return work


def _text_of(keys):
    return "key " * keys


def _look_after_typing(place, told, result):
    assert told is not None, "the session ended by itself"
    moments = {
        int(number): float(at)
        for number, at in (line.split()[1:] for line in told if line.startswith("typed"))
    }
    saved = [int(line.split()[1]) for line in told if line.startswith("saved")]
    vault = place.opened()
    try:
        assert vault.warning is None
        assert vault.trouble() == ()
        try:
            text = vault.get("r1").answers["what_happened"].value.text
        except NoSuchReflection:
            text = ""
        kept = len(text) // 4
        assert text == _text_of(kept)
        assert kept >= max(saved, default=0), "acknowledged words were lost"
        assert kept == 0 or vault.left_open is not None
    finally:
        vault.close()
    if kept < len(moments):
        lost = max(moments.values()) - moments[kept + 1]
        result.seconds_lost = max(result.seconds_lost, lost)
        result.figures["sessions that lost the words since the last save"] += 1
        if lost > MOST_SECONDS_LOST:
            result.fail(f"{lost:.2f} s of typing were lost")


def killed_while_saving(folder, trials, seed):
    """Kill so many sessions that save as fast as they can."""
    result, chance = Result(), random.Random(seed)
    place, done = None, 0
    for number in range(trials):
        if number % _KILLS_OF_ONE_JOURNAL == 0:
            place, done = Place.made(folder / f"{number}"), 0
        child = Forked.begun(lambda tell, place=place, done=done: _save_on(place, done, tell))
        time.sleep(chance.uniform(0.01, 0.25))
        told = child.killed()
        result.trials += 1
        try:
            assert told is not None, "the session ended by itself"
            done = _done_after(place, max(map(int, told), default=done), result)
        except Exception as error:
            result.fail(f"saving, seed {seed}, trial {number}: {reason_of(error)}")
            place = Place.made(folder / f"{number} anew")
            done = 0
    result.figures["saves acknowledged before a kill"] += done
    return result


def _save_on(place, done, tell):
    vault = place.opened()
    for number in itertools.count(done + 1):
        reflection = _saved(number)
        vault.put(reflection)
        if number % 7 == 0:
            vault.seal(reflection.id)
        tell(str(number))


def _saved(number):
    """Give what the save of this number stores: eight saves to each reflection, then it is done."""
    uid, step = f"r{number // 8}", number % 8
    more = {"completed_at": MORNING, "title": f"Done {uid}"} if step == 7 else {}
    text = f"save {number} " + "word " * (number * 37 % 900)
    return a_reflection(uid, text, minutes=number, themes=("Trust",) * (step > 3), **more)


def _expected(done):
    return {each.id: each for each in map(_saved, range(1, done + 1))}


def _done_after(place, acknowledged, result):
    vault = place.opened()
    try:
        assert vault.warning is None
        assert vault.trouble() == ()
        there = {each.id: each for each in vault.reflections(Search(limit=500))}
        for done in (acknowledged, acknowledged + 1):
            if there == _expected(done):
                result.figures["saves found that were not yet acknowledged"] += done - acknowledged
                return done
        raise AssertionError("what is there is neither what was acknowledged nor one save more")
    finally:
        vault.close()
