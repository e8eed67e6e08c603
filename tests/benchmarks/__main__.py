"""Prints one table of ratios to floors measured in the same run: `python -m tests.benchmarks`.

--sizes 1000,10000,50000  how many reflections the seeded journals hold
--quick                   without the largest journal, and with fewer rounds
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.bootstrap import build_workshop
from tests.benchmarks import (
    actions,
    cpd_year,
    filtered,
    in_the_window,
    long_answer,
    looking_through,
    on_the_keys,
    on_the_vault,
    starting,
    summing_up,
)
from tests.benchmarks.children import Children
from tests.benchmarks.journals import KEPT, PASSPHRASE, seeded
from tests.benchmarks.measuring import OVER, table_lines

_SIZES = (1_000, 10_000, 50_000)
_LARGEST_QUICK = 10_000


class Bench:
    """Gathers the rows, size by size, on copies of the seeded journals."""

    def __init__(self, folder, rounds):
        self._folder, self._rounds = folder, rounds
        self._children = Children()
        self._workshop = build_workshop()

    def run(self, sizes):
        """Measure everything; give the rows."""
        journals = [self._copy(size) for size in sizes]
        main = next((each for each in journals if each.size == on_the_vault.MAIN_SIZE), journals[0])
        rows = starting.start_rows(self._children, main, 2 * self._rounds)
        held = {}
        for journal in journals:
            _say(f"unlocking {journal.size:,}")
            unlocking, held[journal.size] = starting.unlock_rows(
                self._children, journal, self._rounds
            )
            rows += unlocking
        for journal in journals:
            _say(f"the vault with {journal.size:,}")
            rows += self._on_the_vault(journal, has_summary=journal is main)
        _say("the lock")
        rows += starting.lock_rows(self._children, main, self._rounds)
        rows += on_the_keys.passphrase_rows(self._workshop, main, self._rounds)
        _say("the window")
        rows += self._in_the_window(main)
        rows += starting.memory_rows(self._children, main, held[main.size])
        return rows + [row for each in journals for row in on_the_vault.size_rows(each)]

    def close(self):
        """Remove what the children left."""
        self._children.close()

    def _copy(self, size):
        _say(f"a journal of {size:,} reflections")
        return seeded(size).copied_to(self._folder / str(size))

    def _on_the_vault(self, journal, *, has_summary):
        desk = self._workshop.desk(self._workshop.unlocking.open(journal.folder, PASSPHRASE))
        try:
            rows = on_the_vault.search_rows(desk, journal)
            rows += looking_through.overview_rows(desk, journal, 4 * self._rounds)
            rows += actions.action_rows(desk, journal, 4 * self._rounds)
            rows += filtered.filter_rows(desk, journal)
            rows += filtered.likely_rows(desk, journal)
            rows += on_the_vault.saving_rows(desk, journal, 20 * self._rounds)
            if has_summary:
                rows += on_the_keys.copy_rows(self._workshop, desk, journal)
                rows += on_the_vault.summary_rows(desk, self._workshop, 2 * self._rounds)
                rows += cpd_year.export_rows(desk, journal)
                rows += cpd_year.year_rows(desk, journal, self._rounds)
        finally:
            desk.close()
        return rows

    def _in_the_window(self, journal):
        own = self._folder / "window"
        own.mkdir()
        window = in_the_window.OpenWindow(self._workshop, journal, own)
        try:
            rows = in_the_window.opening_rows(window)
            rows += in_the_window.long_form_rows(window)
            rows += in_the_window.typing_rows(window)
            rows += long_answer.long_answer_rows(window)
            rows += in_the_window.search_rows(window)
            rows += looking_through.window_rows(window, 2 * self._rounds)
            rows += summing_up.preview_rows(window, 4 * self._rounds)
        finally:
            window.close()
        return rows


def _say(words):
    print(f"… {words}", file=sys.stderr, flush=True)


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--sizes", default=",".join(map(str, _SIZES)))
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.quick:
        sizes = [size for size in sizes if size <= _LARGEST_QUICK]
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    KEPT.mkdir(parents=True, exist_ok=True)
    # On the same disk as the kept journals, not where memory stands in for one.
    with TemporaryDirectory(dir=KEPT) as folder:
        os.environ["XDG_DATA_HOME"] = folder
        bench = Bench(Path(folder), 3 if options.quick else 5)
        rows = bench.run(sizes)
        bench.close()
    print("\n".join(table_lines(rows)))
    over = sum(1 for row in rows if row.verdict == OVER)
    print(f"\n{over} of {sum(1 for row in rows if row.verdict)} are over what they are held to.")


if __name__ == "__main__":
    main()
