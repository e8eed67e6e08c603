"""The summary as one builds it in the real window: from an edit to the page that follows."""

from functools import partial

from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.summary.choice import SummaryPart
from app.summary.wording import Wording
from tests.benchmarks.measuring import Samples, by_limit
from tests.benchmarks.painting import Painted, settle

_CHOSEN, _MANY = 3, 12
_MOST_MS = 150
_PATIENCE = 20


def preview_rows(open_window, rounds):
    """Change one thing after another; wait for the page that shows it."""
    view, lane = open_window.view, open_window.lane
    search = Search(sharing=Sharing.SUPERVISION, is_complete=True, limit=_MANY)
    found = lane.run_and_wait(partial(view.desk.find, search)).outlines
    view.go("supervision")
    _settle(view.supervision, lane)
    return [
        _row(view.supervision, lane, [each.id for each in found[:count]], rounds)
        for count in (_CHOSEN, _MANY)
    ]


def _row(page, lane, ids, rounds):
    for identity in {*ids, *page._preparation.chosen}:
        page.deciding.set_chosen(identity, is_chosen=identity in ids)
    _settle(page, lane)
    watch = Painted(page.preview.view.viewport())
    page.making.made.connect(watch.armed)
    taken = []
    for number in range(rounds):
        taken.append(watch.milliseconds_after(partial(_edit, page, ids[0], number)))
        _settle(page, lane)
    page.making.made.disconnect(watch.armed)
    samples = Samples(tuple(taken))
    return by_limit(f"preview after an edit, {len(ids)} reflections, p95", samples.p95, _MOST_MS)


def _edit(page, identity, number):
    """Word an answer anew or leave a part out, in turns: each page is another than the last."""
    if number % 2:
        page.deciding.set_part(SummaryPart.THEMES, is_in=number % 4 == 1)
        return
    keys = [each.prompt_key for each in page._offered(identity).shared]
    place = (identity, keys[number % len(keys)])
    page.deciding._on_worded(place, Wording(f"Said otherwise for this paper, number {number}."))


def _settle(page, lane):
    for _ in range(_PATIENCE):
        settle(lane, rounds=1)
        if page._paper is not None and not page.making.is_under_way:
            return
