"""Runs every attack and prints one table: `python -m tests.faults`, which is `make faults`.

--quick        about a tenth of the trials
--only NAME    only the attacks whose name begins so; may be given more than once
--workers N    how many processes; by default one for each core
--seed N       the seed to begin with, to repeat what failed
--broken       break each promise on purpose, and see that its attack finds it
"""

import argparse
import os
import secrets
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.faults import breaking
from tests.faults.attacks import Result
from tests.faults.rows import ATTACKS
from tests.faults.running import run_part
from tests.faults.table import lines_of

_QUICK = 0.1
_BROKEN = 0.03


def main():
    """Run what was asked for; give the exit code."""
    given = _arguments()
    seed = given.seed if given.seed is not None else secrets.randbelow(1_000_000)
    chosen = [each for each in ATTACKS if not given.only or each.name.startswith(tuple(given.only))]
    if given.broken:
        chosen = [each for each in chosen if each.name in breaking.BREAKS]
    _say(f"seed {seed}, {given.workers} workers, {len(chosen)} attacks")
    share = _BROKEN if given.broken else _QUICK if given.quick else 1
    results = _run(chosen, share, seed, given)
    print(f"seed {seed}")
    print(*lines_of(chosen, results, is_broken=given.broken), sep="\n")
    is_good = all(
        bool(results[each.name].failures) is (given.broken or each.is_control)
        or results[each.name].skipped
        for each in chosen
    )
    return 0 if is_good and chosen else 1


def _run(chosen, share, seed, given):
    results = {each.name: Result() for each in chosen}
    for is_alone in (False, True):
        parts = [
            (each.name, trials, seed + 1000 * place)
            for each in chosen
            if each.is_alone is is_alone
            for place, trials in enumerate(each.parts(share))
        ]
        _run_parts(parts, results, 1 if is_alone else given.workers, is_broken=given.broken)
    return results


def _run_parts(parts, results, workers, *, is_broken):
    # What is broken stays so: then every part has a process of its own.
    most = 1 if is_broken else None
    with ProcessPoolExecutor(workers, get_context("spawn"), max_tasks_per_child=most) as pool:
        begun = [pool.submit(run_part, *part, is_broken=is_broken) for part in parts]
        for done, future in enumerate(as_completed(begun), 1):
            name, result = future.result()
            results[name].add(result)
            failed = f", {len(results[name].failures)} failures" if results[name].failures else ""
            _say(f"{done} of {len(parts)}: {name}, {results[name].trials:,} trials{failed}")


def _say(line):
    print(line, file=sys.stderr, flush=True)


def _arguments():
    parser = argparse.ArgumentParser(prog="make faults", description="Runs every attack.")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", metavar="NAME")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--broken", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
