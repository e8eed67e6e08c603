"""Work that is watched: it is stopped at its next step, or it is too late and stays so."""

import pytest

from app.domain.errors import Cancelled
from app.domain.progress import Step, unwatched
from app.ui.watch import Watch

FIRST, LAST = Step("Making the new key"), Step("Putting it into force", can_stop=False)


def locking(_share):
    raise Cancelled


@pytest.mark.parametrize("step", [None, FIRST, LAST])
def test_what_was_stopped_ends_at_whatever_comes_next(step):
    watch = Watch(unwatched)
    watch.tell(0.2, FIRST)
    assert watch.stop()
    with pytest.raises(Cancelled):
        watch.tell(0.5, step)
    assert watch.step is FIRST
    assert watch.can_stop


def test_a_lock_stops_it_at_its_last_step_and_no_later():
    locked = Watch(locking)
    with pytest.raises(Cancelled):
        locked.tell(0.9, LAST)
    late = Watch(unwatched)
    late.tell(0.9, LAST)
    late._on_the_way = locking
    late.tell(1)
    assert late.share == 1


def test_from_its_last_step_on_it_cannot_be_stopped_and_says_so():
    watch = Watch(unwatched)
    watch.tell(0.9, LAST)
    assert not watch.can_stop
    assert not watch.stop()
    assert not watch.is_stopped
    watch.tell(1)


def test_the_step_stays_while_only_the_share_is_told():
    watch = Watch(unwatched)
    watch.tell(0.2, FIRST)
    watch.tell(0.3)
    assert (watch.share, watch.step) == (0.3, FIRST)
