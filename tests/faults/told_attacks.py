"""The trials that others tell in their own ways, each as one attack with one Result."""

import os
import shutil

from tests.faults import bin_trials, key_changes_broken, sessions, typing_trials
from tests.faults.attacks import Result, reason_of
from tests.faults.damage import damage_trials
from tests.faults.power.cutting import cut_power
from tests.faults.power.recording import is_possible
from tests.faults.test_hostile_keys import (
    HOSTILE,
    test_a_hostile_key_file_costs_neither_time_nor_memory,
)
from tests.unit.vault.samples import PASSPHRASE, cheap_keeper

_NO_STRACE = "strace is not here, or may not trace"
_LOCKED_SECONDS = 2
# The promise is a second of typing; where the processor is shared, its own delays come on top.
_MOST_SECONDS = 1.5
_MARKERS = 100


def journal_damage(folder, trials, seed):
    """Damage journal.db, and salvage from it."""
    figures = damage_trials(folder, trials, seed)
    result = Result(figures.trials)
    result.failures += [
        f"{kind}, seed {seed}, {at}: {_short(what)}" for at, kind, what in figures.failures
    ]
    counted = {
        "rows on no damaged page": figures.rows_elsewhere,
        "rows on no damaged page, salvaged": figures.rows_saved,
        "rows on damaged pages": figures.rows_lost,
        **{f"damaged journals {each}": count for each, count in figures.outcomes.items()},
        **{f"salvaged reflections, {each}": count for each, count in figures.reflections.items()},
    }
    result.figures.update(counted)
    return result


def _short(what):
    # An uncaught exception's own words may be anything.
    return "uncaught exception" if what.startswith("uncaught") else what.partition(":")[0]


def counted(work, folder, trials, seed):
    """Run trials that give counts and stop at the first broken promise."""
    result = Result(trials)
    try:
        name = work.__name__.replace("_", " ")
        for told, count in work(folder, trials, seed).items():
            result.figures[f"{name}: {told}"] += count
    except Exception as error:
        result.fail(f"{work.__name__}, seed {seed}: {reason_of(error)}")
    return result


def killed_windows(folder, trials, seed):
    """Kill the whole program while somebody types in its window."""
    result = Result()
    os.environ["XDG_DATA_HOME"] = str(folder)
    try:
        kills = typing_trials.killed_while_typing(folder / "journal", trials, seed)
    except Exception as error:
        result.fail(f"window, seed {seed}: {reason_of(error)}")
        return result
    result.trials = len(kills)
    result.seconds_lost = max(kill.lost_seconds for kill in kills)
    for number, kill in enumerate(kills):
        broken = {
            "acknowledged words were lost": kill.kept < kill.acknowledged,
            f"{kill.lost_seconds:.2f} s of typing were lost": kill.lost_seconds > _MOST_SECONDS,
            "the next start did not tell": not kill.is_told,
            "the journal is damaged": bool(kill.troubles),
        }
        for told in (each for each, is_so in broken.items() if is_so):
            result.fail(f"window, seed {seed}, kill {number}: {told}")
    return result


def killed_while_emptying(folder, trials, seed):
    """Kill while the bin is emptied."""
    bin_trials.made_with_a_full_bin(folder / "pattern")
    result = Result(trials)
    try:
        where = (folder / "pattern", folder / "journal")
        result.figures.update(
            f"bin: {each}" for each in bin_trials.killed_while_emptying(*where, trials, seed)
        )
    except Exception as error:
        result.fail(f"emptying the bin, seed {seed}: {reason_of(error)}")
    return result


def power_cut(name, folder, trials, seed):
    """Cut the power after every step of one act; trials are how many states each step is given."""
    result = Result()
    if not is_possible():
        result.skipped = _NO_STRACE
        return result
    outcome = cut_power(name, folder / "power", states_per_step=trials, seed=seed)
    result.trials = outcome.states
    result.failures += [f"seed {seed}, {each}" for each in outcome.failures]
    return result


def broken_keys(change, folder, trials, seed):
    """Break a change of keys at so many of its calls, chosen by chance."""
    pattern = key_changes_broken.Pattern.made(folder / "pattern")
    tally = key_changes_broken.broken_changes(pattern, folder, change, trials=trials, seed=seed)
    result = Result(tally.trials)
    result.failures += [each.strip().split("\n")[-1] for each in tally.failures]
    result.figures.update({f"{change.__name__}: {each}": n for each, n in tally.endings.items()})
    return result


def hostile_keys(folder, trials, seed):
    """Open with key files that ask for too much."""
    pattern, result = folder / "journal", Result()
    cheap_keeper().create(pattern, PASSPHRASE)[0].close()
    for name in list(HOSTILE)[:trials]:
        result.trials += 1
        try:
            test_a_hostile_key_file_costs_neither_time_nor_memory(pattern, name)
        except Exception as error:
            result.fail(f"hostile key file, {name}, seed {seed}: {reason_of(error)}")
    return result


def locked_memory(folder, trials, seed):
    """Look into the memory of all processes of ours after a lock, in each way of being at work."""
    result = Result()
    for number in range(trials):
        way = sessions.WAYS[(seed + number) % len(sessions.WAYS)]
        home = folder / f"home{number}"
        result.trials += 1
        try:
            found = sessions.memory_after_lock(home, way, _MARKERS)
        except Exception as error:
            result.fail(f"lock while {way}: {reason_of(error)}")
            continue
        result.figures["marked words found before a lock"] += found.before
        result.figures["marked words found after a lock"] += found.after
        if not found.before or found.after or found.scanned_s > _LOCKED_SECONDS:
            after = f"{found.before} before, {found.after} after, {found.scanned_s:.1f} s"
            result.fail(f"lock while {way}: {after}")
        shutil.rmtree(home, ignore_errors=True)
    return result


def session_leaks(folder, trials, seed):
    """Watch a whole session by strace, then look for its words everywhere."""
    result, strace = Result(), shutil.which("strace")
    if strace is None:
        result.skipped = _NO_STRACE
        return result
    for number in range(trials):
        result.trials += 1
        try:
            found = sessions.leaks_of_a_session(folder / f"home{number}", _MARKERS, strace)
        except Exception as error:
            result.fail(f"a whole session, seed {seed}: {reason_of(error)}")
            continue
        result.figures["exports that hold the marked words, as asked for"] += found.exported
        if found.internet or found.files or not found.exported:
            told = f"{len(found.internet)} calls for a connection, {len(found.files)} files"
            result.fail(f"a whole session: {told}")
    return result
