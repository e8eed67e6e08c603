"""Calendar, timeline and themes of ten years: counted on the vault, and painted in the window."""

import random
from functools import partial

from PySide6.QtTest import QTest

from app.domain.finding import Search
from tests.benchmarks.corpus import SEED
from tests.benchmarks.measuring import Samples, alternating, by_limit, timed
from tests.benchmarks.on_the_vault import MAIN_SIZE, bare_search, typed
from tests.benchmarks.painting import Painted, settle

_MOST_MS = 50
_LOOK_AT_THE_LIST_MS = 500  # what is counted ahead is counted meanwhile
_OVERVIEWS = ("calendar", "timeline", "themes")


def overview_rows(desk, journal, rounds):
    """Count everything anew each time, beside the two-step query of one key of a search."""
    texts = typed()
    random.Random(SEED).shuffle(texts)
    rows = []
    for name in _OVERVIEWS:
        count = partial(_counted_anew, desk, getattr(desk.overviews, name))
        floor, ours = alternating(
            lambda number: bare_search(desk.vault, texts[number % len(texts)]),
            lambda _number, count=count: count(Search()),
            rounds,
        )
        what = f"{name} of ten years counted, {journal.size:,} (two-step FTS5)"
        longest = _MOST_MS * max(1, journal.size / MAIN_SIZE)
        rows.append(by_limit(what, ours.median, longest, floor=floor.median))
    return rows


def _counted_anew(desk, count, search):
    desk.vault.overview.forget()
    return count(search)


def window_rows(open_window, rounds):
    """Choose a way in the journal's page; compare until it is painted with the bare query."""
    view, lane = open_window.view, open_window.lane
    view.go("journal")
    settle(lane)
    page, rows = view.journal, []
    page.list.clear_search()
    texts = typed()
    for way in _OVERVIEWS:
        page.looking.show_way(way)  # made once, as when it is shown for the first time
        settle(lane)
        overview = page.list.overview
        taken = []
        floor = [
            lane.run_and_wait(partial(timed, partial(bare_search, view.desk.vault, text)))[1]
            for text in texts[:rounds]
        ]
        watch = Painted(overview)
        overview.shown.connect(watch.armed)
        overview.shown.connect(overview.update)  # the counts of last time are there already
        for _ in range(rounds):
            lane.run_and_wait(view.desk.vault.overview.forget)  # as after every writing
            page.looking.leave()
            QTest.qWait(_LOOK_AT_THE_LIST_MS)
            settle(lane)
            taken.append(watch.milliseconds_after(partial(page.looking.show_way, way)))
            settle(lane)
        overview.shown.disconnect(watch.armed)
        overview.shown.disconnect(overview.update)
        what = f"{way} of ten years painted, {open_window.journal.size:,} (two-step FTS5)"
        median = Samples(tuple(taken)).median
        longest = _MOST_MS * max(1, open_window.journal.size / MAIN_SIZE)
        rows.append(by_limit(what, median, longest, floor=Samples(tuple(floor)).median))
    page.looking.leave()
    settle(lane)
    return rows
