"""A power cut at any moment leaves the journal as it was before or after, and opening."""

import pytest

from tests.faults.power.cutting import cut_power
from tests.faults.power.recording import is_possible
from tests.faults.power.scenarios import SCENARIOS

pytestmark = pytest.mark.skipif(not is_possible(), reason="strace is not here, or may not trace")

UNSAFE = "save_unforced"
SHARE = 0.1
# Of the acts that write much; the others have few states, and all of them are opened.
LONG = {"create", "save", "snapshot", "add_file", "empty_bin", UNSAFE}


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name != UNSAFE])
def test_what_a_power_cut_leaves_opens_with_every_acknowledged_word(tmp_path, name):
    share = SHARE if name in LONG else 1
    outcome = cut_power(name, tmp_path, states_per_step=2, share=share)
    assert outcome.failures == []
    assert outcome.states > 5


def test_the_simulated_cuts_find_what_a_disk_would_lose(tmp_path):
    outcome = cut_power(UNSAFE, tmp_path, states_per_step=2, share=SHARE)
    assert len(outcome.failures) > 10
