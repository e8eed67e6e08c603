"""Records an act, then opens what each power cut during it could have left."""

import random
import shutil
from contextlib import closing
from dataclasses import dataclass, field

from app.domain.errors import NoSuchReflection
from tests.faults.power.acts import SAVES, words_of
from tests.faults.power.disk import Disk, put_down
from tests.faults.power.recording import recorded
from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

_CHECKED_EACH = 8


@dataclass(frozen=True)
class Scenario:
    """What is there before, and what must hold after a cut, given what was acknowledged."""

    prepare: object  # (journal folder) -> None
    check: object  # (folder with the journal, set of marks, whole) -> None; AssertionError if not


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


def no_journal(_journal):
    """Begin with nothing."""


def an_empty_journal(journal):
    """Begin with a journal just made."""
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    vault.close()


def is_whole(vault):
    """Say whether the journal's own check finds nothing; it takes longer than all the rest."""
    return vault.trouble() == ()


def any_state(_vault):
    """Leave the journal's own check out, for most of many states."""
    return True


def check_create(folder, marks, whole):
    """A journal that was acknowledged opens; before, there is none or a whole one."""
    journal = folder / "My journal"
    if "made" in marks or cheap_keeper().is_journal(journal):
        with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
            assert whole(vault)


def check_save(folder, marks, whole):
    """Every acknowledged word is there, and the journal is whole."""
    with closing(cheap_keeper().open(folder / "My journal", PASSPHRASE)) as vault:
        assert whole(vault)
        saved = (int(mark[6:]) for mark in marks if mark.startswith("saved"))
        acknowledged = max(saved, default=-1)
        allowed = [a_reflection("r1", words_of(n), minutes=n) for n in range(acknowledged, SAVES)]
        try:
            assert vault.get("r1") in allowed
        except NoSuchReflection:
            assert acknowledged < 0
        if "another" in marks:
            assert vault.get("r2") == a_reflection("r2", "Another.", minutes=9)


SCENARIOS = {
    "create": Scenario(no_journal, check_create),
    "save": Scenario(an_empty_journal, check_save),
    "save_unforced": Scenario(an_empty_journal, check_save),
}


def cut_power(name, folder, *, states_per_step, share=1.0):
    """Record an act, then open so many states for each step of it, in both models of a disk.

    share below 1 opens only some of the states, chosen at random.
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
    outcome, chance = Outcome(), random.Random(name)
    for is_strict in (False, True):
        for cut in _cuts(Disk(live, is_strict=is_strict), calls, states_per_step):
            if chance.random() < share:
                outcome.states += 1
                whole = any_state if outcome.states % _CHECKED_EACH else is_whole
                reason = _reason_of_failure(scenario, folder / "cut", cut, whole)
                if reason:
                    outcome.failures.append(f"{name}, step {cut.step}, {is_strict=}: {reason}")
    return outcome


def _cuts(disk, calls, states_per_step):
    marks, seen = frozenset(), set()
    for step, call in enumerate(calls):
        disk.play(call)
        if call.name == "mark":
            marks = marks | {call.data.decode().strip()}
        for state in disk.states(step, states_per_step):
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
