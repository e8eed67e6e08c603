"""Records an act, then opens what each power cut during it could have left."""

import random
import shutil
from dataclasses import dataclass, field

from tests.faults.power.acts import small_reserve
from tests.faults.power.disk import Disk, put_down
from tests.faults.power.recording import recorded
from tests.faults.power.scenarios import SCENARIOS, any_state, is_whole

_CHECKED_EACH = 8


@dataclass(frozen=True)
class Cut:
    """What a cut after one step left, and what had been acknowledged by then."""

    step: int
    marks: frozenset
    state: dict


@dataclass
class Outcome:
    """How many states were opened, and what went wrong in them."""

    states: int = 0
    failures: list = field(default_factory=list)


@small_reserve()
def cut_power(name, folder, *, states_per_step, share=1.0, seed=""):
    """Record an act, then open so many states for each step of it, in both models of a disk.

    share below 1 opens only some of the states, chosen at random by name and seed.
    """
    scenario = SCENARIOS[name]
    live, before = folder / "live", folder / "before"
    live.mkdir(parents=True)
    scenario.prepare(live / "My journal")
    shutil.copytree(live, before)
    act = ["-m", "tests.faults.power.acts", name]
    calls = recorded(act, live, folder / "marks", folder / "trace")
    shutil.rmtree(live)
    before.rename(live)  # the same paths as in the record
    outcome, chance = Outcome(), random.Random(f"{name}{seed}")
    for is_strict in (False, True):
        for cut in _cuts(Disk(live, is_strict=is_strict), calls, (states_per_step, seed)):
            if chance.random() < share:
                outcome.states += 1
                whole = any_state if outcome.states % _CHECKED_EACH else is_whole
                reason = _reason_of_failure(scenario, folder / "cut", cut, whole)
                if reason:
                    outcome.failures.append(f"{name}, step {cut.step}, {is_strict=}: {reason}")
    return outcome


def _cuts(disk, calls, how):
    states_per_step, seed = how
    marks, seen = frozenset(), set()
    for step, call in enumerate(calls):
        disk.play(call)
        if call.name == "mark":
            marks = marks | {call.data.decode().strip()}
        for state in disk.states(f"{step}{seed}", states_per_step):
            key = (hash(tuple(sorted(state.items()))), marks)
            if key not in seen:
                seen.add(key)
                yield Cut(step, marks, state)


def _reason_of_failure(scenario, folder, cut, whole):
    put_down(cut.state, folder)
    try:
        scenario.check(folder, cut.marks, whole)
    except Exception as error:
        # Whatever it is, the promise was not kept.
        return f"{type(error).__name__}: {error}"[:400]
    finally:
        shutil.rmtree(folder)
    return ""
